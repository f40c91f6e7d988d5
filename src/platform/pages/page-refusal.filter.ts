import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import { NotSignedIn } from '../problems/refusals';
import { refusalOf, Unexpected } from '../problems/unexpected';
import { linkTo } from './links';
import { navigationOf } from './navigation';
import { ownAddress } from './own-address';
import { pageAddress, pageBefore } from './page-address';
import { pageLocale } from './page-locale';
import { RefusalPage } from './refusal-page';
import { renderPage } from './render';

/** A "no" that no form caught: a visitor is sent to sign in, everybody else reads the sentence on a page. */
@Catch()
export class PageRefusalFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = refusalOf(error);
    if (refusal instanceof Unexpected) this.log.error({ err: error }, 'unexpected fault');
    if (refusal instanceof NotSignedIn) {
      void reply
        .status(303)
        .header('Location', linkTo('/sign-in', { next: request.method === 'GET' ? ownAddress(request.url) : '/' }))
        .send('');
      return;
    }
    const locale = pageLocale(request);
    const navigation = navigationOf(request, locale);
    const { actor, unread } = request;
    const path = pageAddress(request);
    const context = { locale, path, navigation, actorName: actor?.name ?? null, flash: null, unread };
    if (refusal.retryAfterSeconds !== null) void reply.header('Retry-After', refusal.retryAfterSeconds);
    void reply
      .status(refusal.status)
      .header('Content-Type', 'text/html; charset=utf-8')
      .send(renderPage(context, `${refusal.status}`, RefusalPage({ refusal, locale, back: pageBefore(request) })));
  }
}

import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import type { VNode } from 'preact';
import { mayBeRepeated } from '../log-lines';
import type { Bilingual } from '../messages/words';
import type { Refusal } from '../problems/refusal';
import { Away, NotSignedIn, SecondFactorNeeded, SignedInAsAnother } from '../problems/refusals';
import { refusalOf, Unexpected } from '../problems/unexpected';
import { carriedForm } from './carried-form';
import { linkTo } from './links';
import { navigationOf } from './navigation';
import { ownAddress } from './own-address';
import { pageAddress, pageBefore } from './page-address';
import type { PageContext } from './page-context';
import { pageLocale } from './page-locale';
import { pageTheme } from './page-theme';
import { refusalHeading, RefusalPage } from './refusal-page';
import { renderFragment, renderPage } from './render';
import { SendAsAnother, signInPlace, SignInToSee, SignInToSend } from './sign-in-again';
import { pageWords } from './words';

declare module 'fastify' {
  interface FastifyInstance {
    /** What people call the provider one may sign in at; null without one. */
    provider: Bilingual | null;
  }
}

/**
 * A "no" that no form caught. Who is not signed in does it in place wherever something would be lost or written into
 * another address; everybody else reads the sentence on a page.
 */
@Catch()
export class PageRefusalFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const behind = request.method === 'GET' ? request.server.forms.pageBehind(request.url.split('?')[0]!) : null;
    if (behind !== null && error instanceof NotFoundException) {
      return void reply.status(303).header('Location', behind).send('');
    }
    const refusal = refusalOf(error, request.routeOptions.bodyLimit);
    if (refusal instanceof Unexpected) this.log.error({ err: error }, 'unexpected fault');
    if (refusal instanceof Away) this.log.warn({ reason: String(refusal.cause) }, refusal.code);
    if (refusal instanceof NotSignedIn || refusal instanceof SignedInAsAnother) {
      const next = signInAddress(request);
      if (next) return void reply.status(303).header('Location', next).send('');
      return inPlace(request, reply, refusal, await signInOf(request, refusal));
    }
    if (refusal instanceof SecondFactorNeeded && request.method === 'GET' && !isForPart(request)) {
      return void reply.status(303).header('Location', refusal.place).send('');
    }
    const { retryAfterSeconds: seconds, status } = refusal;
    if (seconds !== null) void reply.header('Retry-After', seconds);
    const context = contextOf(request);
    const page = <RefusalPage refusal={refusal} locale={context.locale} back={pageBefore(request)} />;
    send(reply, status, renderPage(context, refusalHeading(refusal, context.locale), page));
  }
}

const isForPart = ({ headers }: FastifyRequest) => headers['hx-request'] === 'true';

/** Where a visitor signs in who only wants to read, at an address that another may repeat; else null. */
function signInAddress(request: FastifyRequest): string | null {
  const { method, url } = request;
  return method === 'GET' && !isForPart(request) && mayBeRepeated(url)
    ? linkTo('/sign-in', { next: ownAddress(url) })
    : null;
}

async function signInOf(request: FastifyRequest, refusal: NotSignedIn | SignedInAsAnother): Promise<VNode> {
  const { method, url, headers } = request;
  if (method === 'GET') {
    return (
      <SignInToSee next={isForPart(request) ? ownAddress(headers['hx-current-url'], headers.host) : ownAddress(url)} />
    );
  }
  const form = await carriedForm(request);
  if (refusal instanceof NotSignedIn) return <SignInToSend form={form} refusal={refusal.because} />;
  return <SendAsAnother form={form} refusal={refusal} />;
}

/** A part of a page is never replaced by a form to sign in: that stands above the page. */
function inPlace(request: FastifyRequest, reply: FastifyReply, refusal: Refusal, asked: VNode): void {
  const context = contextOf(request);
  if (!isForPart(request)) {
    return send(reply, refusal.status, renderPage(context, pageWords[context.locale].signIn, asked));
  }
  void reply.header('HX-Retarget', `#${signInPlace}`).header('HX-Reswap', 'innerHTML');
  send(reply, 401, renderFragment(context, asked));
}

function contextOf(request: FastifyRequest): PageContext {
  const locale = pageLocale(request);
  const { actor, unread } = request;
  const navigation = navigationOf(request, locale);
  const provider = request.server.provider?.[locale];
  const path = pageAddress(request);
  const theme = pageTheme(request);
  const reader = { actorName: actor?.name ?? null, ...(actor && { address: actor.address }) };
  const today = request.server.clock.today();
  return { locale, theme, today, path, navigation, ...reader, flash: null, unread, provider };
}

function send(reply: FastifyReply, status: number, html: string): void {
  void reply.status(status).header('Content-Type', 'text/html; charset=utf-8').send(html);
}

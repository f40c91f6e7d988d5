import {
  applyDecorators,
  type CallHandler,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseFilters,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { catchError, from, map, type Observable } from 'rxjs';
import type { Actor } from '../access/actor';
import { forgetSession, keepSession, type OpenedSession } from '../access/session-cookie';
import type { Clock } from '../clock';
import { addressed, type FormOfAddress } from '../messages/address';
import type { Bilingual, Locale } from '../messages/words';
import { Refusal } from '../problems/refusal';
import { NotSignedIn } from '../problems/refusals';
import { gatherTicks } from '../ticked-elsewhere';
import { keepHelp } from './frame/help';
import { ListDownloads } from './exports/list-downloads';
import { navigationOf } from './navigation';
import { ownAddress } from './own-address';
import { pageLocale } from './page-locale';
import type { Flash, PageContext } from './page-context';
import { pageTheme } from './page-theme';
import { PageRefusalFilter } from './page-refusal.filter';
import { pageAddress } from './page-address';
import { renderFragment, renderPage } from './render';
import { withoutWrongFilters } from './wrong-filters';
import { NamedChoices, nameChoices, toldByName } from './searched/named-choices';

declare module 'fastify' {
  interface FastifyInstance {
    clock: Clock;
  }
}

const flashCookie = 'flash';

/** Where the browser goes next, and what it says there. */
export class Redirect {
  constructor(
    readonly path: string,
    readonly flash: Flash | null,
    /** Whether `path` is a whole address of another service, which is followed as it is. */
    readonly isElsewhere = false,
  ) {}
}

/** A page being asked for: who asks, in which language, and how to answer. */
export class PageRequest {
  constructor(
    readonly raw: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  /** @throws NotSignedIn for a visitor */
  get actor(): Actor {
    if (!this.raw.actor) throw new NotSignedIn();
    return this.raw.actor;
  }

  get visitor(): Actor | null {
    return this.raw.actor;
  }

  get locale(): Locale {
    return pageLocale(this.raw);
  }

  /** How the reader is spoken to. */
  private get address(): FormOfAddress {
    return this.visitor?.address ?? 'dong_chi';
  }

  get path(): string {
    return this.raw.url.split('?')[0]!;
  }

  /** The form as it was typed, to show it again when it is refused. */
  get typed(): Readonly<Record<string, unknown>> {
    return (this.raw.body ?? {}) as Record<string, unknown>;
  }

  render(title: string, body: VNode, refusal: Refusal | null = null): string {
    if (refusal) void this.reply.status(refusal.status);
    // A page that answers a form made nothing that has an address.
    else if (this.reply.statusCode === 201) void this.reply.status(200);
    void this.reply.header('Content-Type', 'text/html; charset=utf-8');
    return renderPage(this.context(), title, body);
  }

  /** A piece of the page, for what htmx puts in place of a part. */
  fragment(body: VNode): string {
    void this.reply.status(200).header('Content-Type', 'text/html; charset=utf-8');
    return renderFragment(this.context(), body);
  }

  /** Whether htmx asks, to put the answer in place of a part. */
  get isForPart(): boolean {
    return this.raw.headers['hx-request'] === 'true';
  }

  /**
   * After something was done: go there and say what happened.
   * @param undo the address that takes it back, where it can be
   */
  done(path: string, said: Bilingual | string, undo?: string): Redirect {
    const text = typeof said === 'string' ? said : said[this.locale];
    return new Redirect(path, { tone: 'success', text: addressed(text, this.address), ...(undo ? { undo } : {}) });
  }

  go(path: string): Redirect {
    return new Redirect(path, null);
  }

  /** To another service, at an address nothing of which came with the request. */
  leave(address: string): Redirect {
    return new Redirect(address, null, true);
  }

  /** Tries a use case; a "no" shows the form again with all that was typed. */
  async attempt(
    work: () => Promise<Redirect | string>,
    refused: (refusal: Refusal) => Promise<string> | string,
  ): Promise<Redirect | string> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refusal && !(error instanceof NotSignedIn))
        return refused(toldByName<Refusal>(error, this.raw.named));
      throw error;
    }
  }

  setCookie(name: string, value: string, options: { expires?: Date; maxAge?: number; secure: boolean }): void {
    void this.reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', ...options });
  }

  keepSession(session: OpenedSession, secure: boolean): void {
    keepSession(this.reply, session, secure);
  }

  forgetSession(secure: boolean): void {
    forgetSession(this.reply, secure);
  }

  private context(): PageContext {
    const flash = takeFlash(this.raw, this.reply);
    const { locale } = this;
    const navigation = navigationOf(this.raw, locale);
    const path = pageAddress(this.raw);
    return {
      locale,
      theme: pageTheme(this.raw),
      today: this.raw.server.clock.today(),
      path,
      flash,
      actorName: this.visitor?.name ?? null,
      personId: this.visitor?.personId ?? null,
      address: this.address,
      navigation,
      unread: this.raw.unread,
      taken: this.raw.takenList,
      wrongFilters: this.raw.wrongFilters,
      help: this.raw.help,
      named: this.raw.named,
    };
  }
}

function takeFlash(request: FastifyRequest, reply: FastifyReply): Flash | null {
  const kept = request.cookies[flashCookie];
  if (!kept) return null;
  void reply.clearCookie(flashCookie, { path: '/' });
  try {
    const read: unknown = JSON.parse(Buffer.from(kept, 'base64url').toString('utf8'));
    return isFlash(read) ? read : null;
  } catch {
    return null;
  }
}

/** A cookie is whatever somebody sends. */
function isFlash(read: unknown): read is Flash {
  const { tone, text, undo } = Object(read) as Partial<Flash>;
  const isOwn = undo === undefined || ownAddress(undo) === undo;
  return (tone === 'success' || tone === 'danger' || tone === 'info') && typeof text === 'string' && isOwn;
}

export const Page = createParamDecorator((_: unknown, context: ExecutionContext): PageRequest => {
  const http = context.switchToHttp();
  return new PageRequest(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});

@Injectable()
class PageInterceptor implements NestInterceptor {
  constructor(
    private readonly lists: ListDownloads,
    private readonly choices: NamedChoices,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    keepHelp(context);
    gatherTicks(request.body as Record<string, unknown>);
    await nameChoices(request, this.choices);
    const taken = this.lists.asked(request);
    if (taken) return from(this.lists.file(request, reply, taken, next));
    return next.handle().pipe(
      catchError((error: unknown) => from(withoutWrongFilters(request, reply, toldByName(error, request.named), next))),
      map((answer: unknown) => (answer instanceof Redirect ? follow(answer, reply) : answer)),
    );
  }
}

function follow({ path, flash, isElsewhere }: Redirect, reply: FastifyReply): string {
  if (flash) {
    const value = Buffer.from(JSON.stringify(flash)).toString('base64url');
    void reply.setCookie(flashCookie, value, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 });
  }
  void reply.status(303).header('Location', isElsewhere ? path : ownAddress(path));
  return '';
}

/**
 * A form that is refused is shown again, with all that was typed: by this, which is given the arguments of the handler. Stands
 * nearest to it.
 */
export function Refused<On, Arguments extends unknown[] = string[]>(
  again: (on: On, refusal: Refusal, page: PageRequest, ...args: Arguments) => Promise<string> | string,
) {
  return <Handler extends (page: PageRequest, ...args: never[]) => Promise<Redirect | string>>(
    _: object,
    __: string,
    descriptor: TypedPropertyDescriptor<Handler>,
  ): void => {
    const handler = descriptor.value as unknown as (
      page: PageRequest,
      ...args: Arguments
    ) => Promise<Redirect | string>;
    descriptor.value = function (this: On, page: PageRequest, ...args: Arguments) {
      return page.attempt(
        () => handler.call(this, page, ...args),
        (refusal) => again(this, refusal, page, ...args),
      );
    } as unknown as Handler;
  };
}

/** A controller of pages. Its handlers return `page.render(…)` or `page.done(…)`; those of forms say by `@Refused` what is shown again. */
export function Pages(path = ''): ClassDecorator {
  return applyDecorators(
    Controller(path),
    ApiExcludeController(),
    UseInterceptors(PageInterceptor),
    UseFilters(PageRefusalFilter),
  );
}

import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../problems/refusal';
import { CrossSiteRequest, NotAllowed, NotByToken, NotSignedIn, SignedInAsAnother } from '../problems/refusals';
import { PlatformSettings } from '../settings';
import { inPersonKey, needKey, type Need } from './access';
import type { Actor } from './actor';
import { keepSession, sessionCookie } from './session-cookie';
import { SignInAgain, takeSignIn } from './sign-in-again';

/** Who stands behind a session cookie or a bearer token; given by the accounts feature. */
export abstract class ActorSource {
  abstract ofWebSession(token: string): Promise<Actor | null>;
  abstract ofApiToken(token: string): Promise<Actor | null>;
}

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorSource,
    private readonly sessions: SignInAgain,
    private readonly settings: PlatformSettings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const need = this.reflector.getAllAndOverride<Need | undefined>(needKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (need === undefined) throw new NotAllowed();

    request.actor = await this.actorOf(request);
    await this.signInAgain(request, context.switchToHttp().getResponse<FastifyReply>());
    if (need === 'public') return true;
    if (!request.actor) throw new NotSignedIn();
    if (need !== 'signed_in' && !need.some((role) => request.actor?.holds(role))) throw new NotAllowed();
    if (this.reflector.get(inPersonKey, context.getHandler()) && bearerOf(request) !== null) throw new NotByToken();
    return true;
  }

  /** A form that brings a sign-in with it goes on as if its session had not ended, if the same account sends it. */
  private async signInAgain(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const typed = takeSignIn(request);
    if (!typed) return;
    const opened = await this.sessions
      .signInAgain(typed.email, typed.password, request.ip, request.cookies[sessionCookie])
      .catch((error: unknown) => {
        throw error instanceof Refusal ? new NotSignedIn(error) : error;
      });
    keepSession(reply, opened, this.settings.secureCookies);
    request.actor = await this.actors.ofWebSession(opened.token);
    if (!opened.isSame) throw new SignedInAsAnother();
  }

  private async actorOf(request: FastifyRequest): Promise<Actor | null> {
    const bearer = bearerOf(request);
    if (bearer !== null) return this.actors.ofApiToken(bearer);

    if (changesSomething(request) && cameFromAnotherSite(request)) throw new CrossSiteRequest();
    const token = request.cookies[sessionCookie];
    return token ? this.actors.ofWebSession(token) : null;
  }
}

function bearerOf({ headers: { authorization } }: FastifyRequest): string | null {
  return authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : null;
}

const changesSomething = (request: FastifyRequest) => !['GET', 'HEAD', 'OPTIONS'].includes(request.method);

/** Browsers say where a request comes from; a request that says nothing is not a browser's and carries no borrowed cookie. */
function cameFromAnotherSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.headers.host);
}

import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../problems/refusal';
import {
  CrossSiteRequest,
  NotAllowed,
  NotByToken,
  NotSignedIn,
  SecondFactorNeeded,
  SignedInAsAnother,
  TokenOnlyReads,
} from '../problems/refusals';
import { PlatformSettings } from '../settings';
import { beforeSecondFactorKey, inPersonKey, needKey, type Need } from './access';
import type { Actor } from './actor';
import { keepSession, type OpenedSession, sessionTokenOf } from './session-cookie';
import { comerOf, SignInAgain, takeSignIn } from './sign-in-again';

/** Somebody comes with the cookie of a web session. */
export interface Visit {
  readonly actor: Actor;
  /** How many notices they have not read. */
  readonly unread: number;
  readonly sessionId: string;
  readonly hasSecondFactor: boolean;
  /** With the token that takes the place of the one they came with; null while that one stays. */
  readonly renewed: OpenedSession | null;
}

/** A program comes with a token. */
export interface ProgramCall {
  readonly actor: Actor;
  readonly unread: number;
  readonly mayChange: boolean;
  readonly hasSecondFactor: boolean;
}

/** Who stands behind a session cookie or a bearer token; given by the accounts feature. */
export abstract class ActorSource {
  abstract ofWebSession(token: string): Promise<Visit | null>;
  abstract ofApiToken(token: string): Promise<ProgramCall | null>;
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

    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const bearer = bearerOf(request);
    if (bearer !== null) request.actor = await this.actorOfToken(bearer, request);
    else await this.recognise(request, reply);
    await this.signInAgain(request, reply);
    if (need === 'public') return true;
    if (!request.actor) throw new NotSignedIn();
    if (request.lacksSecondFactor && !this.isBeforeSecondFactor(context)) throw new SecondFactorNeeded();
    if (need !== 'signed_in' && !need.some((role) => request.actor?.holds(role))) throw new NotAllowed();
    if (this.reflector.get(inPersonKey, context.getHandler()) && bearer !== null) throw new NotByToken();
    return true;
  }

  private isBeforeSecondFactor(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<true | undefined>(beforeSecondFactorKey, places) === true;
  }

  private mustHaveSecondFactor(actor: Actor): boolean {
    return this.settings.secondFactor === 'staff' && actor.listedGrants.length > 0;
  }

  /** A form that brings a sign-in with it goes on as if its session had not ended, if the same account sends it. */
  private async signInAgain(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const typed = takeSignIn(request);
    if (!typed) return;
    const opened = await this.sessions
      .signInAgain(typed, comerOf(request, this.settings.secureCookies))
      .catch((error: unknown) => {
        throw error instanceof Refusal ? new NotSignedIn(error) : error;
      });
    keepSession(reply, opened, this.settings.secureCookies);
    await this.visit(opened.token, request, reply);
    if (!opened.isSame) throw new SignedInAsAnother();
  }

  private async actorOfToken(bearer: string, request: FastifyRequest): Promise<Actor | null> {
    const call = await this.actors.ofApiToken(bearer);
    if (call && !call.mayChange && changesSomething(request)) throw new TokenOnlyReads();
    request.unread = call?.unread ?? 0;
    request.lacksSecondFactor = call !== null && !call.hasSecondFactor && this.mustHaveSecondFactor(call.actor);
    return call?.actor ?? null;
  }

  private async recognise(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (changesSomething(request) && cameFromAnotherSite(request)) throw new CrossSiteRequest();
    const token = sessionTokenOf(request, this.settings.secureCookies);
    if (token) await this.visit(token, request, reply);
  }

  private async visit(token: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const visit = await this.actors.ofWebSession(token);
    request.actor = visit?.actor ?? null;
    request.sessionId = visit?.sessionId ?? null;
    request.unread = visit?.unread ?? 0;
    request.lacksSecondFactor = visit !== null && !visit.hasSecondFactor && this.mustHaveSecondFactor(visit.actor);
    if (visit?.renewed) keepSession(reply, visit.renewed, this.settings.secureCookies);
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

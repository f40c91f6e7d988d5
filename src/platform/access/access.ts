import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiForbiddenResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { NotSignedIn } from '../problems/refusals';
import type { Actor, Role } from './actor';

/** What a route needs: nobody in particular, an account, or one of the roles a policy names, somewhere on the tree. */
export type Need = 'public' | 'signed_in' | readonly Role[];

export const needKey = Symbol('access need');

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is acting; null for a visitor. Set by the access guard. */
    actor: Actor | null;
    /** The web session they came with; null for a visitor and for a program. */
    sessionId: string | null;
    /** Whether they must have a second factor, and have none yet. */
    lacksSecondFactor: boolean;
    /** How many notices they have not read. */
    unread: number;
  }
}

/**
 * Declares who may call a route. Every route carries one; a silent route stops the boot.
 * Which unit or class a role must reach is the feature's policy.
 */
export function Access(need: Need): MethodDecorator & ClassDecorator {
  const declared = SetMetadata(needKey, need);
  return need === 'public' ? declared : applyDecorators(declared, ApiBearerAuth(), ApiCookieAuth());
}

export const inPersonKey = Symbol('in person');

/**
 * What is given or told here outlives a token: an address, a secret, a role, another token. So only somebody who signed in
 * gets it, and taking a token back takes back all it could do.
 */
export const InPerson = (): MethodDecorator =>
  applyDecorators(
    SetMetadata(inPersonKey, true),
    ApiForbiddenResponse({ description: '`not_by_token`: only for somebody who signed in, not for a token.' }),
  );

export const beforeSecondFactorKey = Symbol('before the second factor');

/** Open to somebody who must have a second factor and has none yet: what they need to get one. */
export const BeforeSecondFactor = (): MethodDecorator & ClassDecorator => SetMetadata(beforeSecondFactorKey, true);

/** The actor of a route that is not public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!actor) throw new NotSignedIn();
  return actor;
});

/** The web session of a route that is for people in person. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { sessionId } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!sessionId) throw new NotSignedIn();
  return sessionId;
});

import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How long somebody may take to sign in elsewhere. */
export const attemptMinutes = 10;

const attemptCookie = (secure: boolean) => (secure ? '__Host-oidc' : 'oidc');

export function attemptTokenOf({ cookies }: FastifyRequest, secure: boolean): string | undefined {
  return cookies[attemptCookie(secure)];
}

/** Lax, because the browser is sent back from another site. */
export function keepAttempt(reply: FastifyReply, token: string, secure: boolean): void {
  const maxAge = attemptMinutes * 60;
  void reply.setCookie(attemptCookie(secure), token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
}

export function forgetAttempt(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(attemptCookie(secure), { path: '/', secure });
}

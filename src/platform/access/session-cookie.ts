import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Over TLS a browser takes `__Host-` from this very host alone, for all of it, and never in the clear. */
const sessionCookie = (secure: boolean) => (secure ? '__Host-session' : 'session');

const daysKnown = 7;

/** A web session as it was opened; the token is in the browser alone. */
export interface OpenedSession {
  readonly token: string;
  /** When it ends unless its account visits before. */
  readonly expiresAt: Date;
  /** When it ends whatever is done. */
  readonly lastsUntil: Date;
}

export function sessionTokenOf({ cookies }: FastifyRequest, secure: boolean): string | undefined {
  return cookies[sessionCookie(secure)];
}

/** The browser keeps the token longer than it opens anything: by it a form sent too late is known to be of the same account. */
export function keepSession(reply: FastifyReply, { token, lastsUntil }: OpenedSession, secure: boolean): void {
  const expires = new Date(lastsUntil.getTime() + daysKnown * 86_400_000);
  void reply.setCookie(sessionCookie(secure), token, { path: '/', httpOnly: true, sameSite: 'lax', secure, expires });
}

export function forgetSession(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(sessionCookie(secure), { path: '/', secure });
}

import '@fastify/cookie';
import type { FastifyReply } from 'fastify';

export const sessionCookie = 'session';

const daysKnown = 7;

/** A web session as it was opened; the token is in the browser alone. */
export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** The browser keeps the token longer than it opens anything: by it a form sent too late is known to be of the same account. */
export function keepSession(reply: FastifyReply, { token, expiresAt }: OpenedSession, secure: boolean): void {
  const expires = new Date(expiresAt.getTime() + daysKnown * 86_400_000);
  void reply.setCookie(sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, expires });
}

export function forgetSession(reply: FastifyReply): void {
  void reply.clearCookie(sessionCookie, { path: '/' });
}

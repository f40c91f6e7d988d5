import type { FastifyRequest } from 'fastify';
import type { OpenedSession } from './session-cookie';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether the form had a file that was lost while its reader signed in again. */
    hasLostFile?: boolean;
  }
}

/** The fields a form has more than its own when it comes back with a sign-in. */
export const signInFields = {
  email: 'signInAgain.email',
  password: 'signInAgain.password',
  lostFile: 'signInAgain.lostFile',
} as const;

/** Opens a session for a form whose own one had ended; given by the accounts feature. */
export abstract class SignInAgain {
  /**
   * @param from the caller's network address
   * @param ended the token of the session that ended, as far as the browser still knows it
   * @returns whether the same account is back
   * @throws Refusal
   */
  abstract signInAgain(
    email: string,
    password: string,
    from: string,
    ended: string | undefined,
  ): Promise<OpenedSession & { readonly isSame: boolean }>;
}

/** Takes what was typed to sign in out of a form, so that its own fields are left; null when nothing was. */
export function takeSignIn(request: FastifyRequest): { readonly email: string; readonly password: string } | null {
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return null;
  const body = (request.body ?? {}) as Record<string, unknown>;
  const [email, password, lostFile] = [
    body[signInFields.email],
    body[signInFields.password],
    body[signInFields.lostFile],
  ];
  for (const name of Object.values(signInFields)) delete body[name];
  request.hasLostFile = lostFile !== undefined;
  return typeof email === 'string' && typeof password === 'string'
    ? { email: email.trim().slice(0, 200), password: password.slice(0, 200) }
    : null;
}

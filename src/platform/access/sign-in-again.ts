import type { FastifyRequest } from 'fastify';
import { type OpenedSession, sessionTokenOf } from './session-cookie';

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
  code: 'signInAgain.code',
  lostFile: 'signInAgain.lostFile',
} as const;

/** What somebody types to sign in. */
export interface TypedSignIn {
  readonly email: string;
  readonly password: string;
  /** Of the second step, or a recovery code. */
  readonly code?: string;
}

/** What is known of whoever signs in besides what they type. */
export interface Comer {
  /** The caller's network address. */
  readonly address: string;
  /** What the browser calls itself. */
  readonly browser: string | null;
  /** The token this browser keeps of a session, which may have ended. */
  readonly token: string | null;
}

export function comerOf(request: FastifyRequest, secure: boolean): Comer {
  const browser = request.headers['user-agent']?.slice(0, 300) ?? null;
  return { address: request.ip, browser, token: sessionTokenOf(request, secure) ?? null };
}

/** Opens a session for a form whose own one had ended; given by the accounts feature. */
export abstract class SignInAgain {
  /**
   * @returns whether the same account is back
   * @throws Refusal
   */
  abstract signInAgain(typed: TypedSignIn, comer: Comer): Promise<OpenedSession & { readonly isSame: boolean }>;
}

/**
 * Takes what was typed to sign in out of a form, so that its own fields are left; null when nothing was, as by somebody who
 * signed in in another tab.
 */
export function takeSignIn(request: FastifyRequest): TypedSignIn | null {
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return null;
  const body = (request.body ?? {}) as Record<string, unknown>;
  const [email, password, code, lostFile] = [
    body[signInFields.email],
    body[signInFields.password],
    body[signInFields.code],
    body[signInFields.lostFile],
  ];
  for (const name of Object.values(signInFields)) delete body[name];
  request.hasLostFile = lostFile !== undefined;
  return typeof email === 'string' && typeof password === 'string' && `${email}${password}`.trim() !== ''
    ? {
        email: email.trim().slice(0, 200),
        password: password.slice(0, 200),
        ...(typeof code === 'string' && code.trim() !== '' ? { code: code.slice(0, 30) } : {}),
      }
    : null;
}

import { createHmac } from 'node:crypto';

/** How a secret of the Standard Webhooks convention begins; what follows is base64. */
const secretMark = 'whsec_';

/** @param bytes unguessable, as base64url */
export const secretFrom = (bytes: string): string =>
  `${secretMark}${Buffer.from(bytes, 'base64url').toString('base64')}`;

export interface SignedMessage {
  /** The same at every attempt, so that the receiver can drop what it has already. */
  readonly id: string;
  readonly at: Date;
  readonly payload: string;
}

/** The headers of Standard Webhooks (standardwebhooks.com), signed with each secret that is valid now. */
export function signedHeaders(
  { id, at, payload }: SignedMessage,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(secretMark.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${payload}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];

/** Of this process alone until it has read the key that all processes of the service share. */
let key: Buffer = randomBytes(32);

export function sealCursorsWith(shared: Buffer): void {
  key = shared;
}

/** A text that only the service can read, fit for an address. */
export function sealed(text: string): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, key, iv);
  const content = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), content]).toString('base64url');
}

/** The text again; null when the service did not seal it so. */
export function unsealed(seal: string): string | null {
  const bytes = Buffer.from(seal, 'base64url');
  if (bytes.length <= ivBytes + tagBytes || bytes.toString('base64url') !== seal) return null;
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
  opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]).toString('utf8');
  } catch {
    return null;
  }
}

import { createHash, randomBytes } from 'node:crypto';

/** Where chance comes in: tokens, codes, and waits that should not fall together. Tests may bring one that is known. */
export class Randomness {
  /** Unguessable text for addresses and headers, base64url; 32 bytes unless told. */
  token(bytes = 32): string {
    return randomBytes(bytes).toString('base64url');
  }

  /** From 0 to below 1. */
  fraction(): number {
    return randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
  }
}

/** What is kept of a token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

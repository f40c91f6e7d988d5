import { randomBytes } from 'node:crypto';

/** Where chance comes in: tokens and codes. Tests may bring one that is known. */
export class Randomness {
  /** Unguessable text for addresses and headers, base64url; 32 bytes unless told. */
  token(bytes = 32): string {
    return randomBytes(bytes).toString('base64url');
  }
}

import { createHash, randomBytes } from 'node:crypto';

/** Where chance comes in: tokens, codes, and waits that should not fall together. Tests may bring one that is known. */
export class Randomness {
  /** Unguessable text for addresses and headers, base64url; 32 bytes unless told. */
  token(bytes = 32): string {
    return randomBytes(bytes).toString('base64url');
  }

  /** Groups of four signs, `abcd-efgh`, none of which is taken for another when it is read from paper. */
  paperCode(groups: number): string {
    const sign = () => signs[Math.floor(this.fraction() * signs.length)]!;
    return Array.from({ length: groups }, () => Array.from({ length: 4 }, sign).join('')).join('-');
  }

  /** From 0 to below 1. */
  fraction(): number {
    return randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
  }
}

const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A code of paper as it was drawn, however somebody typed it. */
export const asCopied = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, '');

/** What is kept of a token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

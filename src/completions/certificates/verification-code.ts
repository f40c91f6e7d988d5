import type { Randomness } from '../../platform/randomness';

/** Crockford's letters: none is taken for another when read from paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;

/** A code nobody can guess (80 bits) and anybody can type: `7K2M-9QXA-04TR-HB5E`. */
export function newVerificationCode(randomness: Randomness): string {
  const bytes = Buffer.from(randomness.token(length), 'base64url');
  const code = [...bytes].map((byte) => letters[byte % letters.length]).join('');
  return inFours(code);
}

/** The code as it is kept, from what somebody typed: any case, with or without dashes, O for 0 and I or L for 1. */
export function readVerificationCode(typed: string): string {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return inFours(plain.replaceAll('O', '0').replace(/[IL]/g, '1'));
}

const inFours = (code: string) => (code.match(/.{1,4}/g) ?? []).join('-');

import { foldLabel } from '../../platform/names';

/** What a cell says beside the one thing it was asked for. */
export interface FirstOf<V> {
  readonly value: V;
  /** What else stands there, as it is written; '' for nothing. */
  readonly rest: string;
}

export interface Contacts {
  readonly phone: string | null;
  readonly email: string | null;
}

/**
 * A Vietnamese telephone number from its 0: ten digits of a mobile one, ten or eleven of one that stands on a desk (02…);
 * null when the text is none. A number cell has lost its leading 0 and gets it back.
 */
export function readPhone(text: string): string | null {
  const written = text
    .replace(/^'/, '')
    .replace(/[\s.()-]/g, '')
    .replace(/^\+?84(?=\d{9,10}$)/, '0');
  const whole = /^[235789]\d{8,9}$/.test(written) ? `0${written}` : written;
  return /^0([35789]\d{8}|2\d{8,9})$/.test(whole) ? whole : null;
}

/** What a telephone number begins with, as they are kept, of six digits or more; null when the text is none. */
export function beginningOfPhone(text: string): string | null {
  const written = text.replace(/[\s.()-]/g, '').replace(/^(\+84|84(?=\d{7}))/, '0');
  return /^0\d{5,}$/.test(written) ? written : null;
}

/** Plain letters before the @ (RFC 5322, without quotes), and a name that a mail server can have behind it. */
const plainAddress = /^[\w.!#$%&'*+/=?^`{|}~-]+@([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i;

/** A mail address in lower case; null when the text is none. */
export function readEmail(text: string): string | null {
  const written = text
    .replace(/^mailto:\s*/i, '')
    .replace(/\s*@\s*/, '@')
    .replace(/\.$/, '');
  return plainAddress.test(written) ? written.toLowerCase() : null;
}

/** A mobile number before one that stands on a desk, else the first: of "028 3829 1234; 0912345678" the second, with the rest; null when there is none. */
export const firstPhone = (text: string): FirstOf<string> | null =>
  firstOf(text, readMobile) ?? firstOf(text, readPhone);

/** The first address of "a@b.vn; c@d.vn" or "Lê An <an@b.vn>", with the rest; null when there is none. */
export const firstEmail = (text: string): FirstOf<string> | null => firstOf(text, readEmail);

/** One of each in "0912345678; ten@congty.vn", in either order, either alone; null when there is neither. */
export function firstContacts(text: string): FirstOf<Contacts> | null {
  const [phone, email] = [firstPhone(text), firstEmail(text)];
  if (!phone && !email) return null;
  const rest = email ? (firstPhone(email.rest)?.rest ?? email.rest) : phone!.rest;
  return { value: { phone: phone?.value ?? null, email: email?.value ?? null }, rest };
}

function readMobile(text: string): string | null {
  const phone = readPhone(text);
  return phone?.startsWith('02') ? null : phone;
}

/** Whole, then what stands between separators, without words beside it. */
function firstOf<V>(text: string, read: (part: string) => V | null): FirstOf<V> | null {
  const whole = read(text);
  if (whole !== null) return { value: whole, rest: '' };
  const parts = text.split(/[;,|/\n<>]|\s[-–]\s|\s(?=\S+@)|(?<=@\S+)\s/u);
  for (const [at, part] of parts.entries()) {
    const bare = part.replace(/\([^)]*\p{L}[^)]*\)/gu, ' ').trim();
    for (const candidate of [
      bare,
      bare
        .replace(beforeNumber, '')
        .replace(/\s+\p{L}.*$/u, '')
        .trim(),
    ]) {
      const value = candidate === '' ? null : read(candidate);
      if (value === null) continue;
      const beside = part.split(candidate);
      const others = [...parts.slice(0, at), ...beside, ...parts.slice(at + 1)].map((other) => other.trim());
      return {
        value,
        rest: others.filter((other) => foldLabel(other) !== '' && !isLabel(other)).join('; '),
      };
    }
  }
  return null;
}

const beforeNumber = /^\p{L}[\p{L}\s]*[.:\s]\s*|^(?:đt|dđ|đtdđ|sđt|tel)(?=[\d+(])/iu;

/** A word that says what stands behind it; in parentheses it says of what stands before. */
const label =
  /^(?:so |dia chi )?(?:dt|dtdd|dd|sdt|dien thoai|dien thoai di dong|dien thoai lien he|di dong|mobile|tel|phone|e ?mail|mail|thu dien tu|lien he|lh|nha|nha rieng|co quan|cq)$/;
const isLabel = (text: string): boolean => !text.startsWith('(') && label.test(foldLabel(text));

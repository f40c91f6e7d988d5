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

/** The first number of "0912345678 / 0987654321" or "028 3829 1234 (máy lẻ 12)", with the rest; null when there is none. */
export const firstPhone = (text: string): FirstOf<string> | null => firstOf(text, readPhone);

/** The first address of "a@b.vn; c@d.vn" or "Lê An <an@b.vn>", with the rest; null when there is none. */
export const firstEmail = (text: string): FirstOf<string> | null => firstOf(text, readEmail);

/** The first of each in "0912345678; ten@congty.vn", in either order, either alone; null when there is neither. */
export function firstContacts(text: string): FirstOf<Contacts> | null {
  const [phone, email] = [firstPhone(text), firstEmail(text)];
  if (!phone && !email) return null;
  const rest = email ? (firstPhone(email.rest)?.rest ?? email.rest) : phone!.rest;
  return { value: { phone: phone?.value ?? null, email: email?.value ?? null }, rest };
}

/** Whole, then what stands between separators, without words beside it. */
function firstOf<V>(text: string, read: (part: string) => V | null): FirstOf<V> | null {
  const whole = read(text);
  if (whole !== null) return { value: whole, rest: '' };
  for (const part of text.split(/[;,|/\n<>]|\s[-–]\s|\s(?=\S+@)|(?<=@\S+)\s/u)) {
    const bare = part.replace(/\([^)]*\p{L}[^)]*\)/gu, ' ').trim();
    for (const candidate of [bare, bare.replace(/^[\p{L}\s.]*:\s*|\s+\p{L}.*$/gu, '').trim()]) {
      const value = candidate === '' ? null : read(candidate);
      if (value === null) continue;
      const rest = text.replace(candidate, ' ').replace(/\s+/g, ' ');
      return { value, rest: rest.replace(/^[\s;,|/<>–-]+|[\s;,|/<>–-]+$/g, '') };
    }
  }
  return null;
}

export interface Contacts {
  readonly phone: string | null;
  readonly email: string | null;
}

/** A Vietnamese telephone number as ten or eleven digits from 0; null when the text is none. A number cell has lost its leading 0 and gets it back. */
export function readPhone(text: string): string | null {
  const digits = text.replace(/[\s.()-]/g, '').replace(/^\+?84(?=\d{9,10}$)/, '0');
  const whole = /^[1-9]\d{8}$/.test(digits) ? `0${digits}` : digits;
  return /^0\d{9,10}$/.test(whole) ? whole : null;
}

/** Plain letters before the @ (RFC 5322, without quotes), and a name that a mail server can have behind it. */
const plainAddress = /^[\w.!#$%&'*+/=?^`{|}~-]+@([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i;

/** A mail address in lower case; null when the text is none. */
export function readEmail(text: string): string | null {
  const written = text.replace(/^mailto:\s*/i, '');
  return plainAddress.test(written) ? written.toLowerCase() : null;
}

/** Reads "0912345678; ten@congty.vn", either part alone, in either order; null when any of it cannot be read. */
export function readContacts(text: string): Contacts | null {
  const address = /[^\s;,|/]+@[^\s;,|/]+/.exec(text)?.[0] ?? '';
  const number = text.replace(address, '').replace(/^[\s;,|/-]+|[\s;,|/-]+$/g, '');
  const phone = number ? readPhone(number) : null;
  const email = address ? readEmail(address) : null;
  return (number && !phone) || (address && !email) ? null : { phone, email };
}

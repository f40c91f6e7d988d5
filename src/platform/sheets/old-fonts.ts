import { beginning } from '../names';
import { isVietnameseSyllable } from './vietnamese-syllables';

export interface OldFont {
  /** UTF-8 where its bytes were taken for letters of Windows: “Nguyá»…n”. */
  readonly font: 'TCVN3 (ABC)' | 'VNI' | 'UTF-8';
  readonly text: string;
  /** The same as it was meant. */
  readonly read: string;
}

/** TCVN3: each letter is one sign of Latin-1; ư is the soft hyphen U+00AD. */
const tcvn3 = new Map(
  Object.entries({
    ă: '¨¾»¼½Æ',
    â: '©ÊÇÈÉË',
    đ: '®',
    ê: 'ªÕÒÓÔÖ',
    ô: '«èåæçé',
    ơ: '¬íêëìî',
    ư: '\u00adøõö÷ù',
    a: ' ¸µ¶·¹',
    e: ' ÐÌÎÏÑ',
    i: ' Ý×ØÜÞ',
    o: ' ãßáâä',
    u: ' óïñòô',
    y: ' ýúûüþ',
    Ă: '¡',
    Â: '¢',
    Ê: '£',
    Ô: '¤',
    Ơ: '¥',
    Ư: '¦',
    Đ: '§',
  }).flatMap(([letter, signs]) =>
    [...signs].map(
      (sign, index) => [sign, `${letter}${['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'][index]}`] as const,
    ),
  ),
);

/** VNI: a mark follows its vowel as a sign of Latin-1; some letters are one sign alone. */
const vniMarks = new Map(
  Object.entries({
    ù: '\u0301',
    ø: '\u0300',
    û: '\u0309',
    õ: '\u0303',
    ï: '\u0323',
    â: '\u0302',
    á: '\u0302\u0301',
    à: '\u0302\u0300',
    å: '\u0302\u0309',
    ã: '\u0302\u0303',
    ä: '\u0302\u0323',
    ê: '\u0306',
    é: '\u0306\u0301',
    è: '\u0306\u0300',
    ú: '\u0306\u0309',
    ü: '\u0306\u0303',
    ë: '\u0306\u0323',
  }),
);
const vniLetters = new Map(Object.entries({ ñ: 'đ', ö: 'ư', ô: 'ơ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }));

/** As much of a text as could be one word of an old font: letters and signs up to U+00FF; µ begins units, not names. */
const words = /(?<![\p{L}\p{M}\p{N}])[A-Za-z\u00a1-\u00b4\u00b6-\u00ff][A-Za-z\u00a1-\u00ff]*(?![\p{L}\p{M}\p{N}])/gu;

/** A plain letter and a sign: alone, or with a middle dot, a sign is only that. */
const couldBeTyped = /^(?=.*[A-Za-z]).*[\u00a1-\u00b6\u00b8-\u00ff]/;

/**
 * Whether a text was typed in a font of before Unicode, and copied without it. A word is when it is no Vietnamese syllable
 * as it stands and is one as that font shows it; "Müller" and "café" are neither way, "Hòa" is as it stands.
 */
export function oldFontIn(text: string): OldFont | null {
  if (!/[\u00a1-\u00ff]/.test(text)) return null;
  const meant = readAsUtf8(text);
  if (meant !== null) return { font: 'UTF-8', text: shown(text), read: shown(meant) };
  const doubtful = (text.match(words) ?? []).filter((word) => couldBeTyped.test(word) && !isVietnameseSyllable(word));
  const [best] = fonts
    .map(({ font, read }) => ({
      font,
      read,
      fits: doubtful.filter((word) => read(word) !== word && isVietnameseSyllable(read(word))).length,
    }))
    .toSorted((one, other) => other.fits - one.fits);
  if (!best || best.fits === 0) return null;
  return { font: best.font, text: shown(text), read: best.read(shown(text)) };
}

/** A font of before Unicode, as a workbook names it. */
export interface NamedOldFont {
  readonly name: string;
  readonly read: (text: string) => string;
}

/** “.VnTime” and its kind are TCVN3, “.VnTimeH” shows capitals alone, “VNI-Times” and its kind are VNI; any other is none. */
export function oldFontNamed(name: string): NamedOldFont | null {
  if (/^\s*\.Vn/i.test(name)) {
    const isOfCapitals = /[a-z]H\s*$/.test(name);
    return { name, read: isOfCapitals ? (text) => readTcvn3(text).toUpperCase() : readTcvn3 };
  }
  return /^\s*VNI[-\s]/i.test(name) ? { name, read: readVni } : null;
}

/** Whether its letters are more than plain ones, which such a font shows as they are. */
export const hasMarks = (text: string): boolean => /[\u00a1-\u024f\u0300-\u036f\u1e00-\u1eff]/.test(text);

/** What a text shows in such a font; letters of Unicode are none of its own. */
export function shownIn({ read }: NamedOldFont, text: string): string {
  const isItsOwn = /[\u00a1-\u00ff]/.test(text) && !/[\u0100-\u024f\u0300-\u036f\u1e00-\u1eff]/.test(text);
  return isItsOwn ? read(text) : text;
}

/**
 * Which of the two can be Vietnamese: Unicode typed into a cell whose old font is not on the computer looks right there.
 * Null where one is as likely as the other, as “Tù”, which that font shows as “Tự”.
 */
export function fitsIn(written: string, shown: string): 'written' | 'shown' | null {
  if (written.toLowerCase() === shown.toLowerCase()) return 'written';
  const fits = (text: string) =>
    (text.match(/[A-Za-z\u00a1-\u024f\u1e00-\u1eff]+/gu) ?? []).filter(
      (word) => /[^\x00-\x7f]/.test(word) && isVietnameseSyllable(word),
    ).length;
  const [asWritten, asShown] = [fits(written), fits(shown)];
  if (asWritten === asShown) return null;
  return asShown > asWritten ? 'shown' : 'written';
}

const shown = (text: string): string => beginning(text.trim(), 100);

/** What Windows-1252 has where Latin-1 has control characters, from 0x80. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text its letters make as bytes; null when they are no UTF-8, or of no letter of Vietnamese. */
function readAsUtf8(text: string): string | null {
  if (!/[\u00c3-\u00c6\u00e1][^\p{ASCII}]/u.test(text)) return null;
  const bytes = [...text].map((letter) => {
    const code = letter.codePointAt(0)!;
    return windows.includes(letter) ? 0x80 + windows.indexOf(letter) : code;
  });
  if (bytes.some((byte) => byte > 0xff)) return null;
  try {
    const read = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes)).normalize('NFC');
    return /[À-ỹ]/.test(read) ? read : null;
  } catch {
    return null;
  }
}

const fonts = [
  { font: 'TCVN3 (ABC)', read: readTcvn3 },
  { font: 'VNI', read: readVni },
] as const;

function readTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00ff]/g, (sign) => tcvn3.get(sign) ?? sign).normalize('NFC');
}

function readVni(text: string): string {
  const asTyped = (sign: string, letter: string) => (sign === sign.toLowerCase() ? letter : letter.toUpperCase());
  const letterOf = (sign: string) => asTyped(sign, vniLetters.get(sign.toLowerCase()) ?? sign.toLowerCase());
  return text
    .replace(/([aeouyöô])([ùøûõïâáàåãäêéèúüë])?|[ñæóòî]/gi, (whole, vowel?: string, mark?: string) =>
      vowel === undefined
        ? letterOf(whole)
        : `${letterOf(vowel)}${mark === undefined ? '' : vniMarks.get(mark.toLowerCase())}`,
    )
    .normalize('NFC');
}

/** Each pair is one letter with two numbers: Đ typed as the Icelandic eth or the African D looks the same. */
const lookalikes: readonly (readonly [RegExp, string])[] = [
  [/[\u00D0\u0189]/g, 'Đ'],
  [/[\u00F0\u0256]/g, 'đ'],
];

/** What stands for the apostrophe of H'Hen: typographic, modifier letter, accents, primes. */
const apostrophes = /[\u2018\u2019\u02BC\u02BB\u02B9\u02C8\u0060\u00B4\u2032\uFF07]/g;

/** What letters, digits and signs of most texts are: composed and what they look like already. Not the letters that look like Đ. */
const plain = /^[\x20-\x7E\u00C0-\u00CF\u00D1-\u00EF\u00F1-\u017F\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]*$/;

/** Composed Unicode. Marks past the thirty a letter may carry (UAX #15) are left out: putting them in order takes their number squared. */
function composed(text: string): string {
  return text.replace(/(\p{M}{30})\p{M}+/gu, '$1').normalize('NFC');
}

/** Text as the database takes it: composed, without NUL and halves of letters, which nobody types by hand. */
export function storable(text: string): string {
  return composed(text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, ''));
}

/** What a long text begins with, and never half a letter of it. */
export const beginning = (text: string, length: number): string => storable(text.slice(0, length));

/** Storable text that is what it looks like: one Đ, and no format signs, which only a machine sees. Not for what may be in an old font, where they are letters. */
export function legible(text: string): string {
  if (plain.test(text)) return text;
  const visible = storable(text).replace(/\p{Cf}/gu, '');
  return lookalikes.reduce((seen, [others, letter]) => seen.replace(others, letter), visible);
}

/** Legible; every run of blanks (no-break spaces and line breaks too) one space; no blanks at the ends. */
export function tidyText(text: string): string {
  return legible(text).replace(/\s+/g, ' ').trim();
}

/** What marks of Latin letters decompose to. */
const marks = /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]/g;

/** Letters with a stroke or hook that do not decompose: Đ, and those of the Central Highlands. */
const bare: Readonly<Record<string, string>> = { đ: 'd', ɗ: 'd', ƀ: 'b', ɓ: 'b' };

/**
 * Words without their marks, lower case, one blank between them, one kind of apostrophe: "NGUYỄN  Thị Ánh" is
 * "nguyen thi anh". For comparing and searching; `folded_text` says the same in SQL.
 */
export function foldName(name: string): string {
  return tidyText(name)
    .normalize('NFD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[đɗƀɓ]/g, (letter) => bare[letter]!)
    .replace(apostrophes, "'");
}

/** The words of a search, folded as names are stored. */
export const searchWords = (search = ''): readonly string[] => foldName(search).split(' ').filter(Boolean);

/** What LIKE takes for these very words, with nothing left that it would read as a wildcard. */
export const forLike = (text: string): string => text.replace(/[\\%_]/g, (wildcard) => `\\${wildcard}`);

/** As `foldName`, and punctuation counts as a blank: "Điện thoại, email" is "dien thoai email". For comparing headings and set phrases. */
export function foldLabel(label: string): string {
  return foldName(tidyText(label).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
}

/** A name fit to print: tidy, with the plain apostrophe, and one typed all in capitals or in small letters gets its natural case back. */
export function tidyName(name: string): string {
  const tidy = tidyText(name).replace(apostrophes, "'");
  return isOfOneCase(tidy) ? tidy.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase()) : tidy;
}

/** Marks of the tones in Vietnamese order, after the unmarked one: huyền, hỏi, ngã, sắc, nặng. */
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const anyTone = new RegExp(`[${tones.join('')}]`, 'g');

/**
 * The given name (the last word) first, then the rest. Sort it by a Vietnamese collation to list people as offices do:
 * the number of the tone keeps every Anh before every Ánh, which the collation alone would mix by family name.
 */
export function sortName(name: string): string {
  const words = tidyName(name).split(' ');
  const given = words.at(-1) ?? '';
  const tone = tones.findIndex((mark) => given.normalize('NFD').includes(mark)) + 1;
  return [`${given}${tone}`, ...words.slice(0, -1)].join(' ');
}

/** Whether two ways of writing are one name: the tone may stand on either vowel (Hoà, Hòa), and capitals say nothing. */
export function isSameSpelling(one: string, other: string): boolean {
  return spelling(one) === spelling(other);
}

function spelling(name: string): string {
  const words = tidyName(name).toLowerCase().normalize('NFD').split(' ');
  return words.map((word) => word.replace(anyTone, '') + (word.match(anyTone) ?? []).join('')).join(' ');
}

/** Whether a name was typed without marks: what "Nguyen Thi Anh" leaves open cannot correct what another says. */
export function lacksMarks(name: string): boolean {
  return /^[\x20-\x7E]*$/.test(tidyName(name));
}

function isOfOneCase(name: string): boolean {
  const [lower, upper] = [name.toLowerCase(), name.toUpperCase()];
  return name.length > 1 && lower !== upper && (name === upper || name === lower);
}

const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/** Composed Unicode. Marks past the thirty a letter may carry (UAX #15) are left out: putting them in order takes their number squared. */
function composed(text: string): string {
  return text.replace(/(\p{M}{30})\p{M}+/gu, '$1').normalize('NFC');
}

/** Composed Unicode; every run of blanks (no-break spaces and line breaks too) one space; no blanks at the ends. */
export function tidyText(text: string): string {
  return composed(text).replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** Words without their marks, lower case, one blank between them: "NGUYỄN  Thị Ánh" is "nguyen thi anh". For comparing and searching. */
export function foldName(name: string): string {
  return tidyText(name).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}

/** As `foldName`, and punctuation counts as a blank: "Điện thoại, email" is "dien thoai email". For comparing headings and set phrases. */
export function foldLabel(label: string): string {
  return foldName(label.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
}

/** A name fit to print: tidy, and one typed all in capitals gets its natural case back. */
export function tidyName(name: string): string {
  const tidy = tidyText(name);
  return isAllCapitals(tidy) ? tidy.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase()) : tidy;
}

/** Marks of the tones in Vietnamese order, after the unmarked one: huyền, hỏi, ngã, sắc, nặng. */
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

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

function isAllCapitals(name: string): boolean {
  return name.length > 1 && name === name.toUpperCase() && name !== name.toLowerCase();
}

/** Text as the database takes it: composed, without NUL and halves of letters, which nobody types by hand. */
export function storable(text: string): string {
  return composed(text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, ''));
}

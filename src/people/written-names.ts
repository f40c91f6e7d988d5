import type { Bilingual } from '../platform/messages/words';
import { foldLabel, tidyName } from '../platform/names';

/** Before a name these are never part of it. */
const plainTitle =
  /^(?:đ\s?[/.]\s?c|đc|đồng chí|(?:pgs|gs|ts|ths|th\.\s?s|bs|ks|cn|kts|ds|ls)(?=[.:\s])|thạc sĩ|thạc sỹ|tiến sĩ|tiến sỹ|kỹ sư|cử nhân|bác sĩ)[.:\s]+/iu;
/** These are forms of address, and family names too: Bà Thị Lan, Ông Thị Mai. */
const perhapsTitle = /^(?:ông|bà|anh|chị|cô|thầy)[.:]?\s+/iu;
/** Behind a family name, hardly ever one itself. */
const middleNames = /^(?:thị|văn)\s/iu;

/** The name without every title that may stand before it; null where none does. What is left may be nobody: see who bears it. */
export function withoutTitles(name: string): string | null {
  return stripped(name, (rest) => rest.replace(plainTitle, '').replace(perhapsTitle, ''));
}

/**
 * The name without what is certainly a title, for whom nobody is known by either; null where none is. Of Ông and Bà a title
 * is certain before a whole name, which begins with no middle name.
 */
export function withoutCertainTitles(name: string): string | null {
  return stripped(name, (rest) => {
    const plain = rest.replace(plainTitle, '');
    const behind = plain.replace(perhapsTitle, '');
    const isWhole = behind.split(' ').length >= 3 && !middleNames.test(behind);
    return isWhole ? behind : plain;
  });
}

function stripped(name: string, strip: (name: string) => string): string | null {
  const written = tidyName(name);
  let rest = written;
  for (let shorter = strip(rest); shorter !== rest && /\p{L}/u.test(shorter); shorter = strip(rest)) rest = shorter;
  return rest === written ? null : tidyName(rest);
}

/** What stands in the column of names and is none; null for a name. Words of a language are nobody's only in that column. */
export function whyNoName(written: string): Bilingual | null {
  const text = withoutTitles(written) ?? tidyName(written);
  if (text === '') return null;
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length < 2 || /[\d=?#@*_<>{}[\]\\|]/.test(text)) return noName(text);
  if (['ho va ten', 'ho ten', 'full name', 'ho va ten khai sinh'].includes(foldLabel(text))) return noName(text);
  return /[;/&+\n]|\s(?:và|hoặc)\s/iu.test(text) ? twoNames(text) : null;
}

/** A name of one word: rather half of one than a whole. */
export const isOneWord = (name: string): boolean => !/[\s'-]/.test(tidyName(name));

const noName = (text: string): Bilingual => ({
  vi: `“${text}” ở cột họ tên không phải là tên người. Hãy ghi đủ họ và tên.`,
  en: `“${text}” in the column of names is nobody’s name. Write the full name.`,
});

const twoNames = (text: string): Bilingual => ({
  vi: `“${text}” có vẻ là tên của hơn một người. Mỗi người một dòng: hãy tách ra.`,
  en: `“${text}” seems to name more than one person. Give each a row of their own.`,
});

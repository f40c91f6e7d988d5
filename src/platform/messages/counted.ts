import type { Bilingual, Locale } from './words';

/** A page counts what a list holds no further: past it the number helps nobody, and takes longer with each year. */
export const mostCounted = 5_000;

const moreThan: Bilingual = { vi: 'hơn', en: 'more than' };
const languageTags: Bilingual = { vi: 'vi-VN', en: 'en-GB' };

/** `1.234`, or `hơn 5.000` where no more were counted. */
export const counted = (count: number, locale: Locale): string => {
  const number = Math.min(count, mostCounted).toLocaleString(languageTags[locale]);
  return count > mostCounted ? `${moreThan[locale]} ${number}` : number;
};

/** English counts one and many: `1 person`, `2 people`. */
export const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
/** The same of people. */
export const people = (count: number): string => many(count, 'person', 'people');

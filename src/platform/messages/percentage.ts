import type { Locale } from './words';

/** A share of the whole: `12,5%` in Vietnamese, `12.5%` in English. */
export const percentage = (share: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);

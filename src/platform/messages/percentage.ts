import type { Locale } from './words';

/** A share of the whole: `12,5%` in Vietnamese, `12.5%` in English. */
export const percentage = (share: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** The same, or a dash for what is a share of nothing. */
export const shareOrNone = (share: number | null, locale: Locale): string =>
  share === null ? '–' : percentage(share, locale);

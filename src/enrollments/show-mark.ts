import type { Locale } from '../platform/messages/words';

/** A mark as it is written: "7,5" in Vietnamese, "7.5" in English. */
export function showMark(mark: number, locale: Locale): string {
  return locale === 'vi' ? String(mark).replace('.', ',') : String(mark);
}

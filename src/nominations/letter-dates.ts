import { addMonths, type Day, showDay } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';
import type { Check } from './checks';
import type { Letter } from './nomination.entity';

/** A letter is older than this only if it is last year's. */
const oldestLetterMonths = 12;

/** Why the date of a unit's letter can hardly be right, whether a file states it or somebody types it; null where it can. */
export function letterDateDoubt(date: Day, today: Day): Bilingual | null {
  if (date > today) {
    return {
      vi: `Công văn ghi ngày ${showDay(date)}, ở sau ngày hôm nay.`,
      en: `The letter is dated ${showDay(date)}, which lies after today.`,
    };
  }
  if (date >= addMonths(today, -oldestLetterMonths)) return null;
  return {
    vi: `Công văn ghi ngày ${showDay(date)}, đã hơn một năm; có thể là công văn của năm trước.`,
    en: `The letter is dated ${showDay(date)}, more than a year ago; it may be last year’s.`,
  };
}

/** The same as something to note of whoever is sent by it. */
export function letterToNote({ date }: Letter, today: Day): readonly Check[] {
  const sentence = letterDateDoubt(date, today);
  return sentence ? [{ rule: 'letter_date', outcome: 'warn', sentence, citation: null, verified: true }] : [];
}

import { dayPartWords } from '../../classes/classes.labels';
import type { DayPart } from '../../classes/day-parts';
import { type Day, showDay, showTime } from '../../platform/clock';
import { type Locale, words } from '../../platform/messages/words';
import { momentOf } from './change';

/** A half-day of one day; moments as JSON of the database writes them. */
export interface HalfDayFacts {
  readonly part: DayPart;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
}

/** One line each: part of the day, hours, place. */
export const halfDayLines = (halfDays: readonly HalfDayFacts[], locale: Locale): string =>
  halfDays
    .map(({ part, startsAt, endsAt, place }) => {
      const hours = `${showTime(momentOf(startsAt))}–${showTime(momentOf(endsAt))}`;
      return `– ${dayPartWords[locale][part]} ${hours}: ${place ?? lineWords[locale].later}`;
    })
    .join('\n');

/** A half-day of any day, without its hours. */
export interface HalfDayNamed {
  readonly day: Day;
  readonly part: DayPart;
  /** The day it was moved away from, where that matters. */
  readonly movedFrom?: Day | null;
}

/** In one line: "sáng 12/12/2026, chiều 14/12/2026 (dời từ ngày 12/12/2026)". */
export const halfDaysInOneLine = (halfDays: readonly HalfDayNamed[], locale: Locale): string =>
  halfDays
    .map(({ day, part, movedFrom }) => {
      const moved = movedFrom ? ` (${lineWords[locale].movedFrom(showDay(movedFrom))})` : '';
      return `${dayPartWords[locale][part].toLowerCase()} ${showDay(day)}${moved}`;
    })
    .join(', ');

const lineWords = words({
  movedFrom: { vi: (day: string) => `dời từ ngày ${day}`, en: (day: string) => `moved from ${day}` },
  later: { vi: 'địa điểm sẽ báo sau', en: 'the place will be told later' },
});

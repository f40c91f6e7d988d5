import { dayPartWords } from '../classes/classes.labels';
import type { DayPart } from '../classes/day-parts';
import { type Day, showDay, showTime } from '../platform/clock';
import { type Locale, words } from '../platform/messages/words';
import { momentOf } from './reminder-change';

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
      return `– ${dayPartWords[locale][part]} ${hours}: ${place ?? placeWords[locale].later}`;
    })
    .join('\n');

/** A half-day of any day, without its hours. */
export interface HalfDayNamed {
  readonly day: Day;
  readonly part: DayPart;
}

/** In one line: "sáng 12/12/2026, chiều 12/12/2026". */
export const halfDaysInOneLine = (halfDays: readonly HalfDayNamed[], locale: Locale): string =>
  halfDays.map(({ day, part }) => `${dayPartWords[locale][part].toLowerCase()} ${showDay(day)}`).join(', ');

const placeWords = words({
  later: { vi: 'địa điểm sẽ báo sau', en: 'the place will be told later' },
});

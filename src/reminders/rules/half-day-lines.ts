import { dayPartWords } from '../../classes/classes.labels';
import type { DayPart } from '../../classes/day-parts';
import { type Day, showDay, showTime } from '../../platform/clock';
import { many } from '../../platform/messages/counted';
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
interface HalfDayNamed {
  readonly day: Day;
  readonly part: DayPart;
  /** The day it was moved away from, and when it began, `HH:mm`, where that matters. */
  readonly movedFrom?: Day | null;
  readonly movedFromTime?: string | null;
}

/** What leave is for. */
export interface LeaveFor {
  readonly halfDays: readonly HalfDayNamed[];
  readonly period: { readonly from: Day; readonly to: Day } | null;
}

/** In one line: the half-days, or the days of a period with how many lie there. */
export const leaveInOneLine = ({ halfDays, period }: LeaveFor, locale: Locale): string =>
  period
    ? lineWords[locale].period(showDay(period.from), showDay(period.to), halfDays.length)
    : halfDaysInOneLine(halfDays, locale);

/** In one line: "sáng 12/12/2026, chiều 14/12/2026 (dời từ ngày 12/12/2026)". */
const halfDaysInOneLine = (halfDays: readonly HalfDayNamed[], locale: Locale): string =>
  halfDays
    .map(({ day, part, movedFrom, movedFromTime = null }) => {
      const moved = movedFrom ? ` (${lineWords[locale].movedFrom(showDay(movedFrom), movedFromTime)})` : '';
      return `${dayPartWords[locale][part].toLowerCase()} ${showDay(day)}${moved}`;
    })
    .join(', ');

const lineWords = words({
  movedFrom: {
    vi: (day: string, time: string | null) => `dời từ ${time ? `${time} ` : ''}ngày ${day}`,
    en: (day: string, time: string | null) => `moved from ${day}${time ? `, ${time}` : ''}`,
  },
  period: {
    vi: (from: string, to: string, count: number) => `từ ${from} đến hết ${to} (${count} buổi)`,
    en: (from: string, to: string, count: number) => `from ${from} to ${to} (${many(count, 'half-day')})`,
  },
  later: { vi: 'địa điểm sẽ báo sau', en: 'the place will be told later' },
});

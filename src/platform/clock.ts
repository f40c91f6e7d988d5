import { DateTime } from 'luxon';

/** The one time zone of the service; it has no daylight saving. */
export const zone = 'Asia/Ho_Chi_Minh';

/** A calendar day there, `YYYY-MM-DD`; stored as `date`. */
export type Day = string;

/** Where time comes in. Production has only the system's clock; tests and the demo bring one that moves. */
export class Clock {
  now(): Date {
    return new Date();
  }

  today(): Day {
    return dayOf(this.now());
  }
}

export class MovableClock extends Clock {
  private moved: Date | null = null;

  override now(): Date {
    return this.moved ?? super.now();
  }

  moveTo(moment: Date): void {
    this.moved = moment;
  }

  followSystem(): void {
    this.moved = null;
  }
}

/**
 * Since 13/06/1975 clocks there have been seven hours ahead of UTC, summer and winter: from the year after, sums do what a
 * table of time zones does, at a fraction of its cost. Whatever lies before, or is no day, is looked up in the table.
 */
const ahead = 7 * 3_600_000;
const [sumsFrom, sumsUntil] = [Date.UTC(1976, 0), Date.UTC(9999, 0)];
const aDay = 86_400_000;

/** What a wall clock there shows, as ISO writes it without a zone; null where sums do not do. */
function wallClock(moment: Date): string | null {
  const at = moment.getTime();
  return at >= sumsFrom && at < sumsUntil ? new Date(at + ahead).toISOString() : null;
}

/** The midnight in UTC with which a day begins, in milliseconds; null where sums do not do. */
function midnightOf(day: Day): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  return at >= sumsFrom && at < sumsUntil && isoDay(at) === day ? at : null;
}

const isoDay = (midnight: number): Day => new Date(midnight).toISOString().slice(0, 10);

/** The day in Ho Chi Minh City on which a moment falls. */
export function dayOf(moment: Date): Day {
  return wallClock(moment)?.slice(0, 10) ?? DateTime.fromJSDate(moment, { zone }).toISODate()!;
}

/** The moment a wall clock in Ho Chi Minh City shows `time` (`HH:mm`) on `day`. */
export function momentAt(day: Day, time = '00:00'): Date {
  const midnight = midnightOf(day);
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (midnight === null || hours === undefined) return DateTime.fromISO(`${day}T${time}`, { zone }).toJSDate();
  return new Date(midnight - ahead + (Number(hours) * 60 + Number(minutes)) * 60_000);
}

/** The last time a wall clock there showed `time` (`HH:mm`), `now` included. */
export function lastTimeOfDay(now: Date, time: string): Date {
  const today = momentAt(dayOf(now), time);
  return today <= now ? today : momentAt(addDays(dayOf(now), -1), time);
}

export function addDays(day: Day, days: number): Day {
  const sum = (midnightOf(day) ?? NaN) + days * aDay;
  const isSure = Number.isInteger(days) && sum >= sumsFrom && sum < sumsUntil;
  return isSure ? isoDay(sum) : DateTime.fromISO(day, { zone }).plus({ days }).toISODate()!;
}

export function addMonths(day: Day, months: number): Day {
  const sum = monthsOn(day, months);
  return sum >= sumsFrom && sum < sumsUntil
    ? isoDay(sum)
    : DateTime.fromISO(day, { zone }).plus({ months }).toISODate()!;
}

/** Midnight of the same day some months on, or of the last one of a month that is shorter; NaN where sums do not do. */
function monthsOn(day: Day, months: number): number {
  if (midnightOf(day) === null || !Number.isInteger(months)) return NaN;
  const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8)].map(Number) as [number, number, number];
  const lastOfMonth = Date.UTC(year, month + months, 0);
  return Math.min(Date.UTC(year, month - 1 + months, date), lastOfMonth);
}

/** Calendar days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  const [begin, end] = [midnightOf(from), midnightOf(to)];
  if (begin !== null && end !== null) return (end - begin) / aDay;
  return DateTime.fromISO(to, { zone }).diff(DateTime.fromISO(from, { zone }), 'days').days;
}

/** Whole years lived on `on`, counted by month: a birthday counts from the first day of its month (by analogy, see domain rules). */
export function ageByMonth(birthDate: Day, on: Day): number {
  const months = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Math.floor((months(on) - months(birthDate)) / 12);
}

/** dd/mm/yyyy, as offices write it. */
export function showDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** 24-hour time and day: `07:30 12/12/2026`. */
export function showMoment(moment: Date): string {
  const shown = wallClock(moment);
  if (shown === null) return DateTime.fromJSDate(moment, { zone }).toFormat('HH:mm dd/MM/yyyy');
  return `${shown.slice(11, 16)} ${showDay(shown)}`;
}

/** A moment within a sentence, as an office writes it: `17 giờ 00 ngày 03/12/2026`. */
export const momentInWords = {
  vi: (moment: Date) => `${showTime(moment).replace(':', ' giờ ')} ngày ${showDay(dayOf(moment))}`,
  en: (moment: Date) => `${showTime(moment)} on ${showDay(dayOf(moment))}`,
} as const;

export function showTime(moment: Date): string {
  return wallClock(moment)?.slice(11, 16) ?? DateTime.fromJSDate(moment, { zone }).toFormat('HH:mm');
}

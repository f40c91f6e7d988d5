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

/** The day in Ho Chi Minh City on which a moment falls. */
export function dayOf(moment: Date): Day {
  return DateTime.fromJSDate(moment, { zone }).toISODate()!;
}

/** The moment a wall clock in Ho Chi Minh City shows `time` (`HH:mm`) on `day`. */
export function momentAt(day: Day, time = '00:00'): Date {
  return DateTime.fromISO(`${day}T${time}`, { zone }).toJSDate();
}

export function addDays(day: Day, days: number): Day {
  return DateTime.fromISO(day, { zone }).plus({ days }).toISODate()!;
}

export function addMonths(day: Day, months: number): Day {
  return DateTime.fromISO(day, { zone }).plus({ months }).toISODate()!;
}

/** Calendar days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
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
  return DateTime.fromJSDate(moment, { zone }).toFormat('HH:mm dd/MM/yyyy');
}

export function showTime(moment: Date): string {
  return DateTime.fromJSDate(moment, { zone }).toFormat('HH:mm');
}

import { DateTime } from 'luxon';
import type { Day } from '../platform/clock';

/** ISO numbers, Monday 1 to Sunday 7. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

export function weekdayOf(day: Day): Weekday {
  return DateTime.fromISO(day, { zone: 'utc' }).weekday as Weekday;
}

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) >= 6;
}

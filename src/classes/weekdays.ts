import { DateTime } from 'luxon';
import { addDays, type Day, daysBetween } from '../platform/clock';

/** ISO numbers, Monday 1 to Sunday 7. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

export function weekdayOf(day: Day): Weekday {
  return DateTime.fromISO(day, { zone: 'utc' }).weekday as Weekday;
}

/** The weekdays of a stretch of less than a week; null for a longer one, which has them all. */
export function weekdaysBetween(first: Day, last: Day): Weekday[] | null {
  const days = daysBetween(first, last);
  if (days >= 6) return null;
  return Array.from({ length: days + 1 }, (_, index) => weekdayOf(addDays(first, index))).toSorted();
}

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) >= 6;
}

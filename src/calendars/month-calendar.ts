import { weekdayOf } from '../classes/weekdays';
import { addDays, addMonths, type Day } from '../platform/clock';

/** A stretch of days, both ends included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export const weekOf = (day: Day): Period => {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, 6) };
};

export const monthOf = (day: Day): Period => {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
};

/** The whole weeks, Monday to Sunday, that a month touches. */
export function weeksOfMonth(day: Day): readonly (readonly Day[])[] {
  const { from, to } = monthOf(day);
  const weeks: Day[][] = [];
  for (let monday = weekOf(from).from; monday <= to; monday = addDays(monday, 7)) weeks.push(daysOfWeek(monday));
  return weeks;
}

export function daysOfWeek(monday: Day): Day[] {
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** What there is on each day, in the order given. */
export function byDay<Item extends { readonly day: Day }>(items: readonly Item[]): ReadonlyMap<Day, readonly Item[]> {
  const days = new Map<Day, Item[]>();
  for (const item of items) {
    const onDay = days.get(item.day);
    if (onDay) onDay.push(item);
    else days.set(item.day, [item]);
  }
  return days;
}

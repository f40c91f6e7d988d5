import { addDays, type Day } from '../../platform/clock';
import { type Weekday, weekdayOf } from '../weekdays';

/** How many days of a week the office works: from Monday to Friday, or to Saturday. */
export type WorkingWeek = 5 | 6;

/** A holiday on a weekly day of rest gives the next working day, which is nobody's holiday yet: Labour Code 2019, article 111, clause 3. @param holidays in order */
export function daysInLieu(holidays: readonly Day[], workingWeek: WorkingWeek): ReadonlyMap<Day, Day> {
  const isRest = (day: Day) => (weekdayOf(day) satisfies Weekday) > workingWeek;
  const off = new Set(holidays);
  const given = new Map<Day, Day>();
  for (const holiday of holidays.filter(isRest)) {
    let day = addDays(holiday, 1);
    while (isRest(day) || off.has(day)) day = addDays(day, 1);
    off.add(day);
    given.set(day, holiday);
  }
  return given;
}

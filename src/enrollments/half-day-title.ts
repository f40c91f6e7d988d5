import { dayPartWords } from '../classes/classes.labels';
import type { DayPart } from '../classes/day-parts';
import { type Day, showDay } from '../platform/clock';
import type { Locale } from '../platform/messages/words';
import { attendanceWords } from './attendance.words';

/** "Sáng 07/02/2026", as a half-day is spoken of. */
export function halfDayTitle({ day, part }: { day: Day; part: DayPart }, locale: Locale): string {
  return attendanceWords[locale].halfDayOn(dayPartWords[locale][part], showDay(day));
}

import Holidays from 'date-holidays';
import { addDays, type Day } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';
import { isWeekend } from './weekdays';

const tet: Bilingual = { vi: 'Tết Nguyên đán', en: 'Lunar New Year' };

/**
 * Days off that no calendar can compute, because the Government settles them year by year: how many days before Tết, the second
 * day of National Day, exchanged working days, and days given for a holiday that falls on a Sunday. Add to it each year.
 */
const announcedDaysOff: Readonly<Record<Day, Bilingual>> = {
  '2025-01-25': tet,
  '2025-01-26': tet,
  '2025-01-27': tet,
  '2025-05-02': { vi: 'Nghỉ hoán đổi dịp 30/4 và 1/5', en: 'Exchanged day off for 30 April and 1 May' },
  '2025-09-01': { vi: 'Nghỉ Quốc khánh', en: 'Second day of National Day' },
  '2026-01-02': { vi: 'Nghỉ hoán đổi dịp Tết Dương lịch', en: 'Exchanged day off for New Year' },
  '2026-04-27': { vi: 'Nghỉ bù Giỗ Tổ Hùng Vương', en: 'In lieu of the Hung Kings’ day' },
  '2026-08-31': { vi: 'Nghỉ hoán đổi dịp Quốc khánh', en: 'Exchanged day off for National Day' },
  '2026-09-01': { vi: 'Nghỉ Quốc khánh', en: 'Second day of National Day' },
};

const isTetRule = (rule: string) => rule.includes('vietnamese 1-0-1');

const calendar = new Holidays('VN', { types: ['public'] });
const years = new Map<number, ReadonlyMap<Day, Bilingual>>();

/** The public holiday of Vietnam that falls on a day; null on an ordinary day. */
export function publicHolidayOn(day: Day): Bilingual | null {
  const year = Number(day.slice(0, 4));
  const known = years.get(year) ?? holidaysOf(year);
  years.set(year, known);
  return known.get(day) ?? announcedDaysOff[day] ?? null;
}

function holidaysOf(year: number): ReadonlyMap<Day, Bilingual> {
  const english = calendar.getHolidays(year, 'en');
  const days = calendar.getHolidays(year, 'vi').flatMap(({ date, start, end, name, rule }, index) => {
    const length = Math.round((end.getTime() - start.getTime()) / 86_400_000);
    const off = Array.from({ length }, (_, offset) => addDays(date.slice(0, 10), offset));
    return isTetRule(rule)
      ? withAdjoiningWeekends(off).map((day) => [day, tet] as const)
      : off.map((day) => [day, { vi: name, en: english[index]!.name }] as const);
  });
  return new Map(days);
}

/** The weekend that touches the Tết days is part of the break: people have left the city, or have not come back. */
function withAdjoiningWeekends(days: readonly Day[]): Day[] {
  const all = [...days];
  while (isWeekend(addDays(all[0]!, -1))) all.unshift(addDays(all[0]!, -1));
  while (isWeekend(addDays(all.at(-1)!, 1))) all.push(addDays(all.at(-1)!, 1));
  return all;
}

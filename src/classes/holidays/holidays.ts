import Holidays from 'date-holidays';
import { addDays, type Day } from '../../platform/clock';
import type { Bilingual } from '../../platform/messages/words';
import { isWeekend } from '../weekdays';

export const holidayKinds = ['holiday', 'compensatory_day_off', 'working_day'] as const;
/** A working day is one of a weekend, worked in compensation: whoever studies at weekends is at work then. */
export type HolidayKind = (typeof holidayKinds)[number];

export interface Holiday {
  readonly day: Day;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly kind: HolidayKind;
  /** What says so: a law, a decision, or how it was computed. */
  readonly source: string;
  readonly verified: boolean;
}

/** Why no half-day is held on a day. */
export interface DayOff {
  readonly holiday: Bilingual;
  readonly kind: HolidayKind;
  readonly verified: boolean;
}

const tet: Bilingual = { vi: 'Tết Nguyên đán', en: 'Lunar New Year' };
const sources = {
  law: 'Bộ luật Lao động 2019, Điều 112',
  moon: 'Tính theo âm lịch, chờ lịch nghỉ được công bố',
  announced: (year: number) => `Lịch nghỉ đã công bố năm ${year}`,
};
/** The Government has settled Tết up to this year. */
const lastAnnouncedYear = 2026;

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
const years = new Map<number, ReadonlyMap<Day, Holiday>>();

/** The public holiday of Vietnam that falls on a day, as far as it can be computed; null on an ordinary day. */
export function publicHolidayOn(day: Day): DayOff | null {
  const year = Number(day.slice(0, 4));
  const known = years.get(year) ?? new Map(computedHolidays(year).map((holiday) => [holiday.day, holiday]));
  years.set(year, known);
  const holiday = known.get(day);
  return holiday ? dayOffOf(holiday) : null;
}

export const dayOffOf = ({ nameVi, nameEn, kind, verified }: Omit<Holiday, 'day' | 'source'>): DayOff => ({
  holiday: { vi: nameVi, en: nameEn },
  kind,
  verified,
});

/** What the calendar, the moon and the announced days come to in a year, in order: what its list begins with. */
export function computedHolidays(year: number): Holiday[] {
  const english = calendar.getHolidays(year, 'en');
  const byRule = calendar.getHolidays(year, 'vi').flatMap(({ date, start, end, name, rule }, index) => {
    const length = Math.round((end.getTime() - start.getTime()) / 86_400_000);
    const off = Array.from({ length }, (_, offset) => addDays(date.slice(0, 10), offset));
    if (!isTetRule(rule)) return off.map((day) => holiday(day, { vi: name, en: english[index]!.name }, sources.law));
    const source = year <= lastAnnouncedYear ? sources.announced(year) : sources.moon;
    return withAdjoiningWeekends(off).map((day) => holiday(day, tet, source));
  });
  const announced = Object.entries(announcedDaysOff)
    .filter(([day]) => day.startsWith(String(year)))
    .map(([day, name]) => holiday(day, name, sources.announced(year)));
  const days = new Map([...announced, ...byRule].map((one) => [one.day, one]));
  return [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

const holiday = (day: Day, { vi, en }: Bilingual, source: string): Holiday => ({
  day,
  nameVi: vi,
  nameEn: en,
  kind: /^Nghỉ (hoán đổi|bù)/.test(vi) ? 'compensatory_day_off' : 'holiday',
  source,
  verified: source !== sources.moon,
});

/** The weekend that touches the Tết days is part of the break: people have left the city, or have not come back. */
function withAdjoiningWeekends(days: readonly Day[]): Day[] {
  const all = [...days];
  while (isWeekend(addDays(all[0]!, -1))) all.unshift(addDays(all[0]!, -1));
  while (isWeekend(addDays(all.at(-1)!, 1))) all.push(addDays(all.at(-1)!, 1));
  return all;
}

import Holidays from 'date-holidays';
import { addDays, type Day, showDay } from '../../platform/clock';
import type { Bilingual } from '../../platform/messages/words';
import { isWeekend } from '../weekdays';
import { daysInLieu, type WorkingWeek } from './days-in-lieu';

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
/** The other day of National Day, before or after 2 September, as the Government announces it for the year. */
export const secondNationalDay: Bilingual = { vi: 'Nghỉ Quốc khánh', en: 'Second day of National Day' };
const sources = {
  law: 'Bộ luật Lao động 2019, Điều 112',
  nationalDay: 'Bộ luật Lao động 2019, Điều 112: Quốc khánh 02 ngày; chờ thông báo chọn ngày liền trước hay liền sau',
  culture: 'Nghị quyết 80-NQ/TW ngày 07/01/2026 của Bộ Chính trị; chưa đọc được văn bản luật',
  moon: 'Tính theo âm lịch, chờ lịch nghỉ được công bố',
  announced: (year: number) => `Lịch nghỉ đã công bố năm ${year}`,
};
/** What says that a day is given for a holiday on a day of rest. */
const sourceInLieu = (workingWeek: WorkingWeek) =>
  `Bộ luật Lao động 2019, Điều 111, khoản 3 (tuần làm việc ${workingWeek} ngày)`;
export const isInLieu = ({ source }: Pick<Holiday, 'source'>): boolean =>
  ([5, 6] as const).some((workingWeek) => sourceInLieu(workingWeek) === source);

/** The Government has settled the days off up to this year. */
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
  '2025-09-01': secondNationalDay,
  '2026-01-02': { vi: 'Nghỉ hoán đổi dịp Tết Dương lịch', en: 'Exchanged day off for New Year' },
  '2026-04-27': { vi: 'Nghỉ bù Giỗ Tổ Hùng Vương', en: 'In lieu of the Hung Kings’ day' },
  '2026-08-31': { vi: 'Nghỉ hoán đổi dịp Quốc khánh', en: 'Exchanged day off for National Day' },
  '2026-09-01': secondNationalDay,
};

const isTetRule = (rule: string) => rule.includes('vietnamese 1-0-1');

const calendar = new Holidays('VN', { types: ['public'] });
const years = new Map<string, ReadonlyMap<Day, Holiday>>();

/** The public holiday of Vietnam that falls on a day, as far as it can be computed; null on an ordinary day. */
export function publicHolidayOn(day: Day, workingWeek: WorkingWeek = 5): DayOff | null {
  const year = Number(day.slice(0, 4));
  const key = `${year}:${workingWeek}`;
  const known = years.get(key) ?? new Map(computedHolidays(year, workingWeek).map((holiday) => [holiday.day, holiday]));
  years.set(key, known);
  const holiday = known.get(day);
  return holiday ? dayOffOf(holiday) : null;
}

export const dayOffOf = ({ nameVi, nameEn, kind, verified }: Omit<Holiday, 'day' | 'source'>): DayOff => ({
  holiday: { vi: nameVi, en: nameEn },
  kind,
  verified,
});

/** The days of article 112 in a year, as far as the calendar and the moon tell them; Tết without the weekends beside it. */
function daysByLaw(
  year: number,
): { readonly days: readonly Day[]; readonly name: Bilingual; readonly isTet: boolean }[] {
  const english = calendar.getHolidays(year, 'en');
  return calendar.getHolidays(year, 'vi').map(({ date, start, end, name, rule }, index) => {
    const length = Math.round((end.getTime() - start.getTime()) / 86_400_000);
    const days = Array.from({ length }, (_, offset) => addDays(date.slice(0, 10), offset));
    const isTet = isTetRule(rule);
    return { days, isTet, name: isTet ? tet : { vi: name, en: english[index]!.name } };
  });
}

/**
 * What the calendar, the moon and the announced days come to in a year, in order: what its list begins with. Of a year nothing was
 * announced of, the second day of National Day and the days in lieu are proposals nobody has verified.
 */
export function computedHolidays(year: number, workingWeek: WorkingWeek = 5): Holiday[] {
  const isAnnounced = isAnnouncedYear(year);
  const source = isAnnounced ? sources.announced(year) : sources.moon;
  const byLaw = daysByLaw(year).flatMap(({ days, name, isTet }) =>
    (isTet ? withAdjoiningWeekends(days) : days).map((day) => holiday(day, name, isTet ? source : sources.law)),
  );
  const announced = Object.entries(announcedDaysOff)
    .filter(([day]) => day.startsWith(String(year)))
    .map(([day, name]) => holiday(day, name, sources.announced(year)));
  const proposed = isAnnounced ? [] : proposalsOf(year, workingWeek);
  const days = new Map([...proposed, ...announced, ...byLaw].map((one) => [one.day, one]));
  return [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

function proposalsOf(year: number, workingWeek: WorkingWeek): Holiday[] {
  const second = likelySecondNationalDay(year);
  return [
    { ...holiday(second, secondNationalDay, sources.nationalDay), verified: false },
    ...holidaysInLieu(year, workingWeek, second),
  ];
}

/** The days given for holidays on days of rest. @param second the second day of National Day; null while nobody chose it */
export function holidaysInLieu(year: number, workingWeek: WorkingWeek, second: Day | null): Holiday[] {
  const legal = [...daysByLaw(year).flatMap(({ days }) => days), ...(second ? [second] : [])];
  const inLieu = daysInLieu([...new Set(legal)].toSorted(), workingWeek);
  return [...inLieu].map(([day, of]) => ({
    ...holiday(day, inLieuOf(of), sourceInLieu(workingWeek)),
    verified: false,
  }));
}

/** Whether what is off in a year was announced, so that nothing of it is to be proposed. */
export const isAnnouncedYear = (year: number): boolean => year <= lastAnnouncedYear;

const inLieuOf = (day: Day): Bilingual => ({ vi: `Nghỉ bù ngày ${showDay(day)}`, en: `In lieu of ${showDay(day)}` });

/** The days that may be the second of National Day. */
export const nationalDayNeighbours = (year: number): readonly [before: Day, after: Day] => [
  `${year}-09-01`,
  `${year}-09-03`,
];

/** The working day of the two; where both are, the one that makes the longer break, else the one after. */
function likelySecondNationalDay(year: number): Day {
  const [before, after] = nationalDayNeighbours(year);
  if (isWeekend(before)) return after;
  return isWeekend(after) || isWeekend(addDays(before, -1)) ? before : after;
}

/** Days somebody says are to be days off and no law read here does: offered to the office, never on a list by themselves. */
export const offeredHolidays = (year: number): Holiday[] =>
  year < 2026
    ? []
    : [
        {
          ...holiday(`${year}-11-24`, { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnamese Culture Day' }, sources.culture),
          verified: false,
        },
      ];

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

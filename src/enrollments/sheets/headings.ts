import { dayPartWords } from '../../classes/classes.labels';
import type { DayPart } from '../../classes/day-parts';
import type { Day } from '../../platform/clock';
import { foldLabel } from '../../platform/names';
import type { TableKind } from '../../platform/sheets/header';
import { halfDayTitle } from '../half-day-title';

export interface WorkbookHalfDay {
  readonly id: string;
  readonly day: Day;
  readonly part: DayPart;
  /** When it begins, where the class has two in that part of the day. */
  readonly time: string | null;
}

export const headings = { code: 'Mã số', name: 'Họ và tên', unit: 'Đơn vị', reason: 'Lý do sửa' } as const;
export const inHeading = (halfDay: WorkbookHalfDay) =>
  [halfDayTitle(halfDay, 'vi'), halfDay.time].filter(Boolean).join(' ');
export const outHeading = (halfDay: WorkbookHalfDay) => `Ra về ${inHeading(halfDay).toLowerCase()}`;

/** A heading that speaks of a half-day, whether or not the class has such a one; folded. */
const ofSomeHalfDay = /^(ra ve )?((sang|chieu|toi)\b.*\d|\d{1,2} \d{1,2}\b)/;
export const speaksOfHalfDay = (heading: string): boolean => ofSomeHalfDay.test(foldLabel(heading));

/** As people shorten a heading: "Sáng 18/01", "18/1 sáng", "18/01/26". */
export function shortHeadings({ day, part }: WorkbookHalfDay): readonly string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  const [m, d] = [Number(month), Number(date)];
  const dates = [
    `${date}/${month}`,
    `${d}/${m}`,
    ...[year, year.slice(2)].flatMap((y) => [`${date}/${month}/${y}`, `${d}/${m}/${y}`]),
  ];
  return dates.flatMap((on) => [`${dayPartWords.vi[part]} ${on}`, `${on} ${dayPartWords.vi[part]}`, on]);
}

/** The headings of each half-day, the one of our own file first, then those that can mean no other of them. */
function headingsOf(halfDays: readonly WorkbookHalfDay[]): ReadonlyMap<string, readonly string[]> {
  const meant = new Map<string, Set<string>>();
  for (const halfDay of halfDays)
    for (const heading of [inHeading(halfDay), ...shortHeadings(halfDay)].map(foldLabel))
      meant.set(heading, (meant.get(heading) ?? new Set()).add(halfDay.id));
  return new Map(
    halfDays.map((halfDay) => [
      halfDay.id,
      [inHeading(halfDay), ...shortHeadings(halfDay).filter((short) => meant.get(foldLabel(short))!.size === 1)],
    ]),
  );
}

/** The table of an attendance sheet, for these half-days. */
export function attendanceTable(halfDays: readonly WorkbookHalfDay[]): TableKind<string> {
  const labels: Record<string, readonly string[]> = {
    ordinal: ['TT', 'STT'],
    code: [headings.code, 'Mã cán bộ', 'Mã'],
    name: [headings.name, 'Họ tên'],
    unit: [headings.unit],
    reason: [headings.reason, 'Lý do'],
  };
  for (const [id, known] of headingsOf(halfDays)) {
    labels[`in ${id}`] = known;
    labels[`out ${id}`] = known.map((heading) => `Ra về ${heading}`);
  }
  return {
    labels,
    required: [['name'], ['code']],
    own: ['reason', ...Object.keys(labels).filter((key) => / /.test(key))],
  };
}

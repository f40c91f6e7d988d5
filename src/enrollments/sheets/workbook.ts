import { dayPartWords } from '../../classes/classes.labels';
import type { DayPart } from '../../classes/day-parts';
import type { Day } from '../../platform/clock';
import { beginning, foldLabel, foldName } from '../../platform/names';
import { cellText, isBlank } from '../../platform/sheets/cells';
import type { TableKind } from '../../platform/sheets/header';
import { readingOf, type TableReading, type WhatWasRead } from '../../platform/sheets/tables';
import type { WrittenCell } from '../../platform/sheets/xlsx/write-xlsx';
import type { Bilingual } from '../../platform/messages/words';
import type { AttendanceMark } from '../attendance-line.entity';
import { AnotherClassWorkbook, HalfDayColumnLost, NoHalfDayColumns } from './imports.refusals';
import { halfDayTitle } from '../half-day-title';

export interface WorkbookHalfDay {
  readonly id: string;
  readonly day: Day;
  readonly part: DayPart;
  /** When it begins, where the class has two in that part of the day. */
  readonly time: string | null;
}

export interface WorkbookPerson {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly personCode: string;
  readonly fullName: string;
  readonly unitName: string;
  /** By the id of the half-day. */
  readonly lines: Readonly<Record<string, WorkbookLine>>;
}

interface WorkbookLine {
  readonly mark: AttendanceMark;
  readonly expected: boolean;
  readonly wasIn: boolean;
  readonly wasOut: boolean;
}

/** What one row of a filled sheet says. */
export interface FilledRow {
  /** As the sheet numbers its rows, from 1. */
  readonly row: number;
  readonly code: string | null;
  readonly name: string | null;
  readonly marks: Readonly<Record<string, Exclude<AttendanceMark, 'unmarked'>>>;
  readonly outs: readonly string[];
  readonly reason: string | null;
  readonly problems: readonly Bilingual[];
}

export interface FilledSheet extends WhatWasRead {
  readonly halfDayIds: readonly string[];
  readonly rows: readonly FilledRow[];
}

const shortMarks = { present: 'x', excused: 'P', unexcused: 'K', unmarked: '' } as const;
/** At a half-day from before the person joined; read back as blank. */
const notYetIn = '–';
const classCodeLabel = 'Mã lớp:';
const headings = { code: 'Mã số', name: 'Họ và tên', unit: 'Đơn vị', reason: 'Lý do sửa' } as const;
const inHeading = (halfDay: WorkbookHalfDay) => [halfDayTitle(halfDay, 'vi'), halfDay.time].filter(Boolean).join(' ');
const outHeading = (halfDay: WorkbookHalfDay) => `Ra về ${inHeading(halfDay).toLowerCase()}`;
/** A heading that speaks of a half-day, whether or not the class has such a one; folded. */
const ofSomeHalfDay = /^(ra ve )?((sang|chieu|toi)\b.*\d|\d{1,2} \d{1,2}\b)/;

/** As people shorten a heading: "Sáng 18/01", "18/1 sáng", "18/01/26". */
function shortHeadings({ day, part }: WorkbookHalfDay): readonly string[] {
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

/**
 * The roster with a column for each half-day, and for a single one also who went out; filled in as far as it is known.
 * It comes back in the same shape, so it is in Vietnamese whoever asks for it.
 */
export function attendanceWorkbook(
  { code, name }: { readonly code: string; readonly name: string },
  halfDays: readonly WorkbookHalfDay[],
  people: readonly WorkbookPerson[],
): { widths: number[]; rows: (readonly (WrittenCell | null)[])[] } {
  const [only] = halfDays;
  const hasOuts = halfDays.length === 1;
  const titles = halfDays.map(inHeading);
  const columns = ['TT', headings.code, headings.name, headings.unit, ...titles];
  if (hasOuts) columns.push(outHeading(only!));
  columns.push(headings.reason);
  const across = (value: string, look: WrittenCell['look']) => [{ value, look, columns: columns.length }];
  const rows = people.map(({ personCode, fullName, unitName, lines }, index) => [
    { value: index + 1 },
    ...[personCode, fullName, unitName].map((value) => ({ value })),
    ...halfDays.map(({ id }) => ({ value: shortMarkOf(lines[id]) })),
    ...(hasOuts ? [{ value: lines[only!.id]?.wasOut ? 'x' : '' }] : []),
    { value: '' },
  ]);
  return {
    widths: [5, 14, 28, 28, ...titles.map(() => 12), ...(hasOuts ? [12] : []), 30],
    rows: [
      across('DANH SÁCH ĐIỂM DANH', 'title'),
      across(name, 'bold'),
      across(`${classCodeLabel} ${code}`, 'italic'),
      across(
        'x: có mặt · P: vắng có phép · K: vắng không phép · –: chưa vào lớp · để trống: giữ nguyên. Muốn sửa người đã điểm danh thì ghi lý do ở cột cuối.',
        'italic',
      ),
      [],
      columns.map((value) => ({ value, look: 'heading' as const })),
      ...rows,
    ],
  };
}

const shortMarkOf = (line: WorkbookLine | undefined) =>
  line?.mark === 'unmarked' && !line.expected ? notYetIn : shortMarks[line?.mark ?? 'unmarked'];

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

/** @throws NoHalfDayColumns | HalfDayColumnLost | AnotherClassWorkbook */
export function readAttendanceSheet(
  reading: TableReading<string>,
  classCode: string,
  halfDays: readonly WorkbookHalfDay[],
): FilledSheet {
  assertOfClass(reading, classCode);
  const isFound = (id: string) =>
    reading.read.some(({ header }) => header.columns.has(`in ${id}`) || header.columns.has(`out ${id}`));
  const found = halfDays.filter(({ id }) => isFound(id));
  if (found.length === 0) throw new NoHalfDayColumns(halfDays[0] ? inHeading(halfDays[0]) : null);
  assertNoneLost(reading);

  const rows = reading.read.flatMap((table) => table.rows).filter(({ isAbove, leftOut }) => !isAbove && !leftOut);
  const filled = rows.map(({ row: read }) => {
    const marks: Record<string, Exclude<AttendanceMark, 'unmarked'>> = {};
    const outs: string[] = [];
    for (const { id } of found) {
      const mark = read.value(`in ${id}`, 'mark', markOf, 'x, P, K');
      if (mark) marks[id] = mark;
      if (read.mark(`out ${id}`, 'out')) outs.push(id);
    }
    return {
      row: read.rowNumber,
      code: read.text('code'),
      name: read.text('name'),
      marks,
      outs,
      reason: read.text('reason') && beginning(read.text('reason')!, 500),
      problems: read.problems.map(({ message }) => message),
    };
  });
  const taken = rows.filter((_, index) => saysSomething(filled[index]!));
  return {
    halfDayIds: found.map(({ id }) => id),
    rows: filled.filter(saysSomething),
    ...readingOf(reading, taken, { tellsRows: true }),
  };
}

/** @throws AnotherClassWorkbook */
function assertOfClass({ read }: TableReading<string>, classCode: string): void {
  const named = read
    .flatMap(({ rows }) =>
      rows.filter(({ isAbove }) => isAbove).flatMap(({ cells }) => cells.map((cell) => cellText(cell))),
    )
    .find((text) => text.startsWith(classCodeLabel));
  const namedCode = named?.slice(classCodeLabel.length).trim();
  if (namedCode && namedCode !== classCode) throw new AnotherClassWorkbook(namedCode, classCode);
}

/** @throws HalfDayColumnLost */
function assertNoneLost({ read }: TableReading<string>): void {
  for (const { header, rows } of read)
    for (const { index, label } of header.unknown) {
      if (!ofSomeHalfDay.test(foldLabel(label))) continue;
      const filled = rows.filter(({ isAbove, cells }) => !isAbove && !isBlank(cells[index])).length;
      if (filled > 0) throw new HalfDayColumnLost(label, filled);
    }
}

/** Titles, totals and signatures below the list have no code and no marks. */
const saysSomething = ({ code, marks, outs, problems }: FilledRow) =>
  code !== null || Object.keys(marks).length + outs.length + problems.length > 0;

function markOf(text: string): Exclude<AttendanceMark, 'unmarked'> | null {
  const folded = foldLabel(text) || text;
  if (['x', 'co', 'co mat', '1', '✓', '✔'].includes(folded)) return 'present';
  if (['p', 'cp', 'co phep', 'vang co phep'].includes(folded)) return 'excused';
  if (['k', 'kp', 'khong phep', 'vang khong phep'].includes(folded)) return 'unexcused';
  return null;
}

export const isSameName = (one: string, other: string) => foldName(one) === foldName(other);

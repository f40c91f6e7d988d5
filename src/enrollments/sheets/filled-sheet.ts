import { AnotherClassWorkbook } from '../../platform/imports/imports.refusals';
import type { Bilingual } from '../../platform/messages/words';
import { beginning, foldLabel } from '../../platform/names';
import { cellText, isBlank } from '../../platform/sheets/cells';
import type { ReadTable } from '../../platform/sheets/table-rows';
import { readingOf, type TableReading, type WhatWasRead } from '../../platform/sheets/tables';
import { halfDayTitle } from '../half-day-title';
import type { AttendanceMark } from '../attendance-line.entity';
import { type EarlierHalfDay, earlierUnder, headingPassedOn } from './earlier-half-days';
import { inHeading, speaksOfHalfDay, type WorkbookHalfDay } from './headings';
import { HalfDayColumnLost, HalfDayHeadingPassedOn, NoHalfDayColumns } from './imports.refusals';
import { classCodeLabel, takenAtIn } from './workbook';

/** What one row of a filled sheet says. */
export interface FilledRow {
  /** As the sheet numbers its rows, from 1. */
  readonly row: number;
  /** Where the rows of several sheets are read; else null. */
  readonly sheet: string | null;
  /** The table it stands in. */
  readonly table: string;
  readonly code: string | null;
  readonly name: string | null;
  readonly marks: Readonly<Record<string, Exclude<AttendanceMark, 'unmarked'>>>;
  readonly outs: readonly string[];
  readonly reason: string | null;
  readonly problems: readonly Bilingual[];
}

export interface FilledSheet extends WhatWasRead {
  readonly halfDayIds: readonly string[];
  /** What they were called when the file was read, by their ids. */
  readonly titles: Readonly<Record<string, string>>;
  readonly rows: readonly FilledRow[];
  /** What to know of whole columns. */
  readonly warnings: readonly Bilingual[];
}

/** The class a file is said to be of, as it is now. */
export interface ClassOfSheet {
  readonly code: string;
  readonly halfDays: readonly WorkbookHalfDay[];
  readonly earlier: readonly EarlierHalfDay[];
}

/** @throws AnotherClassWorkbook | NoHalfDayColumns | HalfDayColumnLost | HalfDayHeadingPassedOn */
export function readAttendanceSheet(
  reading: TableReading<string>,
  { code, halfDays, earlier }: ClassOfSheet,
): FilledSheet {
  for (const table of reading.read) assertOfClass(table, code);
  const isFound = (id: string) =>
    reading.read.some(({ header }) => header.columns.has(`in ${id}`) || header.columns.has(`out ${id}`));
  const found = halfDays.filter(({ id }) => isFound(id));
  for (const table of reading.read) assertNoneLost(table, earlier, found.length > 0);
  if (found.length === 0) throw new NoHalfDayColumns(halfDays[0] ? inHeading(halfDays[0]) : null);
  const warnings = reading.read.flatMap((table) => passedOn(table, found, earlier));

  const rows = reading.read.flatMap((table) =>
    table.rows
      .filter(({ isAbove, leftOut }) => !isAbove && !leftOut)
      .map((row) => ({ ...row, table: table.id, sheet: reading.isOfSeveralSheets ? table.sheet.name : null })),
  );
  const isTicked = rows.some(({ row }) => found.some(({ id }) => ticks.includes(row.text(`in ${id}`) ?? '')));
  const filled = rows.map(({ row: read, table, sheet }) => {
    const marks: Record<string, Exclude<AttendanceMark, 'unmarked'>> = {};
    const outs: string[] = [];
    for (const { id } of found) {
      const mark = read.value(`in ${id}`, 'mark', (text) => markOf(text, isTicked), 'x, P, K');
      if (mark) marks[id] = mark;
      if (read.mark(`out ${id}`, 'out')) outs.push(id);
    }
    return {
      row: read.rowNumber,
      sheet,
      table,
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
    titles: Object.fromEntries(found.map((halfDay) => [halfDay.id, halfDayTitle(halfDay, 'vi')])),
    rows: filled.filter(saysSomething),
    warnings,
    ...readingOf(reading, taken, { tellsRows: true }),
  };
}

const textsAbove = ({ rows }: ReadTable<string>): readonly string[] =>
  rows.filter(({ isAbove }) => isAbove).flatMap(({ cells }) => cells.map((cell) => cellText(cell)));

/** @throws AnotherClassWorkbook */
function assertOfClass(table: ReadTable<string>, classCode: string): void {
  const named = textsAbove(table).find((text) => text.startsWith(classCodeLabel));
  const namedCode = named?.slice(classCodeLabel.length).trim();
  if (namedCode && namedCode !== classCode) throw new AnotherClassWorkbook(namedCode, classCode);
}

/** @throws HalfDayColumnLost */
function assertNoneLost(
  { header, rows }: ReadTable<string>,
  earlier: readonly EarlierHalfDay[],
  isOfClass: boolean,
): void {
  for (const { index, label } of header.unknown) {
    if (!speaksOfHalfDay(label)) continue;
    const filled = rows.filter(({ isAbove, cells }) => !isAbove && !isBlank(cells[index])).length;
    const [was = null] = earlierUnder(label, earlier);
    // A file none of whose columns ever was one of the class is of another class.
    if (filled > 0 && (isOfClass || was)) throw new HalfDayColumnLost(label, filled, was);
  }
}

/**
 * What is to be asked of headings that were another half-day's before, where the file does not say that it is younger.
 * @throws HalfDayHeadingPassedOn where it says that it is older
 */
function passedOn(
  table: ReadTable<string>,
  found: readonly WorkbookHalfDay[],
  earlier: readonly EarlierHalfDay[],
): readonly Bilingual[] {
  const takenAt = textsAbove(table).flatMap((text) => takenAtIn(text) ?? [])[0];
  return found.flatMap((halfDay) =>
    [`in ${halfDay.id}`, `out ${halfDay.id}`].flatMap((key) => {
      const label = table.header.columns.get(key)?.label;
      const others = earlier.filter(({ id }) => id !== halfDay.id);
      const [last] = label === undefined ? [] : earlierUnder(label, others);
      if (!last || (takenAt && takenAt >= last.until)) return [];
      if (takenAt) throw new HalfDayHeadingPassedOn(label!, last);
      return [headingPassedOn(label!, last)];
    }),
  );
}

/** Titles, totals and signatures below the list have no code and no marks: “Ký hiệu: P vắng có phép” below the codes is none. */
const saysSomething = ({ code, name, marks, outs, problems }: FilledRow) =>
  Object.keys(marks).length + outs.length + problems.length > 0 ||
  (code !== null && (name !== null || !/\s/.test(code)));

const ticks = ['✓', '✔'];

/** @param isTicked whether the sheet has ticks: only beside them a cross says that somebody was not there */
function markOf(text: string, isTicked: boolean): Exclude<AttendanceMark, 'unmarked'> | null {
  const folded = foldLabel(text) || text;
  if (['x', 'co', 'co mat', '1', ...ticks].includes(folded)) return 'present';
  if (isTicked && ['✗', '✘'].includes(folded)) return 'unexcused';
  if (['p', 'cp', 'co phep', 'vang co phep'].includes(folded)) return 'excused';
  if (['k', 'kp', 'khong phep', 'vang khong phep'].includes(folded)) return 'unexcused';
  return null;
}

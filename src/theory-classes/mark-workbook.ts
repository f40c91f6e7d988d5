import type { SheetRow } from '../platform/sheets/sheet-row';
import type { ClassItem } from '../classes/classes.queries';
import type { Bilingual } from '../platform/messages/words';
import { beginning, foldLabel, tidyName } from '../platform/names';
import type { FieldError } from '../platform/problems/refusal';
import { cellText, isBlank } from '../platform/sheets/cells';
import type { ColumnLabels, TableKind } from '../platform/sheets/header';
import type { ReadTable } from '../platform/sheets/table-rows';
import { readingOf, type TableReading, type WhatWasRead } from '../platform/sheets/tables';
import type { WrittenCell } from '../platform/sheets/xlsx/written-cell';
import { AnotherClassWorkbook } from '../platform/imports/imports.refusals';
import { HeadingOfAnotherModule, ModuleColumnLost } from './mark-imports.refusals';
import { numberAlone } from './mark-imports.words';
import type { Attempt } from './mark-sheet';
import type { MarksRow } from './marks.queries';
import type { ModuleItem } from './theory-classes.queries';

/** What of somebody's marks goes into a workbook. */
interface WorkbookRow extends Pick<MarksRow, 'personCode' | 'fullName' | 'unitName'> {
  readonly marks: readonly Pick<MarksRow['marks'][number], 'first' | 'resit'>[];
}

type NumberedModule = Pick<ModuleItem, 'id' | 'number' | 'name'>;

/** One row of a workbook of marks that came back: who, and the marks that are filled in. */
export interface MarkSheetRow {
  readonly rowNumber: number;
  /** Where the rows of several sheets are read; else null. */
  readonly sheet: string | null;
  /** The table it stands in. */
  readonly table: string;
  /** '' when missing. */
  readonly code: string;
  readonly fullName: string;
  readonly marks: readonly { readonly moduleId: string; readonly attempt: Attempt; readonly mark: number }[];
  readonly problems: readonly FieldError[];
}

export interface MarkSheet extends WhatWasRead {
  readonly rows: readonly MarkSheetRow[];
  /** What its modules were called when it was read, by their ids. */
  readonly names: Readonly<Record<string, string>>;
  /** What to know of whole columns. */
  readonly warnings: readonly Bilingual[];
}

const attempts = [1, 2] as const satisfies readonly Attempt[];
const attemptLabels: Readonly<Record<Attempt, string>> = { 1: 'lần 1', 2: 'thi lại' };
/** In brackets, which a reader of headings passes over; a name cut short keeps the column narrow. */
const noteOf = (name: string) => `(${beginning(name.replace(/[()]/g, ' '), 100).trim()})`;
const columnOf = (number: number, attempt: Attempt) => `HP ${number} – ${attemptLabels[attempt]}`;
const titleLabel = 'BẢNG ĐIỂM LỚP';
/** A heading that speaks of the marks of a module, whether or not the class has such a one; folded, without its name. */
const ofSomeModule = /^(hp|hoc phan) \d+ (lan \d+|thi lai|diem.*)$/;
const keyOf = (number: number, attempt: Attempt) => `mark.${number}.${attempt}`;

export const workbookWidths = (modules: readonly NumberedModule[]) => [
  5,
  14,
  26,
  28,
  ...modules.flatMap(() => attempts.map(() => 14)),
];

/** The roster with the marks so far; the code of the person is what a row goes by when it comes back. */
export function markWorkbook(
  { code, name }: Pick<ClassItem, 'code' | 'name'>,
  modules: readonly NumberedModule[],
  rows: readonly WorkbookRow[],
): (WrittenCell | null)[][] {
  const columns = 4 + modules.length * attempts.length;
  const across = (value: string, look: WrittenCell['look']): WrittenCell[] => [{ value, look, columns }];
  const heading = (value: string): WrittenCell => ({ value, look: 'heading' });
  return [
    across(`${titleLabel} ${code}`, 'title'),
    across(name, 'bold'),
    across('Điền điểm từ 0 đến 10; ô để trống thì điểm đã lưu giữ nguyên. Không sửa cột Mã cán bộ.', 'italic'),
    [],
    [
      ...['TT', 'Mã cán bộ', 'Họ và tên', 'Đơn vị'].map(heading),
      ...modules.flatMap((module) =>
        attempts.map((attempt) => heading(`${columnOf(module.number, attempt)} ${noteOf(module.name)}`)),
      ),
    ],
    ...rows.map(({ personCode, fullName, unitName, marks }, index) => [
      ...[index + 1, personCode, fullName, unitName].map((value): WrittenCell => ({ value })),
      ...marks.flatMap(({ first, resit }) => [first, resit].map((mark): WrittenCell => ({ value: mark ?? '' }))),
    ]),
  ];
}

const personLabels = {
  ordinal: ['TT', 'STT', 'Số TT'],
  code: ['Mã cán bộ', 'Mã số', 'Mã', 'Mã học viên'],
  fullName: ['Họ và tên', 'Họ tên'],
  unit: ['Đơn vị', 'Đơn vị công tác'],
} as const;

const markColumns = (modules: readonly NumberedModule[]) =>
  modules.flatMap((module) => attempts.map((attempt) => ({ module, attempt, key: keyOf(module.number, attempt) })));

/** The table of a sheet of marks, for these modules. */
export function markTable(modules: readonly NumberedModule[]): TableKind<string> {
  const columns = markColumns(modules);
  const labels: ColumnLabels<string> = {
    ...personLabels,
    ...Object.fromEntries(
      columns.map(({ module: { number }, attempt, key }) => [
        key,
        [columnOf(number, attempt), `Học phần ${number} ${attemptLabels[attempt]}`],
      ]),
    ),
  };
  const keys = columns.map(({ key }) => key);
  return { labels, required: [['fullName', 'code'], ['code'], keys], own: keys };
}

/**
 * Reads marks by the codes of people and the numbers of modules.
 * @throws AnotherClassWorkbook | HeadingOfAnotherModule | ModuleColumnLost
 */
export function readMarkSheet(
  reading: TableReading<string>,
  classCode: string,
  modules: readonly NumberedModule[],
): MarkSheet {
  const columns = markColumns(modules);
  for (const table of reading.read) {
    assertOfClass(table, classCode);
    assertNoneLost(table);
  }
  const warnings = columns.flatMap(({ module, key }) =>
    reading.read.flatMap(({ header }) => {
      const heading = header.columns.get(key);
      return heading ? byNumberAlone(heading.label, module, modules) : [];
    }),
  );
  const taken = reading.read
    .flatMap(({ id, sheet, rows }) =>
      rows.map((row) => ({ ...row, table: id, sheet: reading.isOfSeveralSheets ? sheet.name : null })),
    )
    .flatMap(({ row, cells, isAbove, leftOut, table, sheet }) => {
      if (isAbove || leftOut || cells.every((cell) => isBlank(cell))) return [];
      const marks = columns.flatMap(({ module, attempt, key }) => {
        const mark = isTooPrecise(row.text(key)) ? noteTooPrecise(row, key) : row.value(key, key, readMark, '7,5; 8');
        return mark === null ? [] : [{ moduleId: module.id, attempt, mark }];
      });
      const code = row.text('code') ?? '';
      // A total or a signature below the list.
      if (code === '' && marks.length === 0 && row.problems.length === 0) return [];
      const { rowNumber, problems } = row;
      const fullName = tidyName(row.text('fullName') ?? '');
      return [{ row, read: { rowNumber, sheet, table, code, fullName, marks, problems } }];
    });
  const names = Object.fromEntries(modules.map(({ id, name }) => [id, name]));
  return { rows: taken.map(({ read }) => read), names, warnings, ...readingOf(reading, taken, { tellsRows: true }) };
}

/** @throws AnotherClassWorkbook */
function assertOfClass({ rows }: ReadTable<string>, classCode: string): void {
  const above = rows.filter(({ isAbove }) => isAbove).flatMap(({ cells }) => cells.map((cell) => cellText(cell)));
  const named = above
    .find((text) => text.startsWith(`${titleLabel} `))
    ?.slice(titleLabel.length)
    .trim();
  if (named && named !== classCode) throw new AnotherClassWorkbook(named, classCode);
}

/** @throws ModuleColumnLost */
function assertNoneLost({ header, rows }: ReadTable<string>): void {
  for (const { index, label } of header.unknown) {
    if (!ofSomeModule.test(foldLabel(label.replace(inBrackets, ' ')))) continue;
    const filled = rows.filter(({ isAbove, cells }) => !isAbove && !isBlank(cells[index])).length;
    if (filled > 0) throw new ModuleColumnLost(label, filled);
  }
}

/**
 * Modules are renumbered while a workbook is away: the name in a heading must be that of its number, and a number alone is asked about.
 * @throws HeadingOfAnotherModule
 */
function byNumberAlone(
  heading: string,
  module: NumberedModule,
  modules: readonly NumberedModule[],
): readonly Bilingual[] {
  const said = inBrackets.exec(heading)?.[0];
  if (!said) return [numberAlone(heading, module)];
  const isNamed = ({ name }: NumberedModule) => foldLabel(noteOf(name)) === foldLabel(said);
  if (!isNamed(module)) throw new HeadingOfAnotherModule(heading, module, modules.find(isNamed)?.number ?? null);
  return [];
}

const inBrackets = /\([^)]*\)/;

/** A mark with more decimals than are kept: an average that nobody rounded. */
const isTooPrecise = (text: string | null): boolean => /^(10|\d)[.,]\d{3,}$/.test(text ?? '');

/** Which way it is rounded is not for a reader of files to say. */
function noteTooPrecise(row: SheetRow<string>, key: string): null {
  row.note(key, 'too_many_decimals', {
    vi: `${row.quote(key)} có nhiều hơn hai chữ số thập phân. Hãy làm tròn điểm trong tệp (hàm ROUND) rồi gửi lại.`,
    en: `${row.quote(key)} has more than two decimals. Round the mark in the file (ROUND) and send it again.`,
  });
  return null;
}

/** A mark from 0 to 10 with at most two decimals, after a comma or a point. */
function readMark(text: string): number | null {
  return /^(10([.,]0{1,2})?|\d([.,]\d{1,2})?)$/.test(text) ? Number(text.replace(',', '.')) : null;
}

export const rowProblem = (field: string, code: string, message: Bilingual): FieldError => ({ field, code, message });

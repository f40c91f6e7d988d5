import type { SheetRow } from '../platform/sheets/sheet-row';
import type { ClassItem } from '../classes/classes.queries';
import type { Bilingual } from '../platform/messages/words';
import { beginning, foldLabel, foldName, tidyName } from '../platform/names';
import type { FieldError } from '../platform/problems/refusal';
import { isBlank } from '../platform/sheets/cells';
import type { ColumnLabels, TableKind } from '../platform/sheets/header';
import { readingOf, type TableReading, type WhatWasRead } from '../platform/sheets/tables';
import type { WrittenCell } from '../platform/sheets/xlsx/write-xlsx';
import { HeadingOfAnotherModule } from './mark-imports.refusals';
import type { Attempt } from './mark-sheet';
import type { MarksRow } from './marks.queries';
import type { ModuleItem } from './theory-classes.queries';

type NumberedModule = Pick<ModuleItem, 'id' | 'number' | 'name'>;

/** One row of a workbook of marks that came back: who, and the marks that are filled in. */
export interface MarkSheetRow {
  readonly rowNumber: number;
  /** '' when missing. */
  readonly code: string;
  readonly fullName: string;
  readonly marks: readonly { readonly moduleId: string; readonly attempt: Attempt; readonly mark: number }[];
  readonly problems: readonly FieldError[];
}

export interface MarkSheet extends WhatWasRead {
  readonly rows: readonly MarkSheetRow[];
}

const attempts = [1, 2] as const satisfies readonly Attempt[];
const attemptLabels: Readonly<Record<Attempt, string>> = { 1: 'lần 1', 2: 'thi lại' };
/** In brackets, which a reader of headings passes over; a name cut short keeps the column narrow. */
const noteOf = (name: string) => `(${beginning(name.replace(/[()]/g, ' '), 100).trim()})`;
const columnOf = (number: number, attempt: Attempt) => `HP ${number} – ${attemptLabels[attempt]}`;
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
  rows: readonly MarksRow[],
): (WrittenCell | null)[][] {
  const columns = 4 + modules.length * attempts.length;
  const across = (value: string, look: WrittenCell['look']): WrittenCell[] => [{ value, look, columns }];
  const heading = (value: string): WrittenCell => ({ value, look: 'heading' });
  return [
    across(`BẢNG ĐIỂM LỚP ${code}`, 'title'),
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
  return { labels, required: [['code'], keys], own: keys };
}

/** Reads marks by the codes of people and the numbers of modules. @throws HeadingOfAnotherModule */
export function readMarkSheet(reading: TableReading<string>, modules: readonly NumberedModule[]): MarkSheet {
  const columns = markColumns(modules);
  for (const { module, key } of columns)
    for (const { header } of reading.read) {
      const heading = header.columns.get(key);
      if (heading) assertNames(heading.label, module, modules);
    }
  const taken = reading.read
    .flatMap((table) => table.rows)
    .flatMap(({ row, cells, isAbove, leftOut }) => {
      if (isAbove || leftOut || cells.every((cell) => isBlank(cell))) return [];
      const marks = columns.flatMap(({ module, attempt, key }) => {
        const mark = isTooPrecise(row.text(key)) ? noteTooPrecise(row, key) : row.value(key, key, readMark, '7,5; 8');
        return mark === null ? [] : [{ moduleId: module.id, attempt, mark }];
      });
      const code = row.text('code') ?? '';
      // A total or a signature below the list.
      if (code === '' && marks.length === 0 && row.problems.length === 0) return [];
      const { rowNumber, problems } = row;
      return [{ row, read: { rowNumber, code, fullName: tidyName(row.text('fullName') ?? ''), marks, problems } }];
    });
  return { rows: taken.map(({ read }) => read), ...readingOf(reading, taken, { tellsRows: true }) };
}

/** Modules are renumbered while a workbook is away: the name in a heading must be that of its number. */
function assertNames(heading: string, module: NumberedModule, modules: readonly NumberedModule[]): void {
  const said = /\([^)]*\)/.exec(heading)?.[0];
  const isNamed = ({ name }: NumberedModule) => foldLabel(noteOf(name)) === foldLabel(said!);
  if (!said || isNamed(module)) return;
  throw new HeadingOfAnotherModule(heading, module, modules.find(isNamed)?.number ?? null);
}

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

export const isSameName = (one: string, other: string) => foldName(one) === foldName(other);

export const rowProblem = (field: string, code: string, message: Bilingual): FieldError => ({ field, code, message });

import { foldLabel, tidyText } from '../platform/names';
import { InvalidInput } from '../platform/problems/refusals';
import { type Sheet } from '../platform/sheets/cells';
import { findHeader } from '../platform/sheets/find-headers';
import type { ColumnLabels } from '../platform/sheets/header';
import { SheetRow } from '../platform/sheets/sheet-row';
import { inLine, tooManyLines, unreadLine } from './organization.refusals';
import { type addedKinds, longestCode, longestName } from './unit-facts';

/** A unit as a list gives it: below which one is said by a code, of the tree or of the list itself. */
export interface ListedUnit {
  readonly code: string;
  readonly kind: (typeof addedKinds)[number];
  readonly nameVi: string;
  readonly nameEn?: string | undefined;
  readonly parentCode: string;
  /** Where somebody who corrects the list finds it; its place unless told. */
  readonly line?: number;
}

/** More than a Bloc has; more would be a mistake of whoever pasted. */
export const mostUnits = 500;

const groupWords = ['tập đoàn', 'group'];

/** What a sheet calls the columns, in the order of a pasted line. */
const labels = {
  code: ['Mã', 'Mã đơn vị', 'Mã số', 'Code'],
  nameVi: ['Tên', 'Tên đơn vị', 'Tên tiếng Việt', 'Đơn vị', 'Tên tổ chức cơ sở đảng', 'Name', 'Name in Vietnamese'],
  parentCode: [
    'Mã cấp trên',
    'Mã đơn vị cấp trên',
    'Cấp trên',
    'Đơn vị cấp trên',
    'Trực thuộc',
    'Code of the unit above',
  ],
  nameEn: ['Tên tiếng Anh', 'Name in English', 'English name'],
  kind: ['Loại', 'Loại đơn vị', 'Loại hình', 'Kind'],
} as const satisfies ColumnLabels<string>;

type UnitColumn = keyof typeof labels;
const columns = Object.keys(labels) as UnitColumn[];

/** The units of a sheet as the lines somebody would paste. @throws MissingColumns without a heading for code and name */
export function unitLinesOf(sheet: Sheet): string {
  const header = findHeader<UnitColumn>(sheet, { labels, required: [['code'], ['nameVi']] });
  return sheet.rows
    .slice(header.dataRow)
    .map((row, index) => new SheetRow(header, row, header.dataRow + index + 1))
    .map((row) => columns.map((column) => row.text(column) ?? ''))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => cells.join('\t').trimEnd())
    .join('\n');
}

/**
 * Units as an office pastes them, one a line: code, name, code of the unit above, English name, kind. What stands between
 * is the tab a sheet gives, or else a semicolon.
 * @param parentCode of the unit above for lines that name none
 * @throws InvalidInput for lines without code and name or with longer ones than there may be, and for too many
 */
export function readUnitLines(pasted: string, parentCode: string): ListedUnit[] {
  const read = pasted
    .normalize('NFC')
    .split(/\r?\n/)
    .map((text, index) => ({ cells: text.split(text.includes('\t') ? '\t' : ';').map(tidyText), line: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (read[0] && isHeading(read[0].cells)) read.shift();
  if (read.length > mostUnits) throw new InvalidInput([tooManyLines(read.length, mostUnits)]);
  const units = read.map(({ cells: [code = '', nameVi = '', parent = '', nameEn = '', kind = ''], line }) => ({
    code,
    nameVi,
    nameEn: nameEn || undefined,
    parentCode: parent || parentCode,
    kind: groupWords.includes(kind.toLocaleLowerCase('vi')) ? ('group' as const) : ('base' as const),
    line,
  }));
  const problems = units.flatMap(({ code, nameVi, nameEn = '', line }) => {
    if (!code || !nameVi) return [unreadLine(line)];
    const isTooLong = code.length > longestCode || [nameVi, nameEn].some(({ length }) => length > longestName);
    return isTooLong ? [inLine(line, code.slice(0, longestCode), 'too_long')] : [];
  });
  if (problems.length > 0) throw new InvalidInput(problems);
  return units;
}

/** Rows are pasted with their heading as often as without. */
const isHeading = ([code = '', nameVi = '']: readonly string[]): boolean =>
  labels.code.some((label) => foldLabel(label) === foldLabel(code)) &&
  labels.nameVi.some((label) => foldLabel(label) === foldLabel(nameVi));

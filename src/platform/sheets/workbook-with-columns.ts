import type { Upload } from '../uploads';
import { pack, unpack } from './archive';
import { cellText, type Sheet } from './cells';
import { readCsv, separatorOf, writeCsv } from './csv';
import { encodingOf, maxColumns, orRefusal, readSheets } from './workbook';
import { plainPart, plainXlsx } from './xlsx/plain-xlsx';
import { openBook } from './xlsx/read-xlsx';
import { type AddedRow, lineHeight, withCells } from './xlsx/added-cells';
import { lastMergedColumn, styleAt, widthsOf, withWidths } from './xlsx/added-columns';
import { withWrappedStyles } from './xlsx/added-styles';
import { relationsOf, textOf } from './xlsx/parts';
import { withPrintAreas } from './xlsx/print-areas';
import { withoutWhatRuns } from './xlsx/safe';
import { largest } from '../lists';

/** A column to stand right of everything a sheet holds. */
export interface AddedColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  /** By row number, as the sheet numbers its rows; rows without a text stay blank. */
  readonly texts: ReadonlyMap<number, string>;
}

/** What is to be added to a sheet that was read; headings and rows as the sheet numbers them. */
export interface Addition {
  readonly sheet: Sheet;
  readonly headingRows: readonly number[];
  readonly columns: readonly AddedColumn[];
}

/**
 * The file as it was sent, one of another format as an .xlsx, with columns added to the sheets that were read. Its looks stay, with its drop-downs and with what
 * colours cells by what stands in them; whatever else in it could compute, run or reach out of the file is gone, and every text
 * is a text, whatever it begins with. What is printed of a sheet takes the columns in.
 * @throws DamagedWorkbook
 */
export async function workbookWithColumns(file: Upload, additions: readonly Addition[]): Promise<Buffer> {
  const [first] = additions;
  if (!comesBackAsXlsx(first!.sheet)) return csvWith(file, first!);
  if (first!.sheet.looks!.part) return orRefusal(file, () => xlsxWith(file.content, additions));
  return plainWith(file, additions);
}

/** Whether it is an .xlsx that comes back: only of text there is nothing to be looked at. */
export const comesBackAsXlsx = ({ looks }: Sheet): boolean => looks !== undefined;

/** Other formats are read, not written: what stands in them comes back at its places. */
async function plainWith(file: Upload, additions: readonly Addition[]): Promise<Buffer> {
  const read = new Set(additions.map(({ sheet }) => sheet.name));
  const sheets = (await readSheets(file)).filter(({ name, looks }) => !looks!.isHidden || read.has(name));
  const moved = additions.map((addition) => {
    const part = plainPart(sheets.findIndex(({ name }) => name === addition.sheet.name));
    return { ...addition, sheet: { ...addition.sheet, looks: { ...addition.sheet.looks!, part } } };
  });
  return xlsxWith(await plainXlsx(sheets), moved);
}

async function xlsxWith(content: Buffer, additions: readonly Addition[]): Promise<Buffer> {
  const parts = await unpack(content, 'all');
  const { stylesPart } = openBook(parts);
  const safe = withoutWhatRuns(parts);
  const replace = (part: string, text: string) =>
    safe.set(part.toLowerCase(), { name: safe.get(part.toLowerCase())!.name, data: Buffer.from(text) });
  const grown = new Map<string, { readonly column: number; readonly row: number }>();
  for (const { sheet, headingRows, columns } of additions) {
    const { part } = sheet.looks!;
    const xml = textOf(safe, part);
    const lastUsed = Math.max(lastMergedColumn(xml, maxColumns), largest(sheet.rows.map((row) => row.length)));
    const [headingRow = 1] = headingRows;
    const [firstText = headingRow] = columns.flatMap(({ texts }) => [...texts.keys()]).toSorted((a, b) => a - b);
    const styles = withWrappedStyles(
      textOf(safe, stylesPart, ''),
      styleAt(xml, headingRow, lastUsed),
      styleAt(xml, firstText, lastUsed),
    );
    if (styles) replace(stylesPart, styles.xml);
    const rows = addedRows(headingRows, columns, lastUsed + 1, styles, ownLines(sheet, widthsOf(xml)));
    grown.set(sheet.name, { column: lastUsed + columns.length, row: Math.max(headingRow, largest(rows.keys())) });
    const widths = columns.map(({ width }) => width);
    replace(part, withCells(withWidths(xml, lastUsed + 1, widths), rows));
  }
  const book = relationsOf(safe, '').find(({ type }) => type === 'officeDocument')!.target;
  replace(book, withPrintAreas(textOf(safe, book), grown));
  return pack(safe.values());
}

function addedRows(
  headingRows: readonly number[],
  columns: readonly AddedColumn[],
  firstColumn: number,
  styles: { readonly heading: number; readonly text: number } | null,
  ownLinesOf: (row: number) => number,
): Map<number, AddedRow> {
  const rowNumbers = new Set([...headingRows, ...columns.flatMap(({ texts }) => [...texts.keys()])]);
  return new Map(
    [...rowNumbers].map((row) => {
      const isHeading = headingRows.includes(row);
      const cells = columns.flatMap(({ heading, texts }, index) => {
        const text = isHeading ? heading : (texts.get(row) ?? '');
        const style = (isHeading ? styles?.heading : styles?.text) ?? null;
        return { column: firstColumn + index, text, style };
      });
      const lines = Math.max(1, largest(cells.map(({ text }, index) => linesOf(text, columns[index]!.width))));
      return [row, { cells, height: lineHeight * lines, wholeHeight: lineHeight * Math.max(lines, ownLinesOf(row)) }];
    }),
  );
}

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / width)), 0);

/** A row that is higher says nothing more at a glance. */
const mostLines = 10;

/** How many lines the cells of a row may run over that are not merged. */
function ownLines({ rows, looks }: Sheet, widthOf: (column: number) => number): (row: number) => number {
  const merged = new Set((looks?.merges ?? []).map(({ top, left }) => `${top}.${left}`));
  return (row) => {
    const lines = (rows[row - 1] ?? []).map((cell, index) =>
      merged.has(`${row - 1}.${index}`) ? 1 : linesOf(cellText(cell), widthOf(index + 1)),
    );
    return Math.min(mostLines, Math.max(1, largest(lines)));
  };
}

function csvWith(file: Upload, { headingRows, columns }: Addition): Buffer {
  const text = new TextDecoder(encodingOf(file)).decode(file.content);
  const rows = readCsv(text);
  const lastUsed = largest(rows.map((row) => row.findLastIndex((cell) => cell !== null))) + 1;
  const added = (row: number) =>
    columns.map(({ heading, texts }) => (headingRows.includes(row) ? heading : (texts.get(row) ?? '')));
  const last = Math.max(rows.length, largest(columns.flatMap(({ texts }) => [...texts.keys()])));
  const written = Array.from({ length: last }, (_, index) => {
    const row = rows[index] ?? [];
    const cells = Array.from({ length: lastUsed }, (_, column) => row[column] ?? null);
    return [...cells.map((cell) => (typeof cell === 'string' ? cell : cellText(cell))), ...added(index + 1)];
  });
  return Buffer.from(writeCsv(written, separatorOf(text)));
}

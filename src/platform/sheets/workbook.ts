import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Refusal } from '../problems/refusal';
import type { Upload } from '../uploads';
import { ArchiveBroken, ArchiveLocked, ArchiveTooLarge, maxUnpackedBytes, unpack } from './archive';
import type { Row, Sheet } from './cells';
import { readCsv, UnclosedQuote } from './csv';
import { oldFontIn } from './old-fonts';
import {
  DamagedWorkbook,
  EmptyWorkbook,
  NotAWorkbook,
  OldFontLetters,
  OldWorkbook,
  PasswordProtectedWorkbook,
  QuoteNeverCloses,
  TooManyColumns,
  TooManyRows,
  UnreadableEncoding,
  WorkbookExpandsTooFar,
} from './sheets.refusals';
import { columnName } from './xlsx/addresses';
import { SheetTooLarge } from './grid';
import { isOds, readOds } from './ods/read-ods';
import { compoundFileStart } from './xls/compound-file';
import { readXls, TooOldASpreadsheet } from './xls/read-xls';
import { NotASpreadsheet, readXlsx } from './xlsx/read-xlsx';
import { MalformedSheet } from './xlsx/parts';
import { MalformedXml } from './xlsx/xml';

export { maxParts, maxUnpackedBytes } from './archive';

/** Rows are counted as the sheet numbers them, blank ones included. */
export const maxRows = 20_000;
export const maxColumns = 200;

const zipStart = Buffer.from('PK\x03\x04', 'latin1');

const megabyte = 1024 * 1024;

/** Rows looked at before other requests get their turn. */
const rowsPerTurn = 500;

/**
 * Reads the sheets of an .xlsx, an .xls of Excel 97 and later or an .ods, hidden ones too, or a .csv separated by commas, semicolons or tabs, in UTF-8 or with the mark of UTF-16.
 * What the file is, is judged by what it contains; its name decides only for text. Every failure is a refusal.
 */
export async function readSheets(file: Upload): Promise<readonly Sheet[]> {
  const sheets = await orRefusal(file, () => sheetsOf(file));
  if (sheets.every(({ rows, looks }) => rows.length === 0 || looks?.isHidden)) throw new EmptyWorkbook(file.name);
  return sheets;
}

/** The sheet that is in front when the file is opened; when nothing stands on it, the first that is not hidden and has something. */
export async function readWorkbook(file: Upload): Promise<Sheet> {
  const sheets = await readSheets(file);
  const seen = sheets.filter(({ rows, looks }) => rows.length > 0 && !looks?.isHidden);
  const sheet = seen.find(({ looks }) => looks?.isActive) ?? seen[0]!;
  await assertUnicode(sheet, file.name);
  return sheet;
}

/** One cell in an old font is enough: beside it stand names that look right and are not. @throws OldFontLetters */
export async function assertUnicode({ rows }: Sheet, fileName: string): Promise<void> {
  for (const [index, row] of rows.entries()) {
    if (index % rowsPerTurn === rowsPerTurn - 1) await nextTurn();
    for (const [column, cell] of row.entries()) {
      const found = typeof cell === 'string' ? oldFontIn(cell) : null;
      if (found) throw new OldFontLetters(fileName, { ...found, address: `${columnName(column + 1)}${index + 1}` });
    }
  }
}

async function sheetsOf(file: Upload): Promise<readonly Sheet[]> {
  const limits = { maxRows, maxColumns, maxCharacters: maxUnpackedBytes };
  if (startsWith(file, zipStart)) {
    const parts = await unpack(file.content, 'xml');
    return isOds(parts) ? readOds(parts, limits) : readXlsx(parts, limits);
  }
  return startsWith(file, compoundFileStart) ? readXls(file.content, limits) : [readText(file)];
}

/** Works on an .xlsx; whatever is wrong with it becomes a refusal. */
export async function orRefusal<T>(file: Upload, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusalOf(error, file.name) ?? error;
  }
}

function refusalOf(error: unknown, fileName: string): Refusal | null {
  if (error instanceof NotASpreadsheet) return new NotAWorkbook(fileName);
  if (error instanceof TooOldASpreadsheet) return new OldWorkbook(fileName);
  if (error instanceof ArchiveLocked) return new PasswordProtectedWorkbook(fileName);
  if (error instanceof SheetTooLarge && error.what === 'rows') return new TooManyRows(fileName, maxRows);
  if (error instanceof SheetTooLarge && error.what === 'columns') return new TooManyColumns(fileName, maxColumns);
  if (error instanceof SheetTooLarge || error instanceof ArchiveTooLarge) {
    return new WorkbookExpandsTooFar(fileName, maxUnpackedBytes / megabyte);
  }
  const isDamaged = [ArchiveBroken, MalformedXml, MalformedSheet].some((kind) => error instanceof kind);
  return isDamaged ? new DamagedWorkbook(fileName) : null;
}

function readText(file: Upload): Sheet {
  if (file.content.length === 0) throw new EmptyWorkbook(file.name);
  // Some programs write a web page or XML and call it .xls.
  if (/\.xls$/i.test(file.name)) throw new OldWorkbook(file.name);
  if (!/\.(csv|tsv|txt)$/i.test(file.name)) throw new NotAWorkbook(file.name);
  const rows = withoutBlankEnd(csvRows(file).map(withoutBlankCellsAtEnd));
  if (rows.length > maxRows) throw new TooManyRows(file.name, maxRows);
  if (rows.some((row) => row.length > maxColumns)) throw new TooManyColumns(file.name, maxColumns);
  return { name: file.name, rows };
}

function csvRows(file: Upload): readonly Row[] {
  try {
    return readCsv(decode(file));
  } catch (error) {
    throw error instanceof UnclosedQuote ? new QuoteNeverCloses(file.name, error.row) : error;
  }
}

function decode(file: Upload): string {
  const encoding = encodingOf(file);
  // UTF-16 is full of NUL, anything else that has one is no text.
  const isText = encoding !== 'utf-8' || !file.content.includes(0);
  if (!isText || startsWith(file, Buffer.from('%PDF'))) throw new NotAWorkbook(file.name);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file.content);
  } catch {
    throw new UnreadableEncoding(file.name);
  }
}

/** By the mark at its beginning: Excel saves “Unicode text” as UTF-16. */
export function encodingOf(file: Upload): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const mark = file.content.toString('latin1', 0, 2);
  if (mark === '\xff\xfe') return 'utf-16le';
  return mark === '\xfe\xff' ? 'utf-16be' : 'utf-8';
}

function startsWith(file: Upload, start: Buffer): boolean {
  return file.content.subarray(0, start.length).equals(start);
}

function withoutBlankEnd(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, rows.findLastIndex((row) => row.some((cell) => cell !== null)) + 1);
}

function withoutBlankCellsAtEnd(row: Row): Row {
  return row.slice(0, row.findLastIndex((cell) => cell !== null) + 1);
}

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
import { NotASpreadsheet, readXlsx, SheetTooLarge } from './xlsx/read-xlsx';
import { MalformedSheet } from './xlsx/parts';
import { MalformedXml } from './xlsx/xml';

export { maxParts, maxUnpackedBytes } from './archive';

/** Rows are counted as the sheet numbers them, blank ones included. */
export const maxRows = 20_000;
export const maxColumns = 200;

const zipStart = Buffer.from('PK\x03\x04', 'latin1');
/** An OLE2 container: the old .xls, or an .xlsx wrapped because it has a password. */
const ole2Start = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
const wordDocument = Buffer.from('WordDocument', 'utf16le');

const megabyte = 1024 * 1024;

/** Rows looked at before other requests get their turn. */
const rowsPerTurn = 500;

/**
 * Reads the first visible sheet of an .xlsx, or a .csv in UTF-8 separated by commas, semicolons or tabs.
 * What the file is, is judged by what it contains; its name decides only for text. Every failure is a refusal.
 */
export async function readWorkbook(file: Upload): Promise<Sheet> {
  const sheet = isZip(file) ? await readZip(file) : readText(file);
  if (sheet.rows.length === 0) throw new EmptyWorkbook(file.name);
  await assertUnicode(sheet, file.name);
  return sheet;
}

/** One cell in an old font is enough: beside it stand names that look right and are not. */
async function assertUnicode({ rows }: Sheet, fileName: string): Promise<void> {
  for (const [index, row] of rows.entries()) {
    if (index % rowsPerTurn === rowsPerTurn - 1) await nextTurn();
    for (const [column, cell] of row.entries()) {
      const found = typeof cell === 'string' ? oldFontIn(cell) : null;
      if (found) throw new OldFontLetters(fileName, { ...found, address: `${columnName(column + 1)}${index + 1}` });
    }
  }
}

/** Whether the file is taken for an .xlsx, whatever its name. */
export function isZip(file: Upload): boolean {
  return startsWith(file, zipStart);
}

async function readZip(file: Upload): Promise<Sheet> {
  const limits = { maxRows, maxColumns, maxCharacters: maxUnpackedBytes };
  return orRefusal(
    file,
    async () => (await readXlsx(await unpack(file.content, 'xml'), limits)) ?? { name: '', rows: [] },
  );
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
  if (startsWith(file, ole2Start)) {
    if (file.content.includes(encryptedPackage)) throw new PasswordProtectedWorkbook(file.name);
    throw file.content.includes(wordDocument) ? new NotAWorkbook(file.name) : new OldWorkbook(file.name);
  }
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
  // The marks of UTF-16 come before the look for NUL, which that encoding is full of.
  if (/^(\xff\xfe|\xfe\xff)/.test(file.content.toString('latin1', 0, 2))) throw new UnreadableEncoding(file.name);
  if (file.content.includes(0) || startsWith(file, Buffer.from('%PDF'))) throw new NotAWorkbook(file.name);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.content);
  } catch {
    throw new UnreadableEncoding(file.name);
  }
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

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Parts } from '../archive';
import { type Cell, type Row, type Sheet, textOrError } from '../cells';
import { storable } from '../../names';
import { columnNumber, numberOr } from './addresses';
import { type NumberFormat, numberFormats, shownNumber } from './number-formats';
import { malformed, type Relation, relationsOf, textOf } from './parts';
import { type XmlEvent, xmlEvents } from './xml';

/** What a sheet may hold; the caller turns each into its own refusal. */
export interface SheetLimits {
  readonly maxRows: number;
  readonly maxColumns: number;
  /** Characters in all cells together: one long text may be named by a million cells. */
  readonly maxCharacters: number;
}

export class SheetTooLarge extends Error {
  constructor(readonly what: 'rows' | 'columns' | 'characters') {
    super(what);
  }
}
export class NotASpreadsheet extends Error {}

export interface Book {
  readonly name: string;
  readonly sheetPart: string;
  /** '' when there is none. */
  readonly stylesPart: string;
  readonly sharedStrings: readonly string[];
  readonly formats: ReadonlyMap<number, NumberFormat>;
  readonly startsIn1904: boolean;
}

/** Rows read before other requests get their turn. */
const rowsPerTurn = 500;

/** The first sheet that is not hidden, with the sheet's own row numbers; `null` when every sheet is hidden. */
export async function readXlsx(parts: Parts, limits: SheetLimits): Promise<Sheet | null> {
  const book = openBook(parts);
  if (!book) return null;
  const grid = new Grid(limits);
  let sinceTurn = 0;
  for (const cell of cellsOf(textOf(parts, book.sheetPart))) {
    grid.put(cell.row, cell.column, valueOf(cell, book));
    if (cell.row >= sinceTurn + rowsPerTurn) {
      sinceTurn = cell.row;
      await nextTurn();
    }
  }
  return { name: book.name, rows: grid.rows };
}

/** The parts of the first sheet that is not hidden; `null` when every sheet is hidden. */
export function openBook(parts: Parts): Book | null {
  const root = relationsOf(parts, '').find((relation) => relation.type === 'officeDocument');
  const bookPart = root?.target ?? 'xl/workbook.xml';
  if (!parts.has(bookPart.toLowerCase())) throw new NotASpreadsheet();
  const relations = relationsOf(parts, bookPart);
  const sheets: { readonly name: string; readonly relation: Relation | undefined }[] = [];
  let isWorkbook = false;
  let startsIn1904 = false;
  for (const event of xmlEvents(textOf(parts, bookPart))) {
    if (event.kind !== 'open') continue;
    if (event.name === 'workbook') isWorkbook = true;
    if (event.name === 'workbookPr') startsIn1904 = ['1', 'true'].includes(event.attributes().date1904 ?? '');
    if (event.name === 'sheet') {
      const { name = '', id, state = 'visible' } = event.attributes();
      if (state === 'visible') sheets.push({ name, relation: relations.find((relation) => relation.id === id) });
    }
  }
  if (!isWorkbook) throw new NotASpreadsheet();
  const first = sheets.find((sheet) => sheet.relation?.type === 'worksheet');
  if (!first) return null;
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.target ?? '';
  const stylesPart = partOf('styles');
  return {
    name: first.name,
    sheetPart: first.relation!.target,
    stylesPart,
    sharedStrings: sharedStringsOf(textOf(parts, partOf('sharedStrings'), '')),
    formats: numberFormats(textOf(parts, stylesPart, '')),
    startsIn1904,
  };
}

function sharedStringsOf(xml: string): readonly string[] {
  const strings: string[] = [];
  const text = new TextCollector();
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'open' && event.name === 'si') text.start();
    else if (event.kind === 'close' && event.name === 'si') strings.push(text.end());
    else text.hear(event);
  }
  return strings;
}

interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  readonly text: string;
  /** A formula whose result is not in the file; one that results in nothing has an empty one. */
  readonly isUncalculated: boolean;
}

function* cellsOf(xml: string): Generator<RawCell> {
  const text = new TextCollector();
  let row = 0;
  let column = 0;
  let type = 'n';
  let style = 0;
  let hasFormula = false;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'open' && event.name === 'row') {
      row = numberOr(event.attributes().r, row + 1);
      column = 0;
    } else if (event.kind === 'open' && event.name === 'c') {
      const { r, t = 'n', s } = event.attributes();
      column = r === undefined ? column + 1 : columnNumber(r);
      type = t;
      style = numberOr(s, 0);
      hasFormula = false;
      text.start();
    } else if (event.kind === 'close' && event.name === 'c') {
      const result = text.end();
      yield { row, column, type, style, text: result, isUncalculated: hasFormula && result === '' && type !== 'str' };
    } else {
      if (event.kind === 'open' && event.name === 'f') hasFormula = true;
      text.hear(event);
    }
  }
}

function valueOf(cell: RawCell, book: Book): Cell {
  const { type, text } = cell;
  if (cell.isUncalculated) return { noValue: 'uncalculated', text: '=' };
  if (text === '') return null;
  if (type === 's') return textOrError(book.sharedStrings[Number(text)] ?? malformed(`shared string ${text}`));
  if (type === 'b') return text === '1';
  if (type === 'd') return /^\d{4}-\d{2}-\d{2}/.test(text) ? { day: text.slice(0, 10) } : text;
  if (type === 'e') return { noValue: 'error', text };
  if (type !== 'n') return textOrError(text);
  const number = Number(text);
  if (Number.isNaN(number)) return malformed(`number ${text}`);
  return shownNumber(number, book.formats.get(cell.style), book.startsIn1904);
}

/** Gathers the text of one cell or shared string: rich text in one piece, without the phonetic guide of Asian scripts or the formula. */
class TextCollector {
  private text = '';
  private isInText = false;
  private isInGuide = false;

  start(): void {
    this.text = '';
    this.isInText = false;
    this.isInGuide = false;
  }

  hear(event: XmlEvent): void {
    if (event.kind === 'text') {
      if (this.isInText && !this.isInGuide) this.text += event.text;
    } else if (event.name === 'v' || event.name === 't') {
      this.isInText = event.kind === 'open';
    } else if (event.name === 'rPh') {
      this.isInGuide = event.kind === 'open';
    }
  }

  end(): string {
    // Excel writes control characters as _x000D_, and a literal "_x" as _x005F_x.
    return storable(
      this.text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    );
  }
}

/** The rows so far. Cells without a value take no room, however far out a stray format reaches. */
class Grid {
  private readonly filled: Cell[][] = [];
  private characters = 0;

  constructor(private readonly limits: SheetLimits) {}

  get rows(): readonly Row[] {
    return this.filled;
  }

  put(row: number, column: number, value: Cell): void {
    if (value === null || (typeof value === 'string' && value.trim() === '')) return;
    if (row > this.limits.maxRows) throw new SheetTooLarge('rows');
    if (column > this.limits.maxColumns) throw new SheetTooLarge('columns');
    if (typeof value === 'string') this.characters += value.length;
    if (this.characters > this.limits.maxCharacters) throw new SheetTooLarge('characters');
    while (this.filled.length < row) this.filled.push([]);
    const cells = this.filled[row - 1]!;
    while (cells.length < column) cells.push(null);
    cells[column - 1] = value;
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Parts } from '../archive';
import { type Area, type Cell, type Sheet, textOrError } from '../cells';
import { HiddenColumns } from '../hidden-columns';
import { Grid, type SheetLimits, SheetTooLarge } from '../grid';
import { coloursOfStyles } from './colours';
import { commentsOf } from './comments';
import { type Font, type InOldFont, plainFont, type ReadCell, readWritten, type Written } from '../written';
import { storable } from '../../names';
import { columnNumber, numberOr } from './addresses';
import { FontCollector, fontsOfStyles } from './fonts';
import { type NumberFormat, numberFormats, shownNumber } from './number-formats';
import { malformed, type Relation, relationsOf, textOf } from './parts';
import { type XmlEvent, xmlEvents } from './xml';

export class NotASpreadsheet extends Error {}

export interface Book {
  readonly sheets: readonly BookSheet[];
  /** '' when there is none. */
  readonly stylesPart: string;
  readonly sharedStrings: readonly Written[];
  readonly formats: ReadonlyMap<number, NumberFormat>;
  readonly fonts: ReadonlyMap<number, Font>;
  readonly colours: ReadonlyMap<number, string>;
  readonly startsIn1904: boolean;
}

interface BookSheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
  readonly isActive: boolean;
}

/** Rows read before other requests get their turn. */
const rowsPerTurn = 500;

/** Every sheet of cells, hidden ones too, with its own row numbers. */
export async function readXlsx(parts: Parts, limits: SheetLimits): Promise<Sheet[]> {
  const book = openBook(parts);
  const sheets: Sheet[] = [];
  const room = { characters: limits.maxCharacters };
  for (const sheet of book.sheets) sheets.push(await readSheet(parts, sheet, book, limits, room));
  return sheets;
}

async function readSheet(
  parts: Parts,
  { name, ...where }: BookSheet,
  book: Book,
  limits: SheetLimits,
  room: { characters: number },
): Promise<Sheet> {
  const grid = new Grid(limits, room);
  const seen = new LooksCollector();
  let sinceTurn = 0;
  let tooLarge: SheetTooLarge['what'] | null = null;
  try {
    for (const cell of cellsOf(textOf(parts, where.part), seen)) {
      const written = writtenIn(cell, book);
      grid.makeRoom(written);
      grid.put(cell.row, cell.column, valueOf(cell, written, book));
      const colour = book.colours.get(cell.style);
      if (colour) grid.colour(cell.row, cell.column, colour);
      if (cell.row >= sinceTurn + rowsPerTurn) {
        sinceTurn = cell.row;
        await nextTurn();
      }
    }
    for (const { row, column, text } of commentsOf(parts, where.part)) grid.comment(row, column, text);
  } catch (error) {
    if (!(error instanceof SheetTooLarge) || where.isActive) throw error;
    tooLarge = error.what;
  }
  grid.settle();
  const { hiddenRows, hiddenColumns, merges } = seen;
  const { struck, signs, oldFonts, comments, colours } = grid;
  const looks = { ...where, hiddenRows, hiddenColumns, merges, struck, signs, oldFonts, comments, colours, tooLarge };
  return { name, rows: tooLarge ? [] : grid.rows, looks };
}

/** What a book is made of, without the cells. The active sheet is never a hidden one. */
export function openBook(parts: Parts): Book {
  const root = relationsOf(parts, '').find((relation) => relation.type === 'officeDocument');
  const bookPart = root?.target ?? 'xl/workbook.xml';
  if (!parts.has(bookPart.toLowerCase())) throw new NotASpreadsheet();
  const relations = relationsOf(parts, bookPart);
  const sheets: { readonly name: string; readonly isHidden: boolean; readonly relation: Relation | undefined }[] = [];
  let isWorkbook = false;
  let startsIn1904 = false;
  let activeTab: string | undefined;
  for (const event of xmlEvents(textOf(parts, bookPart))) {
    if (event.kind !== 'open') continue;
    if (event.name === 'workbook') isWorkbook = true;
    if (event.name === 'workbookPr') startsIn1904 = ['1', 'true'].includes(event.attributes()['date1904'] ?? '');
    if (event.name === 'workbookView') activeTab ??= event.attributes()['activeTab'] ?? '0';
    if (event.name === 'sheet') {
      const { name = '', id, state = 'visible' } = event.attributes();
      const relation = relations.find((one) => one.id === id);
      sheets.push({ name, isHidden: state !== 'visible', relation });
    }
  }
  if (!isWorkbook) throw new NotASpreadsheet();
  const ofCells = ({ relation }: (typeof sheets)[number]) => relation?.type === 'worksheet';
  const seen = sheets.filter((sheet) => ofCells(sheet) && !sheet.isHidden);
  const inFront = sheets[Number(activeTab ?? 0)];
  const active = inFront && seen.includes(inFront) ? inFront : seen[0];
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.target ?? '';
  const stylesPart = partOf('styles');
  const stylesXml = textOf(parts, stylesPart, '');
  return {
    sheets: sheets.filter(ofCells).map((sheet) => ({
      name: sheet.name,
      part: sheet.relation!.target,
      isHidden: sheet.isHidden,
      isActive: sheet === active,
    })),
    stylesPart,
    sharedStrings: sharedStringsOf(textOf(parts, partOf('sharedStrings'), '')),
    formats: numberFormats(stylesXml),
    fonts: fontsOfStyles(stylesXml),
    colours: coloursOfStyles(stylesXml),
    startsIn1904,
  };
}

function sharedStringsOf(xml: string): readonly Written[] {
  const strings: Written[] = [];
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
  readonly text: Written;
  /** A formula whose result is not in the file; one that results in nothing has an empty one. */
  readonly isUncalculated: boolean;
}

/** What a sheet says beside its cells: what is hidden and what is merged. */
class LooksCollector {
  readonly hiddenRows = new Set<number>();
  readonly merges: Area[] = [];
  private hidesRows = false;
  private readonly columns = new HiddenColumns();

  get hiddenColumns(): ReadonlySet<number> {
    return this.columns.all;
  }

  hear(name: string, attributes: Readonly<Record<string, string>>, row: number): void {
    const isHidden = isOn(attributes['hidden']);
    if (name === 'sheetFormatPr') this.hidesRows = isOn(attributes['zeroHeight']);
    else if (
      name === 'row' &&
      (isHidden || Number(attributes['ht'] ?? 1) === 0 || (this.hidesRows && !attributes['ht']))
    )
      this.hiddenRows.add(row - 1);
    else if (name === 'col' && (isHidden || Number(attributes['width'] ?? 1) === 0))
      this.columns.hide(numberOr(attributes['min'], 1) - 1, numberOr(attributes['max'], 1) - 1);
    else if (name === 'mergeCell') this.merge(attributes['ref'] ?? '');
  }

  private merge(ref: string): void {
    const [, from, to] = /^([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})$/.exec(ref) ?? [];
    if (!from || !to) return;
    const rowOf = (address: string) => Number(address.replace(/\D/g, '')) - 1;
    const area = { top: rowOf(from), left: columnNumber(from) - 1, bottom: rowOf(to), right: columnNumber(to) - 1 };
    this.merges.push(area);
  }
}

const isOn = (value: string | undefined) => value === '1' || value === 'true';

function* cellsOf(xml: string, looks: LooksCollector): Generator<RawCell> {
  const text = new TextCollector();
  let row = 0;
  let column = 0;
  let type = 'n';
  let style = 0;
  let hasFormula = false;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'open' && event.name === 'row') {
      const attributes = event.attributes();
      row = numberOr(attributes['r'], row + 1);
      column = 0;
      looks.hear('row', attributes, row);
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
      if (event.kind === 'open' && beside.has(event.name)) looks.hear(event.name, event.attributes(), row);
      text.hear(event);
    }
  }
}

const beside: ReadonlySet<string> = new Set(['sheetFormatPr', 'col', 'mergeCell']);

function writtenIn({ type, text, isUncalculated }: RawCell, book: Book): Written {
  if (type !== 's' || isUncalculated) return text;
  const place = plain(text).trim();
  return place === '' ? '' : (book.sharedStrings[Number(place)] ?? malformed('shared string'));
}

function valueOf(cell: RawCell, written: Written, book: Book): ReadCell | InOldFont {
  if (cell.isUncalculated) return { value: { noValue: 'uncalculated', text: '=' } };
  const own = book.fonts.get(cell.style) ?? plainFont;
  const type = cell.type === 's' ? 'text' : cell.type;
  return readWritten(written, own, (text) => plainValue({ ...cell, type, text }, book));
}

const plain = (text: Written): string => (typeof text === 'string' ? text : text.map((piece) => piece.text).join(''));

function plainValue({ type, text, style }: Omit<RawCell, 'text'> & { text: string }, book: Book): Cell {
  if (text === '') return null;
  if (type === 'b') return text === '1';
  if (type === 'd') return /^\d{4}-\d{2}-\d{2}/.test(text) ? { day: text.slice(0, 10) } : text;
  if (type === 'e') return { noValue: 'error', text };
  if (type !== 'n') return textOrError(text);
  const number = Number(text);
  if (Number.isNaN(number)) return malformed(`number ${text}`);
  return shownNumber(number, book.formats.get(style), book.startsIn1904);
}

/** Gathers the text of one cell or shared string, without the phonetic guide of Asian scripts or the formula. */
class TextCollector {
  private pieces: { text: string; font: Font | null }[] = [];
  private text = '';
  private isInText = false;
  private isInGuide = false;
  private isInFont = false;
  private readonly fonts = new FontCollector();
  private font: Font | null = null;

  start(): void {
    this.pieces = [];
    this.text = '';
    this.isInText = false;
    this.isInGuide = false;
    this.isInFont = false;
    this.font = null;
  }

  hear(event: XmlEvent): void {
    if (event.kind === 'text') {
      if (this.isInText && !this.isInGuide) this.text += event.text;
    } else if (event.name === 'v' || event.name === 't') {
      this.isInText = event.kind === 'open';
    } else if (event.name === 'rPh') {
      this.isInGuide = event.kind === 'open';
    } else if (event.name === 'r') {
      this.endPiece();
    } else if (event.name === 'rPr') {
      this.isInFont = event.kind === 'open';
      if (!this.isInFont) this.font = this.fonts.end();
    } else if (this.isInFont) {
      this.fonts.hear(event);
    }
  }

  end(): Written {
    this.endPiece();
    const isOfOneKind = this.pieces.every(({ font }) => font === null);
    return isOfOneKind ? this.pieces.map(({ text }) => text).join('') : this.pieces;
  }

  private endPiece(): void {
    // Excel writes control characters as _x000D_, and a literal "_x" as _x005F_x.
    const text = this.text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    if (text !== '') this.pieces.push({ text: storable(text), font: this.font });
    this.text = '';
    this.font = null;
  }
}

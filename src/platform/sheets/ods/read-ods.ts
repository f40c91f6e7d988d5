import { setImmediate as nextTurn } from 'node:timers/promises';
import { storable } from '../../names';
import { ArchiveLocked, ArchiveTooLarge, type Parts } from '../archive';
import { type Area, type Cell, type NoValue, type Sheet, textOrError } from '../cells';
import { HiddenColumns } from '../hidden-columns';
import { Grid, type SheetLimits, SheetTooLarge } from '../grid';
import { type Font, type InOldFont, plainFont, type ReadCell, readWritten, type Written } from '../written';
import { numberOr } from '../xlsx/addresses';
import { dayOfSerial } from '../xlsx/dates';
import { type DateParts, partsShown, shownNumber, whole } from '../xlsx/number-formats';
import { malformed, textOf } from '../xlsx/parts';
import { NotASpreadsheet } from '../xlsx/read-xlsx';
import { type XmlEvent, xmlEvents } from '../xlsx/xml';
import { type OdsStyles, readStyles } from './styles';

const content = 'content.xml';
const manifest = 'meta-inf/manifest.xml';

/** Whether the parts are those of an OpenDocument file, of a text perhaps. */
export const isOds = (parts: Parts): boolean => parts.has(content) && parts.has(manifest);

/** Rows read before other requests get their turn. */
const rowsPerTurn = 500;
const maxTables = 1_000;

/** Every sheet of cells of an .ods, hidden ones too, as {@link readXlsx} reads those of an .xlsx. @throws NotASpreadsheet for another document */
export async function readOds(parts: Parts, limits: SheetLimits): Promise<Sheet[]> {
  if (/<[\w:]*encryption-data\b/.test(textOf(parts, manifest))) throw new ArchiveLocked();
  const xml = textOf(parts, content);
  const styles = readStyles([textOf(parts, 'styles.xml', ''), xml]);
  const reader = new TablesReader(styles, limits);
  let rows = 0;
  for (const event of xmlEvents(xml)) {
    reader.hear(event);
    if (event.kind === 'close' && event.name === 'table-row' && ++rows % rowsPerTurn === 0) await nextTurn();
  }
  return reader.end(activeTable(textOf(parts, 'settings.xml', '')));
}

function activeTable(settings: string): string | null {
  let isIt = false;
  for (const event of xmlEvents(settings)) {
    if (event.kind === 'open') isIt = event.name === 'config-item' && event.attributes()['name'] === 'ActiveTable';
    else if (event.kind === 'text' && isIt) return event.text;
  }
  return null;
}

type Attributes = Readonly<Record<string, string>>;

interface OpenTable {
  readonly name: string;
  readonly isHidden: boolean;
  readonly grid: Grid;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: HiddenColumns;
  /** How many columns were named so far. */
  columns: number;
  readonly merges: Area[];
  readonly columnStyles: { readonly style: string; readonly last: number }[];
  tooLarge: SheetTooLarge['what'] | null;
}

/** What stands in a cell and is not what it holds. */
const besides: ReadonlySet<string> = new Set(['annotation', 'frame', 'custom-shape', 'line', 'rect', 'control', 'g']);

/** Hears a document from its beginning to its end and gathers its tables. */
class TablesReader {
  private readonly tables: OpenTable[] = [];
  /** What is left of the characters of the whole file. */
  private readonly room: { characters: number };
  private table: OpenTable | null = null;
  private row = { copies: 1, style: '', isHidden: false };
  private cell: { readonly copies: number; readonly attributes: Attributes } | null = null;
  /** Where the next row and cell stand, from 0. */
  private rowAt = 0;
  private columnAt = 0;
  private besidesDepth = 0;
  private isAnnotated = false;
  private isInComment = false;
  private comment = '';
  private spans: string[] = [];
  private pieces: { text: string; font: Font | null }[] = [];
  private paragraphs = 0;
  private isInText = false;
  private isSpreadsheet = false;

  constructor(
    private readonly styles: OdsStyles,
    private readonly limits: SheetLimits,
  ) {
    this.room = { characters: limits.maxCharacters };
  }

  hear(event: XmlEvent): void {
    if (event.kind === 'text') {
      const text = event.text.replace(/[ \t\r\n]+/g, ' ');
      if (this.isInComment) this.comment += text;
      else if (this.isInText && this.besidesDepth === 0) this.write(text);
    } else if (besides.has(event.name)) this.hearBeside(event);
    else if (this.besidesDepth > 0) this.hearInside(event);
    else if (event.kind === 'open') this.open(event.name, event.attributes);
    else this.close(event.name);
  }

  end(inFront: string | null): Sheet[] {
    if (!this.isSpreadsheet) throw new NotASpreadsheet();
    const seen = this.tables.filter(({ isHidden }) => !isHidden);
    const active = seen.find(({ name }) => name === inFront) ?? seen[0];
    return this.tables.map((table) => {
      const { name, isHidden, grid, hiddenRows, merges, tooLarge } = table;
      const isActive = table === active;
      if (tooLarge && isActive) throw new SheetTooLarge(tooLarge);
      grid.settle();
      const { rows, struck, signs, oldFonts, comments } = grid;
      const hiddenColumns = table.hiddenColumns.all;
      const looks = {
        part: '',
        isHidden,
        isActive,
        hiddenRows,
        hiddenColumns,
        merges,
        struck,
        signs,
        oldFonts,
        comments,
        colours: null,
        tooLarge,
      };
      return { name, rows: tooLarge ? [] : rows, looks };
    });
  }

  /** Of an annotation its paragraphs count, not who wrote them when. */
  private hearBeside({ kind, name }: Exclude<XmlEvent, { kind: 'text' }>): void {
    this.besidesDepth += kind === 'open' ? 1 : -1;
    if (name !== 'annotation') return;
    this.isAnnotated = kind === 'open';
    this.isInComment = false;
    const { table, comment } = this;
    this.comment = '';
    if (kind === 'close' && table && this.cell)
      unlessTooLarge(table, () => table.grid.comment(this.rowAt + 1, this.columnAt + 1, comment));
  }

  private hearInside({ kind, name }: Exclude<XmlEvent, { kind: 'text' }>): void {
    if (!this.isAnnotated || name !== 'p') return;
    this.isInComment = kind === 'open';
    this.comment += ' ';
  }

  private open(name: string, attributes: () => Attributes): void {
    if (name === 'spreadsheet') this.isSpreadsheet = true;
    else if (name === 'table') this.openTable(attributes());
    else if (!this.table) return;
    else if (name === 'table-column') this.openColumns(this.table, attributes());
    else if (name === 'table-row') this.openRow(attributes());
    else if (name === 'table-cell' || name === 'covered-table-cell') this.openCell(this.table, attributes());
    else if (this.cell) this.openText(name, attributes);
  }

  private close(name: string): void {
    if (name === 'table') this.table = null;
    else if (name === 'table-row') this.rowAt += this.row.copies;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.closeCell();
    else if (name === 'p') this.isInText = false;
    else if (name === 'span') this.spans.pop();
  }

  private openTable(attributes: Attributes): void {
    this.table = {
      name: storable(attributes['name'] ?? ''),
      isHidden: this.styles.hiddenTables.has(attributes['style-name'] ?? ''),
      grid: new Grid(this.limits, this.room),
      hiddenRows: new Set(),
      hiddenColumns: new HiddenColumns(),
      columns: 0,
      merges: [],
      columnStyles: [],
      tooLarge: null,
    };
    this.tables.push(this.table);
    if (this.tables.length > maxTables) throw new ArchiveTooLarge();
    this.rowAt = 0;
  }

  private openColumns(table: OpenTable, attributes: Attributes): void {
    const first = table.columns;
    const last = first + repeated(attributes, 'number-columns-repeated') - 1;
    table.columns = last + 1;
    if (isHidden(attributes)) table.hiddenColumns.hide(first, last);
    if (first < this.limits.maxColumns)
      table.columnStyles.push({ style: attributes['default-cell-style-name'] ?? '', last });
  }

  private openRow(attributes: Attributes): void {
    const copies = repeated(attributes, 'number-rows-repeated');
    this.row = { copies, style: attributes['default-cell-style-name'] ?? '', isHidden: isHidden(attributes) };
    this.columnAt = 0;
  }

  private openCell({ merges }: OpenTable, attributes: Attributes): void {
    this.cell = { copies: repeated(attributes, 'number-columns-repeated'), attributes };
    this.pieces = [];
    this.paragraphs = 0;
    this.spans = [];
    const rows = repeated(attributes, 'number-rows-spanned');
    const columns = repeated(attributes, 'number-columns-spanned');
    const [top, left] = [this.rowAt, this.columnAt];
    if (rows > 1 || columns > 1) merges.push({ top, left, bottom: top + rows - 1, right: left + columns - 1 });
  }

  private openText(name: string, attributes: () => Attributes): void {
    if (name === 'p') {
      if (this.paragraphs++ > 0) this.write('\n');
      this.isInText = true;
    } else if (name === 'span') this.spans.push(attributes()['style-name'] ?? '');
    else if (name === 's') this.write(' '.repeat(Math.min(repeated(attributes(), 'c'), mostBlanks)));
    else if (name === 'tab') this.write(' ');
    else if (name === 'line-break') this.write('\n');
  }

  private write(text: string): void {
    const span = this.spans.at(-1);
    const font = span === undefined ? null : (this.styles.textFonts.get(span) ?? null);
    this.pieces.push({ text: storable(text), font });
  }

  private closeCell(): void {
    const { table, row, cell } = this;
    if (!table || !cell) return;
    this.cell = null;
    this.isInText = false;
    const [top, left] = [this.rowAt, this.columnAt];
    this.columnAt += cell.copies;
    const ofColumn = table.columnStyles.find(({ last }) => last >= left)?.style;
    const read = this.read(cell.attributes, (cell.attributes['style-name'] ?? row.style) || (ofColumn ?? ''));
    if (!read || table.tooLarge) return;
    unlessTooLarge(table, () => {
      for (let at = top; at < top + row.copies; at++) {
        if (row.isHidden) table.hiddenRows.add(at);
        for (let column = left; column < left + cell.copies; column++) {
          table.grid.makeRoom(this.pieces);
          if (at > top || column > left) table.grid.makeRoom(roomOfCopy);
          table.grid.put(at + 1, column + 1, read);
        }
      }
    });
  }

  /** Null where nothing stands in it. */
  private read(attributes: Attributes, style: string): ReadCell | InOldFont | null {
    const { pieces } = this;
    const { 'value-type': type = '', formula } = attributes;
    const shown = pieces.map(({ text }) => text).join('');
    if (formula !== undefined && type === '' && shown === '') return { value: uncalculated };
    const value = this.valueOf(type, attributes, shown, style);
    if (shown === '') return value === null ? null : { value };
    const written: Written = pieces.every(({ font }) => font === null) ? shown : pieces;
    // A number or a day is what it is as a whole; of a text it counts what its fonts make of its letters.
    const say = (text: string): Cell => (text === '' ? null : text === shown ? value : textOrError(text));
    return readWritten(written, this.styles.cellFonts.get(style) ?? plainFont, say);
  }

  private valueOf(type: string, attributes: Attributes, shown: string, style: string): Cell {
    if (type === 'float' || type === 'percentage' || type === 'currency') {
      const number = Number(attributes['value'] ?? NaN);
      return Number.isNaN(number) ? malformed('number') : numberShown(number, shown);
    }
    if (type === 'boolean') return attributes['boolean-value'] === 'true';
    const day = /^\d{4}-\d{2}-\d{2}/.exec(attributes['date-value'] ?? '')?.[0];
    if (type === 'date' && day && day >= '1900') return dayShown(day, this.styles.dates.get(style) ?? whole);
    return shown === '' ? null : textOrError(shown);
  }
}

function unlessTooLarge(table: OpenTable, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof SheetTooLarge)) throw error;
    table.tooLarge = error.what;
  }
}

const uncalculated: NoValue = { noValue: 'uncalculated', text: '=' };
/** A cell that is said to be repeated takes room as if it were written each time. */
const roomOfCopy = ' '.repeat(15);
const mostBlanks = 1_000;

const repeated = (attributes: Attributes, name: string) => Math.max(numberOr(attributes[name], 1), 1);

/** Rows a filter leaves out are not seen either. */
const isHidden = ({ visibility }: Attributes) => visibility === 'collapse' || visibility === 'filter';

/** As the sheet shows it where that is the same number with zeros before it or signs between: a code, a telephone number. */
function numberShown(stored: number, shown: string): Cell {
  const digits = shown.replace(/[ ()/-]/g, '');
  const isSame = /^\d+$/.test(digits) && digits.replace(/^0+(?=\d)/, '') === String(stored);
  return isSame && shown !== String(stored) ? shown : shownNumber(stored, undefined, false);
}

/** Who types 1980 into a cell for dates gets a day of 1905, and means the year. */
function dayShown(day: string, parts: DateParts): Cell {
  const year = day.startsWith('1905') ? yearsAsDays.get(day) : undefined;
  return year ?? partsShown(day, parts);
}

const yearsAsDays = new Map(Array.from({ length: 201 }, (_, at) => [dayOfSerial(1900 + at, false), 1900 + at]));

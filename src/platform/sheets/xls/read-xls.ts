import { setImmediate as nextTurn } from 'node:timers/promises';
import { storable } from '../../names';
import { ArchiveLocked } from '../archive';
import { type Area, type Sheet, type SheetLooks, textOrError } from '../cells';
import { HiddenColumns } from '../hidden-columns';
import { Grid, type SheetLimits, SheetTooLarge } from '../grid';
import { type Font, fontOf, isSpeaking, plainFont, readWritten, type Written } from '../written';
import { formatOfCode, type NumberFormat, shownNumber, usualFormat } from '../xlsx/number-formats';
import { malformed } from '../xlsx/parts';
import { NotASpreadsheet } from '../xlsx/read-xlsx';
import { rootStreams } from './compound-file';
import { piecesOf, type RecordBytes, recordsOf, type Run } from './records';

/** Of before Excel 97. */
export class TooOldASpreadsheet extends Error {}

interface Book {
  readonly sheets: readonly BookSheet[];
  readonly styles: readonly Style[];
  readonly sharedStrings: readonly Written[];
  readonly startsIn1904: boolean;
}

interface BookSheet {
  readonly name: string;
  readonly from: number;
  readonly isHidden: boolean;
  readonly isActive: boolean;
}

interface Style {
  readonly font: Font;
  readonly format: NumberFormat | undefined;
}

const plainStyle: Style = { font: plainFont, format: undefined };

/** What stands in the records that are read; the names are those of the format's description. */
const is = {
  formula: 0x06,
  eof: 0x0a,
  note: 0x1c,
  dateMode: 0x22,
  filePass: 0x2f,
  font: 0x31,
  window1: 0x3d,
  obj: 0x5d,
  colInfo: 0x7d,
  boundSheet: 0x85,
  mulRk: 0xbd,
  rString: 0xd6,
  xf: 0xe0,
  mergedCells: 0xe5,
  sst: 0xfc,
  labelSst: 0xfd,
  txo: 0x1b6,
  number: 0x203,
  label: 0x204,
  boolErr: 0x205,
  string: 0x207,
  row: 0x208,
  defaultRowHeight: 0x225,
  rk: 0x27e,
  format: 0x41e,
  bof: 0x809,
} as const;

const ofExcel97 = 0x600;
const maxSheets = 1_000;
/** Records read before other requests get their turn. */
const recordsPerTurn = 5_000;

/** Every sheet of cells of an .xls of Excel 97 and later, hidden ones too, as {@link readXlsx} reads those of an .xlsx. */
export async function readXls(content: Buffer, limits: SheetLimits): Promise<Sheet[]> {
  const streams = rootStreams(content);
  if (streams.has('EncryptedPackage')) throw new ArchiveLocked();
  const stream = streams.get('Workbook')?.();
  if (!stream) throw streams.has('Book') ? new TooOldASpreadsheet() : new NotASpreadsheet();
  // Each sheet is walked once, and the beginning.
  const room = { bytes: 2 * stream.length };
  const book = openBook(stream, room);
  const characters = { characters: limits.maxCharacters };
  const sheets: Sheet[] = [];
  for (const sheet of book.sheets) sheets.push(await readSheet(stream, sheet, book, limits, characters, room));
  return sheets;
}

function openBook(stream: Buffer, room: { bytes: number }): Book {
  const fonts: Font[] = [];
  const formats = new Map<number, NumberFormat | undefined>();
  const styles: { readonly font: number; readonly format: number }[] = [];
  const found: { readonly name: string; readonly from: number; readonly isHidden: boolean; readonly kind: number }[] =
    [];
  const strings: { readonly text: string; readonly runs: readonly Run[] }[] = [];
  let startsIn1904 = false;
  let inFront = 0;
  let isFirst = true;
  for (const { type, bytes } of recordsOf(stream, 0, room)) {
    if (isFirst && type !== is.bof) malformed('no beginning');
    if (isFirst && bytes.u16() !== ofExcel97) throw new TooOldASpreadsheet();
    isFirst = false;
    if (type === is.eof) break;
    if (type === is.filePass) throw new ArchiveLocked();
    else if (type === is.dateMode) startsIn1904 = bytes.u16() === 1;
    else if (type === is.window1) {
      bytes.take(10);
      inFront = bytes.u16();
    } else if (type === is.font) {
      bytes.take(2);
      const isStruck = (bytes.u16() & 0x08) !== 0;
      bytes.take(10);
      fonts.push(fontOf(bytes.text(1), isStruck));
    } else if (type === is.format) {
      const id = bytes.u16();
      formats.set(id, formatOfCode(bytes.text(2)) ?? undefined);
    } else if (type === is.xf) styles.push({ font: bytes.u16(), format: bytes.u16() });
    else if (type === is.boundSheet) {
      const [from, state, kind] = [bytes.u32(), bytes.u8(), bytes.u8()];
      found.push({ name: storable(bytes.text(1)), from, isHidden: (state & 0x03) !== 0, kind });
      if (found.length > maxSheets) malformed('too many sheets');
    } else if (type === is.sst) {
      bytes.take(4);
      for (let left = bytes.u32(); left > 0; left--) strings.push(bytes.richText());
    }
  }
  // A font of number 4 there never is: the fifth has number 5.
  const fontAt = (number: number) => fonts[number < 4 ? number : number - 1] ?? plainFont;
  const seen = found.filter(({ kind, isHidden }) => kind === 0 && !isHidden);
  const active = seen.find((sheet) => sheet === found[inFront]) ?? seen[0];
  return {
    sheets: found
      .filter(({ kind }) => kind === 0)
      .map((sheet) => ({ name: sheet.name, from: sheet.from, isHidden: sheet.isHidden, isActive: sheet === active })),
    styles: styles.map(({ font, format }) => ({
      font: fontAt(font),
      format: formats.has(format) ? formats.get(format) : usualFormat(format),
    })),
    sharedStrings: strings.map(({ text, runs }) => writtenOf(text, runs, fontAt)),
    startsIn1904,
  };
}

/** In one piece where no run has a font that says more; then the font of the cell may cross out what a run does not. */
function writtenOf(text: string, runs: readonly Run[], fontAt: (number: number) => Font): Written {
  if (runs.length === 0) return storable(text);
  return piecesOf(text, runs).map((piece) => ({ text: piece.text, font: piece.run ? fontAt(piece.run.font) : null }));
}

async function readSheet(
  stream: Buffer,
  { name, from, ...where }: BookSheet,
  book: Book,
  limits: SheetLimits,
  characters: { characters: number },
  room: { bytes: number },
): Promise<Sheet> {
  const reader = new SheetReader(book, new Grid(limits, characters));
  let tooLarge: SheetTooLarge['what'] | null = null;
  let walked = 0;
  try {
    let goesOn = true;
    for (const { type, bytes } of recordsOf(stream, from, room)) {
      goesOn = reader.hear(type, bytes);
      if (!goesOn) break;
      if (++walked % recordsPerTurn === 0) await nextTurn();
    }
    if (goesOn) malformed('sheet without an end');
  } catch (error) {
    if (!(error instanceof SheetTooLarge) || where.isActive) throw error;
    tooLarge = error.what;
  }
  const { rows, looks } = reader.end();
  return { name, rows: tooLarge ? [] : rows, looks: { ...looks, ...where, part: '', colours: null, tooLarge } };
}

class SheetReader {
  private readonly hiddenRows = new Set<number>();
  private readonly shownRows = new Set<number>();
  private readonly columns = new HiddenColumns();
  private readonly merges: Area[] = [];
  private hidesRows = false;
  /** Charts and the like stand within a sheet as sheets of their own. */
  private depth = 0;
  /** A formula whose result is a text, which comes in a record of its own. */
  private awaitsText: { readonly row: number; readonly column: number; readonly style: Style } | null = null;

  /** The object that is told of, and the words in those so far: a note names the one it is written in. */
  private object = 0;
  private readonly textsOfObjects = new Map<number, string>();

  constructor(
    private readonly book: Book,
    private readonly grid: Grid,
  ) {}

  /** @returns whether the sheet goes on */
  hear(type: number, bytes: RecordBytes): boolean {
    if (this.depth === 0 && type !== is.bof) malformed('no sheet there');
    if (type === is.bof) this.depth++;
    else if (type === is.eof) this.depth--;
    else if (this.depth === 1) this.hearOwn(type, bytes);
    return this.depth > 0;
  }

  end() {
    this.grid.settle();
    const { rows, struck, signs, oldFonts, comments } = this.grid;
    if (this.hidesRows) for (const row of rows.keys()) if (!this.shownRows.has(row)) this.hiddenRows.add(row);
    const { hiddenRows, merges } = this;
    const hiddenColumns = this.columns.all;
    return {
      rows,
      looks: { hiddenRows, hiddenColumns, merges, struck, signs, oldFonts, comments } satisfies Partial<SheetLooks>,
    };
  }

  private hearOwn(type: number, bytes: RecordBytes): void {
    if (type === is.row) this.hearRow(bytes);
    else if (type === is.defaultRowHeight) this.hidesRows = (bytes.u16() & 0x02) !== 0;
    else if (type === is.colInfo) this.hearColumns(bytes);
    else if (type === is.mergedCells) this.hearMerges(bytes);
    else if (type === is.mulRk) this.hearNumbers(bytes);
    else if (type === is.string) this.hearResult(bytes);
    else if (type === is.obj) this.hearObject(bytes);
    else if (type === is.txo) this.textsOfObjects.set(this.object, storable(bytes.boxText()));
    else if (type === is.note) this.hearNote(bytes);
    else this.hearCell(type, bytes);
  }

  /** Its kind and number stand first. */
  private hearObject(bytes: RecordBytes): void {
    bytes.take(6);
    this.object = bytes.u16();
  }

  /** Those of a sheet stand behind its objects. */
  private hearNote(bytes: RecordBytes): void {
    const [row, column] = [bytes.u16(), bytes.u16()];
    bytes.take(2);
    this.grid.comment(row + 1, column + 1, this.textsOfObjects.get(bytes.u16()) ?? '');
  }

  private hearRow(bytes: RecordBytes): void {
    const row = bytes.u16();
    bytes.take(10);
    const isHidden = (bytes.u16() & 0x20) !== 0;
    (isHidden ? this.hiddenRows : this.shownRows).add(row);
  }

  private hearColumns(bytes: RecordBytes): void {
    const [first, last, width] = [bytes.u16(), bytes.u16(), bytes.u16()];
    bytes.take(2);
    const isHidden = (bytes.u16() & 0x01) !== 0 || width === 0;
    if (isHidden) this.columns.hide(first, last);
  }

  private hearMerges(bytes: RecordBytes): void {
    for (let left = bytes.u16(); left > 0; left--) {
      const [top, bottom, first, last] = [bytes.u16(), bytes.u16(), bytes.u16(), bytes.u16()];
      this.merges.push({ top, left: first, bottom, right: last });
    }
  }

  private hearNumbers(bytes: RecordBytes): void {
    const [row, first] = [bytes.u16(), bytes.u16()];
    const count = Math.floor((bytes.length - 6) / 6);
    for (let column = first; column < first + count; column++)
      this.putNumber(row, column, this.styleAt(bytes.u16()), numberOf(bytes.u32()));
  }

  private hearResult(bytes: RecordBytes): void {
    if (!this.awaitsText) return;
    const { row, column, style } = this.awaitsText;
    this.awaitsText = null;
    this.putText(row, column, style, storable(bytes.text(2)));
  }

  private hearCell(type: number, bytes: RecordBytes): void {
    if (!cells.has(type)) return;
    const [row, column, style] = [bytes.u16(), bytes.u16(), this.styleAt(bytes.u16())];
    if (type === is.labelSst) {
      const text = this.book.sharedStrings[bytes.u32()] ?? malformed('shared string');
      this.putText(row, column, style, text);
    } else if (type === is.label || type === is.rString) this.putText(row, column, style, storable(bytes.text(2)));
    else if (type === is.number) this.putNumber(row, column, style, bytes.f64());
    else if (type === is.rk) this.putNumber(row, column, style, numberOf(bytes.u32()));
    else if (type === is.boolErr) this.putBoolOrError(row, column, bytes.u8(), bytes.u8() === 1);
    else this.hearFormula(row, column, style, bytes.take(8));
  }

  private hearFormula(row: number, column: number, style: Style, result: Buffer): void {
    this.awaitsText = null;
    if (result.readUInt16LE(6) !== 0xffff) this.putNumber(row, column, style, result.readDoubleLE());
    else if (result[0] === 0) this.awaitsText = { row, column, style };
    else if (result[0] === 1 || result[0] === 2) this.putBoolOrError(row, column, result[2]!, result[0] === 2);
  }

  private putText(row: number, column: number, { font }: Style, written: Written): void {
    this.grid.makeRoom(written);
    const say = (text: string) => (text === '' ? null : textOrError(text));
    this.grid.put(row + 1, column + 1, readWritten(written, font, say));
  }

  private putNumber(row: number, column: number, { font, format }: Style, number: number): void {
    const say = (text: string) => (text === '' ? null : shownNumber(Number(text), format, this.book.startsIn1904));
    this.grid.put(
      row + 1,
      column + 1,
      isSpeaking(font) ? readWritten(String(number), font, say) : { value: say(String(number)) },
    );
  }

  private putBoolOrError(row: number, column: number, code: number, isError: boolean): void {
    const value = isError ? ({ noValue: 'error', text: errors[code] ?? '#N/A' } as const) : code === 1;
    this.grid.put(row + 1, column + 1, { value });
  }

  private styleAt(number: number): Style {
    return this.book.styles[number & 0xfff] ?? plainStyle;
  }
}

const cells: ReadonlySet<number> = new Set([
  is.formula,
  is.labelSst,
  is.label,
  is.rString,
  is.number,
  is.rk,
  is.boolErr,
]);

const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

/** A number in four bytes: a whole one, or the beginning of a fraction, either perhaps of hundredths. */
function numberOf(rk: number): number {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE((rk & 0xfffffffc) >>> 0, 4);
  const number = rk & 0x02 ? (rk | 0) >> 2 : bytes.readDoubleLE();
  return rk & 0x01 ? number / 100 : number;
}

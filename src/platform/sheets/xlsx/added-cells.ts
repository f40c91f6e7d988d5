import { type XmlToken, xmlTokens } from './xml';
import { escapeXml, withAttributes } from './xml-edit';
import { columnName, columnNumber, numberOr } from './addresses';
import { append } from '../../lists';

interface AddedCell {
  /** From 1. */
  readonly column: number;
  readonly text: string;
  readonly style: number | null;
}

export interface AddedRow {
  /** From 1, left to right. */
  readonly cells: readonly AddedCell[];
  /** What its texts need, in points. A row that has less gets it. */
  readonly height: number;
  /** What all its texts need, those of the sender too: what a row without a height gets, since not every program lets it grow. */
  readonly wholeHeight: number;
}

/** The sheet with these cells, by row number, always as text; what stood in their places is gone. */
export function withCells(xml: string, added: ReadonlyMap<number, AddedRow>): string {
  const writer = new SheetWriter(added);
  for (const token of xmlTokens(xml)) writer.hear(token, xml.slice(token.from, token.to));
  return writer.xml;
}

/** Copies a sheet piece by piece and puts the added cells where their rows and columns are due. */
class SheetWriter {
  private readonly pieces: string[] = [];
  private readonly rowsToCome: number[];
  private cellsToCome: readonly AddedCell[] = [];
  private row = 0;
  private column = 0;
  private isInData = false;
  private isInReplacedCell = false;
  private prefix = '';

  constructor(private readonly added: ReadonlyMap<number, AddedRow>) {
    this.rowsToCome = [...added.keys()].toSorted((one, other) => one - other);
  }

  get xml(): string {
    return this.pieces.join('');
  }

  hear(token: XmlToken, raw: string): void {
    if (this.isInReplacedCell) this.isInReplacedCell = !(token.name === 'c' && token.kind === 'close');
    else if (token.name === 'sheetData') this.hearData(token, raw);
    else if (this.isInData && token.name === 'row') this.hearRow(token, raw);
    else if (this.isInData && token.name === 'c' && token.kind !== 'close') this.hearCell(token, raw);
    else this.pieces.push(raw);
  }

  private hearData({ kind, prefix }: XmlToken, raw: string): void {
    this.prefix = prefix;
    this.isInData = kind === 'open';
    if (kind !== 'close') this.pieces.push(kind === 'empty' ? opened(raw) : raw);
    if (kind === 'open') return;
    this.writeRowsBefore(Infinity);
    this.pieces.push(`</${prefix}sheetData>`);
  }

  private hearRow({ kind, attributes }: XmlToken, raw: string): void {
    if (kind === 'close') {
      this.writeCellsBefore(Infinity);
      this.pieces.push(raw);
      return;
    }
    this.row = numberOr(attributes()['r'], this.row + 1);
    this.column = 0;
    this.writeRowsBefore(this.row);
    const row = this.added.get(this.row);
    if (!row || this.rowsToCome[0] !== this.row) {
      this.pieces.push(raw);
      return;
    }
    this.rowsToCome.shift();
    this.cellsToCome = row.cells;
    this.pieces.push(opened(withRoom(raw, attributes()['ht'], row)));
    if (kind === 'empty') {
      this.writeCellsBefore(Infinity);
      this.pieces.push(`</${this.prefix}row>`);
    }
  }

  private hearCell({ kind, attributes }: XmlToken, raw: string): void {
    const address = attributes()['r'];
    this.column = address === undefined ? this.column + 1 : columnNumber(address);
    const isReplaced = this.cellsToCome.some(({ column }) => column === this.column);
    this.writeCellsBefore(this.column + 1);
    if (!isReplaced) this.pieces.push(raw);
    else this.isInReplacedCell = kind === 'open';
  }

  private writeCellsBefore(column: number): void {
    const due = this.cellsToCome.filter((cell) => cell.column < column);
    this.cellsToCome = this.cellsToCome.slice(due.length);
    append(
      this.pieces,
      due.map((cell) => this.cell(this.row, cell)),
    );
  }

  private writeRowsBefore(row: number): void {
    while (this.rowsToCome.length > 0 && this.rowsToCome[0]! < row) {
      const missing = this.rowsToCome.shift()!;
      const row = this.added.get(missing)!;
      const cells = row.cells.map((cell) => this.cell(missing, cell));
      const tag = withRoom(`<${this.prefix}row r="${missing}">`, undefined, row);
      this.pieces.push(`${tag}${cells.join('')}</${this.prefix}row>`);
    }
  }

  private cell(row: number, { column, text, style }: AddedCell): string {
    const { prefix } = this;
    const look = style === null ? '' : ` s="${style}"`;
    return `<${prefix}c r="${columnName(column)}${row}"${look} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeXml(literal(text))}</${prefix}t></${prefix}is></${prefix}c>`;
  }
}

/** The text so that a spreadsheet shows it as it is: "_x000D_" would be read as the character it names. */
export function literal(text: string): string {
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}

function opened(tag: string): string {
  return tag.replace(/\s*\/>$/, '>');
}

/** Height of one line of text, in points; what a row without a height has. */
export const lineHeight = 15;

/** The hint which columns the row spans would be wrong now. */
function withRoom(tag: string, given: string | undefined, { height, wholeHeight }: AddedRow): string {
  const isLow = height > Number(given ?? lineHeight);
  const needed = given === undefined ? wholeHeight : height;
  return withAttributes(tag, { spans: null, ...(isLow ? { ht: String(needed) } : {}) });
}

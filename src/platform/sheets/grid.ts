import { beginning, tidyText } from '../names';
import { type Cell, cellText, isBlank, type Row, type TextAt } from './cells';
import type { InOldFont, ReadCell, Written } from './written';

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

/** The rows so far. Cells in which nothing stands take no room, however far out a stray format reaches. */
export class Grid {
  readonly struck: TextAt[] = [];
  readonly signs: TextAt[] = [];
  readonly oldFonts: TextAt[] = [];
  readonly comments: TextAt[] = [];
  readonly colours = new Map<number, (string | undefined)[]>();
  private readonly filled: Cell[][] = [];
  private readonly undecided: { readonly row: number; readonly column: number; readonly cell: InOldFont }[] = [];

  constructor(
    private readonly limits: SheetLimits,
    /** What is left of the characters of the whole book. */
    private readonly room: { characters: number },
  ) {}

  get rows(): readonly Row[] {
    return this.filled;
  }

  /** Before anything is made of it: what is struck out or a sign takes room as well. */
  makeRoom(written: Written): void {
    const pieces = typeof written === 'string' ? [{ text: written }] : written;
    for (const { text } of pieces) this.room.characters -= text.length;
    if (this.room.characters < 0) throw new SheetTooLarge('characters');
  }

  /** Row and column from 1. */
  put(row: number, column: number, cell: ReadCell | InOldFont): void {
    if ('font' in cell) {
      this.assertWithin(row, column);
      this.undecided.push({ row, column, cell });
      return;
    }
    const { value, crossedOut, letters } = cell;
    const holdsNothing = value === null || (typeof value === 'string' && value.trim() === '');
    if (holdsNothing && !crossedOut && !letters) return;
    this.assertWithin(row, column);
    const at = { row: row - 1, column: column - 1 };
    if (crossedOut) this.struck.push({ ...at, text: crossedOut });
    if (letters) this.signs.push({ ...at, text: letters });
    if (holdsNothing) return;
    while (this.filled.length < row) this.filled.push([]);
    const cells = this.filled[row - 1]!;
    while (cells.length < column) cells.push(null);
    cells[column - 1] = value;
  }

  /** Row and column from 1, of a cell that was put. */
  colour(row: number, column: number, colour: string): void {
    if (isBlank(this.filled[row - 1]?.[column - 1])) return;
    const colours = this.colours.get(row - 1) ?? [];
    colours[column - 1] = colour;
    this.colours.set(row - 1, colours);
  }

  /** Row and column from 1; the cell may be blank, and lie beyond the last. */
  comment(row: number, column: number, text: string): void {
    this.makeRoom(text);
    const tidy = tidyText(text);
    if (tidy !== '') this.comments.push({ row: row - 1, column: column - 1, text: tidy });
  }

  /** Once all cells are put: those in old fonts are read as the plain ones among them are. */
  settle(): void {
    this.comments.sort((one, other) => one.row - other.row || one.column - other.column);
    if (this.undecided.length === 0) return;
    const said = new Set(this.undecided.map(({ cell }) => cell.meant));
    const usual = said.has('shown') === said.has('written') ? null : said.has('shown') ? 'shown' : 'written';
    for (const { row, column, cell } of this.undecided) {
      const meant = cell.meant ?? usual;
      const [from, to] = [cell.written, cell.shown].map(({ value }) => beginning(cellText(value), longestTold));
      const either = `${from} / ${to} (${cell.font})`;
      this.put(row, column, meant ? cell[meant] : { value: { noValue: 'old_font', text: either } });
      if (meant === 'shown')
        this.oldFonts.push({ row: row - 1, column: column - 1, text: `${from} (${cell.font}) → ${to}` });
    }
    for (const places of [this.struck, this.signs])
      places.sort((one, other) => one.row - other.row || one.column - other.column);
  }

  private assertWithin(row: number, column: number): void {
    if (row > this.limits.maxRows) throw new SheetTooLarge('rows');
    if (column > this.limits.maxColumns) throw new SheetTooLarge('columns');
  }
}

/** As much of a text in an old font as anybody is told. */
const longestTold = 60;

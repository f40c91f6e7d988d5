import { append, grouped } from '../lists';
import { type Area, type Cell, cellText, isBlank, type Row, type Sheet, type TextAt } from './cells';
import type { Choice } from './choice';
import type { DoubtfulDays } from './day-columns';
import { looksOf, type Table } from './found-tables';
import { cellsWithin, columnsRead, type Header, isWithin, nameOf, type TableKind } from './header';
import { SheetRow } from './sheet-row';
import type { ToldPlaces } from './told-places';
import type { Unread } from './unread';
import { maxColumns } from './workbook';

export interface TableRow<K extends string> {
  readonly row: SheetRow<K>;
  readonly cells: Row;
  /** Whether it stands above the table, as the letterhead, or is part of its heading. */
  readonly isAbove: boolean;
  readonly leftOut: 'hidden_row' | 'struck_row' | 'merged' | null;
}

export interface ReadTable<K extends string> extends Table<K> {
  readonly rows: readonly TableRow<K>[];
}

/** Reads the rows of tables one after another, and tells what it met that no row holds. */
export class TableRows<K extends string> {
  readonly told: Unread[] = [];
  private readonly looksByRow = new Map<Sheet, LooksByRow>();

  constructor(
    private readonly kind: TableKind<K>,
    private readonly choice: Choice,
    private readonly places: ToldPlaces,
  ) {}

  /** The rows of a table with what stands in merged cells and behind ditto marks. */
  of(table: Table<K>, doubtful: DoubtfulDays<K>): TableRow<K>[] {
    const { sheet, header, from, to } = table;
    const { hiddenRows } = looksOf(sheet);
    const { struck, signs, oldFonts } = this.byRow(sheet);
    const { filled, continued } = this.merged(table);
    const inCells: TextAt[] = [];
    const drawn: TextAt[] = [];
    const inOldFonts: TextAt[] = [];
    const rows: TableRow<K>[] = [];
    const facts = this.factColumns(header);
    let above: Row = [];
    for (let index = from; index < to; index++) {
      const isAbove = index < header.dataRow;
      const isBeside = index >= header.headerRow;
      const own = isBeside ? cellsWithin(header, sheet.rows[index] ?? []) : (sheet.rows[index] ?? []);
      const isOurs = ({ column }: TextAt) => !isBeside || isWithin(header, column);
      let cells: Row = own;
      if (!isAbove) cells = this.withDittos(header, filled.get(index) ?? own, above);
      let leftOut: TableRow<K>['leftOut'] = null;
      if (!isAbove && continued.has(index)) leftOut = 'merged';
      append(drawn, (signs.get(index) ?? []).filter(isOurs));
      const isHeading = isAbove && index >= header.headerRow;
      if (!isHeading) append(inOldFonts, (oldFonts.get(index) ?? []).filter(isOurs));
      const crossedOut = (struck.get(index) ?? []).filter(isOurs);
      if (!isAbove && crossedOut.length > 0 && own.every((cell) => isBlank(cell))) {
        // Nothing of it but what is crossed out.
        const texts: string[] = [];
        for (const { column, text } of crossedOut) texts[column] ??= text;
        const struckOut = Array.from(texts, (text) => text ?? null);
        cells = this.withDittos(header, struckOut, above);
        if (!this.choice.struckRows) leftOut = 'struck_row';
      } else {
        append(inCells, crossedOut);
      }
      if (!isAbove && hiddenRows.has(index) && !this.choice.hiddenRows) leftOut = 'hidden_row';
      // The heading of a group has a name alone.
      const saysMore = facts.some((column) => !isBlank(cells[column]));
      if (!isAbove && leftOut === null && saysMore && nameOf(header, this.kind, cells)) above = cells;
      rows.push({ row: new SheetRow(header, cells, index + 1, doubtful), cells, isAbove, leftOut });
    }
    append(this.told, this.places.cellsTold(sheet, header, 'struck', inCells));
    append(this.told, this.places.signsTold(sheet, header, drawn));
    append(this.told, this.places.cellsTold(sheet, header, 'old_font', inOldFonts));
    return rows;
  }

  private withDittos(header: Header<K>, cells: Row, above: Row): Row {
    if (!cells.some((cell) => isDitto(cell))) return cells;
    const own = this.ownColumns(header);
    const read = columnsRead(header);
    return cells.map((cell, column) => {
      if (!isDitto(cell)) return cell;
      const same = own.has(column) ? null : (above[column] ?? null);
      return same === null && read.has(column) ? { noValue: 'ditto', text: cellText(cell) } : (same ?? cell);
    });
  }

  /** The columns that are read, but for names and what numbers people or reaches them. */
  private factColumns(header: Header<K>): readonly number[] {
    const keys = [...this.kind.required[0]!, ...(this.kind.own ?? []), ...(this.kind.texts ?? [])];
    const others = new Set(keys.flatMap((key) => header.columns.get(key)?.index ?? []));
    return [...columnsRead(header)].filter((column) => !others.has(column));
  }

  /** Of cells merged downwards every row gets the value, unless it is somebody's own: then the rows are one person's. */
  private merged({ sheet, header, to }: Table<K>) {
    const own = this.ownColumns(header);
    const names = new Set(this.kind.required[0]!.flatMap((key) => header.columns.get(key)?.index ?? []));
    const filled = new Map<number, Cell[]>();
    const continued = new Set<number>();
    const covered: TextAt[] = [];
    /** The last row of each column that is merged with one above or beside it. */
    const lastMerged = new Int32Array(maxColumns).fill(-1);
    const columns = [...columnsRead(header)];
    const { merges } = this.byRow(sheet);
    for (const area of rowsBetween(header.dataRow, to).flatMap((row) => merges.get(row) ?? [])) {
      const { top, left } = area;
      if (left >= maxColumns || !isWithin(header, left)) continue;
      const [bottom, right] = [Math.min(area.bottom, to - 1), Math.min(area.right, maxColumns - 1)];
      // Merged cells never overlap in a sound file; in another, whoever came first has them.
      if (lastMerged.subarray(left, right + 1).some((last) => last >= top)) continue;
      lastMerged.fill(bottom, left, right + 1);
      const value = sheet.rows[top]?.[left] ?? null;
      for (let row = top; row <= bottom; row++) {
        const cells = filled.get(row) ?? [...cellsWithin(header, sheet.rows[row] ?? [])];
        for (let column = left; column <= right; column++) {
          if ((row === top && column === left) || isBlank(cells[column])) continue;
          // Some programs keep what lies below a merged cell, where nobody sees it.
          covered.push({ row, column, text: cellText(cells[column]) });
          cells[column] = null;
        }
        if (row > top && value !== null && names.has(left)) continued.add(row);
        else if (row > top && !own.has(left) && nameOf(header, this.kind, cells) !== '') {
          while (cells.length <= left) cells.push(null);
          cells[left] = value;
        }
        filled.set(row, cells);
      }
      const read = columns.filter((column) => column >= left && column <= right);
      const isOfSomebody = !names.has(left) && nameOf(header, this.kind, filled.get(top) ?? []) !== '';
      if (!isBlank(value) && isOfSomebody && read.length > 1)
        covered.push({ row: top, column: left, text: cellText(value) });
    }
    append(this.told, this.places.cellsTold(sheet, header, 'merged', covered));
    return { filled, continued };
  }

  /** Gone through once a sheet, not once a table. */
  private byRow(sheet: Sheet): LooksByRow {
    const { struck, signs, oldFonts, merges } = looksOf(sheet);
    const found = this.looksByRow.get(sheet) ?? {
      struck: grouped(struck, ({ row }) => row),
      signs: grouped(signs, ({ row }) => row),
      oldFonts: grouped(oldFonts, ({ row }) => row),
      merges: grouped(merges, ({ top }) => top),
    };
    this.looksByRow.set(sheet, found);
    return found;
  }

  private ownColumns(header: Header<K>): ReadonlySet<number> {
    const keys = [...this.kind.required.flat(), ...(this.kind.own ?? []), ...(this.kind.texts ?? [])];
    return new Set(keys.flatMap((key) => header.columns.get(key)?.index ?? []));
  }
}

interface LooksByRow {
  readonly struck: ReadonlyMap<number, readonly TextAt[]>;
  readonly signs: ReadonlyMap<number, readonly TextAt[]>;
  readonly oldFonts: ReadonlyMap<number, readonly TextAt[]>;
  /** By the row they begin in. */
  readonly merges: ReadonlyMap<number, readonly Area[]>;
}

const rowsBetween = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

const longestDitto = 20;

/** "As above", in the ways it is written. */
function isDitto(cell: Cell): boolean {
  if (typeof cell !== 'string') return false;
  const text = cell.trim();
  return text.length <= longestDitto && /^(["”“〃]{1,2}|''|-?\s*(nt|n\.t\.?|n\/t|như trên)\s*-?)$/i.test(text);
}

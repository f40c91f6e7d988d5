import { showDay } from '../clock';
import { type Cell, cellText, dayAndRest, hasNoValue, orderOfDay, type Row, turnedDay } from './cells';
import type { Header } from './header';

/**
 * What is wrong with a whole column of days. `swapped`: a spreadsheet that reads the month first made dates of 12/03/1985
 * wherever it could, and turned them, and left 25/11/1980 as text. `month_first`: somebody wrote them so.
 */
export type DayDoubt = 'swapped' | 'month_first';

/** The columns that are doubtful as a whole: of one cell alone nobody could tell. */
export type DoubtfulDays<K extends string> = ReadonlyMap<K, DoubtedDays>;

interface DoubtedDays {
  readonly doubt: DayDoubt;
  /** Somebody said that day and month are to be read the other way round. */
  readonly isTurned: boolean;
}

/** A doubtful column as somebody is to look at it. */
export interface DoubtedColumn extends DoubtedDays {
  /** By its table and its name, such as "1:9!F". */
  readonly place: string;
  readonly label: string;
  /** In how many cells the doubt is. */
  readonly cells: number;
  /** The first of them as it stands there, and turned. */
  readonly sample: string;
  readonly turned: string;
}

export function doubtfulDays<K extends string>(
  header: Header<K>,
  rows: readonly Row[],
  keys: readonly K[],
  turned: ReadonlySet<number> = new Set(),
): DoubtfulDays<K> {
  return new Map(
    keys.flatMap((key) => {
      const column = header.columns.get(key);
      const doubt = column && doubtAbout(rows.map((row) => row[column.index] ?? null));
      return doubt ? [[key, { doubt, isTurned: turned.has(column.index) }] as const] : [];
    }),
  );
}

/** So few could be so by chance. */
const fewest = 4;

function doubtAbout(cells: readonly Cell[]): DayDoubt | null {
  const orders = cells.map(orderOfDay).filter((order) => order !== null);
  const isEvery = (wanted: string) => orders.every((order) => order === wanted);
  if (orders.includes('month_first')) return orders.includes('day_first') ? null : 'month_first';
  const days = cells.flatMap((cell) => (isDayCell(cell) ? [Number(cell.day.slice(8))] : []));
  const isSplit = days.length > 0 && orders.length > 0 && days.length + orders.length >= fewest;
  return isSplit && isEvery('day_first') && days.every((day) => day <= 12) ? 'swapped' : null;
}

/** Whether the doubt about its column is about this cell. */
export function isDoubtful(cell: Cell, doubt: DayDoubt | undefined): boolean {
  if (doubt === 'swapped') return isDayCell(cell);
  // A date among days with the month first may have been turned by the spreadsheet that took it for one.
  return doubt === 'month_first' && (isDayCell(cell) || orderOfDay(cell) !== null);
}

function isDayCell(cell: Cell): cell is Extract<Cell, { readonly day: string }> {
  return typeof cell === 'object' && cell !== null && !hasNoValue(cell);
}

/** The doubtful columns of a table from left to right; `placeOf` names a column by its index. */
export function doubtedColumns<K extends string>(
  header: Header<K>,
  rows: readonly Row[],
  doubtful: DoubtfulDays<K>,
  placeOf: (column: number) => string,
): readonly DoubtedColumn[] {
  return [...doubtful]
    .map(([key, doubted]) => ({ column: header.columns.get(key)!, doubted }))
    .toSorted((one, other) => one.column.index - other.column.index)
    .map(({ column: { index, label }, doubted }) => {
      const cells = rows.map((row) => row[index] ?? null).filter((cell) => isDoubtful(cell, doubted.doubt));
      const [first] = cells.flatMap((cell) => {
        const day = dayAndRest(cell)?.day ?? cell;
        const turned = turnedDay(day);
        return turned ? [{ sample: cellText(day), turned: showDay(turned) }] : [];
      });
      return { place: placeOf(index), label, ...doubted, cells: cells.length, ...first! };
    });
}

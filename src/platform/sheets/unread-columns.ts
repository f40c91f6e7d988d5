import { isBlank, type Row } from './cells';
import type { Header } from './header';
import { columnName } from './xlsx/addresses';

/** A column in which something stands that nobody read. */
export interface UnreadColumn {
  /** Its heading; its letter where it has none. */
  readonly label: string;
  /** In how many of the rows something stands. */
  readonly cells: number;
}

/** The columns with content in these rows that no heading led to; what is dropped is to be told. */
export function unreadColumns<K extends string>(header: Header<K>, rows: readonly Row[]): UnreadColumn[] {
  const columns = [...header.columns.values(), ...header.yearColumns.map(({ column }) => column)];
  const read = new Set(columns.map(({ index }) => index));
  const headings = new Map(header.unknown.map(({ index, label }) => [index, label]));
  const cells = new Map<number, number>();
  for (const row of rows)
    for (const [index, cell] of row.entries())
      if (!read.has(index) && !isBlank(cell)) cells.set(index, (cells.get(index) ?? 0) + 1);
  return [...cells]
    .toSorted(([one], [other]) => one - other)
    .map(([index, count]) => ({ label: headings.get(index) ?? columnName(index + 1), cells: count }));
}

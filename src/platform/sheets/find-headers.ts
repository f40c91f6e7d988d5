import type { Sheet } from './cells';
import { type Header, missingIn, type TableKind, usualHeadings } from './header';
import { type HeaderOptions, HeadingReader, matches, rowsSearched } from './heading-reader';
import { MissingColumns } from './sheets.refusals';
import { largest } from '../lists';

/** Rows that name a required heading and are none: past so many a sheet is made to be looked through in vain. */
const triedInVain = 200;
/** No office puts so many tables into a file. */
export const maxTables = 200;

/** Every heading of a table in the sheet, from top to bottom, of tables side by side from left to right; past {@link maxTables} only that there are more. */
export function findHeaders<K extends string>(
  sheet: Sheet,
  kind: TableKind<K>,
  options: HeaderOptions = {},
): readonly Header<K>[] {
  const reader = new HeadingReader(sheet, kind, options);
  const found: Header<K>[] = [];
  let inVain = 0;
  for (let row = 0; row < sheet.rows.length && inVain < triedInVain && found.length <= maxTables; row++) {
    if (!reader.mentionsFirstRequired(row)) continue;
    const header = reader.bestAround(row, found.at(-1));
    if (!header || missingIn(header, kind).length > 0) {
      inVain++;
      continue;
    }
    const before = found.at(-1);
    const whole = before?.dataRow === header.headerRow ? reader.goesOn(before, header) : null;
    const tables = whole ? [whole] : reader.sideBySide(row, header, before);
    found.splice(whole ? -1 : found.length, whole ? 1 : 0, ...tables);
    row = largest(tables.map(({ dataRow }) => dataRow)) - 1;
  }
  return found;
}

/** The first heading of a table in the sheet, wherever it stands, in up to three rows. @throws MissingColumns */
export function findHeader<K extends string>(sheet: Sheet, kind: TableKind<K>, options: HeaderOptions = {}): Header<K> {
  const [first] = findHeaders(sheet, kind, options);
  if (first) return first;
  const reader = new HeadingReader(sheet, kind, options);
  const best = reader.best(0, rowsSearched);
  const found = best && matches(best) > 1 ? [...best.columns].map(([key, { label }]) => reader.named(key, label)) : [];
  throw new MissingColumns(usualHeadings(missingIn(best, kind), kind), found);
}

/**
 * Headings of tables nothing is known of: many known ones in a row, and not those that are required. Only below the
 * first table, since above it stands its own heading.
 */
export function strayHeaders<K extends string>(
  sheet: Sheet,
  kind: TableKind<K>,
  headers: readonly Header<K>[],
): readonly Header<K>[] {
  const reader = new HeadingReader(sheet, kind, {});
  const found: Header<K>[] = [];
  for (const [at, header] of headers.entries()) {
    const end = headers[at + 1]?.headerRow ?? sheet.rows.length;
    // Beside a table of one heading row stands the second one of another.
    const beside = headers.filter(({ headerRow }) => headerRow === header.headerRow);
    for (let row = largest(beside.map(({ dataRow }) => dataRow)); row < end && found.length <= maxTables; row++) {
      if (!reader.isHeadingOfAnother(header, row)) continue;
      const stray = reader.headedAt(row);
      found.push(stray);
      row = stray.dataRow - 1;
    }
  }
  return found;
}

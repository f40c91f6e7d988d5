import { cellText, isBlank, type Row, type Sheet } from './cells';
import { layoutOf } from './columns';
import { maxTables } from './find-headers';
import { isForbidden } from './forbidden';
import { headingText } from './found-columns';
import type { Column, Header, TableKind } from './header';
import { type HeaderOptions, HeadingReader, isBetter, knownOfAnother, matches, rowsSearched } from './heading-reader';
import { lookupOf } from './known-headings';

/** What is known of the headings of a sheet on which no table was found. */
export interface Asked extends HeaderOptions {
  /** The rows somebody said are headings, by their index; none where nobody said. */
  readonly rows: readonly number[];
  /** Whether something was said before of columns below such headings. */
  readonly isRemembered: (layout: string) => boolean;
  /** Whether a row may be the heading though next to nothing in it is known. */
  readonly guesses: boolean;
}

/**
 * Headings that do not say what their table is known by, so that somebody is to be asked which column is what: the rows
 * somebody named, one of which something was said before, or the likeliest one; and wherever it is said again below.
 */
export function askedHeaders<K extends string>(sheet: Sheet, kind: TableKind<K>, asked: Asked): readonly Header<K>[] {
  const reader = new HeadingReader(sheet, kind, asked);
  const named = asked.rows.filter((row) => row < sheet.rows.length);
  const first = named.length > 0 ? null : likeliest(reader, sheet, asked);
  const rows = first ? [first.headerRow, ...repetitionsOf(sheet, first)] : named;
  return rows.slice(0, maxTables + 1).map((row) => withForbidden(sheet, reader, reader.headedAt(row)));
}

function likeliest<K extends string>(
  reader: HeadingReader<K>,
  { rows }: Sheet,
  { isRemembered, guesses }: Asked,
): Header<K> | null {
  const candidates = [...rows.slice(0, rowsSearched).keys()].filter((row) => reader.mayBeHeading(row));
  const last = rows.findLastIndex((row) => filledIn(row).length > 1);
  const headers = candidates.map((row) => reader.headedAt(row)).filter(({ dataRow }) => dataRow <= last);
  const known = headers.find((header) => isRemembered(layoutOf(header)));
  if (known) return known;
  const best = headers.reduce<Header<K> | null>((one, other) => (one && !isBetter(other, one) ? one : other), null);
  if (best && matches(best) >= (guesses ? 2 : knownOfAnother)) return best;
  return guesses ? (headers[0] ?? null) : null;
}

const filledIn = (row: Row) => row.filter((cell) => !isBlank(cell));

/** The rows below that say the same, as the heading of each page does. */
function repetitionsOf<K extends string>({ rows }: Sheet, { headerRow, dataRow }: Header<K>): readonly number[] {
  const textOf = (row: Row) =>
    row
      .map((cell) => headingText(cell))
      .join('\n')
      .trimEnd();
  const heading = textOf(rows[headerRow]!);
  if (filledIn(rows[headerRow]!).length < knownOfAnother) return [];
  return rows.flatMap((row, index) => (index >= dataRow && textOf(row) === heading ? [index] : []));
}

/** Wherever the heading may be in truth, what is taken of nobody is left out below its name. */
function withForbidden<K extends string>({ rows }: Sheet, reader: HeadingReader<K>, header: Header<K>): Header<K> {
  const found = new Map<number, Column>();
  for (const [at, row] of rows.slice(0, rowsSearched).entries()) {
    if (filledIn(row).length < knownOfAnother || !reader.mayBeHeading(at)) continue;
    for (const [index, cell] of row.entries())
      if (typeof cell === 'string' && isForbidden(headingText(cell)))
        found.set(index, { index, label: cellText(cell) });
  }
  for (const { index } of [...header.columns.values(), ...header.forbidden]) found.delete(index);
  const isLeft = ({ index }: Column) => !found.has(index);
  return { ...header, forbidden: [...header.forbidden, ...found.values()], unknown: header.unknown.filter(isLeft) };
}

/** Whether headings stand one below the other: a sheet turned on its side, or a form for one person. */
export function hasPeopleInColumns<K extends string>({ rows }: Sheet, kind: TableKind<K>): boolean {
  const known = lookupOf(kind);
  const [first = []] = kind.required;
  const keys = new Map<number, Set<K>>();
  for (const row of rows.slice(0, rowsSearched)) {
    const [index, next] = [...row.entries()].flatMap(([column, cell]) => (isBlank(cell) ? [] : [column]));
    const key = index === undefined || next === undefined ? null : known(headingText(row[index]))?.key;
    if (key) keys.set(index!, (keys.get(index!) ?? new Set()).add(key));
  }
  return [...keys.values()].some(
    (found) => found.size > knownOfAnother || (found.size === knownOfAnother && first.some((key) => found.has(key))),
  );
}

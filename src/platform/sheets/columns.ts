import { createHash } from 'node:crypto';
import { beginning, foldLabel } from '../names';
import { type Cell, cellText, isBlank, type Row } from './cells';
import {
  type Column,
  factAt,
  type Header,
  headingsByPlace,
  isWithin,
  missingIn,
  missingInSaid,
  type TableKind,
  usualHeadings,
} from './header';
import { ColumnsForOneFact, MissingColumns, UnknownColumnChoice } from './sheets.refusals';
import { columnName, columnNumber } from './xlsx/addresses';
import { largest } from '../lists';

/**
 * What each column is, by its name, such as "F": a fact of its kind, one told by the year with the year behind a dot
 * ("rating.2025"), `leftOut`, or `asHeaded`.
 */
export type ColumnChoices = Readonly<Record<string, string>>;
export const leftOut = 'none';
export const asHeaded = 'proposed';

/** What was said before of files with the same headings. */
export interface RememberedColumns {
  readonly columns: ColumnChoices;
  /** ISO 8601. */
  readonly chosenAt: string;
}

/** A column as somebody is to look at it. */
export interface MatchedColumn {
  readonly column: string;
  readonly label: string | null;
  readonly samples: readonly string[];
  /** What it was read as; null for nothing. */
  readonly fact: string | null;
  /** What it would be read as by its heading alone. */
  readonly proposed: string | null;
  readonly isChosen: boolean;
}

/** The columns of a table that was read. */
export interface MatchedTable {
  readonly table: string;
  /** The table before it with the same headings, of which it is said what they are; left out of the first. */
  readonly sameAs?: string;
  readonly columns: readonly MatchedColumn[];
  /** When it was chosen, ISO 8601, if it was read as chosen for an earlier file. */
  readonly rememberedAt: string | null;
}

/** The name of these headings at these places, whatever stands below them. */
export function layoutOf<K extends string>(header: Header<K>): string {
  const headings = [...headingsByPlace(header)].map(([index, label]) => [index, foldLabel(label)]);
  return createHash('sha256').update(JSON.stringify(headings)).digest('base64url').slice(0, 22);
}

/** What of it is to be remembered: what stands below no heading may be something else in the next file. */
export function ofHeadings<K extends string>(header: Header<K>, choices: ColumnChoices): ColumnChoices {
  const labels = headingsByPlace(header);
  return Object.fromEntries(
    Object.entries(choices).filter(([name, fact]) => fact !== asHeaded && labels.has(columnIndex(name))),
  );
}

/** Whether a fact is told by the year, each in a column of its own. */
export function isByYear<K extends string>({ labels }: TableKind<K>, fact: K): boolean {
  return labels[fact].some((label) => label.includes('{year}'));
}

/**
 * The heading with columns read as they were chosen.
 * @throws UnknownColumnChoice | ColumnsForOneFact | MissingColumns when what the table is known by was left out
 */
export function withColumns<K extends string>(
  header: Header<K>,
  kind: TableKind<K>,
  choices: ColumnChoices,
  width: number,
): Header<K> {
  const labels = headingsByPlace(header);
  const chosen = Object.entries(choices)
    .filter(([, fact]) => fact !== asHeaded)
    .map(([name, fact]) => {
      const index = columnIndex(name);
      if (!(index >= 0 && index < width && isWithin(header, index))) throw new UnknownColumnChoice(name, fact);
      return { column: { index, label: labels.get(index) ?? name }, name, fact };
    });
  const indices = new Set(chosen.map(({ column }) => column.index));
  const stays = ({ index }: Column) => !indices.has(index);
  const columns = new Map(
    [...header.columns]
      .filter(([, column]) => stays(column))
      .map(([key, { goesOn, ...column }]) => {
        const on = goesOn?.filter((index) => !indices.has(index)) ?? [];
        return [key, on.length > 0 ? { ...column, goesOn: on } : column];
      }),
  );
  const yearColumns = header.yearColumns.filter(({ column }) => stays(column));
  const rest = {
    ...header,
    columns,
    yearColumns,
    tickColumns: header.tickColumns.filter(({ column }) => stays(column)),
    partColumns: header.partColumns.filter(({ column }) => stays(column)),
    unknown: header.unknown.filter(stays),
    leftOut: chosen.filter(({ fact }) => fact === leftOut).map(({ column }) => column),
  };
  const isForbidden = ({ index }: Column) => header.forbidden.some((column) => column.index === index);
  for (const { column, name, fact } of chosen) {
    if (fact === leftOut) continue;
    const known = isForbidden(column) ? null : knownFact(kind, fact);
    if (!known) throw new UnknownColumnChoice(name, fact);
    const { key, year } = known;
    const ofYear = rest.yearColumns.find((other) => `${other.key}.${other.year}` === fact);
    const other =
      ofYear?.column.index ?? [...headingsByPlace(rest).keys()].find((index) => factAt(rest, index) === fact);
    if (other !== undefined) {
      const heading = kind.labels[key][0]!.replace('{year}', String(year));
      throw new ColumnsForOneFact(heading, [headed(labels, other), headed(labels, column.index)]);
    }
    if (year === null) columns.set(key, column);
    else yearColumns.push({ key, year, column });
  }
  const missing = missingInSaid(rest, kind);
  if (missing.length > 0 && missingIn(header, kind).length === 0)
    throw new MissingColumns(
      usualHeadings(missing, kind),
      [...columns.values()].map(({ label }) => label),
    );
  return rest;
}

/** Every column that has a heading or something below it; not those of what is taken of nobody. */
export function matchedColumns<K extends string>(
  header: Header<K>,
  asRead: Header<K>,
  rows: readonly Row[],
  choices: ColumnChoices,
): readonly MatchedColumn[] {
  const labels = headingsByPlace(header);
  const width = Math.max(
    0,
    largest([...rows.map((row) => row.length), ...[...labels.keys()].map((index) => index + 1)]),
  );
  return Array.from({ length: width }, (_, index) => index).flatMap((index) => {
    if (header.forbidden.some((column) => column.index === index)) return [];
    const samples = samplesOf(rows, index);
    const column = columnName(index + 1);
    if (!labels.has(index) && samples.length === 0) return [];
    const isChosen = (choices[column] ?? asHeaded) !== asHeaded;
    const [fact, proposed] = [factAt(asRead, index), factAt(header, index)];
    return [{ column, label: labels.get(index) ?? null, samples, fact, proposed, isChosen }];
  });
}

const samplesShown = 3;
const longestSample = 60;

function samplesOf(rows: readonly Row[], index: number): readonly string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const cell: Cell | undefined = row[index];
    if (!isBlank(cell)) samples.add(beginning(cellText(cell), longestSample));
    if (samples.size === samplesShown) break;
  }
  return [...samples];
}

function knownFact<K extends string>(kind: TableKind<K>, fact: string): { key: K; year: number | null } | null {
  const [name, year, ...more] = fact.split('.');
  const key = kind.facts?.find((one) => one === name);
  if (!key || more.length > 0 || isByYear(kind, key) !== (year !== undefined)) return null;
  if (year !== undefined && !/^(19|20)\d\d$/.test(year)) return null;
  return { key, year: year === undefined ? null : Number(year) };
}

function headed(labels: ReadonlyMap<number, string>, index: number): string {
  const label = labels.get(index);
  return label ? `${label} (${columnName(index + 1)})` : columnName(index + 1);
}

/** From 0, which is "A"; of what names no column, -1. */
export const columnIndex = (name: string): number => (/^[A-Z]{1,3}$/.test(name) ? columnNumber(`${name}1`) - 1 : -1);

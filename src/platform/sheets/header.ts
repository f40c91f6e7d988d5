import { foldLabel } from '../names';
import { type Cell, cellText, type Row, type Sheet } from './cells';
import { MissingColumns } from './sheets.refusals';

/**
 * The headings under which each column is known, the usual one first. Case, marks and punctuation do not matter.
 * `{year}` in a heading stands for any year: such a column may occur once for each.
 */
export type ColumnLabels<K extends string> = Readonly<Record<K, readonly string[]>>;

export interface Column {
  readonly index: number;
  /** The heading as the sheet has it; of a merged heading, both its rows. */
  readonly label: string;
}

export interface Header<K extends string> {
  readonly columns: ReadonlyMap<K, Column>;
  readonly yearColumns: readonly { readonly key: K; readonly year: number; readonly column: Column }[];
  /** Columns with a heading nobody asked for, or asked for already. */
  readonly unknown: readonly Column[];
  /** Index in `sheet.rows` of the first row of the heading, and of the first row below it. */
  readonly headerRow: number;
  readonly dataRow: number;
}

/** Letterhead and title stand above the heading; no list seen needs more than ten rows for them. */
const rowsSearched = 60;
/** A longer text is a title or a note, not a heading. */
const longestHeading = 200;

/**
 * Finds the heading wherever it stands, in one row or in two: under a merged heading the labels of the second row are read together
 * with the label above, carried to the right ("Ngày sinh" over "Nam" and "Nữ").
 * `required` lists what must be there, each as one key or a choice of keys; otherwise throws `MissingColumns`.
 */
export function findHeader<K extends string>(
  sheet: Sheet,
  labels: ColumnLabels<K>,
  required: readonly (readonly K[])[],
): Header<K> {
  const known = lookupOf(labels);
  const candidates = sheet.rows.slice(0, rowsSearched).flatMap((row, index) => {
    const oneRow = headerOf(known, index, index + 1, headingsOf(row, []));
    const below = sheet.rows[index + 1] ?? [];
    if (nameStandsBelow(oneRow, below, required)) return [oneRow];
    return [oneRow, headerOf(known, index, index + 2, headingsOf(row, below))];
  });
  const best = candidates.reduce<Header<K> | null>((a, b) => (a && !isBetter(b, a) ? a : b), null);
  const missing = required.filter((choice) => !best || !choice.some((key) => best.columns.has(key)));
  if (best && missing.length === 0) return best;
  const found = best && matches(best) > 1 ? [...best.columns.values()].map((column) => column.label) : [];
  throw new MissingColumns(
    missing.map(([first]) => labels[first!][0]!),
    found,
  );
}

interface Heading extends Column {
  /** What to look up, best first. */
  readonly readings: readonly string[];
}

interface Known<K> {
  readonly key: K;
  readonly year: number | null;
}

function headingsOf(upper: Row, lower: Row): readonly Heading[] {
  const headings: Heading[] = [];
  let carried = '';
  for (let index = 0; index < Math.max(upper.length, lower.length); index++) {
    const own = headingText(upper[index]);
    const sub = headingText(lower[index]);
    if (own) carried = own;
    if (!own && !sub) continue;
    if (!sub) headings.push({ index, label: own, readings: [own] });
    else headings.push({ index, label: `${carried} ${sub}`.trim(), readings: [`${carried} ${sub}`, sub, own] });
  }
  return headings;
}

function headingText(cell: Cell | undefined): string {
  const text = cellText(cell);
  return text.length > longestHeading ? '' : text;
}

function headerOf<K extends string>(
  known: (heading: Heading) => Known<K> | null,
  headerRow: number,
  dataRow: number,
  headings: readonly Heading[],
): Header<K> {
  const columns = new Map<K, Column>();
  const yearColumns: { key: K; year: number; column: Column }[] = [];
  const unknown: Column[] = [];
  for (const heading of headings) {
    const column = { index: heading.index, label: heading.label };
    const found = known(heading);
    const isRepeated =
      found?.year === null
        ? columns.has(found.key)
        : yearColumns.some(({ key, year }) => key === found?.key && year === found.year);
    if (!found || isRepeated) unknown.push(column);
    else if (found.year === null) columns.set(found.key, column);
    else yearColumns.push({ key: found.key, year: found.year, column });
  }
  return { columns, yearColumns, unknown, headerRow, dataRow };
}

/** A row that has something below a required heading is a row of people, not the second row of the heading. */
function nameStandsBelow<K extends string>(
  header: Header<K>,
  below: Row,
  required: readonly (readonly K[])[],
): boolean {
  const [first = []] = required;
  return first.some((key) => {
    const column = header.columns.get(key);
    return column !== undefined && cellText(below[column.index]) !== '';
  });
}

/** More columns known; of equals the one in a single row, lest a title above the heading be taken for its first row. */
function isBetter<K extends string>(candidate: Header<K>, best: Header<K>): boolean {
  const gain = matches(candidate) - matches(best);
  const height = (header: Header<K>) => header.dataRow - header.headerRow;
  return gain > 0 || (gain === 0 && height(candidate) < height(best));
}

function matches<K extends string>(header: Header<K>): number {
  return header.columns.size + header.yearColumns.length;
}

function lookupOf<K extends string>(labels: ColumnLabels<K>): (heading: Heading) => Known<K> | null {
  const keys = new Map<string, K>();
  for (const key of Object.keys(labels) as K[]) for (const label of labels[key]) keys.set(foldLabel(label), key);
  const find = (reading: string): Known<K> | null => {
    const folded = foldLabel(reading);
    const exact = keys.get(folded);
    if (exact !== undefined) return { key: exact, year: null };
    const years = folded.match(/\b(19|20)\d\d\b/g) ?? [];
    const perYear = years.length === 1 ? keys.get(folded.replace(years[0]!, 'year')) : undefined;
    return perYear === undefined ? null : { key: perYear, year: Number(years[0]) };
  };
  return ({ readings }) => {
    const withoutNotes = readings.map((reading) => reading.replace(/\([^)]*\)/g, ' '));
    for (const reading of [...readings, ...withoutNotes]) {
      const found = find(reading);
      if (found) return found;
    }
    return null;
  };
}

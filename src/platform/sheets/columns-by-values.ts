import { foldLabel } from '../names';
import { cellText, isBlank, type Row } from './cells';
import type { ByValues, Header, TableKind } from './header';

/** So many of the values are to fit, and one at least to be of nothing else. */
const fitting = 0.9;

/** The heading with the columns that their values tell; one that goes by its heading comes first. */
export function withColumnsByValues<K extends string>(
  header: Header<K>,
  { byValues }: TableKind<K>,
  rows: readonly Row[],
): Header<K> {
  const columns = new Map(header.columns);
  for (const [key, { labels, fits }] of Object.entries(byValues ?? {}) as [K, ByValues][]) {
    const known = new Set(labels.map((label) => foldLabel(label)));
    const [column, ...others] = header.unknown.filter(
      ({ label, isLeftOut, isOfTwoFacts }) => !isLeftOut && !isOfTwoFacts && known.has(foldLabel(label)),
    );
    if (!column || others.length > 0 || columns.has(key) || header.tickColumns.some((tick) => tick.key === key))
      continue;
    const values = rows.flatMap((row) => (isBlank(row[column.index]) ? [] : fits(cellText(row[column.index]))));
    const doFit = values.filter((fit) => fit !== false).length >= values.length * fitting;
    if (doFit && values.includes(true)) columns.set(key, column);
  }
  const taken = new Set([...columns.values()].map(({ index }) => index));
  return columns.size === header.columns.size
    ? header
    : { ...header, columns, unknown: header.unknown.filter(({ index }) => !taken.has(index)) };
}

import { foldLabel, tidyText } from '../names';
import { type DayPart, dayParts, type TableKind } from './header';

/** What a heading was found to mean. */
export interface Known<K> {
  readonly key: K;
  readonly year?: number;
  readonly tick?: string;
  readonly part?: DayPart;
}

/** Years next to each other, as people name them: "2024; 2025", "2024 và 2025", "năm 2024, năm 2025". */
const yearsNamed = /\b(?:19|20)\d\d(?:(?: nam| va)* (?:19|20)\d\d)+\b/;

/** What a heading of several years in one means, such as "Xếp loại 2 năm (2024; 2025)"; null where the years do not follow each other. */
export function knownOfYears<K extends string>(
  kind: TableKind<K>,
  heading: string,
): { readonly key: K; readonly years: readonly number[] } | null {
  const fold = foldLabel(heading);
  const named = yearsNamed.exec(fold)?.[0] ?? '';
  const years = named.match(/\d{4}/g)?.map(Number) ?? [];
  const steps = new Set(years.slice(1).map((year, at) => year - years[at]!));
  if (years.length < 2 || steps.size > 1 || ![1, -1].includes([...steps][0]!)) return null;
  const known = labelsOf(kind).folded.get(fold.replace(named, 'year'));
  return known ? { key: known.key, years } : null;
}

/** Words as they are written, without case and punctuation. */
const plainly = (text: string) => tidyText(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')).toLowerCase();

interface Labels<K> {
  readonly written: ReadonlyMap<string, Known<K>>;
  readonly folded: ReadonlyMap<string, Known<K>>;
}

const labelsOfKinds = new WeakMap<object, Labels<string>>();

/** Hundreds of headings are learned once a kind, not once a sheet. */
function labelsOf<K extends string>(kind: TableKind<K>): Labels<K> {
  const known = labelsOfKinds.get(kind) ?? learned(kind);
  labelsOfKinds.set(kind, known);
  return known as Labels<K>;
}

function learned<K extends string>({ labels, ticks, days = [] }: TableKind<K>): Labels<K> {
  const written = new Map<string, Known<K>>();
  const folded = new Map<string, Known<K>>();
  const learn = (label: string, known: Known<K>) => {
    if (!written.has(plainly(label))) written.set(plainly(label), known);
    if (!folded.has(foldLabel(label))) folded.set(foldLabel(label), known);
  };
  for (const key of Object.keys(labels) as K[]) for (const label of labels[key]) learn(label, { key });
  for (const key of Object.keys(ticks ?? {}) as K[])
    for (const label of labels[key]) for (const tick of ticks?.[key] ?? []) learn(`${label} ${tick}`, { key, tick });
  for (const key of days)
    for (const label of labels[key]) for (const part of dayParts) learn(`${label} ${part}`, { key, part });
  return { written, folded };
}

/** What a heading means to a table of this kind; null for nothing. */
export function lookupOf<K extends string>(kind: TableKind<K>) {
  const { written, folded } = labelsOf(kind);
  const seen = new Map<string, Known<K> | null>();
  const look = (reading: string): Known<K> | null => {
    const exact = written.get(plainly(reading));
    if (exact) return exact;
    const fold = foldLabel(reading);
    // "Năm" is no "Nam": a single word with marks is only what it says.
    const isWord = !fold.includes(' ') && plainly(reading) !== fold;
    const found = isWord ? undefined : folded.get(fold);
    if (found) return found;
    const years = fold.match(/\b(19|20)\d\d\b/g) ?? [];
    const perYear = years.length === 1 ? folded.get(fold.replace(years[0]!, 'year')) : undefined;
    return perYear ? { key: perYear.key, year: Number(years[0]) } : null;
  };
  return (reading: string): Known<K> | null => {
    if (reading === '') return null;
    const before = seen.get(reading);
    if (before !== undefined) return before;
    const found = look(reading);
    seen.set(reading, found);
    return found;
  };
}

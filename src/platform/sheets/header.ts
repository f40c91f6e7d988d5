import { foldLabel, tidyText } from '../names';
import { type Area, type Cell, cellText, isBlank, type Row, type Sheet } from './cells';
import { isForbidden } from './forbidden';
import { MissingColumns } from './sheets.refusals';

/**
 * The headings under which each column is known, the usual one first. Case, marks and punctuation do not matter.
 * `{year}` in a heading stands for any year: such a column may occur once for each.
 */
export type ColumnLabels<K extends string> = Readonly<Record<K, readonly string[]>>;

/** What a table is known by. */
export interface TableKind<K extends string> {
  readonly labels: ColumnLabels<K>;
  /** What must be there, each as one key or a choice of keys; the first is what tells a row of the table from a heading. */
  readonly required: readonly (readonly K[])[];
  /** Values that stand as headings below that of their column, or behind it, and are ticked: "Trình độ LLCT" over "SC", "TC", "CC". */
  readonly ticks?: Readonly<Partial<Record<K, readonly string[]>>>;
  /** Columns of days that may be written in three: "Ngày sinh" over "Ngày", "Tháng", "Năm". */
  readonly days?: readonly K[];
  /** Columns of text that may run over two: "Họ và tên" merged over family and given names. */
  readonly texts?: readonly K[];
  /** Columns of which no two rows share a cell, by a ditto mark or by merging. */
  readonly own?: readonly K[];
  /** What somebody may say a column is; nothing where columns go by their headings alone. */
  readonly facts?: readonly K[];
}

export interface Column {
  readonly index: number;
  /** The heading as the sheet has it; of a merged heading, all its rows. */
  readonly label: string;
  /** Columns to the right that it runs on in. */
  readonly goesOn?: readonly number[];
  /** Hidden, and not asked for: nothing of it goes anywhere. */
  readonly isLeftOut?: true;
  /** Its texts, one above the other, are headings of different facts: which of them a row means nobody knows. */
  readonly isOfTwoFacts?: true;
}

export type DayPart = (typeof dayParts)[number];
const dayParts = ['Ngày', 'Tháng', 'Năm'] as const;

export interface Header<K extends string> {
  readonly columns: ReadonlyMap<K, Column>;
  readonly yearColumns: readonly { readonly key: K; readonly year: number; readonly column: Column }[];
  readonly tickColumns: readonly { readonly key: K; readonly tick: string; readonly column: Column }[];
  readonly partColumns: readonly { readonly key: K; readonly part: DayPart; readonly column: Column }[];
  /** Columns with a heading nobody asked for, or asked for already, or hidden. */
  readonly unknown: readonly Column[];
  /** Columns of what is taken of nobody: nothing below their headings goes anywhere. */
  readonly forbidden: readonly Column[];
  /** Columns somebody said are not to be read. */
  readonly leftOut?: readonly Column[];
  /** Index in `sheet.rows` of the first row of the heading, and of the first row below it. */
  readonly headerRow: number;
  readonly dataRow: number;
}

export interface HeaderOptions {
  /** Whether hidden columns count; a hidden one never takes the place of one that is seen, and always counts where nothing else would do. */
  readonly hiddenColumns?: boolean;
}

/** Letterhead and title stand above the heading; no list seen needs more than ten rows for them. */
const rowsSearched = 60;
/** A longer text is a title or a note, not a heading. */
const longestHeading = 200;
const tallestHeading = 3;
/** Rows that name a required heading and are none: past so many a sheet is made to be looked through in vain. */
const triedInVain = 200;
/** So many known headings in one row are no coincidence. */
const knownOfAnother = 3;
/** No office puts so many tables into a file. */
export const maxTables = 200;

/** Every heading of a table in the sheet, from top to bottom; past {@link maxTables} only that there are more. */
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
    if (!header || reader.missing(header).length > 0) {
      inVain++;
      continue;
    }
    found.push(header);
    row = header.dataRow - 1;
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
  throw new MissingColumns([...new Set(reader.missing(best).map(([first]) => kind.labels[first!][0]!))], found);
}

/**
 * Rows that are the heading of a table nothing is known of: many known headings, and not those that are required. Only
 * below the first table, since above it stands its own heading.
 */
export function strayHeadings<K extends string>(
  sheet: Sheet,
  kind: TableKind<K>,
  headers: readonly Header<K>[],
): readonly number[] {
  const reader = new HeadingReader(sheet, kind, {});
  return headers.flatMap((header, at) => {
    const end = headers[at + 1]?.headerRow ?? sheet.rows.length;
    const rows = Array.from({ length: Math.max(0, end - header.dataRow) }, (_, index) => header.dataRow + index);
    return rows.filter((row) => reader.isHeadingOfAnother(header, row));
  });
}

/** Whether a column was found in any of the shapes it may have. */
export function hasColumn<K extends string>(header: Header<K>, key: K): boolean {
  const { columns, tickColumns, partColumns, yearColumns } = header;
  return columns.has(key) || [...tickColumns, ...partColumns, ...yearColumns].some((column) => column.key === key);
}

/** The columns that are read, in every shape. */
export function columnsRead<K extends string>(header: Header<K>): ReadonlySet<number> {
  const { columns, tickColumns, partColumns, yearColumns } = header;
  const all = [...columns.values(), ...[...tickColumns, ...partColumns, ...yearColumns].map(({ column }) => column)];
  return new Set(all.flatMap(({ index, goesOn = [] }) => [index, ...goesOn]));
}

interface Heading extends Column {
  /** The text right above the rows. */
  readonly lowest: string;
  readonly isHidden: boolean;
  /** What to look up, best first. */
  readonly readings: readonly string[];
}

interface Known<K> {
  readonly key: K;
  readonly year?: number;
  readonly tick?: string;
  readonly part?: DayPart;
}

class HeadingReader<K extends string> {
  private readonly known: (reading: string) => Known<K> | null;
  private readonly hidden: ReadonlySet<number>;
  /** Merged cells by the row they begin in; only headings are looked up. */
  private readonly merges = new Map<number, Area[]>();

  constructor(
    private readonly sheet: Sheet,
    private readonly kind: TableKind<K>,
    private readonly options: HeaderOptions,
  ) {
    this.known = lookupOf(kind);
    this.hidden = sheet.looks?.hiddenColumns ?? new Set();
    for (const area of sheet.looks?.merges ?? []) {
      const begun = this.merges.get(area.top);
      if (begun) begun.push(area);
      else this.merges.set(area.top, [area]);
    }
  }

  /** The heading as it may be quoted: with anything else in it, which may be the first person's, as it is usually written. */
  named(key: K, label: string): string {
    return this.known(label)?.key === key ? label : this.kind.labels[key][0]!;
  }

  /** A row most of which is headings, and in whose other required columns stands no date or number, as it does of somebody. */
  isHeadingOfAnother(header: Header<K>, row: number): boolean {
    const texts = this.sheet.rows[row]!.filter((cell) => !isBlank(cell)).map((cell) => headingText(cell));
    const known = texts.flatMap((text) => this.known(text)?.key ?? []);
    const others = this.kind.required.slice(1).flat();
    const isOfSomebody = [...header.columns, ...header.partColumns.map(({ key, column }) => [key, column] as const)]
      .filter(([key]) => others.includes(key))
      .some(([, { index }]) => {
        const text = headingText(this.sheet.rows[row]![index]);
        return text !== '' && this.known(text) === null && /\d/.test(text);
      });
    return new Set(known).size >= knownOfAnother && known.length * 2 > texts.length && !isOfSomebody;
  }

  mentionsFirstRequired(row: number): boolean {
    const [first = []] = this.kind.required;
    return this.sheet.rows[row]!.some((cell) => {
      if (typeof cell !== 'string') return false;
      const known = this.firstKnown({ readings: [headingText(cell)] });
      return known !== null && first.includes(known.key);
    });
  }

  /** The best heading that has this row in it. */
  bestAround(row: number, before: Header<K> | undefined): Header<K> | null {
    let top = Math.max(row - tallestHeading + 1, before?.dataRow ?? 0);
    // Whoever stands last in the table before is no heading of this one, though “Nam” may be both.
    for (let above = top; before && above < row; above++) if (this.isOfTable(before, above)) top = above + 1;
    return this.best(top, row + 1, row);
  }

  best(from: number, to: number, within?: number): Header<K> | null {
    let best: Header<K> | null = null;
    for (let top = from; top < Math.min(to, this.sheet.rows.length); top++) {
      for (let height = 1; height <= tallestHeading; height++) {
        const bottom = top + height;
        if (height > 1 && this.namesSomebody(this.headerOf(top, bottom - 1), bottom - 1)) break;
        if (within !== undefined && bottom <= within) continue;
        const candidate = this.headerOf(top, bottom);
        if (!best || isBetter(candidate, best)) best = candidate;
      }
    }
    return best;
  }

  missing(header: Header<K> | null): readonly (readonly K[])[] {
    return this.kind.required.filter((choice) => !header || !choice.some((key) => hasColumn(header, key)));
  }

  /** A row that has something below a required heading is a row of the table, not a further row of the heading. */
  private namesSomebody(header: Header<K>, row: number): boolean {
    const [first = []] = this.kind.required;
    return first.some((key) => {
      const column = header.columns.get(key);
      const text = column ? headingText(this.sheet.rows[row]?.[column.index]) : '';
      const below = this.known(text)?.key;
      return text !== '' && (below === undefined || !first.includes(below));
    });
  }

  private isOfTable(header: Header<K>, row: number): boolean {
    const others = [...header.columns].map(([key, column]) => ({ key, column })).concat(header.partColumns);
    const beside = others.filter(({ key }) => this.kind.required.slice(1).flat().includes(key));
    return (
      this.namesSomebody(header, row) && beside.some(({ column: { index } }) => !isBlank(this.sheet.rows[row]![index]))
    );
  }

  private headerOf(top: number, bottom: number): Header<K> {
    const { headings, without } = this.headingsOf(top, bottom);
    const seen = headings.filter(({ isHidden }) => !isHidden);
    const hidden = headings.filter(({ isHidden }) => isHidden);
    const found = new FoundColumns<K>(
      (heading) => this.firstKnown(heading),
      (heading) => this.isForbidden(heading),
    );
    for (const heading of seen) found.take(heading);
    const takesHidden = this.options.hiddenColumns || this.missing(found.header(top, bottom)).length > 0;
    for (const heading of hidden) {
      if (takesHidden) found.take(heading);
      else found.leave(heading);
    }
    for (const { index, after } of without) found.forbidAfter(after, index);
    for (const key of this.kind.texts ?? [])
      found.goOn(key, (column) =>
        without
          .filter(({ after, index, isMerged }) => after === column && (isMerged || this.holdsWords(index, bottom)))
          .map(({ index }) => index),
      );
    return found.header(top, bottom);
  }

  /** Whether below a column without a heading stand single words beside the column before, as given names do beside family names. */
  private holdsWords(column: number, from: number): boolean {
    const rows = this.rowsBeside(column, from);
    const words = new Set(rows.map((row) => cellText(row[column])));
    const isWord = (text: string) => /^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(text) && this.known(text) === null;
    const isSaidOfAll = rows.length > 2 && words.size === 1;
    return (
      rows.length > 0 &&
      !isSaidOfAll &&
      [...words].some(isWord) &&
      rows.every(
        (row) =>
          /^\p{Lu}\P{N}*$/u.test(cellText(row[column])) &&
          cellText(row[column - 1]) !== '' &&
          cellText(row[column]).split(' ').length < 3,
      )
    );
  }

  /**
   * The rows in which something stands in the column, down to the last with something before it: the signatures below take
   * whatever column has room. Neither those of the next table count, nor the numbers of columns.
   */
  private rowsBeside(column: number, from: number): readonly Row[] {
    const below = this.sheet.rows.slice(from, from + rowsSearched);
    const next = below.findIndex((_, row) => this.mentionsFirstRequired(from + row));
    const rows = below
      .slice(0, next === -1 ? undefined : next)
      .filter((row) => cellText(row[column]) !== '' && !/^\(?\d+\)?$/.test(cellText(row[column])));
    return rows.slice(0, rows.findLastIndex((row) => cellText(row[column - 1]) !== '') + 1);
  }

  /** “Họ và tên (theo CCCD)” is a name all the same. */
  private isForbidden(heading: Heading): boolean {
    const isRequired = (known: Known<K> | null) => known !== null && this.kind.required.flat().includes(known.key);
    if (isForbidden(heading.lowest)) return !isRequired(this.firstKnown({ readings: [heading.lowest] }));
    return isForbidden(heading.label) && this.firstKnown(heading) === null;
  }

  private firstKnown({ readings }: Pick<Heading, 'readings'>): Known<K> | null {
    for (const reading of readings) {
      const found = this.known(reading);
      if (found) return found;
    }
    const withoutNotes = readings.map((reading) => reading.replace(/\([^)]*\)/g, ' '));
    for (const reading of withoutNotes) {
      const found = this.known(reading);
      if (found) return found;
    }
    return null;
  }

  /** Texts of one column that mean something else each, and nothing together. */
  private areOfTwoFacts(texts: readonly string[]): boolean {
    const keys = new Set(texts.flatMap((text) => this.known(text)?.key ?? []));
    return keys.size > 1 && this.known(texts.join(' ')) === null;
  }

  /**
   * Each column with its texts from top to bottom; above a lower text stands the next one to the left.
   * A column without any may be one that the heading before runs on in.
   */
  private headingsOf(top: number, bottom: number) {
    const levels = this.sheet.rows.slice(top, bottom);
    const merges = levels
      .flatMap((_, level) => this.merges.get(top + level) ?? [])
      .filter(({ left, right }) => right > left);
    const isMerged = (column: number) => merges.some(({ left, right }) => left < column && column <= right);
    const headings: Heading[] = [];
    const without: { index: number; after: number; isMerged: boolean }[] = [];
    const carried = levels.map(() => '');
    // A name merged over two columns is wider than its row.
    const width = Math.max(0, ...levels.map((row) => row.length)) + 1;
    let last = -1;
    for (let index = 0; index < width; index++) {
      const own = levels.map((row) => headingText(row[index]));
      own.forEach((text, level) => {
        // What stands further down belonged to the heading before.
        if (text) carried.splice(level, Infinity, text, ...carried.slice(level + 1).map(() => ''));
      });
      const lowest = own.findLastIndex((text) => text !== '');
      if (lowest === -1) {
        if (isMerged(index) || last === index - 1) without.push({ index, after: last, isMerged: isMerged(index) });
        continue;
      }
      last = index;
      const texts = carried.slice(0, lowest + 1).filter(Boolean);
      const below = texts.map((_, from) => texts.slice(from).join(' '));
      const isGroup = (level: number) => {
        const next = levels.map((row) => headingText(row[index + 1]));
        const isWide = merges.some(({ top: row, left }) => left === index && row === top + level);
        return isWide || (next[level] === '' && next.slice(level + 1).some(Boolean));
      };
      const alone = own.filter((text, level) => text !== '' && (level === lowest || !isGroup(level)));
      const readings = [...below, [texts[0], texts.at(-1)].join(' '), ...own.filter(Boolean).toReversed()];
      headings.push({
        ...{ index, label: texts.join(' '), isHidden: this.hidden.has(index), readings, lowest: own[lowest]! },
        ...(this.areOfTwoFacts(alone) && { isOfTwoFacts: true }),
      });
    }
    return { headings, without };
  }
}

class FoundColumns<K extends string> {
  private readonly columns = new Map<K, Column>();
  private readonly yearColumns: { key: K; year: number; column: Column }[] = [];
  private readonly tickColumns: { key: K; tick: string; column: Column }[] = [];
  private readonly partColumns: { key: K; part: DayPart; column: Column }[] = [];
  private readonly unknown: Column[] = [];

  private readonly forbidden: Column[] = [];

  constructor(
    private readonly known: (heading: Heading) => Known<K> | null,
    private readonly isForbidden: (heading: Heading) => boolean,
  ) {}

  take(heading: Heading): void {
    const column = columnOf(heading);
    const found = heading.isOfTwoFacts ? null : this.known(heading);
    if (this.isForbidden(heading)) this.forbidden.push(column);
    else if (!found || this.isTaken(found)) this.unknown.push(column);
    else if (found.year !== undefined) this.yearColumns.push({ key: found.key, year: found.year, column });
    else if (found.tick !== undefined) this.tickColumns.push({ key: found.key, tick: found.tick, column });
    else if (found.part !== undefined) this.partColumns.push({ key: found.key, part: found.part, column });
    else this.columns.set(found.key, column);
  }

  leave(heading: Heading): void {
    if (this.isForbidden(heading)) this.forbidden.push(columnOf(heading));
    else this.unknown.push({ ...columnOf(heading), isLeftOut: true });
  }

  /** A column without a heading of its own holds more of what stands before it. */
  forbidAfter(after: number, index: number): void {
    const before = this.forbidden.find((column) => column.index === after);
    if (before) this.forbidden.push({ ...before, index });
  }

  goOn(key: K, columnsAfter: (column: number) => readonly number[]): void {
    const column = this.columns.get(key);
    const goesOn = column ? columnsAfter(column.index) : [];
    if (goesOn.length > 0) this.columns.set(key, { ...column!, goesOn });
  }

  header(headerRow: number, dataRow: number): Header<K> {
    const { columns, yearColumns, tickColumns, partColumns, forbidden } = this;
    const unknown = this.unknown.toSorted((one, other) => one.index - other.index);
    return { columns, yearColumns, tickColumns, partColumns, unknown, forbidden, headerRow, dataRow };
  }

  private isTaken({ key, year, tick, part }: Known<K>): boolean {
    if (year !== undefined) return this.yearColumns.some((column) => column.key === key && column.year === year);
    if (tick !== undefined) return this.tickColumns.some((column) => column.key === key && column.tick === tick);
    if (part !== undefined) return this.partColumns.some((column) => column.key === key && column.part === part);
    return this.columns.has(key);
  }
}

const columnOf = ({ index, label, isOfTwoFacts }: Heading): Column => ({
  index,
  label,
  ...(isOfTwoFacts && { isOfTwoFacts }),
});

function headingText(cell: Cell | undefined): string {
  const text = cellText(cell);
  return text.length > longestHeading ? '' : text;
}

/** More columns known; of equals the one in fewer rows, lest a title above the heading be taken for its first row. */
function isBetter<K extends string>(candidate: Header<K>, best: Header<K>): boolean {
  const gain = matches(candidate) - matches(best);
  const height = (header: Header<K>) => header.dataRow - header.headerRow;
  return gain > 0 || (gain === 0 && height(candidate) < height(best));
}

/** What is taken of nobody is known as well, and a column of two facts by both. */
function matches<K extends string>(header: Header<K>): number {
  const { columns, yearColumns, tickColumns, partColumns, unknown, forbidden } = header;
  const ofTwoFacts = unknown.filter(({ isOfTwoFacts }) => isOfTwoFacts).length;
  const shapes = yearColumns.length + tickColumns.length + partColumns.length;
  return columns.size + shapes + forbidden.length + 2 * ofTwoFacts;
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

function lookupOf<K extends string>(kind: TableKind<K>) {
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

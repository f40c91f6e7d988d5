import { type Area, cellText, isBlank, type Row, type Sheet } from './cells';
import { isForbidden } from './forbidden';
import { FoundColumns, type Heading, headingText } from './found-columns';
import { besideFirst, type Header, missingIn, type TableKind, usualHeadings } from './header';
import { type Known, lookupOf } from './known-headings';
import { MissingColumns } from './sheets.refusals';

export interface HeaderOptions {
  /** Whether hidden columns count; a hidden one never takes the place of one that is seen, and always counts where nothing else would do. */
  readonly hiddenColumns?: boolean;
}

/** Letterhead and title stand above the heading; no list seen needs more than ten rows for them. */
const rowsSearched = 60;
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
    if (!header || missingIn(header, kind).length > 0) {
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
  throw new MissingColumns(usualHeadings(missingIn(best, kind), kind), found);
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
    if (new Set(known).size < knownOfAnother || known.length * 2 <= texts.length) return false;
    return !besideFirst(header, this.kind).some((index) => {
      const text = headingText(this.sheet.rows[row]![index]);
      return text !== '' && this.known(text) === null && /\d/.test(text);
    });
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
    const hasMore = () => besideFirst(header, this.kind).some((index) => !isBlank(this.sheet.rows[row]![index]));
    return this.namesSomebody(header, row) && hasMore();
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
    const takesHidden = this.options.hiddenColumns || missingIn(found.header(top, bottom), this.kind).length > 0;
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

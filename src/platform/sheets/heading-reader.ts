import { type Cell, cellText, isBlank, readDay, type Row, type Sheet } from './cells';
import { foldLabel } from '../names';
import { isForbidden } from './forbidden';
import { FoundColumns, type Heading, headingText } from './found-columns';
import { besideFirst, type Header, missingIn, type TableKind, type Window } from './header';
import { maxColumns } from './workbook';
import { type Known, knownOfYears, lookupOf } from './known-headings';
import { largest, smallest } from '../lists';

export interface HeaderOptions {
  /** Whether hidden columns count; a hidden one never takes the place of one that is seen, and always counts where nothing else would do. */
  readonly hiddenColumns?: boolean;
}

/** Letterhead and title stand above the heading; no list seen needs more than ten rows for them. */
export const rowsSearched = 60;
const tallestHeading = 3;
/** A table of people has a name and a birth date at least. */
const fewestHeadings = 2;
/** So many known headings in one row are no coincidence. */
export const knownOfAnother = 3;

/** What rows of a sheet say as headings of a table of one kind. */
export class HeadingReader<K extends string> {
  private readonly known: (reading: string) => Known<K> | null;
  private readonly hidden: ReadonlySet<number>;
  /** How far to the right cells are merged, by the row and the column they begin in; only headings are looked up. */
  private readonly merges = new Map<number, Map<number, number>>();

  constructor(
    private readonly sheet: Sheet,
    private readonly kind: TableKind<K>,
    private readonly options: HeaderOptions,
  ) {
    this.known = lookupOf(kind);
    this.hidden = sheet.looks?.hiddenColumns ?? new Set();
    for (const { top, left, right } of sheet.looks?.merges ?? []) {
      if (right === left || left >= maxColumns) continue;
      const begun = this.merges.get(top) ?? new Map<number, number>();
      // Merged cells never overlap in a sound file; in another, whoever came first has the cell.
      if (!begun.has(left)) begun.set(left, right);
      this.merges.set(top, begun);
    }
  }

  /** The heading as it may be quoted: with anything else in it, which may be the first person's, as it is usually written. */
  named(key: K, label: string): string {
    return this.known(label)?.key === key ? label : this.kind.labels[key][0]!;
  }

  /**
   * A row most of which is headings, or half where no number stands in it, and in whose other required columns stands no
   * date or number, as it does of somebody.
   */
  isHeadingOfAnother(header: Header<K>, row: number): boolean {
    const texts = this.sheet.rows[row]!.filter((cell) => !isBlank(cell)).map((cell) => headingText(cell));
    const known = texts.flatMap((text) => this.known(text)?.key ?? []);
    const few = texts.some((text) => /\d/.test(text))
      ? known.length * 2 <= texts.length
      : known.length * 2 < texts.length;
    if (new Set(known).size < knownOfAnother || few) return false;
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
  bestAround(row: number, before: Header<K> | undefined, window?: Window): Header<K> | null {
    let top = Math.max(row - tallestHeading + 1, before?.dataRow ?? 0);
    // Whoever stands last in the table before is no heading of this one, though “Nam” may be both.
    for (let above = top; before && above < row; above++) if (this.isOfTable(before, above)) top = above + 1;
    return this.best(top, row + 1, row, window);
  }

  best(from: number, to: number, within?: number, window?: Window): Header<K> | null {
    let best: Header<K> | null = null;
    for (let top = from; top < Math.min(to, this.sheet.rows.length); top++) {
      for (let height = 1; height <= tallestHeading; height++) {
        const bottom = top + height;
        if (height > 1 && this.namesSomebody(this.headerOf(top, bottom - 1, window), bottom - 1)) break;
        if (within !== undefined && bottom <= within) continue;
        const candidate = this.headerOf(top, bottom, window);
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

  /** The heading that begins in this row, as tall as its further rows say more and hold nothing else. */
  headedAt(top: number): Header<K> {
    let header = this.headerOf(top, top + 1);
    for (let bottom = top + 2; bottom <= top + tallestHeading; bottom++) {
      const taller = this.headerOf(top, bottom);
      if (!isBetter(taller, header) || this.holdsValues(taller, bottom - 1)) break;
      header = taller;
    }
    return header;
  }

  /** A number is a value, unless it is the year of its column. */
  private holdsValues({ yearColumns }: Header<K>, row: number): boolean {
    const isYear = (index: number) => yearColumns.some(({ column }) => column.index === index);
    const cells = this.sheet.rows[row] ?? [];
    return cells.some((cell, index) => !isYear(index) && /\d/.test(cellText(cell)));
  }

  /** A heading that goes on in the rows below it, as where “Vợ (chồng)” stands over a name and a birth date of its own; null where those are no part of it. */
  goesOn({ headerRow, columns }: Header<K>, next: Header<K>): Header<K> | null {
    if (next.dataRow - headerRow > tallestHeading) return null;
    const whole = this.headerOf(headerRow, next.dataRow);
    const [first = []] = this.kind.required;
    const isSame = first.every((key) => whole.columns.get(key)?.index === columns.get(key)?.index);
    return isSame && this.isWhole(whole) ? whole : null;
  }

  /** The tables that stand beside each other around the row this heading was found in, or the one there is. */
  sideBySide(row: number, header: Header<K>, before: Header<K> | undefined): readonly Header<K>[] {
    const { headings } = this.headingsOf(header.headerRow, header.dataRow);
    const seen = headings.filter(({ isHidden }) => !isHidden);
    const [first = []] = this.kind.required;
    const names = seen.filter((heading) => first.some((key) => this.firstKnown(heading)?.key === key));
    if (names.length < 2) return [header];
    const around = (window: Window) => this.bestAround(row, before, window);
    const repeated = repeatedWindows(seen, names[1]!.index - names[0]!.index);
    const windows =
      repeated ??
      windowsFrom(
        this.columnsAfterBlanks(header, seen).filter((left, at, lefts) =>
          this.isWhole(around({ left, right: lefts[at + 1] ?? Infinity })),
        ),
      );
    const tables = windows.flatMap((window) => around(window) ?? []).filter((table) => this.isWhole(table));
    if (tables.length < 2 || tables.length < windows.length) return [header];
    // They begin and end together, however many rows the headings of each take.
    const headerRow = smallest(tables.map((table) => table.headerRow));
    return tables.map((table) => ({ ...table, headerRow }));
  }

  /** Where something begins again to the right of columns in which there is nothing. */
  private columnsAfterBlanks({ dataRow }: Header<K>, headings: readonly Heading[]): readonly number[] {
    const filled = new Set(headings.map(({ index }) => index));
    for (let row = dataRow; row < this.sheet.rows.length; row++) {
      // The next row may be part of the heading.
      if (row > dataRow + 1 && this.mentionsFirstRequired(row)) break;
      const columns = [...this.sheet.rows[row]!.entries()].flatMap(([column, cell]) => (isBlank(cell) ? [] : [column]));
      // Signatures take whatever column has room.
      if (columns.length >= knownOfAnother) for (const column of columns) filled.add(column);
    }
    return [...filled].toSorted((one, other) => one - other).filter((column) => !filled.has(column - 1));
  }

  private isWhole(header: Header<K> | null): boolean {
    return missingIn(header, this.kind).length === 0;
  }

  /** A row with a few texts and no day in it: it may be a heading, and is nobody. */
  mayBeHeading(row: number): boolean {
    const cells = this.sheet.rows[row]!.filter((cell) => !isBlank(cell));
    return cells.length >= fewestHeadings && !cells.some(isDay);
  }

  private isOfTable(header: Header<K>, row: number): boolean {
    const hasMore = () => besideFirst(header, this.kind).some((index) => !isBlank(this.sheet.rows[row]![index]));
    return this.namesSomebody(header, row) && hasMore();
  }

  private headerOf(top: number, bottom: number, window?: Window): Header<K> {
    const all = this.headingsOf(top, bottom);
    const isHere = ({ index }: { readonly index: number }) => !window || (index >= window.left && index < window.right);
    const headings = all.headings.filter(isHere);
    const without = all.without.filter(isHere);
    const seen = headings.filter(({ isHidden }) => !isHidden);
    const hidden = headings.filter(({ isHidden }) => isHidden);
    const found = new FoundColumns<K>(
      (heading) => this.firstKnown(heading),
      (heading) => this.isForbidden(heading),
      (heading) => knownOfYears(this.kind, heading),
    );
    const mergedOver = ({ index }: Heading) =>
      without.filter(({ after, isMerged }) => after === index && isMerged).map((column) => column.index);
    for (const heading of seen) found.take(heading, mergedOver(heading));
    const takesHidden = this.options.hiddenColumns || missingIn(found.header(top, bottom), this.kind).length > 0;
    for (const heading of hidden) {
      if (takesHidden) found.take(heading, mergedOver(heading));
      else found.leave(heading);
    }
    for (const { index, after } of without) found.forbidAfter(after, index);
    for (const key of this.kind.texts ?? [])
      found.goOn(key, (column) =>
        without
          .filter(({ after, index, isMerged }) => after === column && (isMerged || this.holdsWords(index, bottom)))
          .map(({ index }) => index),
      );
    return { ...found.header(top, bottom), ...(window && { window }) };
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
    const merges = levels.map((_, level) => this.merges.get(top + level));
    const isMerged = (column: number) =>
      merges.some((begun) => [...(begun ?? [])].some(([left, right]) => left < column && column <= right));
    const headings: Heading[] = [];
    const without: { index: number; after: number; isMerged: boolean }[] = [];
    const carried = levels.map(() => '');
    // A name merged over two columns is wider than its row.
    const width = Math.max(0, largest(levels.map((row) => row.length))) + 1;
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
        const isWide = merges[level]?.has(index) ?? false;
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

/** From the first column on, and from each of these to the next. */
const windowsFrom = (lefts: readonly number[]): readonly Window[] =>
  lefts.map((left, at) => ({ left: at === 0 ? 0 : left, right: lefts[at + 1] ?? Infinity }));

/** The same headings, over again after so many columns. */
function repeatedWindows(headings: readonly Heading[], width: number): readonly Window[] | null {
  const texts = new Map(headings.map(({ index, lowest }) => [index, foldLabel(lowest)]));
  const from = headings[0]!.index;
  const once = [...texts].filter(([index]) => index < from + width);
  const isRepeated = (times: number) => once.every(([index, text]) => texts.get(index + times * width) === text);
  if (once.length < knownOfAnother || !isRepeated(1)) return null;
  const lefts = [from];
  while (isRepeated(lefts.length)) lefts.push(from + lefts.length * width);
  return windowsFrom(lefts);
}

function isDay(cell: Cell): boolean {
  const read = readDay(cell);
  return read !== null && read !== 'unreadable' && 'day' in read;
}

/** More columns known; of equals the one in fewer rows, lest a title above the heading be taken for its first row. */
export function isBetter<K extends string>(candidate: Header<K>, best: Header<K>): boolean {
  const gain = matches(candidate) - matches(best);
  const height = (header: Header<K>) => header.dataRow - header.headerRow;
  return gain > 0 || (gain === 0 && height(candidate) < height(best));
}

/** What is taken of nobody is known as well, and a column of two facts by both. */
export function matches<K extends string>(header: Header<K>): number {
  const { columns, yearColumns, tickColumns, partColumns, unknown, forbidden } = header;
  const ofTwoFacts = unknown.filter(({ isOfTwoFacts }) => isOfTwoFacts).length;
  const shapes = yearColumns.length + tickColumns.length + partColumns.length;
  return columns.size + shapes + forbidden.length + 2 * ofTwoFacts;
}

import { type Cell, cellText } from './cells';
import type { Column, DayPart, Header, YearColumn } from './header';
import type { Known } from './known-headings';

export interface Heading extends Column {
  /** The text right above the rows. */
  readonly lowest: string;
  readonly isHidden: boolean;
  /** What to look up, best first. */
  readonly readings: readonly string[];
}

/** The columns of a heading, as they are found one after another. */
export class FoundColumns<K extends string> {
  private readonly columns = new Map<K, Column>();
  private readonly yearColumns: YearColumn<K>[] = [];
  private readonly tickColumns: { key: K; tick: string; column: Column }[] = [];
  private readonly partColumns: { key: K; part: DayPart; column: Column }[] = [];
  private readonly unknown: Column[] = [];
  private readonly forbidden: Column[] = [];

  constructor(
    private readonly known: (heading: Heading) => Known<K> | null,
    private readonly isForbidden: (heading: Heading) => boolean,
    private readonly ofYears: (heading: string) => { readonly key: K; readonly years: readonly number[] } | null,
  ) {}

  /** @param goesOn columns to the right that it is merged over */
  take(heading: Heading, goesOn: readonly number[] = []): void {
    const column = columnOf(heading);
    const found = heading.isOfTwoFacts ? null : this.known(heading);
    if (this.isForbidden(heading)) this.forbidden.push(column);
    else if (!found && this.takeYears(heading, column, goesOn)) return;
    else if (!found || this.isTaken(found)) this.unknown.push(column);
    else if (found.year !== undefined) this.yearColumns.push({ key: found.key, year: found.year, column });
    else if (found.tick !== undefined) this.tickColumns.push({ key: found.key, tick: found.tick, column });
    else if (found.part !== undefined) this.partColumns.push({ key: found.key, part: found.part, column });
    else this.columns.set(found.key, column);
  }

  /** A column for each of its years, or one in whose cells stand the values of all. */
  private takeYears({ label, isOfTwoFacts }: Heading, column: Column, goesOn: readonly number[]): boolean {
    const found = isOfTwoFacts ? null : this.ofYears(label);
    if (!found || found.years.some((year) => this.isTaken({ key: found.key, year }))) return false;
    const { key, years } = found;
    const isSpread = goesOn.length === years.length - 1;
    if (goesOn.length > 0 && !isSpread) return false;
    const indices = [column.index, ...goesOn];
    for (const [at, year] of years.entries())
      this.yearColumns.push(
        isSpread ? { key, year, column: { ...column, index: indices[at]! } } : { key, year, column, years },
      );
    return true;
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

/** A longer text is a title or a note, not a heading. */
const longestHeading = 200;

export function headingText(cell: Cell | undefined): string {
  const text = cellText(cell);
  return text.length > longestHeading ? '' : text;
}

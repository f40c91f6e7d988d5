import { foldName } from '../../names';
import { TooManyToExport } from '../../problems/refusals';
import { listSheet } from '../../sheets/xlsx/list-sheet';
import { writeXlsx } from '../../sheets/xlsx/write-xlsx';
import { textOf, type Written } from '../../sheets/xlsx/written-cell';
import type { Upload } from '../../uploads';

const mostLines = 5_000;
/** In characters. */
const [narrowest, widest] = [8, 60];

export interface ShownLines {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly lines: readonly (readonly Written[])[];
}

/** Where a list goes on. */
interface NextPage {
  readonly cursor: string;
  readonly value: string;
}

/** A list that is downloaded: what its pages show, one after the other. */
export class TakenList {
  private caption = '';
  private headings: readonly string[] = [];
  private readonly lines: (readonly Written[])[] = [];
  private next: NextPage | null = null;

  /** @param ordinal which list of the page it is, from 1 */
  constructor(readonly ordinal: number) {}

  /** @throws TooManyToExport */
  take({ caption, headings, lines }: ShownLines): void {
    if (this.lines.length + lines.length > mostLines) throw new TooManyToExport(mostLines);
    this.caption = caption;
    this.headings = headings;
    for (const line of lines) this.lines.push(line);
  }

  turn(cursor: string, value: string | null): void {
    this.next = value === null ? null : { cursor, value };
  }

  /** Where it goes on, told once; null when it is all there. */
  nextPage(): NextPage | null {
    const { next } = this;
    this.next = null;
    return next;
  }

  get isFound(): boolean {
    return this.headings.length > 0;
  }

  get count(): number {
    return this.lines.length;
  }

  /** @param number the heading above the numbers of the lines */
  async workbook(number: string): Promise<Upload> {
    const widths = this.headings.map((heading, index) =>
      this.lines.reduce((width, line) => Math.max(width, longestLine(line[index] ?? '')), longestLine(heading)),
    );
    const sizes = [narrowest - 2, ...widths.map((width) => Math.min(Math.max(width + 2, narrowest), widest))];
    const sheet = listSheet(this.caption, [number, ...this.headings], this.lines);
    const name = foldName(this.caption)
      .split(/[^a-z\d]+/)
      .filter(Boolean)
      .join('-');
    return { name: `${name}.xlsx`, content: await writeXlsx(name, sizes, sheet) };
  }
}

const longestLine = (value: Written) =>
  textOf(value)
    .split('\n')
    .reduce((longest, { length }) => Math.max(longest, length), 0);

/** The lists of a page in the order they are drawn, and the one among them that is taken away. */
export class ListsOfPage {
  private drawn = 0;

  constructor(private readonly taken: TakenList | null) {}

  /** @returns the number of the list that is drawn now */
  begin(): number {
    this.drawn += 1;
    return this.drawn;
  }

  show(shown: () => ShownLines): void {
    if (this.drawn === this.taken?.ordinal) this.taken.take(shown());
  }

  /** A pager stands below the list it turns. */
  turn(cursor: string, next: string | null): void {
    if (this.drawn === this.taken?.ordinal) this.taken.turn(cursor, next);
  }
}

import type { Day } from '../clock';
import type { Bilingual } from '../messages/words';
import type { FieldError } from '../problems/refusal';
import {
  type Cell,
  cellText,
  dayAndRest,
  type DayOrYear,
  deniesIt,
  hasNoValue,
  isBlank,
  isNo,
  isYes,
  readDay,
  type Row,
  turnedDay,
  whyNoDay,
} from './cells';
import { labelled, noDays, shortened, whyNoValue } from './cell-problems';
import { type DoubtfulDays, isDoubtful } from './day-columns';
import { type Column, type DayPart, factAt, type Header } from './header';
import { columnName } from './xlsx/addresses';

/** No value of a closed set is written longer; what is, is not searched for one. */
const longestValue = 300;

/** The code of a problem of a cell that is an error or was never calculated. */
export const noValue = 'no_value';

/**
 * One row below a heading, read column by column. A value that cannot be understood becomes `null` and a problem that says
 * what stands there and how to write it; the row itself is never given up. A cell without a value is blank to whoever reads
 * it, and a problem named by its address.
 */
export class SheetRow<K extends string> {
  private readonly noted: FieldError[] = [];
  private readonly told: FieldError[] = [];

  constructor(
    private readonly header: Header<K>,
    private readonly row: Row,
    /** As the sheet numbers its rows, from 1. */
    readonly rowNumber: number,
    /** Columns whose days are not to be relied on. */
    private readonly doubtful: DoubtfulDays<K> = new Map(),
  ) {}

  get problems(): readonly FieldError[] {
    return this.noted;
  }

  /** What to know of values that were taken all the same. */
  get remarks(): readonly FieldError[] {
    return this.told;
  }

  /** A text that runs over two columns in one piece, a day written in three as one. */
  cell(key: K): Cell {
    const column = this.header.columns.get(key);
    if (column) return this.at(column);
    const parts = this.partsOf(key);
    return parts.length === 0 ? null : this.dayOf(parts);
  }

  /** The text of the cell, or null when it is blank or a dash. */
  text(key: K): string | null {
    return isBlank(this.cell(key)) ? null : cellText(this.cell(key));
  }

  /** `beside` is what may stand behind the day; it is told, and not stored. */
  day(key: K, field: string, beside?: RegExp): Day | null {
    const read = this.dayOrYear(key, field, beside);
    if (!read || 'day' in read) return read?.day ?? null;
    this.note(field, 'year_only', {
      vi: `${this.quote(key)} mới có năm. Hãy ghi đủ ngày, tháng, năm theo dạng dd/mm/yyyy.`,
      en: `${this.quote(key)} gives only a year. Write the whole date as dd/mm/yyyy.`,
    });
    return null;
  }

  dayOrYear(key: K, field: string, beside?: RegExp): DayOrYear | null {
    const split = beside ? dayAndRest(this.cell(key)) : null;
    const rest = split && beside!.test(split.rest) ? split.rest : null;
    const cell = split && rest !== null ? split.day : this.cell(key);
    const { doubt, isTurned } = this.doubtful.get(key) ?? {};
    const isInDoubt = doubt !== undefined && isDoubtful(cell, doubt);
    const turned = isInDoubt && isTurned ? turnedDay(cell) : null;
    if (isInDoubt && !turned) {
      this.note(field, doubt === 'swapped' ? 'days_swapped' : 'month_first', {
        vi: `${this.quote(key)} không được lấy: ${doubt === 'swapped' ? 'ngày và tháng của cột này có vẻ đã bị đảo chỗ' : 'cột này ghi tháng trước ngày'}.`,
        en: `${this.quote(key)} is not taken: ${doubt === 'swapped' ? 'day and month of this column seem to be turned' : 'this column has the month first'}.`,
      });
      return null;
    }
    const read = turned ? { day: turned } : readDay(cell);
    if (read !== 'unreadable') {
      if (rest !== null) this.setAside(key, field, rest);
      return read;
    }
    const why = whyNoDay(cell);
    const { vi, en } = noDays[why];
    this.note(field, why === 'no_such_day' ? 'unreadable_day' : why, {
      vi: `${this.quote(key)} ${vi}. Hãy ghi theo dạng dd/mm/yyyy.`,
      en: `${this.quote(key)} ${en}. Write it as dd/mm/yyyy.`,
    });
    return null;
  }

  /** Null when the cell is blank or there is no such column: what is not said is not no. */
  mark(key: K, field: string): boolean | null {
    if (isBlank(this.cell(key))) return null;
    if (isYes(this.cell(key))) return true;
    if (deniesIt(this.cell(key))) return false;
    this.note(field, 'unreadable_mark', {
      vi: `${this.quote(key)} không rõ là có hay không. Hãy đánh dấu “x” hoặc để trống.`,
      en: `${this.quote(key)} is neither yes nor no. Mark it “x” or leave it blank.`,
    });
    return null;
  }

  /** `examples` are what the reader would have understood, as people write it. */
  value<V>(key: K, field: string, read: (text: string) => V | null, examples: string): V | null {
    const column = this.header.columns.get(key);
    return column ? this.valueAt(column, field, read, examples) : this.tickedValue(key, field, read);
  }

  /** Where columns are named after values of `key`: those in which something stands. */
  ticked(key: K): readonly { readonly tick: string; readonly cell: Cell }[] {
    return this.header.tickColumns.flatMap(({ key: of, tick, column }) => {
      const cell = of === key ? this.at(column) : null;
      return isNo(cell) ? [] : [{ tick, cell }];
    });
  }

  /** The first of several values in one cell; what else stands there is told. */
  firstValue<V>(
    key: K,
    field: string,
    read: (text: string) => { readonly value: V; readonly rest: string } | null,
    examples: string,
  ): V | null {
    const first = this.value(key, field, read, examples);
    if (first && first.rest !== '') this.setAside(key, field, first.rest);
    return first && first.value;
  }

  valuesByYear<V>(
    key: K,
    field: string,
    read: (text: string) => V | null,
    examples: string,
  ): Readonly<Record<number, V>> {
    const values: Record<number, V> = {};
    for (const { key: of, year, years, column } of this.header.yearColumns) {
      if (of !== key) continue;
      const text = cellText(this.at(column));
      const own = years ? valueOfYear(text, year, years) : text;
      if (own !== null && isBlank(own)) continue;
      const value = this.valueAt(column, `${field}.${year}`, () => (own === null ? null : read(own)), examples);
      if (value !== null) values[year] = value;
    }
    return values;
  }

  /** What stands in columns nobody asked for, as "heading: text"; not in hidden ones, which stand behind those that are seen. */
  unknownTexts(): readonly string[] {
    return this.unknown().map((column) => labelled(column, this.at(column)));
  }

  /** Their headings alone. */
  unknownHeadings(): readonly string[] {
    return this.unknown().map(({ label }) => label);
  }

  /** Whether something stands in the cell that is no value. */
  hasNoValue(key: K): boolean {
    const column = this.header.columns.get(key);
    return column !== undefined && hasNoValue(this.row[column.index]);
  }

  /** A cell without a value has told already why nothing is there. */
  note(field: string, code: string, message: Bilingual): void {
    if (this.noted.some((problem) => problem.field === field && problem.code === noValue)) return;
    this.noted.push({ field, code, message });
  }

  remark(field: string, code: string, message: Bilingual): void {
    this.told.push({ field, code, message });
  }

  /** The heading that its column has in this sheet; '' where there is no such column. */
  heading(key: K): string {
    return this.headed(key)?.label ?? '';
  }

  /** The cell with its heading: "Ngày sinh: 31/02/1990". */
  labelled(key: K): string {
    const column = this.headed(key);
    return column ? labelled(column, this.cell(key)) : '';
  }

  /** The same as a sentence has it: in quotation marks, and cut short. */
  quote(key: K): string {
    return `“${shortened(this.labelled(key))}”`;
  }

  private unknown(): readonly Column[] {
    return this.header.unknown.filter(
      ({ index, isLeftOut }) => !isLeftOut && !isBlank(this.row[index]) && !hasNoValue(this.row[index]),
    );
  }

  private headed(key: K): Column | undefined {
    const { columns, partColumns } = this.header;
    return columns.get(key) ?? partColumns.find((part) => part.key === key)?.column;
  }

  private setAside(key: K, field: string, rest: string): void {
    this.remark(field, 'rest_set_aside', {
      vi: `${this.quote(key)}: không lưu “${shortened(rest)}”.`,
      en: `${this.quote(key)}: “${shortened(rest)}” is not stored.`,
    });
  }

  private tickedValue<V>(key: K, field: string, read: (text: string) => V | null): V | null {
    const [first, ...others] = this.ticked(key);
    if (first && others.length === 0 && isYes(first.cell)) return read(first.tick);
    if (first) {
      const said = [first, ...others].map(({ tick, cell }) => `${tick}: ${cellText(cell)}`).join('; ');
      this.note(field, 'unreadable_value', {
        vi: `“${shortened(said)}” không rõ là giá trị nào. Hãy đánh dấu “x” ở đúng một cột.`,
        en: `“${shortened(said)}” does not say which value it is. Mark exactly one column “x”.`,
      });
    }
    return null;
  }

  private partsOf(key: K) {
    return this.header.partColumns
      .filter((column) => column.key === key)
      .map(({ part, column }) => ({ part, text: cellText(this.at(column)) }))
      .filter(({ text }) => !isBlank(text));
  }

  private dayOf(parts: readonly { readonly part: DayPart; readonly text: string }[]): string {
    const textOf = (wanted: DayPart) => parts.find(({ part }) => part === wanted)?.text;
    const [day, month, year] = [textOf('Ngày'), textOf('Tháng'), textOf('Năm')];
    return day || month ? `${day ?? '?'}/${month ?? '?'}/${year ?? '?'}` : year!;
  }

  private valueAt<V>(
    column: Column | undefined,
    field: string,
    read: (text: string) => V | null,
    examples: string,
  ): V | null {
    const cell = this.at(column);
    if (!column || isBlank(cell)) return null;
    const text = cellText(cell);
    const value = text.length > longestValue ? null : read(text);
    if (value === null) {
      this.note(field, 'unreadable_value', {
        vi: `“${shortened(labelled(column, cell))}” không hiểu được. Hãy ghi, ví dụ: ${examples}.`,
        en: `“${shortened(labelled(column, cell))}” cannot be understood. Write, for example: ${examples}.`,
      });
    }
    return value;
  }

  private at(column: Column | undefined): Cell {
    const cell = (column && this.row[column.index]) ?? null;
    if (!column || !hasNoValue(cell)) return column?.goesOn ? this.whole(column) : cell;
    this.note(
      factAt(this.header, column.index)!,
      noValue,
      whyNoValue(`${columnName(column.index + 1)}${this.rowNumber}`, column, cell),
    );
    return null;
  }

  /** The columns it runs on in, too. */
  private whole({ index, label, goesOn = [] }: Column): Cell {
    const cells = [this.row[index] ?? null, ...goesOn.map((next) => this.at({ index: next, label }))];
    const told = cells.filter((cell) => !isBlank(cell));
    return told.length > 1 ? told.map((cell) => cellText(cell)).join(' ') : (told[0] ?? null);
  }
}

/** What of several values in one cell is of a year: that beside which it is named, or that at its place; null where neither is clear. */
function valueOfYear(text: string, year: number, years: readonly number[]): string | null {
  const parted = text.split(/[;,/+|]|\s[-–]\s/).map((part) => part.trim());
  const parts = parted.length > 1 ? parted : text.split(/(?=\bnăm (?:19|20)\d\d\b)|(?<!năm )(?=\b(?:19|20)\d\d\b)/iu);
  if (!parts.some((part) => yearNamed.test(part)))
    return parts.length === years.length ? parts[years.indexOf(year)]! : null;
  const named = parts.filter((part) => part.includes(String(year)));
  return named.length === 1 ? named[0]!.replace(yearNamed, ' ').trim() : null;
}

const yearNamed = /[(]?(?:năm\s*)?\b(?:19|20)\d\d\b\s*[:)-]?/iu;

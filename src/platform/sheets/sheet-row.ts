import type { Day } from '../clock';
import type { Bilingual } from '../messages/words';
import type { FieldError } from '../problems/refusal';
import { type Cell, cellText, type DayOrYear, isBlank, isNo, isYes, readDay, type Row } from './cells';
import type { Column, Header } from './header';

/** No value of a closed set is written longer; what is, is not searched for one. */
const longestValue = 300;

/**
 * One row below a heading, read column by column. A value that cannot be understood becomes `null` and a problem that says
 * what stands there and how to write it; the row itself is never given up.
 */
export class SheetRow<K extends string> {
  private readonly noted: FieldError[] = [];

  constructor(
    private readonly header: Header<K>,
    private readonly row: Row,
    /** As the sheet numbers its rows, from 1. */
    readonly rowNumber: number,
  ) {}

  get problems(): readonly FieldError[] {
    return this.noted;
  }

  has(key: K): boolean {
    return this.header.columns.has(key);
  }

  cell(key: K): Cell {
    return this.at(this.header.columns.get(key));
  }

  /** The text of the cell, or null when it is blank or a dash. */
  text(key: K): string | null {
    return isBlank(this.cell(key)) ? null : cellText(this.cell(key));
  }

  day(key: K, field: string): Day | null {
    const read = this.dayOrYear(key, field);
    if (!read || 'day' in read) return read?.day ?? null;
    this.note(field, 'year_only', {
      vi: `${this.quote(key)} mới có năm. Hãy ghi đủ ngày, tháng, năm theo dạng dd/mm/yyyy.`,
      en: `${this.quote(key)} gives only a year. Write the whole date as dd/mm/yyyy.`,
    });
    return null;
  }

  dayOrYear(key: K, field: string): DayOrYear | null {
    const read = readDay(this.cell(key));
    if (read !== 'unreadable') return read;
    this.note(field, 'unreadable_day', {
      vi: `${this.quote(key)} không phải là một ngày có thật. Hãy ghi theo dạng dd/mm/yyyy.`,
      en: `${this.quote(key)} is not a day of the calendar. Write it as dd/mm/yyyy.`,
    });
    return null;
  }

  /** Null when there is no such column, so that a list that does not ask is not taken for one that says no. */
  mark(key: K, field: string): boolean | null {
    if (!this.has(key)) return null;
    if (isYes(this.cell(key))) return true;
    if (isNo(this.cell(key))) return false;
    this.note(field, 'unreadable_mark', {
      vi: `${this.quote(key)} không rõ là có hay không. Hãy đánh dấu “x” hoặc để trống.`,
      en: `${this.quote(key)} is neither yes nor no. Mark it “x” or leave it blank.`,
    });
    return null;
  }

  /** `examples` are what the reader would have understood, as people write it. */
  value<V>(key: K, field: string, read: (text: string) => V | null, examples: string): V | null {
    return this.valueAt(this.header.columns.get(key), field, read, examples);
  }

  valuesByYear<V>(
    key: K,
    field: string,
    read: (text: string) => V | null,
    examples: string,
  ): Readonly<Record<number, V>> {
    const values: Record<number, V> = {};
    for (const found of this.header.yearColumns) {
      if (found.key !== key) continue;
      const value = this.valueAt(found.column, `${field}.${found.year}`, read, examples);
      if (value !== null) values[found.year] = value;
    }
    return values;
  }

  /** What stands in columns nobody asked for, as "heading: text". */
  unknownTexts(): readonly string[] {
    return this.header.unknown
      .filter((column) => !isBlank(this.at(column)))
      .map((column) => labelled(column, this.at(column)));
  }

  note(field: string, code: string, message: Bilingual): void {
    this.noted.push({ field, code, message });
  }

  /** The cell with its heading: "Ngày sinh: 31/02/1990". */
  labelled(key: K): string {
    const column = this.header.columns.get(key);
    return column ? labelled(column, this.cell(key)) : '';
  }

  private quote(key: K): string {
    return `“${shortened(this.labelled(key))}”`;
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
    return (column && this.row[column.index]) ?? null;
  }
}

function labelled(column: Column, cell: Cell): string {
  return `${column.label}: ${cellText(cell)}`;
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

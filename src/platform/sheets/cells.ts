import { type Day, showDay } from '../clock';
import { tidyText } from '../names';

/** A date cell; the time of day, if any, is dropped. */
interface DayCell {
  readonly day: Day;
}

/** A cell that says nothing, and is not blank either: an error such as #N/A, a formula nobody calculated, a sign drawn by a font, letters that may mean two things, “as above” below nothing. */
export interface NoValue {
  readonly noValue: 'error' | 'uncalculated' | 'sign' | 'old_font' | 'ditto';
  /** The error, "=", the mark, the letter the sign is drawn for and its font, or both readings of an old font and its name. */
  readonly text: string;
}

/** What one cell holds. Text is as the file has it; blank cells are `null`. */
export type Cell = string | number | boolean | DayCell | NoValue | null;

export type Row = readonly Cell[];

/** `rows[n]` is row n + 1 of the sheet itself: blank rows keep their place; blank cells at the end of a row may be left out. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
  /** What its cells do not say by themselves; left out where a file has no such thing, as a .csv. */
  readonly looks?: SheetLooks;
}

/** Rows and columns count from 0, and all ends belong to it. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Something that stands in a cell and is not what the cell holds. */
export interface TextAt {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface SheetLooks {
  /** Where an .xlsx keeps the sheet; '' of formats that are read and not written. */
  readonly part: string;
  readonly isHidden: boolean;
  /** The one that is in front when the file is opened. */
  readonly isActive: boolean;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merges: readonly Area[];
  /** Text that is crossed out, which no cell holds. */
  readonly struck: readonly TextAt[];
  /** Letters of a font of signs; the cell holds the sign. */
  readonly signs: readonly TextAt[];
  /** Letters of a font of before Unicode; the cell holds what that font shows. */
  readonly oldFonts: readonly TextAt[];
  /** Notes that somebody hung on a cell, filled or not. */
  readonly comments: readonly TextAt[];
  /** By row and column, keys of what filled cells are coloured with, where that says something; null of formats in which it is not seen. */
  readonly colours: ReadonlyMap<number, readonly (string | undefined)[]> | null;
  /** Why its rows were not read; only ever of a sheet that nobody has to read. */
  readonly tooLarge: 'rows' | 'columns' | 'characters' | null;
}

/** Of a sheet of which nothing but its cells is known. */
export const noLooks: SheetLooks = {
  part: '',
  isHidden: false,
  isActive: true,
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  merges: [],
  struck: [],
  signs: [],
  oldFonts: [],
  comments: [],
  colours: null,
  tooLarge: null,
};

/** A day, or only its year when no more was written. */
export type DayOrYear = { readonly day: Day } | { readonly year: number };

/** The cell as a person reads it; a day as dd/mm/yyyy, a blank cell as ''. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (hasNoValue(cell)) return cell.text;
  if (typeof cell === 'object') return showDay(cell.day);
  return tidyText(String(cell));
}

export function hasNoValue(cell: Cell | undefined): cell is NoValue {
  return typeof cell === 'object' && cell !== null && 'noValue' in cell;
}

/** Text, or the error that stands there as text, as in a .csv or where values alone were pasted. */
export function textOrError(text: string): string | NoValue {
  const isError = /^\s*(#(N\/A|DIV\/0!|GETTING_DATA|[A-Z]+[!?])|Err:\d{3})\s*$/.test(text);
  return isError ? { noValue: 'error', text: text.trim() } : text;
}

/** Blank, or the dash people type to say "nothing here". */
export function isBlank(cell: Cell | undefined): boolean {
  return /^[-–—]*$/.test(cellText(cell));
}

/** A day of the calendar between 1900 and 2100, or null: 31/02 is no day. */
export function calendarDay(year: number, month: number, dayOfMonth: number): Day | null {
  if (!isPlausibleYear(year) || month < 1 || month > 12) return null;
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/**
 * Reads a date cell, or a date as offices write it, in every way that has one meaning: 12/3/1985, 12.03.1985, 12 03 1985,
 * ngày 12 tháng 3 năm 1985, 12/III/1985, 12-Mar-1985, 12031985, 1985-03-12, or a bare year. Day comes before month, always.
 * {@link whyNoDay} says why another is not read.
 */
export function readDay(cell: Cell | undefined): DayOrYear | 'unreadable' | null {
  if (isBlank(cell)) return null;
  if (hasNoValue(cell)) return 'unreadable';
  if (typeof cell === 'object' && cell !== null) return { day: cell.day };
  const text = dayText(cell);
  const year = /^(?:0{1,2}\W0{1,2}\W)?(\d{4})$/.exec(text)?.[1];
  if (year) return isPlausibleYear(Number(year)) ? { year: Number(year) } : 'unreadable';
  const written = writtenDay(text);
  const day = written && calendarDay(written.year, written.month, written.day);
  return day ? { day } : 'unreadable';
}

/** Why a cell is no day: there is none such, month stands first, it is only a month, a year of two digits, the number of a day, or anything else. */
export type NoDay = 'no_such_day' | 'month_first' | 'month_only' | 'short_year' | 'day_number' | 'unclear';

export function whyNoDay(cell: Cell | undefined): NoDay {
  const text = dayText(cell);
  const written = writtenDay(text);
  if (written && !isPlausibleYear(written.year)) return 'unclear';
  if (written) return calendarDay(written.year, written.day, written.month) ? 'month_first' : 'no_such_day';
  if (/^(?:tháng\s*)?\d{1,2}\s*(?:[/.,-]|năm)\s*\d{4}$/i.test(text)) return 'month_only';
  if (/^\d{1,2}\s*[/.,-]\s*\d{1,2}\s*[/.,-]\s*\d{2}$/.test(text)) return 'short_year';
  return /^[1-6]\d{4}$/.test(text) ? 'day_number' : 'unclear';
}

/** Where day or month may come first, as 05/12/1980, and where only one of them can. */
export function orderOfDay(cell: Cell | undefined): 'day_first' | 'month_first' | 'either' | null {
  const text = typeof cell === 'string' ? dayText(dayAndRest(cell)?.day ?? cell) : '';
  const numbers = /^\d{1,2}\W+\d{1,2}\W+\d{4}$/.test(text) ? writtenDay(text) : null;
  if (!numbers) return null;
  const { year, month, day } = numbers;
  const [asWritten, turned] = [calendarDay(year, month, day), calendarDay(year, day, month)];
  if (asWritten && turned) return 'either';
  if (asWritten) return 'day_first';
  return turned ? 'month_first' : null;
}

/** The day that is meant where day and month stand the other way round; null where that is none. */
export function turnedDay(cell: Cell | undefined): Day | null {
  const numbers =
    typeof cell === 'object' && cell !== null && !hasNoValue(cell)
      ? yearFirstDay(cell.day)
      : typeof cell === 'string'
        ? writtenDay(dayText(cell))
        : null;
  return numbers && calendarDay(numbers.year, numbers.day, numbers.month);
}

/** Whether the cell is ticked: x, có, 1, true. */
export function isYes(cell: Cell | undefined): boolean {
  return ['x', 'có', '1', 'true', '✓', '✔'].includes(cellText(cell).toLowerCase());
}

/** Whether the cell says no, in so many words or by staying blank. */
export function isNo(cell: Cell | undefined): boolean {
  return isBlank(cell) || ['không', 'chưa', 'ko', 'k', '0', 'false'].includes(cellText(cell).toLowerCase());
}

/** Whether the answer to a question of yes or no is no, in whatever words: "Chưa có", "Không thuộc diện QH". */
export function deniesIt(cell: Cell | undefined): boolean {
  return isNo(cell) || /^(?:không|ko|chưa|hết|thôi)\s(?!rõ|biết|xác định|chắc)[^;]*$/iu.test(cellText(cell));
}

/** A day, and what is written behind it; null where nothing is. */
export function dayAndRest(cell: Cell | undefined): { readonly day: string; readonly rest: string } | null {
  const [, day, rest] = /^(.{0,40}?\d{4})\s*(\D+)$/u.exec(typeof cell === 'string' ? cellText(cell) : '') ?? [];
  return day && rest ? { day, rest } : null;
}

/** No way to write a day is longer; what is longer is none, and too long to look for one in it. */
const longestDay = 60;

/** As it is looked at: without what stands around a day and says nothing – a quote, the word, midnight. */
function dayText(cell: Cell | undefined): string {
  const text = cellText(cell);
  if (text.length > longestDay) return '';
  return text
    .replace(/[\u2044\u2215\uFF0F]/g, '/')
    .replace(/^'|^(?:sinh\s+)?ngày\s+/i, '')
    .replace(/[\sT]+0{1,2}:00(?::00(?:\.0+)?)?Z?$/, '');
}

interface WrittenDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const romanMonths = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayFirst = /^(\d{1,2})\s*(?:[/.,-]|\s|tháng)\s*(\d{1,2}|[ivx]+|[a-z]{3})\s*(?:[/.,-]|\s|năm)\s*(\d{4})$/i;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;

/** The three numbers of a day, whether there is such a day or not. */
function writtenDay(text: string): WrittenDay | null {
  const [, day, month, year] = dayFirst.exec(text) ?? [];
  if (day && month && year) {
    const name = month.toLowerCase();
    const named = Math.max(romanMonths.indexOf(name), englishMonths.indexOf(name)) + 1;
    const number = /^\d+$/.test(month) ? Number(month) : named;
    return /^\d+$/.test(month) || named > 0 ? { year: Number(year), month: number, day: Number(day) } : null;
  }
  return yearFirstDay(text) ?? runTogether(text);
}

function yearFirstDay(text: string): WrittenDay | null {
  const [, year, , month, day] = yearFirst.exec(text) ?? [];
  return year ? { year: Number(year), month: Number(month), day: Number(day) } : null;
}

/** 12031985; never the year first as well, since no month is 19 or 20. */
function runTogether(text: string): WrittenDay | null {
  const [, day, month, year] = /^(\d\d)(\d\d)(19\d\d|20\d\d)$/.exec(text) ?? [];
  return day ? { year: Number(year), month: Number(month), day: Number(day) } : null;
}

function isPlausibleYear(year: number): boolean {
  return year >= 1900 && year <= 2100;
}

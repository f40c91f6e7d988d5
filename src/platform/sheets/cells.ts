import { type Day, showDay } from '../clock';
import { tidyText } from '../names';

/** A date cell; the time of day, if any, is dropped. */
interface DayCell {
  readonly day: Day;
}

/** A cell that says nothing, and is not blank either: an error such as #N/A, or a formula nobody calculated. */
export interface NoValue {
  readonly noValue: 'error' | 'uncalculated';
  /** The error, or "=". */
  readonly text: string;
}

/** What one cell holds. Text is as the file has it; blank cells are `null`. */
export type Cell = string | number | boolean | DayCell | NoValue | null;

export type Row = readonly Cell[];

/** `rows[n]` is row n + 1 of the sheet itself: blank rows keep their place; blank cells at the end of a row may be left out. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
}

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
 * Reads a date cell, or a date as offices write it: dd/mm/yyyy with slashes, dots or dashes, yyyy-mm-dd, or a bare year.
 * Day comes before month, always; a two-digit year or an unformatted day number is not guessed at.
 */
export function readDay(cell: Cell | undefined): DayOrYear | 'unreadable' | null {
  if (isBlank(cell)) return null;
  if (hasNoValue(cell)) return 'unreadable';
  if (typeof cell === 'object' && cell !== null) return { day: cell.day };
  const text = cellText(cell);
  if (/^\d{4}$/.test(text)) return isPlausibleYear(Number(text)) ? { year: Number(text) } : 'unreadable';
  const day = dayFirst(text) ?? yearFirst(text);
  return day ? { day } : 'unreadable';
}

/** Whether the cell is ticked: x, có, 1, true. */
export function isYes(cell: Cell | undefined): boolean {
  return ['x', 'có', '1', 'true', '✓', '✔'].includes(cellText(cell).toLowerCase());
}

/** Whether the cell says no, in so many words or by staying blank. */
export function isNo(cell: Cell | undefined): boolean {
  return isBlank(cell) || ['không', 'chưa', '0', 'false'].includes(cellText(cell).toLowerCase());
}

function dayFirst(text: string): Day | null {
  const found = /^(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})$/.exec(text);
  return found && calendarDay(Number(found[4]), Number(found[3]), Number(found[1]));
}

function yearFirst(text: string): Day | null {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  return found && calendarDay(Number(found[1]), Number(found[2]), Number(found[3]));
}

function isPlausibleYear(year: number): boolean {
  return year >= 1900 && year <= 2100;
}

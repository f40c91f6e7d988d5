import { type Cell } from '../cells';
import { dayOfSerial } from './dates';
import { xmlEvents } from './xml';

/** How a style shows the number of its cells, where that is more than the number. */
export type NumberFormat =
  | { readonly kind: 'date'; readonly shows: DateParts }
  | { readonly kind: 'digits'; readonly pattern: readonly Piece[] };

/** What of a day a format shows. */
export interface DateParts {
  readonly day: boolean;
  readonly month: boolean;
  readonly year: boolean;
}

/** A place for a digit, or what is written between. */
type Piece = { readonly isForced: boolean } | { readonly text: string };

export const whole: DateParts = { day: true, month: true, year: true };
const monthAndYear: DateParts = { day: false, month: true, year: true };
const dayAndMonth: DateParts = { day: true, month: true, year: false };

/** Formats every spreadsheet knows by number and shows as a date; 18–21 and 45–47 show only a time of day. */
const builtIn: ReadonlyMap<number, DateParts> = new Map([
  ...[14, 15, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, whole] as const),
  [16, dayAndMonth],
  [17, monthAndYear],
]);

/** What every spreadsheet does to a number by the number of the format. */
export function usualFormat(id: number): NumberFormat | undefined {
  const shows = builtIn.get(id);
  return shows && { kind: 'date', shows };
}

/** The cell styles that show their number as a date, or with zeros and signs before it. */
export function numberFormats(stylesXml: string): ReadonlyMap<number, NumberFormat> {
  const formats = new Map<number, NumberFormat>([...builtIn].map(([id, shows]) => [id, { kind: 'date', shows }]));
  const styles = new Map<number, NumberFormat>();
  let isInCellFormats = false;
  let style = 0;
  for (const event of xmlEvents(stylesXml)) {
    if (event.kind === 'text') continue;
    if (event.name === 'cellXfs') {
      isInCellFormats = event.kind === 'open';
    } else if (event.kind === 'open' && event.name === 'numFmt') {
      const { numFmtId, formatCode = '' } = event.attributes();
      const format = formatOfCode(formatCode);
      if (format) formats.set(Number(numFmtId), format);
    } else if (event.kind === 'open' && event.name === 'xf' && isInCellFormats) {
      const format = formats.get(Number(event.attributes().numFmtId ?? 0));
      if (format) styles.set(style, format);
      style++;
    }
  }
  return styles;
}

/** What a number cell says: what the sheet shows of it, without the tail that binary fractions have. */
export function shownNumber(stored: number, format: NumberFormat | undefined, startsIn1904: boolean): Cell {
  // Fifteen digits are what a spreadsheet shows; 7.6 may be stored as 7.599999999999999.
  const number = Number(stored.toPrecision(15));
  if (!format) return number;
  if (format.kind === 'digits') return withDigits(number, format.pattern);
  // Who types 1980 into a cell for dates gets a day of 1905, and means the year.
  if (Number.isInteger(number) && number >= 1900 && number <= 2100) return number;
  const day = dayOfSerial(number, startsIn1904);
  return day ? partsShown(day, format.shows) : number;
}

/** A day that the format shows no more of than its year or month was never said. */
export function partsShown(day: string, { day: showsDay, month: showsMonth, year: showsYear }: DateParts): Cell {
  const [year, month, dayOfMonth] = day.split('-');
  if (showsDay && showsMonth && showsYear) return { day };
  if (showsYear && !showsMonth && !showsDay) return Number(year);
  return [showsDay ? dayOfMonth : null, showsMonth ? month : null, showsYear ? year : null].filter(Boolean).join('/');
}

function withDigits(number: number, pattern: readonly Piece[]): Cell {
  if (!Number.isInteger(number) || number < 0) return number;
  const places = pattern.filter((piece) => 'isForced' in piece);
  const digits = String(number).padStart(forcedOf(pattern), '0');
  const before = digits.slice(0, Math.max(0, digits.length - places.length));
  const rest = [...digits.slice(before.length).padStart(places.length, ' ')];
  let text = '';
  let isFirst = true;
  for (const piece of pattern) {
    if ('text' in piece) text += piece.text;
    else {
      text += `${isFirst ? before : ''}${rest.shift()!.trim()}`;
      isFirst = false;
    }
  }
  return text;
}

/** How many digits are shown at least: all from the first place that is filled with a zero. */
function forcedOf(pattern: readonly Piece[]): number {
  const places = pattern.filter((piece) => 'isForced' in piece);
  const first = places.findIndex(({ isForced }) => isForced);
  return first < 0 ? 0 : places.length - first;
}

/** What a format such as `dd/mm/yyyy` or `000` does to a number; null for one that says nothing more of it. */
export function formatOfCode(formatCode: string): NumberFormat | null {
  const ofDate = datePartsOf(formatCode);
  if (ofDate) return { kind: 'date', shows: ofDate };
  const pieces = piecesOf(formatCode.split(';')[0]!);
  if (!pieces) return null;
  const firstPlace = pieces.findIndex((piece) => 'isForced' in piece);
  const forced = forcedOf(pieces);
  const hasTextBefore = pieces.slice(0, firstPlace).some((piece) => 'text' in piece && piece.text.trim() !== '');
  return forced > 0 && (forced > 1 || hasTextBefore) ? { kind: 'digits', pattern: pieces } : null;
}

/** What a format such as `dd/mm/yyyy` shows of a day, once colours, conditions, quoted text and escapes are set aside; null for no date. */
function datePartsOf(formatCode: string): DateParts | null {
  const bare = formatCode
    .split(';')[0]!
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/s\.0+/gi, 's')
    .toLowerCase();
  if (!/[dy]/.test(bare) || /[0#?]/.test(bare)) return null;
  const withoutTime = bare.replace(/h+\W*m+|m+\W*s+|am\/pm/g, '');
  return { day: withoutTime.includes('d'), month: withoutTime.includes('m'), year: withoutTime.includes('y') };
}

/** Places for digits and what stands between them; null for a format that does more. */
function piecesOf(formatCode: string): Piece[] | null {
  const pieces: Piece[] = [];
  const token = /"([^"]*)"|\\(.)|\[\$?[^\]]*\]|([0#])|([ ()/-])|_.|\*./guy;
  let read = 0;
  for (const found of formatCode.matchAll(token)) {
    read += found[0].length;
    const text = found[1] ?? found[2] ?? found[4];
    if (found[3] !== undefined) pieces.push({ isForced: found[3] === '0' });
    else if (text !== undefined) pieces.push({ text });
  }
  return read === formatCode.length ? pieces : null;
}

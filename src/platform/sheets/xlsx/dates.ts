import type { Day } from '../../clock';
import { xmlEvents } from './xml';

/** Formats every spreadsheet knows by number and shows as a date; 18–21 and 45–47 show only a time of day. */
const builtInDateFormats: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

const millisecondsPerDay = 86_400_000;

/** The cell styles that show their number as a date. */
export function dateStyles(stylesXml: string): ReadonlySet<number> {
  const dateFormats = new Set(builtInDateFormats);
  const styles = new Set<number>();
  let isInCellFormats = false;
  let style = 0;
  for (const event of xmlEvents(stylesXml)) {
    if (event.kind === 'text') continue;
    if (event.name === 'cellXfs') {
      isInCellFormats = event.kind === 'open';
    } else if (event.kind === 'open' && event.name === 'numFmt') {
      const { numFmtId, formatCode = '' } = event.attributes();
      if (showsDate(formatCode)) dateFormats.add(Number(numFmtId));
    } else if (event.kind === 'open' && event.name === 'xf' && isInCellFormats) {
      if (dateFormats.has(Number(event.attributes().numFmtId ?? 0))) styles.add(style);
      style++;
    }
  }
  return styles;
}

/** Whether a format such as `dd/mm/yyyy` shows a day or a year, once colours, conditions, quoted text and escapes are set aside. */
function showsDate(formatCode: string): boolean {
  const bare = formatCode
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/s\.0+/gi, 's');
  return /[dy]/i.test(bare) && !/[0#?]/.test(bare);
}

/**
 * The day a spreadsheet's day number stands for; null when it stands for none. Day 1 is 1/1/1900 (or day 0 is 1/1/1904),
 * and day 60 is the 29/2/1900 that never was.
 */
export function dayOfSerial(serial: number, startsIn1904: boolean): Day | null {
  const whole = Math.floor(serial) + (startsIn1904 ? 1462 : 0);
  if (whole < 1 || whole === 60 || whole > 2_958_465) return null;
  const sinceEpoch = (whole < 60 ? whole + 1 : whole) - 25_569;
  return new Date(sinceEpoch * millisecondsPerDay).toISOString().slice(0, 10);
}

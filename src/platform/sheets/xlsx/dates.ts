import type { Day } from '../../clock';

const millisecondsPerDay = 86_400_000;

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

import { faultOf, fillTemplate } from '../../courses/number-format';

/** What a number is made of: its place in the register of a series and year. */
export interface RegisterPlace {
  readonly sequence: number;
  readonly year: number;
  readonly series: string;
}

/**
 * A certificate's number as it is printed. `{number}` (or `{seq}`) is the place in the register, `{number:3}` the same with
 * at least three digits: `{number:3}/{year}/{series}-ĐUK` gives `007/2026/GCN-ĐUK`.
 * @throws Error on a placeholder it does not know, or when nothing would tell two numbers apart
 */
export function certificateNumber(template: string, { sequence, year, series }: RegisterPlace): string {
  const fault = faultOf(template);
  if (fault) throw new Error(fault.en);
  return fillTemplate(template, (name, digits) => {
    if (name === 'year') return String(year);
    if (name === 'series') return series;
    return String(sequence).padStart(digits, '0');
  });
}

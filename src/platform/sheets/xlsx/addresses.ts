import { malformed } from './parts';

/** The column of an address: 28 for "AB12". */
export function columnNumber(address: string): number {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(address)?.[1] ?? malformed(`address ${address}`);
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The letters of a column: "AB" for 28. */
export function columnName(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** A count or a row number as the sheet writes it. */
export function numberOr(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  return /^\d{1,7}$/.test(text) ? Number(text) : malformed(`number ${text}`);
}

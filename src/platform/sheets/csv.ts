import { type Cell, type Row, textOrError } from './cells';

const separators = [',', ';', '\t'] as const;

/** A quote that never closes takes the rows below it into one cell. */
export class UnclosedQuote extends Error {
  /** @param row where it opens, from 1 */
  constructor(readonly row: number) {
    super(`row ${row}`);
  }
}

/**
 * Rows of separated text (RFC 4180), without the apostrophes that {@link writeCsv} puts before what Excel would compute; the separator is found by {@link separatorOf}. Blank lines keep their place.
 * @throws UnclosedQuote also when the one that closes belongs to a cell further down: then more stands behind it
 */
export function readCsv(text: string): readonly Row[] {
  const separator = separatorOf(text);
  const rows: Cell[][] = [];
  let cells: Cell[] = [];
  let cell = '';
  let isQuoted = false;
  let spansLines = false;
  const endCell = () => {
    cells.push(cell.trim() === '' ? null : textOrError(cell.replace(/^'(?=[=+\-@\t\r])/, '')));
    cell = '';
    spansLines = false;
  };
  const endRow = () => {
    endCell();
    rows.push(cells);
    cells = [];
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (isQuoted) {
      if (character === '\n' || character === '\r') spansLines = true;
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[++at]!;
      else isQuoted = false;
    } else if (character === '"' && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (character === separator) {
      endCell();
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[at + 1] === '\n') at++;
      endRow();
    } else {
      if (spansLines && character !== ' ') throw new UnclosedQuote(rows.length + 1);
      cell += character;
    }
  }
  if (isQuoted) throw new UnclosedQuote(rows.length + 1);
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}

/**
 * The separator that most of the first lines use equally often outside quotes, as columns do; of equals the one they use
 * more. A list separated by semicolons may well hold more commas than semicolons.
 */
export function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n?|\n/);
  const regularity = (separator: string): readonly [number, number] => {
    const linesUsing = new Map<number, number>();
    for (const line of lines) {
      const uses = line.split(separator).length - 1;
      if (uses > 0) linesUsing.set(uses, (linesUsing.get(uses) ?? 0) + 1);
    }
    const [uses = 0, count = 0] =
      [...linesUsing].toSorted((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? [];
    return [count, uses];
  };
  return separators.reduce((best, separator) => {
    const [[count, uses], [bestCount, bestUses]] = [regularity(separator), regularity(best)];
    return count > bestCount || (count === bestCount && uses > bestUses) ? separator : best;
  });
}

/**
 * Rows as separated text with a byte order mark, by which Excel knows the letters. A cell that Excel would compute gets an
 * apostrophe, so that it shows what was written.
 */
export function writeCsv(rows: readonly (readonly string[])[], separator: string): string {
  const isPlain = (cell: string) => !cell.includes(separator) && !/["\r\n]|^\s|\s$/.test(cell);
  const line = (row: readonly string[]) =>
    row
      .map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))
      .map((cell) => (isPlain(cell) ? cell : `"${cell.replaceAll('"', '""')}"`))
      .join(separator);
  return `\ufeff${rows.map((row) => `${line(row)}\r\n`).join('')}`;
}

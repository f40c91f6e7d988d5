import type { Row } from './cells';

const separators = [',', ';', '\t'] as const;

/** Rows of separated text (RFC 4180); the separator is the one that the first lines use most outside quotes. Blank lines keep their place. */
export function readCsv(text: string): readonly Row[] {
  const separator = separatorOf(text);
  const rows: (string | null)[][] = [];
  let cells: (string | null)[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    cells.push(cell.trim() === '' ? null : cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(cells);
    cells = [];
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (isQuoted) {
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
      cell += character;
    }
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}

/** The separator that the first lines use most outside quotes. */
export function separatorOf(text: string): string {
  const sample = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const uses = (separator: string) => sample.split(separator).length;
  return separators.reduce((best, separator) => (uses(separator) > uses(best) ? separator : best));
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

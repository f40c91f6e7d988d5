import { fontSize, type Look, textOf, titleSize, type WrittenRow } from './written-cell';
import { largest } from '../../lists';

/** Of a line of text, in points. */
export const lineHeight = 16;
/** Longer words are broken, lest one address makes a sheet too wide to be read on paper. */
const longestWord = 24;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Bold letters are wide: about nine tenths of the letters of the same width fit; of a text in capitals, seven. */
const room = (width: number, look: Look = 'cell', text = '') =>
  width * (isInCapitals(text) ? 0.7 : 0.9) * (look === 'title' ? fontSize / titleSize : 1);

const isInCapitals = (text: string) =>
  text.length > 10 && text === text.toLocaleUpperCase('vi') && /\p{L}{2}/u.test(text);

/** The widths, none less than what cannot be broken. */
export function wideEnough(least: readonly number[], rows: readonly WrittenRow[]): readonly number[] {
  const widths = [...least];
  for (const row of rows)
    row.forEach((cell, index) => {
      if (!cell || cell.columns || widths[index] === undefined) return;
      // What is no text is not broken, but shown as ####.
      const pieces = typeof cell.value === 'string' ? cell.value.split(/\s+/) : [textOf(cell.value)];
      const longest = Math.min(longestWord, largest(pieces.map(({ length }) => length)));
      widths[index] = Math.max(widths[index], Math.ceil(longest / room(1, cell.look)));
    });
  return widths;
}

/** Not every program lets a row grow with the text in it, and none with that of merged cells. */
export function withHeight(row: WrittenRow, widths: readonly number[]): WrittenRow {
  const asked = Math.max(0, largest(row.map((cell) => cell?.height ?? 0)));
  const lines = row.map((cell, index) => {
    if (!cell) return 1;
    // Of several rows merged the others have a line each.
    const below = (cell.rows ?? 1) - 1;
    const text = textOf(cell.value);
    return -below + linesOf(text, room(sum(widths.slice(index, index + (cell.columns ?? 1))), cell.look, text));
  });
  const needed = Math.max(1, largest(lines));
  if (needed === 1 && asked === 0) return row;
  const height = Math.max(asked, needed * lineHeight);
  const at = row.findIndex((cell) => cell !== null);
  return row.map((cell, index) => (cell && index === at ? { ...cell, height } : cell));
}

function linesOf(text: string, width: number): number {
  return sum(
    text.split('\n').map((line) => {
      let [lines, used] = [1, 0];
      for (const { length } of line.split(' ')) {
        const begins = used === 0;
        if (!begins && used + 1 + length > width) [lines, used] = [lines + 1, 0];
        used += (used === 0 ? 0 : 1) + length;
        while (used > width) [lines, used] = [lines + 1, used - width];
      }
      return lines;
    }),
  );
}

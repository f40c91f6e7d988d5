import { xmlTokens } from './xml';
import { editTags, withAttributes } from './xml-edit';
import { columnName, columnNumber, numberOr } from './addresses';

/** What a sheet says of the looks of a range of columns, as its own tag. */
interface ColumnRange {
  readonly min: number;
  readonly max: number;
  readonly tag: string;
}

/**
 * The sheet with columns of these widths (in characters) from `first` on. What was said of a wider range stays true of the rest of it;
 * the ranges must come in order and must not overlap, or the sheet counts as damaged.
 */
export function withWidths(xml: string, first: number, widths: readonly number[]): string {
  const last = first + widths.length - 1;
  const kept = rangesOf(xml).flatMap((range) => outside(range, first, last));
  const prefix = [...xmlTokens(xml)].find(({ name }) => name === 'worksheet')?.prefix ?? '';
  const added = widths.map((width, index) => {
    const at = first + index;
    return { min: at, max: at, tag: `<${prefix}col min="${at}" max="${at}" width="${width}" customWidth="1"/>` };
  });
  const ranges = [...kept, ...added].toSorted((one, other) => one.min - other.min);
  const columns = `<${prefix}cols>${ranges.map(({ tag }) => tag).join('')}</${prefix}cols>`;
  return editTags(xml, (token, tag) => {
    if (token.kind === 'close') return tag;
    if (token.name === 'cols') return null;
    if (token.name === 'sheetData') return columns + tag;
    return token.name === 'dimension'
      ? withAttributes(tag, { ref: widened(token.attributes()['ref'] ?? '', last) })
      : tag;
  });
}

/** In characters; what a spreadsheet gives a column of which nothing is said. */
const usualWidth = 8.43;

/** How wide each column of a sheet is, from 1. */
export function widthsOf(xml: string): (column: number) => number {
  const ranges = rangesOf(xml).map(({ min, max, tag }) => ({ min, max, width: Number(widthIn(tag) ?? usualWidth) }));
  return (column) => Math.max(1, ranges.find(({ min, max }) => min <= column && column <= max)?.width ?? usualWidth);
}

const widthIn = (tag: string): string | undefined => /\swidth\s*=\s*["']([\d.]+)/.exec(tag)?.[1];

/** The last column that holds something or belongs to a merged cell; merges that run across the whole sheet do not count. */
export function lastMergedColumn(xml: string, furthest: number): number {
  let last = 0;
  for (const { kind, name, attributes } of xmlTokens(xml)) {
    if (name !== 'mergeCell' || kind === 'close') continue;
    const column = columnNumber((attributes()['ref'] ?? '').split(':').at(-1)!);
    if (column <= furthest) last = Math.max(last, column);
  }
  return last;
}

/** The style of the cell there, or of the nearest one before it in the row. */
export function styleAt(xml: string, row: number, column: number): number {
  let [atRow, atColumn, style] = [0, 0, 0];
  for (const { kind, name, attributes } of xmlTokens(xml)) {
    if (kind === 'close' || (name !== 'row' && name !== 'c')) continue;
    const { r, s } = attributes();
    if (name === 'row') {
      [atRow, atColumn] = [numberOr(r, atRow + 1), 0];
      if (atRow > row) break;
    } else if (atRow === row) {
      atColumn = r === undefined ? atColumn + 1 : columnNumber(r);
      if (atColumn > column) break;
      style = numberOr(s, 0);
    }
  }
  return style;
}

function rangesOf(xml: string): ColumnRange[] {
  const ranges: ColumnRange[] = [];
  for (const { kind, name, attributes, from, to } of xmlTokens(xml)) {
    if (name === 'sheetData') break;
    if (name !== 'col' || kind === 'close') continue;
    const { min, max } = attributes();
    const tag = xml.slice(from, to).replace(/\s*\/?>$/, '/>');
    ranges.push({ min: numberOr(min, 1), max: numberOr(max, 1), tag });
  }
  return ranges;
}

function outside({ min, max, tag }: ColumnRange, first: number, last: number): ColumnRange[] {
  const part = (from: number, to: number) =>
    from > to ? [] : [{ min: from, max: to, tag: withAttributes(tag, { min: String(from), max: String(to) }) }];
  if (max < first || min > last) return [{ min, max, tag }];
  return [...part(min, first - 1), ...part(last + 1, max)];
}

/** "A1:P23" reaching to the column; what is no range is left as it is. */
function widened(range: string, column: number): string {
  const found = /^([A-Z]{1,3}\d+)(?::([A-Z]{1,3})(\d+))?$/.exec(range);
  if (!found) return range;
  const [, from = '', lastLetters, lastRow = from.replace(/\D/g, '')] = found;
  const last = lastLetters ? columnNumber(`${lastLetters}1`) : columnNumber(from);
  return `${from}:${columnName(Math.max(last, column))}${lastRow}`;
}

import { columnName, columnNumber } from './addresses';
import { escapeXml } from './xml-edit';

/** Of a sheet, how far it reaches now, from 1. */
type Grown = ReadonlyMap<string, { readonly column: number; readonly row: number }>;

const printArea = /(<(?:\w+:)?definedName\b[^>]*\bname\s*=\s*["']_xlnm\.Print_Area["'][^>]*>)([^<]*)/g;
/** Longer ones nobody prints by. */
const longestAreas = 8_000;
const range = /('(?:[^']|'')*'|[^'!,]+)!\$?([A-Z]{1,3})(?:\$?(\d+))?:\$?([A-Z]{1,3})(?:\$?(\d+))?/g;

/** The workbook with areas to print that reach to what was added; of several areas of a sheet the last one takes in what stands below. */
export function withPrintAreas(xml: string, grown: Grown): string {
  return xml.replace(printArea, (_, tag: string, text: string) => {
    if (text.length > longestAreas) return tag + text;
    const last = [...text.matchAll(range)].at(-1)?.index;
    const areas = text.replace(range, (whole: string, ...found: readonly (string | number | undefined)[]) => {
      const [sheet, left, top, right, bottom, at] = found as [string, string, string?, string?, string?, number?];
      const to = [...grown].find(([name]) =>
        [name, `'${name.replaceAll("'", "''")}'`].map(escapeXml).includes(sheet),
      )?.[1];
      if (!to || !right) return whole;
      const column = columnName(Math.max(columnNumber(`${right}1`), to.column));
      const row = bottom && (at === last ? Math.max(Number(bottom), to.row) : Number(bottom));
      return `${sheet}!$${left}${top ? `$${top}` : ''}:$${column}${row ? `$${row}` : ''}`;
    });
    return tag + areas;
  });
}

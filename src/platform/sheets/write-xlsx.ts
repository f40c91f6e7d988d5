import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import { literal } from './xlsx-added-cells';
import { writable } from './xml-edit';

export interface WrittenCell {
  /** Text stays text, whatever it begins with. */
  readonly value: string | number;
  readonly columns?: number;
  readonly rows?: number;
  /** Of its row, in points: a row grows by itself only for texts in cells that are not merged. */
  readonly height?: number;
  readonly look?: 'title' | 'bold' | 'italic' | 'heading' | 'cell';
}

/** A sheet to print: `null` is a cell that stays blank or belongs to a merged one. Widths are in characters. */
export async function writeXlsx(
  name: string,
  widths: readonly number[],
  rows: readonly (readonly (WrittenCell | null)[])[],
): Promise<Buffer> {
  return writeXlsxFile(
    rows.map((row) => row.map(cellOf)),
    { sheet: name, orientation: 'landscape', columns: widths.map((width) => ({ width })) },
    { fontFamily: 'Times New Roman', fontSize: 12, features: [asWideAsPaper] },
  ).toBuffer();
}

/** Printed on paper as wide as the sheet and as many pages long as it takes. */
const asWideAsPaper = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) =>
          xml
            .replace(/<worksheet\b[^>]*>/, (root) => `${root}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
            .replace('<pageSetup ', '<pageSetup fitToHeight="0" '),
      },
    },
  },
};

const looks: Readonly<Record<NonNullable<WrittenCell['look']>, CellObject>> = {
  title: { fontWeight: 'bold', fontSize: 14, align: 'center' },
  bold: { fontWeight: 'bold', align: 'center', alignVertical: 'top' },
  italic: { fontStyle: 'italic', align: 'center', alignVertical: 'top' },
  heading: { fontWeight: 'bold', align: 'center', alignVertical: 'center', borderStyle: 'thin' },
  cell: { alignVertical: 'top', borderStyle: 'thin' },
};

function cellOf(cell: WrittenCell | null): CellObject | null {
  if (!cell) return null;
  const { value, columns, rows, height, look = 'cell' } = cell;
  const merged = { ...(columns ? { columnSpan: columns } : {}), ...(rows ? { rowSpan: rows } : {}) };
  const high = height ? { height } : {};
  const typed =
    typeof value === 'number'
      ? { value, type: Number }
      : { value: literal(writable(value)), type: String, format: '@' };
  return { ...looks[look], ...merged, ...high, ...typed, wrap: true };
}

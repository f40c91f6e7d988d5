import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import { literal } from './added-cells';
import { writable } from './xml-edit';

export interface WrittenCell {
  /** Text stays text, whatever it begins with. */
  readonly value: string | number;
  readonly columns?: number;
  readonly rows?: number;
  /** Of its row, in points: a row grows by itself only for texts in cells that are not merged. */
  readonly height?: number;
  readonly look?: 'title' | 'bold' | 'italic' | 'centre' | 'text' | 'heading' | 'cell' | 'centred';
}

export interface PrintSetup {
  /** Across the paper unless told. */
  readonly orientation?: 'landscape' | 'portrait';
  /** The rows that come again on every page, as the sheet numbers them. */
  readonly heading?: { readonly from: number; readonly to: number };
}

/** A sheet to print on A4: `null` is a cell that stays blank or belongs to a merged one. Widths are in characters. */
export async function writeXlsx(
  name: string,
  widths: readonly number[],
  rows: readonly (readonly (WrittenCell | null)[])[],
  { orientation = 'landscape', heading }: PrintSetup = {},
): Promise<Buffer> {
  return writeXlsxFile(
    rows.map((row) => row.map(cellOf)),
    { sheet: name, orientation: 'landscape', columns: widths.map((width) => ({ width })) },
    {
      fontFamily: 'Times New Roman',
      fontSize: 12,
      features: [onPaper(orientation), ...(heading ? [repeating(name, heading)] : [])],
    },
  ).toBuffer();
}

/** Printed on paper as wide as the sheet and as many pages long as it takes; the library itself only prints across. */
const onPaper = (orientation: 'landscape' | 'portrait') => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) =>
          xml
            .replace(/<worksheet\b[^>]*>/, (root) => `${root}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
            .replace('<pageSetup ', '<pageSetup fitToHeight="0" ')
            .replace('orientation="landscape"', `orientation="${orientation}"`),
      },
    },
  },
});

/** Names the rows as spreadsheets do; the name stands behind the list of sheets. */
const repeating = (sheet: string, { from, to }: { readonly from: number; readonly to: number }) => ({
  files: {
    transform: {
      'xl/workbook.xml': {
        transform: (xml: string) =>
          xml.replace(
            '</sheets>',
            () =>
              `</sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${sheet}'!$${from}:$${to}</definedName></definedNames>`,
          ),
      },
    },
  },
});

const looks: Readonly<Record<NonNullable<WrittenCell['look']>, CellObject>> = {
  title: { fontWeight: 'bold', fontSize: 14, align: 'center' },
  bold: { fontWeight: 'bold', align: 'center', alignVertical: 'top' },
  italic: { fontStyle: 'italic', align: 'center', alignVertical: 'top' },
  centre: { align: 'center', alignVertical: 'top' },
  text: { alignVertical: 'top' },
  heading: { fontWeight: 'bold', align: 'center', alignVertical: 'center', borderStyle: 'thin' },
  cell: { alignVertical: 'top', borderStyle: 'thin' },
  centred: { align: 'center', alignVertical: 'top', borderStyle: 'thin' },
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

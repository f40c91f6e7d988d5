import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import { dayOf, showTime } from '../../clock';
import { columnName } from './addresses';
import { literal } from './added-cells';
import { escapeXml, writable } from './xml-edit';
import { fontSize, type Look, titleSize, type Written, type WrittenCell, type WrittenRow } from './written-cell';
import { lineHeight, wideEnough, withHeight } from './written-sizes';

export interface PrintSetup {
  /** Across the paper where the sheet is wide, unless told. */
  readonly orientation?: 'landscape' | 'portrait';
}

/** In characters of all columns: what a page of A4 takes upright without growing small. */
const widestUpright = 95;

/**
 * A sheet to print on A4: `null` is a cell that stays blank or belongs to a merged one. Widths are in characters, and grow to
 * what cannot be broken. The one heading of a sheet comes again on every page, and stays in sight where it stands near the top.
 */
export async function writeXlsx(
  name: string,
  least: readonly number[],
  rows: readonly WrittenRow[],
  { orientation }: PrintSetup = {},
): Promise<Buffer> {
  const sheet = sheetName(name);
  const widths = wideEnough(least, rows);
  const width = widths.reduce((total, one) => total + one, 0);
  const across = width > widestUpright ? 'landscape' : 'portrait';
  return writeXlsxFile(
    rows.map((row) => withHeight(row, widths).map(cellOf)),
    { sheet, orientation: 'landscape', columns: widths.map((width) => ({ width })) },
    {
      fontFamily: 'Times New Roman',
      fontSize,
      features: [onPaper(orientation ?? across, headingOf(rows)), named(sheet, widths.length, rows)],
    },
  ).toBuffer();
}

/** Excel has no sheet with a longer name, nor with these characters in it, nor with an apostrophe at its ends. */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .replaceAll(/^[\s']+|[\s']+$/g, '');

interface Heading {
  readonly from: number;
  readonly to: number;
}

/** The rows of the heading, from 1; of several headings there is none to come again. */
function headingOf(rows: readonly WrittenRow[]): Heading | null {
  const isHeading = (row: WrittenRow | undefined) =>
    row?.some((cell) => cell !== null) && row.every((cell) => cell === null || cell.look === 'heading');
  const first = rows.findIndex(isHeading);
  if (first === -1) return null;
  const after = rows.findIndex((row, index) => index > first && !isHeading(row));
  const end = after === -1 ? rows.length : after;
  return rows.slice(end).some(isHeading) ? null : { from: first + 1, to: end };
}

/** Printed on paper as wide as the sheet and as many pages long as it takes; the library itself only prints across. */
const onPaper = (orientation: 'landscape' | 'portrait', heading: Heading | null) => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) =>
          xml
            .replace(
              /<worksheet\b[^>]*>/,
              (root) =>
                `${root}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${heading && heading.to <= lowestInSight ? inSight(heading) : ''}<sheetFormatPr defaultRowHeight="${lineHeight}" customHeight="1"/>`,
            )
            .replace('<pageSetup ', '<pageSetup fitToHeight="0" ')
            .replace('orientation="landscape"', `orientation="${orientation}"`),
      },
    },
  },
});

/** What stands above a heading stays with it: with more rows than these there would be no room left to scroll. */
const lowestInSight = 12;
const inSight = ({ to }: Heading) =>
  `<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="${to}" topLeftCell="A${to + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;

/** Names what is printed and what comes again, as spreadsheets do. */
const named = (sheet: string, columns: number, rows: readonly WrittenRow[]) => {
  const place = (range: string) => escapeXml(`'${sheet.replaceAll("'", "''")}'!${range}`);
  const heading = headingOf(rows);
  const ranges = [
    { name: 'Print_Area', range: `$A$1:$${columnName(columns)}$${rows.length}` },
    ...(heading ? [{ name: 'Print_Titles', range: `$${heading.from}:$${heading.to}` }] : []),
  ].map(({ name, range }) => `<definedName name="_xlnm.${name}" localSheetId="0">${place(range)}</definedName>`);
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml: string) =>
            xml.replace('<definedNames/>', () => `<definedNames>${ranges.join('')}</definedNames>`),
        },
      },
    },
  };
};

const looks: Readonly<Record<Look, CellObject>> = {
  title: { fontWeight: 'bold', fontSize: titleSize, align: 'center' },
  bold: { fontWeight: 'bold', align: 'center', alignVertical: 'top' },
  italic: { fontStyle: 'italic', align: 'center', alignVertical: 'top' },
  centre: { align: 'center', alignVertical: 'top' },
  text: { alignVertical: 'top' },
  section: { fontWeight: 'bold', alignVertical: 'center' },
  heading: { fontWeight: 'bold', align: 'center', alignVertical: 'center', borderStyle: 'thin' },
  cell: { alignVertical: 'top', borderStyle: 'thin' },
  centred: { align: 'center', alignVertical: 'top', borderStyle: 'thin' },
  total: { fontWeight: 'bold', align: 'center', alignVertical: 'top', borderStyle: 'thin' },
};

function cellOf(cell: WrittenCell | null): CellObject | null {
  if (!cell) return null;
  const { value, columns, rows, height } = cell;
  const look = cell.look ?? (typeof value === 'string' ? 'cell' : 'centred');
  const merged = { ...(columns ? { columnSpan: columns } : {}), ...(rows ? { rowSpan: rows } : {}) };
  const high = height ? { height } : {};
  return { ...looks[look], ...merged, ...high, ...typed(value), wrap: true };
}

/** What a cell holds: a file with more in one is not opened by Excel. */
const mostCharacters = 32_767;

function typed(value: Written): CellObject {
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'string')
    return { value: literal(writable(value.slice(0, mostCharacters))), type: String, format: '@' };
  if ('day' in value) return { value: new Date(`${value.day}T00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  // A spreadsheet knows no zones; it has the hours of the office.
  const { moment } = value;
  return { value: new Date(`${dayOf(moment)}T${showTime(moment)}Z`), type: Date, format: 'dd/mm/yyyy hh:mm' };
}

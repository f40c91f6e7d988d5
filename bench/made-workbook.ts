import { pack } from '../src/platform/sheets/archive';
import { columnName } from '../src/platform/sheets/xlsx/addresses';
import { escapeXml } from '../src/platform/sheets/xlsx/xml-edit';

/** A cell as an office leaves it: text, a formula nobody calculated, an error, crossed out, in a font of signs or of before Unicode, on a coloured ground, or only partly so. */
export type MadeCell =
  | string
  | null
  | { readonly formula: string }
  | { readonly error: string }
  | { readonly struck: string; readonly then?: string }
  | { readonly signs: string }
  | { readonly vnTime: string }
  | { readonly coloured: string };

/** A note that hangs on the cell at a place, such as “B2”. */
interface MadeComment {
  readonly place: string;
  readonly text: string;
}

export interface MadeSheet {
  readonly name: string;
  readonly isHidden?: boolean;
  readonly rows: readonly (readonly MadeCell[])[];
  /** From 0. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** As "B2:C2". */
  readonly merges?: readonly string[];
  readonly comments?: readonly MadeComment[];
}

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const styles = `<styleSheet><fonts><font><name val="Arial"/></font><font><strike/><name val="Arial"/></font><font><name val="Wingdings 2"/></font><font><name val=".VnTime"/></font></fonts><fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FF92D050"/></patternFill></fill></fills><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/><xf fontId="0" fillId="1"/></cellXfs></styleSheet>`;

function cellXml(address: string, cell: MadeCell): string {
  if (cell === null) return '';
  const text = (value: string, style: number) =>
    `<c r="${address}" s="${style}" t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`;
  if (typeof cell === 'string') return text(cell, 0);
  if ('formula' in cell) return `<c r="${address}"><f>${escapeXml(cell.formula)}</f></c>`;
  if ('error' in cell) return `<c r="${address}" t="e"><v>${escapeXml(cell.error)}</v></c>`;
  if ('signs' in cell) return text(cell.signs, 2);
  if ('vnTime' in cell) return text(cell.vnTime, 3);
  if ('coloured' in cell) return text(cell.coloured, 4);
  if (cell.then === undefined) return text(cell.struck, 1);
  const run = `<r><rPr><strike/><rFont val="Arial"/></rPr><t>${escapeXml(cell.struck)}</t></r>`;
  return `<c r="${address}" t="inlineStr"><is>${run}<r><t>${escapeXml(` ${cell.then}`)}</t></r></is></c>`;
}

function sheetXml({ rows, hiddenRows = [], hiddenColumns = [], merges = [] }: MadeSheet): string {
  const columns = hiddenColumns.map((at) => `<col min="${at + 1}" max="${at + 1}" width="9" hidden="1"/>`).join('');
  const data = rows.map((cells, row) => {
    const made = cells.map((cell, column) => cellXml(`${columnName(column + 1)}${row + 1}`, cell)).join('');
    return `<row r="${row + 1}"${hiddenRows.includes(row) ? ' hidden="1"' : ''}>${made}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet>${columns && `<cols>${columns}</cols>`}<sheetData>${data.join('')}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
}

const commentsXml = (comments: readonly MadeComment[]) =>
  `<comments><commentList>${comments.map(({ place, text }) => `<comment ref="${place}" authorId="0"><text><r><t>${escapeXml(text)}</t></r></text></comment>`).join('')}</commentList></comments>`;

/** A workbook of these sheets; the one in front counts from 0. */
export async function madeWorkbook(sheets: readonly MadeSheet[], inFront = 0): Promise<Buffer> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationship}/${type}" Target="${target}"/>`;
  const named = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="s${index + 1}"${isHidden ? ' state="hidden"' : ''}/>`,
  );
  const parts: Readonly<Record<string, string>> = {
    '_rels/.rels': `<Relationships>${relation('b', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${relationship}"><bookViews><workbookView activeTab="${inFront}"/></bookViews><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, index) => relation(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)])),
    ...Object.fromEntries(
      sheets.flatMap(({ comments }, index): [string, string][] =>
        comments
          ? [
              [
                `xl/worksheets/_rels/sheet${index + 1}.xml.rels`,
                `<Relationships>${relation('c', 'comments', `../comments${index + 1}.xml`)}</Relationships>`,
              ],
              [`xl/comments${index + 1}.xml`, commentsXml(comments)],
            ]
          : [],
      ),
    ),
  };
  return pack(Object.entries(parts).map(([name, xml]) => ({ name, data: Buffer.from(xml) })));
}

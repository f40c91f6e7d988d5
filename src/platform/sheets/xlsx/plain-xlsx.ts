import { pack } from '../archive';
import { type Cell, cellText, type Sheet } from '../cells';
import { literal } from './added-cells';
import { columnName } from './addresses';
import { escapeXml } from './xml-edit';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packageOf = 'http://schemas.openxmlformats.org/package/2006';
const type = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;

/** Where {@link plainXlsx} keeps a sheet, counted from 0. */
export const plainPart = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

/** The cells of sheets of another format at their places, as an .xlsx without looks. */
export async function plainXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  const each = (xml: (sheet: Sheet, index: number) => string) => sheets.map(xml).join('');
  const relation = (id: string, of: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationships}/${of}" Target="${target}"/>`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${packageOf}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type('sheet.main')}"/><Override PartName="/xl/styles.xml" ContentType="${type('styles')}"/>${each((_, index) => `<Override PartName="/${plainPart(index)}" ContentType="${type('worksheet')}"/>`)}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageOf}/relationships">${relation('b', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${each(({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="s${index + 1}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageOf}/relationships">${each((_, index) => relation(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="12"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((sheet, index) => [plainPart(index), sheetXml(sheet)])),
  };
  return pack(Object.entries(parts).map(([name, xml]) => ({ name, data: Buffer.from(xml) })));
}

function sheetXml({ rows, looks }: Sheet): string {
  const data = rows.map((cells, row) => {
    const written = cells.map((cell, column) => cellXml(`${columnName(column + 1)}${row + 1}`, cell));
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  const merges = (looks?.merges ?? []).map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${columnName(left + 1)}${top + 1}:${columnName(right + 1)}${bottom + 1}"/>`,
  );
  const merged = merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '';
  return `<worksheet xmlns="${main}"><sheetData>${data.join('')}</sheetData>${merged}</worksheet>`;
}

function cellXml(address: string, cell: Cell): string {
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  const text = typeof cell === 'string' ? cell : cellText(cell);
  if (text === '') return '';
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(literal(text))}</t></is></c>`;
}

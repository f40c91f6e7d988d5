import type { MadeCell, MadeSheet } from './made-workbook';
import { pack } from '../src/platform/sheets/archive';
import { columnName, columnNumber } from '../src/platform/sheets/xlsx/addresses';
import { escapeXml } from '../src/platform/sheets/xlsx/xml-edit';

const font = (name: string, family: string, properties: string) =>
  `<style:style style:name="${name}" style:family="${family}"><style:text-properties ${properties}/></style:style>`;
const struck = 'style:font-name="Arial" style:text-line-through-style="solid"';
const styles = [
  font('struck', 'table-cell', struck),
  font('signs', 'table-cell', 'style:font-name="Wingdings 2"'),
  font('vnTime', 'table-cell', 'fo:font-family="&apos;.VnTime&apos;"'),
  font('S', 'text', struck),
  '<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>',
].join('');

function cellXml(cell: MadeCell, spans: string, comment: string | undefined): string {
  const made = bareCellXml(cell, spans);
  const note = `<office:annotation><dc:date>2026-11-29T00:00:00</dc:date><text:p>${escapeXml(comment ?? '')}</text:p></office:annotation>`;
  const bare = made.endsWith('/>') ? `${made.slice(0, -2)}></table:table-cell>` : made;
  return comment === undefined ? made : bare.replace('>', `>${note}`);
}

function bareCellXml(cell: MadeCell, spans: string): string {
  const text = (content: string, style = '') =>
    `<table:table-cell${spans}${style && ` table:style-name="${style}"`} office:value-type="string"><text:p>${content}</text:p></table:table-cell>`;
  if (cell === null) return `<table:table-cell${spans}/>`;
  if (typeof cell === 'string') return text(escapeXml(cell));
  if ('formula' in cell) return `<table:table-cell${spans} table:formula="of:=[.${escapeXml(cell.formula)}]"/>`;
  if ('error' in cell) return text(escapeXml(cell.error));
  if ('signs' in cell) return text(escapeXml(cell.signs), 'signs');
  if ('vnTime' in cell) return text(escapeXml(cell.vnTime), 'vnTime');
  if ('coloured' in cell) return text(escapeXml(cell.coloured));
  if (cell.then === undefined) return text(escapeXml(cell.struck), 'struck');
  return text(`<text:span text:style-name="S">${escapeXml(cell.struck)}</text:span> ${escapeXml(cell.then)}`);
}

function tableXml({
  name,
  isHidden,
  rows,
  hiddenRows = [],
  hiddenColumns = [],
  merges = [],
  comments = [],
}: MadeSheet): string {
  const spansFrom = new Map(
    merges.map((ref) => {
      const [from = '', to = from] = ref.split(':');
      const rowsOf = (address: string) => Number(address.replace(/\D/g, ''));
      const [down, across] = [rowsOf(to) - rowsOf(from) + 1, columnNumber(to) - columnNumber(from) + 1];
      const spans = ` table:number-rows-spanned="${down}" table:number-columns-spanned="${across}"`;
      return [`${rowsOf(from)}:${columnNumber(from)}`, spans];
    }),
  );
  const columns = Array.from({ length: Math.max(0, ...hiddenColumns) + 1 }, (_, at) =>
    hiddenColumns.includes(at) ? '<table:table-column table:visibility="collapse"/>' : '<table:table-column/>',
  );
  const data = rows.map((cells, row) => {
    const made = Array.from(cells, (cell, column) =>
      cellXml(
        cell ?? null,
        spansFrom.get(`${row + 1}:${column + 1}`) ?? '',
        comments.find(({ place }) => place === `${columnName(column + 1)}${row + 1}`)?.text,
      ),
    );
    const hides = hiddenRows.includes(row) ? ' table:visibility="collapse"' : '';
    return `<table:table-row${hides}>${made.join('')}</table:table-row>`;
  });
  const look = isHidden ? ' table:style-name="hidden"' : '';
  return `<table:table table:name="${escapeXml(name)}"${look}>${columns.join('')}${data.join('')}</table:table>`;
}

/** A workbook of these sheets as LibreOffice writes it; the one in front counts from 0. */
export async function madeOds(sheets: readonly MadeSheet[], inFront = 0): Promise<Buffer> {
  const parts: Readonly<Record<string, string>> = {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${sheets.map((sheet) => tableXml(sheet)).join('')}</office:spreadsheet></office:body></office:document-content>`,
    'settings.xml': `<office:document-settings><config:config-item config:name="ActiveTable" config:type="string">${escapeXml(sheets[inFront]!.name)}</config:config-item></office:document-settings>`,
    'META-INF/manifest.xml': '<manifest:manifest/>',
  };
  return pack(Object.entries(parts).map(([name, xml]) => ({ name, data: Buffer.from(xml) })));
}

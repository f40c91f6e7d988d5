import { pack } from '../sheets/archive';
import { escapeXml } from '../sheets/xlsx/xml-edit';
import { around } from './docx-parts';
import type {
  WrittenDocument,
  WrittenParagraph,
  WrittenRun,
  WrittenTable,
  WrittenTableCell,
  WrittenTableRow,
} from './written-document';

const twips = (points: number) => Math.round(points * 20);
/** A4, in twips. */
const [shorter, longer] = [11_906, 16_838];
/** From the edge of the paper to what stands at the foot, in points. */
const footMargin = 28;

/**
 * An A4 document in Times New Roman, as Word and LibreOffice read it (ECMA-376, WordprocessingML); pages after the first are
 * numbered. Written as text: 2,000 rows take a quarter of a second, made of objects by a library they kept everybody waiting for five.
 */
export async function writeDocx(document: WrittenDocument): Promise<Buffer> {
  const parts = { ...around(document), 'word/document.xml': documentXml(document) };
  return pack(Object.entries(parts).map(([name, xml]) => ({ name, data: Buffer.from(xml) })));
}

function documentXml({ blocks, isLandscape, margins }: WrittenDocument): string {
  const [left, top, right, bottom] = margins.map(twips);
  const [width, height] = isLandscape ? [longer, shorter] : [shorter, longer];
  const page =
    `<w:sectPr><w:footerReference w:type="default" r:id="foot"/><w:pgSz w:w="${width}" w:h="${height}" w:orient="${isLandscape ? 'landscape' : 'portrait'}"/>` +
    `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="${twips(footMargin)}" w:footer="${twips(footMargin)}" w:gutter="0"/><w:titlePg/></w:sectPr>`;
  const body = blocks.map(blockXml).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
    ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}${page}</w:body></w:document>`
  );
}

function blockXml(block: WrittenDocument['blocks'][number]): string {
  if (block === 'new_page') return hairline('<w:pageBreakBefore/>');
  // Tables that touch become one, and a document may not end with one.
  return 'rows' in block ? tableXml(block) + hairline('') : paragraphXml(block);
}

const hairline = (property: string) =>
  `<w:p><w:pPr>${property}<w:spacing w:before="0" w:after="80" w:line="20" w:lineRule="exact"/></w:pPr></w:p>`;

function paragraphXml({ runs, align, isKeptWithNext, before, after, firstLine, isTight }: WrittenParagraph): string {
  const properties = [
    isKeptWithNext ? '<w:keepNext/>' : '',
    before || after || isTight
      ? `<w:spacing w:before="${twips(before ?? 0)}" w:after="${twips(after ?? 0)}"${isTight ? ' w:line="240" w:lineRule="auto"' : ''}/>`
      : '',
    firstLine ? `<w:ind w:firstLine="${twips(firstLine)}"/>` : '',
    `<w:jc w:val="${align ?? 'center'}"/>`,
  ].join('');
  return `<w:p><w:pPr>${properties}</w:pPr>${runs.map(runXml).join('')}</w:p>`;
}

function runXml({ text, isBold, isItalic, isUnderlined, size }: WrittenRun): string {
  const properties = [
    isBold ? '<w:b/>' : '',
    isItalic ? '<w:i/>' : '',
    size ? `<w:sz w:val="${size * 2}"/>` : '',
    isUnderlined ? '<w:u w:val="single"/>' : '',
  ].join('');
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${lines.join('<w:br/>')}</w:r>`;
}

const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

function tableXml({ widths, isRuled, padding, headings, rows }: WrittenTable): string {
  const total = widths.reduce((sum, width) => sum + twips(width), 0);
  const line = isRuled ? 'w:val="single" w:sz="4" w:space="0" w:color="auto"' : 'w:val="nil"';
  const side = (name: string) => `<w:${name} w:w="${twips(padding)}" w:type="dxa"/>`;
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/>${isRuled ? side('tblInd') : ''}<w:tblBorders>${edges.map((edge) => `<w:${edge} ${line}/>`).join('')}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${side('left')}${side('right')}</w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('')}</w:tblGrid>` +
    `${rows.map((row, at) => rowXml(row, widths, at < headings)).join('')}</w:tbl>`
  );
}

/** No row is torn across two pages. */
function rowXml({ cells, leastHeight }: WrittenTableRow, widths: readonly number[], isHeading: boolean): string {
  const height = leastHeight ? `<w:trHeight w:val="${twips(leastHeight)}" w:hRule="atLeast"/>` : '';
  let at = 0;
  const written = cells.map((cell) => {
    const of = widths.slice(at, at + (cell.columns ?? 1));
    at += of.length;
    return cellXml(
      cell,
      of.reduce((sum, width) => sum + twips(width), 0),
    );
  });
  return `<w:tr><w:trPr><w:cantSplit/>${height}${isHeading ? '<w:tblHeader/>' : ''}</w:trPr>${written.join('')}</w:tr>`;
}

function cellXml({ paragraphs, columns, merge, isInMiddle }: WrittenTableCell, width: number): string {
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    columns ? `<w:gridSpan w:val="${columns}"/>` : '',
    merge ? `<w:vMerge w:val="${merge}"/>` : '',
    isInMiddle ? '<w:vAlign w:val="center"/>' : '',
  ].join('');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphs.map(paragraphXml).join('')}</w:tc>`;
}

// Writes a document for Word, in a thread of its own. Plain JavaScript: a thread starts without the loaders of the process it belongs to.
const docx = require('docx');

const twips = (points) => Math.round(points * 20);
/** A4 upright, in twips. */
const [width, height] = [11_906, 16_838];
/** From the edge of the paper to what stands at the foot, in points. */
const footMargin = 28;

const runsOf = ({ text, isBold, isItalic, isUnderlined, size }) =>
  text.split('\n').map(
    (line, at) =>
      new docx.TextRun({
        text: line,
        bold: isBold,
        italics: isItalic,
        underline: isUnderlined ? {} : undefined,
        size: size && size * 2,
        break: at > 0 ? 1 : undefined,
      }),
  );

const paragraphOf = ({ runs, align = 'center', isKeptWithNext, before = 0, after = 0, firstLine, isTight }) =>
  new docx.Paragraph({
    children: runs.flatMap(runsOf),
    alignment: align,
    keepNext: isKeptWithNext,
    spacing: { before: twips(before), after: twips(after), ...(isTight ? { line: 240 } : {}) },
    indent: firstLine && { firstLine: twips(firstLine) },
  });

const hairline = (pageBreakBefore) =>
  new docx.Paragraph({ pageBreakBefore, spacing: { before: 0, after: 80, line: 20, lineRule: 'exact' } });

const cellOf = ({ paragraphs, columns, merge, isInMiddle }) =>
  new docx.TableCell({
    children: paragraphs.map(paragraphOf),
    columnSpan: columns,
    verticalMerge: merge,
    verticalAlign: isInMiddle ? 'center' : undefined,
  });

/** No row is torn across two pages. */
const rowOf = ({ cells, leastHeight }, isHeading) =>
  new docx.TableRow({
    cantSplit: true,
    tableHeader: isHeading || undefined,
    height: leastHeight && { value: twips(leastHeight), rule: 'atLeast' },
    children: cells.map(cellOf),
  });

function tableOf({ widths, isRuled, padding, headings, rows }) {
  const columnWidths = widths.map(twips);
  const line = { style: isRuled ? 'single' : 'nil', size: 4, color: 'auto' };
  const sides = { left: twips(padding), right: twips(padding) };
  return new docx.Table({
    columnWidths,
    width: { size: columnWidths.reduce((sum, one) => sum + one, 0), type: 'dxa' },
    layout: 'fixed',
    indent: isRuled ? { size: twips(padding), type: 'dxa' } : undefined,
    borders: { top: line, left: line, bottom: line, right: line, insideHorizontal: line, insideVertical: line },
    margins: { marginUnitType: 'dxa', ...sides },
    rows: rows.map((row, at) => rowOf(row, at < headings)),
  });
}

/** Tables that touch become one, and a document may not end with one. */
function blocksOf(block) {
  if (block === 'new_page') return [hairline(true)];
  return 'rows' in block ? [tableOf(block), hairline()] : [paragraphOf(block)];
}

const numbers = new docx.Paragraph({
  alignment: 'center',
  children: [
    new docx.TextRun({ size: 20, children: ['Trang ', docx.PageNumber.CURRENT, '/', docx.PageNumber.TOTAL_PAGES] }),
  ],
});

/** @param {import('./written-document').WrittenDocument} document */
module.exports = ({ title, creator, isLandscape, margins: [left, top, right, bottom], blocks }) =>
  docx.Packer.toBuffer(
    new docx.Document({
      title,
      creator,
      styles: {
        default: {
          document: {
            run: { font: 'Times New Roman', size: 24, language: { value: 'vi-VN' } },
            paragraph: { spacing: { line: 264 } },
          },
        },
      },
      sections: [
        {
          properties: {
            // Pages are numbered from the second on.
            titlePage: true,
            page: {
              size: { width, height, orientation: isLandscape ? 'landscape' : 'portrait' },
              margin: {
                ...{ top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left) },
                ...{ header: twips(footMargin), footer: twips(footMargin) },
              },
            },
          },
          footers: { default: new docx.Footer({ children: [numbers] }) },
          children: blocks.flatMap(blocksOf),
        },
      ],
    }),
  );

import type { Content, TableCell } from 'pdfmake/interfaces';
import { documentHead, documentTitle } from '../platform/pdf/pdf-parts';
import type { PrintedDocument } from '../platform/pdf/printed-document';
import { closeLayout } from '../platform/pdf/pdf-thread';
import {
  isClose,
  isSignedBelow,
  type Paper,
  pageOf,
  type PaperCell,
  type PaperPart,
  type PaperSignature,
  type PaperTable,
  shownIn,
} from './paper';

/** A paper as the printer takes it. */
export function pdfOf(paper: Paper): PrintedDocument {
  return {
    title: paper.title,
    landscape: paper.isLandscape,
    margins: pageOf(paper),
    hasHeadings: paper.parts.some((part) => part.kind === 'text' && part.look === 'list'),
    content: paper.parts.flatMap((part, at, parts) => {
      if (isSignedBelow(part, parts[at + 1])) return [];
      const content = contentOf(part, paper);
      const before = parts[at - 1];
      return isSignedBelow(before, part) ? { stack: [contentOf(before!, paper), content], unbreakable: true } : content;
    }),
  };
}

function contentOf(part: PaperPart, paper: Paper): Content {
  switch (part.kind) {
    case 'head':
      return documentHead({
        letterhead: paper.letterhead,
        day: paper.day,
        ...(part.number ? { number: part.number } : {}),
      });
    case 'title':
      return documentTitle(part.title, ...part.about);
    case 'text':
      return paragraph(part);
    case 'table':
      return tableOf(part, paper.fontSize ?? 11);
    case 'signatures':
      return sideBySide(part.left ? signatureOf(part.left) : '', signatureOf(part.right));
    case 'recipients':
      return sideBySide(
        {
          alignment: 'left',
          stack: [
            { text: 'Nơi nhận:', bold: true, italics: true },
            ...part.recipients.map((text) => ({ text: `- ${text}`, fontSize: 11 })),
          ],
        },
        signatureOf(part.signer),
      );
    case 'new_page':
      return { text: '', pageBreak: 'after' };
  }
}

function paragraph({ text, lead, look }: Extract<PaperPart, { kind: 'text' }>): Content {
  if (look === 'italic') return { text, italics: true, margin: [0, 6, 0, 6] };
  if (look === 'bold') return { text, bold: true, alignment: 'center', margin: [0, 8, 0, 8] };
  if (look === 'list') return { text, bold: true, headlineLevel: 1, margin: [0, 12, 0, 6] };
  return {
    text: lead ? [{ text: `${lead} `, bold: true }, text] : text,
    alignment: 'justify',
    leadingIndent: 28,
    margin: [0, 0, 0, 6],
  };
}

/** The heading comes again on every page, and no row is torn across two. */
function tableOf(table: PaperTable, fontSize: number): Content {
  const { columns, rows, rowHeight, total } = table;
  const heading = (text: string): TableCell => ({ text, bold: true, alignment: 'center' });
  const isGrouped = columns.some(({ group }) => group !== undefined);
  const startsGroup = (index: number) => columns[index]?.group !== columns[index - 1]?.group;
  const groupSize = (index: number) => {
    const after = columns.slice(index).findIndex(({ group }) => group !== columns[index]?.group);
    return after === -1 ? columns.length - index : after;
  };
  const upper = columns.map(({ group, label }, index): TableCell => {
    if (group === undefined) return { ...(heading(label) as object), rowSpan: 2, text: label };
    return startsGroup(index) ? { ...(heading(group) as object), colSpan: groupSize(index), text: group } : {};
  });
  const lower = columns.map(({ group, label }): TableCell => (group === undefined ? {} : heading(label)));
  const rowOf = (cells: readonly PaperCell[], bold = false) =>
    cells.map((cell, at): TableCell => ({
      text: shownIn(cell),
      bold,
      alignment: columns[at]?.isCentred || typeof cell === 'number' ? 'center' : 'left',
    }));
  return {
    table: {
      headerRows: isGrouped ? 2 : 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      ...(rowHeight ? { heights: rowHeight } : {}),
      widths: columns.map(({ width }) => width),
      body: [
        ...(isGrouped ? [upper, lower] : [columns.map(({ label }) => heading(label))]),
        ...rows.map((cells) => rowOf(cells)),
        ...(total ? [rowOf(total, true)] : []),
      ],
    },
    ...(isClose(table) ? { layout: closeLayout } : {}),
    fontSize,
    lineHeight: 1,
    margin: [0, 0, 0, 6],
  };
}

function signatureOf({ capacity, name }: PaperSignature): Content {
  return {
    alignment: 'center',
    stack: [
      { text: capacity.toLocaleUpperCase('vi'), bold: true },
      { text: name ?? ' ', bold: true, margin: [0, 54, 0, 0] },
    ],
  };
}

/** Both halves on the same page, whatever comes before. */
function sideBySide(left: Content, right: Content): Content {
  const half = (content: Content) => ({ width: '50%', stack: [content] });
  return { columns: [half(left), half(right)], margin: [0, 18, 0, 0], unbreakable: true };
}

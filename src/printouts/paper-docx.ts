import type {
  WrittenDocument,
  WrittenParagraph,
  WrittenRun,
  WrittenTable,
  WrittenTableCell,
} from '../platform/docx/written-document';
import { dateLine, headShare, headSize } from '../platform/pdf/pdf-parts';
import { writable } from '../platform/sheets/xlsx/xml-edit';
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

/** A4, in points. */
const [shorter, longer] = [595, 842];

/** A paper as a document offices go on writing in: the same parts in the same order. */
export function docxOf(paper: Paper): WrittenDocument {
  const margins = pageOf(paper);
  const width = (paper.isLandscape ? longer : shorter) - margins[0] - margins[2];
  return {
    title: writable(paper.title),
    creator: writable(paper.letterhead.body),
    isLandscape: paper.isLandscape,
    margins,
    blocks: paper.parts.flatMap((part, at, parts) => blocksOf(part, paper, width, isSignedBelow(part, parts[at + 1]))),
  };
}

function blocksOf(part: PaperPart, paper: Paper, width: number, isSigned: boolean): WrittenDocument['blocks'] {
  switch (part.kind) {
    case 'head':
      return [headOf(paper, part.number, width), space(12)];
    case 'title':
      return [
        line(part.title.toLocaleUpperCase('vi'), { isBold: true, size: 14 }, { isKeptWithNext: true }),
        ...part.about.map((about) => line(about, {}, { isKeptWithNext: true })),
        space(4),
      ];
    case 'text':
      return [{ ...paragraph(part), ...(isSigned && { isKeptWithNext: true }) }];
    case 'table':
      return [tableOf(part, paper.fontSize ?? 11, width)];
    case 'signatures':
      return [space(8), halves(part.left ? signatureOf(part.left) : [line('')], signatureOf(part.right), width)];
    case 'recipients':
      return [space(8), halves(recipientsOf(part.recipients), signatureOf(part.signer), width)];
    case 'new_page':
      return ['new_page'];
  }
}

/** Committees on the left, the Party's name, place and date on the right. */
function headOf({ letterhead, day }: Paper, number: string | undefined, width: number): WrittenTable {
  return halves(
    [
      line(letterhead.superior, { size: headSize }),
      line(letterhead.body, { isBold: true, size: headSize }),
      line('*', { isBold: true, size: headSize }),
      ...(number ? [line(number, { size: headSize })] : []),
    ],
    [
      line('ĐẢNG CỘNG SẢN VIỆT NAM', { isBold: true, isUnderlined: true, size: headSize }, { after: 6 }),
      line(dateLine(letterhead.place, day), { isItalic: true, size: headSize }),
    ],
    width,
    headShare,
  );
}

function paragraph({ text, lead, look }: Extract<PaperPart, { kind: 'text' }>): WrittenParagraph {
  if (look === 'italic') return line(text, { isItalic: true }, { align: 'left', before: 6, after: 6 });
  if (look === 'bold') return line(text, { isBold: true }, { isKeptWithNext: true, before: 8, after: 8 });
  if (look === 'list')
    return line(text, { isBold: true }, { align: 'left', isKeptWithNext: true, before: 12, after: 6 });
  const runs = [...(lead ? [{ text: writable(`${lead} `), isBold: true }] : []), { text: writable(text) }];
  return { runs, align: 'both', firstLine: 28, after: 6 };
}

function tableOf(table: PaperTable, size: number, width: number): WrittenTable {
  const { columns, rows, rowHeight, total } = table;
  const padding = isClose(table) ? 1.5 : 4;
  const cell = (text: string, isCentred: boolean, run: Partial<WrittenRun> = {}): WrittenTableCell => ({
    paragraphs: [
      line(text, { size, ...run }, { isTight: true, before: 1, after: 1, ...(isCentred ? {} : { align: 'left' }) }),
    ],
  });
  const heading = (text: string): WrittenTableCell => ({ ...cell(text, true, { isBold: true }), isInMiddle: true });
  const isGrouped = columns.some(({ group }) => group !== undefined);
  const upper = columns.flatMap(({ group, label }, at): WrittenTableCell[] => {
    if (group === undefined) return [{ ...heading(label), ...(isGrouped ? { merge: 'restart' } : {}) }];
    if (group === columns[at - 1]?.group) return [];
    const after = columns.slice(at).findIndex((column) => column.group !== group);
    return [{ ...heading(group), columns: after === -1 ? columns.length - at : after }];
  });
  const lower = columns.map(({ group, label }): WrittenTableCell =>
    group === undefined ? { ...heading(''), merge: 'continue' } : heading(label),
  );
  const rowOf = (cells: readonly PaperCell[], run: Partial<WrittenRun> = {}) => ({
    cells: cells.map((value, at) => cell(shownIn(value), columns[at]?.isCentred || typeof value === 'number', run)),
    ...(rowHeight ? { leastHeight: rowHeight } : {}),
  });
  const headings = isGrouped ? [{ cells: upper }, { cells: lower }] : [{ cells: upper }];
  return {
    widths: widthsOf(columns, padding, width),
    isRuled: true,
    padding,
    headings: headings.length,
    rows: [...headings, ...rows.map((cells) => rowOf(cells)), ...(total ? [rowOf(total, { isBold: true })] : [])],
  };
}

/** Those without a width share what the others leave; where all ask for more than there is, all give way alike. */
function widthsOf(columns: PaperTable['columns'], padding: number, width: number): number[] {
  const wished = columns.map((column) => (column.width === '*' ? null : column.width + 2 * padding + 1));
  const taken = wished.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const sharing = wished.filter((one) => one === null).length;
  const share = sharing > 0 ? Math.max((width - taken) / sharing, 60) : 0;
  const all = taken + share * sharing;
  return wished.map((one) => Math.floor((one ?? share) * Math.min(1, width / all)));
}

const recipientsOf = (recipients: readonly string[]) => [
  line('Nơi nhận:', { isBold: true, isItalic: true }, { align: 'left' }),
  ...recipients.map((text) => line(`- ${text}`, { size: 11 }, { align: 'left' })),
];

const signatureOf = ({ capacity, name }: PaperSignature) => [
  line(capacity.toLocaleUpperCase('vi'), { isBold: true }),
  line(name ?? '', { isBold: true }, { before: 54 }),
];

/** Both halves on the same page, whatever comes before. */
function halves(
  left: readonly WrittenParagraph[],
  right: readonly WrittenParagraph[],
  width: number,
  share = 0.5,
): WrittenTable {
  const cells = [left, right].map((paragraphs) => ({ paragraphs }));
  return { widths: [width * share, width * (1 - share)], isRuled: false, padding: 2, headings: 0, rows: [{ cells }] };
}

/** What comes before it stays with what comes after. */
const space = (before: number): WrittenParagraph => line('', { size: 4 }, { before, isKeptWithNext: true });

const line = (text: string, run: Partial<WrittenRun> = {}, more: Partial<WrittenParagraph> = {}): WrittenParagraph => ({
  runs: [{ ...run, text: writable(text) }],
  ...more,
});

import { type PrintSetup, writeXlsx, type WrittenCell } from '../platform/sheets/xlsx/write-xlsx';
import type { Paper, PaperCell, PaperPart, PaperTable } from './paper';

type SheetRow = readonly (WrittenCell | null)[];

interface Drawn {
  readonly rows: readonly SheetRow[];
  /** How many of the rows are the heading of a table. */
  readonly headingRows?: number;
}

const lineHeight = 17;

/** A paper as a workbook of one sheet, the same parts in the same order. */
export async function xlsxOf(paper: Paper): Promise<Buffer> {
  const widths = widthsOf(paper);
  const rows: SheetRow[] = [];
  const headings: { from: number; to: number }[] = [];
  for (const part of paper.parts) {
    const drawn = rowsOf(part, paper, widths);
    if (drawn.headingRows) headings.push({ from: rows.length + 1, to: rows.length + drawn.headingRows });
    rows.push(...drawn.rows);
  }
  const setup: PrintSetup = {
    orientation: paper.isLandscape ? 'landscape' : 'portrait',
    // Of several tables each would come with the heading of one.
    ...(headings.length === 1 ? { heading: headings[0]! } : {}),
  };
  return writeXlsx(paper.title, widths, rows, setup);
}

/** Tables below one another share their columns, so each is as wide as the widest that stands in it. */
function widthsOf({ parts }: Paper): readonly number[] {
  const tables = parts.filter((part) => part.kind === 'table');
  const count = Math.max(...tables.map(({ columns }) => columns.length), 2);
  return Array.from({ length: count }, (_, index) =>
    Math.max(...tables.map(({ columns }) => columns[index]?.characters ?? 0), 6),
  );
}

function rowsOf(part: PaperPart, paper: Paper, widths: readonly number[]): Drawn {
  const halves = (left: string, right: string, look: WrittenCell['look'], rightLook = look) =>
    halfAndHalf(left, right, look, rightLook, widths);
  const across = (text: string, look: WrittenCell['look']) => acrossAll(text, look, widths);
  switch (part.kind) {
    case 'head': {
      const { superior, body, place } = paper.letterhead;
      const [year, month, date] = paper.day.split('-');
      return {
        rows: [
          halves(superior, 'ĐẢNG CỘNG SẢN VIỆT NAM', 'centre', 'bold'),
          halves(body, `${place}, ngày ${date} tháng ${month} năm ${year}`, 'bold', 'italic'),
          halves(part.number ?? '', '', 'centre'),
          [],
        ],
      };
    }
    case 'title':
      return {
        rows: [
          across(part.title.toLocaleUpperCase('vi'), 'title'),
          ...part.about.map((about) => across(about, 'centre')),
          [],
        ],
      };
    case 'text': {
      const text = part.lead ? `${part.lead} ${part.text}` : part.text;
      return { rows: [across(text, part.look === 'bold' || part.look === 'italic' ? part.look : 'text')] };
    }
    case 'table':
      return tableRows(part, widths);
    case 'signatures':
      return {
        rows: [
          [],
          halves(capitals(part.left?.capacity), capitals(part.right.capacity), 'bold'),
          ...roomToSign,
          halves(part.left?.name ?? '', part.right.name ?? '', 'bold'),
        ],
      };
    case 'recipients':
      return {
        rows: [
          [],
          halves('Nơi nhận:', capitals(part.signer.capacity), 'text', 'bold'),
          ...part.recipients.map((recipient) => halves(`- ${recipient}`, '', 'text')),
          ...roomToSign,
          halves('', part.signer.name ?? '', 'bold'),
        ],
      };
    case 'new_page':
      return { rows: [[], []] };
  }
}

const roomToSign: readonly SheetRow[] = [[], [], []];
const capitals = (text = '') => text.toLocaleUpperCase('vi');

function tableRows({ columns, rows, rowHeight = lineHeight }: PaperTable, widths: readonly number[]): Drawn {
  const heading = (value: string): WrittenCell => ({ value, look: 'heading' });
  // Not every program lets a row grow with the text in it.
  const heightOfRow = (cells: readonly PaperCell[]) =>
    Math.max(rowHeight, ...cells.map((cell, at) => heightOf(String(cell ?? ''), [widths[at]!])));
  const body = rows.map((cells) =>
    cells.map((cell, at): WrittenCell => ({
      ...(at === 0 ? { height: heightOfRow(cells) } : {}),
      value: cell ?? '',
      look: columns[at]?.isCentred || typeof cell === 'number' ? 'centred' : 'cell',
    })),
  );
  if (columns.every(({ group }) => group === undefined)) {
    const labels = columns.map(({ label }) => ({ ...heading(label), height: 2 * lineHeight }));
    return { rows: [labels, ...body], headingRows: 1 };
  }
  const upper = columns.map(({ group, label }, index): WrittenCell | null => {
    if (group === undefined) return { ...heading(label), rows: 2, height: 2 * lineHeight };
    if (group === columns[index - 1]?.group) return null;
    const size = columns.filter((column) => column.group === group).length;
    return size > 1 ? { ...heading(group), columns: size } : heading(group);
  });
  const lower = columns.map(({ group, label }) => (group === undefined ? null : heading(label)));
  return { rows: [upper, lower, ...body], headingRows: 2 };
}

/** Merged cells do not grow with their text, so the height is reckoned from its length. */
function acrossAll(value: string, look: WrittenCell['look'], widths: readonly number[]): SheetRow {
  return [{ value, look, columns: widths.length, height: heightOf(value, widths) }];
}

function halfAndHalf(
  left: string,
  right: string,
  leftLook: WrittenCell['look'],
  rightLook: WrittenCell['look'],
  widths: readonly number[],
): SheetRow {
  const total = sum(widths);
  const half = widths.findIndex((_, index) => sum(widths.slice(0, index + 1)) >= total * 0.4) + 1;
  const middle = Math.min(Math.max(half, 1), widths.length - 1);
  const [before, after] = [widths.slice(0, middle), widths.slice(middle)];
  const height = Math.max(heightOf(left, before), heightOf(right, after));
  return [
    { value: left, look: leftLook, ...merged(before), height },
    ...Array<null>(middle - 1).fill(null),
    { value: right, look: rightLook, ...merged(after) },
  ];
}

const merged = ({ length }: readonly number[]) => (length > 1 ? { columns: length } : {});

/** Capitals are wide: about nine tenths of the letters of the same width fit. */
const heightOf = (text: string, widths: readonly number[]) =>
  lineHeight * Math.max(1, Math.ceil(text.length / (sum(widths) * 0.9)));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

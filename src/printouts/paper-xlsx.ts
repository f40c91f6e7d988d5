import { dateLine } from '../platform/pdf/pdf-parts';
import { writeXlsx } from '../platform/sheets/xlsx/write-xlsx';
import type { WrittenCell, WrittenRow } from '../platform/sheets/xlsx/written-cell';
import type { Paper, PaperPart, PaperTable } from './paper';
import { largest } from '../platform/lists';

/** In points: room for two lines. */
const headingHeight = 34;

/** A paper as a workbook of one sheet, the same parts in the same order. */
export async function xlsxOf(paper: Paper): Promise<Buffer> {
  const widths = widthsOf(paper);
  const rows = paper.parts.flatMap((part) => rowsOf(part, paper, widths));
  return writeXlsx(paper.title, widths, rows, { orientation: paper.isLandscape ? 'landscape' : 'portrait' });
}

/** Tables below one another share their columns, so each is as wide as the widest that stands in it. */
function widthsOf({ parts }: Paper): readonly number[] {
  const tables = parts.filter((part) => part.kind === 'table');
  const count = Math.max(2, largest(tables.map(({ columns }) => columns.length)));
  return Array.from({ length: count }, (_, index) =>
    Math.max(6, largest(tables.map(({ columns }) => columns[index]?.characters ?? 0))),
  );
}

function rowsOf(part: PaperPart, paper: Paper, widths: readonly number[]): readonly WrittenRow[] {
  const halves = (left: string, right: string, look: WrittenCell['look'], rightLook = look) =>
    halfAndHalf(left, right, look, rightLook, widths);
  const across = (text: string, look: WrittenCell['look']): WrittenRow => [
    { value: text, look, columns: widths.length },
  ];
  switch (part.kind) {
    case 'head': {
      const { superior, body, place } = paper.letterhead;
      return [
        halves(superior, 'ĐẢNG CỘNG SẢN VIỆT NAM', 'centre', 'bold'),
        halves(body, dateLine(place, paper.day), 'bold', 'italic'),
        halves(part.number ?? '', '', 'centre'),
        [],
      ];
    }
    case 'title':
      return [
        across(part.title.toLocaleUpperCase('vi'), 'title'),
        ...part.about.map((about) => across(about, 'centre')),
        [],
      ];
    case 'text': {
      const text = part.lead ? `${part.lead} ${part.text}` : part.text;
      if (part.look === 'list') return [[], across(text, 'section')];
      return [across(text, part.look ?? 'text')];
    }
    case 'table':
      return tableRows(part);
    case 'signatures':
      return [
        [],
        halves(capitals(part.left?.capacity), capitals(part.right.capacity), 'bold'),
        ...roomToSign,
        halves(part.left?.name ?? '', part.right.name ?? '', 'bold'),
      ];
    case 'recipients':
      return [
        [],
        halves('Nơi nhận:', capitals(part.signer.capacity), 'text', 'bold'),
        ...part.recipients.map((recipient) => halves(`- ${recipient}`, '', 'text')),
        ...roomToSign,
        halves('', part.signer.name ?? '', 'bold'),
      ];
    case 'new_page':
      return [[], []];
  }
}

const roomToSign: readonly WrittenRow[] = [[], [], []];
const capitals = (text = '') => text.toLocaleUpperCase('vi');

function tableRows({ columns, rows, rowHeight = 0, total }: PaperTable): readonly WrittenRow[] {
  const heading = (value: string): WrittenCell => ({ value, look: 'heading', height: headingHeight });
  const lines = rows.map((cells) =>
    cells.map((cell, at): WrittenCell => ({
      value: cell ?? '',
      height: rowHeight,
      look: columns[at]?.isCentred || typeof cell === 'number' ? 'centred' : 'cell',
    })),
  );
  const sums = total?.map((cell): WrittenCell => ({ value: cell ?? '', look: 'total' }));
  const body: readonly WrittenRow[] = sums ? [...lines, sums] : lines;
  if (columns.every(({ group }) => group === undefined)) return [columns.map(({ label }) => heading(label)), ...body];
  const upper = columns.map(({ group, label }, index): WrittenCell | null => {
    if (group === undefined) return { ...heading(label), rows: 2 };
    if (group === columns[index - 1]?.group) return null;
    const size = columns.filter((column) => column.group === group).length;
    return size > 1 ? { ...heading(group), columns: size } : heading(group);
  });
  const lower = columns.map(({ group, label }): WrittenCell | null =>
    group === undefined ? null : { value: label, look: 'heading' },
  );
  return [upper, lower, ...body];
}

function halfAndHalf(
  left: string,
  right: string,
  leftLook: WrittenCell['look'],
  rightLook: WrittenCell['look'],
  widths: readonly number[],
): WrittenRow {
  const total = sum(widths);
  const half = widths.findIndex((_, index) => sum(widths.slice(0, index + 1)) >= total * 0.4) + 1;
  const middle = Math.min(Math.max(half, 1), widths.length - 1);
  const [before, after] = [widths.slice(0, middle), widths.slice(middle)];
  return [
    { value: left, look: leftLook, ...merged(before) },
    ...Array<null>(middle - 1).fill(null),
    { value: right, look: rightLook, ...merged(after) },
  ];
}

const merged = ({ length }: readonly number[]) => (length > 1 ? { columns: length } : {});

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces';
import type { Day } from '../clock';

/** Who speaks in a document: the head of every printed sheet. */
export interface Letterhead {
  /** The committee above, in capitals: "THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH". */
  readonly superior: string;
  /** The committee itself, in capitals. */
  readonly body: string;
  /** Where it sits: "Thành phố Hồ Chí Minh". */
  readonly place: string;
}

export interface DocumentHead {
  readonly letterhead: Letterhead;
  /** "Số 12-QĐ/ĐU"; none on lists and sheets without a number. */
  readonly number?: string;
  readonly day: Day;
}

/** The committee of a city stands in one line beside place and day. */
export const headSize = 11;
/** What of the width is the committees’. */
export const headShare = 0.45;

/** Days below ten and the first two months are written with a nought, so that nothing can be put before them [Nghị định 30/2020/NĐ-CP, for papers of the State; of the Party unverified]. */
export function dateLine(place: string, day: Day): string {
  const [year, month, date] = day.split('-');
  return `${place}, ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** Committees on the left, the Party's name, place and date on the right, as on every paper of a Party body. */
export function documentHead({ letterhead: { superior, body, place }, number, day }: DocumentHead): Content {
  return {
    columns: [
      {
        width: `${headShare * 100}%`,
        alignment: 'center',
        stack: [superior, { text: body, bold: true }, { text: '*', bold: true }, ...(number ? [number] : [])],
      },
      {
        width: `${(1 - headShare) * 100}%`,
        alignment: 'center',
        stack: [
          { text: 'ĐẢNG CỘNG SẢN VIỆT NAM', bold: true, decoration: 'underline' },
          { text: dateLine(place, day), italics: true, margin: [0, 6, 0, 0] },
        ],
      },
    ],
    fontSize: headSize,
    margin: [0, 0, 0, 18],
  };
}

/** The title of a document, in capitals, and what it is about below. */
export function documentTitle(title: string, ...about: string[]): Content {
  return {
    alignment: 'center',
    margin: [0, 0, 0, 12],
    stack: [{ text: title.toLocaleUpperCase('vi'), bold: true, fontSize: 14 }, ...about],
  };
}

export interface PrintedColumn {
  readonly label: string;
  /** Points, a share of what is left ('*'), or as wide as what is in it. */
  readonly width: number | '*' | 'auto';
  readonly alignment?: 'left' | 'center' | 'right';
}

/** A ruled table whose heading comes again on every page; no row is torn across two. */
export function ruledTable(
  columns: readonly PrintedColumn[],
  rows: readonly (readonly (string | number)[])[],
  fontSize = 11,
): ContentTable {
  const heading = columns.map(({ label }): TableCell => ({ text: label, bold: true, alignment: 'center' }));
  const body = rows.map((cells) =>
    cells.map((cell, at): TableCell => ({ text: String(cell), alignment: columns[at]?.alignment ?? 'left' })),
  );
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => width),
      body: [heading, ...body],
    },
    fontSize,
    lineHeight: 1,
  };
}

/** Who signs, on the right: capacity in capitals, room for the signature, name. */
export function signature(capacity: string, name?: string): Content {
  return {
    columns: [
      { width: '*', text: '' },
      {
        width: '50%',
        alignment: 'center',
        stack: [
          { text: capacity.toLocaleUpperCase('vi'), bold: true },
          { text: name ?? ' ', bold: true, margin: [0, 54, 0, 0] },
        ],
      },
    ],
    margin: [0, 18, 0, 0],
    unbreakable: true,
  };
}

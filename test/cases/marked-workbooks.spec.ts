import fc from 'fast-check';
import { readRoster, rosterTable } from '../../src/people/rosters/sheet';
import type { Sheet, SheetLooks } from '../../src/platform/sheets/cells';
import { tablesIn, TableReading } from '../../src/platform/sheets/tables';
import type { Unread, UnreadKind } from '../../src/platform/sheets/unread';
import { maxColumns, readSheets } from '../../src/platform/sheets/workbook';
import { columnName } from '../../src/platform/sheets/xlsx/addresses';
import { type MadeCell, type MadeSheet, madeWorkbook } from '../../bench/made-workbook';
import { madeOds } from '../../bench/made-ods';
import { madeXls } from '../../bench/made-xls';
import { tells } from '../../bench/sheets';

const heading = ['Mã số', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Chi bộ', 'Chức vụ', 'Chức vụ Đảng'];
const person = (index: number): MadeCell[] => [
  `M-${index}`,
  `Nguyễn Văn ${String.fromCharCode(65 + index)}n`,
  'Nam',
  `${String(index + 1).padStart(2, '0')}/05/1980`,
  'Chi bộ 1',
  'Chuyên viên',
  'Đảng viên',
];

/** Something put into a workbook at a place, in a way that a reader may miss. */
interface Mark {
  readonly sheet: string;
  readonly place: string;
  readonly text: string;
  /** Read as somebody's, shown as standing around the table, or told at its place and nowhere else. */
  readonly becomes: 'of_somebody' | 'passed_over' | UnreadKind;
}

interface Book {
  readonly front: { -readonly [K in keyof MadeSheet]: MadeSheet[K] } & { rows: MadeCell[][] };
  readonly others: MadeSheet[];
  readonly marks: Mark[];
}

const firstPerson = 3;
const people = 6;
const rowOf = (which: number) => firstPerson + which;
/** Below who is marked stand as many with a row to spare. */
const belowAll = rowOf(3 * people);
const place = (row: number, column: number) => `${columnName(column + 1)}${row + 1}`;

/** Each puts one mark into the book: somebody's row is `which`, from 0. */
const ways: Readonly<Record<string, (book: Book, text: string, which: number) => void>> = {
  plain: (book, text, which) => put(book, rowOf(which), 5, text, text, 'of_somebody'),
  column: (book, text, which) => {
    book.front.rows[firstPerson - 1]![8] = 'Quê quán';
    put(book, rowOf(which), 8, text, text, 'column');
  },
  withoutHeading: (book, text, which) => put(book, rowOf(which), 11, text, text, 'column'),
  forbidden: (book, text, which) => {
    book.front.rows[firstPerson - 1]![13] = 'Số CCCD';
    put(book, rowOf(which), 13, text, text, 'forbidden');
  },
  unknownTable: (book, text, which) => {
    const head = belowAll + 20;
    while (book.front.rows.length < head) book.front.rows.push([]);
    book.front.rows[head] = ['Số TT', 'Đảng viên', 'Sinh ngày', 'LLCT'];
    put(book, head + 1 + which, 1, text, text, 'unknown_table');
  },
  hiddenColumn: (book, text, which) => {
    book.front.rows[firstPerson - 1]![9] = 'Chức vụ';
    book.front.hiddenColumns = [9];
    put(book, rowOf(which), 9, text, text, 'hidden_column');
  },
  hiddenRow: (book, text, which) => {
    book.front.hiddenRows = [...(book.front.hiddenRows ?? []), rowOf(which)];
    put(book, rowOf(which), 4, text, text, 'hidden_row');
  },
  struckRow: (book, text, which) => {
    const row = book.front.rows[rowOf(which)]!;
    book.front.rows[rowOf(which)] = row.map((cell) => (typeof cell === 'string' ? { struck: cell } : cell));
    put(book, rowOf(which), 5, text, { struck: text }, 'struck_row');
  },
  struckText: (book, text, which) => put(book, rowOf(which), 6, text, { struck: text, then: 'Bí thư' }, 'struck'),
  error: (book, _, which) => put(book, rowOf(which), 4, '#N/A', { error: '#N/A' }, 'error'),
  uncalculated: (book, _, which) => put(book, rowOf(which), 6, '=', { formula: 'A1' }, 'uncalculated'),
  sign: (book, _, which) => put(book, rowOf(which), 6, '✓', { signs: 'P' }, 'sign'),
  oldFont: (book, _, which) => put(book, rowOf(which), 6, 'BÝ th­', { vnTime: 'BÝ th­' }, 'old_font'),
  comment: (book, text, which) => {
    const at = place(rowOf(which), 4);
    book.front.comments = [...(book.front.comments ?? []), { place: at, text }];
    book.marks.push({ sheet: 'Danh sách', place: at, text, becomes: 'comment' });
  },
  colours: (book, _, which) => {
    const name = book.front.rows[rowOf(which)]![1] as string;
    put(book, rowOf(which), 1, 'màu', { coloured: name }, 'colour');
  },
  coveredByMerge: (book, text, which) => {
    const row = rowOf(which);
    book.front.merges = [...(book.front.merges ?? []), `${place(row, 5)}:${place(row, 6)}`];
    put(book, row, 6, text, text, 'merged');
  },
  mergedRow: (book, text, which) => {
    const row = rowOf(people) + 2 * which;
    book.front.merges = [...(book.front.merges ?? []), `${place(row, 1)}:${place(row + 1, 1)}`];
    put(book, row + 1, 5, text, text, 'merged');
  },
  letterhead: (book, text, which) => put(book, 0, 2 + which, text, text, 'passed_over'),
  belowTheTotal: (book, text, which) => put(book, belowAll + 1 + which, 1, text, text, 'passed_over'),
  otherTable: (book, text) => {
    const name = `Bảng ${book.others.length}`;
    book.others.push({ name, rows: [heading, person(0).with(1, text)] });
    book.marks.push({ sheet: name, place: 'B2', text, becomes: 'table' });
  },
  otherSheet: (book, text) => {
    const name = `Trang ${book.others.length}`;
    book.others.push({ name, rows: [[text]] });
    book.marks.push({ sheet: name, place: 'A1', text, becomes: 'sheet' });
  },
  hiddenTable: (book, text) => {
    const name = `Bảng ẩn ${book.others.length}`;
    book.others.push({ name, isHidden: true, rows: [heading, person(0).with(1, text)] });
    book.marks.push({ sheet: name, place: 'B2', text, becomes: 'hidden_sheet' });
  },
  tooWide: (book, text) => {
    const name = `Rộng ${book.others.length}`;
    book.others.push({ name, rows: [[...Array<null>(maxColumns).fill(null), text]] });
    book.marks.push({ sheet: name, place: 'A1', text, becomes: 'too_many_columns' });
  },
  hiddenSheet: (book, text) => {
    const name = `Ẩn ${book.others.length}`;
    book.others.push({ name, isHidden: true, rows: [[null], [text]] });
    book.marks.push({ sheet: name, place: 'A2', text, becomes: 'hidden_sheet' });
  },
};

function put(
  { front, marks }: Book,
  row: number,
  column: number,
  text: string,
  cell: MadeCell,
  becomes: Mark['becomes'],
): void {
  while (front.rows.length <= row) front.rows.push([]);
  const cells = front.rows[row]!;
  for (let at = cells.length; at < column; at++) cells[at] = null;
  cells[column] = cell;
  marks.push({ sheet: 'Danh sách', place: place(row, column), text, becomes });
}

function bookOf(chosen: readonly { readonly way: string; readonly which: number }[]): Book {
  const rows: MadeCell[][] = [['ĐẢNG ỦY CÔNG TY'], ['DANH SÁCH CÁN BỘ'], [...heading]];
  for (let index = 0; index < people; index++) rows.push(person(index));
  for (let index = 0; index < people; index++) rows.push(person(people + index), []);
  rows.push([null, 'Tổng cộng: 06 đồng chí'], [], []);
  const book: Book = { front: { name: 'Danh sách', rows }, others: [], marks: [] };
  const taken = new Set<number>();
  chosen.forEach(({ way, which }, index) => {
    // One mark a person, so that none covers another.
    if (taken.has(which)) return;
    taken.add(which);
    ways[way]!(book, `Dấu${index}x`, which);
  });
  return book;
}

/** A reader to which one of its eyes may be missing: one that tells, or one for the looks of sheets. */
interface Blind {
  readonly teller?: string;
  readonly look?: 'hiddenRows' | 'hiddenColumns' | 'merges' | 'isHidden';
}

interface Read {
  readonly rows: string;
  readonly passedOver: string;
  readonly unread: readonly Unread[];
}

const nothing: Pick<SheetLooks, NonNullable<Blind['look']>> = {
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  merges: [],
  isHidden: false,
};

function read(sheets: readonly Sheet[], { teller, look }: Blind = {}): Read {
  const seen = sheets.map(({ looks, ...sheet }) => ({
    ...sheet,
    looks: { ...looks!, ...(look && { [look]: nothing[look] }) },
  }));
  const tellers = Object.entries(TableReading.tellers).flatMap(([name, tell]) => (name === teller ? [] : [tell]));
  const { rows, read } = readRoster(tablesIn(seen, rosterTable, {}, new Map(), tellers));
  return { rows: JSON.stringify(rows), passedOver: JSON.stringify(read.passedOver), unread: read.unread };
}

/** Marks that did not become what they should. */
const lost = ({ marks }: Book, { rows, passedOver, unread }: Read) =>
  marks.filter((mark) => {
    if (mark.becomes === 'of_somebody') return !rows.includes(mark.text);
    if (mark.becomes === 'passed_over') return !passedOver.includes(mark.text);
    const isTold = unread.some((one) => one.what === mark.becomes && tells(one, mark));
    return !isTold || (mark.text.startsWith('Dấu') && rows.includes(mark.text));
  });

const booksWith = (possible: readonly string[]) =>
  fc.array(fc.record({ way: fc.constantFrom(...possible), which: fc.nat(people - 1) }), { maxLength: 12 }).map(bookOf);

/** Of an .xls nobody can tell which formula was never calculated; colours are seen in an .xlsx alone. */
const formats = [
  { ending: 'xlsx', made: madeWorkbook, unknown: [] },
  { ending: 'xls', made: madeXls, unknown: ['uncalculated', 'colours'] },
  { ending: 'ods', made: madeOds, unknown: ['colours'] },
] as const;

describe.each(formats)('whatever an office leaves in a workbook, .$ending', ({ ending, made, unknown }) => {
  const isKnown = (name: string) => !unknown.some((one) => one === name);
  const sampled: { readonly book: Book; readonly sheets: readonly Sheet[] }[] = [];
  const losses = (blind: Blind) => sampled.flatMap(({ book, sheets }) => lost(book, read(sheets, blind)));

  beforeAll(async () => {
    const books = booksWith(Object.keys(ways).filter(isKnown));
    for (const book of fc.sample(books, { seed: 20_261_129, numRuns: 70 })) {
      const { front, others } = book;
      const content = await made([...others, front], others.length);
      sampled.push({ book, sheets: await readSheets({ name: `a.${ending}`, content }) });
    }
  });

  it('is read or told at its place', () => {
    expect(losses({})).toEqual([]);
  });

  it.each(Object.keys(TableReading.tellers).filter(isKnown))(
    'would be lost were what tells of it taken out: %s',
    (teller) => {
      expect(losses({ teller }).length).toBeGreaterThan(0);
    },
  );

  it.each(['hiddenRows', 'hiddenColumns', 'merges', 'isHidden'] as const)(
    'would be taken for something else were it not seen how the sheet looks: %s',
    (look) => {
      expect(losses({ look }).length).toBeGreaterThan(0);
    },
  );
});

import fc from 'fast-check';
import { readRoster, rosterTable } from '../../src/people/roster-sheet';
import { readTables } from '../../src/platform/sheets/tables';
import { type Unread, type UnreadKind, unreadKinds } from '../../src/platform/sheets/unread';
import { columnName } from '../../src/platform/sheets/xlsx/addresses';
import { type MadeCell, type MadeSheet, madeWorkbook } from '../../bench/made-workbook';
import { tells } from '../../bench/sheets';

const heading = ['Mã số', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Chi bộ', 'Chức vụ', 'Chức vụ Đảng'];
const person = (index: number): MadeCell[] => [
  `M-${index}`,
  `Nguyễn Văn ${String.fromCharCode(65 + index)}n`,
  'Nam',
  `0${index + 1}/05/1980`,
  'Chi bộ 1',
  'Chuyên viên',
  'Đảng viên',
];

/** Something put into a workbook at a place, in a way that a reader may miss. */
interface Mark {
  readonly sheet: string;
  readonly place: string;
  readonly text: string;
}

interface Book {
  readonly front: { -readonly [K in keyof MadeSheet]: MadeSheet[K] } & { rows: MadeCell[][] };
  readonly others: MadeSheet[];
  readonly marks: Mark[];
}

const firstPerson = 3;
const people = 6;
const rowOf = (which: number) => firstPerson + which;
const place = (row: number, column: number) => `${columnName(column + 1)}${row + 1}`;

/** Each puts one mark into the book: somebody's row is `which`, from 0. */
const ways: Readonly<Record<string, (book: Book, text: string, which: number) => void>> = {
  plain: (book, text, which) => put(book, rowOf(which), 5, text, text),
  column: (book, text, which) => {
    book.front.rows[firstPerson - 1]![8] = 'Quê quán';
    put(book, rowOf(which), 8, text, text);
  },
  withoutHeading: (book, text, which) => put(book, rowOf(which), 11, text, text),
  forbidden: (book, text, which) => {
    book.front.rows[firstPerson - 1]![13] = 'Số CCCD';
    put(book, rowOf(which), 13, text, text);
  },
  unknownTable: (book, text, which) => {
    const head = rowOf(people) + 20;
    while (book.front.rows.length < head) book.front.rows.push([]);
    book.front.rows[head] = ['Số TT', 'Đảng viên', 'Sinh ngày', 'LLCT'];
    put(book, head + 1 + which, 1, text, text);
  },
  hiddenColumn: (book, text, which) => {
    book.front.rows[firstPerson - 1]![9] = 'Chức vụ';
    book.front.hiddenColumns = [9];
    put(book, rowOf(which), 9, text, text);
  },
  hiddenRow: (book, text, which) => {
    book.front.hiddenRows = [...(book.front.hiddenRows ?? []), rowOf(which)];
    put(book, rowOf(which), 4, text, text);
  },
  struckRow: (book, text, which) => {
    const row = book.front.rows[rowOf(which)]!;
    book.front.rows[rowOf(which)] = row.map((cell) => (typeof cell === 'string' ? { struck: cell } : cell));
    put(book, rowOf(which), 5, text, { struck: text });
  },
  struckText: (book, text, which) => put(book, rowOf(which), 6, text, { struck: text, then: 'Bí thư' }),
  error: (book, _, which) => put(book, rowOf(which), 4, '#N/A', { error: '#N/A' }),
  uncalculated: (book, _, which) => put(book, rowOf(which), 6, '=', { formula: 'A1' }),
  sign: (book, _, which) => put(book, rowOf(which), 6, '✓', { signs: 'P' }),
  oldFont: (book, _, which) => put(book, rowOf(which), 6, 'BÝ th­', { vnTime: 'BÝ th­' }),
  coveredByMerge: (book, text, which) => {
    const row = rowOf(which);
    book.front.merges = [...(book.front.merges ?? []), `${place(row, 5)}:${place(row, 6)}`];
    put(book, row, 6, text, text);
  },
  letterhead: (book, text, which) => put(book, 0, 2 + which, text, text),
  belowTheTotal: (book, text, which) => put(book, rowOf(people) + 1 + which, 1, text, text),
  otherTable: (book, text) => {
    const name = `Bảng ${book.others.length}`;
    book.others.push({ name, rows: [heading, person(0).with(1, text)] });
    book.marks.push({ sheet: name, place: 'B2', text });
  },
  otherSheet: (book, text) => {
    const name = `Trang ${book.others.length}`;
    book.others.push({ name, rows: [[text]] });
    book.marks.push({ sheet: name, place: 'A1', text });
  },
  hiddenSheet: (book, text) => {
    const name = `Ẩn ${book.others.length}`;
    book.others.push({ name, isHidden: true, rows: [[null], [text]] });
    book.marks.push({ sheet: name, place: 'A2', text });
  },
};

function put({ front, marks }: Book, row: number, column: number, text: string, cell: MadeCell): void {
  while (front.rows.length <= row) front.rows.push([]);
  const cells = front.rows[row]!;
  for (let at = cells.length; at < column; at++) cells[at] = null;
  cells[column] = cell;
  marks.push({ sheet: 'Danh sách', place: place(row, column), text });
}

function bookOf(chosen: readonly { readonly way: string; readonly which: number }[]): Book {
  const rows: MadeCell[][] = [['ĐẢNG ỦY CÔNG TY'], ['DANH SÁCH CÁN BỘ'], [...heading]];
  for (let index = 0; index < people; index++) rows.push(person(index));
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

interface Read {
  readonly rows: string;
  readonly unread: readonly Unread[];
}

async function read({ front, others }: Book): Promise<Read> {
  const content = await madeWorkbook([...others, front], others.length);
  const { rows, read } = readRoster(await readTables({ name: 'a.xlsx', content }, rosterTable));
  return { rows: JSON.stringify([rows, read.passedOver]), unread: read.unread };
}

/** Marks of which nothing that was read or told speaks. */
const lost = ({ marks }: Book, { rows, unread }: Read) =>
  marks.filter(
    (mark) => !(mark.text.startsWith('Dấu') && rows.includes(mark.text)) && !unread.some((one) => tells(one, mark)),
  );

const books = fc
  .array(fc.record({ way: fc.constantFrom(...Object.keys(ways)), which: fc.nat(people - 1) }), { maxLength: 12 })
  .map(bookOf);

describe('whatever an office leaves in a workbook', () => {
  const sampled = fc.sample(books, { seed: 20_261_129, numRuns: 120 });
  const reads: Read[] = [];

  beforeAll(async () => {
    for (const book of sampled) reads.push(await read(book));
  });

  it('is read or told at its place', () => {
    for (const [index, book] of sampled.entries()) expect(lost(book, reads[index]!)).toEqual([]);
  });

  // A roster shows the rows it passes over by themselves, and no book here has a sheet beyond the limits.
  const met = unreadKinds.filter((kind) => kind !== 'row' && !kind.startsWith('too_'));
  it.each(met)('would be lost without the eye for: %s', (blind: UnreadKind) => {
    const losses = sampled.flatMap((book, index) => {
      const { rows, unread } = reads[index]!;
      // Of rows that are passed over the text stands beside; here only their place counts.
      const seen = { rows: blind.endsWith('_row') ? '' : rows, unread: unread.filter(({ what }) => what !== blind) };
      return lost(book, seen);
    });
    expect(losses.length).toBeGreaterThan(0);
  });
});

import { unreadSentence } from '../../src/platform/imports/reading.words';
import { type Cell, noLooks, type Row, type Sheet, type SheetLooks } from '../../src/platform/sheets/cells';
import type { Choice, ColumnMemory } from '../../src/platform/sheets/choice';
import { type TableReading, tablesIn } from '../../src/platform/sheets/tables';
import type { PersonColumn } from '../../src/people/rosters/person-columns';
import { readRoster, rosterTable } from '../../src/people/rosters/sheet';

const sheet = (rows: readonly Row[], looks: Partial<SheetLooks> = {}, name = 'Đảng viên'): Sheet => ({
  name,
  rows,
  looks: { ...noLooks, ...looks },
});
const heading = ['Mã số', 'Họ và tên', 'Ngày sinh'];
const person = (at: number, ...more: Cell[]): Row => [`M-${at}`, 'Nguyễn Văn An', `1${at}/05/1980`, ...more];
const read = (rows: readonly Row[], choice: Choice = {}, memory: ColumnMemory = new Map()) =>
  tablesIn([sheet(rows)], rosterTable, choice, memory);

describe('“as above” in a roster', () => {
  const withPosition = [...heading, 'Chức vụ'];
  const positions = (rows: readonly Row[], looks: Partial<SheetLooks> = {}) =>
    readRoster(tablesIn([sheet([withPosition, ...rows], looks)], rosterTable)).rows.map(
      ({ position, problems }) => position ?? problems.map(({ field, message }) => `${field}: ${message.vi}`)[0],
    );

  it('is what stands in the row above that is taken, not in one that is hidden', () => {
    const rows = [person(1, 'Chuyên viên'), person(2, 'Giám đốc'), person(3, '"')];
    expect(positions(rows, { hiddenRows: new Set([2]) })).toEqual(['Chuyên viên', 'Chuyên viên']);
    expect(positions(rows)).toEqual(['Chuyên viên', 'Giám đốc', 'Giám đốc']);
  });

  it('reaches over the heading of a group to the person above', () => {
    const rows = [person(1, 'Chuyên viên'), [null, 'Phòng Kế toán'], person(2, '"'), person(3, 'nt')];
    expect(positions(rows)).toEqual(['Chuyên viên', 'Chuyên viên', 'Chuyên viên']);
  });

  it('is told where nothing stands above, or where everybody has a value of their own', () => {
    expect(positions([person(1, 'nt'), person(2, '"')])).toEqual([
      'position: Ô D2 (Chức vụ) ghi “nt” (như trên) nhưng không rõ là như ô nào. Hãy ghi rõ giá trị vào ô rồi gửi lại tệp.',
      expect.stringContaining('Ô D3 (Chức vụ) ghi “nt”'),
    ]);
    const { rows } = readRoster(read([heading, person(1), ['"', 'Lê Văn Bình', '01/02/1980']]));
    expect(rows[1]).toMatchObject({ code: null, problems: [{ field: 'code', code: 'no_value' }] });
  });
});

describe('a number before the name of a department', () => {
  const rowsOf = (...rows: Row[]) => {
    const { rows: people, read: of } = readRoster(read([['STT', 'Họ và tên', 'Ngày sinh', 'Chức vụ'], ...rows]));
    return [people.map(({ fullName }) => fullName), of.passedOver.slice(1).map(({ kind, text }) => `${kind} ${text}`)];
  };
  const an: Row = [1, 'Lê Văn An', '01/05/1980', 'Kỹ sư'];

  it.each<[Row, string]>([
    [[1, 'Phòng Kế hoạch'], '1 · Phòng Kế hoạch'],
    [['1.', 'PHÒNG KẾ HOẠCH', null, null], '1. · PHÒNG KẾ HOẠCH'],
    [[null, '1. Phòng Kế hoạch'], '1. Phòng Kế hoạch'],
    [['1.2 Ban Pháp chế'], '1.2 Ban Pháp chế'],
  ])('%j makes it the heading of a group', (row, text) => {
    expect(rowsOf(row, an)).toEqual([['Lê Văn An'], [`group_heading ${text}`]]);
  });

  it('makes nobody one who bears such a name, or of whom more is said', () => {
    const some: Row[] = [
      [1, 'Phong Thị Hoa'],
      [2, 'Bàn Văn Ba'],
      [3, 'Phòng Văn Kế', '02/05/1980'],
      [4, 'Ban Văn Bốn', null, 'Kỹ sư'],
    ];
    expect(rowsOf(...some)[0]).toEqual(['Phong Thị Hoa', 'Bàn Văn Ba', 'Phòng Văn Kế', 'Ban Văn Bốn']);
  });
});

describe('two years of ratings', () => {
  const ratingsOf = (headings: readonly Row[], values: Row, looks: Partial<SheetLooks> = {}) => {
    const [first = [], ...more] = headings;
    const rows = [[...heading, ...first], ...more.map((row) => [null, null, null, ...row]), person(1, ...values)];
    return readRoster(tablesIn([sheet(rows, looks)], rosterTable)).rows[0]!;
  };
  const both = { 2024: 'good', 2025: 'excellent' };

  it.each<[string, string]>([
    ['Xếp loại 2 năm liền kề (2024; 2025)', 'HTTNV; HTXSNV'],
    ['Xếp loại 2 năm liền kề (2024; 2025)', 'HTTNV/HTXSNV'],
    ['Xếp loại 2 năm (2025, 2024)', 'HTXSNV, HTTNV'],
    ['Xếp loại năm 2024 và năm 2025', 'Hoàn thành tốt nhiệm vụ - Hoàn thành xuất sắc nhiệm vụ'],
    ['Xếp loại 2 năm liền kề (2024-2025)', '2025: HTXSNV; 2024: HTTNV'],
    ['Xếp loại 2 năm liền kề (2024-2025)', 'Năm 2024 HTTNV\nNăm 2025 HTXSNV'],
    ['Xếp loại 2 năm liền kề (2024-2025)', '2024: HTTNV 2025: HTXSNV'],
    ['Xếp loại 2 năm liền kề (2024-2025)', 'HTTNV (2024), HTXSNV (2025)'],
  ])('under “%s” are read from “%s”', (label, value) => {
    expect(ratingsOf([[label]], [value])).toMatchObject({ ratings: both, problems: [] });
  });

  it('stand in two columns below one heading, with the years below or without', () => {
    const looks = { merges: [{ top: 0, left: 3, bottom: 0, right: 4 }] };
    const label = 'Xếp loại 2 năm liền kề (2024; 2025)';
    expect(ratingsOf([[label, null]], ['HTTNV', 'HTXSNV'], looks)).toMatchObject({ ratings: both });
    expect(
      ratingsOf(
        [
          [label, null],
          ['2024', '2025'],
        ],
        ['HTTNV', 'HTXSNV'],
        looks,
      ),
    ).toMatchObject({ ratings: both });
  });

  it('are told where it is not clear of which year a value is', () => {
    const told = ratingsOf([['Xếp loại 2 năm liền kề (2024; 2025)']], ['HTTNV']);
    expect(told).toMatchObject({
      ratings: {},
      problems: [{ field: 'ratings.2024', code: 'unreadable_value' }, { field: 'ratings.2025' }],
    });
    expect(ratingsOf([['Xếp loại 2 năm liền kề (2024; 2025)']], ['-'])).toMatchObject({ ratings: {}, problems: [] });
    const rows = [[...heading, 'Xếp loại 3 năm (2023-2025)'], person(1, 'HTTNV; HTTNV')];
    expect(readRoster(read(rows)).read.unread).toMatchObject([{ what: 'column', label: 'Xếp loại 3 năm (2023-2025)' }]);
  });

  it('are one fact each: a column of its own for one of them is one too many', () => {
    const rows = [[...heading, 'Xếp loại 2 năm (2024; 2025)', 'ĐG'], person(1, 'HTTNV; HTXSNV', 'HTNV')];
    expect(() => read(rows, { columns: { '1:1!E': 'rating.2025' } })).toThrow(
      expect.objectContaining({ code: 'columns_for_one_fact' }) as Error,
    );
  });
});

it('telephone and mail address in one column of a roster are both read by their shape', () => {
  const rows = [
    [...heading, 'Điện thoại, email'],
    person(1, '0912 345 678; an@congty.vn'),
    person(2, 'binh@congty.vn'),
    person(3, 'hỏi văn phòng'),
  ];
  expect(readRoster(read(rows)).rows.map(({ phone, email, problems }) => [phone, email, problems.length])).toEqual([
    ['0912345678', 'an@congty.vn', 0],
    [null, 'binh@congty.vn', 0],
    [null, null, 1],
  ]);
});

describe('what was said of the columns of a roster', () => {
  const learnedOf = ({ learned }: TableReading<PersonColumn>): ColumnMemory =>
    new Map(learned.map(({ layout, columns }) => [layout, { columns, chosenAt: '2026-01-05T00:00:00Z' }]));
  const sayAll = (reading: TableReading<PersonColumn>, columns: Readonly<Record<string, string>>): Choice => ({
    columns: {
      ...Object.fromEntries(
        reading.matched.flatMap(({ table, columns: all }) =>
          all.map(({ column }) => [`${table}!${column}`, 'proposed'] as const),
        ),
      ),
      ...columns,
    },
  });

  it('of one of two tables with the same headings is learned once, whichever it was', () => {
    const rows = [
      [...heading, 'Vị trí lạ'],
      person(1, 'Giám đốc'),
      [],
      [...heading, 'Vị trí lạ'],
      person(2, 'Phó giám đốc'),
    ];
    for (const said of ['1:1!D', '1:4!D']) {
      const { learned } = read(rows, sayAll(read(rows), { [said]: 'position' }));
      expect(learned.map(({ columns }) => columns)).toEqual([{ D: 'position' }]);
    }
    expect(read(rows, sayAll(read(rows), {})).learned.map(({ columns }) => columns)).toEqual([{}]);
  });

  it('is learned of columns with a heading: what stands below none may be anything in another file', () => {
    const first = read([[...heading, 'Vị trí lạ'], person(1, 'Giám đốc', 'Chi bộ 1')], {
      columns: { '1:1!D': 'position', '1:1!E': 'cell' },
    });
    expect(readRoster(first).rows).toMatchObject([{ position: 'Giám đốc', cell: 'Chi bộ 1' }]);
    const rows = [[...heading, 'Vị trí lạ'], person(2, 'Thủ kho', 'đã chuyển')];
    expect(readRoster(read(rows, {}, learnedOf(first))).rows).toMatchObject([{ position: 'Thủ kho', cell: null }]);
    const [only] = read([heading, person(1, 'Giám đốc')], { columns: { '1:1!D': 'position' } }).learned;
    expect(only!.columns).toEqual({});
  });

  it('counts still where a column without a heading was remembered and is not there', () => {
    const rows = [[...heading, 'Vị trí lạ'], person(2, 'Thủ kho')];
    const { layout } = read(rows, { columns: { '1:1!D': 'position' } }).learned[0]!;
    const memory = new Map([[layout, { columns: { D: 'position', F: 'none' }, chosenAt: '2026-01-05T00:00:00Z' }]]);
    expect(readRoster(read(rows, {}, memory)).rows).toMatchObject([{ position: 'Thủ kho' }]);
  });
});

it.each([
  ['rows', 'Trang “Toàn bộ” dài quá 20.000 dòng nên không được đọc.'],
  ['columns', 'Trang “Toàn bộ” rộng quá 200 cột nên không được đọc.'],
  ['characters', 'Trang “Toàn bộ” chứa quá nhiều chữ nên không được đọc.'],
] as const)('a further sheet with too many %s is told as such', (tooLarge, told) => {
  const sheets = [sheet([heading, person(1)]), sheet([], { isActive: false, tooLarge }, 'Toàn bộ')];
  const { read: was } = readRoster(tablesIn(sheets, rosterTable));
  expect(was.unread.map((one) => unreadSentence(one, 'vi'))).toEqual([told]);
});

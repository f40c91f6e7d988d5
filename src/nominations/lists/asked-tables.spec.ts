import { growth } from '../../../test/growth';
import { listTable, readNominationList } from './sheet';
import { noLooks, type Row, type Sheet, type SheetLooks } from '../../platform/sheets/cells';
import type { Choice, ColumnMemory } from '../../platform/sheets/choice';
import { type TableReading, tablesIn } from '../../platform/sheets/tables';
import type { PersonColumn } from '../../people/rosters/person-columns';
import { readRoster, rosterTable } from '../../people/rosters/sheet';

const sheet = (rows: readonly Row[], looks: Partial<SheetLooks> = {}, name = 'Đảng viên'): Sheet => ({
  name,
  rows,
  looks: { ...noLooks, ...looks },
});
const read = (rows: readonly Row[], choice: Choice = {}, memory: ColumnMemory = new Map()) =>
  tablesIn([sheet(rows)], rosterTable, choice, memory);
const people = (reading: TableReading<PersonColumn>) =>
  readRoster(reading).rows.map(({ fullName, birthDate }) => `${fullName} ${birthDate}`);
const rememberedOf = ({ learned }: TableReading<PersonColumn>): ColumnMemory =>
  new Map(learned.map(({ layout, columns }) => [layout, { columns, chosenAt: '2026-01-05T00:00:00Z' }]));
const lacks = ({ tables }: TableReading<PersonColumn>) => tables.map(({ id, lacks = [] }) => [id, ...lacks]);

const an: Row = [1, 'Lê Văn An', '01/05/1980', 'Nam', 'Kỹ sư', 'Sơ cấp'];
const chi: Row = [2, 'Trần Thị Chi', '02/05/1981', 'Nữ', 'Giám đốc', 'Trung cấp'];
const heading: Row = ['STT', 'Người của chi bộ', 'Chào đời', 'G/T', 'Chức vụ', 'LLCT'];
const letterhead: readonly Row[] = [['ĐẢNG ỦY CÔNG TY', null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'], [], ['DANH SÁCH']];
const everybody = ['Lê Văn An 1980-05-01', 'Trần Thị Chi 1981-05-02'];

describe('a table in which no heading known stands over names or birth dates', () => {
  const asked = [...letterhead, heading, an, chi];

  it('is found, tells what is to be said, and names nobody until then', () => {
    const reading = read(asked);
    expect(lacks(reading)).toEqual([['1:4', 'fullName', 'birthDate']]);
    expect(people(reading)).toEqual([]);
    expect(reading.asks).toBe(true);
    expect(reading.matched[0]!.columns.map(({ label, samples, fact }) => [label, samples[0], fact])).toEqual([
      ['STT', '1', 'ordinal'],
      ['Người của chi bộ', 'Lê Văn An', null],
      ['Chào đời', '01/05/1980', null],
      ['G/T', 'Nam', null],
      ['Chức vụ', 'Kỹ sư', 'position'],
      ['LLCT', 'Sơ cấp', 'theoryLevel'],
    ]);
    expect(readRoster(reading).read.unread).toMatchObject([{ where: 'A4:F6', what: 'unknown_table', cells: 2 }]);
  });

  it('is read once both are said, and remembered', () => {
    const said = read(asked, { columns: { '1:4!B': 'fullName', '1:4!C': 'birthDate', '1:4!D': 'sex' } });
    expect(people(said)).toEqual(everybody);
    expect([lacks(said), said.asks]).toEqual([[['1:4']], false]);
    const next = read([heading, chi], {}, rememberedOf(said));
    expect(people(next)).toEqual(['Trần Thị Chi 1981-05-02']);
    expect(next.matched).toMatchObject([{ rememberedAt: '2026-01-05T00:00:00Z' }]);
  });

  it('goes on asking for what is still not said, and keeps what was', () => {
    const said = read(asked, { columns: { '1:4!B': 'fullName', '1:4!C': 'proposed' } });
    expect(lacks(said)).toEqual([['1:4', 'birthDate']]);
    expect(people(said)).toEqual([]);
    expect(said.matched[0]!.columns[1]).toMatchObject({ fact: 'fullName', isChosen: true });
  });

  it('may have names in two columns', () => {
    const rows: Row[] = [
      ['STT', 'Phần đầu', 'Phần cuối', 'Ngày sinh', 'Chức vụ'],
      [1, 'Lê Văn', 'An', '01/05/1980', 'Kỹ sư'],
    ];
    expect(people(read(rows, { columns: { '1:1!B': 'familyName', '1:1!C': 'givenName' } }))).toEqual(
      everybody.slice(0, 1),
    );
  });

  it('is asked about once where its heading is repeated on each page', () => {
    const paged = [...asked, [], heading, [3, 'Lý Thị Em', '03/05/1982', 'Nữ', 'Kỹ sư', 'Sơ cấp']];
    const reading = read(paged);
    expect(reading.matched.map(({ table, sameAs }) => [table, sameAs])).toEqual([
      ['1:4', undefined],
      ['1:8', '1:4'],
    ]);
    const said = read(paged, { columns: { '1:4!B': 'fullName', '1:4!C': 'birthDate' } });
    expect(people(said)).toEqual([...everybody, 'Lý Thị Em 1982-05-03']);
    expect(read(paged, { ...said.choice })).toMatchObject({ asks: false });
  });

  it('does not keep whoever else is on the sheet from being read', () => {
    const rows = [['Mã số', 'Họ và tên', 'Ngày sinh'], ['M-1', 'Lê Văn An', '01/05/1980'], [], heading, chi];
    const reading = read(rows as Row[]);
    expect(people(reading)).toEqual(everybody.slice(0, 1));
    expect(lacks(reading)).toEqual([['1:1'], ['1:4', 'fullName', 'birthDate']]);
    const said = read(rows as Row[], { columns: { '1:4!B': 'fullName', '1:4!C': 'birthDate' } });
    expect(people(said)).toEqual(everybody);
  });

  it('in front is asked about, rather than last year’s read in silence', () => {
    const last = sheet(
      [
        ['Họ và tên', 'Ngày sinh'],
        ['Người Cũ', '01/05/1970'],
      ],
      { isActive: false },
      '2025',
    );
    const reading = tablesIn([last, sheet(asked)], rosterTable);
    expect(people(reading)).toEqual([]);
    expect(reading.tables.map(({ id, isRead }) => [id, isRead])).toEqual([
      ['1:1', false],
      ['2:4', true],
    ]);
  });

  it('has nothing of what is taken of nobody among its samples, wherever its heading is', () => {
    const rows = [
      ['Biểu', '01'],
      ['Người', 'Sinh', 'Số CCCD', 'Tôn giáo'],
      ['Lê Văn An', '01/05/1980', '079080000001', 'Không'],
    ];
    for (const headings of [undefined, ['1:1'], ['1:2'], ['1:3']]) {
      const reading = read(rows, headings && { headings });
      expect(JSON.stringify([reading.matched, reading.headings])).not.toContain('079080000001');
    }
  });

  it('grows no faster than its rows', () => {
    const rows = [heading, ...Array.from({ length: 8_000 }, () => an)];
    expect(growth((amount) => readRoster(read(rows.slice(0, amount))), 800)).toBeLessThan(40);
  });
});

describe('a sheet of whose headings nothing is known', () => {
  const rows: Row[] = [
    ['Biểu 3', 'Nội bộ'],
    ['Ai', 'Sinh'],
    ['Lê Văn An', '01/05/1980'],
    ['Trần Thị Chi', '02/05/1981'],
  ];

  it('offers its first rows to choose the heading from', () => {
    const reading = read(rows);
    expect(reading.headings).toEqual([
      { id: '1:1', text: 'Biểu 3 · Nội bộ', isTaken: true },
      { id: '1:2', text: 'Ai · Sinh', isTaken: false },
      { id: '1:3', text: 'Lê Văn An · 01/05/1980', isTaken: false },
      { id: '1:4', text: 'Trần Thị Chi · 02/05/1981', isTaken: false },
    ]);
    const chosen = read(rows, { headings: ['1:2'] });
    expect(lacks(chosen)).toEqual([['1:2', 'fullName', 'birthDate']]);
    const said = read(rows, { ...chosen.choice, columns: { '1:2!A': 'fullName', '1:2!B': 'birthDate' } });
    expect(people(said)).toEqual(everybody);
    expect(people(read(said.choice.headings ? rows : [], said.choice))).toEqual(everybody);
    // Though the likeliest row was another.
    expect(people(read(rows, {}, rememberedOf(said)))).toEqual(everybody);
  });

  it('refuses a row that is not there, and a sheet that has no table at all', () => {
    expect(() => read(rows, { headings: ['1:9'] })).toThrow(
      expect.objectContaining({ code: 'chosen_table_gone' }) as Error,
    );
    expect(() => read(rows, { headings: ['x'] })).toThrow(
      expect.objectContaining({ code: 'chosen_table_gone' }) as Error,
    );
    expect(() => read([['Kính gửi các đồng chí'], ['Nội dung']])).toThrow(
      expect.objectContaining({ code: 'missing_columns' }) as Error,
    );
  });
});

describe('two tables side by side', () => {
  const of = (unit: string): Row => ['TT', 'Họ và tên', 'Ngày sinh', unit];
  const side = (at: number): Row => [at, `Lê Văn ${'ABCDEFG'[at]}`, `0${at}/05/1980`, 'Kỹ sư'];
  const right = (at: number): Row => [at, `Trần Thị ${'ABCDEFG'[at]}`, `0${at}/05/1981`, 'Giám đốc'];

  it.each([
    ['with an empty column between them', [null], 'F'],
    ['with none, where the headings are said twice', [], 'E'],
  ])('are two, %s', (_, between, column) => {
    const rows: Row[] = [
      ['ĐẢNG ỦY CÔNG TY'],
      ['Chi bộ 1', null, null, null, ...between, 'Chi bộ 2'],
      [...of('Chức vụ'), ...between, ...of('Chức vụ')],
      [...side(1), ...between, ...right(1)],
      [...side(2), ...between, ...right(2)],
      [null, null, null, null, ...between, ...right(3)],
      ['Cộng: 2', null, null, null, ...between, 'Cộng: 3'],
    ];
    const reading = read(rows);
    expect(reading.tables.map(({ id, where, rows: named, isRead }) => [id, where.slice(0, 2), named, isRead])).toEqual([
      ['1:3', 'A3', 2, true],
      [`1:3:${column}`, `${column}3`, 3, true],
    ]);
    expect(people(reading)).toEqual([
      ...['Lê Văn B 1980-05-01', 'Lê Văn C 1980-05-02'],
      ...['Trần Thị B 1981-05-01', 'Trần Thị C 1981-05-02', 'Trần Thị D 1981-05-03'],
    ]);
    const { read: told } = readRoster(reading);
    expect(told.unread).toEqual([]);
    expect(told.passedOver.filter(({ rowNumber }) => rowNumber === 7).map(({ text }) => text)).toEqual([
      'Cộng: 2',
      'Cộng: 3',
    ]);
    expect(people(read(rows, { tables: [`1:3:${column}`] }))).toHaveLength(3);
  });

  it('are each asked about on its own, and what is beside them is not theirs', () => {
    const rows: Row[] = [
      [...of('Chức vụ'), null, ...of('Đang làm gì')],
      [...side(1), null, ...right(1)],
    ];
    const reading = read(rows);
    expect(reading.matched.map(({ columns }) => columns.map(({ column }) => column).join(''))).toEqual([
      'ABCD',
      'FGHI',
    ]);
    expect(readRoster(reading).read.unread).toMatchObject([{ where: 'I2:I2', what: 'column', label: 'Đang làm gì' }]);
    expect(readRoster(read(rows, { columns: { '1:1:F!I': 'position' } })).rows.map(({ position }) => position)).toEqual(
      ['Kỹ sư', 'Giám đốc'],
    );
    expect(() => read(rows, { columns: { '1:1:F!D': 'position' } })).toThrow(
      expect.objectContaining({ code: 'unknown_column_choice' }) as Error,
    );
  });

  it('are one where the second has no birth dates, or is of somebody’s family', () => {
    const recommended: Row[] = [
      ['TT', 'Họ và tên', 'Ngày sinh', null, 'Họ và tên', 'Chức vụ'],
      [1, 'Lê Văn An', '01/05/1980', null, 'Trần Thị Chi', 'Bí thư'],
    ];
    const family: Row[] = [
      ['TT', 'Họ và tên', 'Ngày sinh', 'Chức vụ', 'Vợ (chồng)', null, null],
      [null, null, null, null, 'Họ và tên', 'Năm sinh', 'Nghề nghiệp'],
      [1, 'Lê Văn An', '01/05/1980', 'Kỹ sư', 'Trần Thị Chi', '1981', 'Giáo viên'],
    ];
    for (const rows of [recommended, family]) {
      expect(people(read(rows))).toEqual(['Lê Văn An 1980-05-01']);
      expect(JSON.stringify(readRoster(read(rows)).read.unread)).toContain('Trần Thị Chi');
    }
  });

  it('keep what is merged, crossed out or hidden each to itself', () => {
    const rows: Row[] = [
      [...of('Chức vụ'), null, ...of('Chức vụ')],
      [...side(1), null, ...right(1)],
      [...side(2).slice(0, 3), null, null, ...right(2).slice(0, 3)],
    ];
    const merges = [
      { top: 1, left: 3, bottom: 2, right: 3 },
      { top: 1, left: 8, bottom: 2, right: 8 },
    ];
    const { rows: read } = readRoster(tablesIn([sheet(rows, { merges, hiddenRows: new Set([1]) })], rosterTable));
    expect(read.map(({ fullName, position }) => `${fullName} ${position}`)).toEqual([
      'Lê Văn C Kỹ sư',
      'Trần Thị C Giám đốc',
    ]);
  });

  it('are read in a list as well, and grow no faster than their rows', () => {
    const rows: Row[] = [
      [...of('Chức vụ'), null, ...of('Chức vụ')],
      ...Array.from({ length: 8_000 }, () => [...side(1), null, ...right(1)]),
    ];
    const list = (amount: number) => readNominationList(tablesIn([sheet(rows.slice(0, amount + 1))], listTable));
    expect(list(2).rows).toHaveLength(4);
    expect(list(2).rows.every(({ remarks }) => remarks === null)).toBe(true);
    expect(growth(list, 400)).toBeLessThan(40);
  });
});

it('a sheet with a person in each column is refused by its own sentence', () => {
  const rows: Row[] = [
    ['LÝ LỊCH TRÍCH NGANG'],
    ['Nội dung', 1, 2],
    ['Họ và tên', 'Lê Văn An', 'Trần Thị Chi'],
    ['Năm sinh', '1980', '1981'],
    ['Nam/Nữ', 'Nam', 'Nữ'],
    ['Chức vụ', 'Kỹ sư', 'Giám đốc'],
  ];
  expect(() => read(rows)).toThrow(
    expect.objectContaining({
      code: 'people_in_columns',
      sentence: {
        vi: expect.stringContaining('mỗi người một dòng') as string,
        en: expect.stringContaining('one row') as string,
      },
    }) as Error,
  );
});

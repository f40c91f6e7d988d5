import { unreadSentence } from '../platform/imports/reading.words';
import type { Cell, Row, Sheet, SheetLooks } from '../platform/sheets/cells';
import { type Choice, type ColumnMemory, type TableReading, tablesIn } from '../platform/sheets/tables';
import type { PersonColumn } from './person-columns';
import { readRoster, rosterTable } from './roster-sheet';

const plain: SheetLooks = {
  part: 'x',
  isHidden: false,
  isActive: true,
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  merges: [],
  struck: [],
  signs: [],
  oldFonts: [],
  tooLarge: null,
};
const sheet = (rows: readonly Row[], looks: Partial<SheetLooks> = {}, name = 'Đảng viên'): Sheet => ({
  name,
  rows,
  looks: { ...plain, ...looks },
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

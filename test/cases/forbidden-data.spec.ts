import { listTable, readNominationList } from '../../src/nominations/lists/sheet';
import type { Row, Sheet } from '../../src/platform/sheets/cells';
import { isForbidden } from '../../src/platform/sheets/forbidden';
import { tablesIn } from '../../src/platform/sheets/tables';
import { readRoster, rosterTable } from '../../src/people/rosters/sheet';

const secret = 'KÍN';
const forbidden = ['Dân tộc', 'TÔN GIÁO', 'Số CCCD/CMND', 'So dinh danh ca nhan', 'Hộ chiếu', 'Số thẻ đảng viên'];
const heading: Row = ['TT', 'Họ và tên', 'Ngày sinh', 'Quê quán', ...forbidden];
const person = (index: number, name: string): Row => [
  ...[index, name, '01/02/1980', 'Huế'],
  ...forbidden.map((_, column) => `${secret}${index}${column}`),
];
const rows: Row[] = [heading, person(1, 'Lê Văn An'), person(2, 'Trần Thị Bình'), person(3, 'Đỗ Văn Cũ')];
const looks = {
  ...{ part: '', isHidden: false, isActive: true, hiddenColumns: new Set([8]), merges: [], tooLarge: null },
  hiddenRows: new Set([3]),
  struck: [{ row: 2, column: 4, text: `${secret} bị gạch` }],
  signs: [{ row: 1, column: 5, text: secret }],
  oldFonts: [{ row: 1, column: 6, text: secret }],
  comments: [{ row: 1, column: 6, text: secret }],
  colours: null,
};
const readers = {
  roster: (sheet: Sheet, choice = {}) => readRoster(tablesIn([sheet], rosterTable, choice)),
  list: (sheet: Sheet, choice = {}) => readNominationList(tablesIn([sheet], listTable, choice)),
};

/** What is taken of nobody by law and by rule of the house does not come in by a file either. */
describe.each(Object.entries(readers))('a %s with identity numbers, ethnicity and religion', (_, read) => {
  it('is read without them: nothing below such a heading goes anywhere', () => {
    for (const choice of [{}, { hiddenRows: true, hiddenColumns: true, struckRows: true }]) {
      const { read: of, ...all } = read({ name: 'A', rows, looks }, choice);
      expect(JSON.stringify([of, all])).not.toContain(secret);
      expect(JSON.stringify(all)).toContain('Trần Thị Bình');
    }
  });

  it('tells each by its heading, and the rest as ever', () => {
    const { unread, matched } = read({ name: 'A', rows }).read;
    expect(unread.filter(({ what }) => what === 'forbidden').map(({ label }) => label)).toEqual(forbidden);
    expect(unread.find(({ label }) => label === 'Quê quán')).toMatchObject({ what: 'column', sample: 'Huế' });
    expect(matched[0]!.columns.map(({ label }) => label)).toEqual(['TT', 'Họ và tên', 'Ngày sinh', 'Quê quán']);
  });

  it('cannot be told to take them for something else', () => {
    const choice = { columns: { '1:1!G': 'code' } };
    expect(() => read({ name: 'A', rows }, choice)).toThrow(
      expect.objectContaining({ code: 'unknown_column_choice' }) as Error,
    );
  });

  it('leaves out all columns of a heading in two rows', () => {
    const stacked: Row[] = [
      ['TT', 'Họ và tên', 'Ngày sinh', 'Căn cước công dân', null, null],
      [null, null, null, 'Số', 'Ngày cấp', 'Nơi cấp'],
      [1, 'Lê Văn An', '01/02/1980', `${secret}1`, `${secret}2`, `${secret}3`],
    ];
    expect(JSON.stringify(read({ name: 'A', rows: stacked }))).not.toContain(secret);
  });
});

it('knows a name that is written as in the papers, and posts of the Party, for what they are', () => {
  const known: Row = ['Họ và tên (theo CCCD)', 'Ngày sinh', 'Chức vụ đoàn thể, Đảng'];
  expect(readers.roster({ name: 'A', rows: [known, ['Lê Văn An', '01/02/1980', 'Bí thư']] }).rows).toMatchObject([
    { fullName: 'Lê Văn An' },
  ]);
  expect(isForbidden('Chức vụ đoàn thể, Đảng')).toBe(false);
});

import { growth } from '../../../test/growth';
import type { Row } from './cells';
import { findHeader } from './find-headers';
import type { Header } from './header';
import { MissingColumns } from './sheets.refusals';

const labels = {
  ordinal: ['TT'],
  name: ['Họ và tên', 'Họ tên'],
  birth: ['Ngày sinh'],
  birthMale: ['Ngày sinh Nam'],
  birthFemale: ['Ngày sinh Nữ'],
  sex: ['Giới tính'],
  rating: ['Xếp loại {year}', 'Xếp loại 2 năm {year}'],
  education: ['Trình độ chuyên môn'],
  contacts: ['Điện thoại, email'],
};
type Key = keyof typeof labels;
const required: readonly (readonly Key[])[] = [['name'], ['birth', 'birthMale', 'birthFemale']];

const find = (...rows: Row[]) => findHeader<Key>({ name: 'Sheet1', rows }, { labels, required });
const indices = (header: Header<Key>) =>
  Object.fromEntries([...header.columns].map(([key, column]) => [key, column.index]));

describe('findHeader', () => {
  it('finds the heading below a letterhead, whatever its case, marks and punctuation', () => {
    const header = find(
      ['ĐẢNG ỦY CÔNG TY', null, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
      [],
      ['DANH SÁCH'],
      ['TT', 'HỌ VÀ TÊN:'.normalize('NFD'), 'Ngày\nsinh (dd/mm/yyyy)', 'Điện thoại - Email'],
      [1, 'Lê Văn An', '05/06/1990'],
    );
    expect(indices(header)).toEqual({ ordinal: 0, name: 1, birth: 2, contacts: 3 });
    expect([header.headerRow, header.dataRow]).toEqual([3, 4]);
  });

  it('reads the second row of a merged heading together with the label above, carried to the right', () => {
    const header = find(
      ['TT', 'Họ và tên', 'Ngày sinh', null, 'Xếp loại 2 năm', null, 'Trình độ', null],
      [null, null, 'Nam', 'Nữ', 2024, '2025', 'chuyên môn', 'ngoại ngữ'],
      [1, 'Lê Văn An', '05/06/1990'],
    );
    expect(indices(header)).toEqual({ ordinal: 0, name: 1, birthMale: 2, birthFemale: 3, education: 6 });
    expect(header.yearColumns.map(({ key, year, column }) => [key, year, column.index])).toEqual([
      ['rating', 2024, 4],
      ['rating', 2025, 5],
    ]);
    expect(header.unknown).toEqual([{ index: 7, label: 'Trình độ ngoại ngữ' }]);
    expect(header.dataRow).toBe(2);
  });

  it('accepts a merged heading whose other labels stand in the second row', () => {
    const header = find(
      [null, null, 'Ngày sinh'],
      ['TT', 'Họ tên', 'Nam', 'Nữ', 'Giới tính'],
      [1, 'Lê Văn An', '1990'],
    );
    expect(indices(header)).toEqual({ ordinal: 0, name: 1, birthMale: 2, birthFemale: 3, sex: 4 });
    expect(header.dataRow).toBe(2);
  });

  it('does not take the first person, or a group heading, for the second row of the heading', () => {
    const rows: Row = ['Họ và tên', 'Ngày sinh', 'Phái', null];
    expect(find(rows, ['Lê Văn An', '1990', 'Giới tính', 'Nữ']).dataRow).toBe(1);
    expect(find(rows, [null, null, 'Giới tính: khối văn phòng']).dataRow).toBe(1);
  });

  it('reads a rating column for any year, once each, and keeps what it does not know', () => {
    const header = find([
      'Họ và tên',
      'Ngày sinh',
      'Xếp loại 2031',
      'Xếp loại (2031)',
      'Sở thích',
      'Họ tên',
      'Xếp loại 2030-2031',
    ]);
    expect(header.yearColumns).toEqual([{ key: 'rating', year: 2031, column: { index: 2, label: 'Xếp loại 2031' } }]);
    expect(header.unknown.map((column) => column.label)).toEqual([
      'Xếp loại (2031)',
      'Sở thích',
      'Họ tên',
      'Xếp loại 2030-2031',
    ]);
  });

  it('says which columns are missing and which were found', () => {
    const missing = () => find(['TT', 'Họ và tên', 'Giới tính'], [1, 'Lê Văn An', 'Nam']);
    expect(missing).toThrow(MissingColumns);
    try {
      missing();
    } catch (error) {
      expect((error as MissingColumns).facts).toEqual({
        missing: ['Ngày sinh'],
        found: ['TT', 'Họ và tên', 'Giới tính'],
      });
      expect((error as MissingColumns).sentence.vi).toContain('“Ngày sinh”');
      expect((error as MissingColumns).sentence.en).toContain('“Giới tính”');
    }
  });

  it('finds nothing in a sheet without a heading', () => {
    expect(() => find(['Lê Văn An', '1990'], ['Trần Thị Bình', '1991'])).toThrow(
      expect.objectContaining({ facts: { missing: ['Họ và tên', 'Ngày sinh'], found: [] } }) as Error,
    );
  });

  it('is not held up by long texts in place of headings', () => {
    const findIn = (length: number) =>
      expect(() => find(...Array.from({ length: 5 }, () => ['('.repeat(length)]))).toThrow(MissingColumns);
    expect(growth(findIn, 3_000)).toBeLessThan(40);
  });
});

import type { Row } from '../../src/platform/sheets/cells';
import { tablesIn } from '../../src/platform/sheets/tables';
import { readRoster, rosterTable } from '../../src/people/rosters/sheet';

const educations = (label: string, values: readonly string[], more: readonly string[] = []) => {
  const rows: Row[] = [
    ['Mã số', 'Họ và tên', 'Ngày sinh', label, ...more],
    ...values.map((value, at): Row => [`M-${at}`, 'Nguyễn Văn An', '01/05/1980', value, ...more.map(() => 'Thạc sĩ')]),
  ];
  return readRoster(tablesIn([{ name: 'Đảng viên', rows }], rosterTable)).rows.map(({ education }) => education);
};

describe('a column whose heading may mean several things', () => {
  it.each(['Trình độ', 'Học vấn', 'Bằng cấp'])('“%s” is the education where degrees stand below it', (label) => {
    expect(educations(label, ['Đại học', '', 'Trung cấp', '12/12'])).toEqual([
      ...['university', null, 'vocational', 'upper_secondary'],
    ]);
  });

  it('is asked about where something else stands below it, or what may be of the theory', () => {
    const unread = [null, null];
    expect(educations('Trình độ', ['Sơ cấp', 'Trung cấp'])).toEqual(unread);
    expect(educations('Trình độ', ['Trung cấp', 'Trung cấp'])).toEqual(unread);
    expect(educations('Trình độ', ['Anh văn B', 'Tin học A'])).toEqual(unread);
    expect(educations('Trình độ', ['', ''])).toEqual(unread);
  });

  it('gives way to the usual heading', () => {
    expect(educations('Trình độ', ['12/12'], ['Trình độ chuyên môn'])).toEqual(['master']);
  });
});

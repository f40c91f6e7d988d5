import type { Row } from '../../src/platform/sheets/cells';
import type { Choice } from '../../src/platform/sheets/choice';
import { tablesIn } from '../../src/platform/sheets/tables';
import { readRoster, rosterTable } from '../../src/people/rosters/sheet';

const read = (rows: readonly Row[], columns: Choice['columns'] = {}) =>
  readRoster(tablesIn([{ name: 'Đảng viên', rows }], rosterTable, { columns })).rows.map(
    ({ fullName, sex, birthDate, problems }) => [fullName.split(' ').at(-1), sex, birthDate, problems.length],
  );

const heading = ['Mã số', 'Họ và tên', 'Ngày sinh', 'Chức vụ'];
const an = ['M-1', 'Nguyễn Văn An', '01/05/1980', 'Kỹ sư'];
const binh = ['M-2', 'Lê Thị Bình', '02/06/1985', 'Kế toán'];

describe('the sex', () => {
  it('is that of a heading of one where it is ticked, and the other where not', () => {
    const rows = [
      ['Mã số', 'Họ và tên', 'Ngày sinh', 'Nữ đánh dấu x'],
      [...an.slice(0, 3), null],
      [...binh.slice(0, 3), 'x'],
    ];
    expect(read(rows, { '1:1!D': 'sex' })).toEqual([
      ['An', 'male', '1980-05-01', 0],
      ['Bình', 'female', '1985-06-02', 0],
    ]);
  });

  it('is what stands alone above the headings of a table, beside another or below', () => {
    const sides = [
      ['NAM', null, null, null, null, 'NỮ'],
      [...heading, null, ...heading],
      [...an, null, ...binh],
    ];
    const people = [
      ['An', 'male', '1980-05-01', 0],
      ['Bình', 'female', '1985-06-02', 0],
    ];
    expect(read(sides)).toEqual(people);
    expect(read([['NAM'], heading, an, ['NỮ'], heading, binh])).toEqual(people);
    expect(read([['DANH SÁCH'], heading, an])).toEqual([['An', null, '1980-05-01', 0]]);
  });

  it('may be said by one half of the birth date alone', () => {
    expect(read([heading, an], { '1:1!C': 'birthMale' })).toEqual([['An', 'male', '1980-05-01', 0]]);
  });
});

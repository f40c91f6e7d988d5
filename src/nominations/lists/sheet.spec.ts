import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRoster, rosterTable } from '../../people/rosters/sheet';
import type { Row } from '../../platform/sheets/cells';
import { readWorkbook } from '../../platform/sheets/workbook';
import { readTables, tablesIn } from '../../platform/sheets/tables';
import { listTable, type NominationListSheet, readNominationList } from './sheet';

const folder = join(__dirname, '../../../demo/data/nomination-lists');

async function sample(unit: string): Promise<NominationListSheet> {
  const name = `trich-ngang-${unit}.xlsx`;
  const sheet = await readWorkbook({ name, content: readFileSync(join(folder, name)) });
  const list = readNominationList(tablesIn([sheet], listTable));
  const accountedFor = [...list.rows, ...list.passedOver].map((row) => row.rowNumber).sort((a, b) => a - b);
  expect(accountedFor).toEqual(sheet.rows.map((_, index) => index + 1));
  return list;
}

const heading: Row = ['TT', 'Họ và tên', 'Ngày sinh', 'Chức vụ, đơn vị công tác', 'Ghi chú'];
const read = (...rows: Row[]) => readNominationList(tablesIn([{ name: 'Sheet1', rows }], listTable));
const kinds = (list: NominationListSheet) => list.passedOver.map((row) => `${row.rowNumber} ${row.kind}`);
const problemsOf = (list: NominationListSheet) =>
  list.rows.map((row) => row.problems.map((problem) => `${problem.field} ${problem.code}`));

describe('readNominationList, the real lists', () => {
  it('reads the clean list of five with its letter', async () => {
    const list = await sample('CSM');
    expect(list.letter).toEqual({ number: '112-CV/ĐU', date: '2026-01-05' });
    expect(list.statedTotal).toBe(5);
    expect(list.rows.map((row) => row.fullName)).toEqual([
      'Lê Văn Thành',
      'Hồ Ngọc Khoa',
      'Phan Minh Anh',
      'Trần Quốc Long',
      'Bùi Thanh Đạt',
    ]);
    expect(list.rows[2]).toEqual({
      rowNumber: 12,
      sheet: null,
      ordinal: 3,
      code: null,
      fullName: 'Phan Minh Anh',
      birth: { day: '1974-07-18' },
      sex: 'male',
      position: 'Trưởng ban An toàn',
      partyPosition: 'Chi ủy viên',
      joinedOn: '2014-08-04',
      officialOn: '2015-08-04',
      education: 'university',
      theoryLevel: 'elementary',
      planned: true,
      ratings: { 2024: 'good', 2025: 'good' },
      mode: 'part_time',
      phone: '0978033548',
      email: 'csm.0048@example.vn',
      remarks: null,
      problems: [],
      notes: [],
    });
  });

  it('reads the list of nine as it is really sent', async () => {
    const list = await sample('SFG');
    expect(list.letter).toEqual({ number: '47-CV/ĐU', date: '2026-01-06' });
    expect(list.statedTotal).toBe(9);
    expect(list.rows.map((row) => row.fullName)).toEqual([
      'Phạm Hoàng Sơn',
      'Huỳnh Thanh Bình',
      'Vũ Hữu Khoa',
      'Trần Thị Hồng Hương',
      'Vũ Thị Ngọc Hạnh',
      'Trần Hoàng Đông',
      'Đỗ Thị Ngọc Lan',
      'Phạm Hoàng Sơn',
      'Hồ Thị Ngọc Ngân',
    ]);
    expect(list.rows.flatMap((row) => row.problems)).toEqual([]);
    expect(list.rows.map((row) => row.sex).join(' ')).toBe('male male male female female male female male female');
    expect(list.rows[2]!.birth).toEqual({ year: 1990 });
    expect(list.rows[3]).toMatchObject({
      joinedOn: '2010-02-18',
      officialOn: '2011-02-18',
      ratings: { 2024: 'good', 2025: 'good' },
    });
    expect(list.rows[5]!.ratings).toEqual({ 2024: 'good', 2025: 'completed' });
    expect(list.rows[6]).toMatchObject({
      education: 'vocational',
      theoryLevel: 'none',
      remarks: 'Cán bộ trẻ, quy hoạch',
    });
    expect(list.rows[8]).toMatchObject({ mode: 'part_time', phone: '0995773161', email: 'sfg.9999@example.vn' });
    expect(list.passedOver.filter((row) => row.kind === 'group_heading')).toMatchObject([
      { rowNumber: 10, kind: 'group_heading', text: 'I · Khối văn phòng' },
      { rowNumber: 16, kind: 'group_heading', text: 'II · Khối sản xuất' },
    ]);
    expect(list.passedOver.at(-1)).toMatchObject({
      rowNumber: 23,
      kind: 'total',
      text: 'Tổng cộng danh sách có 09 đồng chí./. · T/M BAN THƯỜNG VỤ BÍ THƯ',
    });
  });

  it('reads the list of twelve', async () => {
    const list = await sample('LIX');
    expect([list.rows.length, list.statedTotal, list.letter?.number]).toEqual([12, 12, '09-CV/ĐU']);
    expect(list.rows.flatMap((row) => row.problems)).toEqual([]);
    expect(list.rows[2]).toMatchObject({ joinedOn: '2025-12-03', officialOn: null });
    expect(list.rows[10]!.education).toBe('upper_secondary');
  });
});

describe('readNominationList beside the roster', () => {
  it.each(['CSM', 'LIX'])('reads typed dates of %s to the same days as the date cells of its roster', async (unit) => {
    const name = `danh-sach-can-bo-${unit}.xlsx`;
    const content = readFileSync(join(folder, '../rosters', name));
    const roster = new Map(
      readRoster(await readTables({ name, content }, rosterTable)).rows.map((row) => [row.email, row]),
    );
    for (const row of (await sample(unit)).rows) {
      const { fullName, sex, position, joinedOn, officialOn, education, theoryLevel, planned, ratings, phone } = row;
      expect(roster.get(row.email)).toMatchObject({
        birthDate: row.birth && 'day' in row.birth && row.birth.day,
        ...{ fullName, sex, position, joinedOn, officialOn, education, theoryLevel, planned, ratings, phone },
      });
    }
  });
});

describe('readNominationList, rows', () => {
  it('tells people from group headings, totals and signatures, however they are laid out', () => {
    const list = read(
      heading,
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      ['I. KHỐI VĂN PHÒNG'],
      [1, 'Lê Văn An', '1990', 'Kế toán trưởng'],
      [null, 'Cộng nhóm I: 1 đồng chí'],
      ['II', 'Xí nghiệp 2'],
      ['02.', 'Vi Thị Bình', null, 'Quản đốc'],
      [null, 'Tống Công Chính', '05/06/1990', 'Tổ trưởng'],
      [null, 'Phân xưởng 3'],
      [4],
      [],
      ['Tổng cộng: 3 đồng chí'],
      [null, null, null, 'TP. Hồ Chí Minh, ngày 05 tháng 01 năm 2026'],
      [null, 'NGƯỜI LẬP BIỂU', null, 'BÍ THƯ'],
      [null, 'Phạm Thị Dung', null, 'Nguyễn Văn Em'],
    );
    expect(list.rows.map((row) => [row.rowNumber, row.ordinal, row.fullName])).toEqual([
      [4, 1, 'Lê Văn An'],
      [7, 2, 'Vi Thị Bình'],
      [8, null, 'Tống Công Chính'],
    ]);
    expect(kinds(list)).toEqual([
      '1 letterhead',
      '2 letterhead',
      '3 group_heading',
      '5 total',
      '6 group_heading',
      '9 group_heading',
      '10 blank',
      '11 blank',
      '12 total',
      '13 signature',
      '14 signature',
      '15 signature',
    ]);
    expect(list.statedTotal).toBe(3);
  });

  it('keeps whoever might be a person, and says what is missing', () => {
    const list = read(
      heading,
      [1, null, '05/06/1990', 'Kế toán trưởng'],
      [2, 'Lê Văn An'],
      [null, 'Trần Thị Bình'],
      [4, null, null, 'Thủ quỹ'],
      ['T/M BAN THƯỜNG VỤ'],
      [5, 'Phạm Văn Công', '1/1/1985', 'Phó phòng'],
    );
    expect(problemsOf(list)).toEqual([
      ['fullName missing'],
      ['birthDate missing'],
      ['birthDate missing'],
      ['fullName missing', 'birthDate missing'],
      [],
    ]);
    expect(kinds(list)).toEqual(['1 letterhead', '6 signature']);
  });

  it('starts afresh with each group: after a subtotal, a bare name below the next heading is a person again', () => {
    const list = read(
      heading,
      ['I', 'Khối văn phòng'],
      [1, 'Lê Văn An', 1990, 'Kỹ sư'],
      [null, 'Cộng: 1 đồng chí'],
      ['II', 'Khối sản xuất'],
      [null, 'Trần Thị Cúc'],
    );
    expect(list.rows.map((row) => row.fullName)).toEqual(['Lê Văn An', 'Trần Thị Cúc']);
  });

  it('does not take a total with counts below Nam and Nữ for a person', () => {
    const list = read(
      ['TT', 'Họ và tên', 'Ngày sinh', null, 'Chức vụ'],
      [null, null, 'Nam', 'Nữ'],
      [1, 'Lê Văn An', '05/06/1990', null, 'Kỹ sư'],
      [null, 'Tổng cộng', 1, 0],
    );
    expect(kinds(list)).toEqual(['1 letterhead', '2 letterhead', '4 total']);
  });

  it('reports a birth date on both sides, and one that is no day', () => {
    const list = read(
      ['TT', 'Họ và tên', 'Ngày sinh', null, 'Chức vụ'],
      [null, null, 'Nam', 'Nữ'],
      [1, 'Lê Văn An', '05/06/1990', '1991', 'Kỹ sư'],
      [2, 'Lê Thị Bình', null, '31/02/1990', 'Kỹ sư'],
    );
    expect(problemsOf(list)).toEqual([['sex ambiguous'], ['birthDate unreadable_day']]);
    expect(list.rows.map((row) => [row.birth, row.sex])).toEqual([
      [null, null],
      [null, 'female'],
    ]);
  });

  it('reads ticks below Nam and Nữ beside a birth date of its own', () => {
    const list = read(
      ['TT', 'Họ tên', 'Năm sinh Nam', 'Năm sinh Nữ', 'Ngày sinh'],
      [1, 'Lê Thị Bình', null, 'x', '05/06/1990'],
    );
    expect(list.rows[0]).toMatchObject({ sex: 'female', birth: { day: '1990-06-05' }, problems: [] });
  });

  it.each([
    ['tại chức', 'part_time'],
    ['Vừa làm, vừa học', 'part_time'],
    ['Hệ không tập trung', 'part_time'],
    ['Tập trung', 'full_time'],
  ])('reads the mode of study %s as %s', (text, mode) => {
    const list = read([...heading, 'Hình thức học'], [1, 'Lê Văn An', 1990, 'Kỹ sư', null, text]);
    expect(list.rows[0]).toMatchObject({ mode, problems: [] });
  });

  it('does not guess at a mode in between', () => {
    const list = read([...heading, 'Hình thức học'], [1, 'Lê Văn An', 1990, 'Kỹ sư', null, 'Bán tập trung']);
    expect(problemsOf(list)).toEqual([['mode unreadable_value']]);
  });

  it('takes no note for a nominee, and says what stands in the place of a name', () => {
    const note = '→ Đ/c này thay cho đồng chí Phạm Văn Cũ đã nghỉ hưu';
    const list = read(heading, [1, 'Lê An', '05/06/1990'], [null, note], [2, 'Sơ cấp', '05/06/1991']);
    expect(list.rows.map((row) => row.fullName)).toEqual(['Lê An', 'Sơ cấp']);
    expect(list.passedOver.at(-1)).toMatchObject({ rowNumber: 3, kind: 'note', text: note });
    expect(problemsOf(list)).toEqual([[], ['fullName no_name']]);
  });

  it('knows by the name and the post who stands in one cell, and keeps what stands beside a day', () => {
    const list = read(
      [...heading, 'Ngày vào Đảng', 'Ngày chính thức'],
      [1, 'Lê An\nTrưởng phòng', '05/06/1990, Tiền Giang', null, null, '01/02/2010', '01.02.2011 (CT)'],
      [2, 'Lê Bình - Tổ phó', '05/06/1990 (CMND ghi 1991)', 'Tổ trưởng', null, '01/02/2010 (CT)', '01/02/2011'],
    );
    expect(list.rows).toMatchObject([
      { fullName: 'Lê An', position: 'Trưởng phòng', birth: { day: '1990-06-05' }, officialOn: '2011-02-01' },
      { fullName: 'Lê Bình', position: 'Tổ trưởng', birth: null, joinedOn: null },
    ]);
    expect(list.rows.map((row) => row.remarks)).toEqual([
      'Họ và tên: Lê An Trưởng phòng; Ngày sinh: 05/06/1990, Tiền Giang; Ngày chính thức: 01.02.2011 (CT)',
      'Họ và tên: Lê Bình - Tổ phó',
    ]);
    expect(problemsOf(list)).toEqual([[], ['birthDate unclear', 'joinedOn unclear']]);
  });

  it('reads a plan as yes by a tick or a post, as no by any no, and guesses at nothing else', () => {
    const asked = (...plans: string[]) =>
      read([...heading, 'Quy hoạch'], ...plans.map((plan, at): Row => [at + 1, 'Lê An', '1990', null, null, plan]));
    const planned = (...plans: string[]) => asked(...plans).rows.map((row) => row.planned);
    expect(planned('x', 'Trưởng phòng (2025-2030)', 'Phó GĐ (2025–2030)', 'QH PGĐ', 'Có QH')).not.toContain(false);
    expect(planned('x', 'Trưởng phòng (2025-2030)', 'Phó GĐ (2025–2030)', 'QH PGĐ', 'Có QH')).not.toContain(null);
    const noes = ['Không có', 'Chưa có', 'Ko', 'K', 'Chưa quy hoạch', 'Không thuộc diện QH', 'Hết quy hoạch'];
    expect(new Set(planned(...noes))).toEqual(new Set([false]));
    const doubtful = asked('Đang đề nghị', 'Đang đề nghị PGĐ', 'Không rõ');
    expect(doubtful.rows.map((row) => row.planned)).toEqual([null, null, null]);
    expect(new Set(problemsOf(doubtful).flat())).toEqual(new Set(['planned unreadable_mark']));
    expect(doubtful.rows[0]!.remarks).toBe('Quy hoạch: Đang đề nghị');
  });

  it('keeps remarks, the post planned for, and unknown columns, each with its heading', () => {
    const list = read(
      [...heading, 'Quy hoạch chức danh', 'Đơn vị công tác', 'Quê quán'],
      [1, 'Lê Văn An', 1990, 'Kỹ sư', 'Ưu tiên', 'Phó Giám đốc', 'Xí nghiệp 2', null],
      [2, 'Lê Thị Bình', 1990, 'Kỹ sư', null, 'không', '-', 'Huế'],
    );
    expect(list.rows.map((row) => [row.planned, row.remarks])).toEqual([
      [true, 'Ưu tiên; Quy hoạch chức danh: Phó Giám đốc; Đơn vị công tác: Xí nghiệp 2'],
      [false, 'Quê quán: Huế'],
    ]);
  });
});

describe('readNominationList, its letter', () => {
  const letterOf = (line: string) => read([line], heading, [1, 'Lê Văn An', 1990, 'Kỹ sư']).letter;

  it.each([
    ['(Kèm theo Công văn số 112-CV/ĐU ngày 05/01/2026 của Đảng ủy)', { number: '112-CV/ĐU', date: '2026-01-05' }],
    ['Kèm theo Tờ trình số: 7 - TTr/CB, ngày 05 tháng 01 năm 2026', { number: '7-TTr/CB', date: '2026-01-05' }],
    ['(kèm theo công văn số 112-CV/ĐU ngày 5.1.2026)'.normalize('NFD'), { number: '112-CV/ĐU', date: '2026-01-05' }],
    ['(Kèm theo Công văn số ……-CV/ĐU ngày …/…/2026)', null],
    ['(Kèm theo Công văn số 112-CV/ĐU ngày 31/02/2026)', null],
    ['Thành phố Hồ Chí Minh, ngày 05/01/2026', null],
  ])('in “%s”', (line, letter) => expect(letterOf(line)).toEqual(letter));

  it('is looked for above the heading only', () => {
    const list = read(heading, [1, 'Lê Văn An', 1990, 'Kỹ sư', 'Kèm theo Công văn số 1-CV/ĐU ngày 05/01/2026']);
    expect(list.letter).toBeNull();
  });

  it('is not needed, but names and birth dates are', () => {
    const { rows, read: of } = read(['TT', 'Họ và tên', 'Chức vụ'], [1, 'Lê Văn An', 'Kỹ sư']);
    expect(rows).toEqual([]);
    expect(of.tables).toMatchObject([{ lacks: ['birthDate'] }]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../../src/platform/sheets/cells';
import { MissingColumns } from '../../src/platform/sheets/sheets.refusals';
import { readTables, tablesIn } from '../../src/platform/sheets/tables';
import { readRoster, rosterTable } from '../../src/people/rosters/sheet';

const folder = join(__dirname, '../../demo/data/rosters');
const read = (...rows: Row[]) => readRoster(tablesIn([{ name: 'Sheet1', rows }], rosterTable));
const problemsOf = (...rows: Row[]) =>
  read(...rows).rows.map((row) => row.problems.map((problem) => `${problem.field} ${problem.code}`));

const refusalOf = (read: () => unknown): string => {
  try {
    return JSON.stringify(read());
  } catch (error) {
    return JSON.stringify([(error as MissingColumns).sentence, (error as MissingColumns).facts]);
  }
};

describe('readRoster', () => {
  it('reads the eight rosters whole: 1,210 people and not one problem', async () => {
    const people: Record<string, number> = {};
    for (const name of readdirSync(folder)) {
      const roster = readRoster(await readTables({ name, content: readFileSync(join(folder, name)) }, rosterTable));
      people[name.slice(-8, -5)] = roster.rows.length;
      expect(roster.read.unread).toEqual([]);
      for (const row of roster.rows) {
        expect(row).toMatchObject({ problems: [], code: expect.stringMatching(/^[A-Z]{3}-\d{4}$/) as string });
        expect(Object.keys(row.ratings)).toEqual(['2024', '2025']);
        expect([
          row.sex,
          row.birthDate,
          row.standing,
          row.education,
          row.theoryLevel,
          row.phone,
          row.email,
        ]).not.toContain(null);
        expect(row.joinedOn === null).toBe(row.standing === 'non_member');
      }
    }
    expect(people).toEqual({ BFC: 210, CSM: 260, CSV: 140, LIX: 120, PAC: 180, SFG: 150, SVG: 60, VPS: 90 });
  });

  it('reads a person as the roster has them', async () => {
    const name = 'danh-sach-can-bo-BFC.xlsx';
    const roster = readRoster(await readTables({ name, content: readFileSync(join(folder, name)) }, rosterTable));
    expect(roster.rows[209]).toEqual({
      rowNumber: 211,
      sheet: null,
      code: 'BFC-0210',
      fullName: 'Nguyễn Hoàng Sơn',
      sex: 'male',
      birthDate: '1975-12-14',
      cell: 'Chi bộ 5',
      position: 'Phó Trưởng phòng Kinh doanh',
      partyPosition: 'Đảng ủy viên',
      keyCadre: true,
      standing: 'official',
      joinedOn: '2006-05-07',
      officialOn: '2007-05-07',
      education: 'master',
      theoryLevel: 'none',
      planned: true,
      plannedPost: null,
      postSince: null,
      ratings: { 2024: 'good', 2025: 'not_completed' },
      phone: '0946798355',
      email: 'bfc.0210@example.vn',
      problems: [],
      remarks: [],
    });
  });

  it('takes a post behind a name for the post, a day with a place as the day, and tells of both', () => {
    const roster = read(
      ['Họ và tên', 'Ngày sinh', 'Chức vụ'],
      ['Lê Minh Phúc\nTrưởng phòng', '16/08/1974, Tiền Giang', null],
      ['(*) Đ/c trên nghỉ thai sản từ 01/10/2026', null, null],
    );
    expect(roster.rows).toMatchObject([
      { fullName: 'Lê Minh Phúc', position: 'Trưởng phòng', birthDate: '1974-08-16', problems: [] },
    ]);
    expect(roster.rows[0]!.remarks.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'fullName rest_set_aside',
      'birthDate rest_set_aside',
    ]);
    expect(roster.read.passedOver.at(-1)).toMatchObject({ rowNumber: 3, kind: 'note' });
  });

  it('takes a day for it only with what cannot change it behind it', () => {
    const birth = (text: string) => read(['Họ và tên', 'Ngày sinh'], ['Lê An', text]).rows[0]!.birthDate;
    const places = [
      '16/08/1974 Bến Tre',
      '16/08/1974 - Long An',
      '16/08/1974 (TP. HCM)',
      '16/08/1974, tại tỉnh Tiền Giang',
    ];
    expect(new Set(places.map(birth))).toEqual(new Set(['1974-08-16']));
    const others = [
      '16/08/1974 (âm lịch)',
      '16/08/1974 Âm Lịch',
      '16/08/1974 ?',
      '16/08/1974, khoảng',
      '16/08/1974 (CMND ghi 1973)',
    ];
    expect(new Set(others.map(birth))).toEqual(new Set([null]));
  });

  it('reports what it cannot understand, names the cell, and keeps the row', () => {
    const roster = read(
      [
        'Họ và tên',
        'Ngày sinh',
        'Giới tính',
        'Tình trạng',
        'Trình độ LLCT',
        'Cán bộ chủ chốt',
        'Xếp loại 2025',
        'Điện thoại',
        'Email',
      ],
      ['Lê Văn An', '31/02/1990', 'Nam?', 'Đảng viên', 'đang học', 'một phần', 'B', '12', 'an'],
    );
    expect(roster.rows[0]).toMatchObject({
      fullName: 'Lê Văn An',
      birthDate: null,
      sex: 'male',
      keyCadre: null,
      ratings: {},
    });
    expect(roster.rows[0]!.problems.map((problem) => `${problem.field} ${problem.code}`)).toEqual([
      'birthDate unreadable_day',
      'keyCadre unreadable_mark',
      'standing unreadable_value',
      'theoryLevel unreadable_value',
      'ratings.2025 unreadable_value',
      'phone unreadable_value',
      'email unreadable_value',
    ]);
    expect(roster.rows[0]!.problems[0]!.message).toEqual({
      vi: '“Ngày sinh: 31/02/1990” không phải là một ngày có thật. Hãy ghi theo dạng dd/mm/yyyy.',
      en: '“Ngày sinh: 31/02/1990” is not a day of the calendar. Write it as dd/mm/yyyy.',
    });
  });

  it('keeps rows that lack a name or a birth date, and says so; passes only blank rows over', () => {
    const heading: Row = ['TT', 'Họ và tên', 'Ngày sinh'];
    expect(
      problemsOf(heading, [1, null, '05/06/1990'], [], [null, ' ', '-'], [4, 'Lê Văn An'], [5, 'Lê Thị Bình', 1990]),
    ).toEqual([['fullName missing'], ['birthDate missing'], ['birthDate year_only']]);
    expect(read(heading, [], ['', 'Lê Văn An', '05/06/1990']).rows.map((row) => row.rowNumber)).toEqual([3]);
  });

  it('keeps no more of a row that is nobody than fits a letterhead, and no half of a letter', () => {
    const { passedOver } = read(
      [`${'a'.repeat(1_999)}😀${'b'.repeat(50_000)}`],
      ['Họ và tên', 'Ngày sinh'],
      ['Lê An', '1990'],
    ).read;
    expect(passedOver[0]!.text).toBe('a'.repeat(1_999));
  });

  it('tells a column that is not there, or a blank cell, from one that says no', () => {
    const [row, saysNo] = read(
      ['Họ và tên', 'Ngày sinh', 'Quy hoạch'],
      ['LÊ VĂN AN', '5.6.1990', null],
      ['Lê Bình', '5.6.1990', 'Không'],
    ).rows;
    expect(saysNo).toMatchObject({ planned: false });
    expect(row).toMatchObject({
      fullName: 'Lê Văn An',
      birthDate: '1990-06-05',
      planned: null,
      keyCadre: null,
      sex: null,
    });
  });

  it('reads ratings of any year, and telephone numbers that lost their zero', () => {
    const [row] = read(
      ['Họ và tên', 'Ngày sinh', 'Xếp loại 2029', 'Xếp loại năm 2030', 'Điện thoại'],
      ['Lê Văn An', '05/06/1990', 'HTXSNV', 'Hoàn thành nhiệm vụ', 912345678],
    ).rows;
    expect(row).toMatchObject({ ratings: { 2029: 'excellent', 2030: 'completed' }, phone: '0912345678' });
  });

  it('names the headings it does not read', () => {
    expect(read(['Họ và tên', 'Ngày sinh', 'Quê quán'], ['Lê Văn An', '05/06/1990', 'Huế']).read.unread).toEqual([
      { where: 'C2:C2', what: 'column', label: 'Quê quán', sample: 'Huế', cells: 1 },
    ]);
  });

  it('quotes no data where a heading is missing', () => {
    const rows = [
      ['Mã NV', 'Người', 'Giới', 'Di động', 'Ngày sinh', 'Thư điện tử', 'GT'],
      ['NV1', 'Lê Văn An', 'nữ', '0969784649', '14/11/1994', 'an@congty.example.vn', 'nam'],
    ];
    const { labels, required } = rosterTable;
    const sent = () => tablesIn([{ name: 'Sheet1', rows }], { labels, required });
    const [cells, shown] = [['NV1', '0969784649', '1994', 'congty'], refusalOf(sent)];
    for (const cell of cells) expect(shown).not.toContain(cell);
    expect(shown).toContain('“Ngày sinh”');
  });

  it('takes a column under two headings for neither of their facts', () => {
    const { rows, read: of } = read(
      ['TT', 'Họ và tên', 'Ngày sinh', 'Ngày kết nạp', 'Chức vụ'],
      [null, null, null, 'Ngày chính thức', null],
      [1, 'Lê Văn An', '01/02/1980', '03/04/2010', 'Kỹ sư'],
    );
    expect(rows).toMatchObject([{ fullName: 'Lê Văn An', joinedOn: null, officialOn: null, problems: [] }]);
    expect(of.unread).toMatchObject([{ what: 'column', label: 'Ngày kết nạp Ngày chính thức', sample: '03/04/2010' }]);
  });

  it('does not read a second table by the columns of the first', () => {
    const { rows, read: of } = read(
      ['TT', 'Họ và tên', 'Ngày sinh', 'Ngày kết nạp', 'Chức vụ'],
      [1, 'Lê Văn An', '01/02/1980', '03/04/2010', 'Kỹ sư'],
      ['CHI BỘ 2'],
      ['TT', 'LLCT', 'Chức vụ Đảng', 'Đảng viên', 'Sinh ngày'],
      [1, 'Sơ cấp', 'Bí thư', 'Trần Thị Bình', '05/06/1985'],
    );
    expect(rows.map(({ fullName }) => fullName)).toEqual(['Lê Văn An']);
    expect(of.unread).toMatchObject([{ what: 'unknown_table', where: 'A4:E5', cells: 1 }]);
  });

  it('takes somebody of whom many cells say what headings say for a person', () => {
    const { rows } = read(
      ['TT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Tình trạng', 'Cán bộ chủ chốt', 'Quy hoạch'],
      [1, 'Lê Văn An', '01/02/1980', 'Nam', 'Đảng viên', 'Chủ chốt', 'Quy hoạch'],
    );
    expect(rows).toHaveLength(1);
  });

  it.each([
    ...['Họ tên CBCNV', 'Họ tên đảng viên', 'Họ, tên khai sinh', 'Họ đệm và tên', 'Họ, chữ đệm và tên', 'H. và tên'],
    ...['Cán bộ được cử', 'Họ và tên người được cử'],
  ])('knows a name under “%s”', (name) => {
    expect(read([name, 'Ng.sinh'], ['Lê Văn An', '01/02/1980']).rows).toMatchObject([{ fullName: 'Lê Văn An' }]);
  });

  it('tells of two ratings in one cell, and of several degrees', () => {
    const { rows } = read(
      ['Họ và tên', 'Sinh năm', 'XL 2024', 'Chuyên môn'],
      ['Lê Văn An', '01/02/1980', 'HTTNV/HTTNV', 'Đại học/Trung cấp'],
    );
    expect(rows).toMatchObject([
      {
        ratings: {},
        problems: [
          { field: 'theoryLevel', code: 'level_in_doubt' },
          { field: 'ratings.2024', code: 'unreadable_value' },
        ],
        education: 'university',
        remarks: [{ field: 'education', code: 'highest_taken' }],
      },
    ]);
  });
});

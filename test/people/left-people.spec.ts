import { isOfPeopleWhoLeft } from '../../src/people/rosters/left-people';

describe('a roster is of people who have left', () => {
  it.each([
    'DANH SÁCH ĐẢNG VIÊN CHUYỂN ĐI NĂM 2026',
    'Danh sách đảng viên đã chuyển sinh hoạt',
    'DANH SÁCH CÁN BỘ ĐÃ NGHỈ HƯU',
    'DANH SÁCH ĐẢNG VIÊN TỪ TRẦN, XÓA TÊN',
    'Danh sách đưa ra khỏi Đảng',
  ])('by the title “%s”', (title) => expect(isOfPeopleWhoLeft([title], [])).toBe(true));

  it.each(['Chuyển đi ngày', 'Ngày chuyển đi', 'Ngày nghỉ hưu', 'Ngày từ trần', 'Chuyển sinh hoạt'])(
    'by a filled column “%s”',
    (heading) => expect(isOfPeopleWhoLeft(['DANH SÁCH'], [heading])).toBe(true),
  );

  it.each([
    [['DANH SÁCH ĐẢNG VIÊN ĐANG SINH HOẠT'], []],
    [['DANH SÁCH ĐẢNG VIÊN CHUYỂN SINH HOẠT ĐẾN'], []],
    [['Phòng Chuyển đi'], []],
    [[], ['Ngày nghỉ hưu dự kiến', 'Ngày chuyển đến', 'Quê quán']],
  ])('and not by %j over %j', (titles, headings) => expect(isOfPeopleWhoLeft(titles, headings)).toBe(false));
});

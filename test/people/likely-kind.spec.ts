import { likelyKind } from '../../src/people/rosters/likely-kind';

describe('a file of people is likely', () => {
  it.each([
    ['roster', ['Mã số · Họ và tên · Ngày sinh · Chi bộ · Cán bộ chủ chốt · Tình trạng']],
    ['roster', ['Cán bộ cử đi học', 'Mã số · Họ và tên · Tình trạng · Chi bộ']],
    ['list', ['DANH SÁCH TRÍCH NGANG', 'Cán bộ đề nghị cử học lớp Trung cấp LLCT']],
    ['list', ['Danh sách cử đi học, đợt 2 năm 2026']],
    ['list', ['DANH SÁCH CỬ CÁN BỘ THAM GIA LỚP BỒI DƯỠNG']],
    ['list', ['TT · Họ và tên · Ngày sinh · Hình thức học']],
    [null, ['DANH SÁCH CÁN BỘ, ĐẢNG VIÊN', 'TT · Họ và tên · Ngày sinh · Chi bộ']],
    [null, ['Danh sách đại biểu được cử tri bầu', 'TT · Họ và tên · Ngày sinh']],
    [null, []],
  ])('a %s by %j', (kind, above) => {
    expect(likelyKind(above)).toBe(kind);
  });
});

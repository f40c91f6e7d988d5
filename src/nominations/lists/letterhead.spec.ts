import { type MeantFor, meantElsewhere } from './letterhead';

const meant: MeantFor = {
  courseName: 'Sơ cấp lý luận chính trị',
  raisesTo: 'elementary',
  otherCourses: ['Trung cấp lý luận chính trị', 'Bồi dưỡng đảng viên mới'],
  ownUnits: ['Công ty Cao su Miền Nam', 'Tập đoàn Hóa chất Việt Nam'],
  otherUnits: ['Công ty Bột giặt Lix', 'Công ty Pin Ắc quy Miền Nam'],
  letterDate: '2026-01-05',
  isRoster: false,
  today: '2026-01-10',
};
const why = (above: readonly string[], given: Partial<MeantFor> = {}) =>
  meantElsewhere(above, { ...meant, ...given }).map(({ vi }) => vi);

describe('what stands above a list', () => {
  it('may name another programme', () => {
    expect(why(['Cán bộ đề nghị cử học lớp Trung cấp LLCT'])).toEqual([
      'Phần đầu danh sách ghi “Trung cấp lý luận chính trị”, còn lớp này là “Sơ cấp lý luận chính trị”.',
    ]);
    expect(why(['DANH SÁCH HỌC LỚP BỒI DƯỠNG ĐẢNG VIÊN MỚI'])).toHaveLength(1);
    expect(why(['cử học lớp cao cấp năm 2026'], { otherCourses: [] })).toEqual([
      'Phần đầu danh sách ghi “Cao cấp”, còn lớp này là “Sơ cấp lý luận chính trị”.',
    ]);
  });

  it('may name the very class, or nothing', () => {
    expect(why(['Cán bộ đề nghị cử học lớp Sơ cấp LLCT'])).toEqual([]);
    expect(why(['DANH SÁCH TRÍCH NGANG', 'TT · Họ và tên · Trình độ LLCT · Trình độ chuyên môn'])).toEqual([]);
    // A class that leads to no level is told by names of courses alone.
    expect(why(['lớp trung cấp'], { raisesTo: null, otherCourses: [] })).toEqual([]);
  });

  it('may name another unit; the own one, and those above it, are no other', () => {
    expect(why(['ĐẢNG ỦY CÔNG TY BỘT GIẶT LIX'])).toEqual([
      'Phần đầu danh sách ghi “Công ty Bột giặt Lix”, còn danh sách này đang gửi cho “Công ty Cao su Miền Nam”.',
    ]);
    expect(why(['ĐẢNG ỦY TẬP ĐOÀN HÓA CHẤT VIỆT NAM · ĐẢNG CỘNG SẢN VIỆT NAM', 'ĐẢNG ỦY CÔNG TY'])).toEqual([]);
    expect(why(['ĐẢNG ỦY CÔNG TY CAO SU MIỀN NAM', 'Kính gửi: Công ty Bột giặt Lix'])).toEqual([]);
  });

  it('may be dated of tomorrow, or of last year', () => {
    expect(why([], { letterDate: '2026-01-11' }).join()).toContain('ở sau ngày hôm nay');
    expect(why([], { letterDate: '2025-01-09' }).join()).toContain('hơn một năm');
    expect(why([], { letterDate: '2025-01-10' })).toEqual([]);
    expect(why([], { letterDate: null })).toEqual([]);
  });

  it('may be that of a roster', () => {
    expect(why([], { isRoster: true }).join()).toContain('không phải danh sách trích ngang');
  });
});

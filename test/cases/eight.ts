import { rosterOf } from '../people/rosters';

const headings = [
  ...['Họ và tên', 'Giới tính', 'Ngày sinh', 'Chi bộ', 'Chức vụ chính quyền', 'Chức vụ Đảng', 'Cán bộ chủ chốt'],
  ...['Tình trạng', 'Ngày vào Đảng', 'Ngày chính thức', 'Trình độ chuyên môn', 'Trình độ LLCT', 'Quy hoạch'],
  ...['Xếp loại 2024', 'Xếp loại 2025'],
];

/** The people of most cases, as the roster of the office has them. */
const people = `
  Nguyễn Thị Ánh;Nữ;12/03/1985;Chi bộ 1;Trưởng phòng Kỹ thuật;Đảng ủy viên;x;Chính thức;03/06/2008;03/06/2009;Đại học;Sơ cấp;x;HTTNV;HTTNV
  Đặng Văn Hòa;Nam;25/11/1980;Chi bộ 1;Quản đốc Phân xưởng 1;Chi ủy viên;x;Chính thức;03/02/2005;03/02/2006;Thạc sĩ;Sơ cấp;x;HTXSNV;HTTNV
  Trần Thị Thúy;Nữ;01/07/1983;Chi bộ 2;Trưởng phòng Kế hoạch;;x;Chính thức;19/05/2010;19/05/2011;Đại học;Chưa;;HTTNV;HTTNV
  Lê Quốc Ân;Nam;31/12/1979;Chi bộ 2;Phó Tổng Giám đốc;Bí thư chi bộ;x;Chính thức;02/09/2001;02/09/2002;Đại học;Trung cấp;x;HTTNV;HTXSNV
  Phạm Ngọc Ý;Nam;29/02/1992;Chi bộ 3;Kỹ sư;;;Dự bị;19/05/2025;;Đại học;Chưa;;HTTNV;HTNV
  Huỳnh Thị Mỹ Dung;Nữ;05/10/1998;Chi bộ 3;Chuyên viên;;;Quần chúng;;;Cao đẳng;Chưa;;HTTNV;HTTNV
  Võ Minh Đức;Nam;09/01/1975;Chi bộ 4;Giám đốc Xí nghiệp;Phó Bí thư chi bộ;x;Chính thức;03/02/1999;03/02/2000;Đại học;Cao cấp;;HTTNV;HTTNV
  Bùi Thị Kim Oanh;Nữ;18/08/1988;Chi bộ 4;Kế toán viên;;;Chính thức;02/09/2015;02/09/2016;12/12;Sơ cấp;;HTNV;HTTNV`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(';'));

/** Their roster in the plainest form, under codes that begin so. */
export const plainRoster = (codes: string) =>
  rosterOf(
    people.map((facts, index) => ({
      'Mã số': `${codes}-000${index + 1}`,
      ...Object.fromEntries(headings.map((heading, at) => [heading, facts[at]!])),
    })),
  );

import type { ColumnLabels } from '../../platform/sheets/header';

const birth = ['Ngày, tháng, năm sinh', 'Ngày sinh', 'Năm sinh', 'Sinh ngày'];

/** The headings of the danh sách trích ngang, as units write them; the usual one first. */
export const listLabels = {
  ordinal: ['TT', 'STT', 'Số TT', 'Số thứ tự'],
  code: ['Mã số', 'Mã', 'Mã cán bộ', 'Mã nhân viên', 'Mã số cán bộ'],
  fullName: ['Họ và tên', 'Họ tên', 'Họ và tên khai sinh'],
  birth,
  birthMale: birth.map((label) => `${label} Nam`),
  birthFemale: birth.map((label) => `${label} Nữ`),
  sex: ['Giới tính', 'Nam/Nữ'],
  position: [
    'Chức vụ, đơn vị công tác',
    'Chức vụ, đơn vị',
    'Chức vụ',
    'Chức vụ công tác',
    'Chức vụ chính quyền',
    'Chức vụ, nơi công tác',
    'Chức danh, đơn vị công tác',
    'Chức danh',
  ],
  partyPosition: ['Chức vụ Đảng, đoàn thể', 'Chức vụ Đảng', 'Chức vụ trong Đảng', 'Chức vụ Đảng và đoàn thể'],
  joinedOn: ['Ngày vào Đảng', 'Ngày vào Đảng dự bị', 'Ngày kết nạp', 'Ngày kết nạp Đảng'],
  officialOn: ['Ngày chính thức', 'Ngày vào Đảng chính thức', 'Ngày công nhận chính thức'],
  education: ['Trình độ chuyên môn', 'Chuyên môn', 'Trình độ học vấn', 'Trình độ chuyên môn cao nhất'],
  theoryLevel: ['Trình độ LLCT', 'Trình độ lý luận chính trị', 'LLCT', 'Lý luận chính trị'],
  planned: ['Quy hoạch chức danh', 'Quy hoạch', 'Trong quy hoạch', 'Chức danh quy hoạch'],
  rating: [
    'Xếp loại 2 năm liền kề {year}',
    'Xếp loại 2 năm liền kề năm {year}',
    'Xếp loại hai năm liền kề {year}',
    'Xếp loại 2 năm {year}',
    'Xếp loại 02 năm {year}',
    'Xếp loại 02 năm liền kề {year}',
    'Xếp loại {year}',
    'Xếp loại năm {year}',
    'Xếp loại cán bộ {year}',
    'Xếp loại cán bộ năm {year}',
    'Xếp loại chất lượng {year}',
    'Xếp loại chất lượng năm {year}',
  ],
  mode: ['Hình thức học', 'Hệ học', 'Hình thức đào tạo', 'Hệ đào tạo'],
  contacts: [
    'Điện thoại, email',
    'Số điện thoại, email',
    'SĐT, email',
    'Điện thoại, e-mail',
    'Liên hệ',
    'Điện thoại liên hệ, email',
  ],
  phone: ['Điện thoại', 'Số điện thoại', 'SĐT', 'Điện thoại liên hệ'],
  email: ['Email', 'E-mail', 'Thư điện tử'],
  remarks: ['Ghi chú'],
} as const satisfies ColumnLabels<string>;

export type ListColumn = keyof typeof listLabels;

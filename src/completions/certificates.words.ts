import { words } from '../platform/messages/words';
import type { CertificateStanding } from './certificate.entity';

export const standingWords = words({
  issued: { vi: 'Còn giá trị', en: 'In force' },
  expired: { vi: 'Hết giá trị', en: 'Expired' },
  replaced: { vi: 'Đã cấp lại bằng số khác', en: 'Replaced by another' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
} satisfies Record<CertificateStanding, { vi: string; en: string }>);

export const certificateWords = words({
  certificates: { vi: 'Giấy chứng nhận', en: 'Certificates' },
  hint: {
    vi: 'Sổ cấp giấy chứng nhận của Khối. Số đã cấp không dùng lại, kể cả khi giấy bị thu hồi hoặc cấp lại.',
    en: 'The register of the Bloc. A number is never used again, not even after a certificate is revoked or replaced.',
  },
  mineHint: { vi: 'Giấy chứng nhận của đồng chí.', en: 'Your certificates.' },
  number: { vi: 'Số', en: 'Number' },
  holder: { vi: 'Họ và tên', en: 'Holder' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  allUnits: { vi: 'Mọi đơn vị', en: 'All units' },
  course: { vi: 'Chương trình', en: 'Course' },
  class: { vi: 'Lớp', en: 'Class' },
  year: { vi: 'Năm cấp', en: 'Year of issue' },
  allYears: { vi: 'Mọi năm', en: 'All years' },
  issuedOn: { vi: 'Ngày cấp', en: 'Issued on' },
  validUntil: { vi: 'Giá trị đến', en: 'Valid until' },
  lasting: { vi: 'Không thời hạn', en: 'Does not expire' },
  standing: { vi: 'Tình trạng', en: 'State' },
  verify: { vi: 'Trang xác minh', en: 'Verification page' },
  search: { vi: 'Tên hoặc số giấy', en: 'Name or number' },
  searchHint: {
    vi: 'Tên có dấu hoặc không dấu; hoặc một phần số, ví dụ 012/2026.',
    en: 'A name with or without marks, or part of a number such as 012/2026.',
  },
  ofClass: { vi: (code: string) => `Chỉ giấy của lớp ${code}`, en: (code: string) => `Only those of class ${code}` },
  allCertificates: { vi: 'Xem cả sổ', en: 'The whole register' },
  none: { vi: 'Chưa có giấy chứng nhận nào', en: 'No certificate yet' },
  noneNext: {
    vi: 'Giấy chứng nhận được cấp số khi văn phòng đào tạo kết thúc lớp.',
    en: 'Certificates are numbered when the training office closes a class.',
  },
  noneFound: { vi: 'Không có giấy nào khớp điều kiện lọc', en: 'No certificate fits the filter' },
  noneFoundNext: { vi: 'Hãy bỏ bớt điều kiện lọc.', en: 'Clear some of the filter.' },

  verification: { vi: 'Xác minh giấy chứng nhận', en: 'Verify a certificate' },
  genuine: {
    vi: 'Giấy chứng nhận này do Đảng ủy Khối cấp và đang có giá trị.',
    en: 'This certificate was issued by the Bloc committee and is in force.',
  },
  wasGenuine: {
    vi: (standing: string) =>
      `Giấy chứng nhận này do Đảng ủy Khối cấp nhưng hiện không dùng được: ${standing.toLowerCase()}.`,
    en: (standing: string) =>
      `This certificate was issued by the Bloc committee but cannot be relied on now: ${standing.toLowerCase()}.`,
  },
  compare: {
    vi: 'Hãy đối chiếu các thông tin dưới đây với tờ giấy. Nếu có chỗ khác, giấy đã bị sửa hoặc không phải bản gốc.',
    en: 'Compare what stands here with the paper. If anything differs, the paper was altered or is not the original.',
  },
  studied: { vi: 'Thời gian học', en: 'Studied' },
  fromTo: { vi: (from: string, to: string) => `${from} – ${to}`, en: (from: string, to: string) => `${from} – ${to}` },
  unknownCode: { vi: 'Không có giấy chứng nhận nào mang mã này', en: 'No certificate bears this code' },
  unknownCodeNext: {
    vi: 'Hãy so lại từng ký tự của mã in trên giấy. Nếu mã đúng mà vẫn không thấy, tờ giấy không do Đảng ủy Khối cấp; xin báo văn phòng đào tạo của Khối.',
    en: 'Compare every letter of the code printed on the paper. If the code is right and is still not found, the Bloc committee did not issue the paper; please tell its training office.',
  },
});

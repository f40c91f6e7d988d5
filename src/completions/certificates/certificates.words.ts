import type { SignedLetterhead } from '../../organization/letterheads.queries';
import { type Day, showDay } from '../../platform/clock';
import { declareActions } from '../../platform/journal/actions';
import { type Locale, words } from '../../platform/messages/words';
import type { CertificateStanding } from './certificate.entity';

export const standingWords = words({
  issued: { vi: 'Còn giá trị', en: 'In force' },
  expired: { vi: 'Hết giá trị', en: 'Expired' },
  replaced: { vi: 'Đã cấp lại bằng số khác', en: 'Replaced by another' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
} satisfies Record<CertificateStanding, { vi: string; en: string }>);

export const certificateWords = words({
  help: {
    vi: 'Giấy chứng nhận đã cấp mà đồng chí được xem; số đã cấp không dùng lại. Mở một giấy để tải bản PDF.',
    en: 'The certificates you may see; a number is never used twice. Open one to download it as PDF.',
  },
  helpOfOne: {
    vi: 'Một giấy chứng nhận: tải về, in, và xem giấy còn giá trị không. Người khác kiểm tra bằng mã in trên giấy.',
    en: 'One certificate: download it, print it, and see whether it is in force. Others check it by the code printed on it.',
  },
  helpToVerify: {
    vi: 'Kiểm tra một giấy chứng nhận là thật và còn giá trị. Gõ mã in ở cuối giấy, không cần đăng nhập.',
    en: 'Check that a certificate is genuine and in force. Type the code printed at its foot; you need not sign in.',
  },
  helpOfVerified: {
    vi: 'Đây là những gì sổ cấp giấy của Khối ghi. Hãy so từng mục với tờ giấy trên tay.',
    en: 'This is what the register of the Bloc says. Compare each line with the paper in your hand.',
  },
  certificates: { vi: 'Giấy chứng nhận', en: 'Certificates' },
  number: { vi: 'Số', en: 'Number' },
  holder: { vi: 'Họ và tên', en: 'Holder' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  allUnits: { vi: 'Mọi đơn vị', en: 'All units' },
  course: { vi: 'Chương trình', en: 'Course' },
  class: { vi: 'Lớp', en: 'Class' },
  register: { vi: 'Sổ cấp giấy chứng nhận', en: 'Register of certificates' },
  birthDate: { vi: 'Ngày sinh', en: 'Born' },
  grade: { vi: 'Xếp loại', en: 'Grade' },
  series: { vi: 'Sổ', en: 'Register' },
  allSeries: { vi: 'Mọi sổ', en: 'All registers' },
  allStandings: { vi: 'Mọi tình trạng', en: 'All states' },
  allClasses: { vi: 'Mọi lớp', en: 'All classes' },
  enterEarlier: { vi: 'Nhập giấy đã cấp trước (Excel)', en: 'Enter earlier ones (Excel)' },
  printClass: { vi: 'In giấy chứng nhận của lớp (PDF)', en: 'Print the class’s certificates (PDF)' },
  printPart: {
    vi: (from: number, to: number) => `In tờ ${from}–${to} (PDF)`,
    en: (from: number, to: number) => `Print sheets ${from}–${to} (PDF)`,
  },
  year: { vi: 'Năm cấp', en: 'Year of issue' },
  allYears: { vi: 'Mọi năm', en: 'All years' },
  issuedOn: { vi: 'Ngày cấp', en: 'Issued on' },
  validUntil: { vi: 'Giá trị đến', en: 'Valid until' },
  lasting: { vi: 'Không thời hạn', en: 'No expiry' },
  holdsNoMore: { vi: 'Không còn giá trị', en: 'No longer valid' },
  standing: { vi: 'Tình trạng', en: 'State' },
  verify: { vi: 'Trang xác minh', en: 'Verification page' },
  pdf: { vi: 'Tải bản in (PDF)', en: 'Download to print (PDF)' },
  certificate: {
    vi: (number: string) => `Giấy chứng nhận số ${number}`,
    en: (number: string) => `Certificate ${number}`,
  },
  asPrinted: { vi: 'Nội dung trên giấy', en: 'What it says' },
  verificationCode: { vi: 'Mã xác minh', en: 'Verification code' },
  inRegister: { vi: 'Vào sổ', en: 'In the register' },
  place: {
    vi: (series: string, year: number, sequence: number) => `Sổ ${series} năm ${year}, số thứ tự ${sequence}`,
    en: (series: string, year: number, sequence: number) => `Register ${series} of ${year}, entry ${sequence}`,
  },
  replaces: { vi: 'Cấp thay giấy số', en: 'Issued for' },
  replacedBy: { vi: 'Được thay bằng giấy số', en: 'Replaced by' },
  stateOn: { vi: 'Từ ngày', en: 'Since' },
  stateReason: { vi: 'Lý do', en: 'Reason' },
  decision: { vi: 'Quyết định số', en: 'Decision' },
  history: { vi: 'Diễn biến trong sổ', en: 'In the register' },
  issuedEvent: { vi: 'Cấp giấy', en: 'Issued' },
  correctedEvent: { vi: 'Đính chính', en: 'Corrected' },
  replacedEvent: { vi: 'Cấp lại bằng số khác', en: 'Replaced' },
  revokedEvent: { vi: 'Thu hồi', en: 'Revoked' },
  reassignedEvent: { vi: 'Chuyển sang hồ sơ khác của cùng người', en: 'Moved to another record of the holder' },
  versionThen: { vi: (facts: string) => `Nội dung khi đó: ${facts}`, en: (facts: string) => `It said: ${facts}` },
  oldPdf: { vi: 'Xem bản khi đó (PDF)', en: 'See it as it was (PDF)' },
  back: { vi: 'Giấy chứng nhận', en: 'Certificates' },
  search: { vi: 'Tên, số giấy hoặc mã xác minh', en: 'Name, number or code' },
  searchHint: {
    vi: 'Tên có dấu hoặc không dấu; hoặc một phần số, ví dụ 012/2026.',
    en: 'A name with or without accents, or part of a number such as 012/2026.',
  },
  ofClass: { vi: (code: string) => `Chỉ giấy của lớp ${code}`, en: (code: string) => `Only those of class ${code}` },
  allCertificates: { vi: 'Xem cả sổ', en: 'The whole register' },
  none: { vi: 'Chưa có giấy chứng nhận nào', en: 'No certificate yet' },
  noneNext: {
    vi: 'Giấy chứng nhận được cấp số khi lớp kết thúc, ở phần “Kết quả” của lớp.',
    en: 'Certificates are numbered when a class is closed under “Results”.',
  },
  noneFound: { vi: 'Không có giấy nào khớp điều kiện lọc', en: 'No certificate matches the filters' },
  noneFoundNext: { vi: 'Hãy bỏ bớt điều kiện lọc.', en: 'Remove some of the filters.' },

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
  replacedOn: {
    vi: (day: string, number: string) => `Ngày ${day} giấy này được cấp lại bằng giấy số ${number}.`,
    en: (day: string, number: string) => `On ${day} it was replaced by certificate ${number}.`,
  },
  inItsPlace: {
    vi: (number: string, day: string) => `Nay chỉ giấy số ${number}, cấp ngày ${day}, có giá trị.`,
    en: (number: string, day: string) => `In its place certificate ${number} of ${day} is in force, and only that.`,
  },
  nothingInItsPlace: {
    vi: 'Không có giấy nào có giá trị thay cho giấy này.',
    en: 'No certificate is in force in its place.',
  },
  standsNow: {
    vi: (number: string) => `Giấy đang có giá trị: số ${number}`,
    en: (number: string) => `In force now: ${number}`,
  },
  birthYear: { vi: 'Năm sinh', en: 'Year of birth' },
  ungraded: { vi: 'Không xếp loại', en: 'Not graded' },
  signedBy: { vi: 'Người ký', en: 'Signed by' },
  revokedOn: {
    vi: (day: string) => `Giấy này bị thu hồi ngày ${day}.`,
    en: (day: string) => `It was revoked on ${day}.`,
  },
  expiredOn: {
    vi: (day: string) => `Giấy này chỉ có giá trị đến hết ngày ${day}.`,
    en: (day: string) => `It was valid until the end of ${day}.`,
  },
  correctedOn: {
    vi: (day: string) => `Nội dung được đính chính ngày ${day}; tờ in trước ngày đó có thể khác.`,
    en: (day: string) => `It was corrected on ${day}; paper printed before may say otherwise.`,
  },
  codeLabel: { vi: 'Mã xác minh in trên giấy', en: 'Verification code on the paper' },
  codeHint: {
    vi: 'Gồm 16 chữ và số, ví dụ 7K2M-9QXA-04TR-HB5E. Gõ chữ hoa hay thường, có gạch nối hay không đều được.',
    en: 'Sixteen letters and digits such as 7K2M-9QXA-04TR-HB5E, in capitals or not, with or without dashes.',
  },
  codeMissing: {
    vi: 'Hãy gõ mã xác minh in cạnh ô vuông QR của giấy chứng nhận.',
    en: 'Type the verification code printed beside the QR square of the certificate.',
  },
  look: { vi: 'Xác minh', en: 'Verify' },
  another: { vi: 'Xác minh giấy khác', en: 'Verify another' },
  unknownCode: { vi: 'Không có giấy chứng nhận nào mang mã này', en: 'No certificate bears this code' },
  unknownCodeNext: {
    vi: 'Hãy so lại từng ký tự của mã in trên giấy. Nếu mã đúng mà vẫn không thấy, tờ giấy không do Đảng ủy Khối cấp; xin báo văn phòng đào tạo của Khối.',
    en: 'Compare every letter of the code printed on the paper. If the code is right and is still not found, the Bloc committee did not issue the paper; please tell its training office.',
  },
});

/** Until when a certificate holds; what was replaced or revoked does not, whatever day is printed on it. */
export function heldUntil(
  { standing, validUntil }: { readonly standing: CertificateStanding; readonly validUntil: Day | null },
  locale: Locale,
): string {
  const say = certificateWords[locale];
  if (standing === 'replaced' || standing === 'revoked') return say.holdsNoMore;
  return validUntil === null ? say.lasting : showDay(validUntil);
}

/** In which capacity it was signed, and by whom where a name is printed. */
export const signedBy = ({ signerCapacity, signerName }: SignedLetterhead): string =>
  [signerCapacity.replaceAll('\n', ', '), signerName].filter(Boolean).join(', ');

export const certificateActions = declareActions('certificates', {
  class_printed: { vi: 'đã in giấy chứng nhận của lớp', en: 'printed the certificates of the class' },
  corrected: { vi: 'đã đính chính giấy chứng nhận', en: 'corrected a certificate' },
  exported: { vi: 'đã xuất sổ cấp giấy chứng nhận', en: 'exported the register of certificates' },
  issued: { vi: 'đã cấp giấy chứng nhận', en: 'issued certificates' },
  printed: { vi: 'đã in giấy chứng nhận', en: 'printed a certificate' },
  reassigned: {
    vi: 'đã chuyển giấy chứng nhận sang hồ sơ khác của cùng người',
    en: 'moved a certificate to another record of the same person',
  },
  replaced: { vi: 'đã cấp lại giấy chứng nhận bằng số khác', en: 'replaced a certificate' },
  revoked: { vi: 'đã thu hồi giấy chứng nhận', en: 'revoked a certificate' },
  revoked_with_class: {
    vi: 'đã thu hồi giấy chứng nhận của lớp được mở lại',
    en: 'revoked the certificates of a class that was reopened',
  },
});

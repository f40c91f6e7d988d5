import { words } from '../../platform/messages/words';

export const amendmentWords = words({
  helpToCorrect: {
    vi: 'Dùng khi giấy đã cấp có chỗ ghi sai. Sửa xong, hãy in lại giấy và thu bản cũ của người học.',
    en: 'For a certificate that says something wrong. Afterwards print it again and take the old paper back.',
  },
  helpToReplace: {
    vi: 'Dùng khi giấy bị mất hoặc hỏng. Cấp xong, hãy in giấy mới.',
    en: 'For a certificate that was lost or damaged. Afterwards print the new one.',
  },
  helpToRevoke: {
    vi: 'Thu hồi giấy theo quyết định. Ai quét mã trên giấy sẽ thấy giấy không còn giá trị, số của giấy không dùng lại.',
    en: 'Revoke a certificate by decision. Its code then says that it is void, and its number is never used again.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Được ghi vào sổ và nhật ký, người được cấp giấy xem được; không in trên giấy và không hiện ở trang xác minh.',
    en: 'Kept in the register and the journal, and the holder can read it; it is not printed and not shown to those who verify.',
  },
  decision: { vi: 'Số quyết định', en: 'Number of the decision' },
  keep: { vi: 'Quay lại, không làm gì', en: 'Go back without doing anything' },

  correct: { vi: 'Đính chính', en: 'Correct' },
  correctTitle: { vi: (number: string) => `Đính chính giấy số ${number}`, en: (number: string) => `Correct ${number}` },
  correctWhat: {
    vi: 'Số giấy và mã xác minh giữ nguyên; bản cũ vẫn xem được trong sổ.',
    en: 'Number and verification code stay; the old version can still be read in the register.',
  },
  correctFixed: {
    vi: 'Quá trình đào tạo, bồi dưỡng tự được ghi lại theo giấy.',
    en: 'The training record follows.',
  },
  holderName: { vi: 'Họ và tên', en: 'Holder' },
  birthDate: { vi: 'Ngày sinh', en: 'Born' },
  unitName: { vi: 'Đơn vị in trên giấy', en: 'Unit as printed' },
  courseName: { vi: 'Chương trình in trên giấy', en: 'Course as printed' },
  className: { vi: 'Lớp in trên giấy', en: 'Class as printed' },
  grade: { vi: 'Xếp loại', en: 'Grade' },
  gradeHint: {
    vi: 'Sửa xếp loại phải có quyết định. Nếu kết quả của lớp thay đổi, hãy sửa kết quả; giấy được cấp lại theo.',
    en: 'Another grade needs a decision. If the result of the class changed, change that; the certificate is replaced with it.',
  },
  ungraded: { vi: 'Không xếp loại', en: 'Not graded' },
  issuedOn: { vi: 'Ngày cấp', en: 'Issued on' },
  validUntil: { vi: 'Giá trị đến hết ngày', en: 'Valid until' },
  validUntilHint: {
    vi: 'Để trống là không thời hạn. Khi chỉ sửa ngày cấp, ngày này tự dời theo.',
    en: 'Leave empty for no expiry. It moves with the day of issue when only that day is corrected.',
  },
  heads: { vi: 'Tiêu đề và người ký', en: 'Letterhead and signature' },
  superior: { vi: 'Cấp ủy cấp trên', en: 'Committee above' },
  body: { vi: 'Cấp ủy cấp giấy', en: 'Committee that issued it' },
  place: { vi: 'Nơi ký', en: 'Signed at' },
  signerCapacity: { vi: 'Quyền hạn ký', en: 'Signed as' },
  signerName: { vi: 'Họ và tên người ký', en: 'Signed by' },
  startedOn: { vi: 'Học từ ngày', en: 'Studied from' },
  endedOn: { vi: 'Đến ngày', en: 'Until' },
  doCorrect: { vi: 'Ghi đính chính vào sổ', en: 'Enter the correction' },
  corrected: {
    vi: 'Đã ghi đính chính. Hãy in lại giấy và thu bản cũ.',
    en: 'The correction is entered. Print the certificate again and take the old one back.',
  },

  replace: { vi: 'Cấp lại', en: 'Replace' },
  replaceTitle: { vi: (number: string) => `Cấp lại giấy số ${number}`, en: (number: string) => `Replace ${number}` },
  replaceWhat: {
    vi: 'Giấy mới lấy số tiếp theo trong sổ năm nay, nội dung và thời hạn như giấy cũ. Số cũ không còn giá trị và không dùng lại.',
    en: 'The new certificate takes the next number in this year’s register, with the same content and validity. The old number is no longer valid and is never used again.',
  },
  doReplace: { vi: 'Cấp giấy mới, bỏ số cũ', en: 'Issue a new one and cancel the old number' },
  replaced: {
    vi: (number: string) => `Đã cấp lại bằng giấy số ${number}. Hãy in giấy mới.`,
    en: (number: string) => `Replaced by ${number}. Print the new certificate.`,
  },

  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  revokeTitle: { vi: (number: string) => `Thu hồi giấy số ${number}`, en: (number: string) => `Revoke ${number}` },
  revokeWhat: {
    vi: 'Giấy mất giá trị từ hôm nay, trang xác minh sẽ nói như vậy. Quá trình đào tạo vẫn ghi người này đã học, không còn ghi số giấy. Việc thu hồi không hoàn tác được.',
    en: 'The certificate is no longer valid from today, and the verification page will say so. The training record keeps the course without a certificate number. This cannot be undone.',
  },
  doRevoke: { vi: 'Thu hồi giấy chứng nhận', en: 'Revoke the certificate' },
  revoked: { vi: 'Đã thu hồi giấy chứng nhận.', en: 'The certificate is revoked.' },
});

import { words } from '../platform/messages/words';

export const enteredRecordWords = words({
  enter: { vi: 'Ghi văn bằng, xác nhận', en: 'Enter a diploma or confirmation' },
  enterFor: {
    vi: 'Dùng cho văn bằng do nơi khác cấp, hoặc văn bản của cấp có thẩm quyền xác nhận tương đương. Khi ghi, trình độ lý luận chính trị được nâng theo văn bản.',
    en: 'For a diploma from elsewhere, or a competent authority’s confirmation of an equal level. Entering it raises the theory level.',
  },
  kind: { vi: 'Loại văn bản', en: 'Kind of document' },
  theoryLevel: { vi: 'Trình độ lý luận chính trị theo văn bản', en: 'Theory level it stands for' },
  number: { vi: 'Số văn bằng, văn bản', en: 'Number of the document' },
  issuedOn: { vi: 'Ngày cấp', en: 'Day it was issued' },
  issuedBy: { vi: 'Trường hoặc cơ quan cấp', en: 'School or authority' },
  issuedByHint: {
    vi: 'Ghi đúng tên in trên văn bản, ví dụ: Học viện Chính trị khu vực II.',
    en: 'As printed on it, for example: Học viện Chính trị khu vực II.',
  },
  unitName: { vi: 'Đơn vị khi học', en: 'Unit at the time' },
  position: { vi: 'Chức vụ khi học', en: 'Position at the time' },
  ifKnown: { vi: 'Để trống nếu không rõ.', en: 'Leave empty when not known.' },
  holderName: { vi: 'Họ và tên trên văn bản', en: 'Name on the document' },
  save: { vi: 'Ghi vào quá trình đào tạo', en: 'Enter it' },
  saved: {
    vi: 'Đã ghi văn bản và cập nhật trình độ lý luận chính trị.',
    en: 'The document is entered, and the theory level follows from it.',
  },
  back: { vi: 'Quá trình đào tạo, bồi dưỡng', en: 'Training record' },
  line: { vi: 'Một dòng quá trình đào tạo', en: 'A line of the training record' },
  now: { vi: 'Nội dung đang có hiệu lực', en: 'What it says now' },
  withdrawnNow: { vi: 'Dòng này đã bị hủy', en: 'This line was withdrawn' },
  history: { vi: 'Các lần ghi, mới nhất trước', en: 'Its versions, newest first' },
  first: { vi: 'Ghi lần đầu', en: 'First entry' },
  corrected: { vi: 'Sửa lại', en: 'Corrected' },
  withdrawn: { vi: 'Hủy', en: 'Withdrawn' },
  service: { vi: 'Hệ thống', en: 'The service' },
  correct: { vi: 'Sửa dòng này', en: 'Correct this line' },
  correctHint: {
    vi: 'Dòng cũ vẫn được lưu và đọc được. Chỉ thay mục ghi sai.',
    en: 'The old line is kept and stays readable. Change only what is wrong.',
  },
  classStays: {
    vi: 'Kết quả và số giấy chứng nhận do lớp quyết định: sửa tại trang kết quả của lớp.',
    en: 'Results and certificate numbers belong to the class and are corrected there.',
  },
  certificateSays: {
    vi: 'Họ tên, đơn vị, thời gian và xếp loại in trên giấy chứng nhận: đính chính giấy, dòng này được ghi theo.',
    en: 'Name, unit, dates and grade are printed on the certificate: correct that, and this line follows.',
  },
  toCertificate: { vi: 'Mở giấy chứng nhận', en: 'Open the certificate' },
  reason: { vi: 'Lý do', en: 'Reason' },
  saveCorrection: { vi: 'Ghi dòng đúng', en: 'Save the correction' },
  correctionSaved: { vi: 'Đã ghi dòng đúng; dòng cũ vẫn được lưu.', en: 'Corrected; the old line is kept.' },
  withdraw: { vi: 'Hủy dòng ghi sai', en: 'Withdraw this line' },
  withdrawWhat: {
    vi: 'Dùng khi văn bản không phải của người này hoặc không có thật. Dòng không còn được tính, trình độ lý luận chính trị tính lại theo các dòng còn lại; dòng bị hủy vẫn đọc được.',
    en: 'For a document that is somebody else’s or not real. The line no longer counts and the theory level follows from what is left; the line stays readable.',
  },
  lineWithdrawn: { vi: 'Đã hủy dòng ghi sai.', en: 'The line is withdrawn.' },
});

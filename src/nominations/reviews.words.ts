import { words } from '../platform/messages/words';

/** The words of deciding on many at once. */
export const reviewWords = words({
  review: { vi: 'Xét duyệt các dòng đã đánh dấu', en: 'Decide on the ticked rows' },
  choose: { vi: 'Chọn', en: 'Tick' },
  chooseRow: { vi: (name: string) => `Đánh dấu ${name}`, en: (name: string) => `Tick ${name}` },
  tickAll: {
    vi: (count: number) => `Đánh dấu cả ${count} người trên trang này`,
    en: (count: number) => `Tick all ${count} on this page`,
  },
  tickNone: { vi: 'Bỏ hết dấu', en: 'Untick all' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  endorse: { vi: 'Đồng ý, chuyển văn phòng đào tạo', en: 'Endorse' },
  accept: { vi: 'Duyệt vào lớp', en: 'Accept' },
  return: { vi: 'Trả lại để sửa', en: 'Return for correction' },
  reject: { vi: 'Không duyệt', en: 'Reject' },
  endorseHint: { vi: 'Ý kiến của Đảng ủy Tập đoàn.', en: 'The Group committee’s word.' },
  acceptHint: { vi: 'Trở thành học viên của lớp ngay.', en: 'Enrolled at once.' },
  returnHint: { vi: 'Giữ chỗ đến ngày hẹn.', en: 'The place is kept until a day.' },
  rejectHint: { vi: 'Chỗ chuyển cho người dự phòng.', en: 'The seat goes to a reserve.' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: { vi: 'Cần khi trả lại hoặc không duyệt.', en: 'Needed to return or reject.' },
  correctBy: { vi: 'Giữ chỗ đến ngày', en: 'Keep the place until' },
  correctByHint: { vi: 'Cần khi trả lại để sửa.', en: 'Needed to return.' },
  decide: { vi: 'Ghi kết quả xét duyệt', en: 'Record the decision' },

  doneEndorse: {
    vi: (count: number) => `Đã cho ý kiến đồng ý với ${count} người.`,
    en: (count: number) => `Endorsed ${count}.`,
  },
  doneAccept: {
    vi: (count: number) => `Đã duyệt ${count} người vào lớp.`,
    en: (count: number) => `Accepted ${count}.`,
  },
  doneReturn: {
    vi: (count: number) => `Đã trả lại ${count} người để sửa.`,
    en: (count: number) => `Returned ${count}.`,
  },
  doneReject: { vi: (count: number) => `Đã không duyệt ${count} người.`, en: (count: number) => `Rejected ${count}.` },
  notDone: {
    vi: (count: number) => `${count} người chưa thực hiện được`,
    en: (count: number) => `${count} could not be processed`,
  },
  notDoneNext: {
    vi: 'Các dòng này vẫn còn đánh dấu ở dưới. Xem lý do rồi chọn cách xử lý khác.',
    en: 'These rows are still ticked below. Read the reason, then choose another decision.',
  },
});

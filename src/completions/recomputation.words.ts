import { words } from '../platform/messages/words';

export const recomputationWords = words({
  help: {
    vi: 'Kết quả được tính lại từ điểm danh, điểm và bài thu hoạch đang lưu, theo điều kiện hoàn thành của ngày khai giảng, rồi so với kết quả đã ghi. Trang này không thay đổi gì.',
    en: 'Results are computed again from the attendance, marks and essays on record, by the completion rules of the opening day, and compared with what was recorded. This page changes nothing.',
  },
  recompute: { vi: 'Tính lại kết quả', en: 'Compute again' },
  same: {
    vi: (people: number) => `Đã tính lại ${people} kết quả: tất cả đúng như đã ghi.`,
    en: (people: number) => `${people} results computed again: all are as recorded.`,
  },
  differ: {
    vi: (differing: number, people: number) =>
      `${differing} trên ${people} kết quả tính lại khác với kết quả đã ghi: dữ liệu gốc đã bị sửa sau khi kết thúc lớp. Hãy xem nhật ký của lớp để biết ai sửa, khôi phục dữ liệu gốc, và báo quản trị hệ thống.`,
    en: (differing: number, people: number) =>
      `${differing} of ${people} results differ from what was recorded: what they are made of was changed after the class was closed. See the journal of the class for who did it, restore the facts, and tell the administrator.`,
  },
  apart: {
    vi: 'Kết quả theo quyết định được tính với quyết định đó; điều chỉnh sau khi kết thúc lớp được tính như đã quyết định.',
    en: 'What was decided of somebody, before or after the class was closed, counts as it was decided.',
  },
  recorded: { vi: 'Đã ghi', en: 'On record' },
  again: { vi: 'Tính lại', en: 'Computed again' },
  why: { vi: 'Căn cứ hiện nay', en: 'What is found now' },
  notClosed: {
    vi: 'Lớp chưa kết thúc nên chưa có kết quả để so.',
    en: 'The class is not closed, so there is nothing to compare with.',
  },
  notClosedNext: {
    vi: 'Khi lớp được kết thúc ở trang “Kết quả”, so lại được ở đây.',
    en: 'Once the class is closed under “Results”, it can be compared here.',
  },
  back: { vi: 'Kết quả lớp', en: 'Results' },
});

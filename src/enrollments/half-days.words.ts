import { declareActions } from '../platform/journal/actions';
import { words } from '../platform/messages/words';

export const halfDayWords = words({
  added: {
    vi: (count: number) => `Đã đưa ${count} buổi vào lịch học.`,
    en: (count: number) => `${count} half-day${count === 1 ? '' : 's'} added to the timetable.`,
  },
  editShort: { vi: 'Đổi lịch', en: 'Change' },
  edit: { vi: 'Đổi lịch buổi học', en: 'Change the half-day' },
  editOf: {
    vi: (title: string) => `Đổi lịch buổi ${title.toLowerCase()}`,
    en: (title: string) => `Change the half-day of ${title}`,
  },
  change: { vi: 'Dời buổi học, đổi phòng, giảng viên', en: 'Move it, change room or lecturer' },
  changeHint: {
    vi: 'Học viên thấy lịch mới ngay. Nếu có người bận học lớp khác vào giờ mới, hệ thống báo tên.',
    en: 'People see the new time at once. If somebody is in another class then, you are told who.',
  },
  changeReason: { vi: 'Lý do thay đổi', en: 'Reason for the change' },
  changeReasonHint: {
    vi: 'Học viên và chủ nhiệm lớp được báo một lần, kèm lý do này.',
    en: 'Everybody enrolled and the class manager are told once, with this reason.',
  },
  save: { vi: 'Lưu thay đổi', en: 'Save the change' },
  changed: { vi: 'Đã đổi lịch buổi học.', en: 'The half-day is changed.' },
  cancel: { vi: 'Hủy buổi học', en: 'Cancel the half-day' },
  cancelConfirm: {
    vi: 'Buổi học giữ lại trong lịch với ghi chú đã hủy; phòng, giảng viên và giờ của học viên được giải phóng. Không khôi phục được; nếu học bù, hãy thêm buổi mới.',
    en: 'It stays in the timetable marked as cancelled; the room, the lecturer and everybody’s time are free again. This cannot be undone; add another half-day to make up for it.',
  },
  marked: {
    vi: (count: number) =>
      `Buổi này đã điểm danh ${count} người. Nếu hủy, kết quả điểm danh vẫn lưu trong lịch sử nhưng không được tính cho ai nữa.`,
    en: (count: number) =>
      `${count} ${count === 1 ? 'person is' : 'people are'} marked at it. Once it is cancelled the marks stay in the history and count for nobody.`,
  },
  cancelMarked: {
    vi: (count: number) => `Vẫn hủy, dù đã điểm danh ${count} người`,
    en: (count: number) => `Cancel it, though ${count} ${count === 1 ? 'person is' : 'people are'} marked`,
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  cancelled: { vi: 'Đã hủy buổi học.', en: 'The half-day is cancelled.' },
});

export const overlapActions = declareActions('half_days', {
  overlap_allowed: {
    vi: 'đã cho học viên trùng giờ với lớp khác',
    en: 'allowed people to be in two classes at once',
  },
});

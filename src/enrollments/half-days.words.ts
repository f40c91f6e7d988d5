import { declareActions } from '../platform/journal/actions';
import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';

export const halfDayWords = words({
  help: {
    vi: 'Dời, đổi phòng, đổi giảng viên hoặc hủy một buổi học. Học viên và chủ nhiệm lớp được báo một lần, kèm lý do.',
    en: 'Move, cancel or change one half-day, its room or its lecturer. The class is told once, with your reason.',
  },
  added: {
    vi: (count: number) => `Đã đưa ${count} buổi vào lịch học.`,
    en: (count: number) => `${many(count, 'half-day')} added to the timetable.`,
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
  changedAlong: {
    vi: (codes: readonly string[]) => `Đã đổi lịch buổi học, cùng các lớp song song ${codes.join(', ')}.`,
    en: (codes: readonly string[]) => `The half-day is changed, and so it is in ${codes.join(', ')}.`,
  },
  alsoIn: { vi: 'Đổi luôn ở các lớp song song', en: 'Change in the parallel classes as well' },
  alsoInHint: {
    vi: 'Ngày, giờ, nội dung và việc hủy đổi theo; phòng và giảng viên của mỗi lớp giữ nguyên.',
    en: 'Day, times, topic and cancellation go along; each class keeps its room and lecturer.',
  },
  seeAlong: { vi: 'Xem trước ở các lớp song song', en: 'See it in the parallel classes' },
  follows: { vi: 'Lớp này học song song, theo lịch của lớp', en: 'This class follows the timetable of' },
  willChange: { vi: 'Buổi của các lớp song song', en: 'In the parallel classes' },
  noneAlong: {
    vi: 'Chưa chọn lớp song song nào, hoặc lớp được chọn không có buổi tương ứng.',
    en: 'No parallel class is chosen, or those chosen have no half-day alike.',
  },
  roomGone: {
    vi: (name: string) => `${name} đã có lớp khác, để trống phòng`,
    en: (name: string) => `${name} is taken, so it has no room`,
  },
  lecturerGone: {
    vi: (name: string) => `${name} dạy lớp khác, để trống giảng viên`,
    en: (name: string) => `${name} teaches another class, so it has no lecturer`,
  },
  noRoom: { vi: 'chưa có phòng', en: 'no room yet' },
  noLecturer: { vi: 'chưa có giảng viên', en: 'no lecturer yet' },
  changeAll: {
    vi: (classes: number) => `Đổi lịch cả ${classes} lớp`,
    en: (classes: number) => `Change it in ${classes} classes`,
  },
  leaveOut: {
    vi: 'Bỏ chọn lớp vướng ở dưới rồi xem lại, hoặc sửa buổi của lớp đó trước.',
    en: 'Leave that class out below and look again, or change its half-day first.',
  },
  cancel: { vi: 'Hủy buổi học', en: 'Cancel the half-day' },
  cancelConfirm: {
    vi: 'Buổi học giữ lại trong lịch với ghi chú đã hủy; phòng, giảng viên và giờ của học viên được giải phóng. Không khôi phục được; nếu học bù, hãy thêm buổi mới.',
    en: 'It stays in the timetable marked as cancelled; the room, the lecturer and everybody’s time are free again. This cannot be undone; add another half-day to make up for it.',
  },
  marked: {
    vi: (count: number) =>
      `Buổi này đã điểm danh ${count} người. Nếu hủy, kết quả điểm danh vẫn lưu trong lịch sử nhưng không được tính cho ai nữa.`,
    en: (count: number) =>
      `${many(count, 'person is', 'people are')} marked at it. If it is cancelled, the attendance stays in the history but no longer counts for anyone.`,
  },
  cancelMarked: {
    vi: (count: number) => `Vẫn hủy, dù đã điểm danh ${count} người`,
    en: (count: number) => `Cancel it, though ${many(count, 'person is', 'people are')} marked`,
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

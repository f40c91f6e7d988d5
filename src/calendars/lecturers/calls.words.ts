import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const callWords = words({
  help: {
    vi: 'Giảng viên có buổi mới, đổi hoặc hủy mà thư không đến được. Hãy gọi từng người, gọi xong thì đánh dấu.',
    en: 'Lecturers with new, changed or cancelled half-days whom mail does not reach. Call each of them, and mark each one after calling.',
  },
  title: { vi: 'Giảng viên cần gọi điện', en: 'Lecturers to call' },
  lecturer: { vi: 'Giảng viên', en: 'Lecturer' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  noPhone: { vi: 'Chưa có số điện thoại', en: 'No phone number' },
  addContact: { vi: 'Bổ sung địa chỉ, điện thoại', en: 'Add an address or a number' },
  mailCameBack: {
    vi: (email: string) => `Thư gửi đến ${email} không đến nơi`,
    en: (email: string) => `Mail to ${email} did not arrive`,
  },
  toTell: { vi: 'Cần báo', en: 'To tell' },
  new: { vi: 'Buổi giảng', en: 'Teaches' },
  newWatch: { vi: 'Coi thi', en: 'Keeps watch' },
  changed: { vi: 'Thay đổi, nay là', en: 'Changed, now' },
  off: { vi: 'ĐÃ HỦY hoặc thôi phân công', en: 'CANCELLED or taken off' },
  halfDay: {
    vi: (number: number, day: string, from: string, to: string) => `buổi ${number}, ${day}, ${from}–${to}`,
    en: (number: number, day: string, from: string, to: string) => `half-day ${number}, ${day}, ${from}–${to}`,
  },
  exam: {
    vi: (what: string | null, day: string, from: string, to: string) =>
      `thi ${what ?? 'cuối khóa'}, ${day}, ${from}–${to}`,
    en: (what: string | null, day: string, from: string, to: string) =>
      `examination, ${what ?? 'final'}, ${day}, ${from}–${to}`,
  },
  called: { vi: 'Đã gọi', en: 'Called' },
  calledOne: {
    vi: (name: string) => `Đã ghi: đã gọi cho ${name}.`,
    en: (name: string) => `Noted: ${name} was called.`,
  },
  nobody: { vi: 'Không phải gọi cho ai', en: 'No one to call' },
  nobodyNext: {
    vi: 'Khi lịch giảng của người chưa có thư điện tử thay đổi, tên sẽ hiện ở đây.',
    en: 'When the schedule of a lecturer without an e-mail address changes, their name appears here.',
  },
  lately: { vi: 'Đã gọi trong 30 ngày qua', en: 'Called in the last 30 days' },
  noneLately: { vi: 'Chưa gọi cho ai.', en: 'No one has been called.' },
  noneLatelyNext: {
    vi: 'Ai được đánh dấu đã gọi sẽ hiện ở đây.',
    en: 'Everybody marked as called appears here.',
  },
  halfDays: { vi: 'Số buổi', en: 'Half-days' },
  by: { vi: 'Người gọi', en: 'By' },
  at: { vi: 'Lúc', en: 'At' },
  back: { vi: 'Giảng viên, báo cáo viên', en: 'Lecturers' },
});

export const callActions = declareActions('lecturers', {
  called: { vi: 'đã gọi báo lịch giảng', en: 'called a lecturer' },
});

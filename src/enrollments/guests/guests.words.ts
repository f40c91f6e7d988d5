import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const guestWords = words({
  help: {
    vi: 'Cho một học viên học bù một buổi ở lớp khác cùng nội dung. Buổi đó tính như có mặt ở lớp của mình.',
    en: 'Let somebody attend one half-day in another class on the same subject. It counts as attended in their own class.',
  },
  title: { vi: (name: string) => `Học ghép: ${name}`, en: (name: string) => `Make up a half-day: ${name}` },
  back: { vi: 'Việc học', en: 'Learning' },
  instead: { vi: 'Thay cho buổi', en: 'Instead of' },
  how: {
    vi: 'Học viên có tên trong danh sách điểm danh của buổi được chọn. Có mặt ở đó thì buổi của lớp mình, tổ mình được tính có mặt, ghi rõ học ghép ở đâu.',
    en: 'The person stands on the sheet of the half-day you choose. Being present there counts here, with where it was.',
  },
  at: { vi: 'Học ghép tại', en: 'At' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: { vi: 'Ví dụ: vắng có phép vì đi công tác', en: 'For example: was away on duty' },
  parallel: { vi: (code: string) => `${code} (lớp song song)`, en: (code: string) => `${code} (parallel)` },
  arrange: { vi: 'Xếp học ghép', en: 'Arrange it' },
  keep: { vi: 'Không xếp', en: 'Leave it' },
  arranged: {
    vi: 'Đã xếp học ghép. Người điểm danh buổi kia thấy học viên trong danh sách điểm danh của buổi đó.',
    en: 'Arranged. The person appears on the attendance sheet of that half-day.',
  },
  callOff: { vi: 'Bỏ học ghép', en: 'Call it off' },
  callOffWhat: {
    vi: 'Học viên không còn trong danh sách điểm danh của buổi kia.',
    en: 'The person is taken off the sheet of the other half-day.',
  },
  calledOff: { vi: 'Đã bỏ lần học ghép.', en: 'It is called off.' },
  none: { vi: 'Chưa có buổi nào để học ghép', en: 'There is no half-day to make it up at' },
  noneNext: {
    vi: 'Trong 14 ngày qua và sắp tới, các lớp khác của chương trình và các tổ khác của lớp không có buổi nào mà học viên không bận học.',
    en: 'In the last 14 days and to come, other classes of the course and other groups have no half-day at which the person is free.',
  },
});

export const guestActions = declareActions('attendance', {
  guest_arranged: {
    vi: 'đã xếp học ghép ở lớp, tổ khác',
    en: 'arranged that a half-day is made up in another class or group',
  },
  guest_called_off: { vi: 'đã bỏ lần học ghép', en: 'called off that a half-day is made up' },
});

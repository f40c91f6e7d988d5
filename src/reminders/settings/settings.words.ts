import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const settingWords = words({
  help: {
    vi: 'Nhắc việc gì, vào những ngày nào; chương trình hoặc lớp có thể có ngày riêng. Mở một dòng để đổi.',
    en: 'What people are reminded of, and on which days; a course or class may have its own. Open a line to change it.',
  },
  helpOfRule: {
    vi: 'Đổi ngày nhắc của một việc, cho mọi lớp hoặc riêng một chương trình, một lớp. Trang cho xem trước ai được nhắc ngày nào.',
    en: 'Change the days of one reminder, for all classes or for one course or class. You see beforehand who is reminded when.',
  },
  helpOfClass: {
    vi: 'Những ngày nhắc đang áp dụng cho lớp này và quy định ở đâu. Mở một dòng để đặt ngày riêng cho lớp.',
    en: 'The reminders that apply to this class, and where they are set. Open a line to give the class its own days.',
  },
  helpOfCourse: {
    vi: 'Những ngày nhắc đang áp dụng cho chương trình này và quy định ở đâu. Mở một dòng để đặt ngày riêng.',
    en: 'The reminders that apply to this course, and where they are set. Open a line to give it its own days.',
  },
  title: { vi: 'Quy tắc nhắc', en: 'Reminder rules' },
  titleOf: { vi: (name: string) => `Quy tắc nhắc – ${name}`, en: (name: string) => `Reminder rules – ${name}` },
  back: { vi: 'Nhắc việc', en: 'Reminders' },
  backToRules: { vi: 'Quy tắc nhắc', en: 'Reminder rules' },
  rule: { vi: 'Nhắc việc gì', en: 'About' },
  state: { vi: 'Đang', en: 'State' },
  on: { vi: 'Bật', en: 'On' },
  off: { vi: 'Tắt', en: 'Off' },
  days: { vi: 'Số ngày trước', en: 'Days before' },
  when: { vi: 'Khi nào', en: 'When' },
  before: {
    vi: (days: string) => `trước ${days} ngày`,
    en: (days: string) => `${days} ${days === '1' ? 'day' : 'days'} before`,
  },
  onTheDay: { vi: 'đúng ngày', en: 'on the day' },
  after: {
    vi: (days: string) => `sau ${days} ngày`,
    en: (days: string) => `${days} ${days === '1' ? 'day' : 'days'} after`,
  },
  daysHint: {
    vi: 'Cách nhau dấu phẩy, ví dụ: 7, 3, 1. Số 0 là đúng ngày; số âm là sau ngày đó (−8: sau 8 ngày).',
    en: 'With commas between them, for example 7, 3, 1. 0 is on the day; a negative number is after it (−8: 8 days after).',
  },
  range: {
    vi: (least: number, most: number) => `Loại nhắc này nhận từ ${least} đến ${most}.`,
    en: (least: number, most: number) => `This rule takes ${least} to ${most}.`,
  },
  tooLate: { vi: 'Quá mấy ngày thì thôi', en: 'Give up after (days)' },
  tooLateHint: {
    vi: 'Nếu chưa gửi được mà đã quá ngần này ngày thì không gửi nữa và ghi là lỡ.',
    en: 'A reminder that could not be sent within this many days is not sent any more and is recorded as missed.',
  },
  enabled: { vi: 'Bật loại nhắc này', en: 'This rule is on' },
  urgent: { vi: 'Báo ngay, không chờ thư chung trong ngày', en: 'Notify at once, not in the daily mail' },
  duty: {
    vi: 'Bắt buộc: người nhận không tự tắt được',
    en: 'Mandatory: recipients cannot switch it off',
  },
  workingDays: { vi: 'Chỉ nhắc vào ngày làm việc', en: 'On working days only' },
  kind: { vi: 'Cách báo', en: 'How it is told' },
  urgentShort: { vi: 'Báo ngay', en: 'At once' },
  dutyShort: { vi: 'Bắt buộc', en: 'Duty' },
  workingDaysShort: { vi: 'Ngày làm việc', en: 'Working days' },
  reason: { vi: 'Lý do thay đổi', en: 'Why it is changed' },
  reasonHint: { vi: 'Được ghi vào nhật ký.', en: 'Kept in the journal.' },
  change: { vi: 'Sửa', en: 'Change' },
  changeOf: { vi: (rule: string) => `quy tắc ${rule}`, en: (rule: string) => `the rule ${rule}` },
  changeHere: { vi: 'Đặt riêng ở đây', en: 'Set for here' },
  texts: { vi: 'Lời nhắc', en: 'Reminder texts' },
  heads: { vi: 'Lãnh đạo văn phòng đào tạo', en: 'Head of the training office' },
  save: { vi: 'Lưu quy tắc', en: 'Save the rule' },
  saveHere: { vi: 'Lưu cho nơi này', en: 'Save for here' },
  saved: {
    vi: 'Đã lưu quy tắc. Áp dụng từ lần xếp lịch tới; những lần nhắc đã ghi sổ giữ nguyên ngày.',
    en: 'The rule was saved. It applies from the next planning; reminders already in the ledger keep their day.',
  },
  hereTitle: { vi: (rule: string) => `Đặt riêng: ${rule}`, en: (rule: string) => `Set for here: ${rule}` },
  hereHint: {
    vi: 'Để trống là theo quy định chung. Để trống tất cả là bỏ quy định riêng.',
    en: 'Fields left empty follow the general rule. Leave all fields empty to remove the special rule.',
  },
  asEverywhere: { vi: 'Theo quy định chung', en: 'As the general rule' },
  everywhere: { vi: 'quy định chung', en: 'as everywhere' },
  course: { vi: 'riêng của chương trình', en: 'set for the course' },
  class: { vi: 'riêng của lớp', en: 'set for the class' },
  exceptions: { vi: 'Nơi có quy định riêng', en: 'Where it is otherwise' },
  place: { vi: 'Chương trình hoặc lớp', en: 'Course or class' },
  noExceptions: { vi: 'Chưa nơi nào có quy định riêng', en: 'No special rules yet' },
  noExceptionsNext: {
    vi: 'Chọn một chương trình dưới đây, hoặc mở mục “Nhắc việc” của một lớp rồi chọn “Quy tắc nhắc của lớp”.',
    en: 'Choose a course below, or open “Reminders” of a class and choose “Reminder rules of this class”.',
  },
  noExceptionsToRead: {
    vi: 'Văn phòng đào tạo đặt ngày riêng cho chương trình hoặc lớp khi cần.',
    en: 'The training office gives a course or class its own days where that is needed.',
  },
  chooseCourse: { vi: 'Đặt riêng cho chương trình', en: 'Set for a course' },
  openCourse: { vi: 'Mở', en: 'Open' },
  actions: { vi: 'Thao tác', en: 'Actions' },
  unchanged: { vi: 'như chung', en: 'unchanged' },
});

export const settingActions = declareActions('reminders', {
  exception_ended: { vi: 'đã bỏ quy tắc nhắc riêng', en: 'ended an exception of a reminder rule' },
  exception_set: { vi: 'đã đặt quy tắc nhắc riêng', en: 'set an exception of a reminder rule' },
  rule_changed: { vi: 'đã sửa quy tắc nhắc', en: 'changed a reminder rule' },
});

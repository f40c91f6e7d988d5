import { momentInWords } from '../platform/clock';
import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';

export const officeWords = words({
  withoutScan: { vi: 'Công văn thiếu bản chụp', en: 'Letters without a scan' },
  withoutScanOf: {
    vi: (name: string, count: number) => `${name}: ${count} công văn`,
    en: (name: string, count: number) => `${name}: ${count}`,
  },
  openCalls: { vi: 'Đang chiêu sinh', en: 'Open calls' },
  waiting: { vi: 'Hồ sơ chờ xét', en: 'Nominations to review' },
  running: { vi: 'Lớp đang học', en: 'Classes running' },
  halfDaysToday: { vi: 'Buổi học hôm nay', en: 'Half-days today' },
  plan: { vi: 'Lập lớp mới', en: 'Plan a class' },
  rooms: { vi: 'Phòng, hội trường', en: 'Rooms' },
  lecturers: { vi: 'Giảng viên, báo cáo viên', en: 'Lecturers' },

  classes: { vi: 'Các lớp đang thực hiện', en: 'Classes in progress' },
  seats: { vi: 'Chỉ tiêu đã dùng', en: 'Seats held' },
  learners: { vi: (count: number) => `${count} học viên`, en: (count: number) => `${count} learners` },
  when: { vi: 'Thời hạn', en: 'When' },
  callOpens: {
    vi: (moment: Date) => `Mở chiêu sinh: ${momentInWords.vi(moment)}`,
    en: (moment: Date) => `Call opens: ${momentInWords.en(moment)}`,
  },
  callCloses: { vi: (left: string) => `Hạn gửi danh sách: ${left}`, en: (left: string) => `Lists due: ${left}` },
  opens: { vi: (left: string) => `Khai giảng: ${left}`, en: (left: string) => `Opens: ${left}` },
  late: { vi: (day: string) => `Quá ngày khai giảng ${day}`, en: (day: string) => `Was to open on ${day}` },
  closes: { vi: (left: string) => `Bế giảng: ${left}`, en: (left: string) => `Closes: ${left}` },
  closed: { vi: (day: string) => `Đã bế giảng ngày ${day}`, en: (day: string) => `Ended on ${day}` },
  onlySomeClasses: {
    vi: (shown: number, all: number) => `Chỉ hiện ${shown} trong ${all} lớp đang thực hiện; xem đủ ở mục Lớp học.`,
    en: (shown: number, all: number) =>
      `Only ${shown} of ${all} classes in progress are shown; see Classes for all of them.`,
  },
  noClasses: { vi: 'Chưa có lớp nào đang thực hiện', en: 'No class in progress' },
  noClassesNext: {
    vi: 'Lập lớp mới rồi thông báo chiêu sinh; lớp sẽ hiện ở đây.',
    en: 'Plan a class and announce its call; it then appears here.',
  },

  allocate: { vi: 'Phân bổ chỉ tiêu', en: 'Allocate the seats' },
  study: { vi: 'Theo dõi đăng ký', en: 'Follow registrations' },
  review: { vi: 'Xét duyệt hồ sơ', en: 'Review nominations' },
  follow: { vi: 'Theo dõi cử học', en: 'Follow nominations' },
  confirm: { vi: 'Quyết định mở lớp', en: 'Confirm the class' },
  prepare: { vi: 'Xem lịch học', en: 'See the timetable' },
  attend: { vi: 'Theo dõi điểm danh', en: 'Follow attendance' },
  close: { vi: 'Xét kết quả, kết thúc lớp', en: 'Judge and close' },

  byLetter: { vi: 'Công văn chờ duyệt', en: 'Letters to review' },
  waitingLongest: { vi: 'Hồ sơ chờ xét lâu nhất', en: 'Waiting longest for review' },
  since: { vi: 'Chờ từ', en: 'Since' },
  days: {
    vi: (days: number) => (days === 0 ? 'hôm nay' : `${days} ngày`),
    en: (days: number) => (days === 0 ? 'today' : many(days, 'day')),
  },
  noneWaiting: { vi: 'Không có hồ sơ nào chờ xét', en: 'No nomination waits for review' },
  noneWaitingNext: {
    vi: 'Khi đơn vị gửi danh sách, hồ sơ sẽ hiện ở đây.',
    en: 'What the units send appears here.',
  },

  manager: { vi: 'Chủ nhiệm lớp', en: 'Class manager' },
  noManager: { vi: 'Chưa phân công', en: 'Nobody yet' },
  noHalfDays: { vi: 'Hôm nay không có buổi học', en: 'No half-day today' },
  noHalfDaysNext: { vi: 'Lịch học của từng lớp ở trang của lớp.', en: 'Each class has its timetable on its page.' },

  reminders: { vi: 'Nhắc việc trong 30 ngày qua', en: 'Reminders of the last 30 days' },
  allSent: {
    vi: 'Không có lời nhắc nào gửi lỗi, bị trả lại hay bị lỡ.',
    en: 'No reminder failed, came back or was missed.',
  },
  failed: {
    vi: (count: number) => `${count} lời nhắc gửi không được – xem và liên hệ trực tiếp`,
    en: (count: number) => `${count} could not be sent – look and contact them directly`,
  },
  returned: {
    vi: (count: number) => `${count} thư nhắc bị trả lại – xem và hỏi địa chỉ khác`,
    en: (count: number) => `${count} came back – look and ask for another address`,
  },
  missed: {
    vi: (count: number) => `${count} lời nhắc bị lỡ vì đã quá hạn – xem`,
    en: (count: number) => `${count} missed because it was too late – look`,
  },
  invariants: { vi: 'Tính nhất quán của dữ liệu', en: 'Consistency of the data' },
  invariantsBroken: { vi: 'Có quy tắc bị vi phạm', en: 'A rule is broken' },
  automaticWorkGoesOn: {
    vi: (moment: string) => `Các việc tự động chạy bình thường, lần gần nhất lúc ${moment}.`,
    en: (moment: string) => `Automatic work goes on as it should, last at ${moment}.`,
  },
  automaticWorkBegins: {
    vi: 'Các việc tự động chưa chạy lần nào.',
    en: 'Automatic work has not been done yet.',
  },
  automaticWorkLate: {
    vi: 'Có việc tự động (nhắc, gửi thư, thu hồi chỉ tiêu…) đang chạy chậm. Chưa có gì bị mất: việc đến hạn sẽ được làm khi hệ thống chạy lại. Đồng chí báo người vận hành hệ thống.',
    en: 'Some automatic work (reminders, mail, releasing seats…) is late. Nothing is lost: what is due is done once it goes on. Please tell the person who runs the service.',
  },
});

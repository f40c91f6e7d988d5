import { declareActions } from '../platform/journal/actions';
import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';

const halfDays = { en: (count: number) => many(count, 'half-day') };

export const invitationWords = words({
  subjectAdded: {
    vi: (className: string, count: number) => `Lịch học ${className}: ${count} buổi`,
    en: (className: string, count: number) => `Timetable of ${className}: ${halfDays.en(count)}`,
  },
  subjectChanged: {
    vi: (className: string) => `Thay đổi lịch học ${className}`,
    en: (className: string) => `Timetable of ${className} has changed`,
  },
  subjectCancelled: {
    vi: (className: string, count: number) => `Bỏ ${count} buổi khỏi lịch học ${className}`,
    en: (className: string, count: number) => `${halfDays.en(count)} of ${className} taken off the timetable`,
  },
  greeting: { vi: (name: string) => `Kính gửi đồng chí ${name},`, en: (name: string) => `Dear ${name},` },
  added: {
    vi: (className: string) => `Đồng chí có lịch học ${className} như sau:`,
    en: (className: string) => `These are your half-days of ${className}:`,
  },
  changed: {
    vi: (className: string) => `Các buổi sau của ${className} đã thay đổi. Ngày giờ và nơi học mới:`,
    en: (className: string) => `These half-days of ${className} have changed. Their new time and place:`,
  },
  cancelled: {
    vi: (className: string) =>
      `Đồng chí không phải dự các buổi sau của ${className} nữa, vì buổi học đã hủy, đồng chí được nghỉ hoặc đã thôi học lớp này:`,
    en: (className: string) =>
      `You no longer attend these half-days of ${className}, because they were cancelled, you have leave, or you left the class:`,
  },
  isCancelled: { vi: (reason: string) => `ĐÃ HỦY: ${reason}`, en: (reason: string) => `CANCELLED: ${reason}` },
  halfDay: { vi: (number: number) => `Buổi ${number}`, en: (number: number) => `Half-day ${number}` },
  exam: {
    vi: (what: string | null, isResit: boolean) => `${isResit ? 'Thi lại' : 'Thi'} ${what ?? 'cuối khóa'}`,
    en: (what: string | null, isResit: boolean) => `${isResit ? 'Re-sit' : 'Examination'}, ${what ?? 'final'}`,
  },
  watch: {
    vi: (what: string | null) => `Coi thi ${what ?? 'cuối khóa'}`,
    en: (what: string | null) => `Invigilate the examination, ${what ?? 'final'}`,
  },
  time: {
    vi: (day: string, from: string, to: string) => `ngày ${day}, ${from}–${to}`,
    en: (day: string, from: string, to: string) => `${day}, ${from}–${to}`,
  },
  openOne: {
    vi: 'Việc cần làm: mở tệp lịch kèm theo để lịch trên điện thoại ghi đúng buổi này.',
    en: 'What to do: open the calendar file attached, so that the calendar on your phone is right.',
  },
  openEach: {
    vi: 'Việc cần làm: mở từng tệp lịch kèm theo, mỗi buổi một tệp, để lịch trên điện thoại ghi đúng các buổi này.',
    en: 'What to do: open the calendar files attached, one for each half-day, so that the calendar on your phone is right.',
  },
  openAll: {
    vi: 'Việc cần làm: mở tệp lich-hoc.ics kèm theo và chọn nhập tất cả, một lần cho mọi buổi. Về sau buổi nào thay đổi hoặc bị hủy, đồng chí nhận thư kèm tệp của riêng buổi đó; mở tệp ấy thì lịch sửa đúng buổi đã nhập, không phải nhập lại các buổi khác.',
    en: 'What to do: open the attached file lich-hoc.ics and import all half-days at once. When one of them changes or is cancelled later, you receive a message with a file for that half-day only; opening it updates that half-day and leaves the others as they are.',
  },
  subscribe: {
    vi: 'Muốn lịch tự đổi theo mà không phải mở tệp, hãy đăng ký địa chỉ lịch tại:',
    en: 'To have the calendar updated automatically, without opening files, subscribe to its address at:',
  },
  closing: {
    vi: 'Thư này do hệ thống gửi khi lịch học thay đổi, không cần trả lời. Nếu có điều chưa đúng, xin báo văn phòng đào tạo của Khối.',
    en: 'The service sent this message because the timetable changed; no answer is needed. If something is wrong, please tell the training office of the Bloc.',
  },
});

/** Said instead to who teaches them. */
export const teachingWords = words({
  subjectAdded: {
    vi: (className: string, count: number) => `Lịch giảng ${className}: ${count} buổi`,
    en: (className: string, count: number) => `You teach ${className}: ${halfDays.en(count)}`,
  },
  subjectChanged: {
    vi: (className: string) => `Thay đổi lịch giảng ${className}`,
    en: (className: string) => `What you teach of ${className} has changed`,
  },
  subjectCancelled: {
    vi: (className: string, count: number) => `Bỏ ${count} buổi khỏi lịch giảng ${className}`,
    en: (className: string, count: number) => `${halfDays.en(count)} of ${className} taken off what you teach`,
  },
  added: {
    vi: (className: string) => `Kính mời đồng chí giảng các buổi sau của ${className}:`,
    en: (className: string) => `You are asked to teach these half-days of ${className}:`,
  },
  changed: {
    vi: (className: string) => `Các buổi đồng chí giảng ở ${className} đã thay đổi. Ngày giờ và nơi học mới:`,
    en: (className: string) => `These half-days you teach of ${className} have changed. Their new time and place:`,
  },
  cancelled: {
    vi: (className: string) =>
      `Đồng chí không phải giảng các buổi sau của ${className} nữa, vì buổi học đã hủy hoặc đã có giảng viên khác:`,
    en: (className: string) =>
      `You no longer teach these half-days of ${className}, because they were cancelled or somebody else teaches them:`,
  },
});

const exams = { en: (count: number) => many(count, 'examination') };

/** Said of examinations, to who sits them and who keeps watch; each line says which. */
export const examMailWords = words({
  subjectAdded: {
    vi: (className: string, count: number) => `Lịch thi ${className}: ${count} kỳ thi`,
    en: (className: string, count: number) => `Examinations of ${className}: ${count}`,
  },
  subjectChanged: {
    vi: (className: string) => `Thay đổi lịch thi ${className}`,
    en: (className: string) => `Examinations of ${className} have changed`,
  },
  subjectCancelled: {
    vi: (className: string, count: number) => `Bỏ ${count} kỳ thi khỏi lịch ${className}`,
    en: (className: string, count: number) => `${exams.en(count)} of ${className} taken off your calendar`,
  },
  added: {
    vi: (className: string) => `Đồng chí có lịch thi ở ${className} như sau:`,
    en: (className: string) => `These are your examinations of ${className}:`,
  },
  changed: {
    vi: (className: string) => `Các kỳ thi sau của ${className} đã thay đổi. Ngày giờ và phòng thi mới:`,
    en: (className: string) => `These examinations of ${className} have changed. Their new time and room:`,
  },
  cancelled: {
    vi: (className: string) =>
      `Đồng chí không phải dự thi hoặc coi thi các kỳ sau của ${className} nữa, vì kỳ thi đã hủy hoặc danh sách, phân công đã thay đổi:`,
    en: (className: string) =>
      `You no longer sit or invigilate these examinations of ${className}, because they were cancelled or the list of who sits and invigilates has changed:`,
  },
});

export const invitationActions = declareActions('calendars', {
  invitations_sent: { vi: 'đã soạn thư báo lịch học', en: 'wrote half-days to calendars by mail' },
});

import { declareActions } from '../platform/journal/actions';
import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';
import type { ReminderReason, ReminderState } from './rules/rule';
import { classNamed } from '../classes/classes.labels';

type Labels<V extends string> = Record<V, { vi: string; en: string }>;

export const stateWords = words({
  due: { vi: 'Chờ soạn', en: 'To be written' },
  written: { vi: 'Đã soạn', en: 'Written' },
  left: { vi: 'Đã gửi đi', en: 'Left' },
  returned: { vi: 'Bị trả lại', en: 'Came back' },
  suppressed: { vi: 'Không gửi', en: 'Not sent' },
  failed: { vi: 'Gửi không được', en: 'Failed' },
  missed: { vi: 'Lỡ ngày nhắc', en: 'Missed' },
} satisfies Labels<ReminderState>);

export const reasonWords = words({
  class_cancelled: { vi: 'Lớp đã hủy.', en: 'The class was cancelled.' },
  class_over: { vi: 'Lớp đã kết thúc hoặc đã rút thông báo.', en: 'The class is over or no longer announced.' },
  call_over: {
    vi: 'Lớp đã chốt danh sách, không nhận thêm người.',
    en: 'The list of the class is settled; nobody more is taken.',
  },
  day_moved: {
    vi: 'Lịch đã đổi sang ngày khác; ngày mới có lần nhắc riêng.',
    en: 'The day was moved; the new day has a reminder of its own.',
  },
  seats_filled: { vi: 'Đơn vị đã cử đủ người cho các chỉ tiêu.', en: 'The unit has filled its seats since.' },
  answered_none: {
    vi: 'Đơn vị đã trả lời kỳ này không cử.',
    en: 'The unit answered that it nominates nobody this time.',
  },
  no_seats: { vi: 'Đơn vị không còn chỉ tiêu ở lớp này.', en: 'The unit holds no seats in this class any more.' },
  not_in_charge: { vi: 'Người nhận không còn phụ trách việc này.', en: 'The recipient is no longer in charge.' },
  not_enrolled: { vi: 'Học viên đã thôi học lớp này.', en: 'The person is no longer enrolled.' },
  nomination_settled: {
    vi: 'Hồ sơ đã được gửi lại hoặc không còn chờ bổ sung.',
    en: 'The nomination was sent again or no longer waits for correction.',
  },
  nomination_changed: {
    vi: 'Tình trạng hồ sơ đã thay đổi từ khi lập lời nhắc.',
    en: 'The nomination has moved on since.',
  },
  list_sent: { vi: 'Đơn vị đã gửi danh sách.', en: 'The unit has sent its list since.' },
  no_half_day: { vi: 'Ngày đó không còn buổi học.', en: 'There is no half-day on that day any more.' },
  leave_settled: {
    vi: 'Đơn xin nghỉ đã có quyết định hoặc đã rút.',
    en: 'The request for leave has been decided or withdrawn since.',
  },
  attendance_changed: {
    vi: 'Điểm danh đã thay đổi từ khi lập lời nhắc.',
    en: 'The attendance was changed since.',
  },
  essay_handed_in: { vi: 'Bài thu hoạch đã nộp.', en: 'What was missing has been handed in since.' },
  certificate_over: {
    vi: 'Giấy chứng nhận đã được cấp lại, thu hồi hoặc đã có bản mới.',
    en: 'The certificate was replaced, revoked or renewed since.',
  },
  probation_settled: {
    vi: 'Đảng viên đã học hoặc đang học lớp đảng viên mới, đã chính thức, hoặc đã chuyển đi.',
    en: 'The person attends or attended the class for new members, is an official member, or left.',
  },
  holidays_settled: {
    vi: 'Ngày nghỉ lễ của năm đã được xác nhận.',
    en: 'The public holidays of the year are settled.',
  },
  plan_answered: {
    vi: 'Đơn vị đã trả lời về kế hoạch năm.',
    en: 'The unit has answered about the yearly plan.',
  },
  nothing_waits: { vi: 'Không còn hồ sơ nào chờ xét.', en: 'Nothing waits for review any more.' },
  taken_back: { vi: 'Người gửi đã lấy lại thông báo này.', en: 'The sender took this message back.' },
  not_needed: { vi: 'Việc này không còn cần nhắc.', en: 'There is no need to remind of it any more.' },
  opted_out: {
    vi: 'Người nhận đã chọn không nhận loại nhắc này.',
    en: 'The recipient chose not to be told of such things.',
  },
  quiet_hours: {
    vi: 'Đến lượt trong giờ nghỉ, hết giờ nghỉ thì đã quá muộn.',
    en: 'Its turn came in the quiet hours, and after them it would have been too late.',
  },
  no_address: {
    vi: 'Chưa có thư điện tử của người này. Hãy bổ sung vào danh sách của đơn vị và báo trực tiếp.',
    en: 'There is no e-mail address for this person; add one to the roster and tell them in person.',
  },
  rule_off: { vi: 'Loại nhắc này đã tắt.', en: 'This kind of reminder is switched off.' },
  too_late: {
    vi: 'Khi cần đến lần nhắc này thì ngày nhắc đã qua; hệ thống không gửi sau khi việc đã rồi.',
    en: 'Its day had passed when it came to be needed or sent; nothing is sent after the fact.',
  },
  joined_later: {
    vi: 'Người nhận được thêm vào sau ngày nhắc này; lần nhắc gần nhất còn hiệu lực và các lần sau vẫn gửi.',
    en: 'The recipient came after this day; the newest reminder that still applies and later ones go out.',
  },
  mail_refused: {
    vi: 'Máy chủ thư không nhận thư này. Hãy kiểm tra địa chỉ và báo trực tiếp.',
    en: 'The mail server refused this message; check the address and tell them in person.',
  },
  mail_returned: {
    vi: 'Thư bị trả lại. Hãy hỏi địa chỉ khác, sửa trong danh sách và báo trực tiếp.',
    en: 'The message came back; ask for another address, put it into the roster and tell them in person.',
  },
  address_bad: {
    vi: 'Thư trước gửi đến địa chỉ này bị trả lại, nên thư chờ cho đến khi có địa chỉ khác.',
    en: 'Mail came back from this address before, so the message waits until there is another.',
  },
  mail_paused: {
    vi: 'Máy chủ thư đang không nhận thư nào của hệ thống; thư chờ và sẽ gửi đi.',
    en: 'The mail server takes nothing from the service at present; the message waits and will leave.',
  },
  leaver_settled: {
    vi: 'Đã quyết định cho học tiếp, thay người hoặc cho thôi, hoặc người ấy đã trở lại đơn vị.',
    en: 'It was decided meanwhile, or they came back to the unit.',
  },
  mail_too_late: {
    vi: 'Thư không đi được trước khi quá muộn nên thôi gửi. Hãy báo trực tiếp và báo quản trị viên kiểm tra máy chủ thư.',
    en: 'The message could not leave before it was too late, so it was given up; tell them in person, and have an administrator look at the mail server.',
  },
} satisfies Labels<ReminderReason>);

const inDays = {
  vi: (days: number) => (days === 0 ? 'trong ngày' : `trước ${days} ngày`),
  en: (days: number) => (days === 0 ? 'on the day' : `${many(days, 'day')} before`),
};
/** Days that stand for months: six months are 184 days at most, three 92, so nobody hears of them too late. */
const inMonths = {
  vi: (days: number) => (days < 60 ? inDays.vi(days) : `trước ${Math.floor(days / 30)} tháng`),
  en: (days: number) => (days < 60 ? inDays.en(days) : `${Math.floor(days / 30)} months before`),
};

/** A rule in words, with the days it counts. */
export const ruleWords = words({
  call_opened: { vi: () => 'Mở chiêu sinh', en: () => 'Call opened' },
  deadline_near: {
    vi: (days: number) => `Sắp hết hạn cử người, ${inDays.vi(days)}`,
    en: (days: number) => `Deadline for nominations, ${inDays.en(days)}`,
  },
  class_near: {
    vi: (days: number) => `Sắp khai giảng, ${inDays.vi(days)}`,
    en: (days: number) => `Class opens soon, ${inDays.en(days)}`,
  },
  deadline_passed: { vi: () => 'Hết hạn mà đơn vị chưa gửi danh sách', en: () => 'Deadline passed, no list sent' },
  nomination_accepted: { vi: () => 'Được nhận vào lớp', en: () => 'Nomination accepted' },
  nomination_reserve: { vi: () => 'Xếp vào dự phòng', en: () => 'Nominated as a reserve' },
  nomination_promoted: { vi: () => 'Từ dự phòng đã có chỗ', en: () => 'Promoted from the reserves' },
  nomination_rejected: { vi: () => 'Hồ sơ không được duyệt', en: () => 'Nomination rejected' },
  nomination_returned: { vi: () => 'Hồ sơ được trả lại để sửa', en: () => 'Nomination returned for correction' },
  nominee_left: {
    vi: (days: number) =>
      `Người có chỗ học rời, chuyển đơn vị${days === 0 ? '' : `, chưa giải quyết sau ${-days} ngày`}`,
    en: (days: number) => `Left or moved with a place${days === 0 ? '' : `, not settled after ${-days} days`}`,
  },
  review_waiting: {
    vi: (days: number) => `Hồ sơ chờ xét quá ${-days - 1} ngày`,
    en: (days: number) => `Nominations waiting for more than ${-days - 1} days`,
  },
  endorsement_waiting: {
    vi: (days: number) => `Hồ sơ chờ Tập đoàn cho ý kiến quá ${-days - 1} ngày`,
    en: (days: number) => `Nominations waiting for the Group for more than ${-days - 1} days`,
  },
  review_overdue: {
    vi: (days: number) => `Báo cấp trên: hồ sơ chưa xét quá ${-days - 1} ngày`,
    en: (days: number) => `To the head: not reviewed for more than ${-days - 1} days`,
  },
  half_day_near: {
    vi: (days: number) => `Sắp đến buổi học, ${inDays.vi(days)}`,
    en: (days: number) => `Half-day soon, ${inDays.en(days)}`,
  },
  timetable_changed: { vi: () => 'Lịch học thay đổi', en: () => 'Timetable changed' },
  exam_near: {
    vi: (days: number) => `Sắp đến ngày thi, ${inDays.vi(days)}`,
    en: (days: number) => `Examination soon, ${inDays.en(days)}`,
  },
  exam_changed: { vi: () => 'Lịch thi thay đổi', en: () => 'Examination changed' },
  class_cancelled: { vi: () => 'Hủy lớp', en: () => 'Class cancelled' },
  cancellation_reversed: { vi: () => 'Lớp không hủy nữa', en: () => 'Class on again' },
  learner_moved: { vi: () => 'Chuyển lớp, bảo lưu', en: () => 'Transferred or deferred' },
  leave_waiting: { vi: () => 'Đơn xin nghỉ học chờ duyệt', en: () => 'Requests for leave waiting' },
  leave_decided: { vi: () => 'Đơn xin nghỉ học đã có trả lời', en: () => 'Request for leave answered' },
  absence_marked: { vi: () => 'Vắng không phép', en: () => 'Absent without leave' },
  absence_limit_near: { vi: () => 'Sắp hết số buổi được vắng', en: () => 'Few absences left' },
  essay_near: {
    vi: (days: number) => `Sắp đến hạn nộp bài thu hoạch, ${inDays.vi(days)}`,
    en: (days: number) => `Essay due soon, ${inDays.en(days)}`,
  },
  essay_overdue: {
    vi: (days: number) => `Quá hạn nộp bài thu hoạch ${-days} ngày`,
    en: (days: number) => `Essays ${-days} ${days === -1 ? 'day' : 'days'} overdue`,
  },
  essay_sent_back: { vi: () => 'Bài thu hoạch cần viết lại', en: () => 'Essay sent back' },
  completion_ready: { vi: () => 'Hoàn thành, giấy chứng nhận đã có', en: () => 'Completed, certificate ready' },
  result_amended: { vi: () => 'Kết quả được điều chỉnh', en: () => 'Result amended' },
  class_reopened: { vi: () => 'Mở lại lớp, xét lại kết quả', en: () => 'Class reopened, judged again' },
  certificate_expiring: {
    vi: (days: number) => `Giấy chứng nhận sắp hết hạn, ${inMonths.vi(days)}`,
    en: (days: number) => `Certificate expires, ${inMonths.en(days)}`,
  },
  probation_ending: {
    vi: (days: number) => `Sắp hết dự bị mà chưa học lớp đảng viên mới, ${inMonths.vi(days)}`,
    en: (days: number) => `Probation ends without the class for new members, ${inMonths.en(days)}`,
  },
  class_message: { vi: () => 'Thông báo của lớp', en: () => 'Message to the class' },
  holidays_to_settle: {
    vi: (days: number) => `Ngày nghỉ lễ năm sau cần xác nhận${days === 0 ? '' : `, chưa xong sau ${-days} ngày`}`,
    en: (days: number) => `Public holidays of next year to settle${days === 0 ? '' : `, open after ${-days} days`}`,
  },
  plan_answer_due: {
    vi: (days: number) => `Sắp hết hạn trả lời về kế hoạch năm, ${inDays.vi(days)}`,
    en: (days: number) => `Answer about the yearly plan due, ${inDays.en(days)}`,
  },
});

/** A kind of reminder, without its days: for choosing one. */
export const ruleNames = words({
  call_opened: { vi: 'Mở chiêu sinh', en: 'Call opened' },
  deadline_near: { vi: 'Sắp hết hạn cử người', en: 'Deadline for nominations' },
  class_near: { vi: 'Sắp khai giảng', en: 'Class opens soon' },
  nomination_returned: { vi: 'Hồ sơ được trả lại', en: 'Nomination returned' },
  nominee_left: { vi: 'Người có chỗ học rời, chuyển đơn vị', en: 'Left or moved with a place' },
  review_waiting: { vi: 'Hồ sơ chờ xét lâu', en: 'Nominations waiting' },
  timetable_changed: { vi: 'Lịch học thay đổi', en: 'Timetable changed' },
  exam_near: { vi: 'Sắp đến ngày thi', en: 'Examination soon' },
  exam_changed: { vi: 'Lịch thi thay đổi', en: 'Examination changed' },
  class_cancelled: { vi: 'Hủy lớp', en: 'Class cancelled' },
  cancellation_reversed: { vi: 'Lớp không hủy nữa', en: 'Class on again' },
  deadline_passed: { vi: 'Hết hạn, đơn vị chưa gửi danh sách', en: 'Deadline passed, no list sent' },
  nomination_accepted: { vi: 'Được nhận vào lớp', en: 'Nomination accepted' },
  nomination_reserve: { vi: 'Xếp vào dự phòng', en: 'Nominated as a reserve' },
  nomination_promoted: { vi: 'Từ dự phòng đã có chỗ', en: 'Promoted from the reserves' },
  nomination_rejected: { vi: 'Hồ sơ không được duyệt', en: 'Nomination rejected' },
  endorsement_waiting: { vi: 'Hồ sơ chờ ý kiến Tập đoàn', en: 'Nominations waiting for the Group' },
  review_overdue: { vi: 'Hồ sơ chưa xét, báo cấp trên', en: 'Not reviewed, to the head' },
  half_day_near: { vi: 'Sắp đến buổi học', en: 'Half-day soon' },
  learner_moved: { vi: 'Chuyển lớp, bảo lưu', en: 'Transferred or deferred' },
  leave_waiting: { vi: 'Đơn xin nghỉ học chờ duyệt', en: 'Requests for leave waiting' },
  leave_decided: { vi: 'Đơn xin nghỉ học đã có trả lời', en: 'Request for leave answered' },
  absence_marked: { vi: 'Vắng không phép', en: 'Absent without leave' },
  absence_limit_near: { vi: 'Sắp hết số buổi được vắng', en: 'Few absences left' },
  essay_near: { vi: 'Sắp đến hạn nộp bài thu hoạch', en: 'Essay due soon' },
  essay_overdue: { vi: 'Quá hạn nộp bài thu hoạch', en: 'Essays overdue' },
  essay_sent_back: { vi: 'Bài thu hoạch cần viết lại', en: 'Essay sent back' },
  completion_ready: { vi: 'Hoàn thành, có giấy chứng nhận', en: 'Completed, certificate ready' },
  result_amended: { vi: 'Kết quả được điều chỉnh', en: 'Result amended' },
  class_reopened: { vi: 'Mở lại lớp, xét lại kết quả', en: 'Class reopened, judged again' },
  certificate_expiring: { vi: 'Giấy chứng nhận sắp hết hạn', en: 'Certificate expires' },
  probation_ending: {
    vi: 'Sắp hết dự bị, chưa học lớp đảng viên mới',
    en: 'Probation ends, class for new members missing',
  },
  class_message: { vi: 'Thông báo của lớp', en: 'Message to the class' },
  holidays_to_settle: { vi: 'Ngày nghỉ lễ năm sau cần xác nhận', en: 'Public holidays of next year to settle' },
  plan_answer_due: { vi: 'Sắp hết hạn trả lời về kế hoạch năm', en: 'Answer about the yearly plan due' },
});

export const reminderWords = words({
  help: {
    vi: 'Hệ thống tự nhắc theo lịch; mỗi lần nhắc có một dòng, không gửi thì ghi lý do. Hãy lọc theo lớp hoặc người để tìm.',
    en: 'Reminders are sent on schedule; each has a line here, with the reason if it was not sent. Narrow them by class or person.',
  },
  helpOfClass: {
    vi: 'Các lần nhắc của lớp này, đã gửi và sắp gửi. Lịch học đổi thì ngày nhắc đổi theo.',
    en: 'The reminders of this class, sent and to come. When the timetable changes, their days change with it.',
  },
  title: { vi: 'Nhắc việc', en: 'Reminders' },
  rulesOfClass: { vi: 'Quy tắc nhắc của lớp', en: 'Reminder rules of this class' },
  ofClass: { vi: (name: string) => `Nhắc việc của ${classNamed(name)}`, en: (name: string) => `Reminders of ${name}` },
  rule: { vi: 'Nhắc việc gì', en: 'About' },
  trainingClass: { vi: 'Lớp', en: 'Class' },
  recipient: { vi: 'Người nhận', en: 'Recipient' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  dueOn: { vi: 'Ngày nhắc', en: 'Due' },
  state: { vi: 'Kết quả', en: 'State' },
  at: { vi: (moment: string) => `Lúc ${moment}`, en: (moment: string) => `At ${moment}` },
  message: { vi: 'Xem thư', en: 'Read the message' },
  all: { vi: '— Tất cả —', en: '— All —' },
  none: { vi: 'Không có lần nhắc nào ở đây', en: 'No reminders here' },
  noneNext: {
    vi: 'Đến ngày nhắc của một lớp, các dòng sẽ hiện ra. Nếu đang lọc thì bỏ bớt điều kiện.',
    en: 'Lines appear when the day to remind of a class comes; if you are filtering, remove some of it.',
  },
  back: { vi: 'Lớp học', en: 'Classes' },
});

export const noticeWords = words({
  help: {
    vi: 'Thông báo gửi riêng cho đồng chí, mới nhất trước. Mở từng thông báo để đến đúng việc cần làm.',
    en: 'Notices to you, newest first. Open one to get to what it is about.',
  },
  title: { vi: 'Thông báo', en: 'Notices' },
  unread: {
    vi: (count: number) => (count === 0 ? 'Đã đọc hết.' : `${count} thông báo chưa đọc.`),
    en: (count: number) => (count === 0 ? 'All read.' : `${count} unread.`),
  },
  notice: { vi: 'Nội dung', en: 'Notice' },
  at: { vi: 'Lúc', en: 'At' },
  state: { vi: 'Tình trạng', en: 'State' },
  read: { vi: 'Đã đọc', en: 'Read' },
  isNew: { vi: 'Chưa đọc', en: 'Unread' },
  open: { vi: 'Mở xem', en: 'Open' },
  markRead: { vi: 'Đánh dấu đã đọc', en: 'Mark as read' },
  actions: { vi: 'Thao tác', en: 'Actions' },
  readAll: { vi: 'Đánh dấu đã đọc tất cả', en: 'Mark all as read' },
  allRead: { vi: 'Đã đánh dấu đọc tất cả thông báo.', en: 'All notices are marked as read.' },
  choices: { vi: 'Cách nhận nhắc việc', en: 'How I am reminded' },
  which: { vi: 'Chọn thông báo', en: 'Which notices' },
  all: { vi: 'Tất cả', en: 'All' },
  onlyUnread: { vi: 'Chưa đọc', en: 'Unread' },
  noneUnread: { vi: 'Không còn thông báo nào chưa đọc', en: 'No unread notices' },
  none: { vi: 'Chưa có thông báo nào', en: 'No notices yet' },
  noneNext: {
    vi: 'Khi có việc cần đồng chí biết hoặc làm, thông báo sẽ hiện ở đây và gửi qua thư điện tử.',
    en: 'What you need to know or do appears here and comes by e-mail.',
  },
});

export const reminderActions = declareActions('reminders', {
  exported: { vi: 'đã tải sổ nhắc việc', en: 'downloaded the ledger of reminders' },
  resent: { vi: 'đã yêu cầu gửi lại lời nhắc', en: 'had a reminder sent again' },
  sent: { vi: 'đã soạn lời nhắc', en: 'wrote reminders' },
});

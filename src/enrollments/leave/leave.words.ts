import { declareActions } from '../../platform/journal/actions';
import { many } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';
import { leaveRequestsTitle } from '../attendance.words';
import type { LeaveRequestState } from './leave-request.states';

export const leaveStateWords = words({
  asked: { vi: 'Chờ duyệt', en: 'Awaiting a decision' },
  reopened: { vi: 'Chờ học viên xin lại', en: 'To be asked again' },
  approved: { vi: 'Đồng ý', en: 'Approved' },
  declined: { vi: 'Không đồng ý', en: 'Declined' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
} satisfies Record<LeaveRequestState, { vi: string; en: string }>);

export const leaveWords = words({
  help: {
    vi: 'Đơn xin nghỉ học đồng chí được xem, đơn mới nhất xếp trên. Mở một đơn để trả lời hoặc xem kết quả.',
    en: 'Requests for leave that you may see, the newest first. Open one to answer it or to see the answer.',
  },
  helpToAsk: {
    vi: 'Xin nghỉ một buổi học: chọn buổi, ghi lý do. Hãy gửi trước giờ học, chủ nhiệm lớp trả lời và đồng chí được báo.',
    en: 'Ask to be absent from one half-day: choose it and say why. Send it before it begins; the class manager answers and you are told.',
  },
  helpOfOne: {
    vi: 'Một đơn xin nghỉ và câu trả lời. Người xin nghỉ được báo ngay khi đơn được giải quyết.',
    en: 'One request for leave and its answer. The person is told as soon as it is decided.',
  },
  helpToAskPeriod: {
    vi: 'Xin nghỉ nhiều ngày liền, cho mọi lớp đồng chí đang học. Chọn từ ngày đến ngày, các buổi trong đó được nêu ra để xem lại.',
    en: 'Ask for several days off, in every class you attend. Choose the days, and the half-days between them are shown.',
  },
  title: leaveRequestsTitle,
  ask: { vi: 'Xin nghỉ học', en: 'Ask for leave' },
  askHow: {
    vi: 'Chọn buổi xin nghỉ và ghi lý do. Chủ nhiệm lớp duyệt; khi được đồng ý, buổi đó được ghi Vắng có phép.',
    en: 'Choose the half-days and say why. The class manager decides; once approved, you are excused from them.',
  },
  askLimit: {
    vi: (days: number) => `Buổi đã qua vẫn xin được trong vòng ${days} ngày.`,
    en: (days: number) => `A half-day already past can be asked for within ${days} days.`,
  },
  halfDays: { vi: 'Buổi xin nghỉ', en: 'Half-days' },
  reason: { vi: 'Lý do xin nghỉ', en: 'Why' },
  reasonHint: {
    vi: 'Ví dụ: đi công tác theo phân công của đơn vị.',
    en: 'For example: on a work trip for the unit.',
  },
  send: { vi: 'Gửi đơn', en: 'Send' },
  sent: {
    vi: 'Đã gửi đơn xin nghỉ. Kết quả hiện ở trang này khi chủ nhiệm lớp duyệt.',
    en: 'Your request is sent. The decision will appear on this page.',
  },
  nothingToAsk: {
    vi: 'Đồng chí không có buổi học nào cần xin nghỉ.',
    en: 'You have no half-days to ask leave for.',
  },
  person: { vi: 'Học viên', en: 'Person' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  trainingClass: { vi: 'Lớp', en: 'Class' },
  askedAt: { vi: 'Gửi lúc', en: 'Sent' },
  state: { vi: 'Kết quả', en: 'Decision' },
  allStates: { vi: 'Tất cả', en: 'All' },
  none: { vi: 'Không có đơn xin nghỉ nào.', en: 'There are no requests for leave.' },
  noneNext: {
    vi: 'Đơn gửi từ trang “Xin nghỉ học” sẽ hiện ở đây; nếu đang lọc thì bỏ bớt điều kiện.',
    en: 'What is sent on “Ask for leave” appears here; if you are filtering, remove some of it.',
  },
  of: { vi: (name: string) => `Đơn xin nghỉ của ${name}`, en: (name: string) => `Request for leave of ${name}` },
  decidedBy: {
    vi: (who: string, when: string) => `${who}, ${when}`,
    en: (who: string, when: string) => `${who}, ${when}`,
  },
  decided: { vi: 'Người giải quyết', en: 'Decided by' },
  decisionReason: { vi: 'Lý do không đồng ý', en: 'Why it was declined' },
  approve: { vi: 'Đồng ý cho nghỉ', en: 'Approve' },
  approved: { vi: 'Đã đồng ý; các buổi học được ghi Vắng có phép.', en: 'Approved; the half-days are excused.' },
  approvedPaperAwaited: {
    vi: 'Đã đồng ý; các buổi học được ghi Vắng có phép sau khi xác nhận đã xem giấy tờ.',
    en: 'Approved; the half-days are excused once the paper was seen.',
  },
  decline: { vi: 'Không đồng ý', en: 'Decline' },
  declineConfirm: { vi: 'Học viên đọc được lý do này.', en: 'The person will read this reason.' },
  declined: { vi: 'Đã ghi không đồng ý.', en: 'Declined.' },
  withdraw: { vi: 'Rút đơn', en: 'Withdraw' },
  withdrawConfirm: { vi: 'Đơn sẽ không được xét nữa.', en: 'It will not be considered any more.' },
  withdrawn: { vi: 'Đã rút đơn.', en: 'Withdrawn.' },
  movedFrom: {
    vi: (day: string, time: string | null) => `dời từ ${time ? `${time} ` : ''}ngày ${day}`,
    en: (day: string, time: string | null) => `moved from ${day}${time ? `, ${time}` : ''}`,
  },
  reopened: { vi: 'Buổi học đã dời', en: 'Half-day moved' },
  reopenedWhy: {
    vi: (when: string) =>
      `Buổi học đã được dời sang giờ khác lúc ${when}. Đơn này là cho giờ cũ nên không còn áp dụng: học viên phải dự, trừ khi xin nghỉ lại cho giờ mới và được đồng ý.`,
    en: (when: string) =>
      `At ${when} the half-day was moved to another time. This leave was for the old one and no longer holds: the person is expected, unless they ask for the new time and it is approved.`,
  },
  askAgain: { vi: 'Xin nghỉ cho giờ mới', en: 'Ask for leave at the new time' },
  askedAgain: {
    vi: 'Đã gửi đơn cho giờ mới; chủ nhiệm lớp sẽ duyệt.',
    en: 'Your request for the new time is sent; the class manager will decide.',
  },
  kind: { vi: 'Loại lý do', en: 'Kind of reason' },
  paper: { vi: 'Giấy tờ kèm theo', en: 'Paper' },
  paperNumber: { vi: 'Số, tên giấy tờ (nếu có)', en: 'Number or name of the paper, if any' },
  paperHint: {
    vi: 'Ví dụ: Giấy ra viện số 15/BV. Đưa bản giấy cho chủ nhiệm lớp xem.',
    en: 'For example: discharge note 15/BV. Show the paper to the class manager.',
  },
  paperOn: { vi: 'Ngày trên giấy tờ', en: 'Day of the paper' },
  paperOf: {
    vi: (number: string, day: string | null) => (day ? `${number}, ngày ${day}` : number),
    en: (number: string, day: string | null) => (day ? `${number}, of ${day}` : number),
  },
  noPaper: { vi: 'Chưa ghi', en: 'None named' },
  seenBy: {
    vi: (name: string, when: string) => `đã xem: ${name}, ${when}`,
    en: (name: string, when: string) => `seen by ${name}, ${when}`,
  },
  notSeen: { vi: 'chưa xem', en: 'not seen yet' },
  needsPaper: {
    vi: 'Theo quy định của chương trình, nghỉ vì lý do này chỉ tính là có phép khi giấy tờ đã được xem; chưa xem thì vẫn tính là không phép.',
    en: 'By the rules of the course, leave of this kind is excused only once its paper was seen; until then it is not.',
  },
  seePaper: { vi: 'Xác nhận đã xem giấy tờ', en: 'Confirm the paper has been seen' },
  paperSeen: { vi: 'Đã ghi nhận xem giấy tờ.', en: 'The paper is noted as seen.' },
  namePaper: { vi: 'Bổ sung giấy tờ', en: 'Add a paper' },
  changePaper: { vi: 'Sửa giấy tờ', en: 'Change the paper' },
  namePaperHow: {
    vi: 'Ghi số và ngày của giấy tờ; bản giấy đưa cho chủ nhiệm lớp xem.',
    en: 'Enter its number and day, and show the paper to the class manager.',
  },
  paperNamed: { vi: 'Đã ghi giấy tờ vào đơn.', en: 'The paper is named.' },
  days: { vi: 'Thời gian nghỉ', en: 'Days' },
  fromTo: {
    vi: (from: string, to: string) => `từ ${from} đến hết ${to}`,
    en: (from: string, to: string) => `from ${from} to ${to}`,
  },
  ofPeriod: {
    vi: (days: string, count: number) => `${days} (${count} buổi)`,
    en: (days: string, count: number) => `${days} (${many(count, 'half-day')})`,
  },
  periodTakesIn: {
    vi: 'Gồm mọi buổi của lớp trong những ngày này, kể cả buổi thêm hoặc dời vào sau; buổi dời ra ngoài phải xin lại.',
    en: 'Includes all half-days of the class on these days, also those added or moved there later; for one moved out, leave must be requested again.',
  },
  noHalfDaysYet: { vi: 'Chưa có buổi nào trong những ngày này.', en: 'No half-day on these days yet.' },
  askPeriod: { vi: 'Xin nghỉ cả đợt', en: 'Ask for a whole period' },
  askHalfDays: { vi: 'Xin nghỉ từng buổi', en: 'Ask for single half-days' },
  askPeriodHow: {
    vi: 'Dùng khi đi công tác, ốm, thai sản nhiều ngày. Một đơn cho mọi buổi của tất cả các lớp đồng chí đang học trong đợt; chủ nhiệm mỗi lớp duyệt một lần.',
    en: 'For work trips, illness or maternity leave of several days. One request for all half-days of all your classes; the manager of each class decides once.',
  },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'To' },
  sentPeriod: {
    vi: (classes: number) => `Đã gửi đơn xin nghỉ cả đợt cho ${classes} lớp. Kết quả của từng lớp hiện ở đây.`,
    en: (classes: number) =>
      `Your request went to ${many(classes, 'class', 'classes')}. Each decision will appear here.`,
  },
  cancelled: { vi: 'buổi học đã hủy', en: 'this half-day was cancelled' },
  attendanceNow: {
    vi: (mark: string) => `hiện ghi: ${mark.toLowerCase()}`,
    en: (mark: string) => `now: ${mark.toLowerCase()}`,
  },
});

export const leaveActions = declareActions('leave', {
  asked_again: { vi: 'đã xin nghỉ cho giờ mới của buổi học', en: 'asked for leave for the new time of a half-day' },
  covered: {
    vi: 'đã dời buổi học vào đợt nghỉ của học viên',
    en: 'moved a half-day into a period somebody asked leave for',
  },
  covered_by_period: {
    vi: 'đã xin nghỉ cả đợt, gồm cả buổi học đã dời',
    en: 'asked for leave of a period that takes in a half-day that had moved',
  },
  half_day_cancelled: {
    vi: 'đã hủy buổi học nên đơn xin nghỉ không cần xét',
    en: 'cancelled a half-day, so its leave needs no decision',
  },
  paper_named: { vi: 'đã ghi giấy tờ vào đơn xin nghỉ', en: 'named the paper for a leave' },
  paper_seen: { vi: 'đã xem giấy tờ của đơn xin nghỉ', en: 'saw the paper for a leave' },
  approved: { vi: 'đã đồng ý cho nghỉ học', en: 'approved a leave' },
  reopened: {
    vi: 'đã dời buổi học, đơn xin nghỉ cho giờ cũ không còn áp dụng',
    en: 'moved a half-day, so leave for the old time no longer holds',
  },
  asked: { vi: 'đã xin nghỉ học', en: 'asked for leave' },
  declined: { vi: 'không đồng ý cho nghỉ học', en: 'declined a leave' },
  withdrawn: { vi: 'đã rút đơn xin nghỉ', en: 'withdrew a request for leave' },
});

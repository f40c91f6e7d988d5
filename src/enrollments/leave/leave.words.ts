import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';
import { leaveRequestsTitle } from '../attendance.words';
import type { LeaveRequestState } from './leave-request.states';

export const leaveStateWords = words({
  asked: { vi: 'Chờ duyệt', en: 'Awaiting a decision' },
  approved: { vi: 'Đồng ý', en: 'Approved' },
  declined: { vi: 'Không đồng ý', en: 'Declined' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
} satisfies Record<LeaveRequestState, { vi: string; en: string }>);

export const leaveWords = words({
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
    en: 'For example: sent on a mission by the unit.',
  },
  send: { vi: 'Gửi đơn', en: 'Send' },
  sent: {
    vi: 'Đã gửi đơn xin nghỉ. Kết quả hiện ở trang này khi chủ nhiệm lớp duyệt.',
    en: 'Your request is sent. The decision will stand on this page.',
  },
  nothingToAsk: {
    vi: 'Đồng chí không có buổi học nào cần xin nghỉ.',
    en: 'You have no half-day to ask leave for.',
  },
  person: { vi: 'Học viên', en: 'Person' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  trainingClass: { vi: 'Lớp', en: 'Class' },
  askedAt: { vi: 'Gửi lúc', en: 'Sent' },
  state: { vi: 'Kết quả', en: 'Decision' },
  allStates: { vi: 'Tất cả', en: 'All' },
  none: { vi: 'Không có đơn xin nghỉ nào.', en: 'There are no requests for leave.' },
  of: { vi: (name: string) => `Đơn xin nghỉ của ${name}`, en: (name: string) => `Request for leave of ${name}` },
  decidedBy: {
    vi: (who: string, when: string) => `${who}, ${when}`,
    en: (who: string, when: string) => `${who}, ${when}`,
  },
  decided: { vi: 'Người giải quyết', en: 'Decided by' },
  decisionReason: { vi: 'Lý do không đồng ý', en: 'Why it was declined' },
  approve: { vi: 'Đồng ý cho nghỉ', en: 'Approve' },
  approved: { vi: 'Đã đồng ý; các buổi học được ghi Vắng có phép.', en: 'Approved; the half-days are excused.' },
  decline: { vi: 'Không đồng ý', en: 'Decline' },
  declineConfirm: { vi: 'Học viên đọc được lý do này.', en: 'The person will read this reason.' },
  declined: { vi: 'Đã ghi không đồng ý.', en: 'Declined.' },
  withdraw: { vi: 'Rút đơn', en: 'Withdraw' },
  withdrawConfirm: { vi: 'Đơn sẽ không được xét nữa.', en: 'It will not be considered any more.' },
  withdrawn: { vi: 'Đã rút đơn.', en: 'Withdrawn.' },
  movedFrom: {
    vi: (day: string) => `dời từ ngày ${day}`,
    en: (day: string) => `moved from ${day}`,
  },
  reopened: { vi: 'Xét lại', en: 'Reopened' },
  reopenedWhy: {
    vi: (when: string) =>
      `Buổi học đã dời sang ngày khác (${when}), nên ý kiến cho ngày cũ không còn áp dụng. Học viên vẫn phải dự, trừ khi đơn được đồng ý cho ngày mới.`,
    en: (when: string) =>
      `The half-day was moved to another day (${when}), so what was decided for the old one no longer holds. The person is expected unless leave is approved for the new day.`,
  },
  attendanceNow: {
    vi: (mark: string) => `hiện ghi: ${mark.toLowerCase()}`,
    en: (mark: string) => `now: ${mark.toLowerCase()}`,
  },
});

export const leaveActions = declareActions('leave', {
  approved: { vi: 'đã đồng ý cho nghỉ học', en: 'approved a leave' },
  reopened: {
    vi: 'đã dời buổi học, đơn xin nghỉ được xét lại',
    en: 'moved a half-day, so its leave waits for a decision again',
  },
  asked: { vi: 'đã xin nghỉ học', en: 'asked for leave' },
  declined: { vi: 'không đồng ý cho nghỉ học', en: 'declined a leave' },
  withdrawn: { vi: 'đã rút đơn xin nghỉ', en: 'withdrew a request for leave' },
});

import { Refusal } from '../../platform/problems/refusal';

export class LeaveDecided extends Refusal.saying('leave_decided', 'wrong_moment', {
  vi: 'Đơn xin nghỉ này đã được giải quyết hoặc đã rút. Hãy tải lại trang để xem kết quả.',
  en: 'This request was decided or withdrawn already. Load the page again to see how.',
}) {}

export class LeaveTooLate extends Refusal {
  constructor(days: number) {
    super(
      'leave_too_late',
      'wrong_moment',
      {
        vi: `Chỉ xin nghỉ được cho buổi học chưa qua quá ${days} ngày. Hãy bỏ chọn buổi đã quá hạn, hoặc gặp chủ nhiệm lớp.`,
        en: `Leave can be asked for until ${days} days after a half-day. Leave out those that are longer past, or see the class manager.`,
      },
      { facts: { days } },
    );
  }
}

export class LeaveNotNeeded extends Refusal.saying('leave_not_needed', 'conflict', {
  vi: 'Trong các buổi đã chọn có buổi đồng chí được ghi có mặt, đã được phép nghỉ, đã xin nghỉ, hoặc không phải buổi học của đồng chí. Hãy bỏ chọn buổi đó rồi gửi lại.',
  en: 'At one of the half-days chosen you were present, have leave, have asked for it already, or it is not yours to attend. Leave it out and send again.',
}) {}

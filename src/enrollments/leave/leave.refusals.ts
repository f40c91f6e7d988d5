import { Refusal } from '../../platform/problems/refusal';

export class LeaveDecided extends Refusal.saying('leave_decided', 'wrong_moment', {
  vi: 'Đơn xin nghỉ này đã được giải quyết hoặc đã rút. Hãy tải lại trang để xem kết quả.',
  en: 'This request was decided or withdrawn already. Reload the page to see how.',
}) {}

export class PaperSeen extends Refusal.saying('leave_paper_seen', 'wrong_moment', {
  vi: 'Giấy tờ của đơn này đã được xác nhận nên không sửa được nữa. Nếu có sai sót, đồng chí báo chủ nhiệm lớp.',
  en: 'The paper of this request was seen already, so it is not changed any more. If something is wrong, tell the class manager.',
}) {}

export class NoPaperNamed extends Refusal.saying('leave_paper_missing', 'wrong_moment', {
  vi: 'Đơn này chưa ghi giấy tờ nào. Đề nghị học viên ghi số giấy tờ vào đơn, rồi xác nhận đã xem.',
  en: 'No paper is entered in this request. Ask the person to enter its number, then confirm that you have seen it.',
}) {}

export class NoClassInPeriod extends Refusal.saying('no_class_in_period', 'conflict', {
  vi: 'Trong những ngày này đồng chí không học lớp nào, hoặc các lớp đã có đơn xin nghỉ. Hãy xem lại ngày, hoặc mở danh sách đơn đã gửi.',
  en: 'You are in no class on these days, or leave was asked for in all of them. Check the days, or see the requests you sent.',
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

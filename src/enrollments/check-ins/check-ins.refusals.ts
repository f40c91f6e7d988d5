import { showTime } from '../../platform/clock';
import { Refusal } from '../../platform/problems/refusal';

export class CodeUnreadable extends Refusal.saying('check_in_code_unreadable', 'invalid', {
  vi: 'Đây không phải mã điểm danh của hệ thống, hoặc địa chỉ bị thiếu ký tự. Hãy quét lại mã đang chiếu trong hội trường.',
  en: 'This is not a check-in code of the service, or a part of the address is missing. Scan the code shown in the hall again.',
}) {}

export class CodeStale extends Refusal {
  constructor(seconds: number) {
    super(
      'check_in_code_stale',
      'wrong_moment',
      {
        vi: `Mã này đã hết hạn: mã trong hội trường đổi sau mỗi ${seconds} giây nên ảnh chụp lại không dùng được. Hãy quét mã đang chiếu.`,
        en: `This code has run out: the code in the hall changes every ${seconds} seconds, so a photo of it does not work. Scan the one shown now.`,
      },
      { facts: { seconds } },
    );
  }
}

export class ScanRunOut extends Refusal.saying('check_in_scan_run_out', 'wrong_moment', {
  vi: 'Lượt quét này đã quá lâu nên không nhận được nữa. Hãy quét lại mã đang chiếu, hoặc nhờ chủ nhiệm lớp điểm danh.',
  en: 'This scan was made too long ago and is no longer accepted. Scan the code shown now, or ask the class manager to mark you.',
}) {}

export class HallClosed extends Refusal.saying('check_in_hall_closed', 'wrong_moment', {
  vi: 'Việc quét mã của buổi học này đã đóng. Hãy nhờ chủ nhiệm lớp điểm danh cho đồng chí.',
  en: 'Checking in by code is closed for this half-day. Ask the class manager to mark you.',
}) {}

export class NotOnTheSheet extends Refusal.saying('check_in_not_enrolled', 'forbidden', {
  vi: 'Tài khoản đang đăng nhập không có tên trong buổi học này nên chưa được điểm danh. Nếu dùng nhờ máy người khác, hãy đăng xuất rồi đăng nhập bằng tài khoản của mình; nếu vẫn không được, hãy báo chủ nhiệm lớp.',
  en: 'The account signed in here is not on the sheet of this half-day, so nobody was checked in. On a borrowed phone, sign out and sign in with your own account; if that does not help, tell the class manager.',
}) {}

export class WrongSite extends Refusal {
  constructor(own: string, scanned: string) {
    super(
      'check_in_wrong_site',
      'conflict',
      {
        vi: `Đây là mã của điểm cầu ${scanned}, còn đơn vị của đồng chí dự tại điểm cầu ${own}. Hãy quét mã tại ${own}, hoặc nhờ người phụ trách điểm danh tại đây.`,
        en: `This code belongs to the site ${scanned}, and your unit attends at ${own}. Scan the code at ${own}, or ask the person in charge here to mark you.`,
      },
      { facts: { own, scanned } },
    );
  }
}

export class SecondDevice extends Refusal.saying('check_in_second_device', 'conflict', {
  vi: 'Chủ nhiệm lớp không nhận điểm danh bằng thiết bị này ở buổi học này. Hãy dùng máy đồng chí đã điểm danh lần trước; nếu máy hết pin hoặc bị mất, nhờ chủ nhiệm lớp điểm danh.',
  en: 'The class manager has not accepted this device for you at this half-day. Use the one you checked in with before; if it is flat or lost, ask the class manager to mark you.',
}) {}

export class CodeUsed extends Refusal.saying('check_in_code_used', 'conflict', {
  vi: 'Mã này đồng chí đã dùng rồi, và chủ nhiệm lớp đã sửa lại sau đó. Hãy quét mã đang chiếu, hoặc gặp chủ nhiệm lớp.',
  en: 'You used this code before, and the class manager has corrected it since. Scan the one shown now, or see the class manager.',
}) {}

export class DeviceOfAnother extends Refusal.saying('check_in_device_of_another', 'conflict', {
  vi: 'Điện thoại này đã điểm danh cho một người khác trong buổi học, mỗi máy chỉ điểm danh cho một người. Hãy dùng máy của mình, hoặc nhờ chủ nhiệm lớp điểm danh.',
  en: 'This phone checked somebody else in to this half-day, and a phone checks in one person only. Use your own, or ask the class manager to mark you.',
}) {}

export class MarkedAbsent extends Refusal.saying('check_in_marked_absent', 'conflict', {
  vi: 'Đồng chí đã bị ghi vắng ở buổi học này nên mã không đổi được. Hãy gặp chủ nhiệm lớp để sửa điểm danh.',
  en: 'You were marked absent from this half-day, which a code cannot change. See the class manager to have it corrected.',
}) {}

export class NotCheckedIn extends Refusal.saying('check_in_not_in', 'conflict', {
  vi: 'Đây là mã lúc ra về, nhưng đồng chí chưa được điểm danh lúc vào. Hãy gặp chủ nhiệm lớp.',
  en: 'This is the code for going out, and nobody has marked you as having come in. See the class manager.',
}) {}

export class LeftAlready extends Refusal {
  constructor(at: Date) {
    super('check_in_left_already', 'conflict', {
      vi: `Đồng chí đã quét ra lúc ${showTime(at)}. Nếu quét nhầm, hãy nhờ chủ nhiệm lớp sửa.`,
      en: `You checked out at ${showTime(at)}. If that was a mistake, ask the class manager to correct it.`,
    });
  }
}

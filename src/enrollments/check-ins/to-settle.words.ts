import { declareActions } from '../../platform/journal/actions';
import { many } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';
import type { SettledStanding } from '../attendance.queries';

export const settleWords = words({
  helpOfRefused: {
    vi: 'Học viên đã quét nhưng không được ghi. Đánh dấu những người thật sự có mặt rồi bấm “Ghi có mặt”, còn lại bỏ qua.',
    en: 'People scanned and were not recorded. Tick those who were actually there and mark them present, and dismiss the others.',
  },
  helpOfDevices: {
    vi: 'Những người quét bằng thiết bị khác với lần trước, tạm ghi có mặt. Đúng là họ thì chấp nhận, không đúng thì không nhận và ghi lý do.',
    en: 'People who scanned with another device than before, marked present for now. Accept those who were really there, and refuse the others with a reason.',
  },
  refusedTitle: { vi: 'Lượt quét bị từ chối', en: 'Scans that were refused' },
  noRefused: { vi: 'Không có lượt quét nào bị từ chối.', en: 'No scan was refused.' },
  noRefusedNext: {
    vi: 'Ai quét mã mà không được ghi có mặt thì tên hiện ở đây.',
    en: 'Whose scan is not recorded appears here.',
  },
  devicesTitle: { vi: 'Điểm danh bằng thiết bị khác', en: 'Checked in by another device' },
  noDevices: { vi: 'Không có ai điểm danh bằng thiết bị khác.', en: 'Nobody checked in by another device.' },
  noDevicesNext: {
    vi: 'Ai quét bằng thiết bị khác với lần trước thì tên hiện ở đây.',
    en: 'Who scans with another device than before appears here.',
  },
  choose: { vi: 'Chọn', en: 'Choose' },
  person: { vi: 'Học viên', en: 'Person' },
  halfDay: { vi: 'Buổi học', en: 'Half-day' },
  trainingClass: { vi: 'Lớp', en: 'Class' },
  scan: { vi: 'Lượt quét', en: 'Scan' },
  why: { vi: 'Vì sao', en: 'Why' },
  allWhys: { vi: 'Mọi lý do', en: 'Any' },
  state: { vi: 'Tình trạng', en: 'State' },
  waiting: { vi: 'Cần xem', en: 'To look at' },
  open: { vi: 'Cần xem', en: 'To look at' },
  overtaken: { vi: 'Sau đó đã được ghi', en: 'Recorded since' },
  taken: { vi: 'Đã ghi có mặt', en: 'Marked present' },
  dismissed: { vi: 'Đã bỏ qua', en: 'Dismissed' },
  all: { vi: 'Tất cả', en: 'All' },
  times: { vi: (count: number) => `${count} lần`, en: (count: number) => `${count} times` },
  offline: { vi: 'gửi sau khi mất mạng', en: 'sent later, without a network' },
  settledBy: {
    vi: (who: string, when: string) => `${who}, ${when}`,
    en: (who: string, when: string) => `${who}, ${when}`,
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  takeReasonHint: {
    vi: 'Bắt buộc khi ghi có mặt; ví dụ: máy chiếu treo, đã thấy tại lớp. Mọi người xem điểm danh đọc được.',
    en: 'Required to mark somebody present, for example: the projector froze, seen in the hall. Everyone who can see the attendance can read it.',
  },
  refuseReasonHint: {
    vi: 'Bắt buộc khi không nhận; ví dụ: quét hộ, không có trong hội trường.',
    en: 'Required to refuse, for example: scanned for somebody else, not in the hall.',
  },
  take: { vi: 'Ghi có mặt', en: 'Mark present' },
  dismiss: { vi: 'Bỏ qua', en: 'Dismiss' },
  accept: { vi: 'Chấp nhận', en: 'Accept' },
  acceptAll: {
    vi: (count: number) => `Chấp nhận cả ${count} người trên trang`,
    en: (count: number) => `Accept all ${count} on the page`,
  },
  refuse: { vi: 'Không nhận', en: 'Refuse' },
  takenDone: {
    vi: (count: number) => `Đã ghi có mặt theo ${count} lượt quét.`,
    en: (count: number) => `${many(count, 'scan was', 'scans were')} taken.`,
  },
  dismissedDone: {
    vi: (count: number) => `Đã bỏ qua ${count} lượt quét.`,
    en: (count: number) => `${count} dismissed.`,
  },
  acceptedDone: {
    vi: (count: number) => `Đã chấp nhận ${count} người.`,
    en: (count: number) => `${count} accepted.`,
  },
  refusedDone: {
    vi: (count: number) => `Đã không nhận ${count} người; điểm danh của họ được gỡ lại.`,
    en: (count: number) => `${count} refused; their marks were taken back.`,
  },
  ofHalfDay: { vi: 'Điểm danh buổi này', en: 'Attendance of this half-day' },
  inOut: {
    vi: (came: string | null, left: string | null) =>
      [came && `vào ${came}`, left && `ra ${left}`].filter(Boolean).join(', '),
    en: (came: string | null, left: string | null) =>
      [came && `in ${came}`, left && `out ${left}`].filter(Boolean).join(', '),
  },
});

export const standingWords = words({
  provisional: { vi: 'Chờ xác nhận', en: 'To look at' },
  accepted: { vi: 'Đã chấp nhận', en: 'Accepted' },
  refused: { vi: 'Không nhận', en: 'Refused' },
} satisfies Record<SettledStanding, { vi: string; en: string }>);

/** What the trail says of it, so the same whichever language the page was in. */
export const deviceAccepted = 'Chấp nhận điểm danh bằng thiết bị khác';

export const settleActions = declareActions('attendance', {
  scan_refused: { vi: 'đã quét mã nhưng không được ghi', en: 'scanned a code and was refused' },
  scans_taken: { vi: 'đã ghi có mặt theo lượt quét bị từ chối', en: 'took refused scans as present' },
  scans_dismissed: { vi: 'đã bỏ qua lượt quét bị từ chối', en: 'dismissed refused scans' },
  devices_accepted: { vi: 'đã chấp nhận điểm danh bằng thiết bị khác', en: 'accepted check-ins by another device' },
  devices_refused: { vi: 'đã không nhận điểm danh bằng thiết bị khác', en: 'refused check-ins by another device' },
});

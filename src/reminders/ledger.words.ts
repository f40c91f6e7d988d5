import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';

/** Of the ledger and of one line in it. */
export const ledgerWords = words({
  help: {
    vi: 'Một lần nhắc: nhắc ai, khi nào, vì sao gửi hoặc không gửi.',
    en: 'One reminder: to whom, when, and why it was sent or was not.',
  },
  search: { vi: 'Tên người nhận', en: 'Name of the recipient' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  ofNoClass: { vi: 'Không theo lớp', en: 'About no class' },
  why: { vi: 'Lý do', en: 'Reason' },
  written: { vi: 'Soạn lúc', en: 'Written at' },
  leftAt: { vi: 'Gửi đi lúc', en: 'Left at' },
  returnedAt: { vi: 'Bị trả lại lúc', en: 'Came back at' },
  ways: { vi: 'Đã báo bằng', en: 'Told by' },
  byMail: { vi: 'thư', en: 'mail' },
  byNotice: { vi: 'thông báo trong hệ thống', en: 'notice in the service' },
  classCode: { vi: 'Mã lớp', en: 'Code of the class' },
  whyLink: { vi: 'Vì sao (không) nhận được nhắc?', en: 'Why did I (not) get a reminder?' },
  rulesLink: { vi: 'Quy tắc nhắc', en: 'Reminder rules' },
  textsLink: { vi: 'Lời nhắc', en: 'Reminder texts' },
  line: { vi: 'Chi tiết', en: 'Details' },
  lineOf: {
    vi: (name: string) => `chi tiết lần nhắc ${name}`,
    en: (name: string) => `details of the reminder to ${name}`,
  },
  back: { vi: 'Nhắc việc', en: 'Reminders' },
  planned: { vi: 'Ghi vào sổ lúc', en: 'Entered at' },
  refused: {
    vi: (times: number) => `Máy chủ thư từ chối ${times} lần`,
    en: (times: number) => `The mail server refused it ${many(times, 'time')}`,
  },
  lastError: { vi: 'Lỗi gần nhất', en: 'Last error' },
  repeats: { vi: 'Các lần gửi của việc này', en: 'All the times this was told' },
  first: { vi: 'Lần đầu, theo lịch', en: 'First, on schedule' },
  resent: { vi: 'Gửi lại vì', en: 'Sent again because' },
  resentBadge: { vi: 'Gửi lại', en: 'Sent again' },
  resend: { vi: 'Gửi lại', en: 'Send again' },
  resendMeans: {
    vi: 'Người nhận sẽ được báo lại trong vài phút, ngoài giờ nghỉ, dù ngày nhắc đã qua. Nếu việc không còn cần nhắc (lớp đã hủy, đã cử đủ người…) thì không gửi và sổ ghi lý do.',
    en: 'The recipient is told again within minutes, outside the quiet hours, even when the day has passed. If it no longer applies (class cancelled, seats filled…) nothing is sent and the ledger says why.',
  },
  reason: { vi: 'Lý do gửi lại', en: 'Why send it again' },
  reasonHint: {
    vi: 'Ví dụ: người nhận báo chưa thấy thư. Lý do được ghi vào sổ và nhật ký.',
    en: 'For example: the recipient did not see the message. It is written into the ledger and the journal.',
  },
  resendAsked: {
    vi: 'Đã ghi lần gửi lại; hệ thống sẽ gửi trong vài phút.',
    en: 'It will be sent again within minutes.',
  },
});

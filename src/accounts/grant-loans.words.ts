import { words } from '../platform/messages/words';

export const grantLoanWords = words({
  help: {
    vi: 'Khi vắng mặt, đồng chí ủy quyền cho một tài khoản khác từ ngày đến ngày. Người được ủy làm thay dưới tên của mình; hết ngày cuối, việc ủy quyền tự kết thúc.',
    en: 'When you are away, delegate your role to another account from one day to another. The deputy acts under their own name, and it ends by itself after the last day.',
  },
  title: { vi: 'Ủy quyền', en: 'Deputies' },
  nothingToLend: {
    vi: 'Đồng chí chưa giữ vai trò nào để ủy quyền. Khi có người ủy quyền cho đồng chí, việc đó hiện ở đây.',
    en: 'You hold no role to delegate. Roles that others delegate to you are shown here.',
  },
  given: { vi: 'Tôi ủy quyền', en: 'Roles I have delegated' },
  givenNone: { vi: 'Đồng chí chưa ủy quyền cho ai.', en: 'You have not delegated any role.' },
  givenNoneNext: { vi: 'Khi cần, điền mẫu bên dưới.', en: 'When you need to, fill in the form below.' },
  received: { vi: 'Người khác ủy quyền cho tôi', en: 'Roles delegated to me' },
  receivedNone: { vi: 'Chưa có ai ủy quyền cho đồng chí.', en: 'No role has been delegated to you.' },
  receivedNoneNext: {
    vi: 'Khi có người ủy quyền cho đồng chí, việc đó hiện ở đây.',
    en: 'What others delegate to you appears here.',
  },
  deputy: { vi: 'Người được ủy', en: 'Deputy' },
  lender: { vi: 'Người ủy', en: 'Delegated by' },
  grant: { vi: 'Quyền', en: 'Role' },
  period: { vi: 'Thời gian', en: 'Period' },
  fromTo: {
    vi: (from: string, to: string) => `${from} – ${to}`,
    en: (from: string, to: string) => `${from} – ${to}`,
  },
  why: { vi: 'Lý do', en: 'Why' },
  state: { vi: 'Tình trạng', en: 'State' },
  endsBy: {
    vi: (day: string) => `Đến hết ngày ${day}.`,
    en: (day: string) => `Until the end of ${day}.`,
  },
  beginsOn: {
    vi: (day: string) => `Bắt đầu từ ngày ${day}; trước đó chưa có quyền.`,
    en: (day: string) => `From ${day}; it allows nothing before.`,
  },
  endedOn: {
    vi: (day: string) => `Đã tự kết thúc sau ngày ${day}.`,
    en: (day: string) => `It ended by itself after ${day}.`,
  },
  endedBy: {
    vi: (who: string, at: string, why: string) => `${who} kết thúc lúc ${at}: ${why}`,
    en: (who: string, at: string, why: string) => `Ended by ${who} at ${at}: ${why}`,
  },
  somebody: { vi: 'Quản trị hệ thống', en: 'An administrator' },
  lenderLost: {
    vi: 'Người ủy không còn giữ quyền này nên việc ủy quyền cũng thôi.',
    en: 'The person who delegated the role no longer holds it, so neither does the deputy.',
  },
  takeBack: { vi: 'Kết thúc', en: 'End' },
  takeBackMeans: {
    vi: (who: string) => `${who} thôi làm thay đồng chí ngay khi đồng chí bấm. Việc đã làm vẫn giữ nguyên.`,
    en: (who: string) => `${who} stops standing in for you at once. What was done stays done.`,
  },
  giveBack: { vi: 'Trả lại', en: 'Give back' },
  giveBackMeans: {
    vi: (who: string) => `Đồng chí thôi làm thay ${who} ngay khi đồng chí bấm. Việc đã làm vẫn giữ nguyên.`,
    en: (who: string) => `You stop standing in for ${who} at once. What was done stays done.`,
  },
  endReason: { vi: 'Lý do kết thúc', en: 'Why it ends' },
  lend: { vi: 'Ủy quyền cho người làm thay', en: 'Delegate a role' },
  whichGrant: { vi: 'Quyền được ủy', en: 'Role to delegate' },
  email: { vi: 'Thư điện tử của người làm thay', en: 'The deputy’s e-mail' },
  emailHint: {
    vi: 'Đúng địa chỉ người đó dùng để đăng nhập.',
    en: 'The exact address this person signs in with.',
  },
  startsOn: { vi: 'Từ ngày', en: 'From' },
  endsOn: { vi: 'Đến hết ngày', en: 'To the end of' },
  endsOnHint: { vi: 'Không quá 366 ngày.', en: 'At most 366 days in all.' },
  reasonHint: {
    vi: 'Ví dụ: nghỉ phép, đi công tác. Người được ủy và nhật ký đều thấy.',
    en: 'For example: on leave, travelling. The deputy and the journal see it.',
  },
  lendButton: { vi: 'Ủy quyền', en: 'Delegate' },
  lentDone: {
    vi: 'Đã ủy quyền. Đến ngày, người làm thay đăng nhập là thấy các trang cần thiết.',
    en: 'The role is delegated. From the first day, the deputy sees the pages needed after signing in.',
  },
  endedDone: { vi: 'Đã kết thúc việc ủy quyền.', en: 'The delegation has ended.' },
});

export const loanStateWords = words({
  running: { vi: 'Đang ủy quyền', en: 'Running' },
  coming: { vi: 'Sắp đến', en: 'To come' },
  over: { vi: 'Đã hết hạn', en: 'Over' },
  ended_early: { vi: 'Đã kết thúc sớm', en: 'Ended early' },
  without_ground: { vi: 'Đã thôi', en: 'Stopped' },
});

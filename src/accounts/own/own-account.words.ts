import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const ownAccountWords = words({
  title: { vi: 'Tài khoản của tôi', en: 'My account' },
  secondFactor: { vi: 'Xác thực hai bước', en: 'Two-step verification' },
  deputies: { vi: 'Ủy quyền', en: 'Deputies' },
  reminders: { vi: 'Cách nhận nhắc việc', en: 'How I am reminded' },
  calendar: { vi: 'Lịch học trên điện thoại', en: 'Add to my phone calendar' },

  password: { vi: 'Mật khẩu', en: 'Password' },
  passwordMeans: {
    vi: 'Đổi mật khẩu thì các phiên đăng nhập khác kết thúc ngay. Mã truy cập của chương trình và lịch trên điện thoại vẫn dùng được; nếu nghi bị lộ, hãy thu hồi riêng.',
    en: 'Changing it ends your other sessions at once. Tokens of programs and calendars on phones go on; if you fear they are known, revoke them by themselves.',
  },
  current: { vi: 'Mật khẩu hiện nay', en: 'Current password' },
  noPassword: {
    vi: 'Tài khoản này chưa có mật khẩu. Muốn đăng nhập bằng mật khẩu, hãy nhận liên kết đặt mật khẩu qua thư.',
    en: 'This account has no password yet. To sign in with one, have a link to set it sent by mail.',
  },
  askPassword: { vi: 'Đặt mật khẩu', en: 'Set a password' },
  changePassword: { vi: 'Đổi mật khẩu', en: 'Change the password' },
  passwordChanged: {
    vi: (ended: number) =>
      ended === 0 ? 'Đã đổi mật khẩu.' : `Đã đổi mật khẩu và kết thúc ${ended} phiên đăng nhập khác.`,
    en: (ended: number) =>
      ended === 0
        ? 'The password is changed.'
        : `The password is changed, and ${ended === 1 ? 'one other session' : `${ended} other sessions`} ended.`,
  },

  sessions: { vi: 'Các phiên đăng nhập', en: 'Where you are signed in' },
  browser: { vi: 'Trình duyệt', en: 'Browser' },
  unknownBrowser: { vi: 'Không rõ', en: 'Unknown' },
  firstSeen: { vi: 'Đăng nhập lúc', en: 'Signed in' },
  lastSeen: { vi: 'Lần cuối', en: 'Last seen' },
  thisOne: { vi: 'phiên này', en: 'this one' },
  action: { vi: 'Thao tác', en: 'Action' },
  endSession: { vi: 'Kết thúc', en: 'End' },
  sessionEnded: { vi: 'Đã kết thúc phiên đăng nhập đó.', en: 'That session is ended.' },
  noSessions: { vi: 'Không có phiên đăng nhập nào.', en: 'You are signed in nowhere.' },
  endAll: { vi: 'Đăng xuất mọi nơi', en: 'Sign out everywhere' },
  endAllMeans: {
    vi: 'Mọi phiên đăng nhập kết thúc ngay, kể cả phiên này. Đồng chí sẽ đăng nhập lại.',
    en: 'Every session ends at once, this one too. You sign in again.',
  },
  allEnded: { vi: 'Đã đăng xuất ở mọi nơi.', en: 'You are signed out everywhere.' },

  tokens: { vi: 'Mã truy cập cho chương trình', en: 'Tokens for programs' },
  tokensMean: {
    vi: 'Một chương trình dùng mã này để làm việc thay đồng chí qua API, không vượt quá quyền của đồng chí. Mã không lập được mã khác, địa chỉ lịch hay ủy quyền, nên thu hồi mã là thu hồi tất cả.',
    en: 'With a token a program acts as you through the API, never with more than your rights. It makes no other token, calendar address or loan of a role, so taking it back takes back all it could do.',
  },
  tokenName: { vi: 'Dùng để làm gì', en: 'What it is for' },
  scope: { vi: 'Phạm vi', en: 'Scope' },
  scopeRead: { vi: 'Chỉ đọc', en: 'Read only' },
  scopeWrite: { vi: 'Đọc và ghi', en: 'Read and write' },
  days: { vi: 'Số ngày có hiệu lực', en: 'Days it holds' },
  daysHint: { vi: 'Từ 1 đến 366.', en: 'From 1 to 366.' },
  ends: { vi: 'Hết hiệu lực', en: 'Ends' },
  lastUsed: { vi: 'Dùng lần cuối', en: 'Last used' },
  neverUsed: { vi: 'chưa dùng', en: 'never' },
  issue: { vi: 'Lập mã', en: 'Make a token' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  revoked: { vi: 'Đã thu hồi mã truy cập.', en: 'The token is revoked.' },
  noTokens: { vi: 'Chưa có mã truy cập nào.', en: 'There are no tokens.' },
  noTokensNext: {
    vi: 'Chỉ lập mã khi có chương trình cần dùng API.',
    en: 'Make one only when a program needs the API.',
  },
  tokenOnce: {
    vi: 'Mã chỉ hiện một lần. Hãy chép vào chương trình ngay; nếu mất, hãy thu hồi rồi lập mã khác.',
    en: 'The token is shown this once. Copy it into the program now; if it is lost, revoke it and make another.',
  },
  token: { vi: 'Mã truy cập', en: 'Token' },

  language: { vi: 'Ngôn ngữ', en: 'Language' },
  languageMeans: {
    vi: 'Trang và thư gửi đồng chí dùng ngôn ngữ này.',
    en: 'Pages and messages speak this language to you.',
  },
  keepLanguage: { vi: 'Lưu ngôn ngữ', en: 'Keep the language' },
  languageKept: { vi: 'Đã lưu ngôn ngữ.', en: 'The language is kept.' },
});

export const ownAccountActions = declareActions('own_account', {
  language_chosen: { vi: 'đã chọn ngôn ngữ', en: 'chose a language' },
  password_changed: { vi: 'đã đổi mật khẩu', en: 'changed the password' },
  session_ended: { vi: 'đã kết thúc một phiên đăng nhập của mình', en: 'ended one of their sessions' },
  sessions_ended: { vi: 'đã đăng xuất ở mọi nơi', en: 'signed out everywhere' },
});

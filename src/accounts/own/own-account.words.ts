import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const ownAccountWords = words({
  help: {
    vi: 'Mật khẩu, các nơi đang đăng nhập và mã truy cập của đồng chí. Thấy một nơi lạ trong danh sách thì hãy kết thúc phiên đó rồi đổi mật khẩu.',
    en: 'Your password, where you are signed in, and your tokens. If you do not recognise a place in the list, end it and change your password.',
  },
  title: { vi: 'Tài khoản của tôi', en: 'My account' },
  secondFactor: { vi: 'Xác thực hai bước', en: 'Two-step verification' },
  deputies: { vi: 'Ủy quyền', en: 'Deputies' },
  reminders: { vi: 'Cách nhận nhắc việc', en: 'How I am reminded' },
  calendar: { vi: 'Lịch học trên điện thoại', en: 'Add to my phone calendar' },

  password: { vi: 'Mật khẩu', en: 'Password' },
  passwordMeans: {
    vi: 'Đổi mật khẩu thì các phiên đăng nhập khác kết thúc ngay. Mã truy cập của chương trình và lịch trên điện thoại vẫn dùng được; nếu nghi bị lộ, hãy thu hồi riêng.',
    en: 'Changing it ends your other sessions at once. Tokens for programs and calendars on phones keep working; if you think they have leaked, revoke them separately.',
  },
  current: { vi: 'Mật khẩu hiện nay', en: 'Current password' },
  noPassword: {
    vi: 'Tài khoản này chưa có mật khẩu. Muốn đăng nhập bằng mật khẩu, hãy nhận liên kết đặt mật khẩu qua thư.',
    en: 'This account has no password yet. To sign in with a password, request a link by mail to set one.',
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
    en: 'Every session ends at once, including this one. You will have to sign in again.',
  },
  allEnded: { vi: 'Đã đăng xuất ở mọi nơi.', en: 'You are signed out everywhere.' },

  tokens: { vi: 'Mã truy cập cho chương trình', en: 'Tokens for programs' },
  tokensMean: {
    vi: 'Một chương trình dùng mã này để làm việc thay đồng chí qua API, không vượt quá quyền của đồng chí. Mã không lập được mã khác, địa chỉ lịch hay ủy quyền, nên thu hồi mã là thu hồi tất cả.',
    en: 'A program uses the token to act on your behalf through the API, within your own rights. A token cannot create other tokens, calendar addresses or delegations, so revoking it revokes everything.',
  },
  tokenName: { vi: 'Dùng để làm gì', en: 'What it is for' },
  scope: { vi: 'Phạm vi', en: 'Scope' },
  scopeRead: { vi: 'Chỉ đọc', en: 'Read only' },
  scopeWrite: { vi: 'Đọc và ghi', en: 'Read and write' },
  days: { vi: 'Số ngày có hiệu lực', en: 'Valid for (days)' },
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
    en: 'Create one only when a program needs the API.',
  },
  tokenOnce: {
    vi: 'Mã chỉ hiện một lần. Hãy chép vào chương trình ngay; nếu mất, hãy thu hồi rồi lập mã khác.',
    en: 'The token is shown only once. Copy it into the program now; if it is lost, revoke it and create another.',
  },
  token: { vi: 'Mã truy cập', en: 'Token' },

  language: { vi: 'Ngôn ngữ', en: 'Language' },
  languageMeans: {
    vi: 'Trang và thư gửi đồng chí dùng ngôn ngữ này.',
    en: 'Pages and messages to you use this language.',
  },
  keepLanguage: { vi: 'Lưu ngôn ngữ', en: 'Save the language' },
  languageKept: { vi: 'Đã lưu ngôn ngữ.', en: 'The language is saved.' },
});

export const ownAccountActions = declareActions('own_account', {
  language_chosen: { vi: 'đã chọn ngôn ngữ', en: 'chose a language' },
  password_changed: { vi: 'đã đổi mật khẩu', en: 'changed the password' },
  session_ended: { vi: 'đã kết thúc một phiên đăng nhập của mình', en: 'ended one of their sessions' },
  sessions_ended: { vi: 'đã đăng xuất ở mọi nơi', en: 'signed out everywhere' },
});

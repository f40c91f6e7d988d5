import { declareActions } from '../../platform/journal/actions';
import { type Bilingual, words } from '../../platform/messages/words';

export const forgottenWords = words({
  helpToReset: {
    vi: 'Nhập thư điện tử của tài khoản; liên kết đặt mật khẩu mới sẽ gửi tới đó. Không dùng thư thì nhờ bí thư đơn vị hoặc văn phòng đào tạo in phiếu mã, rồi nhập ở mục “Có phiếu mã”.',
    en: 'A link to set a new password is sent to your e-mail address. Without mail, ask the secretary of your unit or the training office for a slip, and enter its code under “With a slip”.',
  },
  helpToComeByLink: {
    vi: 'Dành cho cán bộ, đảng viên không giữ vai trò trên hệ thống. Nhập thư điện tử rồi mở liên kết trong thư là đăng nhập, không cần mật khẩu.',
    en: 'For people without a role in the service. Enter your e-mail and open the link in the message; no password is needed.',
  },
  helpToSetNew: {
    vi: 'Đặt mật khẩu mới cho tài khoản này, dài và dễ nhớ với riêng đồng chí. Lưu xong thì đăng nhập bằng mật khẩu mới.',
    en: 'Set a new password for this account, long and easy for you alone to remember. Then sign in with it.',
  },
  helpByLink: {
    vi: 'Liên kết trong thư đã đưa đồng chí đến đây. Bấm nút dưới đây để vào bàn làm việc.',
    en: 'The link in your mail brought you here. Press the button below to come to your desk.',
  },
  forgotten: { vi: 'Quên mật khẩu', en: 'Forgotten password' },
  byLink: { vi: 'Đăng nhập bằng liên kết', en: 'Sign in by a link' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  send: { vi: 'Gửi liên kết', en: 'Send the link' },
  sent: {
    vi: 'Nếu địa chỉ này có tài khoản phù hợp, thư có liên kết sẽ đến trong ít phút. Hãy xem cả hộp thư rác.',
    en: 'If there is an account for this address, a message with a link arrives in a few minutes. Check the spam folder too.',
  },
  byMail: { vi: 'Nhận liên kết qua thư', en: 'By mail' },
  withSlip: { vi: 'Có phiếu mã', en: 'With a slip' },
  slipCode: { vi: 'Mã trên phiếu', en: 'Code of the slip' },
  slipCodeHint: { vi: 'Tám chữ cái và chữ số, ví dụ K7MW-2XQP.', en: 'Eight letters and digits, such as K7MW-2XQP.' },
  setNew: { vi: 'Đặt mật khẩu mới', en: 'Set a new password' },
  ofAccount: {
    vi: (email: string) => `Tài khoản: ${email}`,
    en: (email: string) => `Account: ${email}`,
  },
  resetMeans: {
    vi: 'Mọi phiên đăng nhập khác sẽ kết thúc. Xác thực hai bước, nếu đang bật, vẫn giữ nguyên.',
    en: 'Every other session ends. Two-step verification, if it is on, stays on.',
  },
  isReset: { vi: 'Đã đặt mật khẩu mới. Hãy đăng nhập.', en: 'The new password is set. Please sign in.' },
  back: { vi: 'Về trang đăng nhập', en: 'Back to sign-in' },
});

/** What the holder is told, wherever they are. */
export const forgottenNews = {
  codeMade: (until: string): Bilingual => ({
    vi: `Một phiếu mã để đặt lại mật khẩu tài khoản của đồng chí đã được in, có giá trị đến ${until}.`,
    en: `A slip with a code to reset the password of your account was printed; it is valid until ${until}.`,
  }),
  setByCode: {
    vi: 'Mật khẩu tài khoản của đồng chí đã được đặt lại bằng mã trên phiếu.',
    en: 'The password of your account was reset with the code on a slip.',
  },
};

export const forgottenActions = declareActions('forgotten_password', {
  password_reset_by_code: {
    vi: 'đã đặt mật khẩu mới bằng mã trên phiếu',
    en: 'set a new password by the code of a slip',
  },
  password_reset: { vi: 'đã đặt mật khẩu mới bằng liên kết', en: 'set a new password by a link' },
});

import type { Role } from '../platform/access/actor';
import { declareActions } from '../platform/journal/actions';
import { words } from '../platform/messages/words';

export const accountWords = words({
  helpToSignIn: {
    vi: 'Đăng nhập để thấy việc của đồng chí. Quên mật khẩu hoặc chưa có mật khẩu thì bấm liên kết dưới biểu mẫu.',
    en: 'Sign in to see what waits for you. If you have forgotten your password or have none yet, follow the link below the form.',
  },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signInHint: {
    vi: 'Dùng thư điện tử và mật khẩu đã tự đặt khi nhận lời mời.',
    en: 'Use the e-mail you were invited at and the password you chose.',
  },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  code: { vi: 'Mã xác thực', en: 'Code' },
  codeHint: {
    vi: 'Sáu chữ số trong ứng dụng xác thực, hoặc một mã dự phòng.',
    en: 'The six digits your authenticator shows, or a recovery code.',
  },
  byProvider: { vi: (name: string) => `Đăng nhập bằng ${name}`, en: (name: string) => `Sign in with ${name}` },
  orByPassword: { vi: 'Hoặc dùng thư điện tử và mật khẩu', en: 'Or use your e-mail and password' },
  staffByProvider: {
    vi: (name: string) =>
      `Cán bộ có vai trò trong hệ thống đăng nhập bằng ${name}. Học viên dùng mật khẩu hoặc liên kết gửi qua thư.`,
    en: (name: string) => `Staff with a role sign in with ${name}. Learners use a password or a link by mail.`,
  },
  forgotten: { vi: 'Quên mật khẩu', en: 'Forgotten password' },
  byLink: { vi: 'Đăng nhập bằng liên kết', en: 'Sign in by a link' },
  signedOut: { vi: 'Đã đăng xuất.', en: 'You are signed out.' },
});

export const roleNames = words({
  admin: { vi: 'quản trị hệ thống', en: 'administrator' },
  training_officer: { vi: 'cán bộ đào tạo của Khối', en: 'training officer' },
  group_officer: { vi: 'cán bộ Tập đoàn', en: 'Group officer' },
  unit_secretary: { vi: 'bí thư đơn vị', en: 'unit secretary' },
  class_manager: { vi: 'chủ nhiệm lớp', en: 'class manager' },
  data_officer: { vi: 'cán bộ dữ liệu', en: 'data officer' },
} satisfies Record<Role, { vi: string; en: string }>);

/** What somebody is written of their own account. */
export const accountNewsWords = words({
  subject: { vi: 'Thay đổi về tài khoản', en: 'About your account' },
  body: {
    vi: (name: string, text: string) =>
      `Kính gửi đồng chí ${name},\n\n${text} Nếu việc này không do đồng chí yêu cầu, xin báo ngay văn phòng đào tạo.\n\nVăn phòng đào tạo`,
    en: (name: string, text: string) =>
      `Dear ${name},\n\n${text} If you did not ask for this, tell the training office at once.\n\nThe training office`,
  },
  addressSubject: { vi: 'Địa chỉ đăng nhập đã được đổi', en: 'Your sign-in address has changed' },
  addressBody: {
    vi: (at: string) =>
      `Kính gửi đồng chí,\n\nLúc ${at}, quản trị viên đã đổi địa chỉ thư của tài khoản trước đây đăng nhập bằng địa chỉ này; từ nay địa chỉ này không đăng nhập được nữa. Thư này gửi tới địa chỉ cũ để đồng chí biết. Nếu việc này không do đồng chí yêu cầu, xin báo ngay văn phòng đào tạo.\n\nVăn phòng đào tạo`,
    en: (at: string) =>
      `Hello,\n\nAt ${at} an administrator changed the address of the account that used this address to sign in; this address can no longer be used to sign in. This message is sent to the earlier address for your information. If you did not ask for this, tell the training office at once.\n\nThe training office`,
  },
});

/** How a session began. */
export type SignInWay = 'password' | 'link' | 'invitation' | 'provider';

export const signInWays = words({
  password: { vi: 'bằng mật khẩu', en: 'with a password' },
  link: { vi: 'bằng liên kết', en: 'by a link' },
  invitation: { vi: 'khi nhận lời mời', en: 'as they accepted the invitation' },
  provider: { vi: 'bằng đăng nhập một lần', en: 'by single sign-on' },
} satisfies Record<SignInWay, { vi: string; en: string }>);

export const accountActions = declareActions('accounts', {
  address_corrected: { vi: 'đã sửa địa chỉ thư của tài khoản', en: 'corrected the address of the account' },
  created: { vi: 'đã tạo tài khoản', en: 'created the account' },
  exported: { vi: 'đã xuất danh sách tài khoản', en: 'exported the list of accounts' },
  grant_lent: { vi: 'đã ủy quyền cho tài khoản', en: 'lent a grant to the account' },
  grant_loan_ended: { vi: 'đã kết thúc một lần ủy quyền', en: 'ended the loan of a grant' },
  invitation_accepted: { vi: 'đã nhận lời mời và đặt mật khẩu', en: 'accepted the invitation and chose a password' },
  invitation_revoked: { vi: 'đã thu hồi lời mời', en: 'took the invitation back' },
  invited: { vi: 'đã mời người dùng tài khoản', en: 'invited the holder of the account' },
  locked: { vi: 'đã khóa tài khoản', en: 'locked the account' },
  password_code_made: { vi: 'đã in mã đặt lại mật khẩu', en: 'printed a code to set a password' },
  role_ended: { vi: 'đã thu lại quyền của tài khoản', en: 'ended a role of the account' },
  role_granted: { vi: 'đã cấp quyền cho tài khoản', en: 'granted a role to the account' },
  signed_in: { vi: 'đã đăng nhập', en: 'signed in' },
  signed_out: { vi: 'đã đăng xuất', en: 'signed out' },
  slip_printed: { vi: 'đã in phiếu mời', en: 'printed an invitation slip' },
  token_issued: { vi: 'đã lập mã truy cập cho chương trình', en: 'issued a token for a program' },
  token_revoked: { vi: 'đã hủy mã truy cập của chương trình', en: 'revoked the token of a program' },
  unlocked: { vi: 'đã mở khóa tài khoản', en: 'unlocked the account' },
});

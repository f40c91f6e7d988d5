import { Refusal } from '../../platform/problems/refusal';

export class TooManyLinksAsked extends Refusal {
  constructor(retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    super(
      'too_many_links_asked',
      'too_many',
      {
        vi: `Từ mạng này đã yêu cầu liên kết quá nhiều lần. Hãy thử lại sau ${minutes} phút.`,
        en: `Too many links were asked for from this network. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
      },
      { retryAfterSeconds },
    );
  }
}

export class SignInByPassword extends Refusal.saying('sign_in_by_password', 'forbidden', {
  vi: 'Tài khoản có vai trò đăng nhập bằng mật khẩu, không bằng liên kết. Hãy mở trang đăng nhập.',
  en: 'Whoever has a role signs in with a password, not by a link. Open the page to sign in.',
}) {}

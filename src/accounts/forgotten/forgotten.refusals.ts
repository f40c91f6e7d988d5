import { many } from '../../platform/messages/counted';
import type { Bilingual } from '../../platform/messages/words';
import { Refusal } from '../../platform/problems/refusal';

const wrongCode: Bilingual = {
  vi: 'Địa chỉ thư hoặc mã trên phiếu chưa đúng, hoặc mã đã hết hạn, đã dùng. Hãy kiểm tra lại; nếu vẫn không được, hãy nhờ in phiếu khác.',
  en: 'The address or the code on the slip is not correct, or the code has expired or has been used. Check them; if that does not help, ask for another slip.',
};

export class TooManyLinksAsked extends Refusal {
  constructor(retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    super(
      'too_many_links_asked',
      'too_many',
      {
        vi: `Từ mạng này đã yêu cầu liên kết quá nhiều lần. Hãy thử lại sau ${minutes} phút.`,
        en: `Too many links have been requested from this network. Try again in ${many(minutes, 'minute')}.`,
      },
      { retryAfterSeconds },
    );
  }
}

/** The same whatever is wrong: an address without an account, or without a code, is not told apart. */
export class WrongPasswordCode extends Refusal.saying('wrong_password_code', 'invalid', wrongCode, {
  fields: [
    { field: 'code', code: 'wrong_password_code', message: { vi: 'Mã chưa đúng.', en: 'The code is not right.' } },
  ],
}) {}

export class SignInByPassword extends Refusal.saying('sign_in_by_password', 'forbidden', {
  vi: 'Tài khoản có vai trò không đăng nhập bằng liên kết. Hãy mở trang đăng nhập và chọn cách khác.',
  en: 'An account with a role does not sign in by a link. Open the sign-in page and choose another way.',
}) {}

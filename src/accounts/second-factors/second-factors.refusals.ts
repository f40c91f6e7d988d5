import { many } from '../../platform/messages/counted';
import type { Bilingual } from '../../platform/messages/words';
import { Refusal } from '../../platform/problems/refusal';

const codeNeeded: Bilingual = {
  vi: 'Tài khoản này bật xác thực hai bước. Hãy nhập mã sáu chữ số trong ứng dụng xác thực, hoặc một mã dự phòng; nơi có hỏi mật khẩu thì nhập lại cả mật khẩu.',
  en: 'This account uses two-step verification. Enter the six-digit code from your authenticator app, or a recovery code; where the password is asked for, enter it again.',
};
const wrongCode: Bilingual = {
  vi: 'Mã chưa đúng hoặc đã dùng rồi. Hãy đợi ứng dụng hiện mã mới rồi nhập lại; kiểm tra giờ của điện thoại.',
  en: 'The code is not correct or has been used. Wait for the next code and enter it; check the clock of your phone.',
};

export class CodeNeeded extends Refusal.saying('code_needed', 'unauthenticated', codeNeeded, {
  fields: [{ field: 'code', code: 'code_needed', message: { vi: 'Cần mã xác thực.', en: 'A code is needed.' } }],
}) {}

export class WrongCode extends Refusal.saying('wrong_code', 'unauthenticated', wrongCode, {
  fields: [{ field: 'code', code: 'wrong_code', message: { vi: 'Mã chưa đúng.', en: 'The code is not right.' } }],
}) {}

export class TooManyCodes extends Refusal {
  constructor(retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    super(
      'too_many_codes',
      'too_many',
      {
        vi: `Đã nhập sai mã nhiều lần. Vì an toàn, hãy thử lại sau ${minutes} phút.`,
        en: `Too many wrong codes. For safety, try again in ${many(minutes, 'minute')}.`,
      },
      { retryAfterSeconds },
    );
  }
}

export class SecondFactorIsOn extends Refusal.saying('second_factor_is_on', 'conflict', {
  vi: 'Xác thực hai bước đang bật. Muốn đổi điện thoại, hãy tắt rồi bật lại.',
  en: 'Two-step verification is on. To change phones, turn it off and on again.',
}) {}

/** Said of somebody else's account. */
export class SecondFactorIsNotOn extends Refusal.saying('second_factor_is_not_on', 'wrong_moment', {
  vi: 'Tài khoản này không bật xác thực hai bước nên không có gì để gỡ. Hãy tải lại trang để xem tình trạng mới.',
  en: 'This account does not use two-step verification, so there is nothing to remove. Reload the page to see its current state.',
}) {}

export class SecondFactorIsOff extends Refusal.saying('second_factor_is_off', 'wrong_moment', {
  vi: 'Xác thực hai bước chưa bật. Hãy bấm Bắt đầu, quét mã QR rồi nhập mã.',
  en: 'Two-step verification is not on. Press Begin, scan the QR code and enter the code.',
}) {}

import { type FieldError, Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';

const needed = (field: string, vi: string, en: string): FieldError => ({
  field,
  code: 'required',
  message: { vi, en },
});

/** What is known of nobody on a roster has to be told. */
export function nameAndAddressNeeded({ name, email }: { name?: string | null; email?: string | null }): InvalidInput {
  return new InvalidInput([
    ...(name ? [] : [needed('name', 'Cần ghi họ và tên, hoặc chọn một cán bộ.', 'Give a name, or choose a person.')]),
    ...(email
      ? []
      : [
          needed(
            'email',
            'Cần ghi địa chỉ thư: người dùng đăng nhập bằng địa chỉ này.',
            'Give an e-mail address: it is what its holder signs in with.',
          ),
        ]),
  ]);
}

export const emailIsShared = (): InvalidInput =>
  InvalidInput.field('email', 'email_is_shared', {
    vi: 'Địa chỉ thư này dùng chung với người khác trong đơn vị, nên không biết thư mời sẽ tới ai. Hãy bổ sung địa chỉ riêng trong danh sách cán bộ rồi mời.',
    en: 'Another person in the unit has the same address, so it is not clear who would receive the invitation. Enter a separate address on the roster, then invite.',
  });

export const addressIsTheSame = (): InvalidInput =>
  InvalidInput.field('email', 'address_is_the_same', {
    vi: 'Tài khoản đang ghi đúng địa chỉ này. Hãy nhập địa chỉ khác; chỉ cần mời lại thì bấm “Mời lại qua thư”.',
    en: 'The account already has this address. Enter another one; if you only want to invite again, choose “Invite again by mail”.',
  });

export const roleOrPersonNeeded = (): InvalidInput =>
  InvalidInput.field('place', 'required', {
    vi: 'Hãy chọn vai trò cùng đơn vị, hoặc một cán bộ: tài khoản không có cả hai thì không làm được gì.',
    en: 'Choose a role on a unit, or a person: an account without either can do nothing.',
  });

export const roleNeeded = (): InvalidInput =>
  InvalidInput.field('place', 'required', {
    vi: 'Hãy chọn vai trò cùng đơn vị.',
    en: 'Choose a role on a unit.',
  });

export const reasonNeeded = (): InvalidInput =>
  InvalidInput.field('reason', 'required', {
    vi: 'Hãy ghi lý do và đã xác minh người yêu cầu bằng cách nào: người này đã vào hệ thống bằng địa chỉ cũ.',
    en: 'Give the reason, and how you checked who asked: this person has signed in with the earlier address.',
  });

export class OwnAddress extends Refusal.saying('own_address', 'forbidden', {
  vi: 'Không ai tự đổi địa chỉ đăng nhập của mình. Hãy nhờ quản trị viên khác.',
  en: 'You cannot change your own sign-in address. Ask another administrator.',
}) {}

export class OwnSecondFactor extends Refusal.saying('own_second_factor', 'forbidden', {
  vi: 'Không ai tự gỡ xác thực hai bước của mình ở đây. Hãy dùng một mã dự phòng để đăng nhập rồi tắt ở trang Tài khoản của tôi, hoặc nhờ quản trị viên khác.',
  en: 'You cannot remove your own two-step verification here. Sign in with a recovery code and turn it off on the page My account, or ask another administrator.',
}) {}

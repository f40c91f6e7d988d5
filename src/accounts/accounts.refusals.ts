import { many } from '../platform/messages/counted';
import type { Bilingual } from '../platform/messages/words';
import { Refusal } from '../platform/problems/refusal';

export class WrongEmailOrPassword extends Refusal.saying('wrong_email_or_password', 'unauthenticated', {
  vi: 'Thư điện tử hoặc mật khẩu chưa đúng. Hãy kiểm tra lại; nếu quên mật khẩu, hãy chọn “Quên mật khẩu”.',
  en: 'The e-mail or password is not correct. Check them; if you have forgotten the password, choose “Forgotten password”.',
}) {}

export class TooManySignIns extends Refusal {
  constructor(retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    super(
      'too_many_sign_ins',
      'too_many',
      {
        vi: `Đã thử đăng nhập nhiều lần mà chưa được. Vì an toàn, hãy thử lại sau ${minutes} phút.`,
        en: `Too many attempts to sign in. For safety, try again in ${many(minutes, 'minute')}.`,
      },
      { retryAfterSeconds },
    );
  }
}

/** Said only to whoever knows the password. */
export class StaffSignInAtProvider extends Refusal {
  constructor({ vi, en }: Bilingual) {
    super('staff_sign_in_at_provider', 'forbidden', {
      vi: `Tài khoản có vai trò không đăng nhập bằng mật khẩu. Hãy mở trang đăng nhập và bấm “Đăng nhập bằng ${vi}”.`,
      en: `An account with a role does not sign in with a password. Open the page to sign in and choose “Sign in with ${en}”.`,
    });
  }
}

export class EmailTaken extends Refusal.saying('email_taken', 'conflict', {
  vi: 'Địa chỉ thư này đã có tài khoản. Hãy dùng địa chỉ khác hoặc cấp thêm quyền cho tài khoản đó.',
  en: 'This address already has an account. Use another, or grant that account more roles.',
}) {}

export class RoleElsewhere extends Refusal.saying('role_elsewhere', 'conflict', {
  vi: 'Vai trò này không cấp ở loại đơn vị đó. Quản trị, cán bộ đào tạo và cán bộ dữ liệu thuộc Khối; cán bộ Tập đoàn thuộc Tập đoàn; bí thư thuộc đơn vị cơ sở. Hãy chọn lại đơn vị hoặc vai trò.',
  en: 'This role is not given on that kind of unit. Administrators, training and data officers belong to the Bloc, Group officers to the Group, secretaries to a base unit. Choose another unit or role.',
}) {}

export class AccountAccepted extends Refusal.saying('account_accepted', 'wrong_moment', {
  vi: 'Người dùng tài khoản này đã vào hệ thống nên không cần mời nữa. Nếu quên mật khẩu, xin làm theo hướng dẫn ở trang đăng nhập.',
  en: 'The holder has already signed in, so no invitation is needed. A forgotten password can be reset on the sign-in page.',
}) {}

export class AccountNotAccepted extends Refusal.saying('account_not_accepted', 'wrong_moment', {
  vi: 'Người dùng tài khoản này chưa vào lần nào nên chưa có mật khẩu để quên. Hãy mời lại qua thư hoặc in phiếu mời.',
  en: 'The holder has not signed in yet, so there is no password to reset. Invite them again, by mail or with a slip.',
}) {}

export class AccountLocked extends Refusal.saying('account_locked', 'wrong_moment', {
  vi: 'Tài khoản này đang bị khóa. Hãy mở khóa trước rồi làm tiếp.',
  en: 'This account is locked. Unlock it first.',
}) {}

export class AccountNotLocked extends Refusal.saying('account_not_locked', 'wrong_moment', {
  vi: 'Tài khoản này không bị khóa nên không cần mở. Hãy tải lại trang để xem tình trạng mới.',
  en: 'This account is not locked. Reload the page to see its current state.',
}) {}

export class KeepAnAdministrator extends Refusal.saying('last_administrator', 'conflict', {
  vi: 'Đây là quản trị viên cuối cùng còn hoạt động nên không khóa và không thu quyền được. Hãy cấp quyền quản trị cho một người nữa, đợi người đó vào hệ thống, rồi làm lại.',
  en: 'This is the last active administrator, who can neither be locked nor lose the role. Give somebody else the administrator role, wait until they have signed in, then try again.',
}) {}

export class PersonHasAccount extends Refusal.saying('person_has_account', 'conflict', {
  vi: 'Cán bộ này đã có tài khoản. Hãy tìm tài khoản đó trong danh sách.',
  en: 'This person has an account already. Look for it in the list.',
}) {}

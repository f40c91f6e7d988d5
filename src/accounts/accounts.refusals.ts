import { Refusal } from '../platform/problems/refusal';

export class WrongEmailOrPassword extends Refusal.saying('wrong_email_or_password', 'unauthenticated', {
  vi: 'Thư điện tử hoặc mật khẩu chưa đúng. Hãy kiểm tra lại; nếu quên mật khẩu, hãy chọn “Quên mật khẩu”.',
  en: 'The e-mail or the password is not right. Check them; if you forgot the password, choose “Forgotten password”.',
}) {}

export class TooManySignIns extends Refusal {
  constructor(retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    super(
      'too_many_sign_ins',
      'too_many',
      {
        vi: `Đã nhập sai nhiều lần. Vì an toàn, hãy thử lại sau ${minutes} phút.`,
        en: `Too many wrong attempts. For safety, try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
      },
      { retryAfterSeconds },
    );
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

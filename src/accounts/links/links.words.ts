import type { Locale } from '../../platform/messages/words';
import type { LinkPurpose } from './purposes';

interface LinkMailText {
  /** Holds no personal data. */
  readonly subject: string;
  readonly body: (name: string, email: string, link: string) => string;
}

/** What a mail with a one-time link says, for each of its purposes. */
export const linkMailWords: Readonly<Record<Locale, Readonly<Record<LinkPurpose, LinkMailText>>>> = {
  vi: {
    invitation: {
      subject: 'Mời dùng hệ thống đào tạo, bồi dưỡng',
      body: (name, email, link) =>
        `Kính gửi đồng chí ${name},\n\nĐồng chí được mời dùng hệ thống đào tạo, bồi dưỡng của Khối. Hãy mở liên kết dưới đây và làm theo hướng dẫn ở đó để vào hệ thống:\n${link}\n\nLiên kết dùng một lần, có giá trị 7 ngày kể từ khi thư này được gửi. Địa chỉ thư để đăng nhập: ${email}\n\nNếu liên kết đã hết hạn, hãy nhờ bí thư đơn vị hoặc văn phòng đào tạo mời lại. Xin đừng chuyển thư này cho người khác.\n\nVăn phòng đào tạo`,
    },
    password: {
      subject: 'Đặt lại mật khẩu',
      body: (name, email, link) =>
        `Kính gửi đồng chí ${name},\n\nCó người yêu cầu đặt lại mật khẩu của tài khoản ${email}. Nếu là đồng chí, hãy mở liên kết dưới đây và đặt mật khẩu mới:\n${link}\n\nLiên kết dùng một lần, có giá trị 1 giờ. Nếu không phải đồng chí, xin bỏ qua thư này: mật khẩu vẫn như cũ.\n\nVăn phòng đào tạo`,
    },
    sign_in: {
      subject: 'Liên kết đăng nhập',
      body: (name, email, link) =>
        `Kính gửi đồng chí ${name},\n\nĐể đăng nhập bằng tài khoản ${email}, hãy mở liên kết dưới đây:\n${link}\n\nLiên kết dùng một lần, có giá trị 15 phút. Nếu đồng chí không yêu cầu, xin bỏ qua thư này.\n\nVăn phòng đào tạo`,
    },
  },
  en: {
    invitation: {
      subject: 'Invitation to the training service',
      body: (name, email, link) =>
        `Dear ${name},\n\nYou are invited to use the training service of the Bloc. Open the link below and follow the instructions to sign in:\n${link}\n\nThe link works once, for 7 days from when this message was sent. Sign in with the address ${email}\n\nIf it has expired, ask the secretary of your unit or the training office to invite you again. Please do not forward this message.\n\nThe training office`,
    },
    password: {
      subject: 'A new password',
      body: (name, email, link) =>
        `Dear ${name},\n\nSomebody asked to reset the password of the account ${email}. If it was you, open the link below and choose a new password:\n${link}\n\nThe link works once, for one hour. If it was not you, ignore this message: your password stays as it is.\n\nThe training office`,
    },
    sign_in: {
      subject: 'Your link to sign in',
      body: (name, email, link) =>
        `Dear ${name},\n\nTo sign in as ${email}, open this link:\n${link}\n\nIt works once, for 15 minutes. If you did not ask for it, ignore this message.\n\nThe training office`,
    },
  },
};

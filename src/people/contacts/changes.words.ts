import { words } from '../../platform/messages/words';

/** Goes to an address that may be a stranger's: it names nobody, and says nothing of the new one. */
export const contactChangeWords = words({
  subject: { vi: 'Thông tin liên hệ đã được sửa', en: 'Contact details were changed' },
  greeting: { vi: 'Kính gửi đồng chí,', en: 'Hello,' },
  changed: {
    vi: (what: string, at: string) =>
      `Lúc ${at}, ${what} của đồng chí trong danh sách cán bộ, đảng viên đã được người khác sửa. Thư này gửi tới nơi liên hệ cũ để đồng chí biết.`,
    en: (what: string, at: string) =>
      `On ${at} somebody else changed ${what} which the roster of your unit has of you. This is sent to where you could be reached before.`,
  },
  email: { vi: 'địa chỉ thư', en: 'the e-mail address' },
  phone: { vi: 'số điện thoại', en: 'the phone number' },
  both: { vi: 'địa chỉ thư và số điện thoại', en: 'the e-mail address and the phone number' },
  signInStays: {
    vi: 'Tài khoản và địa chỉ dùng để đăng nhập không thay đổi.',
    en: 'Your account and the address you sign in with stay as they were.',
  },
  lookAt: {
    vi: (address: string) => `Nếu không đúng, hãy mở hồ sơ và sửa lại:\n${address}`,
    en: (address: string) => `If this is wrong, open your record and put it right:\n${address}`,
  },
  askUnit: {
    vi: 'Nếu không đúng, hãy báo cho bí thư đơn vị hoặc văn phòng đào tạo của Khối.',
    en: 'If this is wrong, tell the secretary of your unit or the training office of the Bloc.',
  },
  signed: { vi: 'Văn phòng đào tạo của Khối', en: 'The training office of the Bloc' },
  notice: {
    vi: 'Thông tin liên hệ của đồng chí trong danh sách đơn vị đã được người khác sửa. Hãy mở hồ sơ kiểm tra lại.',
    en: 'Somebody else changed your contact details on the roster of your unit. Open your record and check them.',
  },
});

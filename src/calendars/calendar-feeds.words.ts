import { declareActions } from '../platform/journal/actions';
import { words } from '../platform/messages/words';

/** Whose telephone read their feed within so many days gets no half-days by mail: shorter than Tết, a telephone left at home would count. */
export const feedFollowedForDays = 14;

export const feedWords = words({
  help: {
    vi: 'Đăng ký địa chỉ lịch một lần trên điện thoại. Buổi học đổi giờ, đổi phòng hoặc bị hủy thì lịch tự đổi theo.',
    en: 'Subscribe to the address once on your phone. When a half-day is moved, changes its room or is cancelled, the calendar follows.',
  },
  title: { vi: 'Lịch học trên điện thoại', en: 'Add to my phone calendar' },
  myTraining: { vi: 'Lịch học của tôi', en: 'My training' },
  myClasses: { vi: 'Lịch các lớp tôi chủ nhiệm', en: 'Classes I manage' },
  ofClass: { vi: (name: string) => `Lịch của ${name}`, en: (name: string) => `Timetable of ${name}` },
  person: {
    vi: 'Mọi buổi của các lớp đồng chí đang theo học.',
    en: 'Every half-day of the classes you are enrolled in.',
  },
  manager: {
    vi: 'Mọi buổi của các lớp đồng chí chủ nhiệm.',
    en: 'Every half-day of the classes you manage.',
  },
  class: {
    vi: 'Mọi buổi của lớp, không có tên học viên; có thể gửi địa chỉ này cho cả lớp.',
    en: 'Every half-day of the class, without the names of learners; the address may be given to the whole class.',
  },
  address: { vi: 'Địa chỉ lịch', en: 'Address of the calendar' },
  addressHint: {
    vi: 'Ai có địa chỉ này đều xem được lịch mà không cần đăng nhập. Chép nguyên cả dòng.',
    en: 'Anyone with this address can read the timetable without signing in. Copy the whole line.',
  },
  madeAt: { vi: (moment: string) => `Lập lúc ${moment}.`, en: (moment: string) => `Made at ${moment}.` },
  readAt: {
    vi: (moment: string | null) => (moment ? `Điện thoại đọc lần cuối lúc ${moment}.` : 'Chưa có điện thoại nào đọc.'),
    en: (moment: string | null) => (moment ? `Last read at ${moment}.` : 'No phone has read it yet.'),
  },
  readInstead: {
    vi: `Khi điện thoại còn đọc địa chỉ này (trong ${feedFollowedForDays} ngày gần đây), hệ thống không gửi thêm thư mời từng buổi; thay đổi của lịch vẫn được báo.`,
    en: `While a phone reads this address (within the last ${feedFollowedForDays} days), half-days are not also sent by mail; changes are still notified.`,
  },
  none: { vi: 'Chưa có địa chỉ lịch', en: 'No address yet' },
  noneNext: {
    vi: 'Lập địa chỉ rồi đăng ký trên điện thoại theo hướng dẫn bên dưới.',
    en: 'Create an address, then subscribe to it on your phone as described below.',
  },
  make: { vi: 'Lập địa chỉ lịch', en: 'Make an address' },
  makeAnew: { vi: 'Lập địa chỉ mới', en: 'Make a new address' },
  makeAnewMeans: {
    vi: 'Địa chỉ đang dùng hết hiệu lực ngay; điện thoại nào đã đăng ký phải đăng ký lại bằng địa chỉ mới.',
    en: 'The present address stops working at once; every phone that subscribed has to subscribe again with the new address.',
  },
  revoke: { vi: 'Thu hồi địa chỉ', en: 'Revoke the address' },
  revokeMeans: {
    vi: 'Từ lúc này không ai xem được lịch qua địa chỉ này nữa, kể cả điện thoại đã đăng ký.',
    en: 'From now on nobody reads the timetable at this address, not even phones that subscribed.',
  },
  howTo: { vi: 'Cách đăng ký', en: 'How to subscribe' },
  onIphone: {
    vi: 'Trên iPhone: mở ứng dụng Lịch, chọn Lịch ở cuối màn hình, chọn Thêm lịch, chọn Thêm lịch đăng ký rồi dán địa chỉ.',
    en: 'On an iPhone: open Calendar, tap Calendars at the bottom, tap Add Calendar, then Add Subscription Calendar, and paste the address.',
  },
  onGoogle: {
    vi: 'Với Google Lịch (Android): mở calendar.google.com trên máy tính, bấm dấu + cạnh “Lịch khác”, chọn “Từ URL” rồi dán địa chỉ.',
    en: 'With Google Calendar (Android): open calendar.google.com on a computer, press + next to “Other calendars”, choose “From URL” and paste the address.',
  },
  nothing: { vi: 'Tài khoản này chưa có lịch riêng', en: 'This account has no timetable of its own' },
  nothingNext: {
    vi: 'Muốn lấy lịch của một lớp, hãy mở trang của lớp đó ở mục “Lớp học” rồi chọn “Lịch học trên điện thoại”.',
    en: 'For the timetable of a class, open it under “Classes” and choose “Add to my phone calendar”.',
  },
  classes: {
    vi: 'Lớp học',
    en: 'Classes',
  },
  refused: { vi: 'Thư mời học chưa đến nơi', en: 'Invitations that did not arrive' },
  refusedNext: {
    vi: 'Máy chủ thư chưa nhận thư gửi những người sau. Hãy đề nghị đơn vị sửa địa chỉ thư; có địa chỉ mới, hệ thống tự gửi lại. Trong lúc chờ, hãy báo lịch qua điện thoại.',
    en: 'The mail server did not accept the messages to these people. Ask the unit to correct the address; the message is then sent again. In the meantime, tell them by phone.',
  },
  learner: { vi: 'Học viên', en: 'Learner' },
  email: { vi: 'Địa chỉ thư', en: 'E-mail' },
  error: { vi: 'Máy chủ thư trả lời', en: 'What the mail server said' },
  tried: { vi: 'Gửi lại', en: 'Tried again' },
  triedAgain: { vi: 'Đang gửi lại', en: 'Is being tried again' },
  givenUp: { vi: 'Đã thôi gửi đến địa chỉ này', en: 'Not to this address any more' },
  madeDone: {
    vi: 'Đã lập địa chỉ lịch. Hãy chép địa chỉ vào điện thoại.',
    en: 'The address was made. Copy it to your phone.',
  },
  revokedDone: {
    vi: 'Đã thu hồi địa chỉ lịch. Có thể lập địa chỉ mới bất cứ lúc nào.',
    en: 'The address was revoked. A new one can be made at any time.',
  },
});

export const feedActions = declareActions('calendars', {
  feed_made: { vi: 'đã lập địa chỉ lịch', en: 'made a calendar address' },
  feed_revoked: { vi: 'đã thu hồi địa chỉ lịch', en: 'revoked a calendar address' },
});

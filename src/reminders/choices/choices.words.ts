import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const choiceWords = words({
  help: {
    vi: 'Chọn nhắc bằng thư hay thông báo, mỗi ngày một thư hay mỗi việc một thư. Có thể đổi bất cứ lúc nào.',
    en: 'Choose mail or notices, and one mail a day or one for each thing. You can change it at any time.',
  },
  helpToStop: {
    vi: 'Ngừng nhận thư nhắc mà không cần đăng nhập. Thông báo vẫn hiện trên trang khi đồng chí vào hệ thống.',
    en: 'Stop reminders by mail, without signing in. Notices still appear on the pages when you come.',
  },
  title: { vi: 'Cách nhận nhắc việc', en: 'How I am reminded' },
  mail: { vi: 'Nhắc qua thư điện tử', en: 'By e-mail' },
  notice: { vi: 'Thông báo trong hệ thống', en: 'By notices in the service' },
  rhythm: { vi: 'Thư nhắc', en: 'Mail' },
  daily: { vi: 'Một thư chung mỗi ngày', en: 'One mail a day' },
  dailyHint: { vi: 'Việc gấp vẫn gửi riêng ngay.', en: 'What is urgent still comes at once.' },
  each: { vi: 'Mỗi việc một thư', en: 'A mail for each thing' },
  locale: { vi: 'Ngôn ngữ của thư', en: 'Language of the mail' },
  save: { vi: 'Lưu lựa chọn', en: 'Save my choices' },
  saved: { vi: 'Đã lưu cách nhắc đồng chí chọn.', en: 'Your choices were saved.' },
  dutiesTitle: { vi: 'Việc không tắt được', en: 'Mandatory reminders' },
  dutiesWhy: {
    vi: 'Đồng chí có trách nhiệm phải biết các việc sau, nên hệ thống luôn gửi thư và thông báo dù đã bỏ chọn ở trên:',
    en: 'You are required to know the following, so they are always sent by mail and notice, whatever is chosen above:',
  },
  noDuties: { vi: 'Hiện không có việc nào bắt buộc.', en: 'Nothing is mandatory at present.' },
  back: { vi: 'Thông báo', en: 'Notices' },
  why: { vi: 'Vì sao (không) nhận được nhắc?', en: 'Why did I (not) get a reminder?' },

  stopTitle: { vi: 'Ngừng thư nhắc việc', en: 'Stop mail with reminders' },
  stopWhat: {
    vi: 'Bấm nút dưới đây thì hệ thống không gửi thư nhắc việc đến đồng chí nữa. Không cần đăng nhập.',
    en: 'Press the button and the service sends you no more mail with reminders. There is no need to sign in.',
  },
  stopKeeps: {
    vi: 'Thông báo khi đăng nhập vẫn hiện. Những việc đồng chí có trách nhiệm phải biết vẫn gửi thư:',
    en: 'Notices in the service still appear. Mandatory reminders are still sent by mail:',
  },
  stop: { vi: 'Ngừng gửi thư nhắc', en: 'Stop the mail' },
  stoppedTitle: { vi: 'Đã ngừng thư nhắc việc', en: 'Mail with reminders is stopped' },
  stoppedWhat: {
    vi: 'Hệ thống không gửi thư nhắc việc đến đồng chí nữa, trừ những việc bắt buộc phải biết. Nếu bấm nhầm, hãy nhận lại bằng nút dưới đây.',
    en: 'The service sends you no more mail with reminders, but for what you have a duty to know. If this was a mistake, take it up again here.',
  },
  resume: { vi: 'Nhận lại thư nhắc', en: 'Get the mail again' },
});

export const choiceActions = declareActions('reminders', {
  choice_made: { vi: 'đã chọn cách được nhắc', en: 'chose how to be reminded' },
  mail_resumed: { vi: 'đã nhận lại thư nhắc từ đường dẫn trong thư', en: 'took up mail again from a link' },
  mail_stopped: { vi: 'đã ngừng thư nhắc từ đường dẫn trong thư', en: 'stopped mail from a link' },
});

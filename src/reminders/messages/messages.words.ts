import { declareActions } from '../../platform/journal/actions';
import { people } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';
import type { Audience } from './audience';

export const audienceWords = words({
  participants: { vi: 'Tất cả học viên của lớp', en: 'Everybody on the roster' },
  nominees: { vi: 'Người được cử, chưa được duyệt', en: 'Nominees not accepted yet' },
  people: { vi: 'Học viên và người được cử', en: 'Roster and nominees' },
  lecturers: { vi: 'Giảng viên của lớp', en: 'Lecturers of the class' },
  managers: { vi: 'Chủ nhiệm lớp', en: 'Managers of the class' },
} satisfies Record<Audience, { vi: string; en: string }>);

export const messageWords = words({
  help: {
    vi: 'Thư văn phòng hoặc chủ nhiệm gửi cho cả lớp. Mở một thư để xem ai đã nhận, hoặc soạn thư mới.',
    en: 'Messages to the whole class from the office or its manager. Open one to see whom it reached, or write a new one.',
  },
  helpToWrite: {
    vi: 'Soạn một thư cho cả lớp hoặc một số đơn vị. Xem trước người nhận; thư đi sau ít phút, trong lúc đó còn giữ lại được.',
    en: 'Write to the whole class or to some units. You see who receives it, and for some minutes it can still be held back.',
  },
  helpOfOne: {
    vi: 'Một thư gửi lớp: nội dung, người nhận và ai chưa nhận được. Người chưa nhận được thì hãy gọi.',
    en: 'One message to a class: its text, its readers, and whom it did not reach. Call those it did not reach.',
  },
  title: { vi: 'Thông báo của lớp', en: 'Messages to the class' },
  ofClass: { vi: (name: string) => `Thông báo: ${name}`, en: (name: string) => `Messages to ${name}` },
  write: { vi: 'Gửi thông báo', en: 'Write a message' },
  writeTo: { vi: (name: string) => `Gửi thông báo: ${name}`, en: (name: string) => `Message to ${name}` },
  audience: { vi: 'Gửi cho ai', en: 'To' },
  unit: { vi: 'Chỉ người của đơn vị', en: 'Only people of the unit' },
  ofUnit: { vi: 'Đơn vị', en: 'Unit' },
  unitHint: {
    vi: 'Để trống nếu gửi cho mọi đơn vị.',
    en: 'Leave it empty for people of all units.',
  },
  everyUnit: { vi: '— Mọi đơn vị —', en: '— All units —' },
  group: { vi: 'Chỉ tổ', en: 'Only the group' },
  everyGroup: { vi: '— Cả lớp —', en: '— The whole class —' },
  groupNamed: { vi: (number: number) => `Tổ ${number}`, en: (number: number) => `Group ${number}` },
  subject: { vi: 'Tiêu đề', en: 'Subject' },
  subjectHint: {
    vi: 'Hiện cả trên thông báo trong hệ thống và màn hình điện thoại, nên không ghi tên người.',
    en: 'Shown in notices and on phone screens, so do not name people.',
  },
  body: { vi: 'Nội dung', en: 'Text' },
  bodyHint: {
    vi: 'Viết như thư thường, không định dạng. Lời chào và tên lớp được thêm tự động.',
    en: 'Plain text. The greeting and the name of the class are added.',
  },
  see: { vi: 'Xem trước khi gửi', en: 'Preview' },
  preview: { vi: 'Thư sẽ gửi đi đúng như sau', en: 'The message will be sent exactly as follows' },
  toHowMany: {
    vi: (all: number, byMail: number, byNotice: number) =>
      `Gửi cho ${all} người: ${byMail} người qua thư điện tử${byNotice > 0 ? `, ${byNotice} người chỉ qua thông báo trong hệ thống` : ''}. Ai có tài khoản còn thấy thông báo khi đăng nhập.`,
    en: (all: number, byMail: number, byNotice: number) =>
      `To ${people(all)}: ${byMail} by mail${byNotice > 0 ? `, ${byNotice} in the service alone` : ''}. Anyone who has an account also finds it in the service.`,
  },
  unreached: {
    vi: (count: number) => `${count} người không nhận được; đồng chí báo trực tiếp`,
    en: (count: number) => `${people(count)} will not get it; tell them in person`,
  },
  everybody: { vi: 'Ai trong nhóm đã chọn cũng nhận được.', en: 'It reaches everybody chosen.' },
  leaves: {
    vi: (moment: string) => `Thư bắt đầu rời hệ thống lúc ${moment}; đến lúc đó còn lấy lại được trọn vẹn.`,
    en: (moment: string) => `It starts to leave at ${moment}; until then it can be taken back whole.`,
  },
  send: { vi: (count: number) => `Gửi cho ${count} người`, en: (count: number) => `Send to ${people(count)}` },
  changeIt: {
    vi: 'Sửa lại ở biểu mẫu bên dưới rồi xem trước lần nữa.',
    en: 'Change it in the form below and preview it again.',
  },
  queued: {
    vi: 'Đã ghi thông báo; hệ thống gửi dần, đồng chí có thể rời trang này.',
    en: 'The message is taken and goes out by itself; you may leave this page.',
  },
  takeBack: { vi: 'Lấy lại thông báo', en: 'Take it back' },
  takeBackMeans: {
    vi: 'Ai chưa nhận thì sẽ không nhận nữa; thư đã đi thì không lấy lại được.',
    en: 'Recipients who have not received it will not receive it; messages already sent cannot be recalled.',
  },
  takenBack: {
    vi: (count: number) => `Đã lấy lại: ${count} người không nhận thông báo này nữa.`,
    en: (count: number) => `Taken back: it does not go to ${people(count)}.`,
  },
  takenBackAt: {
    vi: (who: string, moment: string) => `${who} đã lấy lại thông báo lúc ${moment}; ai chưa nhận thì không nhận nữa.`,
    en: (who: string, moment: string) =>
      `${who} took it back at ${moment}; people who had not received it will not receive it.`,
  },
  to: { vi: 'Gửi cho', en: 'To' },
  by: { vi: 'Người gửi', en: 'Written by' },
  at: { vi: 'Lúc', en: 'At' },
  leavesAt: { vi: 'Bắt đầu gửi lúc', en: 'Starts to leave at' },
  states: { vi: 'Kết quả', en: 'What became of it' },
  recipients: { vi: 'Người nhận', en: 'Recipients' },
  progress: { vi: 'Đã xong', en: 'Done' },
  stateCount: {
    vi: (state: string, count: number) => `${state}: ${count}`,
    en: (state: string, count: number) => `${state}: ${count}`,
  },
  backToList: { vi: 'Thông báo của lớp', en: 'Messages to the class' },
  backToClass: { vi: 'Về trang của lớp', en: 'To the class' },
  none: { vi: 'Lớp chưa có thông báo nào', en: 'No messages yet' },
  noneNext: {
    vi: 'Bấm “Gửi thông báo” để báo cho học viên, người được cử, giảng viên hoặc chủ nhiệm lớp.',
    en: 'Write one to the roster, the nominees, the lecturers or the managers.',
  },
});

export const messageActions = declareActions('class_messages', {
  sent: { vi: 'đã gửi thông báo cho lớp', en: 'sent a message to a class' },
  taken_back: { vi: 'đã lấy lại thông báo của lớp', en: 'took back a message to a class' },
});

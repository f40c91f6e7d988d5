import { words } from '../messages/words';

export const mailWords = words({
  title: { vi: 'Thư đã soạn gửi', en: 'Messages' },
  allHint: {
    vi: 'Mọi thư hệ thống đã soạn, mới nhất trước.',
    en: 'Every message the service wrote, newest first.',
  },
  mineHint: { vi: 'Thư hệ thống đã gửi cho đồng chí, mới nhất trước.', en: 'Messages to you, newest first.' },
  keptHere: {
    vi: 'Chưa cấu hình máy chủ thư, nên thư được lưu tại đây để đọc và chưa gửi ra ngoài.',
    en: 'No mail server is set up: messages are kept here to be read and do not leave the service.',
  },
  operations: { vi: 'Vận hành', en: 'Operations' },
  webhooks: { vi: 'Cổng SMS, trò chuyện', en: 'Webhooks' },
  subject: { vi: 'Tiêu đề', en: 'Subject' },
  to: { vi: 'Gửi đến', en: 'To' },
  attachments: { vi: 'Tệp kèm theo', en: 'Attached' },
  writtenAt: { vi: 'Soạn lúc', en: 'Written' },
  state: { vi: 'Tình trạng', en: 'State' },
  delivered: { vi: (at: string) => `Đã gửi lúc ${at}`, en: (at: string) => `Sent at ${at}` },
  waiting: { vi: 'Chờ gửi', en: 'Waiting to leave' },
  kept: { vi: 'Lưu tại đây', en: 'Kept here' },
  refused: { vi: 'Máy chủ thư chưa nhận, sẽ gửi lại', en: 'The mail server refused it so far' },
  givenUp: {
    vi: (at: string) => `Không gửi được, đã thôi gửi lúc ${at}`,
    en: (at: string) => `Could not be sent; given up at ${at}`,
  },
  none: { vi: 'Chưa có thư nào', en: 'No messages yet' },
  noneNext: {
    vi: 'Thư nhắc và thư báo của hệ thống sẽ hiện ở đây.',
    en: 'Reminders and other messages of the service appear here.',
  },
  back: { vi: 'Về danh sách thư', en: 'To the messages' },
});

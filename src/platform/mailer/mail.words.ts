import { declareActions } from '../journal/actions';
import { words } from '../messages/words';

export const mailWords = words({
  help: {
    vi: 'Thư hệ thống đã soạn mà đồng chí được xem, mới nhất trước. Mở một thư để đọc và xem thư đã đi chưa.',
    en: 'Messages of the service that you may see, newest first. Open one to read it and to see whether it left.',
  },
  helpOfOne: {
    vi: 'Một thư như người nhận đọc được. Thư chưa gửi đi sẽ được soạn lại theo lịch mới nhất.',
    en: 'One message as its reader sees it. What has not left yet is prepared again by the latest timetable.',
  },
  title: { vi: 'Thư đã gửi', en: 'Mail sent' },
  keptHere: {
    vi: 'Chưa cấu hình máy chủ thư, nên thư được lưu tại đây để đọc và chưa gửi ra ngoài.',
    en: 'No mail server is set up: messages are kept here to be read and are not sent out.',
  },
  operations: { vi: 'Vận hành', en: 'Operations' },
  webhooks: { vi: 'Cổng SMS, trò chuyện', en: 'Webhooks' },
  subject: { vi: 'Tiêu đề', en: 'Subject' },
  to: { vi: 'Gửi đến', en: 'To' },
  attachments: { vi: 'Tệp kèm theo', en: 'Attached' },
  writtenAt: { vi: 'Soạn lúc', en: 'Written' },
  state: { vi: 'Tình trạng', en: 'State' },
  written: { vi: 'Đã soạn, chờ gửi', en: 'Prepared, waiting to be sent' },
  kept: { vi: 'Đã soạn, lưu tại đây', en: 'Prepared, kept here' },
  left: { vi: (at: string) => `Đã gửi đi lúc ${at}`, en: (at: string) => `Sent at ${at}` },
  returned: { vi: (at: string) => `Bị trả lại lúc ${at}`, en: (at: string) => `Came back at ${at}` },
  refused: {
    vi: 'Đã soạn; máy chủ thư chưa nhận, sẽ gửi lại',
    en: 'Prepared; refused by the mail server, will be tried again',
  },
  addressBad: { vi: 'Đã soạn; chờ địa chỉ mới', en: 'Prepared; waiting for a new address' },
  givenUp: {
    vi: (at: string) => `Không gửi được, đã thôi gửi lúc ${at}`,
    en: (at: string) => `Could not be sent; given up at ${at}`,
  },
  superseded: { vi: 'Không gửi: đã báo gộp trong thư khác', en: 'Not sent: included in another message' },
  not_needed: { vi: 'Không gửi: không còn cần báo', en: 'Not sent: not needed any more' },
  said: { vi: 'Máy chủ thư báo', en: 'What the mail server said' },
  pausedTitle: { vi: 'Thư đang tạm dừng gửi', en: 'Mail is paused' },
  paused: {
    vi: (since: string, until: string) =>
      `Từ ${since} máy chủ thư không nhận thư nào của hệ thống. Không thư nào bị mất; hệ thống thử lại lúc ${until}, rồi gửi tiếp. Hãy kiểm tra hạn mức gửi và mật khẩu của hộp thư gửi (SMTP_URL).`,
    en: (since: string, until: string) =>
      `Since ${since} the mail server has not accepted any message. Nothing is lost; sending is tried again at ${until}. Check the sending quota and the password of the mailbox it sends from (SMTP_URL).`,
  },
  badTitle: { vi: 'Địa chỉ này trả lại thư', en: 'Mail comes back from this address' },
  bad: {
    vi: (address: string, since: string) =>
      `Thư gửi đến ${address} bị trả lại từ ${since}. Các thư khác cho người này chờ cho đến khi có địa chỉ mới. Hãy hỏi địa chỉ mới và sửa trong danh sách của đơn vị hoặc tài khoản.`,
    en: (address: string, since: string) =>
      `Mail to ${address} has come back since ${since}. Other mail to this person waits until there is another address: ask for it and put it into the roster or the account.`,
  },
  badOwn: {
    vi: (address: string, since: string) =>
      `Thư gửi đến ${address} bị trả lại từ ${since}, nên đồng chí chưa nhận được thư nhắc. Xin báo địa chỉ mới cho bí thư đơn vị hoặc văn phòng đào tạo của Khối.`,
    en: (address: string, since: string) =>
      `Mail to ${address} has come back since ${since}, so no reminders reach you. Tell the secretary of your unit or the training office another address.`,
  },
  badMessage: { vi: 'Xem thư bị trả lại', en: 'See the message that came back' },
  trust: { vi: 'Địa chỉ đã dùng được', en: 'The address works' },
  trustMeans: {
    vi: 'Bỏ đánh dấu địa chỉ này; thư đang chờ sẽ được gửi đi trong vài phút.',
    en: 'Clears the mark on this address; waiting messages are sent within minutes.',
  },
  trusted: {
    vi: 'Đã bỏ đánh dấu; thư đang chờ sẽ được gửi đi.',
    en: 'The mark is cleared; waiting messages will be sent.',
  },
  noteReturn: { vi: 'Ghi bị trả lại', en: 'Note that it came back' },
  noteReturnMeans: {
    vi: 'Dùng khi hộp thư của văn phòng nhận lại thư này. Địa chỉ được đánh dấu, thư khác đến đó sẽ chờ địa chỉ mới.',
    en: 'When it came back to the mailbox of the office. The address is marked, and other mail to it waits for another.',
  },
  reason: { vi: 'Lý do ghi trong thư báo', en: 'What the returned message says' },
  reasonHint: { vi: 'Ví dụ: 550 không có hộp thư này.', en: 'For example: 550 no such mailbox.' },
  returnNoted: { vi: 'Đã ghi thư bị trả lại.', en: 'It is noted that the message came back.' },
  report: { vi: 'Nạp thư báo không gửi được', en: 'Load a report of failed delivery' },
  reportMeans: {
    vi: 'Thư báo lỗi mà máy chủ gửi về hộp thư gửi, lưu thành tệp .eml. Hệ thống tự tìm thư bị trả lại.',
    en: 'What the mail server sent back to the sending mailbox, saved as an .eml file. The message that came back is found by itself.',
  },
  reportFile: { vi: 'Tệp thư báo lỗi (.eml)', en: 'The report (.eml)' },
  reportSend: { vi: 'Nạp thư báo', en: 'Load the report' },
  reportNoted: {
    vi: (returned: number, others: number) =>
      `Đã ghi ${returned} thư bị trả lại.${others > 0 ? ` ${others} người nhận trong thư báo không phải là thư bị trả lại của hệ thống.` : ''}`,
    en: (returned: number, others: number) =>
      `${returned} noted as returned.${others > 0 ? ` ${others} in the report are no returned message of ours.` : ''}`,
  },
  none: { vi: 'Chưa có thư nào', en: 'No messages yet' },
  noneNext: {
    vi: 'Thư nhắc và thư báo của hệ thống sẽ hiện ở đây.',
    en: 'Reminders and other messages of the service appear here.',
  },
  back: { vi: 'Thư đã gửi', en: 'Mail sent' },
});

export const mailActions = declareActions('mail', {
  address_trusted: { vi: 'đã ghi địa chỉ thư dùng được lại', en: 'noted that an address of mail works' },
  resumed: { vi: 'đã cho thử gửi thư ngay', en: 'had the mail server tried at once' },
  returned: { vi: 'đã ghi thư bị trả lại', en: 'noted that a message came back' },
  replayed: { vi: 'đã cho gửi lại thư không gửi được', en: 'had mail that was given up tried again' },
  tested: { vi: 'đã gửi một thư thử', en: 'sent a test message' },
});

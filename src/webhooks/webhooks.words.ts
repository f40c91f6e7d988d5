import { declareActions } from '../platform/journal/actions';
import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';

export const webhookWords = words({
  help: {
    vi: 'Khi hệ thống nhắc việc, các nơi dưới đây cũng được báo để gửi tin nhắn. Mỗi tin có chữ ký để bên nhận kiểm tra.',
    en: 'When the service reminds somebody, these programs are told too, so that they can send a text message. Every message is signed.',
  },
  helpOfOne: {
    vi: 'Một nơi nhận tin và các lần gửi gần đây. Gửi không được thì xem câu trả lời của nơi nhận rồi gửi lại.',
    en: 'One receiver and what was last sent to it. If something failed, read its answer and send again.',
  },
  title: { vi: 'Cổng SMS, trò chuyện', en: 'Webhooks' },
  name: { vi: 'Tên gọi', en: 'Name' },
  nameHint: { vi: 'Ví dụ: Cổng SMS của Khối.', en: 'For example: SMS gateway of the Bloc.' },
  url: { vi: 'Địa chỉ nhận', en: 'Address' },
  urlHint: {
    vi: 'Do nhà cung cấp đưa, bắt đầu bằng https://.',
    en: 'Given by your provider; begins with https://.',
  },
  topics: { vi: 'Báo những việc gì', en: 'What it is told of' },
  state: { vi: 'Tình trạng', en: 'State' },
  on: { vi: 'Đang gửi', en: 'On' },
  off: { vi: 'Đang tắt', en: 'Off' },
  waiting: { vi: 'Chờ gửi', en: 'Waiting' },
  sent: { vi: 'Đã gửi', en: 'Delivered' },
  dead: { vi: 'Gửi không được', en: 'Given up' },
  lastDelivered: { vi: 'Lần gửi được gần nhất', en: 'Last delivered' },
  none: { vi: 'Chưa có nơi nhận nào', en: 'No webhooks yet' },
  noneNext: {
    vi: 'Nếu đơn vị có cổng tin nhắn, hãy thêm địa chỉ của cổng ở dưới. Không có thì thư và thông báo vẫn gửi như thường.',
    en: 'If you have a gateway for text messages, add its address below. Mail and notices go out without one.',
  },
  add: { vi: 'Thêm nơi nhận', en: 'Add a webhook' },
  addSubmit: { vi: 'Thêm', en: 'Add' },
  change: { vi: 'Sửa', en: 'Change' },
  changeSubmit: { vi: 'Lưu', en: 'Save' },
  changedDone: { vi: 'Đã lưu.', en: 'Saved.' },
  turnOff: { vi: 'Tắt', en: 'Switch off' },
  turnOffMeans: {
    vi: 'Tin đang chờ được giữ lại, khi bật thì gửi tiếp. Việc xảy ra trong lúc tắt không được báo đến nơi này.',
    en: 'Waiting messages are kept and sent once it is on again. Events while it is off are not sent to it.',
  },
  turnOn: { vi: 'Bật', en: 'Switch on' },
  rotate: { vi: 'Đổi khóa ký', en: 'New secret' },
  rotateMeans: {
    vi: 'Hệ thống lập khóa mới và chỉ hiện một lần. Khóa cũ còn dùng được một ngày để bên nhận kịp thay.',
    en: 'A new secret is made and shown once. The old one goes on signing for a day, so that the receiver can change over.',
  },
  secret: { vi: 'Khóa ký', en: 'Secret' },
  secretOnce: {
    vi: 'Hãy chép khóa này vào cấu hình của bên nhận ngay bây giờ: khóa chỉ hiện một lần. Nếu mất, hãy đổi khóa mới.',
    en: 'Copy this secret into the receiver now: it is shown only once. If it gets lost, make a new one.',
  },
  deliveries: { vi: 'Các tin đã lập', en: 'Deliveries' },
  topic: { vi: 'Về việc', en: 'About' },
  writtenAt: { vi: 'Lập lúc', en: 'Written' },
  result: { vi: 'Kết quả', en: 'Result' },
  delivered: { vi: (at: string) => `Đã gửi lúc ${at}`, en: (at: string) => `Delivered at ${at}` },
  deadAt: {
    vi: (times: number) => `Đã thôi gửi sau ${times} lần`,
    en: (times: number) => `Given up after ${many(times, 'attempt')}`,
  },
  nextAt: { vi: (at: string) => `Sẽ gửi lúc ${at}`, en: (at: string) => `Next attempt at ${at}` },
  noDeliveries: { vi: 'Chưa có tin nào', en: 'No deliveries yet' },
  noDeliveriesNext: {
    vi: 'Tin hiện ra ở đây khi có nhắc việc thuộc các loại đã chọn.',
    en: 'They appear here when somebody is reminded of what you chose.',
  },
  replay: { vi: 'Gửi lại', en: 'Try again' },
  replayAll: { vi: 'Gửi lại tất cả tin gửi không được', en: 'Try all that were given up again' },
  replayAllMeans: {
    vi: (count: number) =>
      `${count} tin sẽ được gửi lại. Hãy chắc rằng bên nhận đã hoạt động trở lại; tin đã cũ cũng được gửi.`,
    en: (count: number) =>
      `${count} will be sent again. Make sure that the receiver works again; old ones are sent too.`,
  },
  replayedDone: {
    vi: (count: number) => `Đã xếp ${count} tin để gửi lại.`,
    en: (count: number) => `${count} will be tried again.`,
  },
  all: { vi: '— Tất cả —', en: '— All —' },
  actions: { vi: 'Việc có thể làm', en: 'Actions' },
  back: { vi: 'Cổng SMS, trò chuyện', en: 'Webhooks' },
});

export const webhookActions = declareActions('webhooks', {
  added: { vi: 'đã thêm nơi nhận tin (cổng SMS, trò chuyện)', en: 'added a webhook' },
  changed: { vi: 'đã sửa nơi nhận tin (cổng SMS, trò chuyện)', en: 'changed a webhook' },
  secret_rotated: { vi: 'đã đổi khóa ký của nơi nhận tin', en: 'gave a webhook a new secret' },
  replayed: { vi: 'đã cho gửi lại tin ra cổng SMS, trò chuyện', en: 'had webhook deliveries tried again' },
});

import { Refusal } from '../problems/refusal';
import { InvalidInput } from '../problems/refusals';

/** What did not leave cannot have come back. */
export class HasNotLeft extends Refusal.saying('mail_has_not_left', 'wrong_moment', {
  vi: 'Thư này chưa gửi đi hoặc đã được ghi là bị trả lại, nên không ghi nữa. Hãy tải lại trang để xem tình trạng mới.',
  en: 'This message has not left, or is noted as returned already. Reload the page to see its current state.',
}) {}

/** Nobody doubts the address of the message. */
export class AddressNotBad extends Refusal.saying('mail_address_not_bad', 'wrong_moment', {
  vi: 'Địa chỉ này đang được gửi thư bình thường, không cần làm gì. Hãy tải lại trang để xem tình trạng mới.',
  en: 'Mail goes to this address as usual; there is nothing to do. Reload the page to see its current state.',
}) {}

export const notADeliveryReport = () =>
  InvalidInput.field('file', 'not_a_delivery_report', {
    vi: 'Tệp này không phải là thư báo không gửi được (phần message/delivery-status). Hãy lưu nguyên thư báo lỗi thành tệp .eml rồi gửi lại, hoặc mở thư bị trả lại ở đây và ghi tay.',
    en: 'This is no report of a message that could not be delivered (it has no message/delivery-status part). Save the whole report as an .eml file and send it again, or open the returned message here and note it by hand.',
  });

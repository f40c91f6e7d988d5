import type { Bilingual } from '../platform/messages/words';
import { InvalidInput } from '../platform/problems/refusals';
import { Refusal } from '../platform/problems/refusal';
import type { AddressProblem } from './address';

const addressSentences: Readonly<Record<AddressProblem, Bilingual>> = {
  not_an_address: {
    vi: 'Địa chỉ chưa đúng. Hãy chép cả địa chỉ do nhà cung cấp đưa, ví dụ https://sms.example.vn/nhan-tin.',
    en: 'Not an address; copy the whole address your provider gave you, for example https://sms.example.vn/in.',
  },
  not_https: {
    vi: 'Địa chỉ phải bắt đầu bằng https:// để nội dung không bị đọc trên đường truyền. Hãy hỏi nhà cung cấp địa chỉ đó.',
    en: 'The address must begin with https:// so that nobody reads along; ask your provider for that one.',
  },
  has_password: {
    vi: 'Địa chỉ không được kèm tên và mật khẩu. Hãy bỏ phần trước dấu @, bên nhận kiểm tra bằng chữ ký.',
    en: 'The address must hold no name and password; leave out what stands before the @: the receiver checks the signature.',
  },
  private: {
    vi: 'Địa chỉ này ở trong mạng nội bộ nên hệ thống không gửi đến. Hãy dùng địa chỉ công khai của bên nhận.',
    en: 'This address lies inside a private network, where nothing is sent; use the public address of the receiver.',
  },
};

export const wrongAddress = (problem: AddressProblem) => InvalidInput.field('url', problem, addressSentences[problem]);

export const unknownTopic = () =>
  InvalidInput.field('topics', 'not_choices', {
    vi: 'Có loại tin không có trong danh sách. Hãy chọn lại ít nhất một mục.',
    en: 'One of these does not exist; choose one or more from the list.',
  });

export class WebhookNameTaken extends Refusal.saying('webhook_name_taken', 'conflict', {
  vi: 'Đã có một nơi nhận mang tên này. Hãy đặt tên khác để phân biệt.',
  en: 'Another webhook has this name. Choose a different one so that they can be told apart.',
}) {}

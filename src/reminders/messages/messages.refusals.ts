import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';

export const messageToNobody = () =>
  InvalidInput.field('audience', 'nobody', {
    vi: 'Hiện không có ai trong nhóm đã chọn. Hãy chọn nhóm người nhận khác hoặc bỏ chọn đơn vị.',
    en: 'There is no one in the chosen group. Choose another group, or no unit.',
  });

export const unitOfNoUse = () =>
  InvalidInput.field('unitId', 'not_of_units', {
    vi: 'Giảng viên và chủ nhiệm lớp không do đơn vị cử, nên không chọn đơn vị. Hãy bỏ chọn đơn vị.',
    en: 'Lecturers and managers are not sent by units. Choose no unit.',
  });

export const groupOfNoUse = () =>
  InvalidInput.field('group', 'not_of_groups', {
    vi: 'Chỉ học viên của lớp được chia tổ. Hãy chọn “Tất cả học viên của lớp”, hoặc bỏ chọn tổ.',
    en: 'Only the roster is divided into groups. Choose “Everybody on the roster”, or no group.',
  });

export const nameInMessageSubject = (names: string) =>
  InvalidInput.field('subject', 'personal_data_in_subject', {
    vi: `Tiêu đề có tên người (${names}). Tiêu đề ai cũng có thể thấy, nên hãy bỏ tên đi hoặc chuyển vào nội dung.`,
    en: `The subject names a person (${names}). Anybody may see a subject, so leave the name out or move it into the text.`,
  });

export class MessageLeft extends Refusal.saying('message_left', 'wrong_moment', {
  vi: 'Thông báo đã gửi đến mọi người nhận nên không lấy lại được. Nếu nội dung chưa đúng, hãy gửi thông báo đính chính.',
  en: 'The message has reached everybody and cannot be taken back. If something in it is wrong, send another that says so.',
}) {}

export class MessageTakenBack extends Refusal.saying('message_taken_back', 'wrong_moment', {
  vi: 'Thông báo này đã được lấy lại trước đó. Muốn gửi lại, hãy viết thông báo mới.',
  en: 'This message was taken back before. To send it after all, write another.',
}) {}

/** To whom a notice of it came before. */
export class MessageWithdrawn extends Refusal.saying('message_withdrawn', 'wrong_moment', {
  vi: 'Thông báo này đã được lấy lại, đồng chí không phải làm theo. Nếu có thông báo khác thay thế, đồng chí sẽ thấy ở mục “Thông báo”.',
  en: 'This message was taken back; there is nothing to do. Should another take its place, you find it among your notices.',
}) {}

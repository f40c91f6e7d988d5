import { words } from '../platform/messages/words';

/** What stands around the words of a rule. Subjects hold no personal data. */
export const mailWords = words({
  greeting: { vi: (name: string) => `Kính gửi đồng chí ${name},`, en: (name: string) => `Dear ${name},` },
  untilEndOf: { vi: (day: string) => `đến hết ${day}`, en: (day: string) => `until the end of ${day}` },
  closing: {
    vi: () =>
      'Thư này do hệ thống gửi theo lịch nhắc, không cần trả lời. Nếu có điều chưa đúng, xin báo văn phòng đào tạo của Khối.',
    en: () =>
      'The service sent this message on schedule; no answer is needed. If something is wrong, please tell the training office of the Bloc.',
  },
  closingOfMessage: {
    vi: () =>
      'Thư này do văn phòng đào tạo hoặc chủ nhiệm lớp gửi qua hệ thống; xin không trả lời vào địa chỉ này. Cần hỏi thêm, xin liên hệ văn phòng đào tạo của Khối.',
    en: () =>
      'The training office or the class manager sent this message through the service; please do not answer to this address. For questions ask the training office of the Bloc.',
  },

  unsubscribe: {
    vi: (address: string) =>
      `Không muốn nhận thư nhắc như thế này nữa: ${address} (việc bắt buộc phải biết vẫn được gửi).`,
    en: (address: string) =>
      `To get no more mail of this kind: ${address} (what you have a duty to know is still sent).`,
  },

  digest: {
    vi: (count: number, day: string) => `${count} việc cần biết ngày ${day}`,
    en: (count: number, day: string) => `${count} things to know on ${day}`,
  },
  digestTold: {
    vi: (count: number) => `Có ${count} việc đồng chí cần biết hoặc cần làm:`,
    en: (count: number) => `There are ${count} things for you to know or to do:`,
  },
});

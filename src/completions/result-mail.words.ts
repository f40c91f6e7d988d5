import { words } from '../platform/messages/words';
import { classNamed } from '../classes/classes.labels';

export const resultMailWords = words({
  subject: {
    vi: (code: string) => `Đã có kết quả lớp ${code}`,
    en: (code: string) => `The results of class ${code} are available`,
  },
  greeting: { vi: (name: string) => `Kính gửi đồng chí ${name},`, en: (name: string) => `Dear ${name},` },
  completed: {
    vi: (inClass: string) =>
      `Đồng chí đã hoàn thành ${classNamed(inClass)}. Kết quả đã ghi vào quá trình đào tạo, bồi dưỡng.`,
    en: (inClass: string) => `You have completed ${inClass}. The result is in your training record.`,
  },
  certificate: {
    vi: (number: string) => `Số giấy chứng nhận: ${number}.`,
    en: (number: string) => `Number of your certificate: ${number}.`,
  },
  notCompleted: {
    vi: (inClass: string) => `Đồng chí không hoàn thành ${classNamed(inClass)}. Lý do:`,
    en: (inClass: string) => `You did not complete ${inClass}. Why:`,
  },
  ask: {
    vi: 'Nếu có điều chưa đúng, đồng chí hãy báo văn phòng đào tạo hoặc bí thư đơn vị.',
    en: 'If something is wrong, tell the training office or the secretary of your unit.',
  },
  seeResult: { vi: 'Xem kết quả tại:', en: 'See your result at:' },
  signed: { vi: 'Văn phòng đào tạo', en: 'The training office' },
});

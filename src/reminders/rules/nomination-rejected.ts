import { words } from '../../platform/messages/words';
import { type NominationFacts, newsText, nominationNews } from './nomination-news';

export const nominationRejected = nominationNews({
  at: 'n.decided_at',
  isSo: `n.state = 'rejected'`,
  words: words({
    you: {
      vi: (inClass: string, { reason }: NominationFacts) =>
        `Hồ sơ cử đồng chí đi học ${inClass} không được duyệt. Lý do: ${reason ?? ''}`,
      en: (inClass: string, { reason }: NominationFacts) =>
        `Your nomination for ${inClass} was not accepted. Reason: ${reason ?? ''}`,
    },
    them: {
      vi: (inClass: string, unit: string) => `Không được duyệt vào học ${inClass}, do ${unit} cử:`,
      en: (inClass: string, unit: string) => `Not accepted for ${inClass}, nominated by ${unit}:`,
    },
    each: {
      vi: ({ name, reason }: NominationFacts) => `${name}: ${reason ?? ''}`,
      en: ({ name, reason }: NominationFacts) => `${name}: ${reason ?? ''}`,
    },
    yourTask: {
      vi: () => 'không phải đến lớp này. Nếu thấy lý do chưa đúng, xin trao đổi với bí thư đơn vị.',
      en: () => 'you are not expected at this class. If the reason seems wrong, speak to the secretary of your unit.',
    },
    theirTask: {
      vi: () => 'báo lại cho những người này. Nếu còn chỉ tiêu và còn hạn, có thể cử người khác trên trang dưới đây.',
      en: () => 'tell them. While the call is open and seats are left, you can nominate others on the page below.',
    },
  }),
  texts: {
    vi: newsText('Hồ sơ không được duyệt: {class}', 'Việc cần làm'),
    en: newsText('Not accepted: {class}', 'What to do'),
  },
});

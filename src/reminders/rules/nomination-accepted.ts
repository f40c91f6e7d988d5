import { words } from '../../platform/messages/words';
import { type NominationFacts, newsText, nominationNews } from './nomination-news';

export const nominationAccepted = nominationNews({
  at: 'n.decided_at',
  isSo: `n.state = 'accepted'`,
  words: words({
    you: {
      vi: (inClass: string) => `Hồ sơ cử đồng chí đi học ${inClass} đã được duyệt. Đồng chí là học viên của lớp.`,
      en: (inClass: string) => `Your nomination for ${inClass} was accepted; you are enrolled in the class.`,
    },
    them: {
      vi: (inClass: string, unit: string) => `Được nhận vào học ${inClass}, do ${unit} cử:`,
      en: (inClass: string, unit: string) => `Accepted for ${inClass}, nominated by ${unit}:`,
    },
    each: { vi: ({ name }: NominationFacts) => name, en: ({ name }: NominationFacts) => name },
    yourTask: {
      vi: () => 'ghi lại ngày giờ và địa điểm. Nếu không dự được, xin báo sớm cho bí thư đơn vị để cử người thay.',
      en: () =>
        'note day, time and place. If you cannot come, tell the secretary of your unit soon, so that somebody else can take the place.',
    },
    theirTask: {
      vi: () => 'báo để những người này thu xếp công việc. Nếu có người không dự được, thay người trên trang dưới đây.',
      en: () => 'tell them, so that they can plan. If somebody cannot come, substitute them on the page below.',
    },
  }),
  texts: {
    vi: newsText('Được nhận vào học {class}', 'Việc cần làm'),
    en: newsText('Accepted for {class}', 'What to do'),
  },
});

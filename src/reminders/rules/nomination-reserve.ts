import { words } from '../../platform/messages/words';
import { type NominationFacts, newsText, nominationNews } from './nomination-news';

export const nominationReserve = nominationNews({
  at: 'coalesce(n.placed_at, n.submitted_at)',
  isSo: `n.rank IS NOT NULL AND n.state IN ('submitted', 'endorsed')`,
  words: words({
    you: {
      vi: (inClass: string, { rank, ahead }: NominationFacts) =>
        `Đơn vị đã cử đồng chí đi học ${inClass}. Hiện đã hết chỗ nên đồng chí là người dự phòng thứ ${rank} của đơn vị; ${ahead === 0 ? 'đơn vị có chỗ trống là đến lượt đồng chí' : `trước đồng chí còn ${ahead} người`}.`,
      en: (inClass: string, { rank, ahead }: NominationFacts) =>
        `Your unit nominated you for ${inClass}. All seats are taken, so you are number ${rank} of its reserves; ${ahead === 0 ? 'the next free seat of your unit is yours' : `${ahead} of them come before you`}.`,
    },
    them: {
      vi: (inClass: string, unit: string) => `Đã hết chỗ, những người sau của ${unit} là dự phòng của ${inClass}:`,
      en: (inClass: string, unit: string) =>
        `All seats are taken; these people of ${unit} are reserves for ${inClass}:`,
    },
    each: {
      vi: ({ name, rank, ahead }: NominationFacts) =>
        `${name}: dự phòng thứ ${rank}, ${ahead === 0 ? 'không có ai ở trước' : `trước còn ${ahead} người`}`,
      en: ({ name, rank, ahead }: NominationFacts) =>
        `${name}: reserve number ${rank}, ${ahead === 0 ? 'nobody' : ahead} before`,
    },
    yourTask: {
      vi: () => 'chưa phải làm gì. Khi có chỗ trống, hệ thống tự xếp theo thứ tự và báo đồng chí.',
      en: () => 'nothing yet. When a seat is freed, it goes to the reserves in their order, and you will be told.',
    },
    theirTask: {
      vi: () => 'báo để những người này biết. Khi có chỗ trống, hệ thống tự xếp theo thứ tự dự phòng của đơn vị.',
      en: () => 'tell them. When a seat is freed, it goes to the reserves of your unit in their order.',
    },
  }),
  texts: {
    vi: newsText('Dự phòng của {class}', 'Việc cần làm'),
    en: newsText('Reserve for {class}', 'What to do'),
  },
});

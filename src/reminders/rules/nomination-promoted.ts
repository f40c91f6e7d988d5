import { words } from '../../platform/messages/words';
import { type NominationFacts, newsText, nominationNews } from './nomination-news';

export const nominationPromoted = nominationNews({
  // A nomination forgets its rank as it moves up; when it did, only the journal knows.
  from: `journal_lines j JOIN nominations n ON n.id = j.subject_id AND j.action = 'nominations.promoted'`,
  at: 'j.at',
  isSo: `n.rank IS NULL AND n.state IN ('submitted', 'endorsed')`,
  words: words({
    you: {
      vi: (inClass: string) =>
        `Lớp có chỗ trống nên đồng chí không còn là dự phòng: đồng chí đã có chỗ ở ${inClass}, hồ sơ đang chờ xét duyệt.`,
      en: (inClass: string) =>
        `A seat was freed, so you are no longer a reserve: you hold a seat in ${inClass}, and your nomination waits for review.`,
    },
    them: {
      vi: (inClass: string, unit: string) =>
        `Lớp có chỗ trống nên những người dự phòng sau của ${unit} đã có chỗ ở ${inClass}:`,
      en: (inClass: string, unit: string) =>
        `Seats were freed, so these reserves of ${unit} now hold one in ${inClass}:`,
    },
    each: { vi: ({ name }: NominationFacts) => name, en: ({ name }: NominationFacts) => name },
    yourTask: {
      vi: () => 'giữ lịch những ngày học; kết quả xét duyệt sẽ báo sau. Nếu không dự được, xin báo bí thư đơn vị.',
      en: () =>
        'keep the days free; you will hear of the decision. If you cannot come, tell the secretary of your unit.',
    },
    theirTask: {
      vi: () => 'báo để những người này giữ lịch. Nếu có người không dự được, thay người trên trang dưới đây.',
      en: () => 'tell them to keep the days free. If somebody cannot come, substitute them on the page below.',
    },
  }),
  texts: {
    vi: newsText('Từ dự phòng đã có chỗ: {class}', 'Việc cần làm'),
    en: newsText('From reserve to a seat, {class}', 'What to do'),
  },
});

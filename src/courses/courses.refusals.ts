import { type Day, showDay } from '../platform/clock';
import { Refusal } from '../platform/problems/refusal';

export class CourseCodeTaken extends Refusal {
  constructor() {
    const sentence = {
      vi: 'Mã này đã dùng cho một chương trình khác. Hãy đặt mã khác, hoặc mở chương trình đang có.',
      en: 'Another course has this code. Choose another code, or open the course there is.',
    };
    super('course_code_taken', 'conflict', sentence, {
      fields: [{ field: 'code', code: 'taken', message: sentence }],
    });
  }
}

export class RuleAlreadySetFrom extends Refusal {
  constructor(day: Day | null = null) {
    const from = day
      ? { vi: `Từ ngày ${showDay(day)}`, en: `From ${showDay(day)}` }
      : { vi: 'Từ ngày này', en: 'From this day' };
    const sentence = {
      vi: `${from.vi} hoặc sau đó đã có một quy định cùng loại. Hãy chọn ngày hiệu lực muộn hơn các quy định đã có.`,
      en: `${from.en} or later a rule of this kind is set already. Choose a day after those there are.`,
    };
    super('rule_already_set', 'conflict', sentence, {
      fields: [{ field: 'validFrom', code: 'taken', message: sentence }],
    });
  }
}

import { type Day, showDay } from '../platform/clock';
import { Refusal } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';

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

export class CourseRetired extends Refusal {
  constructor(from: Day) {
    const sentence = {
      vi: `Chương trình này ngừng từ ngày ${showDay(from)}. Hãy chọn chương trình khác, chọn ngày khai giảng sớm hơn, hoặc cho dùng lại ở trang của chương trình.`,
      en: `This course is retired from ${showDay(from)}. Choose another course or an earlier opening day, or bring it back on its page.`,
    };
    super('course_retired', 'wrong_moment', sentence, {
      fields: [{ field: 'courseId', code: 'retired', message: sentence }],
    });
  }
}

export class CourseRetiredAlready extends Refusal {
  constructor(from: Day) {
    super('course_retired_already', 'wrong_moment', {
      vi: `Chương trình này đã ngừng từ ngày ${showDay(from)}. Nếu cần ngày khác, hãy cho dùng lại rồi ghi ngày mới.`,
      en: `This course is retired from ${showDay(from)} already. For another day, bring it back first.`,
    });
  }
}

export class CourseNotRetired extends Refusal.saying('course_not_retired', 'wrong_moment', {
  vi: 'Chương trình này đang được dùng, không phải dùng lại.',
  en: 'This course is in use, so there is nothing to bring back.',
}) {}

/** @throws InvalidInput */
export function assertBlocReviews(steps: readonly string[]): void {
  if (steps.includes('bloc')) return;
  throw InvalidInput.field('approvalSteps', 'bloc_missing', {
    vi: 'Khối luôn xét duyệt: hãy chọn bước của Khối, có thể thêm bước của Tập đoàn.',
    en: 'The Bloc always reviews: choose its step, and the Group’s too if needed.',
  });
}

export const endsBeforeItBegins = (validFrom: Day) =>
  InvalidInput.field('lastDay', 'before_start', {
    vi: `Quy định có hiệu lực từ ${showDay(validFrom)}. Hãy chọn ngày cuối từ ngày đó trở đi.`,
    en: `The rule is in force from ${showDay(validFrom)}; choose a last day not before it.`,
  });

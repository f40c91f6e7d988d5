import { type Day, momentInWords, showDay } from '../platform/clock';
import { Refusal } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';

export class ClassNotOver extends Refusal {
  constructor(closesOn: Day) {
    super(
      'class_not_over',
      'wrong_moment',
      {
        vi: `Lớp bế giảng ngày ${showDay(closesOn)}, nay chưa đến ngày đó nên chưa kết thúc lớp được. Hãy kết thúc lớp từ ngày ${showDay(closesOn)}, hoặc sửa ngày bế giảng nếu lớp học xong sớm.`,
        en: `The class runs until ${showDay(closesOn)} and cannot be closed before that day. Close it from ${showDay(closesOn)} on, or correct its closing day if it ended earlier.`,
      },
      { facts: { closesOn } },
    );
  }
}

export class HalfDayToCome extends Refusal {
  constructor(endsAt: Date) {
    super(
      'half_day_to_come',
      'wrong_moment',
      {
        vi: `Lớp còn buổi học đến ${momentInWords.vi(endsAt)} nên chưa kết thúc được: buổi đó sẽ không được tính chuyên cần. Hãy chờ buổi học xong và điểm danh, hoặc hủy buổi đó.`,
        en: `The class has a half-day until ${momentInWords.en(endsAt)}, which would not count. Wait until it is held and marked, or cancel it.`,
      },
      { facts: { endsAt } },
    );
  }
}

export class AwardRuleMissing extends Refusal.saying('award_rule_missing', 'wrong_moment', {
  vi: 'Chương trình cấp văn bằng, chứng nhận nhưng hôm nay không có quy định nào về số, mẫu hoặc trường cấp. Hãy bổ sung quy định ở trang chương trình rồi kết thúc lớp.',
  en: 'The course gives an award, but no rule in force today says how it is numbered or who issues it. Add the rule on the page of the course, then close the class.',
}) {}

export class CompletionIsFinal extends Refusal.saying('completion_is_final', 'wrong_moment', {
  vi: 'Kết quả của học viên này đã ghi khi kết thúc lớp. Nếu cần đổi, hãy điều chỉnh bằng quyết định: mở mục “Kết quả” của lớp, bấm “Điều chỉnh” ở dòng của học viên.',
  en: 'The result of this person was recorded when the class was closed. If it has to change, amend it by a decision: open “Results” of the class and press “Amend” beside the person.',
}) {}

export const decidedInTheFuture = () =>
  InvalidInput.field('decidedOn', 'in_the_future', {
    vi: 'Ngày quyết định chưa đến. Hãy ghi ngày ký trên quyết định.',
    en: 'This day is still to come. Write the day the decision was signed.',
  });

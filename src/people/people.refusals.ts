import { type Day, showDay } from '../platform/clock';
import { Refusal } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';
import { likeSomebodyElsewhere } from './likeness';

export class PersonCodeTaken extends Refusal.saying('person_code_taken', 'conflict', {
  vi: 'Mã số này đã có người mang, ở đơn vị này hoặc đơn vị khác. Hãy kiểm tra lại, hoặc đặt mã số khác.',
  en: 'Somebody has this code already, in this unit or another. Check it, or choose another code.',
}) {}

export class TheoryLevelEarnedHere extends Refusal.saying('theory_level_earned_here', 'conflict', {
  vi: 'Trình độ lý luận chính trị không thể hạ xuống dưới mức đã đạt qua lớp học được ghi tại đây. Chưa có gì thay đổi.',
  en: 'A theory level cannot fall below what a class recorded here led to. Nothing has changed.',
}) {}

export class NotGone extends Refusal.saying('not_gone', 'wrong_moment', {
  vi: 'Người này đang sinh hoạt tại đơn vị, chưa được ghi là đã rời đi.',
  en: 'This person belongs to the unit and is not marked as having left.',
}) {}

/** Asked before somebody is added; `isSomebodyElse` answers it. */
export class PersonKnown extends Refusal {
  /** @param personIds who is like the one to add, of those the actor may see */
  constructor(readonly personIds: readonly string[]) {
    super(
      'person_known',
      'conflict',
      {
        vi: 'Đã có người cùng họ tên, cùng ngày sinh trong danh sách. Chưa thêm ai. Hãy xem lại người đã có. Nếu đúng là một người khác, hãy đánh dấu xác nhận rồi gửi lại.',
        en: 'Somebody of the same name and birth date is on file already. Nobody was added; look at them first. If this is another person, say so and send again.',
      },
      { facts: { personIds } },
    );
  }
}

/** Asked in the same way, of people the actor may not see: it says that there is somebody, and nothing of them. */
export class LikeSomebodyElsewhere extends Refusal.saying('like_somebody_elsewhere', 'conflict', {
  vi: `${likeSomebodyElsewhere.message.vi} Chưa thêm ai; nếu đã hỏi và đúng là một người khác, hãy đánh dấu xác nhận rồi gửi lại.`,
  en: `${likeSomebodyElsewhere.message.en} Nobody was added; if you asked and this is another person, say so and send again.`,
}) {}

export class MergedAlready extends Refusal.saying('merged_already', 'conflict', {
  vi: 'Hồ sơ này đã được gộp vào hồ sơ khác của cùng một người. Hãy mở lại trang và làm tiếp trên hồ sơ được giữ.',
  en: 'This record was merged into another of the same person. Reload the page and go on with the one that stays.',
}) {}

export class BelongsThere extends InvalidInput {
  constructor() {
    super([
      {
        field: 'unitId',
        code: 'same_unit',
        message: {
          vi: 'Người này đang sinh hoạt tại đơn vị đó rồi. Hãy chọn đơn vị khác.',
          en: 'This person already belongs to that unit. Choose another.',
        },
      },
    ]);
  }
}

/** Of moving and leaving: a day to come, or one before they joined. */
export class DayOutOfPlace extends InvalidInput {
  constructor(on: Day, since: Day, today: Day) {
    super([
      ...(on > today ? [{ field: 'on', code: 'not_yet', message: stillToCome }] : []),
      ...(on < since ? [{ field: 'on', code: 'too_early', message: tooEarly(since) }] : []),
    ]);
  }
}

const stillToCome = {
  vi: 'Ngày này chưa đến. Hãy ghi vào đúng ngày, hoặc chọn ngày đã qua.',
  en: 'This day is still to come. Enter it on the day, or choose one that has passed.',
};
const tooEarly = (since: Day) => ({
  vi: `Ngày này quá sớm: trước ngày ${showDay(since)} trong hồ sơ. Hãy kiểm tra lại năm.`,
  en: `This day is too early: before ${showDay(since)}, which is on file. Check the year.`,
});

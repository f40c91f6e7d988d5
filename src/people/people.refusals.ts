import { type Day, showDay } from '../platform/clock';
import { Refusal } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';

export class PersonCodeTaken extends Refusal.saying('person_code_taken', 'conflict', {
  vi: 'Mã số này đã có người mang, ở đơn vị này hoặc đơn vị khác. Hãy kiểm tra lại, hoặc đặt mã số khác.',
  en: 'Somebody has this code already, in this unit or another. Check it, or choose another code.',
}) {}

export class TheoryLevelEarnedHere extends Refusal.saying('theory_level_earned_here', 'conflict', {
  vi: 'Trình độ lý luận chính trị không thể hạ xuống dưới mức đã đạt qua lớp học được ghi tại đây. Chưa có gì thay đổi.',
  en: 'A theory level cannot fall below what a class recorded here led to. Nothing has changed.',
}) {}

export class BelongsThere extends InvalidInput {
  constructor() {
    super([
      {
        field: 'unitId',
        code: 'same_unit',
        message: {
          vi: 'Đồng chí này đang sinh hoạt tại đơn vị đó rồi. Hãy chọn đơn vị khác.',
          en: 'They belong to that unit already. Choose another.',
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

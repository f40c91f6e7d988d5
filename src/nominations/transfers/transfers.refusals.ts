import { type Day, showDay } from '../../platform/clock';
import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';

/** Whoever was entered without a nomination holds no seat that could be given back. */
export class NotByNomination extends Refusal.saying('not_by_nomination', 'wrong_moment', {
  vi: 'Học viên này vào lớp không qua cử học nên không chuyển lớp, không bảo lưu được. Hãy ghi tên người này ở lớp kia và cho thôi học lớp này.',
  en: 'This person is in the class without a nomination, so there is neither a transfer nor a deferral. Enter them into the other class and let them leave this one.',
}) {}

export class NoSeatToMoveTo extends Refusal {
  constructor(className: string) {
    const sentence = {
      vi: `Lớp “${className}” không còn chỉ tiêu cho đơn vị này, nên học viên vẫn ở lớp cũ. Hãy tăng sĩ số hoặc phân bổ thêm chỉ tiêu cho đơn vị rồi chuyển lại.`,
      en: `There is no seat left for this unit in ${className}, so the person stays where they are. Raise its capacity or allocate the unit another seat, then transfer again.`,
    };
    super('no_seat_to_move_to', 'conflict', sentence, {
      fields: [{ field: 'classId', code: 'no_seat', message: sentence }],
    });
  }
}

export const deferredIntoThePast = (day: Day) =>
  InvalidInput.field('until', 'day_gone', {
    vi: `Hạn bảo lưu ${showDay(day)} phải sau hôm nay. Hãy ghi ngày trong quyết định.`,
    en: `A deferral ends after today, not on ${showDay(day)}. Give the day the decision names.`,
  });

export const decidedLater = () =>
  InvalidInput.field('decidedOn', 'in_the_future', {
    vi: 'Ngày quyết định chưa đến. Hãy ghi ngày trên văn bản đã ban hành.',
    en: 'The date of the decision is yet to come. Give the date of the decision as issued.',
  });

export const notAnotherClass = () =>
  InvalidInput.field('classId', 'not_another_class', {
    vi: 'Hãy chọn một lớp khác của cùng chương trình, đã thông báo chiêu sinh và chưa kết thúc.',
    en: 'Choose another class of the same course that is announced and not over yet.',
  });

import type { ExamWithoutMinutes } from '../../enrollments/carried-facts';
import type { Clash } from '../../enrollments/clashes.queries';
import { dayOf, showDay } from '../../platform/clock';
import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';
import type { Place } from '../passages/places.queries';

export const notAClassToMergeInto = () =>
  InvalidInput.field('intoClassId', 'not_a_class_to_merge_into', {
    vi: 'Hãy chọn một lớp khác của cùng chương trình, đã thông báo chiêu sinh và chưa kết thúc.',
    en: 'Choose another class of the same course that is announced and not over yet.',
  });

const named = (names: readonly string[]) =>
  names.length > 12 ? `${names.slice(0, 12).join(', ')}… (${names.length})` : names.join(', ');

/** One place per person and class (I2): which of the two ends is for their unit to say. */
export class InBothClasses extends Refusal {
  constructor(people: readonly Pick<Place, 'personId' | 'fullName' | 'nominationId'>[]) {
    const names = named(people.map(({ fullName }) => fullName));
    super(
      'in_both_classes',
      'conflict',
      {
        vi: `Được cử hoặc đang học ở cả hai lớp: ${names}. Hãy rút hồ sơ ở một lớp rồi ghép lại.`,
        en: `Nominated or enrolled in both classes: ${names}. Withdraw one of the two, then merge again.`,
      },
      { facts: { people: people.map(({ personId, nominationId }) => ({ personId, nominationId })) } },
    );
  }
}

/** I3, of everybody at once. */
export class BusyAtItsHours extends Refusal {
  constructor(clashes: readonly Pick<Clash, 'personId' | 'fullName' | 'classId' | 'classCode'>[]) {
    const names = named(clashes.map(({ fullName, classCode }) => `${fullName} (${classCode})`));
    const sentence = {
      vi: `Đang học lớp thứ ba trùng giờ với lớp được ghép vào: ${names}. Hãy cho thôi học lớp kia, hoặc ghi quyết định cho học trùng giờ.`,
      en: `Learning in a third class at the hours of the one merged into: ${names}. End the other enrollment, or give the decision by which they may be in both.`,
    };
    super('busy_at_its_hours', 'conflict', sentence, {
      facts: { clashes: clashes.map(({ personId, classId }) => ({ personId, classId })) },
      fields: [{ field: 'overlapReason', code: 'busy', message: sentence }],
    });
  }
}

/** Whoever sat it would be off its list, and nobody could take minutes of a class that is no more. */
export class ExamsWithoutMinutes extends Refusal {
  constructor(exams: readonly ExamWithoutMinutes[]) {
    const days = [...new Set(exams.map(({ startsAt }) => showDay(dayOf(startsAt))))].join(', ');
    super(
      'exams_without_minutes',
      'conflict',
      {
        vi: `Kỳ thi ngày ${days} của lớp này đã bắt đầu mà chưa có biên bản. Hãy lập biên bản, hoặc hủy kỳ thi, rồi ghép lại.`,
        en: `Examinations of this class on ${days} have begun and have no minutes. Take the minutes or cancel them, then merge again.`,
      },
      { facts: { exams: exams.map(({ id }) => id) } },
    );
  }
}

import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';

export class AttendedAlready extends Refusal.saying('attended_already', 'wrong_moment', {
  vi: 'Học viên này đã có mặt ở buổi này nên không cần học ghép. Nếu điểm danh nhầm, hãy sửa điểm danh trước.',
  en: 'This person attended the half-day, so there is nothing to make up. If the mark is wrong, correct it first.',
}) {}

export class GuestCameAlready extends Refusal.saying('guest_came_already', 'wrong_moment', {
  vi: 'Học viên đã được điểm danh ở buổi học ghép nên không bỏ được nữa. Nếu ghi nhầm, hãy sửa điểm danh của buổi đó.',
  en: 'The person was marked at the other half-day, so this cannot be called off. If that was wrong, correct the mark there.',
}) {}

/** One half-day makes up for one, and somebody's own half-day for none. */
export class OnThatSheetAlready extends Refusal.saying('on_that_sheet_already', 'conflict', {
  vi: 'Học viên đã có trong danh sách điểm danh của buổi được chọn. Hãy chọn một buổi khác.',
  en: 'The person is on the sheet of that half-day already. Choose another one.',
}) {}

/** A half-day is made up at one other half-day. */
export class GuestElsewhere extends Refusal.saying('guest_elsewhere', 'conflict', {
  vi: 'Buổi này đã được xếp học ghép ở một buổi khác. Hãy bỏ lần xếp đó trước.',
  en: 'This half-day is made up at another one already. Call that off first.',
}) {}

export const notAParallelHalfDay = () =>
  InvalidInput.field('atHalfDayId', 'not_a_parallel_half_day', {
    vi: 'Hãy chọn một buổi của lớp khác cùng chương trình, hoặc của tổ khác trong lớp, chưa hủy và lớp chưa kết thúc.',
    en: 'Choose a half-day of another class of the course, or of another group of this one, that is not cancelled, in a class that is not over.',
  });

import { many } from '../platform/messages/counted';
import { showDay } from '../platform/clock';
import { Refusal } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';
import type { Clash } from './clashes.queries';
import { dayPartWords } from '../classes/classes.labels';

/** I3: nobody is in two half-days at one time. Without clashes when it is the database that found it out. */
export class PersonBusy extends Refusal {
  constructor(clashes: readonly Clash[] = []) {
    const [first] = clashes;
    super('person_busy', 'conflict', first ? namedSentence(first, clashes.length - 1) : unnamedSentence, {
      facts: {
        clashes: clashes.map(({ personId, classId, classCode, halfDayId, day, part }) => ({
          personId,
          classId,
          classCode,
          halfDayId,
          day,
          part,
        })),
      },
    });
  }
}

const namedSentence = ({ fullName, classCode, className, day, part }: Clash, others: number) => ({
  vi: `${fullName} đã có buổi ${dayPartWords.vi[part].toLowerCase()} ${showDay(day)} ở lớp ${classCode} – ${className}, trùng giờ với lớp này${
    others > 0 ? `; còn ${others} người khác cũng bị trùng` : ''
  }. Hãy đổi buổi học, hoặc cho thôi học lớp kia trước.`,
  en: `${fullName} has the ${dayPartWords.en[part].toLowerCase()} of ${showDay(day)} taken by class ${classCode} – ${className}${
    others > 0 ? `, and ${many(others, 'other has', 'others have')} a clash too` : ''
  }. Move the half-day, or end the other enrollment first.`,
});

const unnamedSentence = {
  vi: 'Có người đang học lớp khác trùng giờ với buổi học này. Hãy mở lịch học của người đó, đổi buổi học hoặc cho thôi học lớp kia rồi làm lại.',
  en: 'Somebody is in another class at the time of this half-day. See that person’s timetable, move the half-day or end the other enrollment, then try again.',
};

export class AlreadyEnrolled extends Refusal.saying('already_enrolled', 'conflict', {
  vi: 'Người này đã có tên trong danh sách học viên của lớp, nên không cần ghi thêm.',
  en: 'This person is on the roster of the class already; there is nothing to add.',
}) {}

export class ClassTakesNobody extends Refusal.saying('class_takes_nobody', 'wrong_moment', {
  vi: 'Lớp đã kết thúc hoặc đã hủy nên không ghi thêm học viên được. Hãy chọn lớp khác.',
  en: 'The class is closed or cancelled and takes no more people. Choose another class.',
}) {}

export class EnrollmentEnded extends Refusal.saying('enrollment_ended', 'wrong_moment', {
  vi: 'Người này đã thôi học lớp này nên không ghi thêm được gì. Hãy mở danh sách học viên để xem lý do.',
  en: 'This person has left the class, so nothing more can be recorded. The roster tells why.',
}) {}

export class GoesOnAlready extends Refusal.saying('goes_on_already', 'wrong_moment', {
  vi: 'Học viên này đã mang theo kết quả từ một lớp trước. Mở “Việc học” để xem từ lớp nào.',
  en: 'This person goes on with an earlier class already. Their learning says with which.',
}) {}

export const notAnEarlierClass = () =>
  InvalidInput.field('enrollmentId', 'not_an_earlier_class', {
    vi: 'Hãy chọn một lớp cùng chương trình mà học viên đã học và đã xong hoặc đã thôi học.',
    en: 'Choose a class of the course in which the person learned and which is over for them.',
  });

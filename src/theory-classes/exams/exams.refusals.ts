import { showDay, showTime, dayOf, type Day } from '../../platform/clock';
import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';

export class ExamsSealed extends Refusal.saying('exams_sealed', 'wrong_moment', {
  vi: 'Lớp đã tổng kết hoặc đã hủy nên lịch thi, biên bản và điểm được giữ nguyên. Nếu có sai sót, văn phòng đào tạo điều chỉnh kết quả bằng quyết định ở mục “Kết quả” của lớp.',
  en: 'The class is closed or cancelled; its examinations, minutes and marks are kept as they are. If something is wrong, the office amends the result by a decision under “Results” of the class.',
}) {}

export class NothingExaminedHere extends Refusal.saying('nothing_examined_here', 'conflict', {
  vi: 'Hội nghị học tập nghị quyết không có thi. Kết quả được ghi nhận qua bài thu hoạch.',
  en: 'A study of resolutions has no examination; essays are what is handed in.',
}) {}

export class ExamCancelled extends Refusal.saying('exam_cancelled', 'wrong_moment', {
  vi: 'Kỳ thi này đã hủy nên không thay đổi được nữa. Hãy lập kỳ thi mới.',
  en: 'This examination is cancelled and stays so. Arrange another.',
}) {}

export class ExamHeld extends Refusal.saying('exam_held', 'wrong_moment', {
  vi: 'Kỳ thi đã có biên bản nên lịch và danh sách được giữ nguyên. Nếu biên bản sai, hãy sửa biên bản, có ghi lý do.',
  en: 'Minutes of this examination were taken, so its time and list stay. If the minutes are wrong, correct them with a reason.',
}) {}

export class ExamNotBegun extends Refusal {
  constructor(startsAt: Date) {
    const [time, day] = [showTime(startsAt), showDay(dayOf(startsAt))];
    super('exam_not_begun', 'wrong_moment', {
      vi: `Kỳ thi bắt đầu lúc ${time} ngày ${day}. Biên bản và điểm được nhập từ lúc đó; nếu đã thi sớm hơn, hãy sửa giờ thi trước.`,
      en: `The examination begins at ${time} on ${day}; minutes and marks are entered from then on. If it was held earlier, correct its time first.`,
    });
  }
}

/** I4, found by the database: names nobody, because the other may be of a class the reader does not run. */
export class ExamRoomTaken extends Refusal {
  constructor(what?: string) {
    const sentence = {
      vi: `${what ? `${what}: ph` : 'Ph'}òng đã dành cho buổi học hoặc kỳ thi khác vào giờ này. Hãy chọn phòng khác, đổi ngày giờ, hoặc ghi quyết định dùng chung phòng.`,
      en: `${what ? `${what}: the` : 'The'} room is taken by a half-day or another examination at that time. Choose another room or time, or give the decision by which it is shared.`,
    };
    super('exam_room_taken', 'conflict', sentence, {
      fields: [{ field: 'rooms', code: 'taken', message: sentence }],
    });
  }
}

export class ExamInvigilatorBusy extends Refusal {
  constructor(name?: string) {
    const sentence = {
      vi: `${name ?? 'Giám thị'} có buổi dạy, buổi học hoặc kỳ thi khác vào giờ này. Hãy phân công người khác hoặc đổi ngày giờ.`,
      en: `${name ?? 'An invigilator'} teaches, learns or has another examination at that time. Choose somebody else or another time.`,
    };
    super('exam_invigilator_busy', 'conflict', sentence, {
      fields: [{ field: 'invigilators', code: 'taken', message: sentence }],
    });
  }
}

/** I3. */
export class ExamCandidateBusy extends Refusal {
  constructor(names: readonly string[] = []) {
    const more = (word: string) => (names.length > 5 ? ` ${word} ${names.length - 5}` : '');
    const named = names.slice(0, 5).join(', ');
    const sentence = {
      vi: `${named ? `${named}${more('và')}` : 'Có người'} bận học, bận thi hoặc coi thi vào giờ này. Hãy đổi ngày giờ, hoặc bỏ tên khỏi danh sách để dự thi lần sau.`,
      en: `${named ? `${named}${more('and')}` : 'Somebody'} learns, sits an examination or invigilates elsewhere at that time. Choose another time, or leave them off the list for a later examination.`,
    };
    super('exam_candidate_busy', 'conflict', sentence, {
      facts: { people: names.length },
      fields: [{ field: 'enrollmentIds', code: 'taken', message: sentence }],
    });
  }
}

export const needsModule = () =>
  InvalidInput.field('moduleId', 'required', {
    vi: 'Lớp này thi theo học phần. Hãy chọn học phần.',
    en: 'This class is examined module by module; choose one.',
  });

export const notAModuleHere = () =>
  InvalidInput.field('moduleId', 'not_a_module', {
    vi: 'Lớp không có học phần này, hoặc học phần này không thi. Hãy tải lại trang rồi chọn lại.',
    en: 'The class has no such module, or it has no examination. Reload the page and choose anew.',
  });

export const endsBeforeItBegins = (field = 'endTime') =>
  InvalidInput.field(field, 'ends_before_it_begins', {
    vi: 'Giờ kết thúc phải sau giờ bắt đầu.',
    en: 'It has to end after it begins.',
  });

export const outsideHalfDay = (day: Day, from: Date, to: Date) =>
  InvalidInput.field('startTime', 'outside_half_day', {
    vi: `Thi trong buổi học thì giờ thi nằm trong buổi đó: ${showDay(day)}, ${showTime(from)}–${showTime(to)}. Hãy sửa giờ, hoặc bỏ chọn buổi học.`,
    en: `An examination inside a half-day lies within it: ${showDay(day)}, ${showTime(from)}–${showTime(to)}. Correct the time, or choose no half-day.`,
  });

export const examReasonNeeded = (field = 'reason') =>
  InvalidInput.field(field, 'required', {
    vi: 'Cần ghi lý do; người dự thi, giám thị và chủ nhiệm lớp được báo kèm lý do này.',
    en: 'Give the reason; candidates, invigilators and the class manager are told it.',
  });

export const correctionReasonNeeded = () =>
  InvalidInput.field('reason', 'reason_needed', {
    vi: 'Biên bản đã lập được sửa thì cần ghi lý do.',
    en: 'Correcting minutes that were taken needs a reason.',
  });

export const placesMissing = (people: number, places: number) =>
  InvalidInput.field('rooms', 'too_few_places', {
    vi: `Danh sách có ${people} người, các phòng chỉ đủ ${places} chỗ. Hãy thêm phòng, hoặc ghi số chỗ lớn hơn cho phòng.`,
    en: `${people} people are listed and the rooms have ${places} places. Add a room, or write more places for one.`,
  });

export const notACandidate = (field: string) =>
  InvalidInput.field(field, 'not_a_candidate', {
    vi: 'Người này không có trong danh sách dự thi. Hãy tải lại trang.',
    en: 'This person is not on the list of the examination. Reload the page.',
  });

export const wasAbsent = (field: string) =>
  InvalidInput.field(field, 'was_absent', {
    vi: 'Biên bản ghi người này vắng thi nên không có điểm. Nếu biên bản sai, hãy sửa biên bản trước.',
    en: 'The minutes say this person was absent, so there is no mark. If they are wrong, correct them first.',
  });

export const hasMark = (field: string) =>
  InvalidInput.field(field, 'has_mark', {
    vi: 'Người này đã có điểm của kỳ thi này nên không ghi vắng được. Nếu điểm nhập nhầm, hãy xóa điểm trước ở “Nhập điểm”.',
    en: 'This person has a mark of this examination and cannot be absent. If it was entered by mistake, take it back first in “Enter marks”.',
  });

export const notAdmitted = (names: readonly string[]) =>
  InvalidInput.field('enrollmentIds', 'not_admitted', {
    vi: `Chưa được dự thi vì vắng quá mức: ${names.join(', ')}. Hãy ghi quyết định cho phép dự thi, hoặc bỏ khỏi danh sách.`,
    en: `Barred by absence: ${names.join(', ')}. Record the decision that lets them sit it, or leave them off the list.`,
  });

export const notOfTheCourse = () =>
  InvalidInput.field('enrollmentIds', 'not_of_the_course', {
    vi: 'Có người không học lớp này, và lớp của họ không có học phần này hoặc đã kết thúc. Hãy tải lại trang.',
    en: 'Somebody is not of this class, and theirs has no such module or is over. Reload the page.',
  });

export const invigilatesThemselves = (name: string) =>
  InvalidInput.field('invigilators', 'sits_it_too', {
    vi: `${name} có tên trong danh sách dự thi nên không coi thi được. Hãy phân công người khác.`,
    en: `${name} sits this examination and cannot invigilate it. Choose somebody else.`,
  });

export const noSuchPerson = (field: string) =>
  InvalidInput.field(field, 'no_such_person', {
    vi: 'Không có cán bộ nào mang mã này. Hãy xem lại mã ở trang Cán bộ, đảng viên.',
    en: 'Nobody has this code. Look it up on the page People.',
  });

export const notAHalfDayHere = () =>
  InvalidInput.field('halfDayId', 'not_a_half_day', {
    vi: 'Buổi học này không thuộc lớp hoặc đã hủy. Hãy chọn buổi khác, hoặc để thi ngoài buổi học.',
    en: 'This half-day is not of the class or was cancelled. Choose another, or hold it outside half-days.',
  });

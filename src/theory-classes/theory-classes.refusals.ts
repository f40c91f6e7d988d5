import { Refusal } from '../platform/problems/refusal';

export class NotATheoryClass extends Refusal.saying('not_a_theory_class', 'conflict', {
  vi: 'Chương trình của lớp này không có quy định về điểm nên lớp không có phần chấm điểm. Nếu có bài kiểm tra, thực hành hoặc thi, văn phòng đào tạo thêm quy định “Điểm học phần” cho chương trình.',
  en: 'The course of this class has no rule about marks, so nothing of it is marked. If there are tests, practice or an examination, the training office adds the rule about marks to the course.',
}) {}

export class MarksLocked extends Refusal.saying('marks_locked', 'wrong_moment', {
  vi: 'Lớp đã tổng kết hoặc đã hủy nên học phần và điểm được giữ nguyên. Nếu có sai sót, văn phòng đào tạo điều chỉnh kết quả của học viên bằng quyết định: mở mục “Kết quả” của lớp, bấm “Điều chỉnh” ở dòng của học viên.',
  en: 'The class is closed or cancelled; its modules and marks are kept as they are. If something is wrong, the training office amends the person’s result by a decision: open “Results” of the class and press “Amend” beside the person.',
}) {}

/** Leaving a module out of the list removes it, which would lose its marks and the decisions about it. */
export class ModuleHasMarks extends Refusal {
  constructor(number: number, name: string, marks: number) {
    super(
      'module_has_marks',
      'conflict',
      {
        vi: `Học phần ${number} – ${name} đã có điểm, kỳ thi hoặc quyết định cho dự thi (${marks} dòng, được lưu lại cả khi đã sửa) nên không bỏ được. Hãy giữ học phần này; có thể đổi tên và hệ số.`,
        en: `Module ${number} – ${name} has marks, examinations or decisions about them (${marks} lines, which are kept even when corrected) and cannot be left out. Keep it; its name and weight may change.`,
      },
      { facts: { number, marks } },
    );
  }
}

export class DiplomaNumberTaken extends Refusal {
  constructor(number: string | null = null) {
    const named = number ? ` ${number}` : '';
    super(
      'diploma_number_taken',
      'conflict',
      {
        vi: `Số bằng${named} đã được ghi cho người khác của cùng trường. Hãy xem lại số trên bằng; chưa có gì được lưu.`,
        en: `The diploma number${named} is recorded for somebody else of the same school. Check the number on the diploma; nothing was saved.`,
      },
      { facts: number ? { number } : {} },
    );
  }
}

export class PermissionUsed extends Refusal.saying('permission_used', 'conflict', {
  vi: 'Đã có điểm nhập theo quyết định này nên không thu hồi được. Nếu điểm sai, hãy bỏ điểm trước, có ghi lý do.',
  en: 'A mark rests on this decision, so it cannot be taken back. If the mark is wrong, take the mark back first, with a reason.',
}) {}

export class PermissionRecorded extends Refusal.saying('permission_recorded', 'conflict', {
  vi: 'Quyết định cho người này dự thi học phần này đã được ghi. Hãy tải lại trang.',
  en: 'A decision that lets this person sit this examination is recorded already. Reload the page.',
}) {}

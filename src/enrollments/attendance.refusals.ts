import { many } from '../platform/messages/counted';
import { showMoment } from '../platform/clock';
import { type FieldError, Refusal } from '../platform/problems/refusal';

export class AttendanceTooEarly extends Refusal {
  constructor(opensAt: Date) {
    super(
      'attendance_too_early',
      'wrong_moment',
      {
        vi: `Điểm danh buổi học này mở lúc ${showMoment(opensAt)}, bây giờ chưa ghi có mặt được. Hãy quay lại từ giờ đó; ai xin nghỉ trước thì duyệt ở mục “Đơn xin nghỉ học”.`,
        en: `Attendance of this half-day opens at ${showMoment(opensAt)}; nobody can be marked before. Come back then; leave known beforehand is approved under “Requests for leave”.`,
      },
      { facts: { opensAt } },
    );
  }
}

export class HalfDayNotHeld extends Refusal.saying('half_day_not_held', 'wrong_moment', {
  vi: 'Buổi học này đã hủy nên không điểm danh. Hãy mở buổi học bù nếu có.',
  en: 'This half-day was cancelled, so no attendance is taken. Open the one that replaces it, if there is one.',
}) {}

export class AttendanceLocked extends Refusal.saying('attendance_locked', 'wrong_moment', {
  vi: 'Lớp đã tổng kết hoặc đã hủy nên điểm danh được giữ nguyên. Nếu có sai sót, văn phòng đào tạo điều chỉnh kết quả của học viên bằng quyết định: mở mục “Kết quả” của lớp, bấm “Điều chỉnh” ở dòng của học viên.',
  en: 'The class is closed or cancelled and its attendance is kept as it is. If something is wrong, the training office amends the person’s result by a decision: open “Results” of the class and press “Amend” beside the person.',
}) {}

/** Names every entry that changes a mark without saying why. */
export class CorrectionNeedsReason extends Refusal {
  constructor(fields: readonly FieldError[]) {
    super(
      'correction_needs_reason',
      'invalid',
      {
        vi: `Có ${fields.length} người đã được điểm danh từ trước; muốn sửa thì ghi lý do bên cạnh từng người. Chưa có gì được lưu.`,
        en: `${fields.length === 1 ? 'One person was' : `${fields.length} people were`} marked before; to change a mark, write the reason beside the name. Nothing was saved.`,
      },
      { fields },
    );
  }
}

/** Cancelling a half-day that was held, as far as the attendance says, is asked about first. */
export class MarksWouldNotCount extends Refusal {
  constructor(marked: number) {
    const sentence = {
      vi: `Buổi học này đã điểm danh ${marked} người. Nếu hủy, kết quả điểm danh vẫn lưu trong lịch sử nhưng không được tính cho ai nữa. Nếu vẫn hủy, hãy đánh dấu xác nhận rồi bấm hủy lần nữa.`,
      en: `${many(marked, 'person is', 'people are')} marked at this half-day. If it is cancelled, the attendance stays in the history but no longer counts for anyone. To cancel it all the same, tick the confirmation and cancel again.`,
    };
    super('marks_would_not_count', 'invalid', sentence, {
      facts: { marked },
      fields: [{ field: 'marked', code: 'confirm', message: sentence }],
    });
  }
}

export class HalfDayHasMarks extends Refusal {
  constructor(marked: number) {
    super(
      'half_day_has_marks',
      'wrong_moment',
      {
        vi: `Buổi học này đã điểm danh ${marked} người nên không dời sang giờ khác được. Hãy hủy buổi này và thêm một buổi mới.`,
        en: `${many(marked, 'person is', 'people are')} marked at this half-day, so it cannot be moved to another time. Cancel it and add a new one.`,
      },
      { facts: { marked } },
    );
  }
}

import { Refusal } from '../platform/problems/refusal';

export class NoHalfDayColumns extends Refusal {
  /** @param example how a heading of this class would read; null when it has no half-days */
  constructor(example: string | null) {
    super('no_half_day_columns', 'invalid', {
      vi: `Tệp không có cột nào của các buổi học trong lớp này${example ? `, ví dụ “${example}”` : ''}. Hãy tải tệp mẫu của đúng lớp, điền vào rồi gửi lại.`,
      en: `No column of the file belongs to a half-day of this class${example ? `, such as “${example}”` : ''}. Download the file of this class, fill it in and send it again.`,
    });
  }
}

/** A half-day that was moved or cancelled since the file was taken, or a column that stands there twice. */
export class HalfDayColumnLost extends Refusal {
  constructor(label: string) {
    super(
      'half_day_column_lost',
      'invalid',
      {
        vi: `Cột “${label}” có điểm danh nhưng không khớp với buổi học nào của lớp: buổi đã dời hoặc hủy, hoặc cột bị lặp. Chưa có gì được ghi. Hãy tải tệp mới về rồi chép sang, hoặc xóa cột này nếu không cần.`,
        en: `The column “${label}” is filled in but belongs to no half-day of the class: it was moved or cancelled, or the column stands there twice. Nothing was recorded. Download the file anew and copy the marks over, or delete the column.`,
      },
      { facts: { label } },
    );
  }
}

export class AnotherClassWorkbook extends Refusal {
  constructor(found: string, wanted: string) {
    super(
      'another_class_workbook',
      'invalid',
      {
        vi: `Tệp này là của lớp ${found}, không phải lớp ${wanted}. Hãy mở đúng lớp để gửi, hoặc chọn tệp khác.`,
        en: `This file belongs to the class ${found}, not to ${wanted}. Open that class to send it, or choose another file.`,
      },
      { facts: { found, wanted } },
    );
  }
}

export class AttendanceImportApplied extends Refusal {
  constructor() {
    super('attendance_import_applied', 'wrong_moment', {
      vi: 'Tệp này đã được ghi vào điểm danh. Nếu cần sửa tiếp, hãy tải tệp mới về, sửa rồi gửi lại.',
      en: 'This file has been recorded. To change more, download the file anew, change it and send it again.',
    });
  }
}

export class AttendanceMoved extends Refusal {
  constructor() {
    super('attendance_moved', 'precondition_failed', {
      vi: 'Điểm danh đã thay đổi từ lúc xem thử tệp này; chưa có gì được ghi. Hãy xem lại kết quả mới bên dưới rồi bấm ghi.',
      en: 'The attendance has changed since this file was tried; nothing was recorded. Look at the result as it is now, then record it.',
    });
  }
}

import { named } from '../../platform/imports/named';
import { Refusal } from '../../platform/problems/refusal';

export class NoHalfDayColumns extends Refusal {
  /** @param example how a heading of this class would read; null when it has no half-days */
  constructor(example: string | null) {
    super('no_half_day_columns', 'invalid', {
      vi: `Tệp không có cột nào của các buổi học trong lớp này${example ? `, ví dụ “${example}”` : ''}. Hãy tải tệp mẫu của đúng lớp, điền vào rồi gửi lại.`,
      en: `No column of the file belongs to a half-day of this class${example ? `, such as “${example}”` : ''}. Download the file of this class, fill it in and send it again.`,
    });
  }
}

/** A half-day that was moved or cancelled since the file was taken, a heading that can mean two, or a column that stands there twice. */
export class HalfDayColumnLost extends Refusal {
  /** @param filled how many of its cells are filled in */
  constructor(label: string, filled: number) {
    super(
      'half_day_column_lost',
      'invalid',
      {
        vi: `Cột “${label}” có ${filled} ô điểm danh nhưng không đọc được là của buổi nào: buổi đã dời hoặc hủy, tiêu đề ghi tắt nên có thể là nhiều buổi, hoặc cột bị lặp. Chưa có gì được ghi. Hãy ghi tiêu đề như trong tệp tải về (ví dụ “Sáng 18/01/2026”), hoặc xóa cột này nếu không cần.`,
        en: `The column “${label}” has ${filled} cells filled in but cannot be told to be of one half-day: that was moved or cancelled, the shortened heading may mean several, or the column stands there twice. Nothing was recorded. Give it the heading of the downloaded file (such as “Sáng 18/01/2026”), or delete the column.`,
      },
      { facts: { label, filled } },
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

export class AttendanceImportApplied extends Refusal.saying('attendance_import_applied', 'wrong_moment', {
  vi: 'Tệp này đã được ghi vào điểm danh. Nếu cần sửa tiếp, hãy tải tệp mới về, sửa rồi gửi lại.',
  en: 'This file has been recorded. To change more, download the file anew, change it and send it again.',
}) {}

export class AttendanceMoved extends Refusal {
  /** @param rows of the dry run that would do something else by now */
  constructor(rows: readonly { readonly code: string | null; readonly name: string | null }[]) {
    const { vi, en } = named(rows.map(({ code, name }) => `${name ?? ''} (${code ?? '…'})`));
    super(
      'attendance_moved',
      'precondition_failed',
      {
        vi: `Điểm danh đã thay đổi từ lúc xem thử tệp này${vi && `: ${vi}`}; chưa có gì được ghi. Hãy xem lại kết quả mới bên dưới rồi bấm ghi.`,
        en: `The attendance has changed since this file was tried${en && `: ${en}`}; nothing was recorded. Look at the result as it is now, then record it.`,
      },
      { facts: { codes: rows.map(({ code }) => code) } },
    );
  }
}

import { named } from '../../platform/imports/named';
import { Refusal } from '../../platform/problems/refusal';
import { type EarlierHalfDay, whatBecameOf } from './earlier-half-days';

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
  /**
   * @param filled how many of its cells are filled in
   * @param was the half-day that had this heading, where there was one
   */
  constructor(label: string, filled: number, was: EarlierHalfDay | null) {
    const became = was && whatBecameOf(was);
    super(
      'half_day_column_lost',
      'invalid',
      became
        ? {
            vi: `Cột “${label}” có ${filled} ô điểm danh nhưng ${became.vi}. Chưa có gì được ghi. Hãy tải tệp mới của lớp rồi chép sang đúng buổi, hoặc xóa cột này nếu không cần.`,
            en: `The column “${label}” has ${filled} cells filled in, but ${became.en}. Nothing was recorded. Download the file of the class anew and copy them over to the right half-day, or delete the column.`,
          }
        : {
            vi: `Cột “${label}” có ${filled} ô điểm danh nhưng không đọc được là của buổi nào: buổi đã dời hoặc hủy, tiêu đề ghi tắt nên có thể là nhiều buổi, hoặc cột bị lặp. Chưa có gì được ghi. Hãy ghi tiêu đề như trong tệp tải về (ví dụ “Sáng 18/01/2026”), hoặc xóa cột này nếu không cần.`,
            en: `The column “${label}” has ${filled} cells filled in but cannot be told to be of one half-day: that was moved or cancelled, the shortened heading may mean several, or the column stands there twice. Nothing was recorded. Give it the heading of the downloaded file (such as “Sáng 18/01/2026”), or delete the column.`,
          },
      { facts: { label, filled } },
    );
  }
}

/** The file is older than the day on which another half-day got the heading of this one. */
export class HalfDayHeadingPassedOn extends Refusal {
  constructor(label: string, was: EarlierHalfDay) {
    const became = whatBecameOf(was);
    super(
      'half_day_heading_passed_on',
      'invalid',
      {
        vi: `Tệp được tải trước khi lịch học thay đổi: cột “${label}” khi đó là của một buổi khác, ${became.vi}. Chưa có gì được ghi. Hãy tải tệp mới của lớp rồi chép sang đúng buổi.`,
        en: `The file was downloaded before the timetable changed: the column “${label}” was of another half-day then, and ${became.en}. Nothing was recorded. Download the file of the class anew and copy the marks over to the right half-day.`,
      },
      { facts: { label } },
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

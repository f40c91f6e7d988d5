import { named } from '../platform/imports/named';
import { Refusal } from '../platform/problems/refusal';

export class NobodyInMarkSheet extends Refusal {
  constructor(fileName: string) {
    super(
      'nobody_in_mark_sheet',
      'invalid',
      {
        vi: `Tệp “${fileName}” có dòng tiêu đề nhưng không có người nào bên dưới. Hãy tải lại bảng điểm của lớp, điền điểm rồi gửi lại.`,
        en: `“${fileName}” has its heading row but nobody below it. Download the workbook of the class again, fill it in and send it.`,
      },
      { facts: { fileName } },
    );
  }
}

export class NoModulesForMarks extends Refusal.saying('no_modules_for_marks', 'conflict', {
  vi: 'Lớp chưa có học phần nên chưa nhận được điểm. Hãy lập danh sách học phần của lớp, tải bảng điểm về rồi điền và gửi lại.',
  en: 'The class has no modules yet, so no marks can be taken. Set up its modules, download the workbook of marks, fill it in and send it.',
}) {}

export class HeadingOfAnotherModule extends Refusal {
  /** @param isNow the number of the module the heading names, if the class has it */
  constructor(
    heading: string,
    { number, name }: { readonly number: number; readonly name: string },
    isNow: number | null,
  ) {
    const now =
      isNow === null
        ? { vi: '', en: '' }
        : { vi: `, tên ở tiêu đề nay là học phần ${isNow}`, en: `, and the one in the heading is module ${isNow}` };
    super(
      'heading_of_another_module',
      'invalid',
      {
        vi: `Tiêu đề “${heading}” ghi tên học phần khác: học phần ${number} của lớp là “${name}”${now.vi}. Có lẽ các học phần đã được đánh số hoặc đặt tên lại sau khi tải bảng. Chưa ghi gì. Hãy tải bảng điểm mới rồi chép điểm sang, hoặc sửa tiêu đề cho đúng.`,
        en: `The heading “${heading}” names another module: module ${number} of the class is “${name}”${now.en}. The modules were perhaps renumbered or renamed since the workbook was taken. Nothing was entered. Download the workbook anew and copy the marks over, or correct the heading.`,
      },
      { facts: { heading, number, name } },
    );
  }
}

/** A module the class has no more, an attempt there is not, or a column that stands there twice. */
export class ModuleColumnLost extends Refusal {
  /** @param filled how many of its cells are filled in */
  constructor(heading: string, filled: number) {
    super(
      'module_column_lost',
      'invalid',
      {
        vi: `Cột “${heading}” có ${filled} ô điểm nhưng không đọc được là của học phần nào của lớp: học phần đã bỏ, số hoặc lần thi không có, hoặc cột bị lặp. Chưa ghi gì. Hãy tải bảng điểm mới rồi chép điểm sang, hoặc xóa cột này nếu không cần.`,
        en: `The column “${heading}” has ${filled} cells filled in but cannot be told to be of one module of the class: that was removed, there is no such number or attempt, or the column stands there twice. Nothing was entered. Download the workbook anew and copy the marks over, or delete the column.`,
      },
      { facts: { heading, filled } },
    );
  }
}

export class MarksAlreadyApplied extends Refusal.saying('marks_already_applied', 'wrong_moment', {
  vi: 'Bảng điểm này đã được ghi rồi, không cần ghi lại.',
  en: 'These marks have been applied already; there is nothing more to do.',
}) {}

export class MarksChangedSinceDryRun extends Refusal {
  /** @param rows what they change, or would by now */
  constructor(
    rows: readonly { readonly code: string | null; readonly fullName: string; readonly changes: readonly unknown[] }[],
  ) {
    const marks = rows.reduce((sum, { changes }) => sum + changes.length, 0);
    const { vi, en } = named(rows.map(({ code, fullName }) => `${fullName} (${code})`));
    super(
      'marks_changed_since_dry_run',
      'conflict',
      {
        vi: `Sau khi đối chiếu, ${marks} điểm trong bảng đã thay đổi ở nơi khác hoặc không còn nhập được nên chưa ghi gì cả: ${vi}. Hãy gửi lại tệp để đối chiếu lại.`,
        en: `Since the comparison, ${marks} of these marks were changed elsewhere or can no longer be entered, so nothing was applied: ${en}. Send the file again to compare it anew.`,
      },
      { facts: { marks } },
    );
  }
}

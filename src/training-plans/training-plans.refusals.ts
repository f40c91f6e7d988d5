import { Refusal } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';

export class PlanLineExists extends Refusal {
  constructor() {
    const sentence = {
      vi: 'Kế hoạch năm này đã có dòng cho chương trình và quý đó. Hãy sửa dòng đang có, hoặc chọn quý khác.',
      en: 'The plan already has a line for this course and quarter. Change that line, or choose another quarter.',
    };
    super('plan_line_exists', 'conflict', sentence, {
      fields: [{ field: 'quarter', code: 'taken', message: sentence }],
    });
  }
}

export class LineInUse extends Refusal {
  constructor(classNames: readonly string[]) {
    const names = classNames.join(', ');
    super(
      'plan_line_in_use',
      'conflict',
      {
        vi: `Dòng kế hoạch này đang có lớp tính vào: ${names}. Hãy gỡ các lớp khỏi dòng trước rồi mới xóa.`,
        en: `These classes are counted in this line of the plan: ${names}. Remove them from the line first, then remove the line.`,
      },
      { facts: { classes: classNames } },
    );
  }
}

export class YearHasLines extends Refusal {
  constructor(year: number) {
    super(
      'plan_year_has_lines',
      'conflict',
      {
        vi: `Kế hoạch năm ${year} đã có dòng nên không chép đè. Hãy xóa các dòng đó trước, hoặc thêm từng dòng còn thiếu.`,
        en: `The plan for ${year} has lines already, so nothing was copied. Remove those lines first, or add what is missing line by line.`,
      },
      { facts: { year } },
    );
  }
}

export class NothingCounted extends Refusal.saying('class_not_on_plan_line', 'conflict', {
  vi: 'Lớp này không được tính vào dòng kế hoạch đang mở nên không gỡ được. Hãy tải lại trang để xem các lớp hiện có.',
  en: 'This class is not counted in this line of the plan, so it could not be removed. Reload the page to see the classes in this line.',
}) {}

export class CountsElsewhere extends Refusal {
  constructor() {
    const sentence = {
      vi: 'Lớp này đã được tính vào một dòng kế hoạch khác. Hãy gỡ lớp khỏi dòng đó trước.',
      en: 'This class is counted in another line of the plan. Remove it from that line first.',
    };
    super('class_counts_elsewhere', 'conflict', sentence, {
      fields: [{ field: 'classId', code: 'counts_elsewhere', message: sentence }],
    });
  }
}

export class ConfirmedForAnother extends Refusal.saying('plan_line_confirmed_for_another', 'conflict', {
  vi: 'Tài khoản này đã xác nhận dòng kế hoạch cho một cấp ủy khác; mỗi cấp ủy xác nhận bằng người của mình. Hãy để người khác xác nhận.',
  en: 'This account has already confirmed the line for another committee, and each committee confirms with its own people. Ask somebody else to confirm it.',
}) {}

export const notAUnit = () =>
  InvalidInput.field('unitIds', 'not_in_list', {
    vi: 'Chỉ chọn các tổ chức cơ sở đảng trong danh sách.',
    en: 'Choose only base Party organisations from the list.',
  });

export const nothingToCopy = (year: number) =>
  InvalidInput.field('fromYear', 'nothing_to_copy', {
    vi: `Kế hoạch năm ${year} chưa có dòng nào để chép. Hãy chọn năm khác.`,
    en: `The plan for ${year} has no lines to copy. Choose another year.`,
  });

export const noSuchYear = (first: number, last: number) =>
  InvalidInput.field('year', 'not_in_range', {
    vi: `Năm của kế hoạch phải từ ${first} đến ${last}. Hãy sửa lại năm.`,
    en: `The year of a plan must be from ${first} to ${last}. Correct the year.`,
  });

export const noSuchQuarter = () =>
  InvalidInput.field('quarter', 'not_in_range', {
    vi: 'Một năm có bốn quý. Hãy chọn quý từ 1 đến 4.',
    en: 'A year has four quarters. Choose one from 1 to 4.',
  });

export const negative = (field: 'plannedClasses' | 'targetPeople', most: number) =>
  InvalidInput.field(field, 'not_in_range', {
    vi: `Cần số nguyên từ 0 đến ${most}. Hãy sửa lại số này.`,
    en: `A whole number from 0 to ${most} is needed. Correct this number.`,
  });

import { type Day, showDay } from '../platform/clock';
import { type FieldError, Refusal } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';

export const nameBeginsEarlier = (since: Day) =>
  InvalidInput.field('since', 'not_after_the_name_before', {
    vi: `Tên đang ghi có từ ngày ${showDay(since)}; tên mới phải có hiệu lực sau ngày đó. Hãy chọn ngày muộn hơn.`,
    en: `The name on file holds since ${showDay(since)}; a new one begins after that day. Choose a later one.`,
  });

export const unitCodeTaken = () =>
  InvalidInput.field('code', 'taken', {
    vi: 'Mã đơn vị này đã có. Hãy đặt mã khác.',
    en: 'A unit has this code already. Choose another.',
  });

const codeTaken = { vi: 'mã này đã có', en: 'this code is taken' };
const noParent = {
  vi: 'không tìm thấy mã đơn vị cấp trên, trong hệ thống lẫn trong danh sách này',
  en: 'the code of the unit above is neither in the tree nor in this list',
};
const wrongParentInLine = {
  vi: 'không đặt được dưới đơn vị cấp trên đã ghi',
  en: 'it cannot stand below the unit that is named',
};
const problemsOfLines = { taken: codeTaken, no_parent: noParent, wrong_parent: wrongParentInLine };

/** What is wrong with one line of a list of units. */
export const inLine = (line: number, unit: string, code: keyof typeof problemsOfLines): FieldError => ({
  field: 'units',
  code,
  message: {
    vi: `Dòng ${line} (${unit}): ${problemsOfLines[code].vi}.`,
    en: `Line ${line} (${unit}): ${problemsOfLines[code].en}.`,
  },
});

export const unreadLine = (line: number): FieldError => ({
  field: 'units',
  code: 'unread',
  message: {
    vi: `Dòng ${line}: cần ít nhất mã và tên, ngăn bằng dấu chấm phẩy hoặc dấu tab.`,
    en: `Line ${line}: at least code and name are needed, with a semicolon or a tab between.`,
  },
});

export const tooManyLines = (lines: number, most: number): FieldError => ({
  field: 'units',
  code: 'too_many',
  message: {
    vi: `Có ${lines} dòng; mỗi lần dán nhiều nhất ${most} dòng.`,
    en: `There are ${lines} lines; paste at most ${most} at a time.`,
  },
});

export const parentBeginsEarlier = (since: Day) =>
  InvalidInput.field('since', 'not_after_the_parent_before', {
    vi: `Đơn vị đứng ở vị trí hiện ghi từ ngày ${showDay(since)}; hãy chọn ngày sau ngày đó.`,
    en: `The unit stands where it is on file since ${showDay(since)}; choose a day after that.`,
  });

export const wrongParent = (kind: 'bloc' | 'group' | 'base', field = 'parentId') =>
  InvalidInput.field(field, 'not_a_parent', {
    vi:
      kind === 'group'
        ? 'Tập đoàn trực thuộc Khối. Hãy chọn Khối làm cấp trên.'
        : 'Hãy chọn một đơn vị cấp trên khác, còn trong Khối và không thuộc chính đơn vị này.',
    en:
      kind === 'group'
        ? 'A Group stands below the Bloc. Choose the Bloc above it.'
        : 'Choose another unit above it, one that still belongs to the Bloc and is not below this unit itself.',
  });

export class UnitIsMerged extends Refusal.saying('unit_is_merged', 'wrong_moment', {
  vi: 'Đơn vị này đã hợp nhất vào đơn vị khác nên không sửa được nữa. Hãy mở đơn vị đã nhận.',
  en: 'This unit became part of another and stays as it is. Open the one it became part of.',
}) {}

export class UnitHasLeft extends Refusal {
  constructor(on: Day) {
    super('unit_has_left', 'wrong_moment', {
      vi: `Đơn vị này đã rời Khối từ ngày ${showDay(on)}. Hãy ghi đơn vị trở lại trước.`,
      en: `This unit left the Bloc on ${showDay(on)}. Let it come back first.`,
    });
  }
}

export class UnitHasNotLeft extends Refusal.saying('unit_has_not_left', 'wrong_moment', {
  vi: 'Đơn vị này vẫn thuộc Khối.',
  en: 'This unit belongs to the Bloc.',
}) {}

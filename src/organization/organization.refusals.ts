import { type Day, showDay } from '../platform/clock';
import { type FieldError, Refusal } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';
import { longestCode, longestName, type UnitKind } from './unit-facts';

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
const tooLong = {
  vi: `mã dài quá ${longestCode} hoặc tên dài quá ${longestName} ký tự`,
  en: `a code has at most ${longestCode} characters, a name ${longestName}`,
};
const problemsOfLines = { taken: codeTaken, no_parent: noParent, wrong_parent: wrongParentInLine, too_long: tooLong };
export type ProblemOfLine = keyof typeof problemsOfLines;

/** What is wrong with one line of a list of units. */
export const inLine = (line: number, unit: string, code: ProblemOfLine): FieldError => ({
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

export const beginsLater = () =>
  InvalidInput.field('since', 'not_yet', {
    vi: 'Ngày này chưa đến. Đơn vị mới có tên và cấp trên từ hôm nay hoặc từ một ngày đã qua.',
    en: 'This day is still to come. A new unit has its name and place since today or a day that has passed.',
  });

export const parentBeginsEarlier = (since: Day) =>
  InvalidInput.field('since', 'not_after_the_parent_before', {
    vi: `Đơn vị đứng ở vị trí hiện ghi từ ngày ${showDay(since)}. Hãy chọn ngày sau ngày đó.`,
    en: `The unit stands where it is on file since ${showDay(since)}; choose a day after that.`,
  });

export const wrongParent = (kind: UnitKind) =>
  InvalidInput.field('parentId', 'not_a_parent', {
    vi:
      kind === 'group'
        ? 'Tập đoàn trực thuộc Khối. Hãy chọn Khối làm cấp trên.'
        : 'Hãy chọn một đơn vị cấp trên khác, còn trong Khối và không thuộc chính đơn vị này.',
    en:
      kind === 'group'
        ? 'A Group stands below the Bloc. Choose the Bloc above it.'
        : 'Choose another unit above it, one that still belongs to the Bloc and is not below this unit itself.',
  });

export const standsBelowIt = () =>
  InvalidInput.field('intoUnitId', 'below_it', {
    vi: 'Đơn vị nhận đang trực thuộc một đơn vị được hợp nhất. Hãy chuyển đơn vị nhận sang cấp trên khác trước.',
    en: 'The unit they become part of stands below one of them. Move it below another unit first.',
  });

export class UnitIsMerged extends Refusal.saying('unit_is_merged', 'wrong_moment', {
  vi: 'Đơn vị này đã hợp nhất vào đơn vị khác nên không sửa được nữa. Hãy mở đơn vị đã nhận.',
  en: 'This unit has been merged into another and can no longer be changed. Open the unit it was merged into.',
}) {}

export class UnitHasLeft extends Refusal {
  constructor(on: Day) {
    super('unit_has_left', 'wrong_moment', {
      vi: `Đơn vị này đã rời Khối từ ngày ${showDay(on)}. Hãy ghi đơn vị trở lại trước.`,
      en: `This unit left the Bloc on ${showDay(on)}. Record that the unit returns first.`,
    });
  }
}

export class UnitAboveHasLeft extends Refusal {
  constructor({ nameVi, nameEn }: { readonly nameVi: string; readonly nameEn: string }) {
    super('unit_above_has_left', 'wrong_moment', {
      vi: `Cấp trên của đơn vị này, ${nameVi}, đã rời Khối. Hãy ghi đơn vị cấp trên trở lại trước.`,
      en: `${nameEn}, above this unit, has left the Bloc. Record the return of that unit first.`,
    });
  }
}

export class UnitHasNotLeft extends Refusal.saying('unit_has_not_left', 'wrong_moment', {
  vi: 'Đơn vị này vẫn thuộc Khối.',
  en: 'This unit belongs to the Bloc.',
}) {}

/** Whoever types instead of choosing hears which name or code it is about. */
export const noUnitNamed = (typed: string) => ({
  code: 'unknown_unit',
  message: {
    vi: `Không có đơn vị nào tên hoặc mã là “${typed}”. Hãy gõ lại tên hoặc mã đơn vị.`,
    en: `No unit has the name or the code “${typed}”. Type the name or the code of the unit again.`,
  },
});

/** So many of them are named. */
const mostNamed = 3;

export function severalUnitsNamed(
  typed: string,
  units: readonly { readonly code: string; readonly nameVi: string; readonly nameEn: string }[],
) {
  const named = (nameOf: (unit: (typeof units)[number]) => string) =>
    units
      .slice(0, mostNamed)
      .map((unit) => `${unit.code} – ${nameOf(unit)}`)
      .join('; ') + (units.length > mostNamed ? '…' : '.');
  return {
    code: 'several_units',
    message: {
      vi: `Có nhiều đơn vị ứng với “${typed}”: ${named(({ nameVi }) => nameVi)} Hãy gõ mã đơn vị, hoặc gõ thêm tên.`,
      en: `Several units answer to “${typed}”: ${named(({ nameEn }) => nameEn)} Type the code of the unit, or more of its name.`,
    },
  };
}

import { type Day, showDay } from '../platform/clock';
import { Refusal } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';

export class NobodyCalled extends Refusal.saying('nobody_called', 'wrong_moment', {
  vi: 'Chưa có đơn vị nào được triệu tập nên chưa có danh sách để chốt. Hãy thêm các đơn vị và điểm cầu trước.',
  en: 'No unit is called yet, so there is no roll to freeze. Add the units and their sites first.',
}) {}

export class RollTaken extends Refusal {
  constructor(takenOn: Day) {
    super(
      'roll_taken',
      'conflict',
      {
        vi: `Danh sách của các đơn vị đã chốt ngày ${showDay(takenOn)} và không thay được. Nếu có người ghi sai, văn phòng đào tạo ghi điều chỉnh cho từng người ở trang của người đó.`,
        en: `The rolls were frozen on ${showDay(takenOn)} and stay as they are. Where somebody is wrong on one, the training office records a correction on that person’s page.`,
      },
      { facts: { takenOn } },
    );
  }
}

export class RollNotTaken extends Refusal.saying('roll_not_taken', 'wrong_moment', {
  vi: 'Danh sách của đơn vị chưa chốt nên chưa có gì để điều chỉnh. Hãy sửa danh sách cán bộ của đơn vị, hoặc ghi miễn dự.',
  en: 'The roll of the unit is not frozen yet, so there is nothing to correct. Correct the roster of the unit, or record an exemption.',
}) {}

export class NotExemptable extends Refusal.saying('not_exemptable', 'conflict', {
  vi: 'Chỉ đảng viên mới có nghĩa vụ dự học nên chỉ ghi miễn cho đảng viên; quần chúng được tính riêng.',
  en: 'Only members are obliged to attend, so only members can be exempt; non-members are counted apart.',
}) {}

export const reasonToFreezeEarly = (firstDay: Day) =>
  InvalidInput.field('reason', 'required', {
    vi: `Hệ thống tự chốt danh sách vào đầu ngày học ${showDay(firstDay)}. Muốn chốt sớm hơn, hãy ghi lý do.`,
    en: `The rolls are frozen by themselves at the start of ${showDay(firstDay)}. To freeze them earlier, give the reason.`,
  });

export const groundNeeded = () =>
  InvalidInput.field('ground', 'required', {
    vi: 'Cần chọn lý do miễn.',
    en: 'Choose the ground of the exemption.',
  });

export const standsSoAlready = () =>
  InvalidInput.field('place', 'no_change', {
    vi: 'Danh sách đang ghi đúng như vậy, không có gì để điều chỉnh. Hãy chọn mục khác.',
    en: 'The roll says so already; there is nothing to correct. Choose something else.',
  });

import { InvalidInput } from '../../platform/problems/refusals';
import { Refusal } from '../../platform/problems/refusal';
import type { StandingInTheWay } from './endings.queries';

export class UnitStillNeeded extends Refusal {
  constructor({ people, grants, unitsBelow }: StandingInTheWay) {
    const counts = { people, grants: grants.length, unitsBelow: unitsBelow.length };
    super(
      'unit_still_needed',
      'wrong_moment',
      {
        vi: 'Đơn vị chưa rời Khối được: còn những việc nêu ở trang này. Hãy giải quyết từng việc rồi ghi lại.',
        en: 'The unit cannot leave yet: what is named on this page is still under way. Settle it first.',
      },
      { facts: counts },
    );
  }
}

export const notYet = () =>
  InvalidInput.field('on', 'not_yet', {
    vi: 'Ngày này chưa đến. Hãy ghi vào đúng ngày đơn vị rời Khối, hoặc chọn ngày đã qua.',
    en: 'This day is still to come. Record it on the day, or choose one that has passed.',
  });

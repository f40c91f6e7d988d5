import { InvalidInput } from '../platform/problems/refusals';

export class UnitNotNamed extends InvalidInput {
  constructor() {
    super([
      {
        field: 'unitId',
        code: 'required',
        message: { vi: 'Hãy chọn đơn vị cần xem.', en: 'Choose the unit whose scorecard you want.' },
      },
    ]);
  }
}

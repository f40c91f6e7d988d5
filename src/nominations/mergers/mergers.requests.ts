import { longestCode, longestName } from '../../organization/unit-facts';
import type { Day } from '../../platform/clock';
import { DayField, Id, Text } from '../../platform/request-fields';
import { Ids } from '../../platform/request-parts';

export class UnitMergerRequest {
  @Ids({ min: 1, max: 20, description: 'The units that become part of another.' })
  readonly unitIds: string[];

  @Id({ optional: true, description: 'Receiving unit; left out, a new one is founded.' })
  readonly intoUnitId?: string;

  @Text({ optional: true, max: longestCode, description: 'Of the new unit, as are the two names.' })
  readonly code?: string;

  @Text({ optional: true, max: longestName })
  readonly nameVi?: string;

  @Text({ optional: true, max: longestName })
  readonly nameEn?: string;

  @DayField({ description: 'The first day of the merger; not after today.' })
  readonly on: Day;

  @Text({ max: 500, description: 'Number and day of the decision.' })
  readonly reason: string;
}

import type { Day } from '../../platform/clock';
import { DayField, Flag, Text } from '../../platform/request-fields';

export class UnitEndRequest {
  @DayField({ description: 'The day it leaves; not after today.' })
  readonly on: Day;

  @Text({ max: 500, description: 'The decision, or why.' })
  readonly reason: string;

  @Flag({ description: 'Whoever is still on its roster leaves on the same day.' })
  readonly peopleLeave?: boolean;

  @Flag({ description: 'Roles on the unit end, and what is lent of them.' })
  readonly endsGrants?: boolean;
}

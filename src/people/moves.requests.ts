import type { Day } from '../platform/clock';
import { DayField, Id, Text } from '../platform/request-fields';

export class DepartureRequest {
  @DayField({ description: 'The first day they no longer belong to the unit; not after today.' })
  readonly on: Day;

  @Text({ max: 500, description: 'The decision, or why.' })
  readonly reason: string;
}

export class ReturnRequest {
  @DayField({ description: 'The first day they belong to the unit again; that of leaving when they never left.' })
  readonly on: Day;

  @Text({ max: 500, description: 'The decision, or why.' })
  readonly reason: string;
}

export class MoveRequest extends DepartureRequest {
  @Id({ description: 'The unit they belong to from then on.' })
  readonly unitId: string;

  @Text({ optional: true, description: 'The position there; as it was unless told.' })
  readonly position?: string;
}

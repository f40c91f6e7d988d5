import type { Day } from '../platform/clock';
import { DayField, Text } from '../platform/requests';

export class RenameUnitRequest {
  @Text()
  readonly nameVi: string;

  @Text({ description: 'The name in English.' })
  readonly nameEn: string;

  @DayField({ description: 'The first day of the name; may be a day to come.' })
  readonly since: Day;

  @Text({ max: 500, description: 'The decision, or why.' })
  readonly reason: string;
}

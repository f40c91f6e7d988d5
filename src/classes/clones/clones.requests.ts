import { DayField, Text } from '../../platform/request-fields';

export class CloneRequest {
  @Text({ max: 60, description: 'Unique, as the office writes it on papers.' })
  readonly code: string;

  @Text()
  readonly name: string;

  @DayField()
  readonly opensOn: string;
}

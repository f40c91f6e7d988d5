import { Id, Text } from '../../platform/request-fields';

export class GuestRequest {
  @Id({ description: 'The half-day of another class of the course at which it is made up.' })
  readonly atHalfDayId: string;

  @Text({ max: 500 })
  readonly reason: string;
}

export class CallOffRequest {
  @Text({ max: 500 })
  readonly reason: string;
}

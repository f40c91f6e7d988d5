import { DayField, Email, Id, Text } from '../platform/request-fields';

export class LendGrantRequest {
  @Id({ description: 'One of the own grants `GET /me` lists.' })
  readonly grantId: string;

  @Email({ description: 'The address of the deputy’s account.' })
  readonly email: string;

  @DayField({ description: 'The first day it holds; today or later.' })
  readonly startsOn: string;

  @DayField({ description: 'The last day it holds; at most 366 days in all.' })
  readonly endsOn: string;

  @Text({ max: 500 })
  readonly reason: string;
}

export class EndLoanRequest {
  @Text({ max: 500 })
  readonly reason: string;
}

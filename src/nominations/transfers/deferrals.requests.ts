import { DayField, Text } from '../../platform/request-fields';

export class DeferralRequest {
  @DayField({ description: 'The last day on which the person may come back into a class of the course.' })
  readonly until: string;

  @Text({ max: 100, description: 'Number of the decision, e.g. 45-QĐ/ĐUK.' })
  readonly decisionNumber: string;

  @DayField({ description: 'Date of the decision.' })
  readonly decidedOn: string;

  @Text({ max: 500 })
  readonly reason: string;
}

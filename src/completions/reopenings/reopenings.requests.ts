import { DayField, Text } from '../../platform/request-fields';

export class ReopeningRequest {
  @Text({ max: 1000 })
  readonly reason: string;

  @Text({
    optional: true,
    max: 100,
    description:
      'Number of the decision; needed, with its day and who decided, once a certificate was handed out or told of.',
  })
  readonly decision?: string;

  @DayField({ optional: true, description: 'The day it was signed.' })
  readonly decidedOn?: string;

  @Text({ optional: true, max: 200, description: 'Who decided.' })
  readonly authority?: string;
}

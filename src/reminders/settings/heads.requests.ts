import { Text } from '../../platform/request-fields';
import { Ids } from '../../platform/request-parts';

export class OfficeHeadsRequest {
  @Ids({ optional: true, description: 'Accounts of training officers; none means all of them.' })
  readonly accountIds?: string[];

  @Text({ max: 500, description: 'Why; the journal keeps it.' })
  readonly reason: string;
}

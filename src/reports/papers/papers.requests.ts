import { Text } from '../../platform/request-fields';
import { JointReportRequest } from '../reports.requests';

export class PapersQuery extends JointReportRequest {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

import { IntersectionType } from '@nestjs/swagger';
import { Id, Text, WholeNumber } from '../platform/request-fields';
import { PaperQuery } from '../printouts/printouts.requests';

export class JointReportRequest {
  @WholeNumber({
    min: 2000,
    max: 2100,
    optional: true,
    description: 'The year in which the classes open; this year unless told.',
  })
  readonly year?: number;
}

/** The same on a page, which shows some units at a time. */
export class JointPageQuery extends JointReportRequest {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class ScorecardRequest extends JointReportRequest {
  @Id({ optional: true, description: 'The unit; may be left out by whoever may open the scorecard of one unit only.' })
  readonly unitId?: string;
}

export class ScorecardPaperRequest extends IntersectionType(ScorecardRequest, PaperQuery) {}

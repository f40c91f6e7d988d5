import { PageQuery } from '../../platform/paging';
import { type LeaverDecision, leaverDecisions } from './leaver-decisions';
import { Id, OneOf, Text } from '../../platform/request-fields';
import { Ids } from '../../platform/request-parts';

/** How many are decided about at once. */
export const mostAtOnce = 200;

export class LeaversQuery extends PageQuery {
  @Id({ optional: true })
  readonly classId?: string;

  @Id({ optional: true, description: 'The unit whose place it is.' })
  readonly unitId?: string;
}

/** The same on a page, whose address names the cursor so. */
export class LeaversPageQuery extends LeaversQuery {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

/** One decision for several, as when their unit left. */
export class LeaverDecisionsRequest {
  @Ids({ max: mostAtOnce })
  readonly ids: string[];

  @OneOf(leaverDecisions)
  readonly decision: LeaverDecision;

  @Text({ optional: true, max: 500, description: 'The decision, or why; needed where places end.' })
  readonly reason?: string;
}

export class StayingRequest {
  @Text({ optional: true, max: 500, description: 'The decision, or why; may be left out.' })
  readonly reason?: string;
}

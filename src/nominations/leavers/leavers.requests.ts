import { PageQuery } from '../../platform/paging';
import { Id, Text } from '../../platform/requests';

export class LeaversQuery extends PageQuery {
  @Id({ optional: true })
  readonly classId?: string;
}

/** The same on a page, whose address names the cursor so. */
export class LeaversPageQuery extends LeaversQuery {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class StayingRequest {
  @Text({ optional: true, max: 500, description: 'The decision, or why; may be left out.' })
  readonly reason?: string;
}

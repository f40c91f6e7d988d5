import { PageQuery } from '../platform/paging';
import { Id, OneOf, Text } from '../platform/requests';
import { type RosterVerdict, rosterVerdicts } from './roster-comparison';

export class RosterRowsQuery extends PageQuery {
  @OneOf(rosterVerdicts, { optional: true })
  readonly verdict?: RosterVerdict;
}

/** A page of rosters or rows, whose address names the cursor so. */
export class RosterPageQuery {
  @OneOf(rosterVerdicts, { optional: true })
  readonly verdict?: RosterVerdict;

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class UploadRosterRequest {
  @Id()
  readonly unitId: string;
}

import { importOrders } from '../../platform/imports/imports.queries';
import { listQuery, PageQuery } from '../../platform/paging';
import { Flag, Id, OneOf } from '../../platform/request-fields';
import { SomeOf } from '../../platform/request-parts';
import { type RemovableFact, removableFacts, type RosterVerdict, rosterVerdicts } from './comparison';

export class RosterRowsQuery extends PageQuery {
  @OneOf(rosterVerdicts, { optional: true })
  readonly verdict?: RosterVerdict;
}

/** A page of rosters or rows. */
export class RosterPageQuery extends listQuery(importOrders) {
  @OneOf(rosterVerdicts, { optional: true })
  readonly verdict?: RosterVerdict;
}

export class RosterApplicationRequest {
  @SomeOf(removableFacts, {
    optional: true,
    description:
      'Kinds of facts to take away from whom the file leaves them blank. Without it a blank cell changes nothing.',
  })
  readonly remove?: readonly RemovableFact[];

  @Flag({
    description:
      'That the file is the roster of the unit; needed where it rather is a nomination list (`seemsList`) or of people who have left (`seemsLeft`).',
  })
  readonly meant?: boolean;
}

export class UploadRosterRequest {
  @Id()
  readonly unitId: string;
}

import { PageQuery } from '../../platform/paging';
import { Id, Ids, OneOf, Text } from '../../platform/requests';
import { type LeaveRequestState, leaveRequestStates } from './leave-request.states';

const states = Object.keys(leaveRequestStates);

export class LeaveRequestBody {
  @Ids({ max: 60, description: 'Half-days of one class.' })
  readonly halfDayIds: string[];

  @Text({ max: 1000 })
  readonly reason: string;
}

export class LeaveDecisionBody {
  @Text({ max: 500 })
  readonly reason: string;
}

export class LeaveRequestsQuery extends PageQuery {
  @OneOf(states, { optional: true })
  readonly state?: LeaveRequestState;

  @Id({ optional: true })
  readonly classId?: string;
}

export class LeaveRequestsPageQuery {
  @OneOf(states, { optional: true })
  readonly state?: LeaveRequestState;

  @Id({ optional: true })
  readonly classId?: string;

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

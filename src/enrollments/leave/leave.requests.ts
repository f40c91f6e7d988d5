import { type LeaveKind, leaveKinds } from '../../courses/course-rules';
import type { Day } from '../../platform/clock';
import { PageQuery } from '../../platform/paging';
import { InvalidInput } from '../../platform/problems/refusals';
import { DayField, Id, OneOf, Text } from '../../platform/request-fields';
import { Ids } from '../../platform/request-parts';
import type { LeaveGiven } from './leave-request.entity';
import { type LeaveRequestState, leaveRequestStates } from './leave-request.states';
import { type WaitsFor, waitingFor } from '../scans-waiting.queries';
import { type LeaveOrder, leaveOrders } from './leave.queries';

const states = Object.keys(leaveRequestStates);

class LeaveBody {
  @Text({ max: 1000 })
  readonly reason: string;

  @OneOf(leaveKinds, { optional: true, description: 'Other reasons unless told.' })
  readonly kind: LeaveKind = 'other';

  @Text({ optional: true, max: 100, description: 'Number or name of the paper that proves the reason.' })
  readonly paperNumber?: string;

  @DayField({ optional: true })
  readonly paperOn?: Day;
}

export class LeaveRequestBody extends LeaveBody {
  @Ids({ max: 60, description: 'Half-days of one class.' })
  readonly halfDayIds: string[];
}

export class LeavePeriodBody extends LeaveBody {
  @DayField()
  readonly from: Day;

  @DayField()
  readonly to: Day;
}

export class LeavePaperBody {
  @Text({ max: 100 })
  readonly paperNumber: string;

  @DayField({ optional: true })
  readonly paperOn?: Day;
}

/** What a form or a client says of the reason. @throws InvalidInput when a paper has a day but no number */
export function leaveGiven({ reason, kind, paperNumber, paperOn }: LeaveBody): LeaveGiven {
  if (paperNumber === undefined && paperOn !== undefined) {
    throw InvalidInput.field('paperNumber', 'required', {
      vi: 'Giấy tờ có ngày thì cần ghi số hoặc tên giấy tờ.',
      en: 'A paper with a day needs its number or name, too.',
    });
  }
  return { reason, kind, paper: paperNumber === undefined ? null : { number: paperNumber, on: paperOn ?? null } };
}

export class LeaveDecisionBody {
  @Text({ max: 500 })
  readonly reason: string;
}

export class LeaveRequestsQuery extends PageQuery {
  @OneOf(leaveOrders, { optional: true, description: 'The latest first unless told.' })
  readonly sort?: LeaveOrder;

  @OneOf(states, { optional: true })
  readonly state?: LeaveRequestState;

  @Id({ optional: true })
  readonly classId?: string;

  @Id({ optional: true })
  readonly periodId?: string;
}

export class LeaveRequestsPageQuery {
  @OneOf(waitingFor, { optional: true })
  readonly waitsFor?: WaitsFor;

  @OneOf(leaveOrders, { optional: true })
  readonly sort?: LeaveOrder;

  @OneOf(states, { optional: true })
  readonly state?: LeaveRequestState;

  @Id({ optional: true })
  readonly classId?: string;

  @Id({ optional: true })
  readonly periodId?: string;

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

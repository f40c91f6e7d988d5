import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import type { PageOf } from '../../platform/paging';
import { type LeaveRequestItem, LeaveRequestsQueries } from './leave.queries';
import { leaveGiven, LeavePeriodBody } from './leave.requests';
import { LeavePeriodsService } from './periods.service';

@ApiTags('attendance')
@Controller('api/v1/leave-periods')
@Access('signed_in')
export class LeavePeriodsController {
  constructor(
    private readonly periods: LeavePeriodsService,
    private readonly queries: LeaveRequestsQueries,
  ) {}

  /** The caller asks to be away from day to day, in all classes; answers the request of each class. */
  @Post()
  async ask(@CurrentActor() actor: Actor, @Body() body: LeavePeriodBody): Promise<PageOf<LeaveRequestItem>> {
    const periodId = await this.periods.ask(actor, body, leaveGiven(body));
    return this.queries.list(actor, { periodId });
  }
}

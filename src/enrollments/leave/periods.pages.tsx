import { Body, Get, Post } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { linkTo } from '../../platform/pages/links';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { readRequest } from '../../platform/requests';
import { PlatformSettings } from '../../platform/settings';
import { LeaveRequestsQueries } from './leave.queries';
import { leaveGiven, LeavePeriodBody } from './leave.requests';
import { leaveWords } from './leave.words';
import { LeavePeriodsService } from './periods.service';
import { LeavePeriodForm } from './views/leave-forms';

@Pages('leave-periods')
@Access('signed_in')
export class LeavePeriodsPages {
  constructor(
    private readonly periods: LeavePeriodsService,
    private readonly queries: LeaveRequestsQueries,
    private readonly settings: PlatformSettings,
  ) {}

  @Get('new')
  @Help(leaveWords, 'helpToAskPeriod')
  form(@Page() page: PageRequest): string {
    return this.formPage(page, null);
  }

  @Post()
  @Refused<LeavePeriodsPages>((on, refusal, page) => on.formPage(page, refusal))
  async ask(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const read = readRequest(LeavePeriodBody, body);
    const periodId = await this.periods.ask(page.actor, read, leaveGiven(read));
    const { items } = await this.queries.list(page.actor, { periodId });
    return page.done(linkTo('/leave-requests', { periodId }), leaveWords[page.locale].sentPeriod(items.length));
  }

  private formPage(page: PageRequest, refusal: Refusal | null): string {
    const days = this.settings.leaveRequestDays;
    const { typed } = page;
    return page.render(
      leaveWords[page.locale].askPeriod,
      <LeavePeriodForm days={days} typed={typed} refusal={refusal} />,
      refusal,
    );
  }
}

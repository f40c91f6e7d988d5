import { Body, Get, Post, Query } from '@nestjs/common';
import { classRunners } from '../../classes/classes.policy';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { PlatformSettings } from '../../platform/settings';
import { maySeeLeave } from '../enrollments.policy';
import { mayDecideLeave } from './leave.policy';
import { LeaveRequestsQueries } from './leave.queries';
import {
  LeaveDecisionBody,
  leaveGiven,
  LeavePaperBody,
  LeaveRequestBody,
  LeaveRequestsPageQuery,
} from './leave.requests';
import { LeaveRequestsService } from './leave.service';
import { leaveWords } from './leave.words';
import { LeaveForm } from './views/leave-forms';
import { LeaveRequestDetails } from './views/leave-request';
import { LeaveRequestList } from './views/leave-requests';

/** Enough for the classes of a few months; who is away longer speaks with the office. */
const halfDaysOffered = 60;

@Pages('leave-requests')
@Access('signed_in')
export class LeaveRequestsPages {
  constructor(
    private readonly requests: LeaveRequestsService,
    private readonly queries: LeaveRequestsQueries,
    private readonly settings: PlatformSettings,
  ) {}

  @Get()
  @Help(leaveWords, 'help')
  async list(@Page() page: PageRequest, @Query() query: LeaveRequestsPageQuery): Promise<string> {
    const requests = await this.queries.list(page.actor, { ...query, after: query.cursor });
    return page.render(
      leaveWords[page.locale].title,
      <LeaveRequestList requests={requests} query={query} mayAsk={page.actor.personId !== null} />,
    );
  }

  @Get('new')
  @Help(leaveWords, 'helpToAsk')
  async form(@Page() page: PageRequest): Promise<string> {
    return this.formPage(page, null);
  }

  @Post()
  @Refused<LeaveRequestsPages>((on, refusal, page) => on.formPage(page, refusal))
  async ask(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const read = readRequest(LeaveRequestBody, body);
    const id = await this.requests.ask(page.actor, read.halfDayIds, leaveGiven(read));
    return page.done(`/leave-requests/${id}`, leaveWords[page.locale].sent);
  }

  @Get(':id')
  @Help(leaveWords, 'helpOfOne')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.detailsPage(page, id, null);
  }

  @Post(':id/approval')
  @Access(classRunners)
  async approve(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect | string> {
    const say = leaveWords[page.locale];
    return this.act(page, id, say.approved, () => this.requests.approve(page.actor, id), say.approvedPaperAwaited);
  }

  @Post(':id/rejection')
  @Access(classRunners)
  async decline(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect | string> {
    return this.act(page, id, leaveWords[page.locale].declined, () =>
      this.requests.decline(page.actor, id, readRequest(LeaveDecisionBody, body).reason),
    );
  }

  @Post(':id/renewal')
  async askAgain(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect | string> {
    return this.act(page, id, leaveWords[page.locale].askedAgain, () => this.requests.askAgain(page.actor, id));
  }

  @Post(':id/paper')
  async namePaper(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect | string> {
    return this.act(page, id, leaveWords[page.locale].paperNamed, () => {
      const { paperNumber, paperOn } = readRequest(LeavePaperBody, body);
      return this.requests.namePaper(page.actor, id, { number: paperNumber, on: paperOn ?? null });
    });
  }

  @Post(':id/paper-check')
  @Access(classRunners)
  async seePaper(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect | string> {
    return this.act(page, id, leaveWords[page.locale].paperSeen, () => this.requests.seePaper(page.actor, id));
  }

  @Post(':id/withdrawal')
  async withdraw(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect | string> {
    return this.act(page, id, leaveWords[page.locale].withdrawn, () => this.requests.withdraw(page.actor, id));
  }

  private async act(
    page: PageRequest,
    id: string,
    said: string,
    work: () => Promise<void>,
    saidWithoutPaper = said,
  ): Promise<Redirect | string> {
    return page.attempt(
      async () => {
        await work();
        const request = await this.queries.request(id);
        const isPaperAwaited = request?.needsPaper === true && request.paperSeenAt === null;
        return page.done(`/leave-requests/${id}`, isPaperAwaited ? saidWithoutPaper : said);
      },
      (refusal) => this.detailsPage(page, id, refusal),
    );
  }

  private async formPage(page: PageRequest, refusal: Refusal | null): Promise<string> {
    const { personId } = page.actor;
    const earliest = this.requests.earliestDay();
    const halfDays = personId ? await this.queries.toAskFor(personId, earliest, halfDaysOffered) : [];
    const days = this.settings.leaveRequestDays;
    return page.render(
      leaveWords[page.locale].ask,
      <LeaveForm halfDays={halfDays} days={days} typed={page.typed} refusal={refusal} />,
      refusal,
    );
  }

  private async detailsPage(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const request = found(await this.queries.request(id), (request) => maySeeLeave(page.actor, request));
    return page.render(
      leaveWords[page.locale].of(request.fullName),
      <LeaveRequestDetails
        request={request}
        mayDecide={mayDecideLeave(page.actor, request)}
        isOwn={page.actor.personId === request.personId}
        typed={page.typed}
        refusal={refusal}
      />,
      refusal,
    );
  }
}

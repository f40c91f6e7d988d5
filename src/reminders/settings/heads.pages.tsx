import { Body, Get, Post } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { readRequest } from '../../platform/requests';
import { reminderKeepers } from '../reminders.policy';
import { OfficeHeadsQueries } from './heads.queries';
import { OfficeHeadsRequest } from './heads.requests';
import { OfficeHeadsService } from './heads.service';
import { headWords } from './heads.words';
import { OfficeHeads } from './views/heads';

@Pages('reminder-rules/review_overdue/heads')
@Access(reminderKeepers)
export class OfficeHeadsPages {
  constructor(
    private readonly queries: OfficeHeadsQueries,
    private readonly heads: OfficeHeadsService,
  ) {}

  @Get()
  @Help(headWords, 'help')
  async show(@Page() page: PageRequest): Promise<string> {
    return this.headsPage(page, null);
  }

  @Post()
  @Refused<OfficeHeadsPages, []>((on, refusal, page) => on.headsPage(page, refusal))
  async name(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const { accountIds, reason } = readRequest(OfficeHeadsRequest, body);
    await this.heads.name(page.actor, accountIds ?? [], reason);
    return page.done('/reminder-rules/review_overdue', headWords[page.locale].saved);
  }

  private async headsPage(page: PageRequest, refusal: Refusal | null): Promise<string> {
    const members = await this.queries.members();
    const stored = { accountIds: members.filter(({ isHead }) => isHead).map(({ accountId }) => accountId) };
    return page.render(
      headWords[page.locale].title,
      <OfficeHeads members={members} values={refusal ? page.typed : stored} refusal={refusal} />,
      refusal,
    );
  }
}

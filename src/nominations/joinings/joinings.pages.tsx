import { Body, Get, Post } from '@nestjs/common';
import { classPlanners } from '../../classes/classes.policy';
import { OrganizationQueries } from '../../organization/organization.queries';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { readJoining } from './joinings.requests';
import { JoiningsService } from './joinings.service';
import { joiningWords } from './joinings.words';
import { JoiningPage } from './views/joining';

@Pages('units/:id/joining')
@Access(classPlanners)
export class JoiningsPages {
  constructor(
    private readonly joinings: JoiningsService,
    private readonly organization: OrganizationQueries,
  ) {}

  @Get()
  @Help(joiningWords, 'help')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, null);
  }

  @Post()
  @Refused<JoiningsPages>((on, refusal, page, id) => on.form(page, id, refusal))
  async join(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.joinings.join(page.actor, id, readJoining(body));
    return page.done(`/units/${id}`, joiningWords[page.locale].joined);
  }

  private async form(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const unit = found(await this.organization.unit(id));
    const joinable = await this.joinings.open(page.actor, id);
    const typed = refusal && page.typed;
    return page.render(
      joiningWords[page.locale].title,
      <JoiningPage unit={unit} joinable={joinable} typed={typed} refusal={refusal} />,
      refusal,
    );
  }
}

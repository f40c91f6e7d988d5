import { Body, Get, Post, Query } from '@nestjs/common';
import { unitsVisibleTo } from '../../people/people.policy';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import { PathId, readRequest } from '../../platform/requests';
import { nominationFollowers, nominators } from '../nominations.policy';
import { ReasonRequest } from '../nominations.requests';
import { LeaversQueries } from './leavers.queries';
import { LeaverDecisionsRequest, LeaversPageQuery, mostAtOnce } from './leavers.requests';
import { LeaversService } from './leavers.service';
import { leaverWords } from './leavers.words';
import { LeaversPage, type RefusedLeaver } from './views/leavers';

@Pages('leavers')
export class LeaversPages {
  constructor(
    private readonly leavers: LeaversService,
    private readonly queries: LeaversQueries,
  ) {}

  @Get()
  @Help(leaverWords, 'help')
  @Access(nominationFollowers)
  async list(@Page() page: PageRequest, @Query() query: LeaversPageQuery): Promise<string> {
    return this.listPage(page, query, null);
  }

  @Post('decisions')
  @Access(nominators)
  @Refused<LeaversPages>((on, refusal, page) => on.listPage(page, {}, { id: null, refusal, typed: page.typed }))
  async decideAll(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const { ids, decision, reason } = readRequest(LeaverDecisionsRequest, body);
    const settled = await this.leavers.decideAll(page.actor, ids, decision, reason ?? null);
    return page.done('/leavers', leaverWords[page.locale].decided(settled));
  }

  @Post(':id/staying')
  @Access(nominators)
  @Refused<LeaversPages>((on, refusal, page, id) => on.listPage(page, {}, { id, refusal, typed: page.typed }))
  async stay(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    await this.leavers.stay(page.actor, id, null);
    return page.done('/leavers', leaverWords[page.locale].staysDone);
  }

  @Post(':id/withdrawal')
  @Access(nominators)
  @Refused<LeaversPages>((on, refusal, page, id) => on.listPage(page, {}, { id, refusal, typed: page.typed }))
  async withdraw(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.leavers.withdraw(page.actor, id, readRequest(ReasonRequest, body).reason);
    return page.done('/leavers', leaverWords[page.locale].withdrawDone);
  }

  private async listPage(
    page: PageRequest,
    { classId, unitId, cursor }: LeaversPageQuery,
    refused: RefusedLeaver | null,
  ): Promise<string> {
    const visibleUnits = unitsVisibleTo(page.actor);
    const list = await this.queries.open({ visibleUnits, classId, unitId, limit: mostAtOnce, after: cursor });
    return page.render(
      leaverWords[page.locale].title,
      <LeaversPage
        list={list}
        actor={page.actor}
        refused={refused}
        query={{ classId, unitId }}
        isFirstPage={cursor === undefined}
      />,
      refused?.refusal,
    );
  }
}

import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { planReaders } from '../../classes/classes.policy';
import { courseChoices } from '../../classes/course-choices';
import { CoursesQueries } from '../../courses/courses.queries';
import { OrganizationQueries } from '../../organization/organization.queries';
import { Access } from '../../platform/access/access';
import { isWithin } from '../../platform/access/reach';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { FormValues } from '../../platform/pages/form-scope';
import type { Refusal } from '../../platform/problems/refusal';
import { readRequest } from '../../platform/requests';
import { NeedsOfUnits } from '../needs-of-units';
import { mayEditPlan } from '../training-plans.policy';
import { TrainingPlansQueries } from '../training-plans.queries';
import { YearPipe } from '../training-plans.requests';
import { proposalsShownTo } from './proposals.policy';
import { PlanProposalsQueries, type PlanSeason } from './proposals.queries';
import { NewProposalRequest, NoNeedRequest, ProposalsPageQuery, readNeeds } from './proposals.requests';
import { PlanProposalsService } from './proposals.service';
import { proposalWords } from './proposals.words';
import { PlanSeasonsService } from './seasons.service';
import { unitMeant } from './speakers';
import { type ProposalForm, ProposalsPage, type UnitInSeason } from './views/proposals';
import { PlanWorkbooks } from './workbooks';
import { download } from '../../platform/downloads';
import type { StreamableFile } from '@nestjs/common';
import { unitsNamed, unitsToChoose } from '../../organization/unit-choices.queries';

interface Answered {
  readonly form: ProposalForm;
  readonly refusal: Refusal;
  readonly typed: FormValues;
}

@Pages('training-plans/:year')
export class PlanProposalsPages {
  constructor(
    private readonly seasons: PlanSeasonsService,
    private readonly service: PlanProposalsService,
    private readonly queries: PlanProposalsQueries,
    private readonly plans: TrainingPlansQueries,
    private readonly workbooks: PlanWorkbooks,
    private readonly needs: NeedsOfUnits,
    private readonly courses: CoursesQueries,
    private readonly organization: OrganizationQueries,
  ) {}

  @Get('proposals')
  @Help(proposalWords, 'help')
  @Access(planReaders)
  async list(
    @Page() page: PageRequest,
    @Param('year', YearPipe) year: number,
    @Query() query: ProposalsPageQuery,
  ): Promise<string> {
    return this.listPage(page, year, query, null);
  }

  @Get('proposals/workbook')
  @Access(planReaders)
  async proposalsWorkbook(
    @Page() page: PageRequest,
    @Param('year', YearPipe) year: number,
    @Query() { unitId, state, sort }: ProposalsPageQuery,
  ): Promise<StreamableFile> {
    return download(await this.workbooks.proposalsOf(page.actor, year, { unitId, state, sort }));
  }

  @Post('needs')
  @Access(planReaders)
  @Refused<PlanProposalsPages, [number]>((on, refusal, page, year) => on.refused(page, year, 'needs', refusal))
  async sayNeeds(
    @Page() page: PageRequest,
    @Param('year', YearPipe) year: number,
    @Body() body: unknown,
  ): Promise<Redirect> {
    const { unitId, needs } = readNeeds(body);
    await this.seasons.sayNeeds(page.actor, year, unitMeant(page.actor, unitId), needs);
    return page.done(this.pathOf(page, year, unitId), proposalWords[page.locale].needsSaved);
  }

  @Post('no-need')
  @Access(planReaders)
  @Refused<PlanProposalsPages, [number]>((on, refusal, page, year) => on.refused(page, year, 'none', refusal))
  async sayNone(
    @Page() page: PageRequest,
    @Param('year', YearPipe) year: number,
    @Body() body: unknown,
  ): Promise<Redirect> {
    const { unitId, note } = readRequest(NoNeedRequest, body);
    await this.seasons.sayNone(page.actor, year, unitMeant(page.actor, unitId), note ?? null);
    return page.done(this.pathOf(page, year, unitId), proposalWords[page.locale].noNeedDone);
  }

  @Post('proposals')
  @Access(planReaders)
  @Refused<PlanProposalsPages, [number]>((on, refusal, page, year) => on.refused(page, year, 'propose', refusal))
  async propose(
    @Page() page: PageRequest,
    @Param('year', YearPipe) year: number,
    @Body() body: unknown,
  ): Promise<Redirect> {
    const { unitId, ...proposal } = readRequest(NewProposalRequest, body);
    await this.service.propose(page.actor, year, unitMeant(page.actor, unitId), proposal);
    return page.done(this.pathOf(page, year, unitId), proposalWords[page.locale].proposed);
  }

  private async refused(page: PageRequest, year: number, form: ProposalForm, refusal: Refusal): Promise<string> {
    const unitId = typeof page.typed['unitId'] === 'string' ? page.typed['unitId'] : undefined;
    return this.listPage(page, year, { unitId }, { form, refusal, typed: page.typed });
  }

  private async listPage(
    page: PageRequest,
    year: number,
    { cursor, ...query }: ProposalsPageQuery,
    refused: Answered | null,
  ): Promise<string> {
    const { actor, locale } = page;
    const readers = proposalsShownTo(actor);
    const [list, season, units, courses] = await Promise.all([
      this.queries.list(year, readers, { ...query, after: cursor }),
      this.queries.season(year, readers),
      this.organization.units(),
      this.courses.list(),
    ]);
    const speakers = units.filter(
      ({ id, kind, isLive }) => isLive && (kind === 'base' || kind === 'group') && isWithin(readers, id),
    );
    const named = unitsNamed(speakers, locale);
    const meant = query.unitId ?? actor.grantedUnits('unit_secretary')[0] ?? actor.grantedUnits('group_officer')[0];
    const answering = named.find(({ id }) => id === meant) ?? null;
    return page.render(
      proposalWords[locale].title(year),
      <ProposalsPage
        {...{ year, season, list, query, refused }}
        unit={answering && (await this.unitInSeason(page, year, answering.id, answering.name, season))}
        units={unitsToChoose(named, 'live')}
        courses={courseChoices(courses, locale)}
        isFirstPage={cursor === undefined}
      />,
      refused?.refusal,
    );
  }

  private async unitInSeason(
    { actor }: PageRequest,
    year: number,
    unitId: string,
    unitName: string,
    season: PlanSeason | null,
  ): Promise<UnitInSeason> {
    const [plan, said, lacking, unit] = await Promise.all([
      this.plans.plan(year, [unitId]),
      this.queries.needs({ year }, [unitId]),
      this.needs.byCourse([unitId]),
      this.organization.unit(unitId),
    ]);
    return {
      unitId,
      unitName,
      sendsPeople: unit?.kind === 'base',
      lines: unit?.kind === 'base' ? plan.lines : [],
      said: Object.fromEntries(said.map(({ lineId, people }) => [lineId, people])),
      lacking,
      saidNone: season?.noNeed.some(({ id }) => id === unitId) ?? false,
      mayAnswer: season !== null && (!season.isOver || mayEditPlan(actor)),
    };
  }

  /** Back to the unit that was chosen; one's own needs no choice. */
  private pathOf({ actor }: PageRequest, year: number, unitId: string | undefined): string {
    const path = `/training-plans/${year}/proposals`;
    return unitId && !actor.grantedUnits('unit_secretary').includes(unitId) ? `${path}?unitId=${unitId}` : path;
  }
}

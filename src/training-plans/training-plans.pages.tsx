import { Body, Get, Param, Post } from '@nestjs/common';
import { planReaders } from '../classes/classes.policy';
import { courseChoices } from '../classes/course-choices';
import { CoursesQueries } from '../courses/courses.queries';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { readRequest } from '../platform/requests';
import { proposalsShownTo } from './proposals/proposals.policy';
import { PlanConfirmationsService } from './proposals/confirmations.service';
import { PlanProposalsQueries } from './proposals/proposals.queries';
import { PlanSeasonRequest, readConfirmation } from './proposals/proposals.requests';
import { proposalWords } from './proposals/proposals.words';
import { PlanSeasonsService } from './proposals/seasons.service';
import { bodiesOf } from './proposals/speakers';
import { mayEditPlan, planConfirmers, planKeepers, planShownTo } from './training-plans.policy';
import { TrainingPlansQueries } from './training-plans.queries';
import { NewPlanLineRequest, PlanCopyRequest, YearPipe } from './training-plans.requests';
import { TrainingPlansService } from './training-plans.service';
import { planWords } from './training-plans.words';
import { type PlanForm, PlanPage } from './views/plan-page';

/** Which of the forms of the plan came back refused. */
type Refused = { readonly form: PlanForm; readonly refusal: Refusal };

@Pages('training-plans')
export class TrainingPlansPages {
  constructor(
    private readonly service: TrainingPlansService,
    private readonly seasons: PlanSeasonsService,
    private readonly confirmations: PlanConfirmationsService,
    private readonly plans: TrainingPlansQueries,
    private readonly proposals: PlanProposalsQueries,
    private readonly courses: CoursesQueries,
    private readonly clock: Clock,
  ) {}

  /** The year units are asked about, else this one. */
  @Get()
  @Access(planReaders)
  async thisYear(@Page() page: PageRequest): Promise<Redirect> {
    const year = (await this.proposals.yearAskedAbout()) ?? this.clock.today().slice(0, 4);
    return page.go(`/training-plans/${year}`);
  }

  @Get(':year')
  @Help(planWords, 'help')
  @Access(planReaders)
  async show(@Page() page: PageRequest, @Param('year', YearPipe) year: number): Promise<string> {
    return this.plan(page, year, null);
  }

  @Post(':year/lines')
  @Access(planKeepers)
  @Refused<TrainingPlansPages, [number]>((on, refusal, page, year) => on.plan(page, year, { form: 'add', refusal }))
  async add(
    @Page() page: PageRequest,
    @Param('year', YearPipe) year: number,
    @Body() body: unknown,
  ): Promise<Redirect> {
    await this.service.add(page.actor, year, readRequest(NewPlanLineRequest, body));
    return page.done(`/training-plans/${year}`, planWords[page.locale].added);
  }

  @Post(':year/copies')
  @Access(planKeepers)
  @Refused<TrainingPlansPages, [number]>((on, refusal, page, year) => on.plan(page, year, { form: 'copy', refusal }))
  async copy(
    @Page() page: PageRequest,
    @Param('year', YearPipe) year: number,
    @Body() body: unknown,
  ): Promise<Redirect> {
    const { fromYear } = readRequest(PlanCopyRequest, body);
    const count = await this.service.copy(page.actor, year, fromYear);
    return page.done(`/training-plans/${year}`, planWords[page.locale].copied(count, fromYear, year));
  }

  @Post(':year/season')
  @Access(planKeepers)
  @Refused<TrainingPlansPages, [number]>((on, refusal, page, year) => on.plan(page, year, { form: 'season', refusal }))
  async open(
    @Page() page: PageRequest,
    @Param('year', YearPipe) year: number,
    @Body() body: unknown,
  ): Promise<Redirect> {
    await this.seasons.open(page.actor, year, readRequest(PlanSeasonRequest, body).lastDay);
    return page.done(`/training-plans/${year}`, proposalWords[page.locale].opened);
  }

  @Post(':year/confirmations')
  @Access(planConfirmers)
  @Refused<TrainingPlansPages, [number]>((on, refusal, page, year) => on.plan(page, year, { form: 'confirm', refusal }))
  async confirm(
    @Page() page: PageRequest,
    @Param('year', YearPipe) year: number,
    @Body() body: unknown,
  ): Promise<Redirect> {
    const confirmed = await this.confirmations.confirm(page.actor, year, readConfirmation(body).lines);
    return page.done(`/training-plans/${year}`, proposalWords[page.locale].confirmed(confirmed));
  }

  private async plan(page: PageRequest, year: number, refused: Refused | null): Promise<string> {
    const readers = proposalsShownTo(page.actor);
    const [plan, years, courses, season] = await Promise.all([
      this.plans.plan(year, planShownTo(page.actor)),
      this.plans.years(),
      this.courses.list(),
      this.proposals.season(year, readers),
    ]);
    return page.render(
      planWords[page.locale].title(year),
      <PlanPage
        plan={plan}
        years={years}
        courses={courseChoices(courses, page.locale)}
        mayEdit={mayEditPlan(page.actor)}
        season={season}
        seesMany={readers?.length !== 1}
        body={bodiesOf(page.actor, plan.bodies)[0]}
        typed={page.typed}
        refused={refused}
      />,
      refused?.refusal,
    );
  }
}

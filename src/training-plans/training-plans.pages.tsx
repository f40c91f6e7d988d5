import { Body, Get, Param, Post } from '@nestjs/common';
import { planReaders } from '../classes/classes.policy';
import { courseChoices } from '../classes/course-choices';
import { CoursesQueries } from '../courses/courses.queries';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { readRequest } from '../platform/requests';
import { mayEditPlan, planKeepers } from './training-plans.policy';
import { TrainingPlansQueries } from './training-plans.queries';
import { NewPlanLineRequest, PlanCopyRequest, YearPipe } from './training-plans.requests';
import { TrainingPlansService } from './training-plans.service';
import { planWords } from './training-plans.words';
import { PlanPage } from './views/plan-page';

/** Which of the two forms below the plan came back refused. */
type Refused = { readonly form: 'add' | 'copy'; readonly refusal: Refusal };

@Pages('training-plans')
export class TrainingPlansPages {
  constructor(
    private readonly service: TrainingPlansService,
    private readonly plans: TrainingPlansQueries,
    private readonly courses: CoursesQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access(planReaders)
  thisYear(@Page() page: PageRequest): Redirect {
    return page.go(`/training-plans/${this.clock.today().slice(0, 4)}`);
  }

  @Get(':year')
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

  private async plan(page: PageRequest, year: number, refused: Refused | null): Promise<string> {
    const [plan, years, courses] = await Promise.all([this.plans.plan(year), this.plans.years(), this.courses.list()]);
    return page.render(
      planWords[page.locale].title(year),
      <PlanPage
        plan={plan}
        years={years}
        courses={courseChoices(courses, page.locale)}
        mayEdit={mayEditPlan(page.actor)}
        typed={page.typed}
        refused={refused}
      />,
      refused?.refusal,
    );
  }
}

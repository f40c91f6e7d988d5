import { Get, Header, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { maySeeClass } from '../classes/classes.policy';
import type { ClassItem } from '../classes/classes.queries';
import { maySeePerson } from '../people/people.policy';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import { LongJobSteps } from '../platform/jobs/long-job-steps';
import { type LongJob, LongJobs } from '../platform/jobs/long-jobs';
import { Takes } from '../platform/limits/largest-body';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import { renderFragment } from '../platform/pages/render';
import { found, NotFound } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { mostScanMegabytes } from '../scans/scan-kinds';
import { ScansService } from '../scans/scans.service';
import { canGoOn, isUnderWay } from './closing-progress';
import { ClosingPreviewQueries } from './closing-preview.queries';
import { closingKind, type ClosingPlan, ClosingsQueries } from './closings.queries';
import { ClosingsService } from './closings.service';
import {
  classClosers,
  completionsVisibleTo,
  mayCloseClasses,
  mayOverrideCompletions,
  overriders,
} from './completions.policy';
import { CompletionsQueries } from './completions.queries';
import { CompletionsPageQuery, OverrideRequest } from './completions.requests';
import { completionWords } from './completions.words';
import { OverridesService } from './overrides.service';
import { recomputationWords } from './recomputation.words';
import { ClosingProgress, ClosingUnderWay } from './views/closing-progress';
import type { RefusedForm } from './views/decision';
import { Preview } from './views/preview';
import { RecomputationPage } from './views/recomputation';
import { Results } from './views/results';

const rowsOfPage = 100;

/** One page of a class for its three moments: how it would come out, the closing under way, and the results. */
@Pages('classes/:id/completion')
export class CompletionsPages {
  constructor(
    private readonly closings: ClosingsQueries,
    private readonly service: ClosingsService,
    private readonly previews: ClosingPreviewQueries,
    private readonly completions: CompletionsQueries,
    private readonly overrides: OverridesService,
    private readonly longJobs: LongJobs,
    private readonly steps: LongJobSteps,
    private readonly clock: Clock,
    private readonly scans: ScansService,
  ) {}

  @Get()
  @Help(completionWords, 'help')
  @Access('signed_in')
  async show(@Page() page: PageRequest, @PathId() id: string, @Query() query: CompletionsPageQuery): Promise<string> {
    return this.completionPage(page, id, query, null);
  }

  @Post()
  @Access(classClosers)
  @Refused<CompletionsPages>((on, refusal, page, id) =>
    on.completionPage(page, id, {}, { refusal, typed: {}, enrollmentId: null }),
  )
  async close(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    await this.service.request(page.actor, id);
    return page.done(pathOf(id), completionWords[page.locale].closingAsked);
  }

  /** What htmx asks for every second; once the closing is over the answer has the whole page loaded anew. */
  @Get('progress')
  @Access('signed_in')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async progress(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    await this.visiblePlan(page, id);
    const job = found(await this.longJobs.latest(closingKind, id));
    if (!isUnderWay(job)) void reply.header('HX-Refresh', 'true');
    const { locale, actor } = page;
    return renderFragment(
      { locale, actorName: actor.name, path: pathOf(id), navigation: [], flash: null },
      <ClosingProgress classId={id} job={job} steps={await this.steps.of(job.id)} />,
    );
  }

  @Get('recomputation')
  @Help(recomputationWords, 'help')
  @Access(classClosers)
  async recomputation(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    const { trainingClass } = await this.visiblePlan(page, id);
    const found = trainingClass.state === 'closed' ? await this.completions.recompute(trainingClass) : null;
    const title = `${recomputationWords[page.locale].recompute} ${trainingClass.code}`;
    return page.render(title, <RecomputationPage item={trainingClass} actor={page.actor} found={found} />);
  }

  @Post('decisions/:enrollmentId')
  @Takes({ kilobytes: 256, fileMegabytes: mostScanMegabytes })
  @Access(overriders)
  @Refused<CompletionsPages>((on, refusal, page, id, enrollmentId) =>
    on.completionPage(page, id, {}, { refusal, typed: page.typed, enrollmentId }),
  )
  async decide(
    @Page() page: PageRequest,
    @PathId() id: string,
    @PathId('enrollmentId') enrollmentId: string,
  ): Promise<Redirect> {
    const { fields, scan } = await this.scans.readForm(page.raw);
    const decided = readRequest(OverrideRequest, fields);
    await this.overrides.decide(page.actor, enrollmentId, decided);
    const { decision: number, decidedOn: date } = decided;
    await this.scans.keepWith(page.actor, 'completion_decision', { enrollmentId, number, date }, scan);
    return page.done(pathOf(id), completionWords[page.locale].decided);
  }

  @Post('decisions/:enrollmentId/withdrawal')
  @Access(overriders)
  async withdrawDecision(
    @Page() page: PageRequest,
    @PathId() id: string,
    @PathId('enrollmentId') enrollmentId: string,
  ): Promise<Redirect> {
    await this.overrides.withdraw(page.actor, enrollmentId);
    return page.done(pathOf(id), completionWords[page.locale].decisionWithdrawn);
  }

  private async completionPage(
    page: PageRequest,
    id: string,
    query: CompletionsPageQuery,
    refused: RefusedForm | null,
  ): Promise<string> {
    const plan = await this.visiblePlan(page, id);
    const job = await this.longJobs.latest(closingKind, id);
    const { trainingClass } = plan;
    const title = `${completionWords[page.locale].completion} ${trainingClass.code}`;
    const body = await this.bodyOf(page, plan, job, query, refused);
    return page.render(title, body, refused?.refusal ?? null);
  }

  private async bodyOf(
    page: PageRequest,
    plan: ClosingPlan,
    job: LongJob | null,
    { cursor, sort, completed, decided, search }: CompletionsPageQuery,
    refused: RefusedForm | null,
  ) {
    const { actor } = page;
    const { trainingClass } = plan;
    const { id, state } = trainingClass;
    const scope = completionsVisibleTo(actor, id);
    const filter = { completed, decided, search };
    const wanted = { ...filter, sort, classId: id, scope, limit: rowsOfPage, after: cursor };
    const common = {
      item: trainingClass,
      actor,
      filter,
      sort,
      isFirstPage: cursor === undefined,
      maySeePerson: (person: { id: string; unitId: string }) => maySeePerson(actor, person),
    };
    const mayClose = mayCloseClasses(actor);
    // Whoever was told of the result must find it, even while others are still being told.
    const isOfInterest = state !== 'closed' || mayClose;
    if (job && isOfInterest && (isUnderWay(job) || canGoOn(job))) {
      const steps = await this.steps.of(job.id);
      const howFar = { job, steps, mayClose, refusal: refused?.refusal ?? null };
      return <ClosingUnderWay item={trainingClass} actor={actor} {...howFar} />;
    }
    if (state === 'closed') {
      const results = await this.completions.list(wanted);
      const counts = await this.completions.counts(id, scope);
      return <Results {...common} results={results} counts={counts} mayRecompute={mayClose} />;
    }
    return (
      <Preview
        {...common}
        plan={plan}
        preview={await this.previews.preview(plan, wanted)}
        error={job?.error ?? null}
        mayClose={mayClose}
        isOver={this.clock.today() >= trainingClass.closesOn}
        today={this.clock.today()}
        mayDecide={mayOverrideCompletions(actor) && state === 'confirmed'}
        refused={refused}
      />
    );
  }

  private async visiblePlan(page: PageRequest, id: string): Promise<ClosingPlan> {
    const plan = await this.closings.plan(id);
    if (!maySeeClass(page.actor, plan.trainingClass)) throw new NotFound();
    return plan;
  }
}

const pathOf = (classId: ClassItem['id']) => `/classes/${classId}/completion`;

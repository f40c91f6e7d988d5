import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { maySeeClass } from '../classes/classes.policy';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { type LongJobStep, LongJobSteps } from '../platform/jobs/long-job-steps';
import { type LongJob, LongJobs } from '../platform/jobs/long-jobs';
import type { PageOf } from '../platform/paging';
import { found, NotFound } from '../platform/problems/refusals';
import { PathId } from '../platform/requests';
import { type ClosingPreview, ClosingPreviewQueries } from './closing-preview.queries';
import { ClosingsQueries } from './closings.queries';
import { ClosingsService } from './closings.service';
import { classClosers, completionsVisibleTo, maySeeJob, overriders } from './completions.policy';
import { type CompletionItem, CompletionsQueries, type Recomputation } from './completions.queries';
import { CompletionsRequest, OverrideRequest } from './completions.requests';
import { OverridesService } from './overrides.service';

export interface JobProgress extends Pick<LongJob, 'id' | 'kind' | 'state' | 'done' | 'total' | 'error'> {
  /** Its parts in their order; empty for work without any. */
  readonly steps: readonly LongJobStep[];
}

@ApiTags('completions')
@Controller('api/v1')
export class CompletionsController {
  constructor(
    private readonly service: ClosingsService,
    private readonly closings: ClosingsQueries,
    private readonly previews: ClosingPreviewQueries,
    private readonly completions: CompletionsQueries,
    private readonly overrides: OverridesService,
    private readonly longJobs: LongJobs,
    private readonly steps: LongJobSteps,
  ) {}

  /** Asks for a class to be closed; how far it is, `GET /jobs/:id` tells. Asking again while it is under way asks once; after it failed it goes on where it stopped. */
  @Post('classes/:id/closing')
  @Access(classClosers)
  @HttpCode(202)
  async close(@CurrentActor() actor: Actor, @PathId() id: string): Promise<{ jobId: string }> {
    return { jobId: await this.service.request(actor, id) };
  }

  /** Who would complete and who would not if the class were closed now, rule by rule. Nothing is written. */
  @Get('classes/:id/closing-preview')
  @Access('signed_in')
  async previewClosing(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() query: CompletionsRequest,
  ): Promise<ClosingPreview> {
    const plan = await this.closings.plan(id);
    if (!maySeeClass(actor, plan.trainingClass)) throw new NotFound();
    return this.previews.preview(plan, { ...query, scope: completionsVisibleTo(actor, id) });
  }

  /** The results of a class that was closed: of everybody, of the people a unit sent, or one's own. */
  @Get('classes/:id/completions')
  @Access('signed_in')
  async list(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() query: CompletionsRequest,
  ): Promise<PageOf<CompletionItem>> {
    const { trainingClass } = await this.closings.plan(id);
    if (!maySeeClass(actor, trainingClass)) throw new NotFound();
    return this.completions.list({ ...query, classId: id, scope: completionsVisibleTo(actor, id) });
  }

  /** Computes the results of a closed class again from attendance, essays and marks, and tells where they differ. Nothing is written. */
  @Get('classes/:id/completion-recomputation')
  @Access(classClosers)
  async recompute(@CurrentActor() actor: Actor, @PathId() id: string): Promise<Recomputation> {
    const { trainingClass } = await this.closings.plan(id);
    if (!maySeeClass(actor, trainingClass)) throw new NotFound();
    return this.completions.recompute(trainingClass);
  }

  /** The authority decides, before the class is closed, that a person completes whatever the rules say. */
  @Put('enrollments/:id/completion-override')
  @Access(overriders)
  @HttpCode(204)
  async override(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { decision, decidedOn, reason }: OverrideRequest,
  ): Promise<void> {
    await this.overrides.decide(actor, id, { decision, decidedOn, reason });
  }

  /** Takes such a decision back, before the class is closed. */
  @Delete('enrollments/:id/completion-override')
  @Access(overriders)
  @HttpCode(204)
  async withdrawOverride(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.overrides.withdraw(actor, id);
  }

  /** How far long work is, step by step; `error` is a sentence when it could not go on. Of a closing, `done` counts the people judged. */
  @Get('jobs/:id')
  @Access('signed_in')
  async job(@CurrentActor() actor: Actor, @PathId() jobId: string): Promise<JobProgress> {
    const job = found(await this.longJobs.find(jobId), (job) => maySeeJob(actor, job));
    const { id, kind, state, done, total, error } = job;
    return { id, kind, state, done, total, error, steps: await this.steps.of(id) };
  }
}

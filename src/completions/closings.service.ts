import { Injectable } from '@nestjs/common';
import { ClassNotInState } from '../classes/classes.refusals';
import { ClassesService } from '../classes/classes.service';
import type { TrainingClass } from '../classes/training-class.entity';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { JobQueue } from '../platform/jobs/job-queue';
import { LongJobSteps } from '../platform/jobs/long-job-steps';
import { type LongJob, LongJobs } from '../platform/jobs/long-jobs';
import { Journal } from '../platform/journal/journal';
import { canGoOn, isUnderWay } from './closing-progress';
import { closingStepNames } from './closing-steps';
import { closeClass } from './closings.jobs';
import { closingKind, ClosingsQueries } from './closings.queries';
import { closingActions } from './closings.words';
import { CompletionFactsQueries } from './completion-facts.queries';
import { ClassNotOver, HalfDayToCome } from './completions.refusals';

/** Asking for a class to be closed. The work itself is {@link ClosingRunsService}'s. */
@Injectable()
export class ClosingsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly longJobs: LongJobs,
    private readonly steps: LongJobSteps,
    private readonly queue: JobQueue,
    private readonly classes: ClassesService,
    private readonly closings: ClosingsQueries,
    private readonly facts: CompletionFactsQueries,
  ) {}

  /**
   * Asks for a class to be closed: everybody judged, certificates numbered, records written, and then the class closed.
   * From then on nothing changes that results are made of. A closing that is under way is not asked for twice; one that
   * could not go on goes on where it stopped.
   * @returns the id of the long job
   * @throws NotFound | NotAllowed | ClassNotInState | ClassNotOver | HalfDayToCome | AwardRuleMissing
   */
  async request(actor: Actor, classId: string): Promise<string> {
    const longJobId = await this.database.inTransaction(async (tx) => {
      const trainingClass = await this.classes.loadToManage(tx, actor, classId);
      const latest = await this.longJobs.latest(closingKind, classId, tx);
      if (latest && isUnderWay(latest)) return latest.id;
      if (latest && canGoOn(latest)) return this.goOn(tx, actor, latest);

      await this.assertMayClose(tx, trainingClass);
      return this.begin(tx, actor, classId);
    });
    await this.queue.add(closeClass, { longJobId });
    return longJobId;
  }

  private async begin(tx: Tx, actor: Actor, classId: string): Promise<string> {
    await this.classes.askToCloseWith(tx, classId);
    const total = await this.facts.countUnsettled(tx, classId);
    const id = await this.longJobs.request(tx, actor, { kind: closingKind, subjectId: classId, classId, total });
    await this.steps.plan(tx, id, closingStepNames);
    await this.journal.write(tx, actor, {
      action: closingActions.closing_requested,
      subject: { type: 'class', id: classId },
      classId,
      facts: { longJobId: id, people: total },
    });
    return id;
  }

  private async goOn(tx: Tx, actor: Actor, { id, subjectId: classId }: LongJob): Promise<string> {
    await this.longJobs.resume(tx, id);
    await this.journal.write(tx, actor, {
      action: closingActions.closing_resumed,
      subject: { type: 'class', id: classId },
      classId,
      facts: { longJobId: id },
    });
    return id;
  }

  private async assertMayClose(tx: Tx, { id, courseId, state, closesOn }: TrainingClass): Promise<void> {
    if (state !== 'confirmed') throw new ClassNotInState('closed', state);
    if (this.clock.today() < closesOn) throw new ClassNotOver(closesOn);
    const lastEnd = await this.closings.lastHalfDayEnd(tx, id);
    if (lastEnd && lastEnd > this.clock.now()) throw new HalfDayToCome(lastEnd);
    await this.closings.award(courseId, this.clock.now(), tx);
  }
}

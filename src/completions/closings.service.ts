import { Injectable } from '@nestjs/common';
import { ClassNotInState } from '../classes/classes.refusals';
import { ClassesService } from '../classes/classes.service';
import type { TrainingClass } from '../classes/training-class.entity';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { JobQueue } from '../platform/jobs/job-queue';
import { LongJobs } from '../platform/jobs/long-jobs';
import { Journal } from '../platform/journal/journal';
import { closeClass } from './closings.jobs';
import { closingKind, ClosingsQueries } from './closings.queries';
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
    private readonly queue: JobQueue,
    private readonly classes: ClassesService,
    private readonly closings: ClosingsQueries,
    private readonly facts: CompletionFactsQueries,
  ) {}

  /**
   * Asks for a class to be closed: everybody judged, certificates numbered, records written, and then the class closed.
   * A closing that is under way is not asked for twice.
   * @returns the id of the long job
   * @throws NotFound | NotAllowed | ClassNotInState | ClassNotOver | HalfDayToCome | AwardRuleMissing
   */
  async request(actor: Actor, classId: string): Promise<string> {
    const longJobId = await this.database.inTransaction(async (tx) => {
      const trainingClass = await this.classes.loadToManage(tx, actor, classId);
      const underWay = await this.closings.unfinishedOf(tx, classId);
      if (underWay) return underWay;

      await this.assertMayClose(tx, trainingClass);
      const total = await this.facts.countUnsettled(tx, classId);
      const id = await this.longJobs.request(tx, actor, { kind: closingKind, subjectId: classId, classId, total });
      await this.journal.write(tx, actor, {
        action: 'classes.closing_requested',
        subject: { type: 'class', id: classId },
        classId,
        facts: { longJobId: id, people: total },
      });
      return id;
    });
    await this.queue.add(closeClass, { longJobId });
    return longJobId;
  }

  private async assertMayClose(tx: Tx, { id, courseId, state, closesOn }: TrainingClass): Promise<void> {
    if (state !== 'confirmed') throw new ClassNotInState('closed', state);
    if (this.clock.today() < closesOn) throw new ClassNotOver(closesOn);
    const lastEnd = await this.closings.lastHalfDayEnd(tx, id);
    if (lastEnd && lastEnd > this.clock.now()) throw new HalfDayToCome(lastEnd);
    await this.closings.award(courseId, this.clock.now(), tx);
  }
}

import { Injectable } from '@nestjs/common';
import { ActorsQueries } from '../accounts/actors.queries';
import { ClassesService } from '../classes/classes.service';
import { Actor } from '../platform/access/actor';
import { Database, type Tx } from '../platform/database/database';
import { LongJobSteps } from '../platform/jobs/long-job-steps';
import { LongJobs } from '../platform/jobs/long-jobs';
import { Journal } from '../platform/journal/journal';
import type { Bilingual } from '../platform/messages/words';
import { Refusal } from '../platform/problems/refusal';
import { Busy } from '../platform/problems/refusals';
import { PlatformSettings } from '../platform/settings';
import { ClosingStepsService } from './closing-steps.service';
import type { ClosingStepName, Settlement } from './closing-steps';
import { type Closing, closingKind, ClosingsQueries } from './closings.queries';
import { closingActions } from './closings.words';
import { everybody } from './completions.policy';
import { CompletionsQueries } from './completions.queries';

/**
 * Works on the closings people asked for, one step after the other and some people at a time. What is still to be done
 * is found in the database each time, and each transaction commits all it did, so a run may be killed anywhere, begun
 * again, or offered to two workers at once: one of them does it.
 */
@Injectable()
export class ClosingRunsService {
  /**
   * Of closings this worker is at, for whom the step is left to be done, so that a whole class is not looked through for each
   * few people. A worker that dies takes it along; when it is used up, the database is asked again before the step is finished.
   */
  private readonly ahead = new Map<string, Left>();

  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly longJobs: LongJobs,
    private readonly steps: LongJobSteps,
    private readonly actors: ActorsQueries,
    private readonly classes: ClassesService,
    private readonly closings: ClosingsQueries,
    private readonly work: ClosingStepsService,
    private readonly results: CompletionsQueries,
    private readonly settings: PlatformSettings,
  ) {}

  /** Works on every closing that is not finished; one that cannot go on does not hold up the others. */
  async resume(): Promise<void> {
    const faults: unknown[] = [];
    for (const { id } of await this.longJobs.unfinished(closingKind)) {
      await this.workOn(id).catch((fault: unknown) => faults.push(fault));
    }
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} closings could not go on`);
  }

  async workOn(longJobId: string): Promise<void> {
    // What a closing goes by stays as it is while the class is closed.
    let settlement: Promise<Settlement | null> | undefined;
    const settled = () => (settlement ??= this.settlement(longJobId));
    while (await this.step(longJobId, this.settings.closingBatch, settled));
  }

  /**
   * Does the current step for the next people, or finishes the closing when no step is left.
   * @param size how many people
   * @returns whether anything may be left to do
   */
  async step(
    longJobId: string,
    size = this.settings.closingBatch,
    settled = () => this.settlement(longJobId),
  ): Promise<boolean> {
    try {
      const settlement = await settled();
      if (!settlement) return false;
      const left = await this.database.inTransaction((tx) => this.doNext(tx, longJobId, settlement, size));
      this.keep(longJobId, left);
      return left !== null;
    } catch (error) {
      this.keep(longJobId, null);
      if (error instanceof Busy) throw error;
      if (!(error instanceof Refusal)) {
        // Where even this cannot be written, what went wrong first is the one to tell.
        const note = this.database.inTransaction((tx) => this.steps.note(tx, longJobId, triedAgain));
        await note.catch(() => undefined);
        throw error;
      }
      // A "no" stays a "no" however often it is asked: a person has to act. Anything else is tried again.
      const { sentence } = error;
      await this.database.inTransaction((tx) => this.fail(tx, longJobId, sentence));
      return false;
    }
  }

  private keep(longJobId: string, left: Left | null): void {
    if (left === null || left.ids.length === 0) this.ahead.delete(longJobId);
    else this.ahead.set(longJobId, left);
  }

  private async doNext(tx: Tx, longJobId: string, settlement: Settlement, size: number): Promise<Left | null> {
    // Somebody else is at it: waiting in line would only hold connections and worker slots. Should they die, the next look goes on.
    const closing = await this.closings.closing(tx, longJobId, 'FOR UPDATE SKIP LOCKED');
    if (!closing) return null;
    // A plan made while nobody had a certificate is ruinous once thousands have one. Those made from here on serve all rows of
    // the batch: with `force_custom_plan` each trigger and foreign key would plan anew for every row.
    await tx.execute(`DISCARD PLANS`);
    const step = await this.steps.current(tx, longJobId);
    if (!step) {
      await this.finish(tx, settlement, closing);
      return null;
    }
    const { left, next } = this.work.of(step.name as ClosingStepName);
    const known = this.ahead.get(longJobId);
    const isKnown = known?.step === step.name;
    const ids = isKnown ? known.ids : await left(tx, settlement);
    if (step.startedAt === null) await this.steps.begin(tx, longJobId, step.name, ids.length);
    const done = ids.length === 0 ? 0 : await next(tx, settlement, ids.slice(0, size));
    await this.steps.advance(tx, longJobId, step.name, done, !isKnown && ids.length <= size);
    if (step.name === 'judge') await this.longJobs.progress(tx, longJobId, closing.done + done);
    return { step: step.name, ids: ids.slice(size) };
  }

  private async finish(tx: Tx, { actor }: Settlement, { classId, longJobId }: Closing): Promise<void> {
    await this.longJobs.finish(tx, longJobId);
    await this.journal.write(tx, actor, {
      action: closingActions.closing_finished,
      subject: { type: 'class', id: classId },
      classId,
      facts: { longJobId, ...(await this.results.counts(classId, everybody, tx)) },
    });
  }

  /** A closing that judged nobody leaves the class as it was; one that did is gone on with once a person has acted. */
  private async fail(tx: Tx, longJobId: string, sentence: Bilingual): Promise<void> {
    const closing = await this.closings.closing(tx, longJobId, 'FOR UPDATE');
    if (!closing) return;
    await this.steps.note(tx, longJobId, sentence);
    await this.longJobs.fail(tx, longJobId, sentence.vi);
    if (closing.done === 0) await this.classes.giveUpClosingWith(tx, closing.classId);
  }

  private async settlement(longJobId: string): Promise<Settlement | null> {
    const closing = await this.closings.closing(this.database.reader, longJobId);
    if (!closing) return null;
    const { classId, requestedAt, requestedBy } = closing;
    const plan = await this.closings.plan(classId);
    const award = await this.closings.award(plan.course.id, requestedAt);
    const asked = requestedBy === null ? null : await this.actors.ofAccount(requestedBy);
    return { closingId: longJobId, plan, award, at: requestedAt, actor: asked ?? Actor.service('completions') };
  }
}

interface Left {
  readonly step: string;
  readonly ids: readonly string[];
}

const triedAgain: Bilingual = {
  vi: 'Gặp trục trặc kỹ thuật ở bước này. Hệ thống tự thử lại trong vòng một phút; những gì đã ghi được giữ nguyên. Nếu lỗi còn sau mười phút, hãy báo quản trị hệ thống.',
  en: 'Something technical went wrong in this step. It is tried again within a minute; what was recorded stays. If this is still here after ten minutes, tell the administrator.',
};

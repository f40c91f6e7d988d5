import { Injectable } from '@nestjs/common';
import { ActorsQueries } from '../accounts/actors.queries';
import { ClassesService } from '../classes/classes.service';
import { Actor } from '../platform/access/actor';
import { Database, type Tx } from '../platform/database/database';
import { LongJobs } from '../platform/jobs/long-jobs';
import { Journal } from '../platform/journal/journal';
import { Refusal } from '../platform/problems/refusal';
import { Busy } from '../platform/problems/refusals';
import { type Closing, closingKind, ClosingsQueries } from './closings.queries';
import { everybody } from './completions.policy';
import { CompletionsQueries } from './completions.queries';
import { CompletionsService, type Settlement } from './completions.service';

/** People settled in one transaction: short enough that nobody waits long for the register. */
const usualBatch = 200;

/**
 * Works on the closings people asked for. What is still to be done is found in the database at every step, and each
 * step commits all it did, so a run may be killed anywhere, begun again, or done by two workers at once.
 */
@Injectable()
export class ClosingRunsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly longJobs: LongJobs,
    private readonly actors: ActorsQueries,
    private readonly classes: ClassesService,
    private readonly closings: ClosingsQueries,
    private readonly completions: CompletionsService,
    private readonly results: CompletionsQueries,
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
    while (await this.step(longJobId));
  }

  /**
   * Settles the next people, or closes the class when nobody is left.
   * @param size how many people
   * @returns whether anything may be left to do
   */
  async step(longJobId: string, size = usualBatch): Promise<boolean> {
    try {
      const settlement = await this.settlement(longJobId);
      if (!settlement) return false;
      return await this.database.inTransaction((tx) => this.settleNext(tx, longJobId, settlement, size));
    } catch (error) {
      // A "no" stays a "no" however often it is asked: a person has to act. Anything else is tried again.
      if (!(error instanceof Refusal) || error instanceof Busy) throw error;
      await this.database.inTransaction((tx) => this.longJobs.fail(tx, longJobId, error.sentence.vi));
      return false;
    }
  }

  private async settleNext(tx: Tx, longJobId: string, settlement: Settlement, size: number): Promise<boolean> {
    // Two workers take turns: the second finds what the first has left.
    const closing = await this.closings.closing(tx, longJobId, 'FOR UPDATE');
    if (!closing) return false;
    const settled = await this.completions.settleNext(tx, settlement, size);
    if (settled === 0) await this.close(tx, settlement, closing);
    else await this.longJobs.progress(tx, longJobId, closing.done + settled);
    return settled > 0;
  }

  private async close(tx: Tx, { actor }: Settlement, { classId, longJobId }: Closing): Promise<void> {
    await this.classes.closeWith(tx, actor, classId);
    await this.longJobs.finish(tx, longJobId);
    await this.journal.write(tx, actor, {
      action: 'classes.closing_finished',
      subject: { type: 'class', id: classId },
      classId,
      facts: { longJobId, ...(await this.results.counts(classId, everybody, tx)) },
    });
  }

  private async settlement(longJobId: string): Promise<Settlement | null> {
    const closing = await this.closings.closing(this.database.reader, longJobId);
    if (!closing) return null;
    const { classId, requestedAt, requestedBy } = closing;
    const plan = await this.closings.plan(classId);
    const award = await this.closings.award(plan.course.id, requestedAt);
    const asked = requestedBy === null ? null : await this.actors.ofAccount(requestedBy);
    return { plan, award, at: requestedAt, actor: asked ?? Actor.service('completions') };
  }
}

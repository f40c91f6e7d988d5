import { Injectable } from '@nestjs/common';
import { ClassNotInState } from '../../classes/classes.refusals';
import { ClassesService } from '../../classes/classes.service';
import { LeaverFlags } from '../../nominations/leavers/leaver-flags';
import type { Actor } from '../../platform/access/actor';
import { AboutOneself } from '../../platform/access/oneself';
import { Clock, type Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { LongJobs } from '../../platform/jobs/long-jobs';
import { Journal } from '../../platform/journal/journal';
import { DiplomasService } from '../../theory-classes/diplomas.service';
import { TheoryLevelsService } from '../../training-records/theory-levels.service';
import { TrainingRecordsService } from '../../training-records/training-records.service';
import { ClassRevocations } from '../certificates/class-revocations';
import { isUnderWay } from '../closing-progress';
import { closingKind } from '../closings.queries';
import { closingActions } from '../closings.words';
import { decidedInTheFuture } from '../completions.refusals';
import { ClosingNotFinished, ReopeningNeedsDecision } from './reopenings.refusals';
import { ReopeningsQueries } from './reopenings.queries';

export interface NewReopening {
  readonly reason: string;
  readonly decision?: string | undefined;
  readonly decidedOn?: Day | undefined;
  readonly authority?: string | undefined;
}

/** A class that was closed by mistake goes on: what the closing wrote is taken back line by line, and nothing of it is lost. */
@Injectable()
export class ReopeningsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly longJobs: LongJobs,
    private readonly classes: ClassesService,
    private readonly reopenings: ReopeningsQueries,
    private readonly leavers: LeaverFlags,
    private readonly certificates: ClassRevocations,
    private readonly diplomas: DiplomasService,
    private readonly records: TrainingRecordsService,
    private readonly theoryLevels: TheoryLevelsService,
  ) {}

  /**
   * Free while no certificate is in anybody's hands; afterwards by decision.
   * @throws NotFound | NotAllowed | AboutOneself | ClassNotInState | ClosingNotFinished | ReopeningNeedsDecision | InvalidInput
   */
  async reopen(actor: Actor, classId: string, { reason, ...by }: NewReopening): Promise<void> {
    if (by.decidedOn && by.decidedOn > this.clock.today()) throw decidedInTheFuture();
    await this.database.inTransaction(async (tx) => {
      const trainingClass = await this.classes.loadToManage(tx, actor, classId);
      const { state } = trainingClass;
      if (state !== 'closed') throw new ClassNotInState('reopened', state);
      await this.assertClosingIsOver(tx, classId);
      await this.assertNotOwn(tx, actor, classId);
      const { decision = null, decidedOn = null, authority = null } = by;
      const before = await this.reopenings.toTakeBack(classId, tx);
      const isDecided = decision !== null && decidedOn !== null && authority !== null;
      const isHalfDecided = !isDecided && (decision ?? decidedOn ?? authority) !== null;
      if (isHalfDecided || (!isDecided && before.handedOut + before.told > 0)) throw new ReopeningNeedsDecision(before);

      await this.classes.reopenWith(tx, trainingClass);
      const { id: reopeningId } = await tx.row<{ id: string }>(
        `INSERT INTO class_reopenings (class_id, reason, decision, decided_on, authority, reopened_at, reopened_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
        [classId, reason, decision, decidedOn, authority, this.clock.now(), actor.accountId],
      );
      await this.certificates.revoke(tx, actor, { classId, reopeningId }, { reason, decision });
      await this.takeBackRecords(tx, actor, classId, reason);
      await tx.execute(
        `UPDATE completions SET closing_id = NULL, told_at = NULL WHERE class_id = $1 AND closing_id IS NOT NULL`,
        [classId],
      );
      await this.leavers.ofClassThatGoesOn(tx, classId);
      await this.journal.write(tx, actor, {
        action: closingActions.reopened,
        subject: { type: 'class', id: classId },
        classId,
        reason,
        facts: { ...before, ...(isDecided ? { decision, decidedOn, authority } : {}) },
      });
    });
  }

  /** Whoever still works on the closing would go on giving; one that failed on its last step is over with this. */
  private async assertClosingIsOver(tx: Tx, classId: string): Promise<void> {
    const job = await this.longJobs.latest(closingKind, classId, tx);
    if (job && isUnderWay(job)) throw new ClosingNotFinished();
    if (job?.state === 'failed') await this.longJobs.finish(tx, job.id);
  }

  /** What is taken back is about everybody judged. @throws AboutOneself */
  private async assertNotOwn(tx: Tx, actor: Actor, classId: string): Promise<void> {
    const [own] = await tx.rows<unknown>(`SELECT FROM completions WHERE class_id = $1 AND person_id = $2 LIMIT 1`, [
      classId,
      actor.personId,
    ]);
    if (own) throw new AboutOneself();
  }

  /** Diplomas that are still to come too, and levels fall back to what is left. */
  private async takeBackRecords(tx: Tx, actor: Actor, classId: string, reason: string): Promise<void> {
    const lines = await tx.rows<{ id: string; personId: string; toCome: string | null; theoryLevel: string | null }>(
      `SELECT r.id, r.person_id, d.enrollment_id AS to_come, r.theory_level FROM completions c
       JOIN training_records_in_force r ON r.completion_id = c.id JOIN persons p ON p.id = r.person_id
       LEFT JOIN diplomas d ON d.enrollment_id = c.enrollment_id AND d.number IS NULL
       WHERE c.class_id = $1 ORDER BY p.id FOR UPDATE OF p`,
      [classId],
    );
    await this.records.withdraw(
      tx,
      actor,
      lines.map(({ id }) => id),
      reason,
    );
    for (const { toCome } of lines) if (toCome !== null) await this.diplomas.takeBack(tx, toCome);
    for (const { personId, theoryLevel } of lines)
      if (theoryLevel !== null) await this.theoryLevels.settle(tx, actor, personId);
  }
}

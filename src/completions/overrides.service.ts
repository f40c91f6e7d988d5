import { Injectable } from '@nestjs/common';
import { ClassesService } from '../classes/classes.service';
import type { TrainingClass } from '../classes/training-class.entity';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { NotFound } from '../platform/problems/refusals';
import { ClosingsQueries } from './closings.queries';
import { CompletionFactsQueries } from './completion-facts.queries';
import { assertMayOverride } from './completions.policy';
import { CompletionIsFinal, decidedInTheFuture } from './completions.refusals';
import { completionActions } from './completions.words';
import { judge } from './judge';

export interface Decision {
  /** Its number. */
  readonly decision: string;
  readonly decidedOn: Day;
  readonly reason: string;
}

interface DecidedEnrollment {
  readonly id: string;
  readonly classId: string;
  readonly personId: string;
  readonly unitId: string;
}

/** The authority decides, before a class is closed, that somebody completes although the rules say no. */
@Injectable()
export class OverridesService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly classes: ClassesService,
    private readonly closings: ClosingsQueries,
    private readonly facts: CompletionFactsQueries,
  ) {}

  /**
   * Decides, or changes number, day and reason of a decision.
   * @throws NotFound | NotAllowed | AboutOneself | ClassNotInState | ClassIsClosing | CompletionIsFinal | InvalidInput
   */
  async decide(actor: Actor, enrollmentId: string, { decision, decidedOn, reason }: Decision): Promise<void> {
    if (decidedOn > this.clock.today()) throw decidedInTheFuture();
    await this.database.inTransaction(async (tx) => {
      const { enrollment, trainingClass } = await this.openEnrollment(tx, actor, enrollmentId);
      const now = this.clock.now();
      const rules = await this.closings.rules(trainingClass, tx);
      const { completed, grade, averageMark, absentShare, reasons } = judge(
        rules,
        await this.facts.ofEnrollment(tx, enrollmentId, now),
        true,
      );
      const judged = [completed, grade, averageMark, absentShare, JSON.stringify(reasons), now];
      await tx.execute(
        `INSERT INTO completions (enrollment_id, class_id, person_id, completed, grade, average_mark, absent_share, reasons, judged_at,
           override_decision, override_decided_on, override_reason, override_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT ON CONSTRAINT completions_one_per_enrollment DO UPDATE SET override_decision = excluded.override_decision,
           override_decided_on = excluded.override_decided_on, override_reason = excluded.override_reason, override_by = excluded.override_by`,
        [
          enrollmentId,
          enrollment.classId,
          enrollment.personId,
          ...judged,
          decision,
          decidedOn,
          reason,
          actor.accountId,
        ],
      );
      await this.journal.write(tx, actor, {
        action: completionActions.overridden,
        ...subjectOf(enrollment),
        reason,
        facts: { decision, decidedOn },
      });
    });
  }

  /** Takes a decision back. @throws NotFound | NotAllowed | AboutOneself | ClassNotInState | ClassIsClosing | CompletionIsFinal */
  async withdraw(actor: Actor, enrollmentId: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { enrollment } = await this.openEnrollment(tx, actor, enrollmentId);
      // The row stays where a class that was reopened had it before.
      const withdrawn = await tx.execute(
        `UPDATE completions SET override_decision = NULL, override_decided_on = NULL, override_reason = NULL, override_by = NULL
         WHERE enrollment_id = $1 AND override_by IS NOT NULL`,
        [enrollmentId],
      );
      if (withdrawn === 0) throw new NotFound();
      await this.journal.write(tx, actor, { action: completionActions.override_withdrawn, ...subjectOf(enrollment) });
    });
  }

  /** The enrollment of a class nobody is closing; its class is held until the end of the transaction. */
  private async openEnrollment(
    tx: Tx,
    actor: Actor,
    id: string,
  ): Promise<{ enrollment: DecidedEnrollment; trainingClass: TrainingClass }> {
    const [enrollment] = await tx.rows<DecidedEnrollment>(
      `SELECT id, class_id, person_id, unit_id FROM enrollments WHERE id = $1 AND ended_at IS NULL`,
      [id],
    );
    if (!enrollment) throw new NotFound();
    const trainingClass = await this.classes.loadToManage(tx, actor, enrollment.classId);
    assertMayOverride(actor, enrollment);
    trainingClass.assertCanChange();
    if (await this.facts.isSettled(tx, id)) throw new CompletionIsFinal();
    return { enrollment, trainingClass };
  }
}

const subjectOf = ({ id, classId, personId, unitId }: DecidedEnrollment) => ({
  subject: { type: 'enrollment', id },
  classId,
  personId,
  unitId,
});

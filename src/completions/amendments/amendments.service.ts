import { Injectable } from '@nestjs/common';
import { ClassesService } from '../../classes/classes.service';
import type { Actor } from '../../platform/access/actor';
import { Clock, type Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { found } from '../../platform/problems/refusals';
import { ClosingsQueries } from '../closings.queries';
import { CompletionFactsQueries } from '../completion-facts.queries';
import { assertMayOverride } from '../completions.policy';
import { decidedInTheFuture } from '../completions.refusals';
import { completionActions } from '../completions.words';
import { judge, type Judgement } from '../judge';
import { ResultChanges } from '../result-changes';
import { amendedFacts, type FactsAmended, type FactsWanted } from './amended-facts';
import { AmendmentsQueries } from './amendments.queries';
import { ResultNotFinal } from './amendments.refusals';

export interface NewAmendment extends FactsWanted {
  /** Its number. */
  readonly decision: string;
  readonly decidedOn: Day;
  readonly authority: string;
  readonly reason: string;
}

/** What an amendment changes of the result, and of the certificates that follow it. */
export interface AmendmentOutcome {
  readonly was: Judgement;
  readonly became: Judgement;
  /** Number of the certificate that is revoked or replaced; null where none is. */
  readonly certificateEnded: string | null;
  /** Whether a certificate is issued; its number is given only as it is. */
  readonly isCertificateIssued: boolean;
}

interface Result extends Judgement {
  readonly id: string;
  readonly enrollmentId: string;
  readonly classId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly judgedAt: Date;
  readonly isDecided: boolean;
}

/**
 * What a decision changes after a class was closed: a late essay, a mark that came later, an appeal, attendance found wrong.
 * The facts the class was closed with stay as they are; what the decision says of them is written beside, and the same
 * judgement reads both.
 */
@Injectable()
export class AmendmentsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly classes: ClassesService,
    private readonly closings: ClosingsQueries,
    private readonly facts: CompletionFactsQueries,
    private readonly amendments: AmendmentsQueries,
    private readonly changes: ResultChanges,
  ) {}

  /** @returns the id of the amendment @throws NotFound | NotAllowed | AboutOneself | ResultNotFinal | InvalidInput */
  async amend(actor: Actor, completionId: string, amendment: NewAmendment): Promise<string> {
    return this.database.inTransaction(async (tx) => (await this.amendWith(tx, actor, completionId, amendment)).id);
  }

  /** What {@link amend} would do now; nothing is changed. @throws as it does */
  async tryOut(actor: Actor, completionId: string, amendment: NewAmendment): Promise<AmendmentOutcome> {
    const { was, became, certificateEnded, isCertificateIssued } = await this.database.tryOut((tx) =>
      this.amendWith(tx, actor, completionId, amendment),
    );
    return { was, became, certificateEnded, isCertificateIssued };
  }

  private async amendWith(
    tx: Tx,
    actor: Actor,
    completionId: string,
    { decision, decidedOn, authority, reason, ...wanted }: NewAmendment,
  ): Promise<AmendmentOutcome & { readonly id: string }> {
    if (decidedOn > this.clock.today()) throw decidedInTheFuture();
    const seen = await this.result(tx, completionId);
    const trainingClass = await this.classes.loadToManage(tx, actor, seen.classId);
    // Read again: somebody else may have amended it while the class was held.
    const { id, enrollmentId, classId, personId, unitId, judgedAt, isDecided, ...was } = await this.result(
      tx,
      completionId,
    );
    assertMayOverride(actor, { personId });
    if (trainingClass.state !== 'closed') throw new ResultNotFinal();

    const counted = await this.amendments.countedFacts(id, tx);
    const amended = amendedFacts(counted, wanted, this.clock.today());
    const position = await this.nextPosition(tx, enrollmentId);
    await this.writeFacts(tx, enrollmentId, position, amended);
    const completes = amended.completes ?? isDecided;
    const rules = await this.closings.rules(trainingClass, tx);
    const became = judge(rules, await this.facts.ofEnrollment(tx, enrollmentId, judgedAt), completes);
    const amendment = await tx.row<{ id: string }>(
      `INSERT INTO completion_amendments (completion_id, enrollment_id, position, decision, decided_on, authority, reason, completes,
           was, became, amended_at, amended_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
      [
        id,
        enrollmentId,
        position,
        decision,
        decidedOn,
        authority,
        reason,
        amended.completes,
        JSON.stringify(was),
        JSON.stringify(became),
        this.clock.now(),
        actor.accountId,
      ],
    );
    await this.writeResult(tx, id, became);
    if (amended.completes !== null)
      await this.writeDecision(tx, id, amended.completes ? [decision, decidedOn, reason, actor.accountId] : null);
    const awards = await this.changes.follow(tx, actor, id, { reason, decision, was });
    await this.journal.write(tx, actor, {
      action: completionActions.amended,
      subject: { type: 'enrollment', id: enrollmentId },
      classId,
      personId,
      unitId,
      reason,
      facts: {
        decision,
        decidedOn,
        authority,
        completedBefore: was.completed,
        completed: became.completed,
        gradeBefore: was.grade,
        grade: became.grade,
        ...awards,
      },
    });
    return {
      id: amendment.id,
      was,
      became,
      certificateEnded: awards.ended,
      isCertificateIssued: awards.issued !== null,
    };
  }

  private async result(tx: Tx, completionId: string): Promise<Result> {
    const [result] = await tx.rows<Result>(
      `SELECT c.id, c.enrollment_id, c.class_id, c.person_id, e.unit_id, c.judged_at, c.override_by IS NOT NULL AS is_decided,
         c.completed, c.grade, c.average_mark::float8 AS average_mark, c.absent_share::float8 AS absent_share, c.reasons
       FROM completions c JOIN enrollments e ON e.id = c.enrollment_id WHERE c.id = $1 AND c.closing_id IS NOT NULL`,
      [completionId],
    );
    return found(result ?? null);
  }

  private async nextPosition(tx: Tx, enrollmentId: string): Promise<number> {
    const row = await tx.row<{ next: number }>(
      `SELECT coalesce(max(position), 0) + 1 AS next FROM completion_amendments WHERE enrollment_id = $1`,
      [enrollmentId],
    );
    return row.next;
  }

  private async writeFacts(tx: Tx, enrollmentId: string, position: number, facts: FactsAmended): Promise<void> {
    const { attendance, marks, essay } = facts;
    await tx.execute(
      `INSERT INTO amended_attendance (enrollment_id, position, half_day_id, mark)
       SELECT $1, $2, "halfDayId", mark FROM jsonb_to_recordset($3::jsonb) AS f ("halfDayId" uuid, mark text)`,
      [enrollmentId, position, JSON.stringify(attendance)],
    );
    await tx.execute(
      `INSERT INTO amended_marks (enrollment_id, position, module_id, attempt, mark)
       SELECT $1, $2, "moduleId", attempt, mark FROM jsonb_to_recordset($3::jsonb) AS f ("moduleId" uuid, attempt smallint, mark numeric)`,
      [enrollmentId, position, JSON.stringify(marks)],
    );
    if (!essay) return;
    await tx.execute(
      `INSERT INTO amended_essays (enrollment_id, position, handed_in_on, mark, decision) VALUES ($1, $2, $3, $4, $5)`,
      [enrollmentId, position, essay.handedInOn, essay.mark, essay.decision],
    );
  }

  private async writeResult(tx: Tx, id: string, became: Judgement): Promise<void> {
    const { completed, grade, averageMark, absentShare, reasons } = became;
    await tx.execute(
      `UPDATE completions SET completed = $2, grade = $3, average_mark = $4, absent_share = $5, reasons = $6 WHERE id = $1`,
      [id, completed, grade, averageMark, absentShare, JSON.stringify(reasons)],
    );
  }

  /** @param decided number, day, reason and who entered it; null when no decision stands any more */
  private async writeDecision(tx: Tx, id: string, decided: readonly (string | null)[] | null): Promise<void> {
    await tx.execute(
      `UPDATE completions SET override_decision = $2, override_decided_on = $3, override_reason = $4, override_by = $5 WHERE id = $1`,
      [id, ...(decided ?? [null, null, null, null])],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database';
import type { ClosingStep, Settlement } from './closing-steps';
import { CompletionFactsQueries } from './completion-facts.queries';
import { judge } from './judge';

/** The judgement of a class that is being closed, written once for each person. */
@Injectable()
export class CompletionsService {
  constructor(private readonly facts: CompletionFactsQueries) {}

  readonly judging: ClosingStep = {
    left: (tx, { plan }) => this.facts.unsettled(tx, plan.trainingClass.id),
    next: (tx, settlement, ids) => this.judge(tx, settlement, ids),
  };

  /** One completion each; a decision of the authority stays and gets the facts of the closing. */
  private async judge(tx: Tx, { closingId, plan, at }: Settlement, ids: readonly string[]): Promise<number> {
    const people = await this.facts.ofUnsettled(tx, ids, at);
    const rows = people.map(({ enrollmentId, personId, facts, override }) => ({
      enrollmentId,
      personId,
      ...judge(plan.rules, facts, override !== null),
    }));
    await tx.execute(
      `INSERT INTO completions (enrollment_id, class_id, person_id, completed, grade, average_mark, absent_share, reasons, judged_at, closing_id)
       SELECT "enrollmentId", $2, "personId", completed, grade, "averageMark", "absentShare", reasons, $3, $4
       FROM jsonb_to_recordset($1::jsonb) AS r ("enrollmentId" uuid, "personId" uuid, completed boolean, grade text,
         "averageMark" numeric, "absentShare" numeric, reasons jsonb)
       ON CONFLICT ON CONSTRAINT completions_one_per_enrollment DO UPDATE SET completed = excluded.completed, grade = excluded.grade, average_mark = excluded.average_mark,
         absent_share = excluded.absent_share, reasons = excluded.reasons, judged_at = excluded.judged_at, closing_id = excluded.closing_id
         WHERE completions.closing_id IS NULL`,
      [JSON.stringify(rows), plan.trainingClass.id, at, closingId],
    );
    return people.length;
  }
}

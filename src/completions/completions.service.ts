import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import type { Tx } from '../platform/database/database';
import type { AwardGiven } from './award';
import { AwardsService } from './awards.service';
import type { ClosingPlan } from './closings.queries';
import { CompletionFactsQueries, type PersonFacts } from './completion-facts.queries';
import { judge, type Judgement } from './judge';

/** One class being closed: by whose word, as of which moment, and what it gives. */
export interface Settlement {
  readonly actor: Actor;
  readonly at: Date;
  readonly plan: ClosingPlan;
  readonly award: AwardGiven;
}

/** Somebody who completed, as just recorded. */
export interface Graduate extends PersonFacts {
  readonly completionId: string;
  readonly grade: Judgement['grade'];
}

@Injectable()
export class CompletionsService {
  constructor(
    private readonly facts: CompletionFactsQueries,
    private readonly awards: AwardsService,
  ) {}

  /** Judges the next people of a class and gives those who completed what they earned. Returns how many were settled. */
  async settleNext(tx: Tx, settlement: Settlement, size: number): Promise<number> {
    const people = await this.facts.nextUnsettled(tx, settlement.plan.trainingClass.id, settlement.at, size);
    const graduates = await this.record(tx, settlement, people);
    await this.awards.give(tx, settlement, graduates);
    return people.length;
  }

  /** One completion each; a decision of the authority stays and gets the facts of the closing. */
  private async record(tx: Tx, { plan, at }: Settlement, people: readonly PersonFacts[]): Promise<Graduate[]> {
    const judged = people.map((person) => ({
      person,
      judgement: judge(plan.rules, person.facts, person.override !== null),
    }));
    const rows = judged.map(({ person: { enrollmentId, personId }, judgement }) => ({
      enrollmentId,
      personId,
      ...judgement,
    }));
    const written: { id: string; enrollmentId: string }[] = await tx.query(
      `INSERT INTO completions (enrollment_id, class_id, person_id, completed, grade, average_mark, absent_share, reasons, judged_at)
       SELECT "enrollmentId", $2, "personId", completed, grade, "averageMark", "absentShare", reasons, $3
       FROM jsonb_to_recordset($1::jsonb) AS r ("enrollmentId" uuid, "personId" uuid, completed boolean, grade text,
         "averageMark" numeric, "absentShare" numeric, reasons jsonb)
       ON CONFLICT ON CONSTRAINT completions_one_per_enrollment DO UPDATE SET grade = excluded.grade, average_mark = excluded.average_mark,
         absent_share = excluded.absent_share, reasons = excluded.reasons, judged_at = excluded.judged_at
         WHERE completions.override_by IS NOT NULL
       RETURNING id, enrollment_id AS "enrollmentId"`,
      [JSON.stringify(rows), plan.trainingClass.id, at],
    );
    const ids = new Map(written.map(({ id, enrollmentId }) => [enrollmentId, id]));
    return judged.flatMap(({ person, judgement }) => {
      const completionId = ids.get(person.enrollmentId);
      return completionId && judgement.completed ? [{ ...person, completionId, grade: judgement.grade }] : [];
    });
  }
}

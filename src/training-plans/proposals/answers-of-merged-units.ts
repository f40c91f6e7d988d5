import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { planActions } from '../training-plans.words';

/** What units that become part of another said of the plans of this year and later ones. */
@Injectable()
export class AnswersOfMergedUnits {
  constructor(
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Lines that were for them are for the one they become part of, and stay confirmed: the circle is the same. Their numbers are
   * added to its own, their open proposals are its; that nothing is needed it says itself, and not against what they need.
   */
  async carryWith(tx: Tx, actor: Actor, unitIds: readonly string[], intoId: string, reason: string): Promise<void> {
    const year = Number(this.clock.today().slice(0, 4));
    const addressed = await tx.execute(
      `WITH gone AS (DELETE FROM training_plan_addressees WHERE unit_id = ANY ($1::uuid[]) RETURNING line_id)
       INSERT INTO training_plan_addressees (line_id, unit_id) SELECT DISTINCT line_id, $2::uuid FROM gone ON CONFLICT DO NOTHING`,
      [unitIds, intoId],
    );
    const needs = await tx.execute(
      `WITH gone AS (DELETE FROM training_plan_needs n USING training_plan_lines l
         WHERE l.id = n.line_id AND l.year >= $3 AND n.unit_id = ANY ($1::uuid[]) RETURNING n.*)
       INSERT INTO training_plan_needs (line_id, unit_id, people, said_at, said_by)
       SELECT line_id, $2::uuid, sum(people), max(said_at), $4::uuid FROM gone GROUP BY line_id
       ON CONFLICT (line_id, unit_id) DO UPDATE SET people = training_plan_needs.people + excluded.people`,
      [unitIds, intoId, year, actor.accountId],
    );
    // Of two for one course and quarter one stays in the old name, and is reached there.
    const proposals = await tx.execute(
      `UPDATE training_plan_proposals SET unit_id = $2, version = version + 1 WHERE id IN (
         SELECT DISTINCT ON (p.year, p.course_id, p.quarter) p.id FROM training_plan_proposals p
         WHERE p.unit_id = ANY ($1::uuid[]) AND p.year >= $3 AND p.state = 'proposed' AND NOT EXISTS (
           SELECT FROM training_plan_proposals o WHERE o.unit_id = $2 AND o.year = p.year AND o.course_id = p.course_id
             AND o.quarter = p.quarter AND o.state = 'proposed')
         ORDER BY p.year, p.course_id, p.quarter, p.proposed_at, p.id)`,
      [unitIds, intoId, year],
    );
    await tx.execute(
      `DELETE FROM training_plan_no_needs a WHERE a.year >= $3 AND (a.unit_id = ANY ($1::uuid[]) OR a.unit_id = $2 AND (
         EXISTS (SELECT FROM training_plan_proposals p WHERE p.year = a.year AND p.state = 'proposed' AND p.unit_id = $2)
         OR EXISTS (SELECT FROM training_plan_needs n JOIN training_plan_lines l ON l.id = n.line_id
                    WHERE l.year = a.year AND n.unit_id = $2 AND n.people > 0)))`,
      [unitIds, intoId, year],
    );
    if (addressed + needs + proposals === 0) return;
    await this.journal.write(tx, actor, {
      action: planActions.answers_carried,
      subject: { type: 'unit', id: intoId },
      unitId: intoId,
      reason,
      facts: { from: unitIds, lines: addressed, needs, proposals },
    });
  }
}

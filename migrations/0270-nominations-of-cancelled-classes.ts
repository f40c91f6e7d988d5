import type { MigrationInterface, QueryRunner } from 'typeorm';

const constraints = (states: string, withoutLetter: string) => `
  ALTER TABLE nominations
    DROP CONSTRAINT nominations_state, ADD CONSTRAINT nominations_state CHECK (state IN
      ('draft', 'submitted', 'endorsed', 'accepted', 'returned', 'rejected', 'withdrawn', 'substituted', 'transferred', 'deferred'${states})),
    DROP CONSTRAINT nominations_submitted_with_letter, ADD CONSTRAINT nominations_submitted_with_letter CHECK (state IN ('draft', 'withdrawn')
      OR letter_number IS NOT NULL OR (state IN ('transferred'${withoutLetter}) AND submitted_at IS NULL))`;

export class NominationsOfCancelledClasses1764547200270 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Whose class does not take place gave nothing up; what the cancellation ended is told by the last line of the journal.
    await runner.query(`
      ${constraints(`, 'class_cancelled'`, `, 'class_cancelled'`)};
      UPDATE nominations n SET state = 'class_cancelled' FROM classes c
        WHERE c.id = n.class_id AND c.state = 'cancelled' AND n.state = 'withdrawn'
          AND (SELECT j.facts -> 'classCancelled' = 'true' FROM journal_lines j
            WHERE j.subject_type = 'nomination' AND j.subject_id = n.id AND j.action = 'nominations.withdrawn' ORDER BY j.id DESC LIMIT 1);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE nominations SET state = 'withdrawn' WHERE state = 'class_cancelled';
      ${constraints('', '')};
    `);
  }
}

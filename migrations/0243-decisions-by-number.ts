import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions without a row of their own are found by person, number and day. */
export class DecisionsByNumber1764547200243 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX exam_permissions_by_decision ON exam_permissions (paper_id(enrollment_id, decision_number, decided_on));
      CREATE INDEX completions_by_decision ON completions (paper_id(enrollment_id, override_decision, override_decided_on))
        WHERE override_decision IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX exam_permissions_by_decision; DROP INDEX completions_by_decision');
  }
}

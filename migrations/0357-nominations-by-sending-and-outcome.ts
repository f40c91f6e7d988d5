import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NominationsBySendingAndOutcome1764547200357 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The newest of all classes first.
      CREATE INDEX nominations_by_sending ON nominations (coalesce(submitted_at, created_at), id);
      -- What became of few; a submission does not pass through these states.
      CREATE INDEX nominations_of_rare_states ON nominations (state)
        WHERE state IN ('draft', 'returned', 'rejected', 'withdrawn', 'substituted', 'transferred', 'deferred', 'class_cancelled');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX nominations_of_rare_states; DROP INDEX nominations_by_sending');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecurringLooks1764547200063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When each recurring look was last asked for and last done, by the clock of the database alone.
      CREATE TABLE recurring_looks (
        look text PRIMARY KEY,
        known_since timestamptz NOT NULL DEFAULT now(),
        asked_at timestamptz,
        queue_id text,
        done_at timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE recurring_looks`);
  }
}

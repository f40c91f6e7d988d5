import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LooksBehind1764547200316 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How long the last took, and since when each has ended with more to do or taken longer than until its next.
      ALTER TABLE recurring_looks ADD COLUMN took_seconds real, ADD COLUMN behind_since timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE recurring_looks DROP COLUMN took_seconds, DROP COLUMN behind_since`);
  }
}

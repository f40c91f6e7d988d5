import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlacesOfLooks1764547200370 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where a look that goes through much in parts goes on; null where it begins anew.
      ALTER TABLE recurring_looks ADD COLUMN place text;
      -- Who owes an essay by a day of their own is found by that day, not among all who learn.
      CREATE INDEX essays_due_again ON essays (due_again_at) WHERE due_again_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX essays_due_again;
      ALTER TABLE recurring_looks DROP COLUMN place;
    `);
  }
}

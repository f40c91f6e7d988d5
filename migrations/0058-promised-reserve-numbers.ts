import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PromisedReserveNumbers1764547200058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The number among the unit's reserves a dry run promised; null for other verdicts, and for dry runs from before.
      ALTER TABLE list_import_rows ADD reserve_number integer
        CONSTRAINT list_import_rows_reserve_number CHECK (reserve_number IS NULL OR (reserve_number > 0 AND verdict = 'reserve'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE list_import_rows DROP COLUMN reserve_number`);
  }
}

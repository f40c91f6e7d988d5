import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UnitsMergedInto1764547200329 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What became part of the unit of each candidate.
      CREATE INDEX units_by_merged_into ON units (merged_into_id) WHERE merged_into_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX units_by_merged_into');
  }
}

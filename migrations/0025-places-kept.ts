import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlacesKept1764547200025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Since when this place is held, through corrections and substitutions: the pool's order.
      ALTER TABLE nominations ADD COLUMN placed_at timestamptz;
      UPDATE nominations SET placed_at = submitted_at;

      -- The same file may be sent again once somebody of it was withdrawn; who is nominated is not nominated twice anyway.
      DROP INDEX list_imports_applied_once;

      -- "None this time" is the unit's answer until it nominates after all.
      CREATE VIEW standing_unit_answers AS
        SELECT a.* FROM unit_answers a WHERE NOT EXISTS
          (SELECT 1 FROM nominations n WHERE n.class_id = a.class_id AND n.unit_id = a.unit_id AND n.ended_at IS NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW standing_unit_answers;
      CREATE UNIQUE INDEX list_imports_applied_once ON list_imports (class_id, unit_id, sha256) WHERE state = 'applied';
      ALTER TABLE nominations DROP COLUMN placed_at;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UnitsBelowLookedUp1764547200369 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // PostgreSQL takes ten rows for each step and went through all units for them; a secretary has one unit, with none below.
    await runner.query(
      unitsBelow(`CROSS JOIN LATERAL (
            SELECT unit_id FROM unit_parents WHERE parent_id = b.id AND valid @> on_day OFFSET 0) p`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(unitsBelow('JOIN unit_parents p ON p.parent_id = b.id WHERE p.valid @> on_day'));
  }
}

const unitsBelow = (next: string) => `
  CREATE OR REPLACE FUNCTION units_below(root uuid, on_day date) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    WITH RECURSIVE below (id) AS (
      SELECT root
      UNION
      SELECT p.unit_id FROM below b ${next}
    )
    SELECT id FROM below
  $$`;

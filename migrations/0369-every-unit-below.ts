import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EveryUnitBelow1764547200369 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // As units_below, of every unit at once: whoever asks for many would go through all units for each of them.
    await runner.query(`
      CREATE FUNCTION every_unit_below(on_day date) RETURNS TABLE (root uuid, id uuid) LANGUAGE sql STABLE AS $$
        WITH RECURSIVE below (root, id) AS (
          SELECT u.id, u.id FROM units u
          UNION
          SELECT b.root, p.unit_id FROM unit_parents p JOIN below b ON p.parent_id = b.id WHERE p.valid @> on_day
        )
        SELECT root, id FROM below
      $$
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION every_unit_below(date)');
  }
}

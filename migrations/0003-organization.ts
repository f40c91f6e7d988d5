import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Organization1764547200003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE units (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        code text NOT NULL CONSTRAINT units_one_code UNIQUE,
        kind text NOT NULL CONSTRAINT units_kind CHECK (kind IN ('bloc', 'group', 'base')),
        address text
      );
      CREATE TABLE unit_names (
        unit_id uuid NOT NULL CONSTRAINT unit_names_unit REFERENCES units,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        valid daterange NOT NULL,
        CONSTRAINT unit_names_one_a_day EXCLUDE USING gist (unit_id WITH =, valid WITH &&)
      );
      CREATE TABLE unit_parents (
        unit_id uuid NOT NULL CONSTRAINT unit_parents_unit REFERENCES units,
        parent_id uuid NOT NULL CONSTRAINT unit_parents_parent REFERENCES units,
        valid daterange NOT NULL,
        CONSTRAINT unit_parents_not_itself CHECK (unit_id <> parent_id),
        CONSTRAINT unit_parents_one_a_day EXCLUDE USING gist (unit_id WITH =, valid WITH &&)
      );
      -- The unit itself and every unit below it on a day.
      CREATE FUNCTION units_below(root uuid, on_day date) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
        WITH RECURSIVE below (id) AS (
          SELECT root
          UNION
          SELECT p.unit_id FROM unit_parents p JOIN below b ON p.parent_id = b.id WHERE p.valid @> on_day
        )
        SELECT id FROM below
      $$;
      -- The name a unit bore on a day.
      CREATE FUNCTION unit_name_on(unit uuid, on_day date) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT name_vi FROM unit_names WHERE unit_id = unit AND valid @> on_day
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION unit_name_on(uuid, date);
      DROP FUNCTION units_below(uuid, date);
      DROP TABLE unit_parents;
      DROP TABLE unit_names;
      DROP TABLE units;
    `);
  }
}

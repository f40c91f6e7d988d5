import type { MigrationInterface, QueryRunner } from 'typeorm';

const asBefore = `
  CREATE VIEW frozen_rolls AS
    SELECT class_id, unit_id, person_id, full_name, sort_name, position, standing, exempt_ground, exempt_decided_by, false AS corrected
    FROM roll_entries r
    WHERE NOT EXISTS (SELECT FROM roll_corrections k WHERE k.class_id = r.class_id AND k.unit_id = r.unit_id AND k.person_id = r.person_id)
    UNION ALL
    SELECT class_id, unit_id, person_id, full_name, sort_name, position, standing, exempt_ground,
      CASE WHEN exempt_ground IS NOT NULL THEN decision END, true
    FROM roll_corrections k
    WHERE listed AND NOT EXISTS (
      SELECT FROM roll_corrections l WHERE l.class_id = k.class_id AND l.unit_id = k.unit_id AND l.person_id = k.person_id AND l.id > k.id)`;

export class CallsOfMergedUnits1764547200236 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The unit it became part of while the study was open: call and frozen roll are that one's since.
      ALTER TABLE obliged_units ADD COLUMN went_to_unit_id uuid CONSTRAINT obliged_units_went_to REFERENCES units,
        ADD CONSTRAINT obliged_units_went_elsewhere CHECK (went_to_unit_id <> unit_id),
        ADD CONSTRAINT obliged_units_went_with_a_roll CHECK (went_to_unit_id IS NULL OR roll_taken_on IS NOT NULL);
      DROP VIEW frozen_rolls;
      -- What was written of rolls, under the unit whose roll it is by now. The entry as the roll was frozen has the number 0.
      CREATE VIEW roll_lines AS
        SELECT r.class_id, coalesce(o.went_to_unit_id, r.unit_id) AS unit_id, r.person_id, r.full_name, r.sort_name, r.position,
          r.standing, r.exempt_ground, r.exempt_decided_by, true AS listed, 0::bigint AS id
        FROM roll_entries r JOIN obliged_units o ON o.class_id = r.class_id AND o.unit_id = r.unit_id
        UNION ALL
        SELECT k.class_id, coalesce(o.went_to_unit_id, k.unit_id), k.person_id, k.full_name, k.sort_name, k.position,
          k.standing, k.exempt_ground, CASE WHEN k.exempt_ground IS NOT NULL THEN k.decision END, k.listed, k.id
        FROM roll_corrections k JOIN obliged_units o ON o.class_id = k.class_id AND o.unit_id = k.unit_id;
      -- The frozen rolls as corrected: the last line about a person counts.
      CREATE VIEW frozen_rolls AS
        SELECT class_id, unit_id, person_id, full_name, sort_name, position, standing, exempt_ground, exempt_decided_by, id > 0 AS corrected
        FROM roll_lines l
        WHERE listed AND NOT EXISTS (
          SELECT FROM roll_corrections k JOIN obliged_units o ON o.class_id = k.class_id AND o.unit_id = k.unit_id
          WHERE k.class_id = l.class_id AND k.person_id = l.person_id AND coalesce(o.went_to_unit_id, k.unit_id) = l.unit_id AND k.id > l.id);
      CREATE INDEX roll_corrections_in_class ON roll_corrections (class_id, person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX roll_corrections_in_class;
      DROP VIEW frozen_rolls;
      DROP VIEW roll_lines;
      ALTER TABLE obliged_units DROP COLUMN went_to_unit_id;
      ${asBefore};
    `);
  }
}

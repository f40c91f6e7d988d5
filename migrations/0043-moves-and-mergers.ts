import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MovesAndMergers1764547200043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where somebody belonged before, with what they were there; the roster has only where they belong now.
      CREATE TABLE former_memberships (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL CONSTRAINT former_memberships_person REFERENCES persons,
        unit_id uuid NOT NULL CONSTRAINT former_memberships_unit REFERENCES units,
        position text,
        party_position text,
        cell text,
        left_on date NOT NULL,
        reason text NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid
      );
      CREATE INDEX former_memberships_by_person ON former_memberships (person_id, left_on DESC);
      -- A merged unit keeps its name, its participation and what was nominated in its name.
      ALTER TABLE units
        ADD COLUMN merged_into_id uuid CONSTRAINT units_merged_into REFERENCES units,
        ADD COLUMN merged_on date,
        ADD CONSTRAINT units_merged_whole CHECK (num_nonnulls(merged_into_id, merged_on) IN (0, 2)),
        ADD CONSTRAINT units_not_into_itself CHECK (merged_into_id <> id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE units DROP COLUMN merged_on, DROP COLUMN merged_into_id;
      DROP TABLE former_memberships;
    `);
  }
}

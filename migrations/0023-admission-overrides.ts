import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AdmissionOverrides1764547200023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The competent authority lets one person into one class although a rule of the course says no.
      CREATE TABLE admission_overrides (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT admission_overrides_class REFERENCES classes,
        person_id uuid NOT NULL CONSTRAINT admission_overrides_person REFERENCES persons,
        rule text NOT NULL,
        decision_number text NOT NULL,
        decision_date date NOT NULL,
        authority text NOT NULL,
        reason text NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid,
        revoked_at timestamptz,
        revoked_by uuid,
        revoked_reason text,
        CONSTRAINT admission_overrides_revoked_with_reason CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL))
      );
      CREATE UNIQUE INDEX admission_overrides_once ON admission_overrides (class_id, person_id, rule) WHERE revoked_at IS NULL;
      CREATE INDEX admission_overrides_by_person ON admission_overrides (person_id);

      ALTER TABLE nominations
        ADD COLUMN warnings_acknowledged_at timestamptz,
        ADD COLUMN warnings_acknowledged_by uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE nominations
        DROP COLUMN warnings_acknowledged_at,
        DROP COLUMN warnings_acknowledged_by;
      DROP TABLE admission_overrides;
    `);
  }
}

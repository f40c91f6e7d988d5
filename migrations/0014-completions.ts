import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Completions1764547200014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE completions (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        enrollment_id uuid NOT NULL CONSTRAINT completions_enrollment REFERENCES enrollments CONSTRAINT completions_one_per_enrollment UNIQUE,
        class_id uuid NOT NULL CONSTRAINT completions_class REFERENCES classes,
        person_id uuid NOT NULL CONSTRAINT completions_person REFERENCES persons,
        completed boolean NOT NULL,
        grade text CONSTRAINT completions_grade CHECK (grade IN ('excellent', 'very_good', 'good', 'fairly_good', 'average')),
        average_mark numeric(4, 2),
        absent_share numeric(5, 4) NOT NULL,
        reasons jsonb NOT NULL,
        judged_at timestamptz NOT NULL,
        override_decision text,
        override_reason text,
        override_by uuid,
        CONSTRAINT completions_override_whole CHECK (num_nonnulls(override_decision, override_reason, override_by) IN (0, 3))
      );
      CREATE INDEX completions_by_class ON completions (class_id);
      CREATE TABLE certificate_registers (
        series text NOT NULL,
        year integer NOT NULL,
        last_sequence integer NOT NULL DEFAULT 0,
        PRIMARY KEY (series, year)
      );
      CREATE TABLE certificates (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        series text NOT NULL,
        year integer NOT NULL,
        sequence integer NOT NULL CONSTRAINT certificates_sequence CHECK (sequence > 0),
        number text NOT NULL CONSTRAINT certificates_one_number UNIQUE,
        completion_id uuid NOT NULL CONSTRAINT certificates_completion REFERENCES completions,
        person_id uuid NOT NULL CONSTRAINT certificates_person REFERENCES persons,
        holder_name text NOT NULL,
        issued_on date NOT NULL,
        valid_until date,
        verification_code text NOT NULL CONSTRAINT certificates_one_code UNIQUE,
        state text NOT NULL CONSTRAINT certificates_state CHECK (state IN ('issued', 'replaced', 'revoked')),
        state_reason text,
        CONSTRAINT certificates_register FOREIGN KEY (series, year) REFERENCES certificate_registers,
        CONSTRAINT certificates_one_sequence UNIQUE (series, year, sequence)
      );
      CREATE UNIQUE INDEX certificates_one_in_force ON certificates (completion_id) WHERE state = 'issued';
      CREATE INDEX certificates_by_person ON certificates (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE certificates;
      DROP TABLE certificate_registers;
      DROP TABLE completions;
    `);
  }
}

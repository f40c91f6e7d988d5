import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TheoryClasses1764547200012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE modules (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT modules_class REFERENCES classes,
        number integer NOT NULL CONSTRAINT modules_number CHECK (number > 0),
        name text NOT NULL,
        kind text NOT NULL CONSTRAINT modules_kind CHECK (kind IN ('module', 'field_report', 'graduation_paper')),
        weight integer NOT NULL CONSTRAINT modules_weight CHECK (weight > 0),
        CONSTRAINT modules_one_number UNIQUE (class_id, number)
      );
      CREATE TABLE module_marks (
        module_id uuid NOT NULL CONSTRAINT module_marks_module REFERENCES modules,
        enrollment_id uuid NOT NULL CONSTRAINT module_marks_enrollment REFERENCES enrollments,
        attempt smallint NOT NULL CONSTRAINT module_marks_attempt CHECK (attempt IN (1, 2)),
        mark numeric(4, 2) NOT NULL CONSTRAINT module_marks_mark CHECK (mark BETWEEN 0 AND 10),
        entered_at timestamptz NOT NULL,
        entered_by uuid,
        PRIMARY KEY (enrollment_id, module_id, attempt)
      );
      CREATE TABLE diplomas (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        enrollment_id uuid NOT NULL CONSTRAINT diplomas_enrollment REFERENCES enrollments CONSTRAINT diplomas_one_per_enrollment UNIQUE,
        school text NOT NULL,
        number text,
        issued_on date,
        recorded_at timestamptz,
        recorded_by uuid,
        -- Judged after a whole statement, so that two numbers written the wrong way round can change places.
        CONSTRAINT diplomas_one_number UNIQUE (school, number) DEFERRABLE INITIALLY IMMEDIATE,
        CONSTRAINT diplomas_number_with_day CHECK (num_nonnulls(number, issued_on) IN (0, 2))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE diplomas;
      DROP TABLE module_marks;
      DROP TABLE modules;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Courses1764547200005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE courses (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        code text NOT NULL CONSTRAINT courses_one_code UNIQUE,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        kind text NOT NULL CONSTRAINT courses_kind CHECK (kind IN ('short', 'theory', 'study_session')),
        raises_to text CONSTRAINT courses_raises_to CHECK (raises_to IN ('elementary', 'intermediate', 'advanced')),
        approval_steps text[] NOT NULL CONSTRAINT courses_approval_steps
          CHECK (approval_steps IN ('{bloc}'::text[], '{group,bloc}'::text[])),
        award text NOT NULL CONSTRAINT courses_award CHECK (award IN ('certificate', 'diploma', 'none')),
        usual_half_days integer NOT NULL CONSTRAINT courses_usual_half_days CHECK (usual_half_days > 0),
        position smallint NOT NULL
      );
      CREATE TABLE course_rules (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        course_id uuid NOT NULL CONSTRAINT course_rules_course REFERENCES courses,
        purpose text NOT NULL CONSTRAINT course_rules_purpose CHECK (purpose IN ('admission', 'completion', 'award')),
        rule text NOT NULL,
        parameters jsonb NOT NULL,
        severity text NOT NULL CONSTRAINT course_rules_severity CHECK (severity IN ('warn', 'block')),
        valid daterange NOT NULL,
        citation_vi text NOT NULL,
        citation_en text NOT NULL,
        verified boolean NOT NULL,
        CONSTRAINT course_rules_one_a_day EXCLUDE USING gist (course_id WITH =, purpose WITH =, rule WITH =, valid WITH &&)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE course_rules;
      DROP TABLE courses;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TrainingPlans1764547200028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE training_plan_lines (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        year integer NOT NULL CONSTRAINT training_plan_lines_year CHECK (year BETWEEN 2000 AND 2100),
        quarter integer NOT NULL CONSTRAINT training_plan_lines_quarter CHECK (quarter BETWEEN 1 AND 4),
        course_id uuid NOT NULL CONSTRAINT training_plan_lines_course REFERENCES courses,
        planned_classes integer NOT NULL CONSTRAINT training_plan_lines_classes CHECK (planned_classes >= 0),
        target_people integer NOT NULL CONSTRAINT training_plan_lines_people CHECK (target_people >= 0),
        note text,
        version integer NOT NULL,
        CONSTRAINT training_plan_lines_once UNIQUE (year, quarter, course_id)
      );
      ALTER TABLE classes ADD COLUMN plan_line_id uuid CONSTRAINT classes_plan_line REFERENCES training_plan_lines;
      CREATE INDEX classes_by_plan_line ON classes (plan_line_id) WHERE plan_line_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE classes DROP COLUMN plan_line_id;
      DROP TABLE training_plan_lines;
    `);
  }
}

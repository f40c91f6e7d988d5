import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TrainingRecords1764547200015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE training_records (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL CONSTRAINT training_records_person REFERENCES persons,
        course_id uuid NOT NULL CONSTRAINT training_records_course REFERENCES courses,
        completion_id uuid CONSTRAINT training_records_completion REFERENCES completions,
        holder_name text NOT NULL,
        course_name text NOT NULL,
        class_name text NOT NULL,
        unit_name text NOT NULL,
        position text,
        started_on date NOT NULL,
        ended_on date NOT NULL,
        grade text,
        award_number text,
        theory_level text,
        valid_until date,
        recorded_at timestamptz NOT NULL,
        supersedes_id uuid CONSTRAINT training_records_supersedes REFERENCES training_records CONSTRAINT training_records_superseded_once UNIQUE
      );
      -- A line is never changed: a correction is a new line of the same completion that supersedes the one before.
      CREATE UNIQUE INDEX training_records_one_per_completion ON training_records (completion_id) WHERE supersedes_id IS NULL;
      CREATE INDEX training_records_by_person ON training_records (person_id, ended_on DESC);
      CREATE TRIGGER training_records_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON training_records EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE training_records;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ParallelClasses1764547200225 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The class whose timetable leads this one's: what changes there is offered to change here as well.
      ALTER TABLE classes ADD COLUMN parallel_to_id uuid CONSTRAINT classes_parallel_to REFERENCES classes
        CONSTRAINT classes_parallel_to_another CHECK (parallel_to_id <> id);
      CREATE INDEX classes_by_parallel_to ON classes (parallel_to_id) WHERE parallel_to_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE classes DROP COLUMN parallel_to_id');
  }
}

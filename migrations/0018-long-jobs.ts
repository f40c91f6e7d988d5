import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LongJobs1764547200018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Work a person waits for: what it is about, how far it is. The queue may be wiped; this row is what is due.
      CREATE TABLE long_jobs (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        unit_id uuid,
        class_id uuid,
        state text NOT NULL CONSTRAINT long_jobs_state CHECK (state IN ('queued', 'running', 'done', 'failed')),
        done integer NOT NULL DEFAULT 0,
        total integer NOT NULL DEFAULT 0,
        error text,
        requested_at timestamptz NOT NULL,
        requested_by uuid,
        finished_at timestamptz,
        CONSTRAINT long_jobs_not_beyond_total CHECK (done <= total)
      );
      CREATE UNIQUE INDEX long_jobs_one_unfinished ON long_jobs (kind, subject_id) WHERE state IN ('queued', 'running');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE long_jobs;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Scans1764547200242 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Pictures of a paper that is named elsewhere by number and day; which table has it, its kind says.
      CREATE TABLE scans (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CONSTRAINT scans_kind CHECK (kind IN ('unit_letter', 'group_letter', 'opening_decision', 'admission_override',
          'deferral', 'exam_permission', 'completion_decision', 'completion_amendment', 'class_reopening')),
        paper_id uuid NOT NULL,
        file_name text NOT NULL,
        type text NOT NULL CONSTRAINT scans_type CHECK (type IN ('pdf', 'jpeg', 'png')),
        pages integer NOT NULL CONSTRAINT scans_pages CHECK (pages > 0),
        bytes integer NOT NULL CONSTRAINT scans_bytes CHECK (bytes > 0),
        sha256 text NOT NULL,
        content bytea NOT NULL,
        kept_at timestamptz NOT NULL,
        kept_by uuid,
        -- The first time somebody else opened it: from then on it is part of what was decided by, and stays.
        read_at timestamptz,
        superseded_at timestamptz,
        superseded_by uuid,
        superseded_because text,
        CONSTRAINT scans_superseded_whole CHECK (num_nonnulls(superseded_at, superseded_because) IN (0, 2))
      );
      -- What is packed already is not packed again.
      ALTER TABLE scans ALTER COLUMN content SET STORAGE EXTERNAL;
      CREATE UNIQUE INDEX scans_once ON scans (paper_id, kind, sha256) WHERE superseded_at IS NULL;
      CREATE INDEX scans_of_paper ON scans (paper_id, kept_at);
      CREATE VIEW scanned_papers AS SELECT kind, paper_id, count(*)::int AS scans FROM scans WHERE superseded_at IS NULL GROUP BY kind, paper_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW scanned_papers; DROP TABLE scans');
  }
}

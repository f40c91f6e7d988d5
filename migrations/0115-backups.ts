import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Backups1764547200115 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A backup is good once it was restored and examined. Whoever makes one says every few seconds that it goes on.
      CREATE TABLE backups (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        state text NOT NULL CONSTRAINT backups_state CHECK (state IN ('requested', 'making', 'examined', 'failed')),
        requested_at timestamptz NOT NULL,
        requested_by uuid,
        folder text NOT NULL,
        file text,
        taken_at timestamptz,
        sealed boolean NOT NULL DEFAULT false,
        phase text CONSTRAINT backups_phase CHECK (phase IN ('copying', 'restoring', 'examining')),
        done bigint NOT NULL DEFAULT 0,
        total bigint NOT NULL DEFAULT 0,
        goes_on_at timestamptz,
        ended_at timestamptz,
        bytes bigint,
        sha256 text,
        rows jsonb,
        failure jsonb,
        removed_at timestamptz,
        CONSTRAINT backups_examined_in_full CHECK (state <> 'examined' OR num_nonnulls(file, taken_at, ended_at, bytes, sha256, rows) = 6),
        CONSTRAINT backups_failed_with_reason CHECK ((state = 'failed') = (failure IS NOT NULL))
      );
      CREATE UNIQUE INDEX backups_one_under_way ON backups ((true)) WHERE state IN ('requested', 'making');
      CREATE INDEX backups_newest_first ON backups (requested_at DESC, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE backups`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ExaminationsKept1764547200318 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the last look at each invariant found, and when: in everything, and in what changed since.
      CREATE TABLE examined_invariants (
        invariant text PRIMARY KEY,
        broken integer NOT NULL,
        -- The first of them.
        ids text[] NOT NULL,
        whole_at timestamptz,
        whole_seconds real,
        changes_at timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE examined_invariants`);
  }
}

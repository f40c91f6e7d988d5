import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OutcomesOfFormsKept1764547200390 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What became of each part of a form, for the page its sender is led to; a day later nobody asks any more.
      CREATE TABLE form_outcomes (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL CONSTRAINT form_outcomes_account REFERENCES accounts ON DELETE CASCADE,
        kind text NOT NULL,
        outcome jsonb NOT NULL,
        kept_at timestamptz NOT NULL
      );
      CREATE INDEX form_outcomes_by_account ON form_outcomes (account_id);
      CREATE INDEX form_outcomes_by_moment ON form_outcomes (kept_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE form_outcomes`);
  }
}

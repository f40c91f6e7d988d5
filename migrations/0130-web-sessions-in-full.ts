import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WebSessionsInFull1764547200130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A token is changed while its session goes on; what was on its way with the one before still arrives.
    await runner.query(`
      ALTER TABLE web_sessions
        ADD COLUMN seen_at timestamptz,
        ADD COLUMN token_at timestamptz,
        ADD COLUMN token_before text CONSTRAINT web_sessions_one_token_before UNIQUE,
        ADD COLUMN browser text;
      UPDATE web_sessions SET seen_at = created_at, token_at = created_at;
      ALTER TABLE web_sessions
        ALTER COLUMN seen_at SET NOT NULL,
        ALTER COLUMN token_at SET NOT NULL;
      ALTER TABLE api_tokens
        ADD COLUMN scope text NOT NULL DEFAULT 'write' CONSTRAINT api_tokens_scope CHECK (scope IN ('read', 'write')),
        ADD COLUMN used_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE api_tokens DROP COLUMN used_at, DROP COLUMN scope;
      ALTER TABLE web_sessions DROP COLUMN browser, DROP COLUMN token_before, DROP COLUMN token_at, DROP COLUMN seen_at;
    `);
  }
}

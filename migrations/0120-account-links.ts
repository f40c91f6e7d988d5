import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AccountLinks1764547200120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One-time links: asked for first, made when they leave. What opens one is known to its mail, or its paper, alone.
      CREATE TABLE account_links (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL CONSTRAINT account_links_account REFERENCES accounts,
        purpose text NOT NULL CONSTRAINT account_links_purpose CHECK (purpose IN ('invitation', 'password', 'sign_in')),
        asked_at timestamptz NOT NULL,
        asked_by uuid CONSTRAINT account_links_asked_by REFERENCES accounts,
        token_hash text CONSTRAINT account_links_one_token UNIQUE,
        made_at timestamptz,
        ends_at timestamptz,
        used_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT account_links_made CHECK (num_nonnulls(token_hash, made_at, ends_at) IN (0, 3)),
        CONSTRAINT account_links_used_once_made CHECK (used_at IS NULL OR made_at IS NOT NULL),
        CONSTRAINT account_links_used_or_revoked CHECK (num_nonnulls(used_at, revoked_at) <= 1)
      );
      CREATE UNIQUE INDEX account_links_one_open ON account_links (account_id, purpose) WHERE used_at IS NULL AND revoked_at IS NULL;
      CREATE INDEX account_links_by_account ON account_links (account_id, purpose, asked_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE account_links`);
  }
}

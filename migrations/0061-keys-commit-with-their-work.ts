import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

export class KeysCommitWithTheirWork1764547200061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What was kept until now holds secrets and people's data, and says nothing of what was committed.
    await runner.query(`
      DROP TABLE idempotency_keys;
      CREATE TABLE idempotency_keys (
        account_id uuid NOT NULL CONSTRAINT idempotency_keys_account REFERENCES accounts,
        key text NOT NULL CONSTRAINT idempotency_keys_length CHECK (char_length(key) BETWEEN 1 AND 200),
        step text NOT NULL,
        request_hash text NOT NULL,
        response jsonb CONSTRAINT idempotency_keys_no_text CHECK (
          NOT jsonb_path_exists(response, 'strict $.** ? (@.type() == "string" && !(@ like_regex "${id}"))')
        ),
        whole boolean NOT NULL DEFAULT true,
        kept_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, key, step)
      );
      CREATE INDEX idempotency_keys_by_age ON idempotency_keys (kept_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE idempotency_keys;
      CREATE TABLE idempotency_keys (
        account_id uuid NOT NULL CONSTRAINT idempotency_keys_account REFERENCES accounts,
        key text NOT NULL,
        route text NOT NULL,
        request_hash text NOT NULL,
        status integer,
        response jsonb,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, key)
      );
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts1764547200006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid CONSTRAINT accounts_person REFERENCES persons CONSTRAINT accounts_one_per_person UNIQUE,
        email citext NOT NULL CONSTRAINT accounts_one_email UNIQUE,
        name text NOT NULL,
        password_hash text NOT NULL,
        locale text NOT NULL CONSTRAINT accounts_locale CHECK (locale IN ('vi', 'en')),
        created_at timestamptz NOT NULL,
        disabled_at timestamptz,
        acknowledged_at timestamptz
      );
      CREATE TABLE web_sessions (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        token_hash text NOT NULL CONSTRAINT web_sessions_one_token UNIQUE,
        account_id uuid NOT NULL CONSTRAINT web_sessions_account REFERENCES accounts,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE INDEX web_sessions_by_account ON web_sessions (account_id);
      CREATE TABLE api_tokens (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        token_hash text NOT NULL CONSTRAINT api_tokens_one_token UNIQUE,
        account_id uuid NOT NULL CONSTRAINT api_tokens_account REFERENCES accounts,
        name text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX api_tokens_by_account ON api_tokens (account_id);
      -- Failed sign-ins, counted per account and address by the rate limiter.
      CREATE TABLE sign_in_attempts (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sign_in_attempts;
      DROP TABLE api_tokens;
      DROP TABLE web_sessions;
      DROP TABLE accounts;
    `);
  }
}

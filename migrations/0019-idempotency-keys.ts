import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdempotencyKeys1764547200019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE idempotency_keys;
    `);
  }
}

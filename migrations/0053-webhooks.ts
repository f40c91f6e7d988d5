import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Webhooks1764547200053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE webhooks (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL CONSTRAINT webhooks_one_name UNIQUE,
        url text NOT NULL,
        topics text[] NOT NULL CONSTRAINT webhooks_some_topics CHECK (cardinality(topics) > 0),
        enabled boolean NOT NULL,
        -- We sign with it, so it cannot be kept as a hash.
        secret text NOT NULL,
        -- The one before signs too for a day, so that the receiver can change over without losing anything.
        previous_secret text,
        previous_until timestamptz,
        created_at timestamptz NOT NULL,
        created_by uuid CONSTRAINT webhooks_created_by REFERENCES accounts,
        CONSTRAINT webhooks_previous CHECK ((previous_secret IS NULL) = (previous_until IS NULL))
      );
      CREATE TABLE webhook_deliveries (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        webhook_id uuid NOT NULL CONSTRAINT webhook_deliveries_webhook REFERENCES webhooks,
        topic text NOT NULL,
        -- As it is signed, letter by letter.
        payload text NOT NULL,
        written_at timestamptz NOT NULL,
        delivered_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz,
        dead_at timestamptz,
        last_error text,
        CONSTRAINT webhook_deliveries_delivered_or_dead CHECK (delivered_at IS NULL OR dead_at IS NULL)
      );
      CREATE INDEX webhook_deliveries_to_deliver ON webhook_deliveries (next_attempt_at) WHERE delivered_at IS NULL AND dead_at IS NULL;
      CREATE INDEX webhook_deliveries_dead ON webhook_deliveries (dead_at, id) WHERE dead_at IS NOT NULL;
      CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook_id, written_at DESC, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE webhook_deliveries;
      DROP TABLE webhooks;
    `);
  }
}

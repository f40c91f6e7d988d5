import type { MigrationInterface, QueryRunner } from 'typeorm';

const outboxes = ['mail_messages', 'webhook_deliveries'];

export class NothingAfterTheFact1764547200060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const outbox of outboxes) {
      await runner.query(`
        -- From when it would come after the fact; what did not leave by then is given up.
        ALTER TABLE ${outbox} ADD COLUMN not_after timestamptz;
        CREATE INDEX ${outbox}_too_late ON ${outbox} (not_after) WHERE delivered_at IS NULL AND dead_at IS NULL;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const outbox of outboxes) await runner.query(`ALTER TABLE ${outbox} DROP COLUMN not_after`);
  }
}

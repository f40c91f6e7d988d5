import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailThatWaits1764547200368 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Where PostgreSQL last counted none that waits, it held both indexes of those that wait for empty and took either for anything:
    // ten thousand were then read for each batch. Each now serves only who asks by its own condition.
    await runner.query(`
      ALTER TABLE mail_messages ADD COLUMN is_waiting boolean NOT NULL GENERATED ALWAYS AS (next_attempt_at IS NOT NULL) STORED;
      DROP INDEX mail_messages_in_order;
      CREATE INDEX mail_messages_in_order ON mail_messages (to_address, ordinal) WHERE is_waiting;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX mail_messages_in_order;
      CREATE INDEX mail_messages_in_order ON mail_messages (to_address, ordinal) WHERE next_attempt_at IS NOT NULL;
      ALTER TABLE mail_messages DROP COLUMN is_waiting;
    `);
  }
}

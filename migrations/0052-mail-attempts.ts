import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailAttempts1764547200052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mail_messages
        -- Where one press ends messages of this kind.
        ADD COLUMN unsubscribe text,
        ADD COLUMN domain text NOT NULL GENERATED ALWAYS AS (lower(split_part(to_address::text, '@', 2))) STORED,
        -- From when it may be tried; empty once it left or was given up.
        ADD COLUMN next_attempt_at timestamptz,
        -- Since when it is tried no more, because the mail server refused it for good or too often.
        ADD COLUMN dead_at timestamptz;
      UPDATE mail_messages SET dead_at = written_at WHERE delivered_at IS NULL AND attempts >= 10;
      UPDATE mail_messages SET next_attempt_at = written_at WHERE delivered_at IS NULL AND dead_at IS NULL;
      ALTER TABLE mail_messages ADD CONSTRAINT mail_messages_delivered_or_dead CHECK (delivered_at IS NULL OR dead_at IS NULL);
      DROP INDEX mail_messages_to_deliver;
      DROP INDEX mail_messages_given_up;
      CREATE INDEX mail_messages_to_deliver ON mail_messages (next_attempt_at, domain) WHERE delivered_at IS NULL AND dead_at IS NULL;
      CREATE INDEX mail_messages_dead ON mail_messages (dead_at, id) WHERE dead_at IS NOT NULL;
      -- For finding what was sent after all.
      CREATE INDEX reminders_failed ON reminders (mail_id) WHERE state = 'failed';

      CREATE TABLE mail_domain_minutes (
        domain text NOT NULL,
        minute timestamptz NOT NULL,
        sent integer NOT NULL,
        PRIMARY KEY (domain, minute)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE mail_domain_minutes;
      DROP INDEX reminders_failed;
      DROP INDEX mail_messages_dead;
      DROP INDEX mail_messages_to_deliver;
      UPDATE mail_messages SET attempts = 10 WHERE dead_at IS NOT NULL;
      ALTER TABLE mail_messages
        DROP CONSTRAINT mail_messages_delivered_or_dead,
        DROP COLUMN dead_at, DROP COLUMN next_attempt_at, DROP COLUMN domain, DROP COLUMN unsubscribe;
      CREATE INDEX mail_messages_to_deliver ON mail_messages (written_at) WHERE delivered_at IS NULL;
      CREATE INDEX mail_messages_given_up ON mail_messages (id) WHERE delivered_at IS NULL AND attempts >= 10;
    `);
  }
}

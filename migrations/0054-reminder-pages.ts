import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReminderPages1764547200054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the journal calls a rule by.
      ALTER TABLE reminder_rules ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT reminder_rules_one_id UNIQUE;

      -- Told once more because somebody of the office asked for it; points to the first line.
      ALTER TABLE reminders
        ADD COLUMN resend_of uuid CONSTRAINT reminders_resend_of REFERENCES reminders,
        ADD COLUMN resend_reason text CONSTRAINT reminders_resend_reason_length CHECK (length(resend_reason) BETWEEN 1 AND 500),
        ADD CONSTRAINT reminders_resent_for_a_reason CHECK (num_nonnulls(resend_of, resend_reason) IN (0, 2));
      CREATE INDEX reminders_resent ON reminders (resend_of) WHERE resend_of IS NOT NULL;

      -- Counted on every page.
      CREATE INDEX notices_unread ON notices (account_id) WHERE read_at IS NULL;

      -- What the addresses by which people unsubscribe are signed with: one row.
      CREATE TABLE unsubscribe_keys (key text PRIMARY KEY);
      INSERT INTO unsubscribe_keys VALUES (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE unsubscribe_keys;
      DROP INDEX notices_unread;
      DELETE FROM reminders WHERE resend_of IS NOT NULL;
      ALTER TABLE reminders DROP COLUMN resend_reason, DROP COLUMN resend_of;
      ALTER TABLE reminder_rules DROP COLUMN id;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailWrittenAsItLeaves1764547200069 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mail_messages
        -- In which order they were written, also those of one moment: to one address they leave in it.
        ADD COLUMN ordinal bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
        -- Who writes it anew from the facts of the moment it leaves, and what it is about where only its writer knows.
        ADD COLUMN writer text,
        ADD COLUMN about uuid,
        -- Why it need not leave any more.
        ADD COLUMN dropped_reason text CONSTRAINT mail_messages_dropped_reason CHECK (dropped_reason IN ('superseded', 'not_needed')),
        ADD CONSTRAINT mail_messages_dropped_wait_no_more CHECK (dropped_reason IS NULL OR next_attempt_at IS NULL);
      UPDATE mail_messages SET writer = 'reminders' WHERE delivered_at IS NULL AND id IN (SELECT mail_id FROM reminders);
      UPDATE mail_messages SET writer = 'invitations' WHERE delivered_at IS NULL AND id IN (SELECT mail_id FROM calendar_invitations);
      DROP INDEX mail_messages_to_deliver;
      CREATE INDEX mail_messages_to_deliver ON mail_messages (next_attempt_at, ordinal) WHERE next_attempt_at IS NOT NULL;
      CREATE INDEX mail_messages_in_order ON mail_messages (to_address, ordinal) WHERE next_attempt_at IS NOT NULL;

      -- Whether the person's calendar holds the half-day by an earlier mail than the one noted.
      ALTER TABLE calendar_invitations ADD COLUMN was_known boolean NOT NULL DEFAULT false;
      UPDATE calendar_invitations SET was_known = sequence > 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE calendar_invitations DROP COLUMN was_known;
      DROP INDEX mail_messages_in_order;
      DROP INDEX mail_messages_to_deliver;
      UPDATE mail_messages SET dead_at = written_at, last_error = 'Not needed any more' WHERE dropped_reason IS NOT NULL;
      ALTER TABLE mail_messages
        DROP CONSTRAINT mail_messages_dropped_wait_no_more,
        DROP COLUMN dropped_reason, DROP COLUMN about, DROP COLUMN writer, DROP COLUMN ordinal;
      CREATE INDEX mail_messages_to_deliver ON mail_messages (next_attempt_at, domain) WHERE delivered_at IS NULL AND dead_at IS NULL;
    `);
  }
}

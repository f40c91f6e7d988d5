import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RemindersInThreeWords1764547200070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The ledger holds what was decided: written, or why not. What became of the mail is the mail's to tell.
      ALTER TABLE reminders DROP CONSTRAINT reminders_sent_somehow, DROP CONSTRAINT reminders_state;
      DROP INDEX reminders_failed;
      ALTER TABLE reminders RENAME COLUMN sent_at TO written_at;
      UPDATE reminders r SET state = 'written', state_reason = NULL,
        written_at = coalesce((SELECT m.written_at FROM mail_messages m WHERE m.id = r.mail_id), r.written_at)
        WHERE state IN ('sent', 'failed');
      ALTER TABLE reminders
        ADD CONSTRAINT reminders_state CHECK (state IN ('due', 'written', 'suppressed', 'missed')),
        ADD CONSTRAINT reminders_written_somehow CHECK (
          (state = 'written') = (written_at IS NOT NULL) AND (state <> 'written' OR num_nonnulls(mail_id, notice_id) > 0));

      CREATE VIEW reminder_lines AS
      SELECT r.*,
        CASE WHEN r.state <> 'written' THEN r.state
          WHEN m.returned_at IS NOT NULL THEN 'returned'
          WHEN m.dead_at IS NOT NULL THEN 'failed'
          -- A notice in the service is read as soon as it is written.
          WHEN m.id IS NULL OR m.delivered_at IS NOT NULL THEN 'left'
          ELSE 'written' END AS outcome,
        CASE WHEN r.state <> 'written' OR m.id IS NULL THEN r.state_reason
          WHEN m.returned_at IS NOT NULL THEN 'mail_returned'
          WHEN m.dead_at IS NOT NULL THEN CASE WHEN m.not_after <= m.dead_at THEN 'mail_too_late' ELSE 'mail_refused' END
          WHEN m.delivered_at IS NULL AND EXISTS (SELECT FROM bad_mail_addresses b WHERE b.address = m.to_address) THEN 'address_bad'
          WHEN m.delivered_at IS NULL AND EXISTS (SELECT FROM mail_pauses) THEN 'mail_paused' END AS outcome_reason,
        CASE WHEN r.state <> 'written' THEN NULL WHEN m.id IS NULL THEN r.written_at ELSE m.delivered_at END AS left_at,
        m.returned_at
      FROM reminders r LEFT JOIN mail_messages m ON m.id = r.mail_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW reminder_lines;
      ALTER TABLE reminders DROP CONSTRAINT reminders_written_somehow, DROP CONSTRAINT reminders_state;
      ALTER TABLE reminders RENAME COLUMN written_at TO sent_at;
      UPDATE reminders SET state = 'sent' WHERE state = 'written';
      ALTER TABLE reminders
        ADD CONSTRAINT reminders_state CHECK (state IN ('due', 'sent', 'suppressed', 'failed', 'missed')),
        ADD CONSTRAINT reminders_sent_somehow CHECK ((state = 'sent') = (sent_at IS NOT NULL) AND (state <> 'sent' OR num_nonnulls(mail_id, notice_id) > 0));
      CREATE INDEX reminders_failed ON reminders (mail_id) WHERE state = 'failed';
    `);
  }
}

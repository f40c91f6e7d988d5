import type { MigrationInterface, QueryRunner } from 'typeorm';

const lines = `
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
`;

/** Of whom a line is: PostgreSQL 15 cannot change how a column is generated, so it is laid anew with what rests on it. */
const recipientOf = (columns: string) => `
  ALTER TABLE reminders DROP CONSTRAINT reminders_have_a_recipient, DROP COLUMN recipient;
  ALTER TABLE reminders
    ADD COLUMN recipient uuid NOT NULL GENERATED ALWAYS AS (coalesce(${columns})) STORED,
    ADD CONSTRAINT reminders_once UNIQUE (rule, recipient, occurrence),
    ADD CONSTRAINT reminders_have_a_recipient CHECK (num_nonnulls(${columns}) = 1);
  CREATE INDEX reminders_by_recipient ON reminders (recipient, due_on DESC, id DESC);
  CREATE INDEX reminders_due_by_recipient ON reminders (recipient, due_on) WHERE state = 'due';
`;

export class MessagesToClasses1764547200234 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the office or a class's manager writes to people of a class. Whom it goes to are lines of the ledger.
      CREATE TABLE class_messages (
        -- Follows from the form and the words sent by it: pressing twice sends once.
        id uuid CONSTRAINT class_messages_once PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT class_messages_class REFERENCES classes,
        audience text NOT NULL CONSTRAINT class_messages_audience
          CHECK (audience IN ('participants', 'nominees', 'people', 'lecturers', 'managers')),
        -- Only people this unit sends.
        unit_id uuid CONSTRAINT class_messages_unit REFERENCES units,
        -- Only people of this group of the class.
        group_number integer,
        subject text NOT NULL CONSTRAINT class_messages_subject CHECK (length(subject) BETWEEN 1 AND 150),
        body text NOT NULL CONSTRAINT class_messages_body CHECK (length(body) BETWEEN 1 AND 5000),
        written_at timestamptz NOT NULL,
        written_by uuid NOT NULL CONSTRAINT class_messages_writer REFERENCES accounts,
        -- Until then it is taken back whole.
        leaves_at timestamptz NOT NULL,
        taken_back_at timestamptz,
        taken_back_by uuid CONSTRAINT class_messages_taken_back_by REFERENCES accounts,
        CONSTRAINT class_messages_taken_back CHECK (num_nonnulls(taken_back_at, taken_back_by) IN (0, 2))
      );
      CREATE INDEX class_messages_by_class ON class_messages (class_id, written_at DESC, id DESC);

      DROP VIEW reminder_lines;
      ALTER TABLE reminders
        ADD COLUMN lecturer_id uuid CONSTRAINT reminders_lecturer REFERENCES lecturers,
        -- Not before this moment, although its day has come.
        ADD COLUMN not_before timestamptz;
      ${recipientOf('account_id, person_id, lecturer_id')}
      CREATE INDEX reminders_of_messages ON reminders (split_part(occurrence, ':', 1)) WHERE rule = 'class_message';
      ${lines}
      -- By itself and not with the mail of the day; whoever wants no mail is told in the service.
      INSERT INTO reminder_rules (code, days_before, enabled, too_late_after_days, urgent, duty)
      VALUES ('class_message', '{0}', true, 7, true, false);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM reminders WHERE rule = 'class_message';
      DELETE FROM reminder_rule_exceptions WHERE rule = 'class_message';
      DELETE FROM reminder_texts WHERE rule = 'class_message';
      DELETE FROM reminder_rules WHERE code = 'class_message';
      DROP VIEW reminder_lines;
      DROP INDEX reminders_of_messages;
      ${recipientOf('account_id, person_id')}
      ALTER TABLE reminders DROP COLUMN not_before, DROP COLUMN lecturer_id;
      ${lines}
      DROP TABLE class_messages;
    `);
  }
}

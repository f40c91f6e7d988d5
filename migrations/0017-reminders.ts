import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reminders1764547200017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_rules (
        code text PRIMARY KEY,
        days_before integer[] NOT NULL,
        enabled boolean NOT NULL,
        too_late_after_days integer NOT NULL CONSTRAINT reminder_rules_too_late CHECK (too_late_after_days >= 0)
      );
      CREATE TABLE reminders (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        rule text NOT NULL CONSTRAINT reminders_rule REFERENCES reminder_rules,
        account_id uuid CONSTRAINT reminders_account REFERENCES accounts,
        person_id uuid CONSTRAINT reminders_person REFERENCES persons,
        recipient uuid NOT NULL GENERATED ALWAYS AS (coalesce(account_id, person_id)) STORED,
        occurrence text NOT NULL,
        class_id uuid NOT NULL CONSTRAINT reminders_class REFERENCES classes,
        unit_id uuid CONSTRAINT reminders_unit REFERENCES units,
        nomination_id uuid CONSTRAINT reminders_nomination REFERENCES nominations,
        days_before integer NOT NULL,
        due_on date NOT NULL,
        state text NOT NULL CONSTRAINT reminders_state CHECK (state IN ('due', 'sent', 'suppressed', 'failed', 'missed')),
        state_reason text,
        mail_id uuid CONSTRAINT reminders_mail REFERENCES mail_messages,
        planned_at timestamptz NOT NULL,
        sent_at timestamptz,
        CONSTRAINT reminders_once UNIQUE (rule, recipient, occurrence),
        CONSTRAINT reminders_have_a_recipient CHECK (num_nonnulls(account_id, person_id) = 1),
        CONSTRAINT reminders_sent_with_mail CHECK ((state = 'sent') = (mail_id IS NOT NULL AND sent_at IS NOT NULL))
      );
      -- Days before the day a rule looks at; negative ones lie after it.
      INSERT INTO reminder_rules (code, days_before, enabled, too_late_after_days) VALUES
        ('call_opened', '{0}', true, 3),
        ('deadline_near', '{7,3,1}', true, 1),
        ('class_near', '{7,1}', true, 1),
        ('nomination_returned', '{0}', true, 7),
        ('review_waiting', '{-8}', true, 30);
      CREATE INDEX reminders_to_send ON reminders (due_on, id) WHERE state = 'due';
      CREATE INDEX reminders_newest ON reminders (due_on DESC, id DESC);
      CREATE INDEX reminders_by_class ON reminders (class_id, due_on DESC, id DESC);
      CREATE INDEX reminders_by_unit ON reminders (unit_id, due_on DESC, id DESC);
      CREATE INDEX reminders_by_recipient ON reminders (recipient, due_on DESC, id DESC);
      CREATE INDEX reminders_by_mail ON reminders (mail_id);
      CREATE TABLE notices (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL CONSTRAINT notices_account REFERENCES accounts,
        at timestamptz NOT NULL,
        text_vi text NOT NULL,
        text_en text NOT NULL,
        link text,
        read_at timestamptz
      );
      CREATE INDEX notices_by_account ON notices (account_id, at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE notices;
      DROP TABLE reminders;
      DROP TABLE reminder_rules;
    `);
  }
}

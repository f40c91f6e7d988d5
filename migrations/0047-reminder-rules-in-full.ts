import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReminderRulesInFull1764547200047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION is_working_day(wanted date) RETURNS boolean STABLE LANGUAGE sql AS $$
        SELECT coalesce((SELECT kind = 'working_day' FROM public_holidays WHERE day = wanted), extract(isodow FROM wanted) < 6)
      $$;
      -- The day itself when offices work, else the next before it, or after it. No run of days off is longer than a month.
      CREATE FUNCTION working_day_near(wanted date, later boolean) RETURNS date STABLE LANGUAGE sql AS $$
        SELECT near FROM generate_series(0, 31) n, LATERAL (SELECT wanted + CASE WHEN later THEN n ELSE -n END AS near) s
        WHERE is_working_day(near) ORDER BY n LIMIT 1
      $$;

      ALTER TABLE reminder_rules
        -- Told at once and by itself; the others wait for the recipient's one mail of the day.
        ADD COLUMN urgent boolean NOT NULL DEFAULT false,
        -- Nobody can opt out of what they have a duty to know.
        ADD COLUMN duty boolean NOT NULL DEFAULT false,
        -- Due only when offices work: before a day off when something is to come, after it when something happened.
        ADD COLUMN working_days boolean NOT NULL DEFAULT false;
      UPDATE reminder_rules SET working_days = true WHERE code IN ('call_opened', 'deadline_near', 'review_waiting');
      UPDATE reminder_rules SET urgent = true WHERE code IN ('nomination_returned', 'timetable_changed');
      UPDATE reminder_rules SET duty = true WHERE code IN ('class_near', 'timetable_changed');
      INSERT INTO reminder_rules (code, days_before, enabled, too_late_after_days, urgent, duty) VALUES ('class_cancelled', '{0}', true, 7, true, true);

      -- What one course, or one class, has otherwise than everywhere; null stays as it is everywhere.
      CREATE TABLE reminder_rule_exceptions (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        rule text NOT NULL CONSTRAINT reminder_rule_exceptions_rule REFERENCES reminder_rules,
        course_id uuid CONSTRAINT reminder_rule_exceptions_course REFERENCES courses,
        class_id uuid CONSTRAINT reminder_rule_exceptions_class REFERENCES classes,
        days_before integer[],
        enabled boolean,
        too_late_after_days integer CONSTRAINT reminder_rule_exceptions_too_late CHECK (too_late_after_days >= 0),
        set_at timestamptz NOT NULL,
        set_by uuid,
        CONSTRAINT reminder_rule_exceptions_of_one CHECK (num_nonnulls(course_id, class_id) = 1),
        CONSTRAINT reminder_rule_exceptions_once UNIQUE NULLS NOT DISTINCT (rule, course_id, class_id)
      );

      ALTER TABLE reminders
        ALTER COLUMN class_id DROP NOT NULL,
        -- The day the rule counted from.
        ADD COLUMN anchor date,
        -- From when it is too late to say.
        ADD COLUMN over_at timestamptz NOT NULL DEFAULT 'infinity',
        ADD COLUMN notice_id uuid CONSTRAINT reminders_notice REFERENCES notices,
        DROP CONSTRAINT reminders_sent_with_mail;
      UPDATE reminders SET anchor = due_on + days_before;
      ALTER TABLE reminders
        ALTER COLUMN anchor SET NOT NULL,
        ADD CONSTRAINT reminders_sent_somehow CHECK ((state = 'sent') = (sent_at IS NOT NULL) AND (state <> 'sent' OR num_nonnulls(mail_id, notice_id) > 0));
      CREATE INDEX reminders_due_by_recipient ON reminders (recipient, due_on) WHERE state = 'due';

      -- One mail a day for everything that is not urgent.
      CREATE TABLE reminder_digests (
        account_id uuid NOT NULL CONSTRAINT reminder_digests_account REFERENCES accounts,
        day date NOT NULL,
        mail_id uuid CONSTRAINT reminder_digests_mail REFERENCES mail_messages,
        PRIMARY KEY (account_id, day)
      );

      -- How somebody wants to be told; without a line by mail, in the service, and once a day. An account of a person is that person.
      CREATE TABLE reminder_choices (
        chooser uuid PRIMARY KEY,
        mail boolean NOT NULL,
        notice boolean NOT NULL,
        digest boolean NOT NULL,
        chosen_at timestamptz NOT NULL
      );

      -- The office's own words in place of ours.
      CREATE TABLE reminder_texts (
        rule text NOT NULL CONSTRAINT reminder_texts_rule REFERENCES reminder_rules,
        locale text NOT NULL CONSTRAINT reminder_texts_locale CHECK (locale IN ('vi', 'en')),
        subject text NOT NULL CONSTRAINT reminder_texts_subject_length CHECK (length(subject) BETWEEN 1 AND 150),
        body text NOT NULL CONSTRAINT reminder_texts_body_length CHECK (length(body) BETWEEN 1 AND 4000),
        changed_at timestamptz NOT NULL,
        changed_by uuid,
        PRIMARY KEY (rule, locale)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE reminder_texts;
      DROP TABLE reminder_choices;
      DROP TABLE reminder_digests;
      DELETE FROM reminders WHERE rule = 'class_cancelled' OR class_id IS NULL OR (state = 'sent' AND mail_id IS NULL);
      ALTER TABLE reminders
        DROP CONSTRAINT reminders_sent_somehow,
        DROP COLUMN notice_id,
        DROP COLUMN over_at,
        DROP COLUMN anchor,
        ALTER COLUMN class_id SET NOT NULL,
        ADD CONSTRAINT reminders_sent_with_mail CHECK ((state = 'sent') = (mail_id IS NOT NULL AND sent_at IS NOT NULL));
      DROP INDEX IF EXISTS reminders_due_by_recipient;
      DROP TABLE reminder_rule_exceptions;
      DELETE FROM reminder_rules WHERE code = 'class_cancelled';
      ALTER TABLE reminder_rules DROP COLUMN urgent, DROP COLUMN duty, DROP COLUMN working_days;
      DROP FUNCTION working_day_near(date, boolean);
      DROP FUNCTION is_working_day(date);
    `);
  }
}

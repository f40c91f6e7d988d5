import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CancellationsTakenBack1764547200188 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where each nomination stood when its class was cancelled; what was cancelled before is not known so.
      CREATE TABLE places_before_cancellation (
        class_id uuid NOT NULL CONSTRAINT places_before_cancellation_class REFERENCES classes,
        cancelled_at timestamptz NOT NULL,
        nomination_id uuid NOT NULL CONSTRAINT places_before_cancellation_nomination REFERENCES nominations,
        state text NOT NULL,
        rank integer,
        seat_number integer,
        reason text,
        PRIMARY KEY (class_id, cancelled_at, nomination_id)
      );
      CREATE TRIGGER places_before_cancellation_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON places_before_cancellation
        EXECUTE FUNCTION refuse_change();

      CREATE TABLE cancellation_reversals (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT cancellation_reversals_class REFERENCES classes,
        cancelled_at timestamptz NOT NULL,
        reason text NOT NULL,
        reversed_at timestamptz NOT NULL,
        reversed_by uuid,
        CONSTRAINT cancellation_reversals_once UNIQUE (class_id, cancelled_at)
      );
      CREATE TRIGGER cancellation_reversals_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON cancellation_reversals
        EXECUTE FUNCTION refuse_change();

      INSERT INTO reminder_rules (code, days_before, enabled, too_late_after_days, urgent, duty, working_days) VALUES
        -- Whoever read that the class is cancelled has to come after all.
        ('cancellation_reversed', '{0}', true, 14, true, true, false);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM reminders WHERE rule = 'cancellation_reversed';
      DELETE FROM reminder_rule_exceptions WHERE rule = 'cancellation_reversed';
      DELETE FROM reminder_texts WHERE rule = 'cancellation_reversed';
      DELETE FROM reminder_rules WHERE code = 'cancellation_reversed';
      DROP TABLE cancellation_reversals;
      DROP TABLE places_before_cancellation;
    `);
  }
}

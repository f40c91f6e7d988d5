import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TimetableChanges1764547200031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By whose decision this half-day shares its room; the others still have theirs to themselves.
      ALTER TABLE half_days
        ADD COLUMN room_shared_reason text,
        DROP CONSTRAINT half_days_room_once,
        ADD CONSTRAINT half_days_room_once EXCLUDE USING gist (room_id WITH =, during WITH &&)
          WHERE (cancelled_at IS NULL AND room_shared_reason IS NULL);
      -- What people who know the timetable have to be told: what it was before, and until when telling makes sense.
      CREATE TABLE timetable_changes (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        -- The order in which they were made, also of two at one moment.
        sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
        class_id uuid NOT NULL CONSTRAINT timetable_changes_class REFERENCES classes,
        half_day_id uuid NOT NULL CONSTRAINT timetable_changes_half_day REFERENCES half_days,
        kind text NOT NULL CONSTRAINT timetable_changes_kind CHECK (kind IN ('added', 'moved', 'cancelled')),
        -- How many were added at once; half_day_id is the first of them.
        half_days integer NOT NULL DEFAULT 1 CONSTRAINT timetable_changes_half_days CHECK (half_days > 0),
        was_part text,
        was_during tstzrange,
        reason text,
        over_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by uuid
      );
      CREATE INDEX timetable_changes_newest ON timetable_changes (changed_at);
      INSERT INTO reminder_rules (code, days_before, enabled, too_late_after_days) VALUES ('timetable_changed', '{0}', true, 2);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM reminders WHERE rule = 'timetable_changed';
      DELETE FROM reminder_rules WHERE code = 'timetable_changed';
      DROP TABLE timetable_changes;
      ALTER TABLE half_days
        DROP CONSTRAINT half_days_room_once,
        DROP COLUMN room_shared_reason,
        ADD CONSTRAINT half_days_room_once EXCLUDE USING gist (room_id WITH =, during WITH &&) WHERE (cancelled_at IS NULL);
    `);
  }
}

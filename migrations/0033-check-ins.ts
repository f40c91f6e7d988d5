import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CheckIns1764547200033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A code shown in a hall: bound to one half-day and, where there are several halls, to one site. Each has a key of its own,
      -- so a key that leaks opens nothing but the half-day it belongs to.
      CREATE TABLE check_in_halls (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        half_day_id uuid NOT NULL CONSTRAINT check_in_halls_half_day REFERENCES half_days,
        site_id uuid CONSTRAINT check_in_halls_site REFERENCES sites,
        key text NOT NULL,
        opened_at timestamptz NOT NULL,
        opened_by uuid,
        closed_at timestamptz,
        CONSTRAINT check_in_halls_once UNIQUE NULLS NOT DISTINCT (half_day_id, site_id)
      );
      -- At one half-day a person has one device and a device one person, so that nobody scans for a friend.
      CREATE TABLE check_in_devices (
        half_day_id uuid NOT NULL CONSTRAINT check_in_devices_half_day REFERENCES half_days,
        person_id uuid NOT NULL CONSTRAINT check_in_devices_person REFERENCES persons,
        device text NOT NULL,
        bound_at timestamptz NOT NULL,
        PRIMARY KEY (half_day_id, person_id),
        CONSTRAINT check_in_devices_once UNIQUE (half_day_id, device)
      );
      -- When a person who is present came in and went out, as far as somebody or a code saw it.
      ALTER TABLE attendance_lines
        ADD COLUMN in_at timestamptz,
        ADD COLUMN out_at timestamptz;
      ALTER TABLE attendance_marks
        ADD COLUMN direction text CONSTRAINT attendance_marks_direction CHECK (direction IN ('in', 'out')),
        ADD COLUMN scanned_at timestamptz,
        -- Whether the moment of the scan is the phone's word, told once it had a network again; marked_at is when it reached us.
        ADD COLUMN scan_told_later boolean NOT NULL DEFAULT false,
        ADD COLUMN hall_id uuid CONSTRAINT attendance_marks_hall REFERENCES check_in_halls,
        DROP CONSTRAINT attendance_marks_source,
        ADD CONSTRAINT attendance_marks_source CHECK (source IN ('phone', 'paper', 'qr', 'sheet', 'leave'));
      CREATE TABLE attendance_imports (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT attendance_imports_class REFERENCES classes,
        file_name text NOT NULL,
        sha256 text NOT NULL,
        -- What was read from the file; what it would do is judged against the attendance as it stands.
        sheet jsonb NOT NULL,
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid,
        applied_at timestamptz,
        applied_by uuid,
        -- How many marks it set, corrected and left alone when it was applied.
        outcome jsonb
      );
      CREATE INDEX attendance_imports_of_class ON attendance_imports (class_id, uploaded_at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Marks are kept for good, also those of sources that are no longer known: the narrower list holds for new ones.
    await runner.query(`
      DROP TABLE attendance_imports;
      ALTER TABLE attendance_marks
        DROP CONSTRAINT attendance_marks_source,
        ADD CONSTRAINT attendance_marks_source CHECK (source IN ('phone', 'paper', 'qr', 'sheet')) NOT VALID,
        DROP COLUMN hall_id,
        DROP COLUMN scan_told_later,
        DROP COLUMN scanned_at,
        DROP COLUMN direction;
      ALTER TABLE attendance_lines
        DROP COLUMN out_at,
        DROP COLUMN in_at;
      DROP TABLE check_in_devices;
      DROP TABLE check_in_halls;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Enrollments1764547200011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The office's own act that puts people into a class without a nomination.
      CREATE TABLE office_entries (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT office_entries_class REFERENCES classes,
        reason text NOT NULL,
        entered_at timestamptz NOT NULL,
        entered_by uuid
      );
      CREATE TABLE enrollments (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT enrollments_class REFERENCES classes,
        person_id uuid NOT NULL CONSTRAINT enrollments_person REFERENCES persons,
        nomination_id uuid CONSTRAINT enrollments_nomination REFERENCES nominations CONSTRAINT enrollments_one_per_nomination UNIQUE,
        office_entry_id uuid CONSTRAINT enrollments_office_entry REFERENCES office_entries,
        unit_id uuid NOT NULL CONSTRAINT enrollments_unit REFERENCES units,
        enrolled_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_reason text,
        CONSTRAINT enrollments_name_their_origin CHECK (num_nonnulls(nomination_id, office_entry_id) = 1)
      );
      CREATE UNIQUE INDEX enrollments_one_live_per_person ON enrollments (class_id, person_id) WHERE ended_at IS NULL;
      CREATE INDEX enrollments_in_list_order ON enrollments (class_id, id);
      CREATE INDEX enrollments_by_person ON enrollments (person_id);
      CREATE TABLE attendance_lines (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        enrollment_id uuid NOT NULL CONSTRAINT attendance_lines_enrollment REFERENCES enrollments,
        half_day_id uuid NOT NULL CONSTRAINT attendance_lines_half_day REFERENCES half_days,
        person_id uuid NOT NULL CONSTRAINT attendance_lines_person REFERENCES persons,
        during tstzrange NOT NULL,
        live boolean NOT NULL DEFAULT true,
        overlap_reason text,
        mark text NOT NULL DEFAULT 'unmarked' CONSTRAINT attendance_lines_mark CHECK (mark IN ('unmarked', 'present', 'excused', 'unexcused')),
        CONSTRAINT attendance_lines_once UNIQUE (enrollment_id, half_day_id),
        CONSTRAINT attendance_lines_person_once EXCLUDE USING gist (person_id WITH =, during WITH &&) WHERE (live AND overlap_reason IS NULL)
      );
      CREATE INDEX attendance_lines_by_half_day ON attendance_lines (half_day_id);
      -- The trail: who marked whom, from where; a correction is a new line with its reason.
      CREATE TABLE attendance_marks (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        line_id uuid NOT NULL CONSTRAINT attendance_marks_line REFERENCES attendance_lines,
        mark text NOT NULL CONSTRAINT attendance_marks_mark CHECK (mark IN ('unmarked', 'present', 'excused', 'unexcused')),
        source text NOT NULL CONSTRAINT attendance_marks_source CHECK (source IN ('phone', 'paper', 'qr', 'sheet')),
        marked_at timestamptz NOT NULL,
        marked_by uuid,
        reason text
      );
      CREATE INDEX attendance_marks_by_line ON attendance_marks (line_id, id);
      CREATE TRIGGER attendance_marks_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON attendance_marks EXECUTE FUNCTION refuse_change();
      CREATE TABLE essays (
        enrollment_id uuid PRIMARY KEY CONSTRAINT essays_enrollment REFERENCES enrollments,
        body text NOT NULL,
        handed_in_at timestamptz NOT NULL,
        mark numeric(4, 2) CONSTRAINT essays_mark CHECK (mark BETWEEN 0 AND 10),
        marked_at timestamptz,
        marked_by uuid
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE essays;
      DROP TABLE attendance_marks;
      DROP TABLE attendance_lines;
      DROP TABLE enrollments;
      DROP TABLE office_entries;
    `);
  }
}

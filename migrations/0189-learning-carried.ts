import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LearningCarried1764547200189 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What goes along when somebody learns on in another class of the course.
      ALTER TABLE courses ADD COLUMN carries text NOT NULL DEFAULT 'all'
        CONSTRAINT courses_carries CHECK (carries IN ('all', 'attendance', 'marks', 'nothing'));

      -- The enrollment in an earlier class which this one goes on with.
      ALTER TABLE enrollments ADD COLUMN continues_id uuid CONSTRAINT enrollments_continues REFERENCES enrollments
        CONSTRAINT enrollments_continued_once UNIQUE
        CONSTRAINT enrollments_continue_another CHECK (continues_id <> id);

      -- A mark that comes from a half-day of another class names the line it comes from; it counts from before joining, too.
      ALTER TABLE attendance_marks
        ADD COLUMN from_line_id uuid CONSTRAINT attendance_marks_from_line REFERENCES attendance_lines,
        DROP CONSTRAINT attendance_marks_source,
        ADD CONSTRAINT attendance_marks_source CHECK (source IN ('phone', 'paper', 'qr', 'sheet', 'leave', 'carried')),
        ADD CONSTRAINT attendance_marks_carried_from CHECK ((source = 'carried') = (from_line_id IS NOT NULL));
      ALTER TABLE attendance_lines
        ADD COLUMN carried boolean NOT NULL DEFAULT false,
        DROP CONSTRAINT attendance_lines_absent_once_expected,
        ADD CONSTRAINT attendance_lines_absent_once_expected CHECK (expected OR carried OR mark IN ('unmarked', 'present')),
        DROP CONSTRAINT attendance_lines_counted,
        ADD CONSTRAINT attendance_lines_counted CHECK (counted = (expected OR mark <> 'unmarked'));
      CREATE OR REPLACE FUNCTION set_expected() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.expected := (SELECT is_expected(e.enrolled_at, NEW.during) FROM enrollments e WHERE e.id = NEW.enrollment_id);
        NEW.counted := NEW.expected OR NEW.mark <> 'unmarked';
        RETURN NEW;
      END $$;

      -- The module of another class the examination was sat in.
      ALTER TABLE module_marks ADD COLUMN sat_in_module_id uuid CONSTRAINT module_marks_sat_in REFERENCES modules;
      CREATE OR REPLACE VIEW marks_in_force AS
        SELECT m.enrollment_id, m.module_id, m.attempt, m.mark, m.entered_at, m.entered_by, m.sat_in_module_id FROM module_marks m
        WHERE m.mark IS NOT NULL AND NOT EXISTS (
          SELECT FROM module_marks newer WHERE newer.enrollment_id = m.enrollment_id AND newer.module_id = m.module_id
            AND newer.attempt = m.attempt AND newer.revision > m.revision);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW marks_in_force;
      ALTER TABLE module_marks DROP COLUMN sat_in_module_id;
      CREATE VIEW marks_in_force AS
        SELECT m.enrollment_id, m.module_id, m.attempt, m.mark, m.entered_at, m.entered_by FROM module_marks m
        WHERE m.mark IS NOT NULL AND NOT EXISTS (
          SELECT FROM module_marks newer WHERE newer.enrollment_id = m.enrollment_id AND newer.module_id = m.module_id
            AND newer.attempt = m.attempt AND newer.revision > m.revision);
      CREATE OR REPLACE FUNCTION set_expected() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.expected := (SELECT is_expected(e.enrolled_at, NEW.during) FROM enrollments e WHERE e.id = NEW.enrollment_id);
        NEW.counted := NEW.expected OR NEW.mark = 'present';
        RETURN NEW;
      END $$;
      ALTER TABLE attendance_lines
        DROP CONSTRAINT attendance_lines_counted,
        DROP CONSTRAINT attendance_lines_absent_once_expected,
        DROP COLUMN carried;
      UPDATE attendance_lines SET mark = 'unmarked' WHERE NOT expected AND mark IN ('excused', 'unexcused');
      ALTER TABLE attendance_lines
        ADD CONSTRAINT attendance_lines_absent_once_expected CHECK (expected OR mark IN ('unmarked', 'present')),
        ADD CONSTRAINT attendance_lines_counted CHECK (counted = (expected OR mark = 'present'));
      ALTER TABLE attendance_marks
        DROP COLUMN from_line_id,
        DROP CONSTRAINT attendance_marks_source,
        ADD CONSTRAINT attendance_marks_source CHECK (source IN ('phone', 'paper', 'qr', 'sheet', 'leave')) NOT VALID;
      ALTER TABLE enrollments DROP COLUMN continues_id;
      ALTER TABLE courses DROP COLUMN carries;
    `);
  }
}

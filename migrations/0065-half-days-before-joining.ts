import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HalfDaysBeforeJoining1764547200065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whoever joins a class is expected at the half-days that begin from then on.
      CREATE FUNCTION is_expected(enrolled_at timestamptz, during tstzrange) RETURNS boolean LANGUAGE sql IMMUTABLE AS
        'SELECT enrolled_at <= lower(during)';
      -- What counts of a person: the half-days they were expected at, and those they came to before they had joined.
      ALTER TABLE attendance_lines
        ADD COLUMN expected boolean NOT NULL DEFAULT true,
        ADD COLUMN counted boolean NOT NULL DEFAULT true;

      -- Results on record stay as they were judged.
      CREATE TEMPORARY TABLE lines_before_joining ON COMMIT DROP AS
        SELECT l.id, l.mark FROM attendance_lines l JOIN enrollments e ON e.id = l.enrollment_id JOIN classes c ON c.id = e.class_id
        WHERE NOT is_expected(e.enrolled_at, l.during) AND c.state NOT IN ('closed', 'cancelled') AND c.closing_since IS NULL;
      INSERT INTO attendance_marks (line_id, mark, source, marked_at, reason)
        SELECT b.id, 'unmarked', (SELECT m.source FROM attendance_marks m WHERE m.line_id = b.id ORDER BY m.id DESC LIMIT 1), now(),
               'Buổi học đã bắt đầu trước khi vào lớp'
        FROM lines_before_joining b WHERE b.mark IN ('excused', 'unexcused') AND EXISTS (SELECT FROM attendance_marks m WHERE m.line_id = b.id);
      UPDATE attendance_lines l SET expected = false, counted = l.mark = 'present', mark = CASE WHEN l.mark = 'present' THEN l.mark ELSE 'unmarked' END
        FROM lines_before_joining b WHERE b.id = l.id;

      ALTER TABLE attendance_lines
        ADD CONSTRAINT attendance_lines_absent_once_expected CHECK (expected OR mark IN ('unmarked', 'present')),
        ADD CONSTRAINT attendance_lines_counted CHECK (counted = (expected OR mark = 'present'));
      CREATE FUNCTION set_expected() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.expected := (SELECT is_expected(e.enrolled_at, NEW.during) FROM enrollments e WHERE e.id = NEW.enrollment_id);
        NEW.counted := NEW.expected OR NEW.mark = 'present';
        RETURN NEW;
      END $$;
      CREATE TRIGGER attendance_lines_expected BEFORE INSERT OR UPDATE OF during, mark ON attendance_lines
        FOR EACH ROW EXECUTE FUNCTION set_expected();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER attendance_lines_expected ON attendance_lines;
      DROP FUNCTION set_expected();
      ALTER TABLE attendance_lines
        DROP CONSTRAINT attendance_lines_counted,
        DROP CONSTRAINT attendance_lines_absent_once_expected,
        DROP COLUMN counted,
        DROP COLUMN expected;
      DROP FUNCTION is_expected(timestamptz, tstzrange);
    `);
  }
}

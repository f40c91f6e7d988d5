import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HalfDaysOfLearners1764547200213 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether half-days from before somebody joined count as missed, by the rules of the day the class opens; else they are left out.
      CREATE FUNCTION misses_before_joining(class_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (
          SELECT FROM classes c JOIN course_rules r ON r.course_id = c.course_id AND r.purpose = 'completion'
            AND r.rule = 'late_joining' AND r.valid @> c.opens_on AND r.parameters ->> 'halfDaysBefore' = 'missed'
          WHERE c.id = misses_before_joining.class_id)
      $$;
      -- The half-days of people's own classes and what each counts as: as it was marked, or, from before they joined and
      -- not attended since, missed or left out.
      CREATE VIEW half_days_of_learners AS
        SELECT l.id AS line_id, l.enrollment_id, l.half_day_id, h.class_id, h.day, h.part, h.during, l.live, l.mark, l.carried, l.expected,
          CASE WHEN l.counted THEN l.mark WHEN misses_before_joining(h.class_id) THEN 'missed_before' ELSE 'left_out' END AS counts_as
        FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id
        WHERE l.for_line_id IS NULL AND h.cancelled_at IS NULL;

      -- What was so without being said stands among the rules of each course that asks for attendance.
      INSERT INTO course_rules (course_id, purpose, rule, parameters, severity, valid, citation_vi, citation_en, verified)
        SELECT course_id, 'completion', 'late_joining', '{"halfDaysBefore": "left_out"}', 'block', daterange(min(lower(valid)), NULL),
          'Theo thông lệ của văn phòng đào tạo, chưa có văn bản', 'As the training office is used to; no text at hand', false
        FROM course_rules WHERE purpose = 'completion' AND rule = 'attendance' GROUP BY course_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW half_days_of_learners;
      DROP FUNCTION misses_before_joining(uuid);
      DELETE FROM course_rules WHERE rule = 'late_joining';
    `);
  }
}

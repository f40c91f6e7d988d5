import type { MigrationInterface, QueryRunner } from 'typeorm';

const refuse = (what: string) =>
  `RAISE EXCEPTION 'An examination takes this time.' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'exam_hours_${what}_free'`;

const taken = `
  SELECT DISTINCT e.id AS exam_id, taken.what, taken.subject_id, e.during, e.half_day_id
  FROM exams e CROSS JOIN LATERAL (
    SELECT 'room', r.room_id FROM exam_rooms r WHERE r.exam_id = e.id AND r.shared_reason IS NULL
    UNION ALL SELECT 'lecturer', i.lecturer_id FROM exam_invigilators i WHERE i.exam_id = e.id AND i.lecturer_id IS NOT NULL
    UNION ALL SELECT 'person', i.person_id FROM exam_invigilators i WHERE i.exam_id = e.id AND i.person_id IS NOT NULL
    UNION ALL SELECT 'person', n.person_id FROM exam_candidates c JOIN enrollments n ON n.id = c.enrollment_id WHERE c.exam_id = e.id
  ) taken (what, subject_id)
  WHERE e.id = exam AND e.cancelled_at IS NULL`;

const lay = `INSERT INTO exam_hours (exam_id, what, subject_id, during, half_day_id) ${taken};`;

const hold = (among: string) => `
  PERFORM FROM rooms WHERE id IN (SELECT subject_id FROM (${among}) h WHERE what = 'room') ORDER BY id FOR UPDATE;
  PERFORM FROM lecturers WHERE id IN (SELECT subject_id FROM (${among}) h WHERE what = 'lecturer') ORDER BY id FOR UPDATE;
  PERFORM FROM persons WHERE id IN (SELECT subject_id FROM (${among}) h WHERE what = 'person') ORDER BY id FOR UPDATE;`;

const laying = (inTurn: string) => `
  CREATE OR REPLACE FUNCTION lay_hours_of_exam(exam uuid) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM exam_hours WHERE exam_id = exam;
    ${inTurn}
    IF EXISTS (SELECT FROM exam_hours x JOIN half_days h ON h.held_room_id = x.subject_id AND h.during && x.during
        AND h.cancelled_at IS NULL AND h.room_shared_reason IS NULL AND h.id IS DISTINCT FROM x.half_day_id
      WHERE x.exam_id = exam AND x.what = 'room') THEN ${refuse('room')}; END IF;
    IF EXISTS (SELECT FROM exam_hours x JOIN half_days h ON h.lecturer_id = x.subject_id AND h.during && x.during
        AND h.cancelled_at IS NULL AND h.id IS DISTINCT FROM x.half_day_id
      WHERE x.exam_id = exam AND x.what = 'lecturer') THEN ${refuse('lecturer')}; END IF;
    IF EXISTS (SELECT FROM exam_hours x JOIN attendance_lines l ON l.person_id = x.subject_id AND l.during && x.during
        AND l.live AND l.overlap_reason IS NULL AND l.half_day_id IS DISTINCT FROM x.half_day_id
      WHERE x.exam_id = exam AND x.what = 'person') THEN ${refuse('person')}; END IF;
  END $$`;

const ofExam = 'SELECT what, subject_id FROM exam_hours WHERE exam_id = exam';

export class ExamsHoldBeforeTheyTake1764547200230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Whoever takes before it holds waits for one who holds and waits to take.
    await runner.query(laying(`${hold(taken)} ${lay}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(laying(`${lay} ${hold(ofExam)}`));
  }
}

import type { Pool } from 'pg';

const peopleOfClass = 100;

/**
 * Classes that open in a week, each with a hundred people who have an address and no account: as many reminders are due
 * today, each a mail of its own. Once for each `wave`.
 */
export async function arrangeReminders(pool: Pool, count: number, wave = 1): Promise<void> {
  await pool.query(
    `WITH today AS (SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day),
     unit AS (INSERT INTO units (code, kind) VALUES ('NHIEU-' || $2::text, 'base') RETURNING id),
     named AS (INSERT INTO unit_names (unit_id, name_vi, name_en, valid) SELECT id, 'Đơn vị', 'Unit', '[2000-01-01,)' FROM unit),
     course AS (INSERT INTO courses (code, name_vi, name_en, kind, approval_steps, award, usual_half_days, position)
       VALUES ('many_reminders_' || $2, 'Chương trình', 'Course', 'short', '{bloc}', 'certificate', 10, 99) RETURNING id),
     class AS (INSERT INTO classes (code, course_id, name, mode, state, opens_on, closes_on, capacity, pool_open,
         call_opens_at, call_closes_at, announced_at, created_at, version)
       SELECT 'NHIEU-' || $2 || '-' || n, course.id, 'Lớp ' || n, 'part_time', 'announced', day + 7, day + 30, ${peopleOfClass}, true,
         now() - interval '40 days', now() - interval '15 days', now() - interval '40 days', now() - interval '40 days', 1
       FROM course, today, generate_series(1, ceil($1::numeric / ${peopleOfClass})::int) n RETURNING id, code),
     entry AS (INSERT INTO office_entries (class_id, reason, entered_at) SELECT id, 'Theo quyết định', now() - interval '10 days' FROM class
       RETURNING id, class_id),
     person AS (INSERT INTO persons (unit_id, code, full_name, folded_name, sort_name, sex, birth_date, position, key_cadre, planned,
         standing, joined_on, official_on, education, theory_level, ratings, email)
       SELECT unit.id, 'N-' || $2 || '-' || n, 'Nguyễn Văn Thứ ' || n, 'nguyen van thu ' || n, 'thu ' || n, 'male', '1980-05-12', 'Trưởng phòng',
         true, true, 'official', '2008-06-01', '2009-06-01', 'university', 'elementary', '{}', 'n' || $2 || '-' || n || '@sink.example'
       FROM unit, generate_series(1, $1::int) n RETURNING id, unit_id, code)
     INSERT INTO enrollments (class_id, person_id, unit_id, office_entry_id, enrolled_at)
     SELECT class.id, person.id, person.unit_id, entry.id, now() - interval '10 days' FROM person
     JOIN class ON class.code = 'NHIEU-' || $2 || '-' || ((split_part(person.code, '-', 3)::int - 1) / ${peopleOfClass} + 1)
     JOIN entry ON entry.class_id = class.id`,
    [count, String(wave)],
  );
  await pool.query('ANALYZE');
}

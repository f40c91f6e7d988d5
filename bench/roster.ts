import type { Pool } from 'pg';
import type { Actor } from '../src/platform/access/actor';
import type { BenchedService } from './benched-service';
import { addOffice, establishProgrammes } from './office';

const halfDays = 10;
/** Every so many-th person missed too much. */
const absentEvery = 20;

export interface Roster {
  readonly classId: string;
  readonly people: number;
  readonly graduates: number;
}

/** A course that asks for 80 % attendance, gives a certificate and raises the theory level. */
const courseCode = 'bench';

/** An office with the programmes and a course of its own, and somebody there to close its classes. */
export async function openOffice(service: BenchedService, pool: Pool): Promise<Actor> {
  await pool.query(
    `WITH bloc AS (INSERT INTO units (code, kind) VALUES ('KHOI', 'bloc') RETURNING id)
     INSERT INTO unit_names (unit_id, name_vi, name_en, valid) SELECT id, 'Khối', 'Bloc', '[2000-01-01,)' FROM bloc`,
  );
  await addOffice(pool);
  const actor = await establishProgrammes(service, pool);
  await pool.query(
    `WITH course AS (INSERT INTO courses (code, name_vi, name_en, kind, raises_to, approval_steps, award, usual_half_days, position)
       SELECT '${courseCode}', name_vi, name_en, kind, 'elementary', approval_steps, 'certificate', usual_half_days, 99
       FROM courses WHERE code = 'party_awareness' RETURNING id)
     INSERT INTO course_rules (course_id, purpose, rule, parameters, severity, valid, citation_vi, citation_en, verified)
     SELECT id, purpose, rule, parameters::jsonb, 'block', '[2000-01-01,)', 'bench', 'bench', true FROM course, (VALUES
       ('completion', 'attendance', '{"maximumAbsentShare": 0.2}'),
       ('award', 'certificate', '{"series": "BENCH", "template": "{seq:5}/{year}/BENCH", "validMonths": 60}')) r (purpose, rule, parameters)`,
  );
  return actor;
}

/** A class that is over: ten half-days, everybody marked unless told; half of the people have an account. */
export async function fillClass(
  pool: Pool,
  name: string,
  people: number,
  attendance: 'marked' | 'none' = 'marked',
): Promise<Roster> {
  const { rows } = await pool.query<{ id: string }>(
    `WITH course AS (SELECT id FROM courses WHERE code = '${courseCode}'),
     class AS (INSERT INTO classes (code, course_id, name, mode, state, opens_on, closes_on, capacity, pool_open, call_opens_at, call_closes_at, announced_at, confirmed_at,
         opening_decision, created_at, version)
       SELECT $1, id, $1, 'part_time', 'confirmed', current_date - 40, current_date - 10, 1, true, now() - interval '80 days', now() - interval '50 days', now(), now(), '1-QĐ', now(), 1 FROM course RETURNING id),
     seat AS (INSERT INTO seats (class_id, number) SELECT id, 1 FROM class),
     half_day AS (INSERT INTO half_days (class_id, number, day, part, during)
       SELECT id, n, current_date - 40 + n, 'morning', tstzrange((current_date - 40 + n) + time '07:30', (current_date - 40 + n) + time '11:00')
       FROM class, generate_series(1, ${halfDays}) n)
     SELECT id FROM class`,
    [name],
  );
  const classId = rows[0]!.id;
  await pool.query(
    `WITH unit AS (SELECT id FROM units LIMIT 1),
     person AS (INSERT INTO persons (unit_id, code, full_name, folded_name, sort_name, sex, birth_date, position, key_cadre, planned,
         standing, joined_on, official_on, education, theory_level, email)
       SELECT id, $2 || '-' || n, 'Nguyễn Văn Thứ ' || n, 'nguyen van thu ' || n, 'thu ' || n, 'male', '1980-05-12', 'Trưởng phòng', true, true,
         'official', '2008-06-01', '2009-06-01', 'university', 'none', $2 || n || '@example.vn' FROM unit, generate_series(1, $3::int) n RETURNING id, unit_id, code),
     account AS (INSERT INTO accounts (email, name, password_hash, locale, created_at, person_id)
       SELECT code || '@example.vn', code, 'none', 'vi', now(), id FROM person WHERE right(code, 1) < '5'),
     entry AS (INSERT INTO office_entries (class_id, reason, entered_at) VALUES ($1, 'bench', now()) RETURNING id)
     INSERT INTO enrollments (class_id, person_id, office_entry_id, unit_id, enrolled_at) SELECT $1, person.id, entry.id, person.unit_id, now() - interval '50 days' FROM person, entry`,
    [classId, name, people],
  );
  if (attendance === 'marked') await mark(pool, classId);
  await pool.query('ANALYZE persons, accounts, classes, half_days, enrollments, attendance_lines');
  return { classId, people, graduates: people - Math.floor(people / absentEvery) };
}

/** With a reason nothing is held against other classes, which is the slow part of writing so many lines. */
async function mark(pool: Pool, classId: string): Promise<void> {
  await pool.query(
    `INSERT INTO attendance_lines (enrollment_id, half_day_id, person_id, during, overlap_reason, mark)
     SELECT e.id, h.id, e.person_id, h.during, 'bench', CASE WHEN e.place % ${absentEvery} = 0 AND h.number > 4 THEN 'unexcused' ELSE 'present' END
     FROM (SELECT *, row_number() OVER (ORDER BY id) AS place FROM enrollments WHERE class_id = $1) e JOIN half_days h ON h.class_id = $1`,
    [classId],
  );
}

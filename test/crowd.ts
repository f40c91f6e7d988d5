import { Client } from 'pg';
import type { TestApp } from './app';

/** How much there is of a service that has run for years. */
export interface CrowdSize {
  readonly units: number;
  readonly people: number;
  /** Of twenty learners each; the last twenty are to come, the rest closed one after another over five years. */
  readonly classes: number;
}

/**
 * Years of other people's units, classes and papers below a unit, written as they are: neither triggers nor foreign
 * keys look, so that tens of thousands take seconds.
 */
export async function crowdBelow(parent: { readonly id: string }, app: TestApp, size: CrowdSize): Promise<void> {
  const { units, people, classes } = size;
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    for (const statement of statements) {
      const words = { ':units': units, ':people': people, ':classes': classes, ':parent': `'${parent.id}'` };
      const today = `'${app.clock.today()}'::date`;
      await client.query(
        Object.entries({ ...words, ':today': today }).reduce(
          (sql, [word, said]) => sql.replaceAll(word, String(said)),
          statement,
        ),
      );
    }
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

const statements = [
  `CREATE FUNCTION pg_temp.id(kind text, n bigint) RETURNS uuid IMMUTABLE LANGUAGE sql AS $$ SELECT md5(kind || n)::uuid $$`,
  `CREATE TEMP TABLE crowd_classes AS
   SELECT n, n > :classes - 20 AS to_come, CASE WHEN n > :classes - 20 THEN :today - 3 + n % 20 ELSE :today - 30 - n * 1800 / :classes END AS opens_on
   FROM generate_series(1, :classes) n`,
  `CREATE TEMP TABLE crowd_places AS
   SELECT row_number() OVER () AS n, c.n AS class, c.to_come, c.opens_on, s AS place, 1 + (c.n * 24 + s) % :people AS person, 1 + (c.n * 24 + s) % :people % :units AS unit
   FROM crowd_classes c, generate_series(1, 24) s`,
  `INSERT INTO units (id, code, kind) SELECT pg_temp.id('unit', n), 'DONG-' || n, 'base' FROM generate_series(1, :units) n`,
  `INSERT INTO unit_names (unit_id, name_vi, name_en, valid) SELECT id, 'Đơn vị ' || code, 'Unit ' || code, '[2000-01-01,)' FROM units WHERE code LIKE 'DONG-%'`,
  `INSERT INTO unit_parents (unit_id, parent_id, valid) SELECT id, :parent, '[2000-01-01,)' FROM units WHERE code LIKE 'DONG-%'`,
  `INSERT INTO persons (id, unit_id, code, full_name, folded_name, sort_name, sex, birth_date, position, key_cadre, planned, standing, joined_on,
     official_on, education, theory_level, ratings, email, post_id)
   SELECT pg_temp.id('person', n), pg_temp.id('unit', 1 + n % :units), 'DONG-' || n, 'Nguyễn Văn ' || n, 'nguyen van ' || n, n || ' nguyen van', 'male',
     date '1970-01-01' + n * 37 % 10000, 'Trưởng phòng', n % 2 = 0, n % 3 = 0, 'official', '2008-06-01', '2009-06-01', 'university', 'elementary',
     '{"2024": "good"}', 'dong' || n || '@example.vn', held.ids[1 + n % cardinality(held.ids)]
   FROM generate_series(1, :people) n, (SELECT array_agg(id ORDER BY id) AS ids FROM posts) held`,
  `INSERT INTO courses (id, code, name_vi, name_en, kind, approval_steps, award, usual_half_days, position)
   VALUES (pg_temp.id('course', 1), 'crowd', 'Chương trình', 'Course', 'short', '{group,bloc}', 'certificate', 5, 50)`,
  `INSERT INTO classes (id, code, course_id, name, mode, state, opens_on, closes_on, capacity, pool_open, call_opens_at, call_closes_at, announced_at,
     closed_at, created_at, version)
   SELECT pg_temp.id('class', n), 'DONG-' || n, pg_temp.id('course', 1), 'Lớp ' || n, 'part_time', CASE WHEN to_come THEN 'announced' ELSE 'closed' END,
     opens_on, opens_on + 10, 50, true, opens_on - 60, opens_on - 10, opens_on - 60, CASE WHEN NOT to_come THEN opens_on + 12 END, opens_on - 61, 1
   FROM crowd_classes`,
  `INSERT INTO half_days (id, class_id, number, day, part, during)
   SELECT pg_temp.id('half day', n * 10 + d), pg_temp.id('class', n), d, opens_on + d, 'morning', tstzrange(opens_on + d + time '00:30', opens_on + d + time '04:30')
   FROM crowd_classes, generate_series(1, 3) d`,
  `INSERT INTO nominations (id, class_id, person_id, unit_id, state, letter_number, letter_date, checks, created_at, submitted_at, decided_at, ended_at, version)
   SELECT pg_temp.id('nomination', n), pg_temp.id('class', class), pg_temp.id('person', person), pg_temp.id('unit', unit), s.state, '1-CV', opens_on - 50, '[]',
     opens_on - 50, opens_on - 50, CASE WHEN s.state <> 'submitted' THEN opens_on - 40 END, CASE WHEN s.state = 'rejected' THEN opens_on - 40 END, 2
   FROM crowd_places, LATERAL (SELECT CASE WHEN place <= 20 THEN 'accepted' WHEN to_come THEN 'submitted' ELSE 'rejected' END AS state) s`,
  `INSERT INTO seats (class_id, number, nomination_id) SELECT pg_temp.id('class', class), place, pg_temp.id('nomination', n) FROM crowd_places WHERE place <= 20 OR to_come`,
  `INSERT INTO enrollments (id, class_id, person_id, nomination_id, unit_id, enrolled_at)
   SELECT pg_temp.id('enrollment', n), pg_temp.id('class', class), pg_temp.id('person', person), pg_temp.id('nomination', n), pg_temp.id('unit', unit), opens_on - 40
   FROM crowd_places WHERE place <= 20`,
  `INSERT INTO attendance_lines (id, enrollment_id, half_day_id, person_id, during, overlap_reason, mark)
   SELECT pg_temp.id('line', p.n * 10 + d), pg_temp.id('enrollment', p.n), h.id, pg_temp.id('person', p.person), h.during, 'x', CASE WHEN p.to_come THEN 'unmarked' ELSE 'present' END
   FROM crowd_places p, generate_series(1, 3) d, LATERAL (SELECT id, during FROM half_days h WHERE h.id = pg_temp.id('half day', p.class * 10 + d) OFFSET 0) h WHERE p.place <= 20`,
  `INSERT INTO completions (id, enrollment_id, class_id, person_id, completed, grade, absent_share, reasons, judged_at, closing_id)
   SELECT pg_temp.id('completion', n), pg_temp.id('enrollment', n), pg_temp.id('class', class), pg_temp.id('person', person), true, 'good', 0, '[]', opens_on + 12, pg_temp.id('closing', class)
   FROM crowd_places WHERE place <= 20 AND NOT to_come`,
  `INSERT INTO certificates (id, series, year, sequence, number, completion_id, person_id, holder_name, issued_on, valid_until, verification_code, state,
     birth_date, unit_name, course_name, class_name, started_on, ended_on, grade, letterhead)
   SELECT pg_temp.id('certificate', n), 'crowd', 2026, n, n || '/DONG', pg_temp.id('completion', n), pg_temp.id('person', person), 'Nguyễn Văn ' || person,
     opens_on + 12, opens_on + 1812, 'DONG' || n, 'issued', '1980-01-01', 'Đơn vị', 'Chương trình', 'Lớp', opens_on, opens_on + 10, 'good', '{}'
   FROM crowd_places WHERE place <= 20 AND NOT to_come`,
  `INSERT INTO training_records (person_id, course_id, completion_id, holder_name, course_name, class_name, unit_name, started_on, ended_on, grade, award_number, recorded_at, kind)
   SELECT pg_temp.id('person', person), pg_temp.id('course', 1), pg_temp.id('completion', n), 'Nguyễn Văn ' || person, 'Chương trình', 'Lớp', 'Đơn vị', opens_on, opens_on + 10,
     'good', n || '/DONG', opens_on + 12, 'completion'
   FROM crowd_places WHERE place <= 20 AND NOT to_come`,
  `INSERT INTO journal_lines (at, actor_name, action, subject_type, subject_id, unit_id, class_id, person_id, facts)
   SELECT opens_on - 50, 'Văn thư', 'nominations.submitted', 'nomination', pg_temp.id('nomination', n), pg_temp.id('unit', unit), pg_temp.id('class', class), pg_temp.id('person', person), '{}'
   FROM crowd_places ORDER BY n DESC`,
  `INSERT INTO mail_messages (id, message_id, to_address, subject, body, written_at, delivered_at)
   SELECT pg_temp.id('mail', n), n || '@dong', 'dong' || person || '@example.vn', 'Nhắc', 'x', opens_on - 7, opens_on - 7 FROM crowd_places`,
  `INSERT INTO reminders (id, rule, person_id, occurrence, class_id, unit_id, days_before, due_on, state, mail_id, planned_at, written_at, anchor)
   SELECT pg_temp.id('reminder', n), 'class_near', pg_temp.id('person', person), class, pg_temp.id('class', class), pg_temp.id('unit', unit), 7, opens_on - 7, 'written',
     pg_temp.id('mail', n), opens_on - 20, opens_on - 7, opens_on FROM crowd_places`,
  `INSERT INTO accounts (id, person_id, email, name, locale, created_at, acknowledged_at, accepted_at)
   SELECT pg_temp.id('account', n), pg_temp.id('person', n), 'dong' || n || '@example.vn', 'Nguyễn Văn ' || n, 'vi', :today - 100, :today - 99, :today - 99 FROM generate_series(1, :people / 2) n`,
  `INSERT INTO notices (account_id, at, text_vi, text_en, link) SELECT pg_temp.id('account', 1 + n % (:people / 2)), :today - n % 300, 'x', 'x', '/notices' FROM generate_series(1, :people) n`,
  `INSERT INTO leave_requests (id, enrollment_id, reason, state, asked_at, decided_at)
   SELECT pg_temp.id('leave', n), pg_temp.id('enrollment', n), 'x', 'approved', opens_on - 3, opens_on - 2 FROM crowd_places WHERE place <= 20`,
];

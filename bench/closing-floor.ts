import type { Pool } from 'pg';

/**
 * The floor of a closing: the rows it writes, from one class to another of the same size, a statement for each kind of row and
 * some people a transaction, without judging anybody. Returns seconds.
 */
export async function closeBarely(pool: Pool, model: string, copy: string, batch: number): Promise<number> {
  await pool.query('DROP TABLE IF EXISTS pairs');
  await pool.query(
    `CREATE TABLE pairs AS SELECT m.place, m.id AS model, c.id AS enrollment_id, c.person_id FROM
       (SELECT id, row_number() OVER (ORDER BY id) AS place FROM enrollments WHERE class_id = $1) m
       JOIN (SELECT id, person_id, row_number() OVER (ORDER BY id) AS place FROM enrollments WHERE class_id = $2) c USING (place)`,
    [model, copy],
  );
  await pool.query('CREATE INDEX ON pairs (place)');
  await pool.query('ANALYZE pairs');
  await pool.query(
    `INSERT INTO certificate_registers (series, year, last_sequence)
     SELECT 'FLOOR ' || count(*), 2026, 0 FROM certificate_registers WHERE series LIKE 'FLOOR%'`,
  );
  const { rows } = await pool.query<{ people: number }>('SELECT count(*)::int AS people FROM pairs');
  const people = rows[0]!.people;
  const started = performance.now();
  for (let from = 0; from < people; from += batch) {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      for (const statement of statements) await client.query(statement, [from, from + batch]);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  }
  return (performance.now() - started) / 1000;
}

const these = `pairs p WHERE p.place > $1 AND p.place <= $2`;
const register = `(SELECT series FROM certificate_registers WHERE series LIKE 'FLOOR%' ORDER BY length(series) DESC, series DESC LIMIT 1)`;
const completed = `pairs p JOIN completions c ON c.enrollment_id = p.enrollment_id AND c.completed WHERE p.place > $1 AND p.place <= $2`;
const journal = (action: string, type: string, subject: string) =>
  `INSERT INTO journal_lines (at, actor_name, action, subject_type, subject_id, person_id, facts)
   SELECT now(), 'bench', '${action}', '${type}', ${subject}, p.person_id, '{}' FROM ${completed}`;

const statements = [
  `INSERT INTO completions (enrollment_id, class_id, person_id, completed, grade, average_mark, absent_share, reasons, judged_at)
   SELECT p.enrollment_id, e.class_id, p.person_id, c.completed, c.grade, c.average_mark, c.absent_share, c.reasons, now()
   FROM pairs p JOIN completions c ON c.enrollment_id = p.model JOIN enrollments e ON e.id = p.enrollment_id WHERE p.place > $1 AND p.place <= $2`,
  `INSERT INTO certificates (series, year, sequence, number, completion_id, person_id, holder_name, issued_on, verification_code, state,
     birth_date, unit_name, course_name, class_name, started_on, ended_on, letterhead)
   SELECT ${register}, 2026, p.place, ${register} || ' ' || p.place, c.id, p.person_id, 'Nguyễn Văn', current_date, ${register} || ' ' || p.place, 'issued',
     date '1980-01-01', 'Khối', 'Lớp', 'Lớp', current_date, current_date,
     '{"superior": "THÀNH ỦY", "body": "KHỐI", "place": "TP.HCM", "signerCapacity": "TM. Ban Thường vụ"}' FROM ${completed}`,
  `INSERT INTO certificate_register_lines (certificate_id, event, at, actor_name)
   SELECT t.id, 'issued', now(), 'bench' FROM certificates t WHERE t.completion_id IN (SELECT c.id FROM ${completed}) ORDER BY t.sequence`,
  `INSERT INTO training_records (person_id, course_id, completion_id, holder_name, course_name, class_name, unit_name, position, started_on, ended_on, recorded_at)
   SELECT p.person_id, (SELECT course_id FROM classes LIMIT 1), c.id, 'Nguyễn Văn', 'Lớp', 'Lớp', 'Khối', 'Trưởng phòng', current_date, current_date, now() FROM ${completed}`,
  journal('training_records.written', 'training_record', 'c.id'),
  `UPDATE persons SET theory_level = 'elementary', theory_level_earned = 'elementary', version = version + 1
   WHERE id IN (SELECT p.person_id FROM ${completed})`,
  journal('people.theory_level_raised', 'person', 'p.person_id'),
  `INSERT INTO mail_messages (message_id, to_address, subject, body, written_at)
   SELECT '<' || gen_random_uuid() || '@bench>', 'a' || p.place || '@example.vn', 'Đã có kết quả lớp', repeat('x', 300), now() FROM ${these}`,
  `INSERT INTO notices (account_id, at, text_vi, text_en, link)
   SELECT a.id, now(), 'Đã có kết quả', 'Results', '/' FROM pairs p JOIN accounts a ON a.person_id = p.person_id WHERE p.place > $1 AND p.place <= $2`,
  `UPDATE completions SET told_at = now() WHERE enrollment_id IN (SELECT p.enrollment_id FROM ${these})`,
];

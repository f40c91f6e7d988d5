import type { Pool, PoolClient } from 'pg';
import type { Reviewed, Word } from './review';

/** The floor of a review: the rows it writes, in one transaction and a statement for each kind of row, without judging anybody. */
export async function reviewBarely(pool: Pool, classId: string, reviewed: Reviewed, checks: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    for (const [word, ids] of reviewed) if (ids.length > 0) await writes[word](client, ids, classId, checks);
    await client.query(
      `INSERT INTO decisions_held (nomination_id, review_id, decided_at, told_from, state, rank, seat_number)
       SELECT n.id, $2, now(), now() + interval '10 minutes', 'submitted', n.rank, s.number
       FROM nominations n LEFT JOIN seats s ON s.nomination_id = n.id WHERE n.id = ANY ($1::uuid[])`,
      [[...reviewed.values()].flat(), classId],
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

type Writes = (client: PoolClient, ids: readonly string[], classId: string, checks: string) => Promise<void>;

const writes: Readonly<Record<Word, Writes>> = {
  async accept(client, ids, classId, checks) {
    await client.query(
      `UPDATE nominations SET state = 'accepted', decided_at = now(), checks = $2::jsonb, version = version + 1 WHERE id = ANY ($1::uuid[])`,
      [ids, checks],
    );
    await journal(client, ids, 'nominations.accepted', '{}');
    await client.query(
      `INSERT INTO enrollments (class_id, person_id, unit_id, nomination_id, enrolled_at)
       SELECT class_id, person_id, unit_id, id, now() FROM nominations WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    await client.query(
      `INSERT INTO attendance_lines (enrollment_id, half_day_id, person_id, during)
       SELECT e.id, h.id, e.person_id, h.during FROM enrollments e JOIN half_days h ON h.class_id = e.class_id
       WHERE e.class_id = $1 AND e.nomination_id = ANY ($2::uuid[])`,
      [classId, ids],
    );
    await client.query(
      `INSERT INTO journal_lines (at, actor_name, action, subject_type, subject_id, unit_id, class_id, person_id, facts)
       SELECT now(), 'bench', 'enrollments.made', 'enrollment', id, unit_id, class_id, person_id, jsonb_build_object('nominationId', nomination_id)
       FROM enrollments WHERE class_id = $1 AND nomination_id = ANY ($2::uuid[])`,
      [classId, ids],
    );
  },
  async return(client, ids) {
    await client.query(
      `UPDATE nominations SET state = 'returned', decided_at = now(), reason = 'bench', correct_by = current_date + 20, version = version + 1 WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    await journal(client, ids, 'nominations.returned', '{"correctBy": "2026-01-05"}');
  },
  async reject(client, ids) {
    await client.query(
      `UPDATE nominations SET state = 'rejected', decided_at = now(), ended_at = now(), reason = 'bench', version = version + 1 WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    await journal(client, ids, 'nominations.rejected', '{"freedSeat": 1}');
    await client.query(`UPDATE seats SET nomination_id = NULL WHERE nomination_id = ANY ($1::uuid[])`, [ids]);
  },
};

async function journal(client: PoolClient, ids: readonly string[], action: string, facts: string): Promise<void> {
  await client.query(
    `INSERT INTO journal_lines (at, actor_name, action, subject_type, subject_id, unit_id, class_id, person_id, facts)
     SELECT now(), 'bench', $2, 'nomination', id, unit_id, class_id, person_id, $3 FROM nominations WHERE id = ANY ($1::uuid[])`,
    [ids, action, facts],
  );
}

import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Run } from './figures';
import type { Submission, UnitList } from './nominees';

/**
 * The floor of a submission: the writes the service makes and the locks it takes, as bare statements prepared once,
 * without HTTP, checks or entities.
 */
export async function submitBarely(
  pool: Pool,
  lists: readonly UnitList[],
  callers: number,
  checks: unknown,
): Promise<Run> {
  const milliseconds: number[] = [];
  const left = lists.map((list) => list.values());
  const started = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async (_, index) => {
      for (const submission of left[index % left.length]!) {
        const sent = performance.now();
        await inTransaction(pool, (client) => write(client, submission, JSON.stringify(checks)));
        milliseconds.push(performance.now() - sent);
      }
    }),
  );
  return { seconds: (performance.now() - started) / 1000, milliseconds, statuses: {} };
}

async function inTransaction(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function write(client: PoolClient, submission: Submission, checks: string): Promise<void> {
  const { classId, unitId, personId, accountId } = submission;
  const id = randomUUID();
  const wanted = [classId, unitId, id];
  await client.query('SAVEPOINT before_looking');
  const seat = (await row(client, statements.takeFree, wanted)) ?? (await lookAgain(client, classId, wanted));
  const rank = seat ? null : await nextRank(client, classId, unitId);
  await row(client, statements.submit, [id, classId, personId, unitId, rank, checks, accountId]);
  await row(client, statements.journal, [id, unitId, classId, personId, accountId, rank]);
}

async function lookAgain(client: PoolClient, classId: string, wanted: readonly unknown[]): Promise<unknown> {
  await client.query('ROLLBACK TO SAVEPOINT before_looking');
  await row(client, statements.lockForWaiting, [classId]);
  return row(client, statements.takeAfterWaiting, wanted);
}

async function nextRank(client: PoolClient, classId: string, unitId: string): Promise<number> {
  await row(client, statements.lockRanks, [classId, unitId]);
  return (await row<{ rank: number }>(client, statements.nextRank, [classId, unitId])).rank;
}

async function row<Row>(client: PoolClient, { name, text }: Statement, values: readonly unknown[]): Promise<Row> {
  const { rows } = await client.query({ name, text, values: [...values] });
  return rows[0] as Row;
}

interface Statement {
  readonly name: string;
  readonly text: string;
}

const takeSeat = (
  lockedRows: 'SKIP LOCKED' | '',
) => `UPDATE seats SET nomination_id = $3 WHERE class_id = $1 AND number = (
  SELECT number FROM seats WHERE class_id = $1 AND nomination_id IS NULL AND (unit_id = $2 OR unit_id IS NULL)
  ORDER BY unit_id IS NULL, number LIMIT 1 FOR UPDATE ${lockedRows}) RETURNING number`;

const statements = {
  takeFree: { name: 'take-free', text: takeSeat('SKIP LOCKED') },
  lockForWaiting: {
    name: 'lock-for-waiting',
    text: `SELECT pg_advisory_xact_lock_shared(hashtextextended('reserves of ' || $1, 0))`,
  },
  takeAfterWaiting: { name: 'take-after-waiting', text: takeSeat('') },
  lockRanks: {
    name: 'lock-ranks',
    text: `SELECT pg_advisory_xact_lock(hashtextextended('ranks of ' || $1 || $2, 0))`,
  },
  nextRank: {
    name: 'next-rank',
    text: `SELECT coalesce(max(rank), 0) + 1 AS rank FROM nominations WHERE class_id = $1 AND unit_id = $2`,
  },
  submit: {
    name: 'submit',
    text: `INSERT INTO nominations (id, class_id, person_id, unit_id, state, rank, checks, created_at, created_by, submitted_at, submitted_by,
        placed_at, letter_number, letter_date, version)
      VALUES ($1, $2, $3, $4, 'submitted', $5, $6, now(), $7, now(), $7, now(), '1-CV/ĐU', '2026-01-05', 1)`,
  },
  journal: {
    name: 'journal',
    text: `INSERT INTO journal_lines (at, account_id, actor_name, action, subject_type, subject_id, unit_id, class_id, person_id, facts)
      SELECT now(), $5, 'bench', action, 'nomination', $1, $2, $3, $4, facts
      FROM (VALUES ('nominations.drafted', '{}'::jsonb), ('nominations.submitted', jsonb_build_object('letter', '1-CV/ĐU', 'rank', $6::int))) l (action, facts)`,
  },
} as const satisfies Readonly<Record<string, Statement>>;

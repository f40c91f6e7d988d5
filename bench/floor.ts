import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Pool, PoolClient } from 'pg';
import { SeatsService } from '../src/classes/seats.service';
import { lockAlone, lockShared } from '../src/platform/database/advisory-locks';

/** A submission as a floor writes it. */
interface Wanted {
  readonly id: string;
  readonly classId: string;
  readonly unitId: string;
  readonly personId: string;
  readonly accountId: string;
}

/**
 * The floors of a submission: who asks is looked up, then the writes the service makes with the locks it takes, as bare
 * statements prepared once, over Fastify without checks or entities.
 */
const floors = {
  /** Each in a transaction of its own. */
  each: (pool: Pool, checks: unknown) => (wanted: Wanted) =>
    inTransaction(pool, (client) => writeOne(client, wanted, checks)),
  /** Up to fifty in one transaction, written as sets; the next gather meanwhile. */
  fifty: (pool: Pool, checks: unknown) => {
    const waiting: { readonly wanted: Wanted; readonly done: () => void; readonly failed: (error: unknown) => void }[] =
      [];
    let isUnderWay = false;
    const goOn = async () => {
      isUnderWay = true;
      while (waiting.length > 0) {
        const batch = waiting.splice(0, 50);
        await inTransaction(pool, (client) =>
          writeMany(
            client,
            batch.map(({ wanted }) => wanted),
            checks,
          ),
        ).then(
          () => batch.forEach(({ done }) => done()),
          (error: unknown) => batch.forEach(({ failed }) => failed(error)),
        );
      }
      isUnderWay = false;
    };
    return (wanted: Wanted) =>
      new Promise<void>((done, failed) => {
        waiting.push({ wanted, done, failed });
        if (!isUnderWay) setImmediate(() => void (isUnderWay || goOn()));
      });
  },
} as const;

export type Floor = keyof typeof floors;
export const floorNames = Object.keys(floors) as Floor[];

interface Submitting {
  readonly Params: { readonly id: string };
  readonly Body: { readonly personId: string };
}

/** @param checks what a nomination of the service holds */
export function submissionsBarely(floor: Floor, checks: unknown) {
  return (server: FastifyInstance, pool: Pool): void => {
    const submit = floors[floor](pool, JSON.stringify(checks));
    server.post<Submitting>('/api/v1/classes/:id/nominations', async ({ params, body, headers }, reply) => {
      const token = headers.authorization?.slice('Bearer '.length) ?? '';
      const asked = [createHash('sha256').update(token).digest('hex')];
      const { rows } = await pool.query<Pick<Wanted, 'accountId' | 'unitId'>>({ ...statements.whoAsks, values: asked });
      const [who] = rows;
      if (!who) return reply.code(401).send();
      const wanted = { ...who, id: randomUUID(), classId: params.id, personId: body.personId };
      await submit(wanted);
      return reply.code(201).send({ ...wanted, checks });
    });
  };
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

async function writeOne(client: PoolClient, wanted: Wanted, checks: unknown): Promise<void> {
  const { id, classId, unitId, personId, accountId } = wanted;
  await rowsOf(client, statements.lockForWaiting, [[classId]]);
  const [seat] = await rowsOf(client, statements.take, [classId, unitId, id]);
  const rank = seat ? null : await nextRank(client, wanted);
  await rowsOf(client, statements.submit, [[id], [classId], [personId], [unitId], [rank], checks, [accountId]]);
  await rowsOf(client, statements.journal, [[id], [unitId], [classId], [personId], [accountId], [rank]]);
}

async function nextRank(client: PoolClient, { classId, unitId }: Wanted): Promise<number> {
  await rowsOf(client, statements.lockRanks, [[classId], [unitId]]);
  const [next] = await rowsOf<{ rank: number }>(client, statements.nextRanks, [[classId], [unitId]]);
  return next!.rank;
}

async function writeMany(client: PoolClient, wanted: readonly Wanted[], checks: unknown): Promise<void> {
  const column = <Name extends keyof Wanted>(name: Name, of = wanted) => of.map((one) => one[name]);
  await rowsOf(client, statements.lockForWaiting, [column('classId')]);
  const seats = await rowsOf<{ id: string }>(client, statements.takeMany, [
    column('id'),
    column('classId'),
    column('unitId'),
  ]);
  const seated = new Set(seats.map(({ id }) => id));
  const left = wanted.filter(({ id }) => !seated.has(id));
  const ranks = new Map<string, number>();
  if (left.length > 0) {
    const places = [column('classId', left), column('unitId', left)];
    await rowsOf(client, statements.lockRanks, places);
    const next = await rowsOf<{ classId: string; unitId: string; rank: number }>(client, statements.nextRanks, places);
    const free = new Map(next.map(({ classId, unitId, rank }) => [classId + unitId, rank]));
    for (const { id, classId, unitId } of left) {
      const rank = free.get(classId + unitId)!;
      ranks.set(id, rank);
      free.set(classId + unitId, rank + 1);
    }
  }
  const ids = column('id');
  const given = ids.map((id) => ranks.get(id) ?? null);
  const [classes, people, units, accounts] = [
    column('classId'),
    column('personId'),
    column('unitId'),
    column('accountId'),
  ];
  await rowsOf(client, statements.submit, [ids, classes, people, units, given, checks, accounts]);
  await rowsOf(client, statements.journal, [ids, units, classes, people, accounts, given]);
}

async function rowsOf<Row>(client: PoolClient, { name, text }: Statement, values: readonly unknown[]): Promise<Row[]> {
  const { rows } = await client.query({ name, text, values: [...values] });
  return rows as Row[];
}

interface Statement {
  readonly name: string;
  readonly text: string;
}

const statements = {
  whoAsks: {
    name: 'who-asks',
    text: `SELECT t.account_id AS "accountId", g.unit_id AS "unitId" FROM api_tokens t JOIN accounts a ON a.id = t.account_id AND a.disabled_at IS NULL
      JOIN grants g ON g.account_id = a.id AND g.ended_at IS NULL WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > now()`,
  },
  lockForWaiting: {
    name: 'lock-for-waiting',
    text: `SELECT ${lockShared(`'reserves of ' || id`)} FROM (SELECT DISTINCT unnest($1::uuid[]) AS id ORDER BY 1) classes`,
  },
  take: {
    name: 'take',
    text: `UPDATE seats SET nomination_id = $3 WHERE class_id = $1 AND number = (
      SELECT number FROM seats WHERE class_id = $1 AND nomination_id IS NULL AND (unit_id = $2 OR unit_id IS NULL)
      ORDER BY unit_id IS NULL, number LIMIT 1 FOR UPDATE) RETURNING number`,
  },
  takeMany: {
    name: 'take-many',
    text: `WITH wanted AS (
        SELECT id, class_id, unit_id, true AS pool_too, place
        FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY w (id, class_id, unit_id, place)),
      ${new SeatsService().taking('')} SELECT id FROM taken`,
  },
  lockRanks: {
    name: 'lock-ranks',
    text: `SELECT ${lockAlone(`'ranks of ' || class_id || unit_id`)}
      FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[]) w (class_id, unit_id) ORDER BY 1, 2) w`,
  },
  nextRanks: {
    name: 'next-ranks',
    text: `SELECT class_id AS "classId", unit_id AS "unitId",
        (SELECT coalesce(max(rank), 0) + 1 FROM nominations n WHERE n.class_id = w.class_id AND n.unit_id = w.unit_id) AS rank
      FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[]) w (class_id, unit_id)) w`,
  },
  submit: {
    name: 'submit',
    text: `INSERT INTO nominations (id, class_id, person_id, unit_id, state, rank, checks, created_at, created_by, submitted_at, submitted_by,
        placed_at, letter_number, letter_date, version)
      SELECT id, class_id, person_id, unit_id, 'submitted', rank, $6, now(), account_id, now(), account_id, now(), '1-CV/ĐU', '2026-01-05', 1
      FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $7::uuid[]) w (id, class_id, person_id, unit_id, rank, account_id)`,
  },
  journal: {
    name: 'journal',
    text: `INSERT INTO journal_lines (at, account_id, actor_name, action, subject_type, subject_id, unit_id, class_id, person_id, facts)
      SELECT now(), account_id, 'bench', action, 'nomination', id, unit_id, class_id, person_id, facts
      FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::int[]) w (id, unit_id, class_id, person_id, account_id, rank),
        LATERAL (VALUES ('nominations.drafted', '{}'::jsonb), ('nominations.submitted', jsonb_build_object('letter', '1-CV/ĐU', 'rank', rank))) l (action, facts)`,
  },
} as const satisfies Readonly<Record<string, Statement>>;

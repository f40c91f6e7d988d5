import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import type { BenchedService } from './benched-service';
import { numberAfter } from './arguments';
import { median } from './figures';
import { newCourse, Nominees } from './nominees';
import { addOffice, establishProgrammes } from './office';
import { reviewBarely } from './review-floor';

const people = 500;
const halfDays = 10;
const rounds = numberAfter('--rounds', 5);
const target = 0.5;

export type Word = 'accept' | 'return' | 'reject';
/** What the office says of how many. */
const kinds = {
  'all accepted': { accept: people, return: 0, reject: 0 },
  mixed: { accept: 300, return: 100, reject: 100 },
} as const satisfies Readonly<Record<string, Readonly<Record<Word, number>>>>;
type Kind = keyof typeof kinds;

export type Reviewed = ReadonlyMap<Word, readonly string[]>;

/** The office decides on five hundred nominations of one class in one request; beside it the same rows written by hand. */
export async function measureReview(service: BenchedService): Promise<boolean> {
  const pool = new Pool({ connectionString: service.databaseUrl, max: 2 });
  pool.on('error', () => {});
  try {
    return await new ReviewBench(service, pool).measure();
  } finally {
    await pool.end();
  }
}

class ReviewBench {
  private readonly wrong: string[] = [];
  private token: string;
  private checks: string;

  constructor(
    private readonly service: BenchedService,
    private readonly pool: Pool,
  ) {}

  async measure(): Promise<boolean> {
    await Nominees.create(this.pool);
    this.token = await addOffice(this.pool);
    await establishProgrammes(this.service, this.pool);
    this.checks = '[]';
    await this.run('mixed', 'service');
    for (const kind of Object.keys(kinds) as Kind[]) await this.compare(kind);
    for (const one of this.wrong) console.log(`Wrong: ${one}`);
    return this.wrong.length === 0;
  }

  private async compare(kind: Kind): Promise<void> {
    const milliseconds: Record<'service' | 'floor', number[]> = { service: [], floor: [] };
    for (let round = 1; round <= rounds; round += 1)
      for (const side of ['service', 'floor'] as const) milliseconds[side].push(await this.run(kind, side));
    const [ours, floor] = [median(milliseconds.service), median(milliseconds.floor)];
    const ratio = floor / ours;
    console.log(
      `${people} reviewed in one request, ${kind}: ${ours.toFixed(0)} ms, floor ${floor.toFixed(0)} ms, ` +
        `${ratio.toFixed(2)} of the floor (to reach: ${target}${ratio < target ? '; below' : ''})`,
    );
  }

  /** @returns milliseconds */
  private async run(kind: Kind, side: 'service' | 'floor'): Promise<number> {
    const classId = await this.openClass();
    const reviewed = await this.nominate(classId, kind);
    await this.pool.query('ANALYZE nominations, seats, half_days, enrollments, attendance_lines');
    const before = performance.now();
    if (side === 'service') await this.review(reviewed);
    else await reviewBarely(this.pool, classId, reviewed, this.checks);
    const milliseconds = performance.now() - before;
    await this.holdAgainstRows(classId, kind, side);
    await this.clear(classId);
    return milliseconds;
  }

  private async review(reviewed: Reviewed): Promise<void> {
    const words = [...reviewed].flatMap(([decision, ids]) =>
      ids.map((nominationId) => ({ nominationId, decision, ...(decision === 'accept' ? {} : reasonAndDay) })),
    );
    const answer = await fetch(`${this.service.url}/api/v1/nominations/reviews`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ decisions: words }),
    });
    const { results } = (await answer.json()) as { results?: { done: boolean }[] };
    const done = results?.filter((result) => result.done).length;
    if (done !== people) this.wrong.push(`${answer.status}: ${done} of ${people} decided`);
  }

  /** Both sides have to write the same: nominations by state, seats held, enrollments, attendance lines, lines of the journal. */
  private async holdAgainstRows(classId: string, kind: Kind, side: string): Promise<void> {
    const { accept, return: returned, reject } = kinds[kind];
    const { rows } = await this.pool.query(
      `SELECT (SELECT count(*) FROM nominations WHERE class_id = $1 AND state = 'accepted')::int AS accepted,
         (SELECT count(*) FROM nominations WHERE class_id = $1 AND state = 'returned')::int AS returned,
         (SELECT count(*) FROM nominations WHERE class_id = $1 AND state = 'rejected')::int AS rejected,
         (SELECT count(nomination_id) FROM seats WHERE class_id = $1)::int AS held,
         (SELECT count(*) FROM enrollments WHERE class_id = $1)::int AS enrollments,
         (SELECT count(*) FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id WHERE h.class_id = $1)::int AS lines,
         (SELECT count(*) FROM journal_lines WHERE class_id = $1)::int AS journal`,
      [classId],
    );
    const expected = {
      accepted: accept,
      returned,
      rejected: reject,
      held: people - reject,
      enrollments: accept,
      lines: accept * halfDays,
      journal: people + accept,
    };
    if (JSON.stringify(rows[0]) !== JSON.stringify(expected))
      this.wrong.push(`${kind}, ${side}: ${JSON.stringify(rows[0])} instead of ${JSON.stringify(expected)}`);
    if (side !== 'service') return;
    const { rows: written } = await this.pool.query<{ checks: string }>(
      `SELECT checks::text FROM nominations WHERE class_id = $1 AND state = 'accepted' LIMIT 1`,
      [classId],
    );
    this.checks = written[0]?.checks ?? this.checks;
  }

  /** With a course of its own, because nobody is nominated twice in one course. */
  private async openClass(): Promise<string> {
    const { rows } = await this.pool.query<{ id: string }>(
      `WITH ${newCourse},
       class AS (INSERT INTO classes (code, course_id, name, mode, state, opens_on, closes_on, capacity, pool_open,
           call_opens_at, call_closes_at, announced_at, created_at, version)
         SELECT $1, id, 'Lớp', 'part_time', 'announced', current_date + 60, current_date + 400, ${people}, true,
           now() - interval '1 day', now() + interval '10 days', now(), now(), 1 FROM course RETURNING id),
       half_day AS (INSERT INTO half_days (class_id, number, day, part, during)
         SELECT id, n, current_date + 60 + n, 'morning', tstzrange((current_date + 60 + n) + time '07:30', (current_date + 60 + n) + time '11:00')
         FROM class, generate_series(1, ${halfDays}) n)
       SELECT id FROM class`,
      [randomUUID()],
    );
    return rows[0]!.id;
  }

  /** Everybody holds a seat and waits for the office. */
  private async nominate(classId: string, kind: Kind): Promise<Reviewed> {
    const { rows } = await this.pool.query<{ id: string }>(
      `WITH nomination AS (INSERT INTO nominations (class_id, person_id, unit_id, state, checks, created_at, submitted_at, placed_at, letter_number, letter_date, version)
         SELECT $1, id, unit_id, 'submitted', $2::jsonb, now(), now(), now(), '1-CV/ĐU', '2026-01-05', 1 FROM persons ORDER BY id LIMIT ${people} RETURNING id),
       seat AS (INSERT INTO seats (class_id, number, nomination_id) SELECT $1, row_number() OVER (), id FROM nomination)
       SELECT id FROM nomination`,
      [classId, this.checks],
    );
    const ids = rows.map(({ id }) => id);
    const { accept, return: returned } = kinds[kind];
    return new Map([
      ['accept', ids.slice(0, accept)],
      ['return', ids.slice(accept, accept + returned)],
      ['reject', ids.slice(accept + returned)],
    ]);
  }

  /** The next run finds the same people as free as this one did. */
  private async clear(classId: string): Promise<void> {
    await this.pool.query(
      `DELETE FROM attendance_lines WHERE half_day_id IN (SELECT id FROM half_days WHERE class_id = $1)`,
      [classId],
    );
    await this.pool.query('DELETE FROM decisions_held');
    for (const table of ['enrollments', 'seats', 'nominations'])
      await this.pool.query(`DELETE FROM ${table} WHERE class_id = $1`, [classId]);
    await this.pool.query('VACUUM attendance_lines, decisions_held, enrollments, seats, nominations');
  }
}

const reasonAndDay = {
  reason: 'Thiếu ngày chính thức',
  correctBy: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
};

import { Client } from 'pg';
import { InvariantsService } from '../../src/invariants/invariants.service';
import type { Answer, TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltPerson, type BuiltUnit, Builders } from '../builders';
import { until } from '../completions/closing';

export const letter = { number: '1-CV/ĐU', date: '2026-01-05' };

export interface Nominated {
  readonly id: string;
  readonly personId: string;
  readonly seat: number | null;
  readonly rank: number | null;
}

interface Side {
  readonly unit: BuiltUnit;
  readonly secretary: BuiltAccount;
  readonly people: readonly BuiltPerson[];
}

/** Units with their secretaries and people, all of whom want into one class at once. */
export class Crowd {
  private constructor(
    private readonly app: TestApp,
    readonly a: Builders,
    readonly office: BuiltAccount,
    readonly sides: readonly Side[],
  ) {}

  static async gather(
    app: TestApp,
    {
      units = 4,
      peopleEach = 15,
      builders: a = new Builders(app),
    }: { units?: number; peopleEach?: number; builders?: Builders } = {},
  ): Promise<Crowd> {
    const sides: Side[] = [];
    for (let n = 0; n < units; n += 1) {
      const unit = await a.unit();
      const people: BuiltPerson[] = [];
      for (let m = 0; m < peopleEach; m += 1) people.push(await a.person({ in: unit }));
      sides.push({ unit, secretary: await a.secretaryOf(unit), people });
    }
    return new Crowd(app, a, await a.office(), sides);
  }

  get units(): readonly BuiltUnit[] {
    return this.sides.map(({ unit }) => unit);
  }

  aClass(seatsEach: number, more: object = {}): Promise<BuiltClass> {
    return this.a.trainingClass({
      allocations: this.units.map((unit) => [unit, seatsEach]),
      poolOpen: false,
      ...more,
    });
  }

  /** One call for every person between two places of each unit's people, none of them awaited. */
  submissions(inClass: BuiltClass, from = 0, to = Infinity): Promise<Answer<Nominated>>[] {
    return this.sides.flatMap(({ secretary, people }) =>
      people.slice(from, to).map(({ id }) => this.nominate(secretary, inClass, id)),
    );
  }

  nominate(by: BuiltAccount, inClass: BuiltClass, personId: string): Promise<Answer<Nominated>> {
    return this.app.as(by).post<Nominated>(`/api/v1/classes/${inClass.id}/nominations`, { personId, letter });
  }

  withdraw({ id }: Nominated): Promise<Answer> {
    return this.app.as(this.office).post(`/api/v1/nominations/${id}/withdrawal`, { reason: 'Bận' });
  }

  substitute({ id }: Nominated, newcomer: BuiltPerson): Promise<Answer<Nominated>> {
    const body = { personId: newcomer.id, reason: 'Thay', letter };
    return this.app.as(this.office).post<Nominated>(`/api/v1/nominations/${id}/substitution`, body);
  }

  seats(inClass: BuiltClass, verb: string, body: object): Promise<Answer> {
    const move = { reason: 'Điều chỉnh', ...body };
    return this.app.as(this.office).post(`/api/v1/classes/${inClass.id}/seats/${verb}`, move);
  }

  /** The seats of a class as the database has them, and those its live nominations were promised. */
  async standing(inClass: BuiltClass): Promise<Standing> {
    const [row] = await this.app.sql<Standing>(
      `SELECT count(s.number) AS seats, count(s.nomination_id) AS held,
              count(*) FILTER (WHERE s.unit_id IS NOT NULL AND s.nomination_id IS NULL) AS free,
              count(*) FILTER (WHERE s.unit_id IS NOT NULL AND n.unit_id <> s.unit_id) AS strangers,
              (SELECT capacity FROM classes WHERE id = $1) AS capacity,
              (SELECT count(*) FROM nominations w WHERE w.class_id = $1 AND w.ended_at IS NULL AND w.rank IS NOT NULL) AS waiting,
              (SELECT count(*) FROM nominations p WHERE p.class_id = $1 AND p.ended_at IS NULL AND p.rank IS NULL) AS promised,
              (SELECT count(*) - count(DISTINCT d.person_id) FROM nominations d WHERE d.class_id = $1 AND d.ended_at IS NULL) AS doubled
       FROM seats s LEFT JOIN nominations n ON n.id = s.nomination_id WHERE s.class_id = $1`,
      inClass.id,
    );
    return row!;
  }

  /** The invariants of seats and nominations that are broken, each with what breaks it. */
  async broken(): Promise<string[]> {
    const findings = await this.app.get(InvariantsService).examine(['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7']);
    return findings.flatMap(({ invariant, ids }) => ids.map((id) => `${invariant}: ${id}`));
  }
}

export interface Standing {
  readonly seats: number;
  readonly held: number;
  /** Seats of units nobody holds. */
  readonly free: number;
  /** Holders who sit on a seat of another unit. */
  readonly strangers: number;
  readonly capacity: number;
  readonly waiting: number;
  /** Live nominations that are told they have a seat. */
  readonly promised: number;
  /** People who are nominated more than once. */
  readonly doubled: number;
}

/** The answers that say the service failed rather than refused. */
export const failures = (answers: readonly Answer<unknown>[]): number[] =>
  answers.map(({ status }) => status).filter((status) => status >= 500);

/** Runs something while one method of a service is replaced: the negative control of a race. */
export async function without<Service extends object, Name extends keyof Service>(
  service: Service,
  guard: Name,
  naive: Service[Name],
  work: () => Promise<unknown>,
): Promise<void> {
  const guarded = service[guard];
  service[guard] = naive;
  try {
    await work();
  } finally {
    service[guard] = guarded;
  }
}

/** Does something while another connection holds a lock, which lets it go once so many wait for one. */
export async function whileHeld<T>(
  { databaseUrl }: TestApp,
  { lock, waiting }: { readonly lock: string; readonly waiting: number },
  work: () => Promise<T>,
  meanwhile: (holder: Client) => Promise<unknown> = async () => {},
): Promise<T> {
  const holder = new Client({ connectionString: databaseUrl });
  await holder.connect();
  try {
    await holder.query(`BEGIN; ${lock}`);
    const running = work();
    await until(async () => ((await waitingForLocks(holder)) === waiting ? true : null));
    await meanwhile(holder);
    await holder.query('COMMIT');
    return await running;
  } finally {
    await holder.end();
  }
}

/** How many connections to the database of another one wait for a lock. */
export async function waitingForLocks(by: Client): Promise<number> {
  const { rowCount } = await by.query(
    `SELECT DISTINCT pid FROM pg_locks WHERE NOT granted AND pid IN (
       SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database())`,
  );
  return rowCount ?? 0;
}

/** How many connections to PostgreSQL a service of a spec has at most. */
const connectionsEach = 20;

/**
 * How many deadlocks PostgreSQL has counted in the database of some services. All of their connections tell what they know
 * first: none can be asked twice, because each waits until all were asked.
 */
export async function deadlocks(app: TestApp, ...others: readonly TestApp[]): Promise<number> {
  const asked = [app, ...others].flatMap((one) => Array<TestApp>(connectionsEach).fill(one));
  await whileHeld(app, { lock: 'SELECT pg_advisory_xact_lock(1, 1)', waiting: asked.length }, () =>
    Promise.all(asked.map((one) => one.sql('SELECT pg_stat_force_next_flush(), pg_advisory_xact_lock_shared(1, 1)'))),
  );
  const [row] = await app.sql<{ deadlocks: number }>(
    `SELECT deadlocks::int FROM pg_stat_database, pg_stat_clear_snapshot() WHERE datname = current_database()`,
  );
  return row!.deadlocks;
}

/** What careful people write when the database does not lock: look for free seats, then take them. */
export const lookThenTake = () => `
  looking AS MATERIALIZED (SELECT id, class_id, row_number() OVER (PARTITION BY class_id ORDER BY place) AS nth FROM wanted),
  free AS MATERIALIZED (
    SELECT class_id, number, row_number() OVER (PARTITION BY class_id ORDER BY number) AS nth FROM seats WHERE nomination_id IS NULL),
  taken AS (
    UPDATE seats s SET nomination_id = looking.id FROM looking JOIN free USING (class_id, nth)
    WHERE s.class_id = free.class_id AND s.number = free.number RETURNING looking.id, s.number)`;

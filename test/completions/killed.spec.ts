import { Client } from 'pg';
import { InvariantsService } from '../../src/invariants/invariants.service';
import { TestApp } from '../app';
import { Builders, type BuiltAccount } from '../builders';
import { PrivateRedis } from '../../bench/private-redis';
import { runsOnRedis } from '../redis';
import { WorkerProcess } from '../worker-process';
import { Closing, from1To, until } from './closing';

/** Where a worker is stopped and killed: it holds an open transaction with part of the step written in it. */
const people = 40;
const absent = 5;
const graduates = people - absent;
const stops = {
  'once everybody is judged': {
    table: 'long_job_steps',
    event: 'UPDATE',
    row: `NEW.name = 'number' AND OLD.started_at IS NULL`,
    done: { judge: people, number: 0, record: 0 },
  },
  'inside numbering': {
    table: 'certificates',
    event: 'INSERT',
    row: 'NEW.sequence = 13',
    done: { judge: people, number: 8, record: 0 },
  },
  'inside the records': {
    table: 'training_records',
    event: 'INSERT',
    row: `NEW.award_number = '021/2026/GCN-ĐUK'`,
    done: { judge: people, number: graduates, record: 16 },
  },
} as const;
type Stop = keyof typeof stops;
const gate = 4711;

/** A worker takes seconds to start, so Redis, which only says "look now", is taken through one death. */
const runs: readonly (readonly ['PostgreSQL' | 'Redis', readonly Stop[]])[] = [
  ['PostgreSQL', ['once everybody is judged', 'inside numbering', 'inside the records']],
  ...(runsOnRedis ? [['Redis', ['inside numbering']] as const] : []),
];

describe.each(runs)('a class whose worker is killed again and again, with the queue in %s', (queue, deaths) => {
  let app: TestApp;
  let given: Closing;
  let office: BuiltAccount;
  let redis: PrivateRedis | null = null;
  let holder: Client;
  let settings: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    redis = queue === 'Redis' ? await PrivateRedis.start() : null;
    settings = redis ? { REDIS_URL: redis.url } : {};
    app = await TestApp.start(settings);
    const a = new Builders(app);
    given = new Closing(app, a);
    office = await a.office();
    holder = new Client({ connectionString: app.databaseUrl });
    await holder.connect();
    await app.sql(
      `CREATE FUNCTION wait_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock(${gate}); RETURN NULL; END $$`,
    );
  });
  afterAll(async () => {
    await holder.end();
    await app.stop();
    await redis?.stop();
  });

  /** Starts a worker, waits until it stands at the stop, kills it there and lets PostgreSQL notice. */
  const killAt = async (stop: Stop) => {
    await holder.query(`SELECT pg_advisory_lock(${gate})`);
    const { table, event, row } = stops[stop];
    await app.sql(
      `CREATE TRIGGER wait_here AFTER ${event} ON ${table} FOR EACH ROW WHEN (${row}) EXECUTE FUNCTION wait_here()`,
    );
    const worker = WorkerProcess.start(app.databaseUrl, app.clock.now(), { ...settings, CLOSING_BATCH: '8' });
    try {
      await until(async () => {
        const waiting = await app.sql(
          `SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = ${gate} AND NOT granted`,
        );
        return waiting.length > 0 || null;
      }, 90);
    } finally {
      await worker.kill();
    }
    await holder.query(`SELECT pg_advisory_unlock(${gate})`);
    await until(async () => {
      const left = await app.sql(
        `SELECT FROM pg_stat_activity WHERE application_name = 'training-worker' AND datname = current_database()`,
      );
      return left.length === 0 || null;
    });
    await app.sql(`DROP TRIGGER wait_here ON ${table}`);
  };

  const doneOf = async (job: string): Promise<Record<string, number>> => {
    const rows = await app.sql<{ name: string; done: number }>(
      `SELECT name, done FROM long_job_steps WHERE job_id = $1`,
      job,
    );
    return Object.fromEntries(rows.map(({ name, done }) => [name, done]));
  };

  it('is closed in the end: no gap in the numbers, nobody twice, everybody told once', async () => {
    const inClass = await given.class(await given.course({ raisesTo: 'intermediate' }));
    await given.crowd(inClass, people, absent);
    const job = await given.ask(office, inClass);

    for (const stop of deaths) {
      await killAt(stop);
      expect(await doneOf(job)).toMatchObject(stops[stop].done);
      expect(await given.numbers(inClass)).toEqual(from1To(stops[stop].done.number));
    }

    const last = WorkerProcess.start(app.databaseUrl, app.clock.now(), settings);
    try {
      const finished = await until(async () => {
        const [row] = await app.sql<{ state: string }>(`SELECT state FROM long_jobs WHERE id = $1`, job);
        return row!.state === 'done' ? row! : null;
      }, 90);
      expect(finished.state).toBe('done');
    } finally {
      await last.kill();
    }

    expect(await given.stateOf(inClass)).toBe('closed');
    expect(await given.numbers(inClass)).toEqual(from1To(graduates));
    expect(await given.count('completions', inClass)).toBe(people);
    expect(await given.count('training_records', inClass)).toBe(graduates);
    const [told] = await app.sql<object>(
      `SELECT count(*) AS mails, count(DISTINCT to_address) AS addresses FROM mail_messages WHERE subject LIKE '%kết quả lớp%'`,
    );
    expect(told).toEqual({ mails: people, addresses: people });
    const [raised] = await app.sql<object>(
      `SELECT count(*) AS lines, count(DISTINCT person_id) AS people FROM journal_lines WHERE action = 'people.theory_level_raised'`,
    );
    expect(raised).toEqual({ lines: graduates, people: graduates });
    expect((await app.get(InvariantsService).examine()).filter(({ ids }) => ids.length > 0)).toEqual([]);
  }, 300_000);
});

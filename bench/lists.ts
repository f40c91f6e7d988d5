import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import { createApplication } from '../src/application';
import { configFrom } from '../src/config';
import { migrate } from '../src/platform/database/data-source';
import { JobWorker } from '../src/platform/jobs/job-worker';
import { addressAfter, numberAfter, wordAfter } from './arguments';
import { quantile } from './figures';
import { StatementCosts } from './statement-costs';
import { subjectsIn, type Visited, visitsOf } from './lists-visited';
import { listen } from './statements-heard';

/** A page is as quick with a hundred times as much behind it, give or take what a machine does by itself. */
const target = 1.3;
const noiseMilliseconds = 3;
const usualRounds = 5;
/** How often a page is asked for in a row, in each round; one that takes long is asked for once. */
const inARow = 4;
const longMilliseconds = 400;
const warmUps = 6;
const longestMinutes = 45;

interface Side {
  readonly app: NestFastifyApplication;
  readonly pool: Pool;
  readonly url: string;
  readonly visits: ReadonlyMap<string, Visited>;
}

interface Taken {
  readonly milliseconds: number[];
  status: number;
  bytes: number;
}

/**
 * Lists, searches and desks over a database with little behind it and one with much, in turns, over HTTP: the slowest of
 * twenty visits but one, and how many times longer with much. Then the statements that cost most there, with their plans.
 * `--database-small` and `--database-big` are addresses of databases made by the bench `data`.
 */
export async function measureLists(): Promise<boolean> {
  setTimeout(() => {
    console.error(`Not finished after ${longestMinutes} minutes: given up.`);
    process.exit(1);
  }, longestMinutes * 60_000).unref();
  const small = await sideOn(addressAfter('--database-small'));
  const big = await sideOn(addressAfter('--database-big'));
  const costs = new StatementCosts();
  const [before, after] = [new Map<string, Taken>(), new Map<string, Taken>()];
  for (let round = 0; round < numberAfter('--rounds', usualRounds); round += 1)
    for (const [what, visited] of big.visits) {
      const first = small.visits.get(what);
      if (first) await visit(small, first, before);
      const heard = await listen(() => visit(big, visited, after));
      costs.add(what, heard);
    }
  const isFlat = tell(big.visits, before, after);
  await costs.tell(big.pool);
  for (const { app, pool } of [small, big]) {
    await pool.end();
    await app.close();
  }
  return isFlat;
}

async function sideOn(databaseUrl: string): Promise<Side> {
  await migrate(databaseUrl);
  const config = configFrom({ ...process.env, LOG_LEVEL: 'silent', PROCESS: 'web', BACKUP_AT: 'never' });
  const app = await createApplication({ config, databaseUrl });
  await app.listen(0, '127.0.0.1');
  // Numbers that are kept are counted by a worker, as in a service that has run for a while.
  while (await app.get(JobWorker, { strict: false }).do('reports.count'));
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  await pool.query('VACUUM (ANALYZE)');
  const only = wordAfter('--only');
  const all = visitsOf(await subjectsIn(pool)).filter(({ what }) => !only || new RegExp(only).test(what));
  return { app, pool, url: await app.getUrl(), visits: new Map(all.map((one) => [one.what, one])) };
}

async function visit({ url }: Side, { what, as, path }: Visited, taken: Map<string, Taken>): Promise<void> {
  const known = taken.get(what);
  const figures = known ?? { milliseconds: [], status: 0, bytes: 0 };
  taken.set(what, figures);
  // Where it is new, connections make their plans: those of a statement that comes often are made by the sixth time.
  const times = known ? inARow : warmUps + inARow;
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    const answer = await fetch(url + path, { headers: { authorization: `Bearer ${as}` }, redirect: 'manual' });
    const { byteLength } = await answer.arrayBuffer();
    const milliseconds = performance.now() - began;
    Object.assign(figures, { status: answer.status, bytes: byteLength });
    const isLong = milliseconds > longMilliseconds;
    if (known || time >= warmUps || isLong) figures.milliseconds.push(milliseconds);
    if (isLong) return;
  }
}

const said = ([one, other]: readonly number[]) => `${one!.toFixed(0)} / ${other!.toFixed(0)}`;

function tell(visits: Side['visits'], before: ReadonlyMap<string, Taken>, after: ReadonlyMap<string, Taken>): boolean {
  const beyond: string[] = [];
  const wrong: string[] = [];
  const table: Record<string, object> = {};
  for (const [what, { rows }] of visits) {
    const [one, other] = [before.get(what), after.get(what)!];
    const at = (share: number) => [one, other].map((taken) => (taken ? quantile(taken.milliseconds, share) : NaN));
    const isMuch = ([few, many]: readonly number[]) => many! / few! > target && many! - few! > noiseMilliseconds;
    const [p95, least] = [at(0.95), at(0)];
    // Where even the quickest visits are no quicker, it was not the machine.
    const isBeyond = rows === undefined && isMuch(p95) && isMuch(least);
    if (isBeyond) beyond.push(what);
    if (other.status !== 200 || (one && one.status !== 200)) wrong.push(`${what}: ${one?.status} / ${other.status}`);
    table[what] = {
      'p95 ms': said(p95),
      ratio: (p95[1]! / p95[0]!).toFixed(2),
      'least ms': said(least),
      'of it': (least[1]! / least[0]!).toFixed(2),
      kB: said([one, other].map((taken) => (taken?.bytes ?? NaN) / 1_000)),
      rows: rows ?? '',
      '': isBeyond ? 'beyond' : '',
    };
  }
  console.log('Pages and lists, little behind them / much:');
  console.table(table);
  if (wrong.length > 0) console.log(`Not every answer was 200: ${wrong.join('; ')}`);
  console.log(beyond.length === 0 ? `Each within ${target} ×.` : `Beyond ${target} ×: ${beyond.join(', ')}`);
  return wrong.length === 0;
}

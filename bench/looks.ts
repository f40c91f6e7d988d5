import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../src/application';
import { configFrom } from '../src/config';
import { Database } from '../src/platform/database/database';
import { JobWorker } from '../src/platform/jobs/job-worker';
import { schedule } from '../src/schedule';
import { addressAfter } from './arguments';
import { median } from './figures';
import { type CopiedDatabase, copyOf } from './copied-database';
import { rowsRead } from './rows-read';

const connections = 4;
const rounds = 5;
/** A look is as quick with much behind it as with little, give or take what a machine does by itself. */
const target = 1.3;
const noiseMilliseconds = 15;
/** A table so large is gone through by no look. */
const growing = 20_000;
/** As often as a look that leaves something is asked for again, before it is given up. */
const mostTurns = 500;
/** It takes its time from disks, and is measured by a bench of its own. */
const leftOut = ['backups.make'];

interface LookFigures {
  /** Seconds for everything that was due at first, over so many turns. */
  readonly due: number;
  readonly turns: number;
  /** Milliseconds when nothing is. */
  readonly idle: number;
  readonly rows: number;
  /** Large tables it goes through. */
  readonly scans: readonly string[];
  /** The longest the process answered nobody meanwhile, in milliseconds. */
  readonly standstill: number;
}

/**
 * Each recurring look on two databases, one with little behind it and one with much: when all is due that is, and when
 * nothing is. `--database-small` and `--database-big` are addresses of such databases, which are copied on their server.
 */
export async function measureLooks(): Promise<boolean> {
  const small = await looksOn(addressAfter('--database-small'));
  const big = await looksOn(addressAfter('--database-big'));
  const table: Record<string, object> = {};
  const behind: string[] = [];
  for (const [look, of] of Object.entries(big)) {
    const before = small[look]!;
    const ratio = of.idle / before.idle;
    const isFlat = ratio <= target || of.idle - before.idle < noiseMilliseconds;
    if (!isFlat || of.scans.length > 0)
      behind.push(`${look}: ${ratio.toFixed(2)} ×, ${of.scans.join(', ') || 'no scan'}`);
    table[look] = {
      'due, s': `${before.due.toFixed(1)} / ${of.due.toFixed(1)} (${of.turns})`,
      'nothing due, ms': `${before.idle.toFixed(0)} / ${of.idle.toFixed(0)}`,
      ratio: ratio.toFixed(2),
      rows: `${before.rows} / ${of.rows}`,
      'stands still, ms': of.standstill.toFixed(0),
    };
  }
  console.log('Recurring looks, little behind them / much (turns):');
  console.table(table);
  console.log(
    behind.length === 0
      ? `Each within ${target} ×, none goes through a table of ${growing} rows.`
      : `Beyond ${target} ×, or through a table of ${growing} rows:`,
  );
  for (const line of behind) console.log(`  ${line}`);
  return true;
}

async function looksOn(address: string): Promise<Readonly<Record<string, LookFigures>>> {
  const copy = await copyOf(address);
  try {
    return await onService(copy, async (app) => {
      const database = app.get(Database, { strict: false });
      const large = await largeTables(database);
      const figures: Record<string, LookFigures> = {};
      for (const { job } of schedule.filter((look) => !leftOut.includes(look.job)))
        figures[job] = await lookOn(app.get(JobWorker, { strict: false }), database, job, large);
      return figures;
    });
  } finally {
    await copy.drop();
  }
}

async function lookOn(
  worker: JobWorker,
  database: Database,
  job: string,
  large: ReadonlySet<string>,
): Promise<LookFigures> {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  let turns = 1;
  const due = await timed(async () => {
    while ((await worker.do(job)) && turns < mostTurns) turns += 1;
  });
  delays.disable();
  const idle: number[] = [];
  for (let round = 0; round < rounds; round += 1) idle.push(await timed(() => worker.do(job)));
  const read = await rowsRead(database, connections, () => worker.do(job));
  return {
    due: due / 1_000,
    turns,
    idle: median(idle),
    rows: read.reduce((sum, { rows }) => sum + rows, 0),
    scans: read.filter(({ table, scans }) => scans > 0 && large.has(table)).map(({ table }) => table),
    standstill: delays.max / 1e6,
  };
}

async function largeTables(database: Database): Promise<ReadonlySet<string>> {
  await database.read('ANALYZE');
  const rows = await database.read<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= $1`,
    [growing],
  );
  return new Set(rows.map(({ name }) => name));
}

async function onService<T>(copy: CopiedDatabase, work: (app: NestFastifyApplication) => Promise<T>): Promise<T> {
  const config = configFrom({
    ...process.env,
    LOG_LEVEL: 'silent',
    PROCESS: 'web',
    BACKUP_AT: 'never',
    DATABASE_POOL: String(connections),
  });
  const app = await createApplication({ config, databaseUrl: copy.url });
  try {
    await app.init();
    return await work(app);
  } finally {
    await app.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

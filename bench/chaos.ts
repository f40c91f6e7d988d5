import { join } from 'node:path';
import { Pool } from 'pg';
import { numberAfter } from './arguments';
import { AwayRun } from './away-run';
import type { BenchedService } from './benched-service';
import { runDyingDatabase } from './dying-database';
import { KillingRun, mostRepeated } from './killing-run';
import { LooksRun, type Wave } from './looks-run';
import { arrangeReminders } from './many-reminders';
import { Nominees } from './nominees';
import { addOffice } from './office';
import { PrivateRedis } from './private-redis';
import { wipeQueue } from './wiped-queue';

const program = join(__dirname, '..', 'src', 'main.js');
const remindersOfWave = 200;
const remindersOfKills = 1_000;
const workersKilled = 10;
const serversKilled = 5;
const aDay = 24 * 60 * 60 * 1_000;

/** What a step counted, and how often each answer came. Each of {@link faults} must be 0. */
type Counted = readonly [name: string, count: number | Readonly<Record<string, number>>];
const faults = ['lost', 'doubled', 'overdue', 'silent'];
/** A 4xx would be as wrong: nobody asks for what is not there. */
const fine = /^(?:2..|503)$/;

/** The queue is wiped, clocks go wrong, workers and the database die, hang and are away; each step is counted on a line of its own. */
export async function measureChaos(service: BenchedService): Promise<boolean> {
  const redis = await PrivateRedis.start().catch((error: unknown) => {
    console.log(`Not tried with the queue on Redis: ${String(error)}`);
    return null;
  });
  try {
    return await new Chaos(service, redis?.url ?? null).measure(numberAfter('--step', 0));
  } finally {
    await redis?.stop();
  }
}

type Step = readonly [name: string, work: (databaseUrl: string, pool: Pool) => Promise<object>];

class Chaos {
  private isFine = true;

  constructor(
    private readonly service: BenchedService,
    private readonly redisUrl: string | null,
  ) {}

  /** @param only the number of one step, or 0 */
  async measure(only: number): Promise<boolean> {
    const backends = this.redisUrl ? [null, this.redisUrl] : [null];
    const steps: readonly Step[] = [
      ...backends.flatMap((redisUrl): Step[] => [
        [`queue on ${redisUrl ? 'Redis' : 'PostgreSQL'} wiped`, (...on) => this.wipe(redisUrl, ...on)],
        [
          `a worker a day ahead, queue on ${redisUrl ? 'Redis' : 'PostgreSQL'}`,
          (...on) => this.goAhead(redisUrl, ...on),
        ],
      ]),
      ['workers killed', (...on) => this.killWorkers(backends, ...on)],
      ['PostgreSQL killed', () => runDyingDatabase([program], serversKilled)],
      ['PostgreSQL away', async (...on) => (await this.away(...on)).ask()],
      ['told to stop', async (...on) => (await this.away(...on)).stop(this.redisUrl)],
    ];
    for (const [index, step] of steps.entries()) if (only === 0 || only === index + 1) await this.take(step);
    return this.isFine;
  }

  /** On a database of its own. */
  private async take([name, work]: Step): Promise<void> {
    const database = await this.service.anotherDatabase();
    const pool = new Pool({ connectionString: database.url, max: 2 });
    // Connections are cut when the bench is stopped in the middle.
    pool.on('error', () => {});
    const began = performance.now();
    try {
      const counts = Object.entries(await work(database.url, pool)) as Counted[];
      const wrong = wrongOf(counts);
      this.isFine &&= wrong.length === 0;
      const seconds = Math.round((performance.now() - began) / 1_000);
      console.log(
        `${name} (${seconds} s): ${inWords(counts)}${wrong.length === 0 ? '' : `  WRONG: ${wrong.join(', ')}`}`,
      );
    } finally {
      await pool.end();
      await database.stop();
    }
  }

  /** While it is idle, while what was asked for waits on it, and while letters go out. */
  private async wipe(redisUrl: string | null, databaseUrl: string, pool: Pool): Promise<object> {
    const run = looksRun(redisUrl, databaseUrl, pool);
    const wipe = () => wipeQueue({ databaseUrl, redisUrl });
    const troubles: readonly ((wave: Wave) => Promise<void>)[] = [
      wipe,
      async (wave) => wave.untilAskedFor().then(wipe),
      async (wave) => wave.untilHalfCame().then(wipe),
    ];
    try {
      await run.startWorker();
      let wipes = 0;
      for (const trouble of [...troubles, ...troubles]) {
        wipes += 1;
        if (!(await run.wave(remindersOfWave, trouble))) break;
      }
      return { wipes, ...(await run.report()) };
    } finally {
      await run.stop();
    }
  }

  /** A worker a day ahead is there first, then beside a right one, then killed. */
  private async goAhead(redisUrl: string | null, databaseUrl: string, pool: Pool): Promise<object> {
    const run = looksRun(redisUrl, databaseUrl, pool);
    try {
      const ahead = await run.startWorker({ MACHINE_AHEAD_MILLISECONDS: String(aDay) }, [
        '--require',
        join(__dirname, 'clock-ahead.js'),
      ]);
      await run.startWorker();
      const none = async () => {};
      const kill = async (wave: Wave) => wave.untilHalfCame().then(() => ahead.kill());
      for (const trouble of [none, none, kill, none]) if (!(await run.wave(remindersOfWave, trouble))) break;
      return await run.report(1);
    } finally {
      await run.stop();
    }
  }

  private async killWorkers(backends: readonly (string | null)[], databaseUrl: string, pool: Pool): Promise<object> {
    const [reminders, kills] = [remindersOfKills, workersKilled];
    await arrangeReminders(pool, reminders);
    const report = await new KillingRun({ program, databaseUrl, pool, reminders, kills, backends }).run();
    return {
      kills: report.kills,
      due: reminders,
      written: report.lines,
      lost: reminders - report.distinct + report.lost,
      // What a dying worker had in hand comes again under its Message-ID, which folds the two.
      repeated: report.repeated,
      doubled: report.unknown + Math.max(0, report.repeated - mostRepeated(kills)),
      overdue: reminders - report.sent,
    };
  }

  private async away(databaseUrl: string, pool: Pool): Promise<AwayRun> {
    await Nominees.create(pool);
    return new AwayRun({ program: [program], databaseUrl, token: await addOffice(pool) });
  }
}

const looksRun = (redisUrl: string | null, databaseUrl: string, pool: Pool) =>
  new LooksRun({ program: [program], env: redisUrl ? { REDIS_URL: redisUrl } : {}, databaseUrl, pool });

const wrongOf = (counts: readonly Counted[]): string[] =>
  counts.flatMap(([name, count]) => {
    if (typeof count === 'object') return Object.keys(count).filter((answer) => !fine.test(answer));
    return faults.includes(name) && count !== 0 ? [name] : [];
  });

const inWords = (counts: readonly Counted[]): string =>
  counts
    .map(([name, count]) =>
      typeof count === 'object'
        ? `${name} ${JSON.stringify(count)}`
        : `${name} ${Number.isInteger(count) ? count : count.toFixed(1)}`,
    )
    .join(', ');

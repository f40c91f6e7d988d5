import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'pg';
import { ClosingRunsService } from '../src/completions/closing-runs.service';
import { ClosingsQueries } from '../src/completions/closings.queries';
import { ClosingsService } from '../src/completions/closings.service';
import { CompletionsQueries } from '../src/completions/completions.queries';
import type { Actor } from '../src/platform/access/actor';
import type { BenchedService } from './benched-service';
import { numberAfter } from './arguments';
import { closeBarely } from './closing-floor';
import { median } from './figures';
import { fillClass, openOffice, type Roster } from './roster';

const people = numberAfter('--people', 10_000);
const rounds = numberAfter('--rounds', 5);
const target = 0.3;
const small = 40;
const lookEveryMilliseconds = 20;
/** The worker is killed while so much of a step is done. */
const kills = [
  ['judge', 0.4 * people],
  ['number', 0.3 * people],
  ['record', 0.5 * people],
] as const;

interface Step {
  readonly name: string;
  readonly done: number;
}

/** A transaction under way, and its last statement. */
interface Seen {
  readonly ms: number;
  readonly query: string;
}

/** A class of ten thousand is closed, in turns with the same rows written by hand; then one more while its worker is killed three times. */
export async function measureClosing(service: BenchedService): Promise<boolean> {
  const pool = new Pool({ connectionString: service.databaseUrl, max: 4 });
  // Connections are cut when the bench is stopped in the middle.
  pool.on('error', () => {});
  const bench = new ClosingBench(service, pool);
  try {
    return await bench.measure();
  } finally {
    await bench.stop();
    await pool.end();
  }
}

class ClosingBench {
  private worker: ChildProcess | null = null;
  private longest: Seen = { ms: 0, query: '' };
  private busySeconds = 0;

  constructor(
    private readonly service: BenchedService,
    private readonly pool: Pool,
  ) {}

  async measure(): Promise<boolean> {
    const office = await openOffice(this.service, this.pool);
    await this.compare(office);
    const roster = await fillClass(this.pool, 'killed', people);
    const job = await this.service.get(ClosingsService).request(office, roster.classId);
    for (const [step, done] of kills) await this.workUntil(job, (steps) => isPast(steps, step, done));
    await this.workUntil(job, (steps) => steps.length === 0);
    return this.report(roster);
  }

  private async compare(office: Actor): Promise<void> {
    const seconds: Record<'service' | 'floor' | 'small', number[]> = { service: [], floor: [], small: [] };
    for (let round = 1; round <= rounds; round += 1) {
      const { classId: few } = await fillClass(this.pool, `few${round}`, small);
      seconds.small.push(await this.close(office, few));
      const { classId } = await fillClass(this.pool, `closed${round}`, people);
      seconds.service.push(await this.close(office, classId));
      const copy = await fillClass(this.pool, `copy${round}`, people, 'none');
      seconds.floor.push(await closeBarely(this.pool, classId, copy.classId, this.service.config.closingBatch));
    }
    const [ours, floor] = [median(seconds.service), median(seconds.floor)];
    const ratio = floor / ours;
    console.log(
      `${people} enrollments closed in ${ours.toFixed(1)} s, floor ${floor.toFixed(1)} s (the same rows by hand): ${ratio.toFixed(2)} of the floor ` +
        `(to reach: ${target}${ratio < target ? '; below' : ''}); a class of ${small} in ${(median(seconds.small) * 1000).toFixed(0)} ms`,
    );
  }

  /** In this process, whose worker is off. @returns seconds */
  private async close(office: Actor, classId: string): Promise<number> {
    const job = await this.service.get(ClosingsService).request(office, classId);
    const started = performance.now();
    await this.service.get(ClosingRunsService).workOn(job);
    return (performance.now() - started) / 1000;
  }

  /** Lets a new worker work until the steps left are as wanted, then kills it as a power cut would. */
  private async workUntil(job: string, isThere: (left: readonly Step[]) => boolean): Promise<void> {
    this.startWorker();
    let began: number | null = null;
    const before = await this.doneOf(job);
    for (;;) {
      const { rows } = await this.pool.query<Step>(
        `SELECT name, done FROM long_job_steps WHERE job_id = $1 AND finished_at IS NULL ORDER BY position`,
        [job],
      );
      // Starting a process is no part of closing: the clock runs from its first batch.
      if (began === null && (await this.doneOf(job)) > before) began = performance.now();
      await this.lookForLongest();
      if (isThere(rows)) break;
      await delay(lookEveryMilliseconds);
    }
    this.busySeconds += began === null ? 0 : (performance.now() - began) / 1000;
    await this.stop();
  }

  private async doneOf(job: string): Promise<number> {
    const { rows } = await this.pool.query<{ done: number }>(
      `SELECT sum(done)::int AS done FROM long_job_steps WHERE job_id = $1`,
      [job],
    );
    return rows[0]!.done;
  }

  /** Of those that write: a long look, such as the doctor's, holds nobody up. */
  private async lookForLongest(): Promise<void> {
    const { rows } = await this.pool.query<Seen>(
      `SELECT (extract(epoch FROM clock_timestamp() - xact_start) * 1000)::float8 AS ms, query FROM pg_stat_activity
       WHERE application_name = 'training-worker' AND backend_xid IS NOT NULL AND datname = current_database() ORDER BY xact_start LIMIT 1`,
    );
    const seen = rows[0];
    if (seen && seen.ms > this.longest.ms) this.longest = seen;
  }

  private startWorker(): void {
    const { redisUrl } = this.service.config;
    const env = {
      ...process.env,
      PROCESS: 'worker',
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
      DATABASE_URL: this.service.databaseUrl,
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    };
    this.worker = spawn(process.execPath, [join(__dirname, '..', 'src', 'main.js')], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }

  async stop(): Promise<void> {
    if (!this.worker || this.worker.exitCode !== null || this.worker.signalCode !== null) return;
    const ended = once(this.worker, 'exit');
    this.worker.kill('SIGKILL');
    await ended;
  }

  private async report({ classId, graduates }: Roster): Promise<boolean> {
    const { rows } = await this.pool.query<Record<string, number>>(
      `SELECT (max(t.sequence) - min(t.sequence) + 1 - count(*))::int AS gaps, (count(*) - count(DISTINCT t.person_id))::int AS doubles, count(*)::int AS certificates,
         (SELECT count(*) FROM training_records r JOIN completions c ON c.id = r.completion_id WHERE c.class_id = $1)::int AS records,
         (SELECT count(*) FROM journal_lines l JOIN enrollments e USING (person_id) WHERE e.class_id = $1 AND l.action = 'people.theory_level_raised')::int AS raised,
         (SELECT count(*) FROM classes WHERE id = $1 AND state = 'closed')::int AS closed
       FROM certificates t JOIN completions c ON c.id = t.completion_id WHERE c.class_id = $1`,
      [classId],
    );
    const found = rows[0]!;
    // The copy beside it has no attendance: only this class is held against its facts.
    const { trainingClass } = await this.service.get(ClosingsQueries).plan(classId);
    const { differences } = await this.service.get(CompletionsQueries).recompute(trainingClass);
    console.log(`${people} more in ${this.busySeconds.toFixed(1)} s of work with ${kills.length} kills`);
    console.log(
      `longest transaction ${this.longest.ms.toFixed(0)} ms (looked every ${lookEveryMilliseconds} ms), last with ` +
        `${this.longest.query.replace(/\s+/g, ' ').trim().slice(0, 100)}; ` +
        `gaps ${found['gaps']}, doubles ${found['doubles']}, not recomputable ${differences.length}`,
    );
    const expected = { gaps: 0, doubles: 0, certificates: graduates, records: graduates, raised: graduates, closed: 1 };
    const wrong = Object.entries(expected).filter(([name, value]) => found[name] !== value);
    if (wrong.length > 0) console.log(`Wrong: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
    return wrong.length === 0 && differences.length === 0;
  }
}

/** Whether a step has come so far, or is finished already. */
function isPast(left: readonly Step[], name: string, done: number): boolean {
  const step = left.find((one) => one.name === name);
  return step === undefined || step.done >= done;
}

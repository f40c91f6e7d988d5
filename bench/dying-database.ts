import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'pg';
import { EmbeddedCluster } from '../src/platform/database/embedded-cluster';
import { argumentsOf } from '../src/platform/database/processes';
import { freePort } from './addresses';
import { InsistentCaller } from './insistent-caller';
import { Nominees } from './nominees';
import { addOffice } from './office';
import { ServiceProcess } from './service-process';

const writers = 4;
const paths = ['/api/v1/me', '/api/v1/lecturers', '/classes', '/health/live'];
const deadlines = { DATABASE_CONNECT_SECONDS: '2', DATABASE_STATEMENT_SECONDS: '5' };
/** Both deadlines, one after the other, and a busy machine. */
const patienceMilliseconds = 15_000;
/** So long after a kill the service answers again, or it is overdue. */
const soonMilliseconds = 30_000;
const betweenKills = 1_000;

export interface DyingReport {
  readonly kills: number;
  readonly written: number;
  /** Told to be stored, and not there. */
  readonly lost: number;
  readonly doubled: number;
  /** Kills after which it did not answer again soon. */
  readonly overdue: number;
  readonly slowestReturnSeconds: number;
  readonly answers: Readonly<Record<string, number>>;
}

/** The embedded PostgreSQL of a running service is killed with -9, alone, again and again, while others read and write. */
export async function runDyingDatabase(program: readonly string[], kills: number): Promise<DyingReport> {
  const folder = mkdtempSync(join(tmpdir(), 'training-dying-'));
  // As root the server runs as somebody else, who must be able to enter.
  chmodSync(folder, 0o755);
  const data = join(folder, 'var');
  const env = { PROCESS: 'both', DATA_DIR: data, PORT: String(await freePort()), ...deadlines };
  const service = await ServiceProcess.start({ program, env });
  const pool = new Pool({ connectionString: (await EmbeddedCluster.runningOn(data))!, max: 1 });
  pool.on('error', () => {});
  try {
    return await new DyingDatabase(service.url, data, pool).run(kills);
  } finally {
    await pool.end();
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

class DyingDatabase {
  private readonly acknowledged: string[] = [];
  private caller: InsistentCaller;
  private isOver = false;

  constructor(
    private readonly url: string,
    private readonly data: string,
    private readonly pool: Pool,
  ) {}

  async run(kills: number): Promise<DyingReport> {
    await Nominees.create(this.pool);
    this.caller = new InsistentCaller(this.url, await addOffice(this.pool), patienceMilliseconds);
    const traffic = Array.from({ length: writers }, (_, n) => [this.keepWriting(n), this.keepReading()]).flat();
    const returns: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      await delay(betweenKills);
      this.killServer();
      returns.push(await this.untilItAnswers());
    }
    this.isOver = true;
    await Promise.all(traffic);
    const { rows } = await this.pool.query<{ id: string; name: string }>('SELECT id, full_name AS name FROM lecturers');
    const stored = new Set(rows.map(({ id }) => id));
    return {
      kills: returns.length,
      written: this.acknowledged.length,
      lost: this.acknowledged.filter((id) => !stored.has(id)).length,
      doubled: rows.length - new Set(rows.map(({ name }) => name)).size,
      overdue: returns.filter((milliseconds) => milliseconds >= soonMilliseconds).length,
      slowestReturnSeconds: Math.max(...returns) / 1_000,
      answers: this.caller.answers,
    };
  }

  private killServer(): void {
    const server = Number(readFileSync(join(this.data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    if (!argumentsOf(server).includes(this.data)) throw new Error(`${server} is not the PostgreSQL in ${this.data}.`);
    process.kill(server, 'SIGKILL');
  }

  /** @returns after how many milliseconds; not much more than is soon */
  private async untilItAnswers(): Promise<number> {
    const killed = performance.now();
    const sinceThen = () => performance.now() - killed;
    // What the kill broke is noticed a moment later.
    await delay(betweenKills / 2);
    while (sinceThen() < soonMilliseconds && (await this.caller.ask('/api/v1/me'))?.status !== 200) await delay(50);
    return sinceThen();
  }

  private async keepWriting(writer: number): Promise<void> {
    for (let n = 0; !this.isOver; n += 1) {
      const lecturer = { fullName: `Giảng Viên Thứ ${writer}-${n}`, workplace: 'Trường Chính trị' };
      const answer = await this.caller.untilAnswered('/api/v1/lecturers', lecturer);
      if (answer?.status === 201) this.acknowledged.push(answer.body.id!);
    }
  }

  private async keepReading(): Promise<void> {
    for (let n = 0; !this.isOver; n += 1) {
      await this.caller.ask(paths[n % paths.length]!);
      await delay(20);
    }
  }
}

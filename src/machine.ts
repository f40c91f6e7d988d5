import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from './config';
import type { OpenDatabase } from './platform/database/open-database';
import { inTime } from './platform/deadlines';

type Part = 'web' | 'worker';

const firstWait = 100;
const longestWait = 10_000;
/** A part stops itself in time; one that cannot is ended. */
const stopPatienceSeconds = 5;
/** What the embedded PostgreSQL lets in, less what administrators, backups and each process's queue hold. */
const connectionsShared = 120;

/**
 * One machine used whole: web processes that share the port, and a worker, so that nothing planned holds up a page. They work
 * on one database, which is opened here and outlives them; one that ends by itself is replaced.
 */
export class Machine {
  private isStopping = false;
  private readonly parts = new Map<Worker, Promise<boolean>>();

  constructor(
    private readonly config: Config,
    private readonly database: OpenDatabase,
  ) {}

  /** The first web process answers before the others begin. @throws Error when it ends instead */
  async start(): Promise<void> {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void this.stop());
    const first = this.fork('web');
    await Promise.race([once(first, 'listening'), this.parts.get(first)]);
    if (this.isStopping) return;
    if (!this.parts.has(first)) return this.stop(1);
    void this.keep('web', first);
    for (let others = this.config.webProcesses - 1; others > 0; others -= 1) void this.keep('web');
    void this.keep('worker');
  }

  private async keep(part: Part, running = this.fork(part)): Promise<void> {
    for (let wait = firstWait; ; wait = Math.min(wait * 2, longestWait)) {
      const began = performance.now();
      await this.parts.get(running);
      if (performance.now() - began > longestWait) wait = firstWait;
      await delay(wait);
      if (this.isStopping) return;
      running = this.fork(part);
    }
  }

  private fork(part: Part): Worker {
    const forked = cluster.fork({
      PROCESS: part,
      DATABASE_URL: this.database.url,
      ...(this.config.databaseUrl ? {} : { DATABASE_POOL: this.poolOfEach }),
    });
    this.parts.set(forked, this.ended(part, forked));
    return forked;
  }

  /** @returns whether it ended as it was told */
  private async ended(part: Part, forked: Worker): Promise<boolean> {
    const [code, signal] = (await once(forked, 'exit')) as [number | null, string | null];
    this.parts.delete(forked);
    if (!this.isStopping)
      console.error(`The ${part} process ${forked.process.pid} ended by itself (${signal ?? code}).`);
    // One that was still starting knows nothing of signals yet.
    return code === 0 || (this.isStopping && signal === 'SIGTERM');
  }

  private get poolOfEach(): number {
    const { databasePool, webProcesses } = this.config;
    return Math.max(4, Math.min(databasePool, Math.floor(connectionsShared / (webProcesses + 1))));
  }

  private async stop(code = 0): Promise<void> {
    if (this.isStopping) return;
    this.isStopping = true;
    const running = [...this.parts];
    for (const [part] of running) part.process.kill('SIGTERM');
    const areFinished = await inTime(
      this.config.deadlines.stopSeconds + stopPatienceSeconds,
      'The processes',
      Promise.all(running.map(([, ended]) => ended)),
    ).catch(() => [false]);
    for (const [part] of this.parts) part.process.kill('SIGKILL');
    await this.database.stop();
    process.exit(areFinished.includes(false) ? 1 : code);
  }
}

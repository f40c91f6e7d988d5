import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ActorsQueries } from '../src/accounts/actors.queries';
import type { Actor } from '../src/platform/access/actor';
import { type Day, momentAt, type MovableClock } from '../src/platform/clock';
import { Database } from '../src/platform/database/database';
import type { Job } from '../src/platform/jobs/jobs';
import { JobQueue } from '../src/platform/jobs/job-queue';
import { LongJobs } from '../src/platform/jobs/long-jobs';

/** Where the story is played: the service itself, a clock that moves, and the people who act. */
export class Stage {
  constructor(
    readonly app: NestFastifyApplication,
    readonly clock: MovableClock,
    private readonly say: (line: string) => void,
  ) {}

  get<T>(service: Type<T> | (abstract new (...parts: never[]) => T)): T {
    return this.app.get(service, { strict: false });
  }

  tell(line: string): void {
    this.say(line);
  }

  /** From here on it is this moment. */
  at(day: Day, time = '08:00'): void {
    this.clock.moveTo(momentAt(day, time));
  }

  /** An account as it is now, with the roles it has been given meanwhile. */
  async actor(email: string): Promise<Actor> {
    const [account] = await this.get(Database).read<{ id: string }>('SELECT id FROM accounts WHERE email = $1', [
      email,
    ]);
    const actor = account ? await this.get(ActorsQueries).ofAccount(account.id) : null;
    if (!actor) throw new Error(`Nobody signs in as ${email}.`);
    return actor;
  }

  /** Puts a job on the queue and waits until a worker has done it. */
  async work<Data extends object>(job: Job<Data>, data: Data): Promise<void> {
    await this.get(JobQueue).runNow(job, data);
  }

  /** Follows long work to its end, telling how far it is. @throws Error when it fails */
  async follow(longJobId: string, what: string): Promise<void> {
    for (let told = -1; ;) {
      const job = await this.get(LongJobs).find(longJobId);
      if (!job || job.state === 'failed') throw new Error(`${what} failed: ${job?.error ?? 'no such job'}`);
      if (job.done !== told) this.tell(`  ${what}: ${job.done}/${job.total}`);
      if (job.state === 'done') return;
      told = job.done;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async rows<Row>(sql: string, ...parameters: readonly unknown[]): Promise<Row[]> {
    return this.get(Database).read<Row>(sql, parameters);
  }

  async one<Row>(sql: string, ...parameters: readonly unknown[]): Promise<Row> {
    const [row] = await this.rows<Row>(sql, ...parameters);
    if (!row) throw new Error(`Nothing found: ${sql}`);
    return row;
  }
}

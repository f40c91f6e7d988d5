import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ActorsQueries } from '../src/accounts/actors.queries';
import { InvitationsService } from '../src/accounts/invitations/invitations.service';
import { SlipsService } from '../src/accounts/invitations/slips.service';
import type { Actor } from '../src/platform/access/actor';
import { type Day, momentAt, type MovableClock } from '../src/platform/clock';
import type { Job } from '../src/platform/jobs/jobs';
import { JobQueue } from '../src/platform/jobs/job-queue';
import { LongJobs } from '../src/platform/jobs/long-jobs';
import { demoPassword } from './cast';

/** Where the story is played: the service itself, a clock that moves, and the people who act. */
export class Stage {
  /** Who came so far, by their address. */
  private readonly accounts = new Map<string, string>();

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

  /** Somebody invited comes by the slip printed for them, and chooses the password. */
  async comes(inviter: Actor, accountId: string, email: string): Promise<void> {
    const { content } = await this.get(SlipsService).one(inviter, accountId);
    const [, token] = /\/invitations\/([\w-]{43})\)/.exec(content.toString('latin1'))!;
    await this.get(InvitationsService).accept(token!, demoPassword, {
      address: '127.0.0.1',
      browser: null,
      token: null,
    });
    this.knows(email, accountId);
  }

  /** From now on this account may act. */
  knows(email: string, accountId: string): void {
    this.accounts.set(email, accountId);
  }

  /** An account as it is now, with the roles it has been given meanwhile. */
  async actor(email: string): Promise<Actor> {
    const id = this.accounts.get(email);
    const actor = id ? await this.get(ActorsQueries).ofAccount(id) : null;
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
}

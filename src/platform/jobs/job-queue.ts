import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, createRedisBackend, Queue, QueueEvents } from 'bullmq';
import { BoundedClient, boundsOf } from '../database/bounded-client';
import { type Deadlines, inTime, usualDeadlines } from '../deadlines';
import { QueueAway } from './job-queue.refusals';
import type { Job } from './jobs';

/** Where BullMQ keeps its queue: our PostgreSQL, or a Redis. */
export interface QueueSettings {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly deadlines?: Deadlines;
}

export const queueName = 'work';

/** For how long the queue keeps count of what ended. */
export const minutesCounted = 60;

/** A job that is not tried again by itself. */
export interface FailedJob {
  readonly id: string;
  readonly name: string;
  readonly error: string;
  readonly at: Date;
  readonly attempts: number;
}

/** What a BullMQ queue, worker or listener is built with, for either backend. */
export function backendOf({ databaseUrl, redisUrl, deadlines = usualDeadlines }: QueueSettings) {
  return redisUrl
    ? ({ connection: { url: redisUrl, maxRetriesPerRequest: null }, factory: createRedisBackend } as const)
    : ({
        connection: {
          connectionString: databaseUrl,
          schema: 'bullmq',
          migrate: true,
          max: 4,
          Client: BoundedClient,
          ...boundsOf(deadlines),
        },
        factory: createPostgresBackend,
      } as const);
}

/**
 * A Redis that is away is found again once it is back. In PostgreSQL the queue is opened once for the life of the process,
 * so the boot waits for it, as for the database itself.
 */
export const isWaitedForLater = ({ redisUrl }: QueueSettings): boolean => redisUrl !== null;

/**
 * Puts work on the queue. Only after commit: what is due is found by query, the queue only says "look now". Who asks
 * it is answered in bounded time, with {@link QueueAway} when it does not answer.
 */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly queue: Queue;
  private readonly deadlines: Deadlines;
  private events: QueueEvents | null = null;

  constructor(private readonly settings: QueueSettings) {
    this.deadlines = settings.deadlines ?? usualDeadlines;
    const { connection, factory } = backendOf(settings);
    // Said at once when Redis is away, and not kept for when it is back.
    const failsFast = settings.redisUrl ? { enableOfflineQueue: false } : {};
    this.queue = new Queue(queueName, { connection: { ...connection, ...failsFast } }, factory as never);
    this.queue.on('error', () => undefined);
  }

  async open(): Promise<void> {
    if (!isWaitedForLater(this.settings)) await this.queue.waitUntilReady();
  }

  /** Says "look now". A queue that is away is no fault of who says so: the next recurring look finds what is due. */
  async add<Data extends object>(job: Job<Data>, data: Data): Promise<void> {
    await this.ask(this.queue.add(job.name, data, kept)).catch((error: unknown) => {
      if (!(error instanceof QueueAway)) throw error;
    });
  }

  /** Asks for a recurring look; returns its number on the queue. @throws QueueAway */
  async askFor(look: string): Promise<string> {
    return (await this.ask(this.queue.add(look, {}, kept))).id!;
  }

  /** Whether a look that was asked for still waits for a worker; not when the queue was wiped meanwhile. @throws QueueAway */
  async stillWaits(look: string, id: string): Promise<boolean> {
    const job = await this.ask(this.queue.getJob(id));
    // A wiped queue counts from one again, so the number alone may be another's.
    return job?.name === look && ['waiting', 'prioritized', 'paused'].includes(await this.ask(job.getState()));
  }

  /** Adds a job and waits until a worker has done it. @throws what the handler threw, as text */
  async runNow<Data extends object>(job: Job<Data>, data: Data): Promise<void> {
    this.events ??= this.listen();
    await this.events.waitUntilReady();
    const added = await this.queue.add(job.name, data, { ...kept, attempts: 1 });
    await added.waitUntilFinished(this.events);
  }

  /** Earlier versions left recurring jobs on the queue, which would be done besides. */
  async forgetSchedulers(): Promise<void> {
    for (const { key } of await this.ask(this.queue.getJobSchedulers()))
      await this.ask(this.queue.removeJobScheduler(key));
  }

  async counts(): Promise<Record<string, number>> {
    return this.ask(this.queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'completed'));
  }

  get backend(): 'PostgreSQL' | 'Redis' {
    return this.settings.redisUrl ? 'Redis' : 'PostgreSQL';
  }

  /** How many jobs ended in about the last hour. */
  async lastHour(): Promise<{ completed: number; failed: number }> {
    const ended = async (how: 'completed' | 'failed') => {
      const { data } = await this.ask(this.queue.getMetrics(how, 0, minutesCounted - 1));
      return data.reduce((sum, count) => sum + count, 0);
    };
    return { completed: await ended('completed'), failed: await ended('failed') };
  }

  /** No worker begins anything until the queue is resumed; what is under way goes on. */
  async pause(): Promise<void> {
    await this.ask(this.queue.pause());
  }

  async resume(): Promise<void> {
    await this.ask(this.queue.resume());
  }

  async isPaused(): Promise<boolean> {
    return this.ask(this.queue.isPaused());
  }

  /** Jobs that failed as often as they are tried, newest first. */
  async failed(count: number): Promise<FailedJob[]> {
    const jobs = await this.ask(this.queue.getFailed(0, count - 1));
    return jobs.map(({ id, name, failedReason, finishedOn = 0, attemptsMade }) => ({
      id: id!,
      name,
      error: failedReason,
      at: new Date(finishedOn),
      attempts: attemptsMade,
    }));
  }

  /** Does failed jobs again, one or all; returns how many. */
  async replay(id: string | null): Promise<number> {
    if (id === null) {
      const count = await this.ask(this.queue.getFailedCount());
      if (count > 0) await this.ask(this.queue.retryJobs({ state: 'failed' }));
      return count;
    }
    const job = await this.ask(this.queue.getJob(id));
    if (!job || !(await this.ask(job.isFailed()))) return 0;
    await this.ask(job.retry('failed'));
    return 1;
  }

  private async ask<T>(answer: Promise<T>): Promise<T> {
    try {
      return await inTime(this.deadlines.queueSeconds, 'The queue', answer);
    } catch (error) {
      throw new QueueAway(error);
    }
  }

  private listen(): QueueEvents {
    const { connection, factory } = backendOf(this.settings);
    const events = new QueueEvents(queueName, { connection }, factory as never);
    events.on('error', () => undefined);
    return events;
  }

  async onApplicationShutdown(): Promise<void> {
    // A Redis that is away is waited for without end, though nothing is owed to it.
    const closed = Promise.all([this.events?.close(), this.queue.close()]);
    await this.ask(closed).catch(() => undefined);
  }
}

const kept = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  removeOnComplete: { count: 500 },
  removeOnFail: { count: 500 },
} as const;

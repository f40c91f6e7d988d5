import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, createRedisBackend, Queue, QueueEvents } from 'bullmq';
import type { Job } from './jobs';

/** Where BullMQ keeps its queue: our PostgreSQL, or a Redis. */
export interface QueueSettings {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
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
export function backendOf({ databaseUrl, redisUrl }: QueueSettings) {
  return redisUrl
    ? ({ connection: { url: redisUrl, maxRetriesPerRequest: null }, factory: createRedisBackend } as const)
    : ({
        connection: { connectionString: databaseUrl, schema: 'bullmq', migrate: true, max: 4 },
        factory: createPostgresBackend,
      } as const);
}

/** Puts work on the queue. Only after commit: what is due is found by query, the queue only says "look now". */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly queue: Queue;
  private events: QueueEvents | null = null;

  constructor(private readonly settings: QueueSettings) {
    const { connection, factory } = backendOf(settings);
    this.queue = new Queue(queueName, { connection }, factory as never);
    this.queue.on('error', () => undefined);
  }

  async add<Data extends object>(job: Job<Data>, data: Data): Promise<void> {
    await this.queue.add(job.name, data, kept);
  }

  /** Adds a job and waits until a worker has done it. @throws what the handler threw, as text */
  async runNow<Data extends object>(job: Job<Data>, data: Data): Promise<void> {
    this.events ??= this.listen();
    await this.events.waitUntilReady();
    const added = await this.queue.add(job.name, data, { ...kept, attempts: 1 });
    await added.waitUntilFinished(this.events);
  }

  /** One recurring job; saying it again changes nothing. */
  async repeat(name: string, everyMilliseconds: number): Promise<void> {
    await this.queue.upsertJobScheduler(name, { every: everyMilliseconds }, { name, data: {}, opts: kept });
  }

  async counts(): Promise<Record<string, number>> {
    return this.queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'completed');
  }

  get backend(): 'PostgreSQL' | 'Redis' {
    return this.settings.redisUrl ? 'Redis' : 'PostgreSQL';
  }

  /** How many jobs ended in about the last hour. */
  async lastHour(): Promise<{ completed: number; failed: number }> {
    const ended = async (how: 'completed' | 'failed') => {
      const { data } = await this.queue.getMetrics(how, 0, minutesCounted - 1);
      return data.reduce((sum, count) => sum + count, 0);
    };
    return { completed: await ended('completed'), failed: await ended('failed') };
  }

  /** No worker begins anything until the queue is resumed; what is under way goes on. */
  async pause(): Promise<void> {
    await this.queue.pause();
  }

  async resume(): Promise<void> {
    await this.queue.resume();
  }

  async isPaused(): Promise<boolean> {
    return this.queue.isPaused();
  }

  /** Jobs that failed as often as they are tried, newest first. */
  async failed(count: number): Promise<FailedJob[]> {
    const jobs = await this.queue.getFailed(0, count - 1);
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
      const count = await this.queue.getFailedCount();
      if (count > 0) await this.queue.retryJobs({ state: 'failed' });
      return count;
    }
    const job = await this.queue.getJob(id);
    if (!job || !(await job.isFailed())) return 0;
    await job.retry('failed');
    return 1;
  }

  private listen(): QueueEvents {
    const { connection, factory } = backendOf(this.settings);
    const events = new QueueEvents(queueName, { connection }, factory as never);
    events.on('error', () => undefined);
    return events;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.events?.close();
    await this.queue.close();
  }
}

const kept = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  removeOnComplete: { count: 500 },
  removeOnFail: { count: 500 },
} as const;

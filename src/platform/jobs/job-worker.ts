import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { Worker } from 'bullmq';
import { Logger } from 'nestjs-pino';
import { backendOf, JobQueue, minutesCounted, queueName, type QueueSettings } from './job-queue';
import { declaredJobs, handlesKey } from './jobs';
import { schedule } from '../schedule';

type Handler = (data: object) => Promise<void>;

export interface WorkerSettings extends QueueSettings {
  /** Whether this process handles jobs, or only checks that each could be handled. */
  readonly works: boolean;
  readonly concurrency: number;
}

/** Does the jobs. A job without a handler, or with two, stops the boot; so does a scheduled name nobody declared. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker: Worker | null = null;
  private isStopping = false;

  constructor(
    private readonly settings: WorkerSettings,
    private readonly queue: JobQueue,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const handlers = this.handlers();
    if (!this.settings.works) return;

    for (const { job, everySeconds } of schedule) await this.queue.repeat(job, everySeconds * 1_000);
    const { connection, factory } = backendOf(this.settings);
    this.worker = new Worker(
      queueName,
      async (job) => handlers.get(job.name)?.(job.data as object),
      { connection, concurrency: this.settings.concurrency, metrics: { maxDataPoints: minutesCounted } },
      factory as never,
    );
    this.worker.on('error', (error) => {
      // While we stop, the queue's own connections end before or after ours: nothing to tell.
      if (!this.isStopping) this.log.warn({ err: error }, 'queue connection');
    });
    this.worker.on('failed', (job, error) =>
      this.log.error({ err: error, job: job?.name, attempt: job?.attemptsMade }, 'job failed'),
    );
    await this.worker.waitUntilReady();
    // What another worker left lying when it died must not wait for the next turn of the clock.
    for (const { job } of schedule) await this.queue.add({ name: job }, {});
  }

  private handlers(): Map<string, Handler> {
    const found = this.discovery.getProviders().flatMap(({ instance }) => {
      if (!instance || typeof instance !== 'object') return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, Handler>;
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const name = this.reflector.get<string | undefined>(handlesKey, prototype[method]!);
        return name ? [{ name, handler: prototype[method]!.bind(instance) }] : [];
      });
    });
    assertEachOnce(
      declaredJobs(),
      found.map(({ name }) => name),
    );
    return new Map(found.map(({ name, handler }) => [name, handler]));
  }

  /** Before the connections close: what is under way is finished, what waits is left to other workers. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.worker?.close();
  }
}

/** @throws Error naming the jobs that have no handler or more than one, and the scheduled names nobody declared */
export function assertEachOnce(
  declared: readonly string[],
  handled: readonly string[],
  scheduled = schedule.map(({ job }) => job),
): void {
  const times = (name: string) => handled.filter((other) => other === name).length;
  const wrong = [
    ...declared.filter((name) => times(name) === 0).map((name) => `${name} has no handler`),
    ...[...new Set(handled)].filter((name) => times(name) > 1).map((name) => `${name} has ${times(name)} handlers`),
    ...scheduled.filter((name) => !declared.includes(name)).map((name) => `${name} is scheduled but not declared`),
  ];
  if (wrong.length > 0) throw new Error(`Jobs need exactly one handler: ${wrong.join('; ')}.`);
}

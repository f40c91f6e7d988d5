import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { Worker } from 'bullmq';
import { Logger } from 'nestjs-pino';
import { backendOf, isWaitedForLater, JobQueue, minutesCounted, queueName, type QueueSettings } from './job-queue';
import { declaredJobs, handlesKey } from './jobs';
import { RecurringLooks } from './recurring-looks';

type Handler = (data: object) => Promise<void | boolean>;

export interface WorkerSettings extends QueueSettings {
  /** Whether this process handles jobs, or only checks that each could be handled. */
  readonly works: boolean;
  readonly concurrency: number;
}

/** How often a process looks whether a recurring look is due. */
const glanceMilliseconds = 5_000;
/** By how much workers may be late before a process that does no jobs asks in their place. */
const patienceSeconds = 30;

/** Does the jobs. A job without a handler, or with two, stops the boot; so does a scheduled name nobody declared. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker: Worker | null = null;
  private handlers: ReadonlyMap<string, Handler> = new Map();
  private glances: NodeJS.Timeout | undefined;
  private glance: Promise<void> | null = null;
  private isStopping = false;

  constructor(
    private readonly settings: WorkerSettings,
    private readonly queue: JobQueue,
    private readonly looks: RecurringLooks,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.handlers = this.found();
    await this.looks.learn();
    await this.queue.open();
    if (this.settings.works) await this.work();
    this.glances = setInterval(() => this.look(), glanceMilliseconds).unref();
  }

  /** Does a job here and now. @returns whether a look left something */
  async do(job: string, data: object = {}): Promise<boolean> {
    return (await this.handlers.get(job)?.(data)) === true;
  }

  private async work(): Promise<void> {
    const { connection, factory } = backendOf(this.settings);
    this.worker = new Worker(
      queueName,
      async (job) => {
        const began = performance.now();
        const isMore = await this.do(job.name, job.data as object);
        await this.looks.done(job.name, { seconds: (performance.now() - began) / 1_000, isMore });
      },
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
    if (!isWaitedForLater(this.settings)) await this.worker.waitUntilReady();
    this.look(async () => {
      await this.queue.forgetSchedulers();
      await this.looks.askForAll();
    });
  }

  /** One glance at a time; one that fails is made up for by the next. */
  private look(glance = () => this.looks.askForDue(this.settings.works ? 0 : patienceSeconds)): void {
    if (this.isStopping) return;
    this.glance ??= glance()
      .catch((error: unknown) => this.log.warn({ reason: String(error) }, 'recurring looks'))
      .finally(() => (this.glance = null));
  }

  private found(): Map<string, Handler> {
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
      this.looks.names,
    );
    return new Map(found.map(({ name, handler }) => [name, handler]));
  }

  /** Before the connections close: what is under way is finished, what waits is left to other workers. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.glances);
    await this.glance;
    await this.worker?.close();
  }
}

/** @throws Error naming the jobs that have no handler or more than one, and the scheduled names nobody declared */
export function assertEachOnce(
  declared: readonly string[],
  handled: readonly string[],
  scheduled: readonly string[],
): void {
  const times = (name: string) => handled.filter((other) => other === name).length;
  const wrong = [
    ...declared.filter((name) => times(name) === 0).map((name) => `${name} has no handler`),
    ...[...new Set(handled)].filter((name) => times(name) > 1).map((name) => `${name} has ${times(name)} handlers`),
    ...scheduled.filter((name) => !declared.includes(name)).map((name) => `${name} is scheduled but not declared`),
  ];
  if (wrong.length > 0) throw new Error(`Jobs need exactly one handler: ${wrong.join('; ')}.`);
}

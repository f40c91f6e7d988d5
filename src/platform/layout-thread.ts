import type { OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';

/** What one document may cost; the largest there are, 200 certificates or a register of 2,000 rows, need a tenth of it. */
const longestMs = 120_000;
const mostMegabytes = 1_024;

/**
 * Lays documents out in a thread of its own: the largest take seconds, and nobody else would be answered meanwhile. Documents
 * wait for one another.
 */
export abstract class LayoutThread<Task> implements OnApplicationShutdown {
  private readonly threads: Piscina<Task, Uint8Array>;

  /** @param filename plain JavaScript: a thread starts without the loaders of the process it belongs to */
  protected constructor(filename: string, workerData?: unknown) {
    this.threads = new Piscina({
      filename,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
      workerData,
    });
  }

  /** @throws when it cannot be laid out, or costs more than a document may */
  protected async layOut(task: Task): Promise<Buffer> {
    return Buffer.from(await this.threads.run(task, { signal: AbortSignal.timeout(longestMs) }));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.threads.destroy();
  }
}

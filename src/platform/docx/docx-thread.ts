import { join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { WrittenDocument } from './written-document';

/** What one document may cost; the largest there are, registers of 2,000 rows, need a tenth of it. */
const longestMs = 120_000;
const mostMegabytes = 1_024;

/**
 * Writes A4 documents in Times New Roman for Word and LibreOffice in a thread of its own: 2,000 rows take seconds, and nobody
 * else would be answered meanwhile. Documents wait for one another.
 */
@Injectable()
export class DocxThread implements OnApplicationShutdown {
  private readonly threads = new Piscina<WrittenDocument, Uint8Array>({
    filename: join(__dirname, 'writing-thread.cjs'),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });

  /** @throws when it cannot be written, or costs more than a document may */
  async write(document: WrittenDocument): Promise<Buffer> {
    return Buffer.from(await this.threads.run(document, { signal: AbortSignal.timeout(longestMs) }));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.threads.destroy();
  }
}

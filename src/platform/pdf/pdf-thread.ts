import { join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import { Clock } from '../clock';
import { definitionOf, fonts, type PrintedDocument, typefaces } from './printed-document';

/** The layout of a table with many narrow columns; it is made of functions, so only its name comes from outside. */
export const closeLayout = 'close';

/** What one document may cost; the largest there are, 200 certificates or a table of 1,000 rows, need a tenth of it. */
const longestMs = 120_000;
const mostMegabytes = 1_024;

/**
 * Prints in a thread of its own: a table of 1,000 rows, or 200 certificates, take seconds to lay out, and nobody else
 * would be answered meanwhile. Documents wait for one another.
 */
@Injectable()
export class PdfThread implements OnApplicationShutdown {
  private readonly threads = new Piscina<unknown, Uint8Array>({
    filename: join(__dirname, 'printing-thread.cjs'),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    workerData: { fonts, typefaces, closeLayout },
  });

  constructor(private readonly clock: Clock) {}

  /** @throws when it cannot be laid out, or costs more than a document may */
  async print(document: PrintedDocument): Promise<Buffer> {
    const definition = definitionOf(document, this.clock.now());
    const signal = AbortSignal.timeout(longestMs);
    const { numbered = true, hasHeadings = false } = document;
    const pdf = await this.threads.run({ definition, numbered, hasHeadings }, { signal });
    return Buffer.from(pdf);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.threads.destroy();
  }
}

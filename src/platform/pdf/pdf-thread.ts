import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock';
import { definitionOf, fonts, pageNumber, type PrintedDocument, typefaces } from './printed-document';

type Answer = { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly error: string };

interface Waiting {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** The layout of a table with many narrow columns; it is made of functions, so only its name comes from outside. */
export const closeLayout = 'close';

/** In plain JavaScript, because a thread starts without the loaders of the process it belongs to. */
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  const pdfmake = require(workerData.pdfmake);
  const pageNumber = ${pageNumber.toString()};
  pdfmake.setFonts(workerData.fonts);
  // What is printed was typed by people: it may name no address and no file but the typefaces.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(workerData.typefaces));
  pdfmake.addTableLayouts({ ${closeLayout}: { paddingLeft: () => 1.5, paddingRight: () => 1.5 } });
  parentPort.on('message', async ({ id, definition, numbered }) => {
    try {
      const footer = (page, pages) => (numbered ? pageNumber(page, pages) : '');
      parentPort.postMessage({ id, pdf: await pdfmake.createPdf({ ...definition, footer }).getBuffer() });
    } catch (error) {
      parentPort.postMessage({ id, error: String(error) });
    }
  });
`;

/**
 * Prints in a thread of its own: a table of 1,000 rows, or 200 certificates, take seconds to lay out, and nobody else
 * would be answered meanwhile. Documents wait for one another.
 */
@Injectable()
export class PdfThread implements OnApplicationShutdown {
  private worker: Worker | null = null;
  private last = 0;
  private readonly waiting = new Map<number, Waiting>();

  constructor(private readonly clock: Clock) {}

  async print(document: PrintedDocument): Promise<Buffer> {
    const definition = definitionOf(document, this.clock.now());
    const id = (this.last += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      try {
        this.thread().postMessage({ id, definition, numbered: document.numbered ?? true });
      } catch (error) {
        this.waiting.delete(id);
        reject(error as Error);
      }
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private thread(): Worker {
    this.worker ??= this.start();
    return this.worker;
  }

  private start(): Worker {
    const worker = new Worker(program, {
      eval: true,
      workerData: { pdfmake: require.resolve('pdfmake'), fonts, typefaces },
    });
    worker.on('message', (answer: Answer) => this.hear(answer));
    worker.on('error', (error: Error) => this.giveUp(error));
    worker.on('exit', () => this.giveUp(new Error('The thread that prints has ended.')));
    // An idle thread keeps no process alive.
    worker.unref();
    return worker;
  }

  private hear(answer: Answer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('pdf' in answer) waiting?.resolve(Buffer.from(answer.pdf));
    else waiting?.reject(new Error(answer.error));
  }

  /** Whoever waits hears so; the next document starts a new thread. */
  private giveUp(error: Error): void {
    this.worker = null;
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of all) reject(error);
  }
}

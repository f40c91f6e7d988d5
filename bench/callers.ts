import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Run } from './figures';

/** One request; what is sent is JSON. */
export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface CallsWanted {
  readonly url: string;
  readonly lists: readonly (readonly Call[])[];
  /** How many call at the same time; each takes the next of its list as soon as it has its answer. */
  readonly callers: number;
  /** For so long each list is begun anew by whoever is through; once only unless told. */
  readonly seconds?: number;
}

/** Who calls over HTTP; in a thread of their own, so that they do not take turns with who answers. */
export class Callers {
  private readonly thread = new Worker(join(__dirname, 'caller-thread.js'));

  async call(wanted: CallsWanted): Promise<Run> {
    this.thread.postMessage(wanted);
    const [run] = (await once(this.thread, 'message')) as [Run];
    return run;
  }

  async stop(): Promise<void> {
    await this.thread.terminate();
  }
}

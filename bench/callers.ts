import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Run } from './figures';
import type { UnitList } from './nominees';

export interface SubmissionsWanted {
  readonly url: string;
  readonly lists: readonly UnitList[];
  /** How many submit at the same time; each takes the next of its unit's list as soon as it has its answer. */
  readonly callers: number;
}

/** Who calls the service over HTTP; in a thread of their own, so that they do not take turns with it. */
export class Callers {
  private readonly thread = new Worker(join(__dirname, 'caller-thread.js'));

  async submit(wanted: SubmissionsWanted): Promise<Run> {
    this.thread.postMessage(wanted);
    const [run] = (await once(this.thread, 'message')) as [Run];
    return run;
  }

  async stop(): Promise<void> {
    await this.thread.terminate();
  }
}

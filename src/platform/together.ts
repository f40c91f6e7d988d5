import { AsyncLocalStorage } from 'node:async_hooks';
import { isDatabaseAway } from './database/away';
import { WholeRequestRefused } from './problems/refusal';
import { Busy } from './problems/refusals';

interface Asked<In, Out> {
  readonly item: In;
  readonly answer: (out: Out) => void;
  readonly refuse: (error: unknown) => void;
}

/** Those of one kind who wait, and how many batches of them are under way. */
interface Queue<In, Out> {
  readonly waiting: Asked<In, Out>[];
  underWay: number;
}

const mostAtOnce = 50;

/**
 * Does in one go what several ask for in one turn of the event loop, or while others are being done: whoever comes alone
 * waits for nobody. Each stands for themselves. Where a batch fails as a whole it is done again in halves, down to the one
 * who spoils it, so it must have left nothing behind.
 */
export class Together<In, Out> {
  private readonly queues = new Map<string, Queue<In, Out>>();
  /** Whoever happens to start a batch has nothing of their own in it, such as a request's key. */
  private readonly outside = AsyncLocalStorage.snapshot();

  /**
   * @param work answers in the order asked; an Error is the answer of that one alone
   * @param batches how many of one kind may be under way at a time
   */
  constructor(
    private readonly work: (items: readonly In[]) => Promise<readonly (Out | Error)[]>,
    private readonly batches = 1,
  ) {}

  /** @param kind only those of one kind are done in one go; kinds do not wait for each other */
  do(item: In, kind = ''): Promise<Out> {
    return new Promise((answer, refuse) => {
      const queue = this.queues.get(kind) ?? { waiting: [], underWay: 0 };
      this.queues.set(kind, queue);
      queue.waiting.push({ item, answer, refuse });
      if (queue.waiting.length === 1) this.outside(() => setImmediate(() => void this.goOn(kind, queue)));
    });
  }

  private async goOn(kind: string, queue: Queue<In, Out>): Promise<void> {
    while (queue.waiting.length > 0 && queue.underWay < this.batches) {
      queue.underWay += 1;
      await this.settle(queue.waiting.splice(0, mostAtOnce));
      queue.underWay -= 1;
    }
    const isOver = queue.underWay === 0 && queue.waiting.length === 0;
    if (isOver && this.queues.get(kind) === queue) this.queues.delete(kind);
  }

  private async settle(asked: readonly Asked<In, Out>[]): Promise<void> {
    try {
      const answers = await this.work(asked.map(({ item }) => item));
      for (const [index, { answer, refuse }] of asked.entries()) {
        const found = answers[index] as Out | Error;
        if (found instanceof Error) refuse(found);
        else answer(found);
      }
    } catch (error) {
      if (asked.length === 1 || isOfAll(error)) for (const { refuse } of asked) refuse(error);
      else await this.halve(asked);
    }
  }

  private async halve(asked: readonly Asked<In, Out>[]): Promise<void> {
    const half = Math.ceil(asked.length / 2);
    await this.settle(asked.slice(0, half));
    await this.settle(asked.slice(half));
  }
}

/** Would be the same for each of them, or may have been done. */
const isOfAll = (error: unknown): boolean =>
  error instanceof Busy || error instanceof WholeRequestRefused || isDatabaseAway(error);

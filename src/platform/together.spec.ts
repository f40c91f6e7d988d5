import { AsyncLocalStorage } from 'node:async_hooks';
import { Busy } from './problems/refusals';
import { Together } from './together';
import { append } from './lists';

/** Notes the batches it was asked for and goes on when told. */
class Work {
  readonly batches: (readonly number[])[] = [];
  private readonly doors: (() => void)[] = [];

  constructor(private readonly answer: (items: readonly number[]) => readonly (number | Error)[] = doubled) {}

  readonly do = async (items: readonly number[]) => {
    this.batches.push(items);
    await new Promise<void>((go) => this.doors.push(go));
    return this.answer(items);
  };

  async goOn(): Promise<void> {
    while (this.doors.length === 0) await aTurn();
    this.doors.shift()!();
  }
}

const doubled = (items: readonly number[]) => items.map((item) => item * 2);
const aTurn = () => new Promise<void>((go) => setImmediate(go));

describe('what several ask for together', () => {
  it('is done in one go when it is asked in one turn, and answered to each', async () => {
    const work = new Work();
    const together = new Together(work.do);
    const answers = [1, 2, 3].map((item) => together.do(item));
    await work.goOn();
    expect(await Promise.all(answers)).toEqual([2, 4, 6]);
    expect(work.batches).toEqual([[1, 2, 3]]);
  });

  it('begins at once for whoever comes alone, and gathers the others meanwhile', async () => {
    const work = new Work();
    const together = new Together(work.do);
    const first = together.do(1);
    await aTurn();
    expect(work.batches).toEqual([[1]]);
    const second = together.do(2);
    await aTurn();
    const third = together.do(3);
    await work.goOn();
    expect(await first).toBe(2);
    await work.goOn();
    expect(await Promise.all([second, third])).toEqual([4, 6]);
    expect(work.batches).toEqual([[1], [2, 3]]);
  });

  it('waits for nobody of another kind', async () => {
    const work = new Work();
    const together = new Together(work.do);
    const answers = [together.do(1, 'one class'), together.do(2, 'another')];
    await aTurn();
    expect(work.batches).toEqual([[1], [2]]);
    await work.goOn();
    await work.goOn();
    expect(await Promise.all(answers)).toEqual([2, 4]);
  });

  it('refuses one and answers the others', async () => {
    const work = new Work((items) => items.map((item) => (item === 2 ? new Error('no') : item)));
    const together = new Together(work.do);
    const answers = Promise.allSettled([1, 2, 3].map((item) => together.do(item)));
    await work.goOn();
    expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('is done again without the one who spoils it', async () => {
    const done: number[] = [];
    const together = new Together<number, number>(async (items) => {
      if (items.includes(5)) throw new Error('spoilt');
      append(done, items);
      return items;
    });
    const answers = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map((item) => together.do(item)));
    expect(answers.flatMap(({ status }, index) => (status === 'rejected' ? [index + 1] : []))).toEqual([5]);
    expect(done).toEqual([1, 2, 3, 4, 6, 7]);
  });

  it('is not done again when it would be the same for each', async () => {
    let runs = 0;
    const together = new Together<number, number>(async () => {
      runs += 1;
      throw new Busy();
    });
    const answers = await Promise.allSettled([1, 2, 3].map((item) => together.do(item)));
    expect(answers.map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
    expect(runs).toBe(1);
  });

  it('has nothing of the request that happened to begin it', async () => {
    const request = new AsyncLocalStorage<string>();
    const together = new Together<number, string | undefined>(async (items) => items.map(() => request.getStore()));
    expect(await request.run('one of them', () => together.do(1))).toBeUndefined();
  });
});

import { SeatsService } from '../../src/classes/seats.service';
import { Database } from '../../src/platform/database/database';
import { TestApp } from '../app';
import type { BuiltClass } from '../builders';
import { Crowd, deadlocks, failures } from './crowd';

describe('the locks around seats', () => {
  let app: TestApp;
  let crowd: Crowd;

  beforeEach(async () => {
    app = await TestApp.start();
    crowd = await Crowd.gather(app, { units: 6, peopleEach: 10 });
  });
  afterEach(() => app.stop());

  /** Units come and go, and the office moves seats, in two classes at once. */
  const everythingAtOnce = async (classes: readonly BuiltClass[]) => {
    const early = await Promise.all(classes.flatMap((one, at) => crowd.submissions(one, at * 5, at * 5 + 3)));
    const answers = await Promise.all([
      ...classes.flatMap((one, at) => [
        crowd.seats(one, 'capacity', { capacity: 14 }),
        ...crowd.submissions(one, at * 5 + 3, at * 5 + 5),
        crowd.seats(one, 'releases', {}),
      ]),
      ...early.map(({ body }, index) => (index % 3 === 0 ? crowd.withdraw(body) : null)),
      ...classes.map((one) =>
        app.as(crowd.office).post(`/api/v1/classes/${one.id}/cancellation`, { reason: 'Dời lớp' }),
      ),
    ]);
    return answers.filter((answer) => answer !== null);
  };

  it('are taken in one order, so that nobody ends in a deadlock', async () => {
    const answers = await everythingAtOnce([
      await crowd.aClass(2, { poolOpen: true }),
      await crowd.aClass(1, { poolOpen: true }),
    ]);
    expect(failures(answers)).toEqual([]);
    expect(await crowd.broken()).toEqual([]);
    expect(await deadlocks(app)).toBe(0);
  });

  it('end in a deadlock, which is counted, when two take them in crossing order', async () => {
    const { id } = await crowd.aClass(1);
    const other = (await crowd.aClass(1)).id;
    const seats = app.get(SeatsService);
    const database = app.get(Database);
    let runs = 0;
    let bothHold = () => {};
    const both = new Promise<void>((resolve) => (bothHold = resolve));
    const crossing = (first: string, second: string) =>
      database.inTransaction(async (tx) => {
        await seats.lockForFreeing(tx, first);
        runs += 1;
        if (runs === 2) bothHold();
        await both;
        await seats.lockForFreeing(tx, second);
      });
    await Promise.all([crossing(id, other), crossing(other, id)]);
    expect(runs).toBeGreaterThan(2);
    expect(await deadlocks(app)).toBeGreaterThan(0);
  });
});

import { randomUUID } from 'node:crypto';
import { SeatsService, type SeatWanted } from '../../src/classes/seats.service';
import { Database, type Tx } from '../../src/platform/database/database';
import { TestApp } from '../app';
import { Builders, type BuiltClass, type BuiltUnit } from '../builders';
import { until } from '../completions/closing';
import { without } from './crowd';

type Look = (tx: Tx, wanted: SeatWanted, lockedRows: 'SKIP LOCKED' | '') => Promise<number | null>;
interface Looking {
  takeFree: Look;
}

describe('two who find no free seat at first and wait for one', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let aClass: BuiltClass;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    unit = await a.unit();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    aClass = await a.trainingClass({ seats: 2 });
  });

  const deadlocks = async () => {
    const [row] = await app.sql<{ deadlocks: number }>(
      `SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`,
    );
    return row!.deadlocks;
  };

  /** Each one's look came too late for a seat and left its lock there: the first one's on seat 2, the other's on seat 1. */
  const waitForEachOther = async (seats: SeatsService) => {
    const looking = seats as unknown as Looking;
    const find = looking.takeFree.bind(seats);
    const wanted = [2, 1].map((late) => ({ late, nominationId: randomUUID() }));
    let looks = 0;
    let bothLooked: () => void;
    const both = new Promise<void>((resolve) => (bothLooked = resolve));
    const late: Look = async (tx, { nominationId, ...more }, lockedRows) => {
      if (lockedRows === '') return find(tx, { nominationId, ...more }, lockedRows);
      const { late: number } = wanted.find((one) => one.nominationId === nominationId)!;
      await tx.query('SELECT FROM seats WHERE class_id = $1 AND number = $2 FOR UPDATE SKIP LOCKED', [
        aClass.id,
        number,
      ]);
      looks += 1;
      if (looks === 2) bothLooked();
      await both;
      return null;
    };
    await without(looking, 'takeFree', late, async () => {
      await Promise.all(
        wanted.map(({ nominationId }) =>
          app
            .get(Database)
            .tryOut((tx) => seats.take(tx, { classId: aClass.id, unitId: unit.id, nominationId, poolToo: true })),
        ),
      );
    });
    return looks;
  };

  it('hold nothing the other waits for', async () => {
    expect(await waitForEachOther(app.get(SeatsService))).toBe(2);
    expect(await deadlocks()).toBe(0);
  });

  it('end in a deadlock when a look that came to nothing keeps its locks', async () => {
    const seats = app.get(SeatsService);
    const keeping: SeatsService['take'] = async (tx, wanted) => {
      const inner = seats as unknown as Looking & {
        takeAfterWaiting(tx: Tx, wanted: SeatWanted): Promise<number | null>;
      };
      return (await inner.takeFree(tx, wanted, 'SKIP LOCKED')) ?? (await inner.takeAfterWaiting(tx, wanted));
    };
    await without(seats, 'take', keeping, async () => {
      expect(await waitForEachOther(seats)).toBeGreaterThan(2);
    });
    expect(await until(async () => ((await deadlocks()) > 0 ? true : null))).toBe(true);
  });
});

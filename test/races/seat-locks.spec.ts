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

  const waiting = async (count: number) =>
    until(async () => {
      const rows = await app.sql(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows.length === count ? true : null;
    });

  /** Seat 1 is being taken and one waits for it; another's look comes too late for seat 2 and leaves its lock there. */
  const waitForEachOther = async (seats: SeatsService) => {
    const looking = seats as unknown as Looking;
    const find = looking.takeFree.bind(seats);
    const database = app.get(Database);
    const take = (nominationId: string) =>
      database.tryOut((tx) => seats.take(tx, { classId: aClass.id, unitId: unit.id, nominationId, poolToo: true }));
    const [patient, late] = [randomUUID(), randomUUID()];
    let runs = 0;
    const looks: Look = async (tx, wanted, lockedRows) => {
      if (lockedRows === '') return find(tx, wanted, lockedRows);
      runs += 1;
      if (wanted.nominationId === late)
        await tx.execute('SELECT FROM seats WHERE class_id = $1 AND number = 2 FOR UPDATE SKIP LOCKED', [aClass.id]);
      return null;
    };
    const takers = [1, 2].map((number) => held(database, aClass.id, number));
    await Promise.all(takers.map(({ holds }) => holds));
    await without(looking, 'takeFree', looks, async () => {
      const first = take(patient);
      await waiting(1);
      await takers[1]!.commit();
      const second = take(late);
      await waiting(2);
      await takers[0]!.commit();
      await Promise.all([first, second]);
    });
    return runs;
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

/** A transaction that takes a seat and goes on holding it until told to commit. */
function held(database: Database, classId: string, number: number) {
  let go: () => void;
  let took: () => void;
  const told = new Promise<void>((resolve) => (go = resolve));
  const holds = new Promise<void>((resolve) => (took = resolve));
  const done = database.inTransaction(async (tx) => {
    // Of nobody: what matters here is that the seat is not free.
    await tx.execute(`SET LOCAL session_replication_role = replica`);
    await tx.execute(`UPDATE seats SET nomination_id = gen_random_uuid() WHERE class_id = $1 AND number = $2`, [
      classId,
      number,
    ]);
    took();
    await told;
  });
  const commit = () => {
    go();
    return done;
  };
  return { holds, commit };
}

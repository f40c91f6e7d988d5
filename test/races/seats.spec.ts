import { SeatsService } from '../../src/classes/seats.service';
import type { Tx } from '../../src/platform/database/database';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltPerson, type BuiltUnit, Builders } from '../builders';

const letter = { number: '1-CV/ĐU', date: '2026-01-05' };

/** Sixty callers of four units go for ten seats at once, over real HTTP. */
describe('a race for seats', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let units: { unit: BuiltUnit; secretary: BuiltAccount; people: BuiltPerson[] }[];

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    units = [];
    for (let n = 0; n < 4; n += 1) {
      const unit = await a.unit();
      const people: BuiltPerson[] = [];
      for (let m = 0; m < 15; m += 1) people.push(await a.person({ in: unit }));
      units.push({ unit, secretary: await a.secretaryOf(unit), people });
    }
  });

  const submitAll = (inClass: BuiltClass) =>
    Promise.all(
      units.flatMap(({ secretary, people }) =>
        people.map(({ id }) =>
          app
            .as(secretary)
            .post<{ id: string; seat: number | null; rank: number | null }>(
              `/api/v1/classes/${inClass.id}/nominations`,
              { personId: id, letter },
            ),
        ),
      ),
    );

  it('ends with every seat held once and everybody else a reserve with a rank of their own', async () => {
    const inClass = await a.trainingClass({
      allocations: units.map(({ unit }, index) => [unit, index < 2 ? 3 : 2]),
      pool_open: false,
    });
    const answers = await submitAll(inClass);

    expect(answers.map(({ status }) => status).filter((status) => status !== 201)).toEqual([]);
    const seats = answers.flatMap(({ body }) => (body.seat === null ? [] : [body.seat]));
    expect(seats.toSorted((x, y) => x - y)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const perUnit = await app.sql<{ held: number; highest: number; waiting: number }>(
      `SELECT count(s.number) AS held, max(n.rank) AS highest, count(n.rank) AS waiting FROM nominations n LEFT JOIN seats s ON s.nomination_id = n.id
       WHERE n.class_id = $1 GROUP BY n.unit_id ORDER BY held`,
      inClass.id,
    );
    expect(perUnit).toEqual([
      { held: 2, highest: 13, waiting: 13 },
      { held: 2, highest: 13, waiting: 13 },
      { held: 3, highest: 12, waiting: 12 },
      { held: 3, highest: 12, waiting: 12 },
    ]);
  });

  it('oversells when the guard is taken out', async () => {
    const inClass = await a.trainingClass({ seats: 10 });
    const seats = app.get(SeatsService);
    const guarded = seats.take.bind(seats);
    // The negative control: look for a free seat, then write, as careful people do without a database that locks.
    seats.take = async (tx: Tx, { classId, nominationId }) => {
      const [free]: { number: number }[] = await tx.query(
        'SELECT number FROM seats WHERE class_id = $1 AND nomination_id IS NULL ORDER BY number LIMIT 1',
        [classId],
      );
      if (!free) return null;
      await tx.query('UPDATE seats SET nomination_id = $3 WHERE class_id = $1 AND number = $2', [
        classId,
        free.number,
        nominationId,
      ]);
      return free.number;
    };
    try {
      const answers = await submitAll(inClass);
      const promised = answers.filter(({ status, body }) => status === 201 && body.rank === null).length;
      expect(promised).toBeGreaterThan(10);
    } finally {
      seats.take = guarded;
    }
  });

  it('leaves no seat free beside a reserve when withdrawals and submissions cross', async () => {
    const inClass = await a.trainingClass({ allocations: units.map(({ unit }) => [unit, 2]), pool_open: false });
    const early = await Promise.all(
      units.flatMap(({ secretary, people }) =>
        people
          .slice(0, 4)
          .map(({ id }) =>
            app
              .as(secretary)
              .post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, { personId: id, letter }),
          ),
      ),
    );
    const answers = await Promise.all([
      ...early.map(({ body }, index) =>
        app
          .as(units[Math.floor(index / 4)]!.secretary)
          .post(`/api/v1/nominations/${body.id}/withdrawal`, { reason: 'Bận' }),
      ),
      ...units.flatMap(({ secretary, people }) =>
        people
          .slice(4)
          .map(({ id }) =>
            app.as(secretary).post(`/api/v1/classes/${inClass.id}/nominations`, { personId: id, letter }),
          ),
      ),
      ...[9, 10, 11, 12].map((capacity) =>
        app.as(office).post(`/api/v1/classes/${inClass.id}/seats/capacity`, { capacity }),
      ),
    ]);

    expect(answers.filter(({ status }) => status >= 500 && status !== 503)).toEqual([]);
    const [state] = await app.sql(
      `SELECT count(*) FILTER (WHERE s.unit_id IS NOT NULL AND s.nomination_id IS NULL) AS free, count(s.nomination_id) AS held,
              (SELECT count(*) FROM nominations n WHERE n.class_id = $1 AND n.ended_at IS NULL AND n.rank IS NULL) AS promised
       FROM seats s WHERE s.class_id = $1`,
      inClass.id,
    );
    expect(state).toEqual({ free: 0, held: 8, promised: 8 });
  });
});

import { SeatsService } from '../../src/classes/seats.service';
import { tryLockShared } from '../../src/platform/database/advisory-locks';
import { Database } from '../../src/platform/database/database';
import { TestApp } from '../app';
import type { BuiltClass } from '../builders';
import { Crowd, deadlocks, failures, whileHeld } from './crowd';

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

  describe('held by others', () => {
    /** Whose classes others hold alone while the work waits for a row. */
    const heldWhile = async (row: string, work: () => Promise<{ status: number }>) => {
      const held: string[] = [];
      const answer = await whileHeld(
        app,
        { lock: `SELECT FROM ${row} FOR UPDATE`, waiting: 1 },
        work,
        async (holder) => {
          const { rows } = await holder.query<{ id: string }>(
            `SELECT id FROM classes WHERE NOT ${tryLockShared("'reserves of ' || id")}`,
          );
          for (const { id } of rows) held.push(id);
        },
      );
      return { status: answer.status, held: held.toSorted() };
    };

    it('as a unit ends: those of all classes in which it has anything, before the unit itself', async () => {
      const { unit, secretary, people } = crowd.sides[0]!;
      const reserved = await crowd.a.trainingClass({ allocations: [[unit, 1]] });
      const waited = await crowd.a.trainingClass({ allocations: [[crowd.units[1]!, 1]] });
      const drafted = await crowd.a.trainingClass({ pool: 1 });
      const learning = await crowd.a.trainingClass({ pool: 1 });
      await crowd.a.trainingClass({ allocations: [[crowd.units[1]!, 1]] });
      expect((await crowd.nominate(secretary, waited, people[0]!.id)).body).toMatchObject({ rank: 1 });
      await crowd.a.nomination({ in: drafted, person: people[1]!, state: 'draft' });
      await crowd.a.enrollment({ in: learning, person: people[2]! });
      const ends = { on: '2026-01-05', reason: 'Giải thể', peopleLeave: true, endsGrants: true };
      const ending = await heldWhile(`units WHERE id = '${unit.id}'`, () =>
        app.as(crowd.office).post(`/api/v1/units/${unit.id}/end`, ends),
      );
      const theirs = [reserved, waited, drafted, learning].map(({ id }) => id).toSorted();
      expect(ending).toEqual({ status: 200, held: theirs });
    });

    it('by whoever waits for a seat: none of the people, as long as the seat is not theirs', async () => {
      const { unit, secretary, people } = crowd.sides[0]!;
      const inClass = await crowd.a.trainingClass({ allocations: [[unit, 1]], poolOpen: false });
      const person = people[0]!;
      const answer = await whileHeld(
        app,
        { lock: `SELECT FROM seats WHERE class_id = '${inClass.id}' FOR UPDATE`, waiting: 1 },
        () => crowd.nominate(secretary, inClass, person.id),
        (holder) => holder.query(`SELECT FROM persons WHERE id = '${person.id}' FOR UPDATE NOWAIT`),
      );
      expect(answer).toMatchObject({ status: 201, body: { seat: 1 } });
    });
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

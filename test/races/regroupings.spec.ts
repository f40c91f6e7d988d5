import { SeatsService } from '../../src/classes/seats.service';
import { PlacesQueries } from '../../src/nominations/passages/places.queries';
import { TestApp } from '../app';
import type { BuiltClass } from '../builders';
import { until } from '../completions/closing';
import { Crowd, failures, lookThenTake, type Nominated, waitingForLocks, whileHeld, without } from './crowd';

const nothing = async () => undefined;

/** Sixty people of four units; each unit has ten seats where they are nominated. */
describe('a race while classes are split or merged', () => {
  let app: TestApp;
  let crowd: Crowd;
  let course: { id: string };
  let seats: SeatsService;

  // A database for each: what a control breaks must not be seen by the next.
  beforeEach(async () => {
    app = await TestApp.start();
    crowd = await Crowd.gather(app);
    course = await crowd.a.course();
    seats = app.get(SeatsService);
  });
  afterEach(() => app.stop());

  const office = () => app.as(crowd.office);
  const split = ({ id }: BuiltClass, units: readonly { id: string }[]) =>
    office().post<{ parts: { classId: string; capacity: number }[] }>(`/api/v1/classes/${id}/splits`, {
      division: 'units',
      parts: [{ code: `T-${id}`, name: 'Tách', unitIds: units.map((unit) => unit.id) }],
      reason: 'Đông người',
    });
  const merge = ({ id }: BuiltClass, into: BuiltClass) =>
    office().post<{ code?: string }>(`/api/v1/classes/${id}/merger`, { intoClassId: into.id, reason: 'Ít người' });
  const first = async (inClass: BuiltClass): Promise<Nominated[]> =>
    (await Promise.all(crowd.submissions(inClass, 0, 5))).map(({ body }) => body);

  it('a split while nominations are submitted and withdrawn sells no seat twice and leaves nobody behind', async () => {
    const k = await crowd.aClass(10, { course });
    const seated = await first(k);
    const [done, ...answers] = await Promise.all([
      split(k, crowd.units.slice(0, 2)),
      ...crowd.submissions(k, 5, 10),
      ...seated.filter((_, n) => n % 3 === 0).map((one) => crowd.withdraw(one)),
    ]);
    expect(failures(answers)).toEqual([]);
    expect(done.status).toBe(201);
    const k2 = { id: done.body.parts[0]!.classId } as BuiltClass;
    const [here, there] = [await crowd.standing(k), await crowd.standing(k2)];
    expect(here.seats + there.seats).toBe(40);
    expect([here, there].map(({ promised, held, doubled }) => promised - held + doubled)).toEqual([0, 0]);
    expect(await crowd.broken()).toEqual([]);
  });

  it('two splits of one class at once share out its people once', async () => {
    const k = await crowd.aClass(5, { course });
    await first(k);
    const answers = await Promise.all([
      split(k, crowd.units.slice(0, 1)),
      app.as(crowd.office).post<{ parts: unknown[] }>(`/api/v1/classes/${k.id}/splits`, {
        division: 'units',
        parts: [{ code: `U-${k.id}`, name: 'Tách', unitIds: [crowd.units[0]!.id, crowd.units[1]!.id] }],
        reason: 'Đông người',
      }),
    ]);
    expect(failures(answers)).toEqual([]);
    const rows = await app.sql<{ people: number; live: number }>(
      `SELECT count(DISTINCT person_id) AS people, count(*) AS live FROM nominations WHERE ended_at IS NULL`,
    );
    expect(rows).toEqual([{ people: 20, live: 20 }]);
    expect(await crowd.broken()).toEqual([]);
  });

  describe('a merger while nominations are submitted', () => {
    const race = async () => {
      const [from, into] = [await crowd.aClass(10, { course }), await crowd.aClass(1, { course })];
      await first(from);
      const [done, ...answers] = await Promise.all([merge(from, into), ...crowd.submissions(from, 5)]);
      return { from, into, done, answers };
    };

    it('takes along whoever had a seat by then and turns away the others', async () => {
      const { from, into, done, answers } = await race();
      expect(done.status).toBe(201);
      expect(failures(answers)).toEqual([]);
      expect(await crowd.standing(from)).toMatchObject({ promised: 0, waiting: 0, held: 0 });
      const { promised, held, seats, capacity } = await crowd.standing(into);
      expect([promised, seats]).toEqual([held, capacity]);
      expect(await crowd.broken()).toEqual([]);
    });

    it('leaves people behind in a class that is no more when seats under way are not waited for', async () => {
      const [from, into] = [await crowd.aClass(10, { course }), await crowd.aClass(1, { course })];
      await first(from);
      const { secretary, people } = crowd.sides[0]!;
      let submission: Promise<unknown> = Promise.resolve();
      await without(seats, 'lockForFreeing', nothing, () =>
        without(seats, 'taking', lookThenTake, () =>
          whileHeld(
            app,
            // The merger has looked who is there, and would now write them.
            { lock: `SELECT FROM nominations WHERE class_id = '${from.id}' FOR UPDATE`, waiting: 1 },
            () => merge(from, into),
            async (holder) => {
              submission = crowd.nominate(secretary, from, people[5]!.id);
              await until(async () => ((await waitingForLocks(holder)) === 2 ? true : null));
            },
          ),
        ),
      );
      await submission;
      expect((await crowd.standing(from)).promised).toBe(1);
      expect(await crowd.broken()).not.toEqual([]);
    });
  });

  describe('a merger while people are withdrawn', () => {
    const race = async () => {
      const [from, into] = [await crowd.aClass(5, { course }), await crowd.aClass(1, { course })];
      const seated = await first(from);
      const [done, ...answers] = await Promise.all([merge(from, into), ...seated.map((one) => crowd.withdraw(one))]);
      return { from, into, done, answers };
    };

    it('takes along who is left, and a withdrawal that comes later is told where they are', async () => {
      const { into, done, answers } = await race();
      expect(done.status).toBe(201);
      expect(answers.every(({ status }) => status === 200 || status === 201 || status === 409)).toBe(true);
      const gone = answers.filter(({ status }) => status < 300).length;
      expect(await crowd.standing(into)).toMatchObject({ promised: 20 - gone, held: 20 - gone });
      expect(await crowd.broken()).toEqual([]);
    });

    it('stumbles over somebody who left in between when it does not wait for those who leave', async () => {
      const [from, into] = [await crowd.aClass(5, { course }), await crowd.aClass(1, { course })];
      const [leaving] = await first(from);
      const places = app.get(PlacesQueries);
      const guarded = places.of.bind(places);
      const leftMeanwhile: PlacesQueries['of'] = async (classId, tx) => {
        const seen = await guarded(classId, tx);
        if (classId === from.id) expect(await crowd.withdraw(leaving!)).toMatchObject({ status: 200 });
        return seen;
      };
      await without(seats, 'lockForFreeing', nothing, () =>
        without(places, 'of', leftMeanwhile, async () => {
          const { status } = await merge(from, into);
          expect(status !== 201 || (await crowd.broken()).length > 0).toBe(true);
        }),
      );
    });
  });
});

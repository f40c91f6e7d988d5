import { SeatsService } from '../../src/classes/seats.service';
import type { Tx } from '../../src/platform/database/database';
import { Nomination } from '../../src/nominations/nomination.entity';
import { NominationsService } from '../../src/nominations/nominations.service';
import { ReservesService } from '../../src/nominations/reserves.service';
import { TestApp } from '../app';
import type { BuiltClass } from '../builders';
import { Crowd, deadlocks, failures, letter, lookThenTake, whileHeld, without } from './crowd';

const nothing = async () => undefined;

/** Sixty callers of four units at once, over real HTTP; every race beside the same one without its guard. */
describe('a race for seats', () => {
  let app: TestApp;
  let crowd: Crowd;
  let seats: SeatsService;

  // A database for each: what a control breaks must not be seen by the next.
  beforeEach(async () => {
    app = await TestApp.start();
    seats = app.get(SeatsService);
    crowd = await Crowd.gather(app);
  });
  afterEach(() => app.stop());

  it('of submissions ends with every seat held once and everybody else a reserve with a rank of their own', async () => {
    const inClass = await crowd.aClass(3);
    const answers = await Promise.all(crowd.submissions(inClass));
    expect(answers.map(({ status }) => status).filter((status) => status !== 201)).toEqual([]);
    const taken = answers.flatMap(({ body }) => (body.seat === null ? [] : [body.seat]));
    expect(taken.toSorted((x, y) => x - y)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const perUnit = await app.sql(
      `SELECT count(s.number) AS held, max(n.rank) AS highest, count(DISTINCT n.rank) AS waiting
       FROM nominations n LEFT JOIN seats s ON s.nomination_id = n.id WHERE n.class_id = $1 GROUP BY n.unit_id`,
      inClass.id,
    );
    expect(perUnit).toEqual(Array(4).fill({ held: 3, highest: 12, waiting: 12 }));
    expect(await crowd.broken()).toEqual([]);
  });

  describe('of submissions through two applications', () => {
    let other: TestApp;
    beforeEach(async () => {
      other = await TestApp.beside(app);
    });
    afterEach(() => other.stop());

    /** Every second person of a unit is sent to the other application: both write many together into one class. */
    const throughBoth = async (inClass: BuiltClass) =>
      Promise.all(
        crowd.sides.flatMap(({ secretary, people }) =>
          people.map(({ id: personId }, index) =>
            (index % 2 === 0 ? app : other)
              .as(secretary)
              .post(`/api/v1/classes/${inClass.id}/nominations`, { personId, letter }),
          ),
        ),
      );

    it('ends with every seat held once and nobody lost', async () => {
      const inClass = await crowd.aClass(3, { poolOpen: true });
      expect(failures(await throughBoth(inClass))).toEqual([]);
      expect(await crowd.standing(inClass)).toMatchObject({ held: 12, promised: 12, waiting: 48, free: 0, doubled: 0 });
      expect(await crowd.broken()).toEqual([]);
      expect(await deadlocks(app, other)).toBe(0);
    });

    it('sells a seat twice when seats are looked for and then taken', async () => {
      const inClass = await crowd.aClass(1);
      const { secretary, people } = crowd.sides[0]!;
      // Both look before either takes.
      const lock = `SELECT FROM seats WHERE class_id = '${inClass.id}' FOR UPDATE`;
      await without(seats, 'taking', lookThenTake, () =>
        without(other.get(SeatsService), 'taking', lookThenTake, () =>
          whileHeld(app, { lock, waiting: 2 }, () =>
            Promise.all(
              [app, other].map((one, index) =>
                one.as(secretary).post(`/api/v1/classes/${inClass.id}/nominations`, {
                  personId: people[index]!.id,
                  letter,
                }),
              ),
            ),
          ),
        ),
      );
      expect(await crowd.standing(inClass)).toMatchObject({ promised: 2, held: 1 });
    });
  });

  describe('of the same person by many callers', () => {
    const everybodySends = async () => {
      const { secretary, people } = crowd.sides[0]!;
      const inClass = await crowd.aClass(15);
      // Every second with a key, and so in a transaction of its own.
      const sender = (n: number) =>
        n % 2 === 0 ? app.as(secretary) : app.as(secretary).with({ 'idempotency-key': `${n}` });
      const wanted = { personId: people[0]!.id, letter };
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, n) => sender(n).post(`/api/v1/classes/${inClass.id}/nominations`, wanted)),
      );
      return { inClass, statuses: answers.map(({ status }) => status) };
    };

    it('takes one of them', async () => {
      const { inClass, statuses } = await everybodySends();
      expect(statuses.filter((status) => status === 201)).toHaveLength(1);
      expect(statuses.filter((status) => status === 409)).toHaveLength(49);
      expect(await crowd.standing(inClass)).toMatchObject({ held: 1, doubled: 0 });
    });
  });

  describe('of the same person through two applications', () => {
    let other: TestApp;
    beforeEach(async () => {
      other = await TestApp.beside(app);
    });
    afterEach(() => other.stop());

    /** Both wait before either writes: neither can see the other's nomination. */
    const bothSend = async () => {
      const { secretary, people } = crowd.sides[0]!;
      const [inClass, { id: personId }] = [await crowd.aClass(15), people[0]!];
      const lock = `SELECT FROM persons WHERE id = '${personId}' FOR UPDATE`;
      const answers = await whileHeld(app, { lock, waiting: 2 }, () =>
        Promise.all(
          [app, other].map((one) =>
            one.as(secretary).post(`/api/v1/classes/${inClass.id}/nominations`, { personId, letter }),
          ),
        ),
      );
      return { inClass, statuses: answers.map(({ status }) => status).toSorted() };
    };

    it('takes one of them', async () => {
      const { inClass, statuses } = await bothSend();
      expect(statuses).toEqual([201, 409]);
      expect(await crowd.standing(inClass)).toMatchObject({ held: 1, doubled: 0 });
    });

    it('takes both when the database does not keep it', async () => {
      await app.sql('DROP INDEX nominations_one_live_per_person');
      const { inClass, statuses } = await bothSend();
      expect(statuses).toEqual([201, 201]);
      expect(await crowd.standing(inClass)).toMatchObject({ held: 2, doubled: 1 });
      expect(await crowd.broken()).toContainEqual(expect.stringMatching(/^I2/));
    });
  });

  describe('of withdrawals and submissions', () => {
    /** In thirty units one leaves while another comes: sixty callers, and nobody after them who would tidy up. */
    const cross = async () => {
      const pairs = await Crowd.gather(app, { units: 30, peopleEach: 2, builders: crowd.a });
      const inClass = await pairs.aClass(1);
      const early = await Promise.all(pairs.submissions(inClass, 0, 1));
      const answers = await Promise.all(
        pairs.sides.flatMap(({ secretary, people }, index) => [
          pairs.nominate(secretary, inClass, people[1]!.id),
          pairs.withdraw(early[index]!.body),
        ]),
      );
      return { answers, standing: await pairs.standing(inClass) };
    };

    it('leaves no seat free beside a reserve', async () => {
      const { answers, standing } = await cross();
      expect(failures(answers)).toEqual([]);
      expect(standing).toMatchObject({ free: 0, held: 30, promised: 30, strangers: 0 });
      expect(await crowd.broken()).toEqual([]);
    });

    it('leaves a seat free beside a reserve when those who free and those who wait do not wait for each other', async () => {
      const inClass = await crowd.aClass(1);
      const { secretary, people } = crowd.sides[0]!;
      const { body: holder } = await crowd.nominate(secretary, inClass, people[0]!.id);
      const reserves = app.get(ReservesService);
      const guarded = reserves.nextRanks.bind(reserves);
      const leftMeanwhile: ReservesService['nextRanks'] = async (...given) => {
        await crowd.withdraw(holder);
        return guarded(...given);
      };
      await without(seats, 'lockForFreeing', nothing, () =>
        without(seats, 'lockForWaiting', nothing, () =>
          without(reserves, 'nextRanks', leftMeanwhile, async () => {
            expect((await crowd.nominate(secretary, inClass, people[1]!.id)).body).toMatchObject({ seat: null });
          }),
        ),
      );
      expect(await crowd.broken()).toContainEqual(expect.stringMatching(/^I5/));
    });
  });

  describe('of withdrawals that promote', () => {
    const leaveAtOnce = async () => {
      const inClass = await crowd.aClass(7);
      const nominated = await Promise.all(crowd.submissions(inClass));
      const holders = nominated.map(({ body }) => body).filter(({ seat }) => seat !== null);
      // Each withdrawal is asked for twice, by two callers.
      const answers = await Promise.all([...holders, ...holders].map((holder) => crowd.withdraw(holder)));
      return { inClass, answers };
    };

    it('gives every freed seat to one reserve', async () => {
      const { inClass, answers } = await leaveAtOnce();
      expect(failures(answers)).toEqual([]);
      expect(await crowd.standing(inClass)).toMatchObject({ held: 28, promised: 28, waiting: 4, free: 0 });
      expect(await crowd.broken()).toEqual([]);
    });

    it('seats one reserve twice when those who free do not wait for each other and the database does not keep it', async () => {
      await app.sql('ALTER TABLE seats DROP CONSTRAINT seats_one_per_nomination');
      const inClass = await crowd.aClass(2);
      const { secretary, people } = crowd.sides[0]!;
      const nominate = async (at: number) => (await crowd.nominate(secretary, inClass, people[at]!.id)).body;
      const [one, two, reserve] = [await nominate(0), await nominate(1), await nominate(2)];
      const guarded = seats.takeNow.bind(seats);
      const promotedMeanwhile: SeatsService['takeNow'] = async (tx, wanted) => {
        await without(seats, 'takeNow', guarded, async () => {
          expect(await crowd.withdraw(two)).toMatchObject({ status: 200 });
        });
        return guarded(tx, wanted);
      };
      await without(seats, 'lockForFreeing', nothing, () =>
        without(seats, 'takeNow', promotedMeanwhile, async () => {
          await crowd.withdraw(one);
        }),
      );
      const held = await app.sql(`SELECT number FROM seats WHERE nomination_id = $1 ORDER BY number`, reserve.id);
      expect(held).toHaveLength(2);
    });
  });

  describe('of another capacity and submissions', () => {
    const shrinkWhileTheyCome = async () => {
      const inClass = await crowd.aClass(10, { poolOpen: true });
      const answers = await Promise.all([
        // First, because a move of seats looks at the units before its transaction begins.
        ...[30, 25, 20, 15, 12].map((capacity) => crowd.seats(inClass, 'capacity', { capacity })),
        ...crowd.submissions(inClass),
      ]);
      return { answers, standing: await crowd.standing(inClass) };
    };

    it('never takes a seat from under its holder', async () => {
      const { answers, standing } = await shrinkWhileTheyCome();
      expect(failures(answers)).toEqual([]);
      expect(standing.seats).toBe(standing.capacity);
      expect(standing.promised).toBe(standing.held);
      expect(standing.held + standing.waiting).toBe(60);
      expect(await crowd.broken()).toEqual([]);
    });

    it('takes seats from under their holders when free ones are looked for and then removed', async () => {
      const inClass = await crowd.aClass(10);
      const naive = async (tx: Tx, classId: string, capacity: number) => {
        const free = await tx.rows<{ number: number }>(
          'SELECT number FROM seats WHERE class_id = $1 AND nomination_id IS NULL ORDER BY number DESC LIMIT $2',
          [classId, 40 - capacity],
        );
        // Half the crowd comes between the look and the removal.
        await Promise.all(crowd.submissions(inClass, 0, 8));
        await tx.execute('DELETE FROM seats WHERE class_id = $1 AND number = ANY ($2)', [
          classId,
          free.map(({ number }) => number),
        ]);
        await tx.execute('UPDATE classes SET capacity = $2 WHERE id = $1', [classId, capacity]);
      };
      await without(seats, 'lockForFreeing', nothing, () =>
        without(seats, 'resize', naive, async () => {
          expect(await crowd.seats(inClass, 'capacity', { capacity: 12 })).toMatchObject({ status: 200 });
        }),
      );
      const { promised, held } = await crowd.standing(inClass);
      expect(promised).toBeGreaterThan(held);
    });
  });

  describe('of a smaller capacity and the last seats', () => {
    /** Every free seat is being taken while the class shrinks to those who were there before. */
    const shrinkUnderTakers = async () => {
      const inClass = await crowd.aClass(15);
      await Promise.all(crowd.submissions(inClass, 0, 1));
      await Promise.all([crowd.seats(inClass, 'capacity', { capacity: 4 }), ...crowd.submissions(inClass, 1)]);
      return crowd.standing(inClass);
    };

    it('either shrinks or refuses, and seats and capacity are the same number', async () => {
      const standing = await shrinkUnderTakers();
      expect(standing.seats).toBe(standing.capacity);
      expect(standing.promised).toBe(standing.held);
      expect(await crowd.broken()).toEqual([]);
    });

    it('leaves more seats than the capacity when takers are not waited for', async () => {
      const guarded = seats.resize.bind(seats);
      const inClass = await crowd.aClass(15);
      await Promise.all(crowd.submissions(inClass, 0, 1));
      const unguarded: SeatsService['resize'] = async (tx, classId, capacity, holders) => {
        const meanwhile = () => Promise.all(crowd.submissions(inClass, 1));
        await guarded(withoutLock(tx, meanwhile), classId, capacity, holders);
      };
      await without(seats, 'lockForFreeing', nothing, () =>
        without(seats, 'resize', unguarded, async () => {
          expect(await crowd.seats(inClass, 'capacity', { capacity: 4 })).toMatchObject({ status: 200 });
        }),
      );
      const standing = await crowd.standing(inClass);
      expect(standing.seats).toBeGreaterThan(standing.capacity);
    });
  });

  describe('of a substitution and the promotion of the very reserve', () => {
    const cross = async () => {
      const inClass = await crowd.aClass(7);
      const nominated = (await Promise.all(crowd.submissions(inClass, 0, 14))).map(({ body }) => body);
      const reserves = nominated.filter(({ seat }) => seat === null);
      const holders = nominated.filter(({ seat }) => seat !== null);
      const answers = await Promise.all(
        reserves.flatMap((reserve, index) => {
          const side = crowd.sides.find(({ people }) => people.some(({ id }) => id === reserve.personId))!;
          return [crowd.substitute(reserve, side.people[14]!), crowd.withdraw(holders[index]!)];
        }),
      );
      return { inClass, answers };
    };

    it('hands over whatever the reserve has by then', async () => {
      const { answers } = await cross();
      expect(failures(answers)).toEqual([]);
      expect(await crowd.broken()).toEqual([]);
    });

    it('leaves the seat to a nomination that ended when substitution does not wait for promotions', async () => {
      const nominations = app.get(NominationsService);
      const guarded = nominations.loadToEnd.bind(nominations);
      const inClass = await crowd.aClass(1);
      const { secretary, people } = crowd.sides[0]!;
      const { body: holder } = await crowd.nominate(secretary, inClass, people[0]!.id);
      const { body: reserve } = await crowd.nominate(secretary, inClass, people[1]!.id);
      const unguarded: NominationsService['loadToEnd'] = async (tx, id) => {
        if (id !== reserve.id) return guarded(tx, id);
        const seen = await tx.findOneByOrFail(Nomination, { id });
        await crowd.withdraw(holder);
        return seen;
      };
      await without(nominations, 'loadToEnd', unguarded, async () => {
        await crowd.substitute(reserve, people[2]!);
      });
      expect(await crowd.broken()).toContainEqual(expect.stringMatching(/^I1/));
    });
  });

  it('of everything at once holds exactly the capacity, nobody twice, no unit beyond its seats, and never fails', async () => {
    const inClass = await crowd.aClass(4);
    const early = (await Promise.all(crowd.submissions(inClass, 0, 6))).map(({ body }) => body);
    const ofSide = (index: number) => early.slice(index * 6, index * 6 + 6);
    const [one, two, three, four] = crowd.sides;
    const answers = await Promise.all([
      ...crowd.submissions(inClass, 6, 12),
      ...ofSide(0)
        .slice(0, 4)
        .map((nominated) => crowd.withdraw(nominated)),
      ...ofSide(1).map((nominated, index) => crowd.substitute(nominated, two!.people[12 + (index % 3)]!)),
      ...ofSide(2)
        .slice(2)
        .map((nominated) => crowd.withdraw(nominated)),
      ...ofSide(3).flatMap((nominated) => [crowd.withdraw(nominated), crowd.substitute(nominated, four!.people[14]!)]),
      ...[17, 18, 19, 20, 21].map((capacity) => crowd.seats(inClass, 'capacity', { capacity })),
      ...[1, 1].map((count) =>
        crowd.seats(inClass, 'loans', { fromUnitId: one!.unit.id, toUnitId: three!.unit.id, count }),
      ),
      crowd.seats(inClass, 'releases', {}),
      ...crowd.units.map(({ id }) => crowd.seats(inClass, 'returns', { unitId: id, count: 1 })),
    ]);
    expect(answers.length).toBeGreaterThan(60);
    expect(failures(answers)).toEqual([]);
    const standing = await crowd.standing(inClass);
    expect(standing).toMatchObject({ free: 0, strangers: 0, doubled: 0, seats: standing.capacity });
    expect(standing.promised).toBe(standing.held);
    expect(await crowd.broken()).toEqual([]);
    expect(await deadlocks(app)).toBe(0);
  });

  describe('of substitutions of one nomination', () => {
    const everybodySubstitutes = async () => {
      const inClass = await crowd.aClass(1);
      const { secretary, people } = crowd.sides[0]!;
      const { body: leaving } = await crowd.nominate(secretary, inClass, people[0]!.id);
      const newcomers = [...people.slice(1), ...people.slice(1), ...people.slice(1), ...people.slice(1)];
      const answers = await Promise.all(newcomers.map((newcomer) => crowd.substitute(leaving, newcomer)));
      return { inClass, answers };
    };

    it('lets one newcomer in', async () => {
      const { inClass, answers } = await everybodySubstitutes();
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(55);
      expect(await crowd.standing(inClass)).toMatchObject({ held: 1, promised: 1, doubled: 0 });
    });

    it('promises the seat to several when the nomination is not locked and the database does not keep it', async () => {
      await app.sql('ALTER TABLE nominations DROP CONSTRAINT nominations_substituted_once');
      let looked = 0;
      let bothLooked = () => {};
      const both = new Promise<void>((resolve) => (bothLooked = resolve));
      // Nobody acts before a second one has looked.
      const unlocked = async (tx: Tx, id: string) => {
        const seen = await tx.findOneByOrFail(Nomination, { id });
        looked += 1;
        if (looked === 2) bothLooked();
        await both;
        return seen;
      };
      await without(seats, 'lockForFreeing', nothing, () =>
        without(app.get(NominationsService), 'loadForUpdate', unlocked, async () => {
          const { inClass } = await everybodySubstitutes();
          const { promised, held } = await crowd.standing(inClass);
          expect(promised).toBeGreaterThan(held);
        }),
      );
    });
  });
});

/** The transaction of a smaller capacity that locks no seat, with others taking them between its count and its removal. */
function withoutLock(tx: Tx, meanwhile: () => Promise<unknown>): Tx {
  return new Proxy(tx, {
    get: (target, name) => {
      if (name !== 'execute') return Reflect.get(target, name) as unknown;
      return async (sql: string, parameters?: unknown[]) => {
        if (sql.includes('ORDER BY number FOR UPDATE')) return 0;
        if (sql.includes('DELETE FROM seats')) await meanwhile();
        return target.execute(sql, parameters);
      };
    },
  });
}

import { SeatsService, type SeatWanted } from '../../src/classes/seats.service';
import { EnrollmentsService } from '../../src/enrollments/enrollments.service';
import { AdmissionsService } from '../../src/nominations/admissions.service';
import { Nomination } from '../../src/nominations/nomination.entity';
import { NominationsService } from '../../src/nominations/nominations.service';
import type { NomineeFacts } from '../../src/nominations/nominee-facts';
import type { Tx } from '../../src/platform/database/database';
import { TestApp } from '../app';
import type { BuiltClass } from '../builders';
import { Crowd, whileHeld, without } from './crowd';

/** What careful people write when the database does not lock: look for a free seat, then take it. */
async function lookThenTake(tx: Tx, { classId, unitId, nominationId }: SeatWanted): Promise<number | null> {
  const [free] = await tx.rows<{ number: number }>(
    'SELECT number FROM seats WHERE class_id = $1 AND unit_id = $2 AND nomination_id IS NULL ORDER BY number LIMIT 1',
    [classId, unitId],
  );
  if (!free) return null;
  await tx.execute('UPDATE seats SET nomination_id = $3 WHERE class_id = $1 AND number = $2', [
    classId,
    free.number,
    nominationId,
  ]);
  return free.number;
}

const nothing = async () => undefined;

describe('a race of transfers', () => {
  let app: TestApp;
  let crowd: Crowd;
  let course: { id: string };

  // A database for each: what a control breaks must not be seen by the next.
  beforeEach(async () => {
    app = await TestApp.start();
    crowd = await Crowd.gather(app);
    course = await crowd.a.course();
  });
  afterEach(() => app.stop());

  const transfer = (enrollmentId: string, { id: classId }: BuiltClass) =>
    app.as(crowd.office).post<{ code?: string }>(`/api/v1/enrollments/${enrollmentId}/transfer`, {
      classId,
      reason: 'Đơn vị đề nghị',
    });

  /** Learns in the class by a seat of it. */
  const learner = async (inClass: BuiltClass, side: number, place: number) => {
    const person = crowd.sides[side]!.people[place]!;
    const number = (
      await app.sql<{ number: number }>(
        'SELECT min(number) AS number FROM seats WHERE class_id = $1 AND unit_id = $2 AND nomination_id IS NULL',
        inClass.id,
        person.unitId,
      )
    )[0]!.number;
    const by = await crowd.a.nomination({ in: inClass, person, state: 'accepted', seat: number });
    return (await crowd.a.enrollment({ in: inClass, person, by })).id;
  };
  const everybody = async (inClass: BuiltClass) => {
    const ids: string[] = [];
    for (const [side, { people }] of crowd.sides.entries())
      for (const place of people.keys()) ids.push(await learner(inClass, side, place));
    return ids;
  };

  describe('of sixty people into twelve seats', () => {
    it('takes twelve, each with one seat, and leaves the others where they are', async () => {
      const [from, into] = [await crowd.aClass(15, { course }), await crowd.aClass(3, { course })];
      const learners = await everybody(from);
      const answers = await Promise.all(learners.map((id) => transfer(id, into)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(12);
      expect(answers.filter(({ body }) => body.code === 'no_seat_to_move_to')).toHaveLength(48);
      expect(await crowd.standing(into)).toMatchObject({ held: 12, promised: 12, free: 0 });
      expect(await crowd.standing(from)).toMatchObject({ held: 48, promised: 48, free: 12 });
      expect(await crowd.broken()).toEqual([]);
    });

    it('sells a seat twice when nobody waits and a seat is looked for and then taken', async () => {
      const [from, into] = [await crowd.aClass(15, { course }), await crowd.aClass(1, { course })];
      const learners = [await learner(from, 0, 0), await learner(from, 0, 1)];
      const seats = app.get(SeatsService);
      // Both look before either takes.
      const lock = `SELECT FROM seats WHERE class_id = '${into.id}' FOR UPDATE`;
      await without(seats, 'lockForFreeing', nothing, () =>
        without(seats, 'takeNow', lookThenTake, () =>
          whileHeld(app, { lock, waiting: 2 }, () => Promise.all(learners.map((id) => transfer(id, into)))),
        ),
      );
      expect(await crowd.standing(into)).toMatchObject({ promised: 2, held: 1 });
    });
  });

  describe('of one person by fifty callers into two classes', () => {
    const everybodyTransfers = async () => {
      const from = await crowd.aClass(1, { course });
      const into = [await crowd.aClass(15, { course }), await crowd.aClass(15, { course })] as const;
      const id = await learner(from, 0, 0);
      const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => transfer(id, into[n % 2]!)));
      const held = [(await crowd.standing(into[0])).held, (await crowd.standing(into[1])).held];
      return { from, answers, held: held[0]! + held[1]! };
    };

    it('moves them once, to one seat', async () => {
      const { from, answers, held } = await everybodyTransfers();
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(49);
      expect(held).toBe(1);
      expect(await crowd.standing(from)).toMatchObject({ held: 0, promised: 0 });
    });

    it('seats them twice when nothing is held and nobody asks whether they are in another class', async () => {
      await app.sql('DROP INDEX enrollments_continued_once');
      await app.sql('ALTER TABLE nominations DROP CONSTRAINT nominations_gone_on_with_once');
      const nominations = app.get(NominationsService);
      const unlocked: NominationsService['loadForUpdate'] = (tx, id) => tx.findOneByOrFail(Nomination, { id });
      const unasked: AdmissionsService['check'] = async (_tx, _into, _unitId, [id]) =>
        new Map([[id!, { facts: {} as NomineeFacts, checks: [] }]]);
      await without(app.get(SeatsService), 'lockForFreeing', nothing, () =>
        without(nominations, 'loadForUpdate', unlocked, () =>
          without(app.get(EnrollmentsService), 'endOfNominations', nothing, () =>
            without(app.get(AdmissionsService), 'check', unasked, async () => {
              expect((await everybodyTransfers()).held).toBe(2);
            }),
          ),
        ),
      );
    });
  });

  it('two ways between two classes that each have a seat ends without a deadlock', async () => {
    const classes = [await crowd.aClass(2, { course }), await crowd.aClass(2, { course })] as const;
    const there: string[] = [];
    const back: string[] = [];
    for (const side of crowd.sides.keys()) {
      there.push(await learner(classes[0], side, 0));
      back.push(await learner(classes[1], side, 1));
    }
    const answers = await Promise.all([
      ...there.map((id) => transfer(id, classes[1])),
      ...back.map((id) => transfer(id, classes[0])),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    const [row] = await app.sql<{ deadlocks: number }>(
      `SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`,
    );
    expect(row!.deadlocks).toBe(0);
  });
});

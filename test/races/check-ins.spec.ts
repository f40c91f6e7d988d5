import { In } from 'typeorm';
import { AttendanceLine } from '../../src/enrollments/attendance-line.entity';
import { readCode } from '../../src/enrollments/check-ins/code';
import { PassingsService } from '../../src/enrollments/check-ins/passings.service';
import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltHalfDay } from '../builders';
import { without } from './crowd';

const morning = (day: string) => momentAt(day, '07:40');

/** A hall scans at once, in one process and in two; every race beside the same one without its guard. */
describe('a race to be let in', () => {
  let app: TestApp;
  let beside: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let aClass: BuiltClass;
  let halfDay: BuiltHalfDay;
  let hall: string;

  beforeAll(async () => {
    app = await TestApp.start();
    beside = await TestApp.beside(app);
    a = new Builders(app);
    for (const { clock } of [app, beside]) clock.moveTo(morning('2026-02-07'));
    office = await a.office();
  });
  afterAll(async () => {
    await beside.stop();
    await app.stop();
  });
  beforeEach(async () => {
    aClass = await a.trainingClass({ state: 'confirmed' });
    halfDay = await a.halfDay(aClass, '2026-02-07');
    const path = `/api/v1/half-days/${halfDay.id}/check-in-halls`;
    hall = (await app.as(office).post<{ id: string }>(path)).body.id;
  });

  const aCadre = async () => {
    const { person } = await a.enrollment({ in: aClass });
    return { person, account: await a.account({ person }) };
  };
  type Cadre = Awaited<ReturnType<typeof aCadre>>;
  const codeOf = async () => {
    const path = `/api/v1/check-in-halls/${hall}/code?direction=in`;
    return (await app.as(office).get<{ address: string }>(path)).body.address.split('/').at(-1)!;
  };
  const checkIn = ({ account }: Cadre, token: string, device: string, at = app) =>
    at.as(account).post('/api/v1/check-ins', { token, device });
  const trailOf = ({ person }: Cadre) =>
    app.sql<{ deviceId: string | null; markedBy: string }>(
      `SELECT m.device_id, m.marked_by FROM attendance_marks m JOIN attendance_lines l ON l.id = m.line_id
       WHERE l.half_day_id = $1 AND l.person_id = $2`,
      halfDay.id,
      person.id,
    );

  it('of many lets each in who is on the sheet, in their own name, and nobody else', async () => {
    const [gone, ...people] = await Promise.all(Array.from({ length: 30 }, aCadre));
    await app.sql('UPDATE attendance_lines SET live = false WHERE person_id = $1', gone!.person.id);
    const code = await codeOf();
    const scans = [...people, gone!].map((one, index) =>
      checkIn(one, code, `phone ${index}`, [app, beside][index % 2]),
    );
    const statuses = (await Promise.all(scans)).map(({ status, body }) => body['code'] ?? status);
    expect(statuses).toEqual([...people.map(() => 200), 'check_in_not_enrolled']);
    for (const one of people) expect(await trailOf(one)).toMatchObject([{ deviceId: null, markedBy: one.account.id }]);
    expect(await trailOf(gone!)).toEqual([]);
    const [{ lines }] = (await app.sql<{ lines: number }>(
      `SELECT count(*) AS lines FROM journal_lines WHERE subject_id = $1 AND action = 'attendance.checked_in' AND person_id IS NOT NULL`,
      halfDay.id,
    )) as [{ lines: number }];
    expect(lines).toBe(people.length);
  });

  it('of two people with one phone lets in one', async () => {
    const [one, other] = [await aCadre(), await aCadre()];
    const code = await codeOf();
    const answers = await Promise.all([one, other].map((each) => checkIn(each, code, 'a phone of both')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect([...(await trailOf(one)), ...(await trailOf(other))]).toHaveLength(1);
  });

  describe('of one person, by the phone known to be theirs and then by a tablet', () => {
    const race = async () => {
      const one = await aCadre();
      const [phone, tablet] = [`phone of ${one.person.id}`, `tablet of ${one.person.id}`];
      const earlier = await a.halfDay(aClass, '2026-02-06');
      await app.sql(
        `INSERT INTO check_in_devices (half_day_id, person_id, device, standing, bound_at) VALUES ($1, $2, $3, 'first', $4)`,
        ...[earlier.id, one.person.id, phone, morning('2026-02-06')],
      );
      const actor = await app.actor(one.account.id);
      const scan = { code: readCode(await codeOf())!.content, at: app.clock.now(), toldLater: false };
      const passings = app.get(PassingsService);
      await Promise.all([phone, tablet].map((device) => passings.pass({ hallId: hall, actor, scan, device })));
      return trailOf(one);
    };

    it('is by the phone', async () => {
      expect(await race()).toMatchObject([{ deviceId: null }]);
    });

    it('is by another device when both are looked at in one set', async () => {
      const inOneSet: PassingsService['apart'] = (passings) => [passings];
      await without(app.get(PassingsService), 'apart', inOneSet, async () =>
        expect(await race()).not.toMatchObject([{ deviceId: null }]),
      );
    });
  });

  describe('of one person in two processes', () => {
    const race = async () => {
      const one = await aCadre();
      const code = await codeOf();
      const scans = [app, beside].map((at, index) => checkIn(one, code, `${index} of ${one.person.id}`, at));
      return { answers: (await Promise.all(scans)).map(({ body }) => body['isRepeated']), trail: await trailOf(one) };
    };

    it('takes them once', async () => {
      const { answers, trail } = await race();
      expect(answers.toSorted()).toEqual([false, true]);
      expect(trail).toHaveLength(1);
    });

    it('takes them twice when the two do not wait for each other', async () => {
      let go = () => {};
      const together = new Promise<void>((resolve) => (go = resolve));
      let come = 0;
      const readOnly: PassingsService['heldLines'] = async (tx, { halfDayId }, people) => {
        if ((come += 1) === 2) go();
        await together;
        return tx.findBy(AttendanceLine, { halfDayId, personId: In([...people]), live: true });
      };
      const unused = async () => new Set<string>();
      const [here, there] = [app.get(PassingsService), beside.get(PassingsService)];
      await without(here, 'heldLines', readOnly, () =>
        without(there, 'heldLines', readOnly, () =>
          without(here, 'used', unused, () =>
            without(there, 'used', unused, async () => expect((await race()).trail.length).toBeGreaterThan(1)),
          ),
        ),
      );
    });
  });
});

import { momentAt } from '../../src/platform/clock';
import { DeferralsQueries } from '../../src/nominations/transfers/deferrals.queries';
import { TestApp } from '../app';
import {
  Builders,
  type BuiltAccount,
  type BuiltClass,
  type BuiltEnrollment,
  type BuiltPerson,
  type BuiltUnit,
} from '../builders';
import { Situations } from '../reminders/situations';

interface Learning {
  readonly id: string;
  readonly halfDays: readonly { readonly mark: string; readonly origin: { readonly day: string } | null }[];
  readonly continues: { readonly enrollmentId: string } | null;
  readonly deferral: { readonly until: string; readonly decisionNumber: string } | null;
}
interface Candidate {
  readonly personId: string;
  readonly why: { readonly vi: string };
}

/** Somebody attended two of four mornings of K1 and fell ill; K2, the next class of the course, opens in April. */
describe('somebody whose learning is deferred', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let secretary: BuiltAccount;
  let unit: BuiltUnit;
  let course: { id: string };
  let k1: BuiltClass;
  let k2: BuiltClass;
  let person: BuiltPerson;
  let enrollment: BuiltEnrollment;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(momentAt('2026-01-15', '08:00'));
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
    course = await a.course({ kind: 'theory', award: 'diploma' });
    k1 = await a.trainingClass({ course, state: 'confirmed', allocations: [[unit, 1]], opensOn: '2026-02-02' });
    const open = { callOpensAt: '2026-01-01T00:00:00+07:00', callClosesAt: '2026-04-01T17:00:00+07:00' };
    const inApril = { opensOn: '2026-04-06', closesOn: '2026-05-06', ...open } as const;
    k2 = await a.trainingClass({ course, state: 'announced', allocations: [[unit, 1]], ...inApril });
    for (const day of ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05']) await a.halfDay(k1, day);
    for (const day of ['2026-04-06', '2026-04-07', '2026-04-08', '2026-04-09']) await a.halfDay(k2, day);
    await a.module(k1, 1, 'Triết học');
    await a.module(k2, 1, 'Triết học');
    person = await a.person({ in: unit, fullName: 'Nguyễn Văn Bảo Lưu' });
    const by = await a.nomination({ in: k1, person, state: 'accepted', seat: 1 });
    enrollment = await a.enrollment({ in: k1, person, by, marks: ['present', 'present'] });
    app.clock.moveTo(momentAt('2026-02-03', '15:00'));
  });

  const decision = {
    decisionNumber: '45-QĐ/ĐUK',
    decidedOn: '2026-02-03',
    until: '2026-06-30',
    reason: 'Điều trị bệnh',
  };
  const defer = (more: object = {}, by = office) =>
    app
      .as(by)
      .post<Learning & { code: string }>(`/api/v1/enrollments/${enrollment.id}/deferral`, { ...decision, ...more });
  const candidates = async () =>
    (await app.as(secretary).get<{ items: Candidate[] }>(`/api/v1/classes/${k2.id}/candidates?unitId=${unit.id}`)).body
      .items;
  const waiting = async (by = secretary) =>
    (await app.as(by).get<{ items: { personId: string; nextClass: { id: string } }[] }>('/api/v1/deferrals')).body
      .items;
  /** Nominated by the unit and accepted by the office, as anybody is. */
  const comesBack = async (into: BuiltClass) => {
    const sent = await app.as(secretary).post<{ id: string }>(`/api/v1/classes/${into.id}/nominations`, {
      personId: person.id,
      unitId: unit.id,
      letter: { number: '9-CV/ĐU', date: '2026-02-03' },
      acknowledged: true,
    });
    const accepted = await app.as(office).post(`/api/v1/nominations/${sent.body.id}/acceptance`, {});
    expect([sent.status, accepted.status]).toEqual([201, 200]);
    const [there] = await app.sql<{ id: string }>('SELECT id FROM enrollments WHERE nomination_id = $1', sent.body.id);
    return (await app.as(office).get<Learning>(`/api/v1/enrollments/${there!.id}`)).body;
  };

  it('leaves the class by a decision until a day, and the seat goes to the next reserve', async () => {
    const reserve = await a.nomination({ in: k1, of: unit, rank: 1 });
    const deferred = await defer();
    expect(deferred.status).toBe(201);
    expect(deferred.body.deferral).toMatchObject({ until: '2026-06-30', decisionNumber: '45-QĐ/ĐUK' });
    const after = await app.as(office).get<{ seat: number }>(`/api/v1/nominations/${reserve.id}`);
    expect(after.body.seat).toBe(1);
    const states = await app.sql('SELECT state FROM nominations WHERE person_id = $1', person.id);
    expect(states).toEqual([{ state: 'deferred' }]);
    const page = await app.as(secretary).get<string>(`/enrollments/${enrollment.id}`);
    expect(page.text).toContain('Bảo lưu đến hết ngày 30/06/2026 theo Quyết định số 45-QĐ/ĐUK ngày 03/02/2026');
  });

  it('is proposed for the next class before others, with the reason', async () => {
    const planned = await a.person({ in: unit, fullName: 'Lê Thị Quy Hoạch', planned: true, keyCadre: true });
    expect((await candidates())[0]!.personId).toBe(planned.id);
    await defer();
    const [first, second] = await candidates();
    expect([first!.personId, second!.personId]).toEqual([person.id, planned.id]);
    expect(first!.why.vi).toContain('Phải học: được bảo lưu đến 30/06/2026');
    expect(await waiting()).toMatchObject([{ personId: person.id, nextClass: { id: k2.id } }]);
    expect(await waiting(await a.secretaryOf(await a.unit()))).toEqual([]);
    const list = await app.as(secretary).get<string>('/deferrals');
    expect(list.text).toContain(`/classes/${k2.id}/candidates?unitId=${unit.id}`);
    expect((await app.as(office).get<string>('/')).text).toContain('href="/deferrals"');
  });

  it('stands on the list of the unit they moved to, and on none once they left the Bloc', async () => {
    await defer();
    const other = await a.unit();
    const theirs = await a.secretaryOf(other);
    const count = () => app.get(DeferralsQueries).count([other.id]);
    const move = { unitId: other.id, on: '2026-02-03', reason: 'QĐ 12' };
    expect((await app.as(office).post(`/api/v1/people/${person.id}/moves`, move)).status).toBe(201);
    expect(await waiting(theirs)).toMatchObject([{ personId: person.id, unitId: other.id }]);
    expect((await app.as(theirs).get<string>('/deferrals')).text).toContain(`candidates?unitId=${other.id}`);
    expect(await count()).toBe(1);
    const gone = { on: '2026-02-03', reason: 'QĐ nghỉ hưu' };
    expect((await app.as(office).post(`/api/v1/people/${person.id}/departure`, gone)).status).toBe(204);
    for (const by of [theirs, secretary]) expect(await waiting(by)).toEqual([]);
    expect(await count()).toBe(0);
  });

  it('loses nothing: what was learned comes along into the class that takes them up, and the deferral is over', async () => {
    const [module] = await app.sql<{ id: string }>('SELECT id FROM modules WHERE class_id = $1', k1.id);
    await app
      .as(office)
      .put(`/api/v1/enrollments/${enrollment.id}/marks`, { marks: [{ moduleId: module!.id, mark: 8 }] });
    await defer();
    const there = await comesBack(k2);
    expect(there.continues).toMatchObject({ enrollmentId: enrollment.id });
    expect(there.halfDays.map(({ mark, origin }) => [mark, origin?.day ?? null])).toEqual([
      ['present', '2026-02-02'],
      ['present', '2026-02-03'],
      ['unmarked', null],
      ['unmarked', null],
    ]);
    const marks = await app.as(office).get<{ marks: object[] }>(`/api/v1/enrollments/${there.id}/marks`);
    expect(marks.body.marks).toMatchObject([{ first: 8, firstSatIn: expect.stringMatching(/LOP-/) as string }]);
    expect(await waiting()).toEqual([]);
  });

  it('is like anybody once the day has passed', async () => {
    await defer({ until: '2026-02-20' });
    app.clock.moveTo(momentAt('2026-02-21', '08:00'));
    expect(await waiting()).toEqual([]);
    const own = (await candidates()).find(({ personId }) => personId === person.id)!;
    expect(own.why.vi).not.toContain('bảo lưu');
    expect((await comesBack(k2)).halfDays.map(({ mark }) => mark)).toEqual(Array(4).fill('unmarked'));
  });

  describe('when the class that took them up comes to nothing', () => {
    let k3: BuiltClass;
    const marks = ({ halfDays }: Learning) => halfDays.map(({ mark }) => mark);
    const cancel = () => app.as(office).post(`/api/v1/classes/${k2.id}/cancellation`, { reason: 'Không đủ người' });
    const withdraw = async () => {
      const sql = `SELECT id FROM nominations WHERE class_id = $1 AND person_id = $2`;
      const [there] = await app.sql<{ id: string }>(sql, k2.id, person.id);
      return app.as(office).post(`/api/v1/nominations/${there!.id}/withdrawal`, { reason: 'Ốm lại' });
    };
    beforeEach(async () => {
      const open = { callOpensAt: '2026-01-01T00:00:00+07:00', callClosesAt: '2026-04-01T17:00:00+07:00' };
      const inMay = { opensOn: '2026-05-11', closesOn: '2026-06-11', ...open } as const;
      k3 = await a.trainingClass({ course, state: 'announced', allocations: [[unit, 1]], ...inMay });
      for (const day of ['2026-05-11', '2026-05-12', '2026-05-13']) await a.halfDay(k3, day);
      await defer();
    });

    it.each([
      ['is cancelled', cancel],
      ['is left again', withdraw],
    ])('as it %s: they wait as before, and the next class takes them up with all', async (_, ends) => {
      await comesBack(k2);
      expect(await waiting()).toEqual([]);
      expect((await ends()).status).toBe(ends === cancel ? 204 : 200);
      expect(await waiting()).toMatchObject([{ personId: person.id }]);
      const there = await comesBack(k3);
      expect(there.continues).toMatchObject({ enrollmentId: enrollment.id });
      expect(marks(there)).toEqual(['present', 'present', 'unmarked']);
      expect(await waiting()).toEqual([]);
    });

    it('goes on in one class alone, also when the first takes place after all', async () => {
      await comesBack(k2);
      await cancel();
      await comesBack(k3);
      app.clock.moveTo(momentAt('2026-02-03', '16:00'));
      const back = await app
        .as(office)
        .post<{ people: object[] }>(`/api/v1/classes/${k2.id}/cancellation/reversal`, { reason: 'Lớp vẫn tổ chức' });
      expect(back).toMatchObject({ status: 200, body: { people: [{ personId: person.id, isBusy: true }] } });
    });

    it('waits no more once the class that took them up is changed for another, or deferred anew', async () => {
      const there = await comesBack(k2);
      const moved = await app
        .as(office)
        .post<Learning>(`/api/v1/enrollments/${there.id}/transfer`, { classId: k3.id, reason: 'Đi công tác' });
      expect(moved.status).toBe(201);
      expect(await waiting()).toEqual([]);
      const later = { ...decision, until: '2026-09-30' };
      expect((await app.as(office).post(`/api/v1/enrollments/${moved.body.id}/deferral`, later)).status).toBe(201);
      expect(await waiting()).toMatchObject([{ enrollmentId: moved.body.id, until: '2026-09-30' }]);
    });
  });

  it('is told, as are the unit and the manager of the class', async () => {
    const given = new Situations(app, a);
    const people = [secretary, await a.account({ roles: [['class_manager', k1]] }), await a.account({ person })];
    app.clock.moveTo(momentAt('2026-02-03', '15:30'));
    await defer();
    await given.planAndSend();
    const told = await app.sql<{ address: string }>(
      `SELECT to_address AS address FROM mail_messages WHERE to_address = ANY ($1) AND body ~ 'bảo lưu đến hết ngày 30/06/2026'`,
      people.map(({ email }) => email),
    );
    expect(told.map(({ address }) => address).toSorted()).toEqual(people.map(({ email }) => email).toSorted());
  });

  it('needs a decision of today or before, and a day to come', async () => {
    expect(await defer({ until: '2026-02-03' })).toMatchObject({ status: 422, body: { errors: [{ field: 'until' }] } });
    expect(await defer({ decidedOn: '2026-02-04' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'decidedOn' }] },
    });
    expect(await defer({ decisionNumber: '' })).toMatchObject({ status: 422 });
  });

  it('is deferred by the office alone, once, and by nobody themselves', async () => {
    expect((await defer({}, secretary)).status).toBe(403);
    const self = await a.account({ person, roles: [['training_officer', (await a.organization()).bloc]] });
    expect(await defer({}, self)).toMatchObject({ status: 403, body: { code: 'about_oneself' } });
    const sent = await app.as(office).form(`/enrollments/${enrollment.id}/deferral`, decision);
    expect(sent.status).toBe(303);
    expect((await defer()).status).toBe(409);
  });
});

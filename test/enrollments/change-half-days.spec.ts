import { EnrollmentsService } from '../../src/enrollments/enrollments.service';
import { Actor } from '../../src/platform/access/actor';
import { momentAt } from '../../src/platform/clock';
import { Database } from '../../src/platform/database/database';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson } from '../builders';

interface HalfDays {
  readonly items: readonly { readonly id: string; readonly day: string; readonly part: string }[];
}

describe('changing half-days of a class with people', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let aClass: BuiltClass;
  let person: BuiltPerson;
  let enrollmentId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(startOfSpecs);
    aClass = await a.trainingClass();
    person = await a.person({ fullName: 'Phạm Thị Mai' });
    enrollmentId = (await a.enrollment({ in: aClass, person })).id;
  });

  const actor = Actor.service('spec');
  const service = () => app.get(EnrollmentsService);
  const add = (halfDay: object, to = aClass) =>
    app.as(office).post<HalfDays>(`/api/v1/classes/${to.id}/half-days`, halfDay);
  const lines = () =>
    app.sql<{ day: string; live: boolean; isInStep: boolean }>(
      `SELECT h.day, l.live, l.during = h.during AS is_in_step FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id
       WHERE l.enrollment_id = $1 ORDER BY h.day`,
      enrollmentId,
    );
  const busyAt = async (day: string) => {
    const other = await a.trainingClass();
    await a.halfDay(other, day);
    await a.enrollment({ in: other, person });
    return other;
  };

  it('gives everybody on the roster a line at a new half-day', async () => {
    const added = await add({ day: '2026-02-07', part: 'morning' });
    expect(added).toMatchObject({ status: 201, body: { items: [{ day: '2026-02-07', part: 'morning' }] } });
    expect(await lines()).toEqual([{ day: '2026-02-07', live: true, isInStep: true }]);
  });

  it('adds the half-days of a pattern', async () => {
    const pattern = { weekdays: [6, 7], parts: ['morning'], from: '2026-02-07', to: '2026-02-15', skipHolidays: false };
    expect((await add(pattern)).body.items).toHaveLength(4);
    expect(await lines()).toHaveLength(4);
  });

  it('refuses a new half-day at which somebody on the roster is elsewhere, by name', async () => {
    const other = await busyAt('2026-02-07');
    const refused = await add({ day: '2026-02-07', part: 'morning' });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'person_busy', facts: { clashes: [{ classId: other.id }] } },
    });
    expect(refused.text).toContain('Phạm Thị Mai');
    expect(await lines()).toEqual([]);
  });

  it('moves the lines with the half-day', async () => {
    const [halfDay] = (await add({ day: '2026-02-07', part: 'morning' })).body.items;
    const moved = await app
      .as(office)
      .patch(`/api/v1/half-days/${halfDay!.id}`, { day: '2026-02-08', part: 'afternoon', reason: 'Bão số 3' });
    expect(moved).toMatchObject({ status: 200, body: { day: '2026-02-08', part: 'afternoon' } });
    expect(await lines()).toEqual([{ day: '2026-02-08', live: true, isInStep: true }]);
  });

  it('does not move a half-day to where somebody is elsewhere', async () => {
    const [halfDay] = (await add({ day: '2026-02-07', part: 'morning' })).body.items;
    await busyAt('2026-02-08');
    const refused = await app
      .as(office)
      .patch(`/api/v1/half-days/${halfDay!.id}`, { day: '2026-02-08', reason: 'Bão số 3' });
    expect(refused.body).toMatchObject({ code: 'person_busy' });
    expect(await lines()).toEqual([{ day: '2026-02-07', live: true, isInStep: true }]);
  });

  it('does not move a half-day at which people were marked', async () => {
    const [halfDay] = (await add({ day: '2026-02-07', part: 'afternoon' })).body.items;
    app.clock.moveTo(momentAt('2026-02-07', '13:00'));
    await app
      .as(office)
      .put(`/api/v1/half-days/${halfDay!.id}/attendance`, { entries: [{ enrollmentId, mark: 'present' }] });
    const refused = await app
      .as(office)
      .patch(`/api/v1/half-days/${halfDay!.id}`, { day: '2026-02-08', reason: 'Bão số 3' });
    expect(refused.body).toMatchObject({ code: 'half_day_has_marks', status: 409 });
  });

  it('frees everybody’s time when a half-day is cancelled', async () => {
    const [halfDay] = (await add({ day: '2026-02-07', part: 'morning' })).body.items;
    const cancelled = await app.as(office).post(`/api/v1/half-days/${halfDay!.id}/cancellation`, { reason: 'Bão' });
    expect(cancelled).toMatchObject({ status: 200, body: { cancelledReason: 'Bão' } });
    expect(await lines()).toMatchObject([{ live: false }]);
    const other = await a.trainingClass();
    await a.enrollment({ in: other, person });
    expect((await add({ day: '2026-02-07', part: 'morning' }, other)).status).toBe(201);
  });

  it('is the office’s alone', async () => {
    const manager = await a.account({ roles: [['class_manager', aClass]] });
    const path = `/api/v1/classes/${aClass.id}/half-days`;
    expect((await app.as(manager).post(path, { day: '2026-02-07', part: 'morning' })).status).toBe(403);
  });

  it('can be done on pages, which keep what was typed when they refuse', async () => {
    const added = await app.as(office).form(`/classes/${aClass.id}/half-days`, { day: '2026-02-07', part: 'morning' });
    expect(added.headers.get('location')).toBe(`/classes/${aClass.id}`);
    const [halfDay] = await app.sql<{ id: string }>(`SELECT id FROM half_days WHERE class_id = $1`, aClass.id);
    const path = `/half-days/${halfDay!.id}`;
    expect((await app.as(office).get<string>(`${path}/edit`)).text).toContain('value="07:30"');

    const typed = { day: '2026-02-07', part: 'morning', startTime: '07:30', endTime: '06:30', topic: 'Chuyên đề 2' };
    const refused = await app.as(office).form(path, typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="Chuyên đề 2"');
    const unexplained = await app.as(office).form(path, { ...typed, endTime: '10:30' });
    expect(unexplained.status).toBe(422);
    expect(unexplained.text).toContain('Lớp đã được thông báo nên cần ghi lý do thay đổi');
    const explained = { ...typed, endTime: '10:30', reason: 'Giảng viên đi công tác' };
    expect((await app.as(office).form(path, explained)).status).toBe(303);
    expect(await lines()).toEqual([{ day: '2026-02-07', live: true, isInStep: true }]);

    expect((await app.as(office).form(`${path}/cancellation`, { reason: '' })).status).toBe(422);
    expect((await app.as(office).form(`${path}/cancellation`, { reason: 'Bão' })).status).toBe(303);
    expect(await lines()).toMatchObject([{ live: false }]);
  });

  it('comes back to the plan of the timetable when a half-day is refused there', async () => {
    await busyAt('2026-02-07');
    const refused = await app
      .as(office)
      .form(`/classes/${aClass.id}/half-days`, { day: '2026-02-07', part: 'morning', topic: 'Chuyên đề 1' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Phạm Thị Mai');
    expect(refused.text).toContain('value="Chuyên đề 1"');
  });

  it('misses nobody who is being enrolled at the same moment', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => a.person({ in: { id: person.unitId } })));
    const enroll = ({ id: personId, unitId }: BuiltPerson) =>
      app.get(Database).inTransaction(async (tx) => {
        const officeEntryId = await service().officeEntry(tx, actor, { classId: aClass.id, reason: 'Bổ sung' });
        await service().enroll(tx, actor, { classId: aClass.id, personId, unitId, officeEntryId });
      });
    const days = ['2026-02-07', '2026-02-08', '2026-02-09', '2026-02-10', '2026-02-11', '2026-02-12'];
    const answers = await Promise.all([
      Promise.all(days.map((day) => add({ day, part: 'morning' }))),
      Promise.all(people.map(enroll)),
    ]);
    expect(answers[0].map(({ status }) => status)).toEqual(days.map(() => 201));
    const [count] = await app.sql(
      `SELECT count(*) AS lines FROM attendance_lines l JOIN enrollments e ON e.id = l.enrollment_id WHERE e.class_id = $1`,
      aClass.id,
    );
    expect(count).toEqual({ lines: days.length * (people.length + 1) });
  });
});

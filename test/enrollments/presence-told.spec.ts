import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltEnrollment, type BuiltHalfDay } from '../builders';

const day = '2026-02-07';

/** The half-day is from 08:00 to 11:30. */
describe('what is told of presence, and to whom', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let manager: BuiltAccount;
  let aClass: BuiltClass;
  let halfDay: BuiltHalfDay;
  let next: BuiltHalfDay;
  let enrolled: BuiltEnrollment;
  let cadre: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start({ CHECK_IN_CODE_SECONDS: '20' });
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(momentAt(day, '07:40'));
    aClass = await a.trainingClass({ state: 'confirmed' });
    halfDay = await a.halfDay(aClass, day);
    next = await a.halfDay(aClass, '2026-02-08');
    manager = await a.account({ roles: [['class_manager', aClass]] });
    enrolled = await a.enrollment({ in: aClass });
    cadre = await a.account({ person: enrolled.person });
  });

  const codeAt = async ({ id }: BuiltHalfDay) => {
    const hall = await app.as(office).post<{ id: string }>(`/api/v1/half-days/${id}/check-in-halls`);
    const code = await app.as(office).get<{ address: string }>(`/api/v1/check-in-halls/${hall.body.id}/code`);
    return code.body.address.split('/').at(-1)!;
  };
  const scan = async (by = cadre, device = 'phone', at = halfDay) =>
    app.as(by).post('/api/v1/check-ins', { token: await codeAt(at), device });
  const scanLate = async () => {
    const photo = await codeAt(halfDay);
    app.clock.moveTo(momentAt(day, '07:50'));
    return app.as(cadre).get<string>(`/check-in/${photo}`);
  };
  const text = async (by: BuiltAccount, path: string) => (await app.as(by).get<string>(path)).text;
  const mark = (given: string, reason?: string) =>
    app.as(manager).put(`/api/v1/half-days/${halfDay.id}/attendance`, {
      entries: [{ enrollmentId: enrolled.id, mark: given, ...(reason && { reason }) }],
    });
  const someone = async () => {
    const { person } = await a.enrollment({ in: aClass });
    return a.account({ person });
  };

  it('is how somebody came to be marked, and why, in one sentence on their own page', async () => {
    await mark('present');
    await mark('unexcused', 'Không có trong hội trường');
    const own = await text(cadre, `/enrollments/${enrolled.id}`);
    expect(own).toContain(`${manager.email} ghi trên máy lúc 07:40 07/02/2026`);
    expect(own).toContain('Không có trong hội trường');
  });

  it('is that a refused scan waits for the class manager, to whoever made it', async () => {
    const refused = await scanLate();
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('chủ nhiệm lớp sẽ xem');
    expect(await text(cadre, '/check-in')).toContain('Lượt quét chưa được nhận, chờ chủ nhiệm lớp xem');
    await mark('present');
    expect(await text(cadre, '/check-in')).not.toContain('Lượt quét chưa được nhận');
    // Of an address that is no code of ours nothing was kept.
    expect(await text(cadre, '/check-in/aaaa.bbbb')).not.toContain('chủ nhiệm lớp sẽ xem');
  });

  it('waits for nobody once the half-day is cancelled, or the person has left the class', async () => {
    await scanLate();
    const leaver = await a.enrollment({ in: aClass });
    for (const [at, standing] of [
      [next, 'first'],
      [halfDay, 'provisional'],
    ] as const)
      await a.insert('check_in_devices', {
        ...{ halfDayId: at.id, personId: leaver.person.id, device: standing, standing, boundAt: app.clock.now() },
      });
    const waiting = async () => (await text(manager, '/')).match(/\d+ lượt[^<]*/g);
    expect(await waiting()).toHaveLength(2);
    await leaver.ends(app.clock.now());
    await a.change('attendance_lines', { enrollmentId: leaver.id }, { live: false });
    expect(await waiting()).toHaveLength(1);
    const listed = await app.as(manager).get<{ items: unknown[] }>('/api/v1/other-devices?standing=provisional');
    expect(listed.body.items).toEqual([]);
    const cancelled = await app.as(office).post(`/api/v1/half-days/${halfDay.id}/cancellation`, { reason: 'Bão' });
    expect(cancelled.status).toBe(200);
    expect(await waiting()).toBeNull();
    const scans = await app.as(manager).get<{ items: unknown[] }>('/api/v1/refused-scans');
    expect(scans.body.items).toMatchObject([{ state: 'overtaken' }]);
  });

  it('is that a phone is somebody else’s, also where the person has not checked in before', async () => {
    const friend = await someone();
    expect((await scan(friend, 'phone of a friend')).status).toBe(200);
    app.clock.moveTo(momentAt('2026-02-08', '07:40'));
    const taken = await scan(cadre, 'phone of a friend', next);
    expect(taken).toMatchObject({ status: 200, body: { isProvisional: true } });
    const listed = await app.as(manager).get<{ items: unknown[] }>('/api/v1/other-devices?standing=provisional');
    expect(listed.body.items).toMatchObject([{ personId: enrolled.person.id, halfDayId: next.id }]);
    // Their own phone is still their first.
    expect(await scan(friend, 'phone of a friend', next)).toMatchObject({ status: 409 });
    expect(await scan(await someone(), 'own phone', next)).toMatchObject({ body: { isProvisional: false } });
  });

  it('is that somebody with leave came after all, by one tap at the door', async () => {
    await mark('excused');
    const tap = { enrollmentId: enrolled.id, direction: 'in' };
    const page = await text(manager, `/half-days/${halfDay.id}/check-ins`);
    expect(page).toContain('value="came_after_all"');
    const done = await app.as(manager).form(`/half-days/${halfDay.id}/check-ins`, { ...tap, do: 'came_after_all' });
    expect(done.status).toBe(303);
    const trail = await app
      .as(manager)
      .get<{ items: unknown[] }>(`/api/v1/half-days/${halfDay.id}/attendance/${enrolled.id}`);
    expect(trail.body.items[0]).toMatchObject({
      ...{ mark: 'present', direction: 'in', reason: 'Đã ghi vắng có phép nhưng có mặt' },
    });
  });
});

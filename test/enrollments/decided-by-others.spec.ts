import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';
import { Situations } from '../reminders/situations';

/** The half-day is on the 10th of February; it is the 5th. */
describe('what nobody who runs the class may decide, because it is about themselves or there is nobody', () => {
  let app: TestApp;
  let a: Builders;
  let given: Situations;
  let office: BuiltAccount;
  let aClass: BuiltClass;
  let halfDay: { readonly id: string };
  let own: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    given = new Situations(app, a);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(momentAt('2026-02-05', '08:00'));
    office = await a.office();
    aClass = await a.trainingClass({ state: 'confirmed', opensOn: '2026-02-02', closesOn: '2026-03-31' });
    halfDay = await a.halfDay(aClass, '2026-02-10');
    const { person } = await a.enrollment({ in: aClass, since: momentAt('2026-02-01', '08:00') });
    own = await a.account({ person, roles: [['class_manager', aClass]] });
  });
  afterEach(async () => {
    await a.change('accounts', { id: office.id }, { disabledAt: app.clock.now() });
    await a.change('enrollments', { classId: aClass.id }, { endedAt: app.clock.now(), endedReason: 'Chuyển công tác' });
  });

  const ask = async () => {
    const asked = { halfDayIds: [halfDay.id], reason: 'Giỗ bố' };
    expect((await app.as(own).post('/api/v1/leave-requests', asked)).status).toBe(201);
  };
  const desk = async (of: BuiltAccount) => (await app.as(of).get<string>('/')).text;
  const toDecide = 'đơn xin nghỉ chờ quyết định';
  const remindedOf = async () => {
    await given.planAndSend();
    const rows = await app.sql<{ accountId: string }>(
      `SELECT account_id FROM reminders WHERE class_id = $1 AND rule = 'leave_waiting'`,
      aClass.id,
    );
    return rows.map(({ accountId }) => accountId);
  };

  it('is leave of the only manager of a class: the office hears of it and finds it on its desk', async () => {
    await ask();
    expect(await remindedOf()).toEqual([office.id]);
    expect(await desk(office)).toContain(toDecide);
    expect((await desk(own)).split('Việc học của tôi')[0]).not.toContain(toDecide);
  });

  it('is left to another manager where there is one', async () => {
    const other = await a.account({ roles: [['class_manager', aClass]] });
    await ask();
    expect(await remindedOf()).toEqual([other.id]);
    expect(await desk(other)).toContain(toDecide);
    expect(await desk(office)).not.toContain(toDecide);
  });

  it('is a scan of theirs that was refused', async () => {
    app.clock.moveTo(momentAt('2026-02-10', '07:40'));
    const hall = await app.as(office).post<{ id: string }>(`/api/v1/half-days/${halfDay.id}/check-in-halls`);
    const code = await app.as(office).get<{ address: string }>(`/api/v1/check-in-halls/${hall.body.id}/code`);
    app.clock.moveTo(momentAt('2026-02-10', '07:50'));
    const token = code.body.address.split('/').at(-1)!;
    expect((await app.as(own).post('/api/v1/check-ins', { token, device: 'phone' })).status).toBe(409);
    expect(await desk(office)).toContain('1 lượt quét bị từ chối cần xem');
    expect(await desk(own)).not.toContain('1 lượt quét bị từ chối cần xem');
  });
});

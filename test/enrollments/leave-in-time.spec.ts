import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltEnrollment, type BuiltHalfDay } from '../builders';

interface Request {
  readonly id: string;
  readonly classId: string;
  readonly state: string;
  readonly code: string;
}

/** Half-days on 10 and 24 February and 3 March; it is the 5th of February. */
describe('leave, as half-days and people change', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let manager: BuiltAccount;
  let course: { id: string };
  let aClass: BuiltClass;
  let first: BuiltHalfDay;
  let last: BuiltHalfDay;
  let third: BuiltHalfDay;
  let enrolled: BuiltEnrollment;
  let cadre: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(momentAt('2026-02-05', '08:00'));
    course = await a.course();
    aClass = await a.trainingClass({ course, state: 'confirmed', opensOn: '2026-02-02', closesOn: '2026-03-31' });
    first = await a.halfDay(aClass, '2026-02-10');
    last = await a.halfDay(aClass, '2026-02-24');
    third = await a.halfDay(aClass, '2026-03-03');
    manager = await a.account({ roles: [['class_manager', aClass]] });
    enrolled = await a.enrollment({ in: aClass });
    cadre = await a.account({ person: enrolled.person });
  });

  const send = (given: object) => app.as(cadre).post<Request>('/api/v1/leave-requests', { reason: 'Giỗ bố', ...given });
  const ask = async (halfDays = [first], given: object = {}) =>
    (await send({ halfDayIds: halfDays.map(({ id }) => id), ...given })).body.id;
  const decide = (id: string, how: string, by = manager) =>
    app.as(by).post<Request>(`/api/v1/leave-requests/${id}/${how}`);
  const allowed = async (halfDays = [first], given: object = {}) => {
    const id = await ask(halfDays, given);
    expect((await decide(id, 'approval')).status).toBe(200);
    return id;
  };
  const stateOf = async (id: string) => (await app.as(cadre).get<Request>(`/api/v1/leave-requests/${id}`)).body.state;
  const move = async (halfDay: BuiltHalfDay, day: string) => {
    const moved = await app.as(office).patch(`/api/v1/half-days/${halfDay.id}`, { day, reason: 'Bão số 3' });
    expect(moved.status).toBe(200);
  };
  const cancel = async (halfDay: BuiltHalfDay) => {
    const done = await app.as(office).post(`/api/v1/half-days/${halfDay.id}/cancellation`, { reason: 'Bão số 3' });
    expect(done.status).toBe(200);
  };
  const markAt = async ({ id }: BuiltHalfDay) =>
    (
      await app.sql<{ mark: string }>(
        `SELECT mark FROM attendance_lines WHERE enrollment_id = $1 AND half_day_id = $2`,
        enrolled.id,
        id,
      )
    )[0]!.mark;

  it('of a period takes in a half-day that had moved into its days and waited to be asked for again', async () => {
    const id = await allowed();
    await move(first, '2026-02-18');
    const period = { from: '2026-02-16', to: '2026-02-20', reason: 'Công tác', kind: 'work' };
    const asked = await app.as(cadre).post<{ items: Request[] }>('/api/v1/leave-periods', period);
    expect(asked.body.items).toMatchObject([{ halfDays: [{ id: first.id }] }]);
    expect(await stateOf(id)).toBe('withdrawn');
    await decide(asked.body.items[0]!.id, 'approval');
    expect(await markAt(first)).toBe('excused');
  });

  it('that was allowed and waits for its paper is not asked for once more', async () => {
    await a.rule(course, 'completion', 'leave_paper', { kinds: ['sick'] });
    await allowed([first], { kind: 'sick' });
    expect((await send({ halfDayIds: [first.id], kind: 'sick' })).body.code).toBe('leave_not_needed');
    expect((await app.as(cadre).get<string>('/leave-requests/new')).text).not.toContain(first.id);
  });

  it('nobody has decided on ends with the half-day it is for, and waits for nobody', async () => {
    const [asked, moved] = [await ask([first]), await allowed([last])];
    await move(last, '2026-02-26');
    for (const halfDay of [first, last]) await cancel(halfDay);
    expect([await stateOf(asked), await stateOf(moved)]).toEqual(['withdrawn', 'withdrawn']);
    expect((await app.as(cadre).get<string>(`/leave-requests/${asked}`)).text).toContain('buổi học đã hủy');
    expect((await decide(moved, 'renewal', cadre)).body.code).toBe('leave_decided');
    expect((await app.as(manager).get<string>('/')).text).not.toContain('/leave-requests?state');
    const written = await app.sql(
      `SELECT action, account_id AS by FROM journal_lines WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`,
      asked,
    );
    expect(written).toEqual([{ action: 'leave.half_day_cancelled', by: office.id }]);
  });

  it('is work of the manager’s desk while something can still be done', async () => {
    const desk = async () => (await app.as(manager).get<string>('/')).text;
    await allowed();
    await move(first, '2026-02-11');
    await ask([last]);
    expect(await desk()).toContain('chờ học viên xin lại');
    app.clock.moveTo(momentAt('2026-02-11', '12:00'));
    expect(await desk()).not.toContain('chờ học viên xin lại');
    expect(await desk()).toContain('/leave-requests?state=asked');
    await aClass.isClosed(app.clock.now());
    expect(await desk()).not.toContain('/leave-requests?state=asked');
  });

  it('for several half-days waits as long as one of them is held, and stays as it was decided', async () => {
    const [both, decided] = [await ask([first, last]), await allowed([third])];
    for (const halfDay of [first, third]) await cancel(halfDay);
    expect([await stateOf(both), await stateOf(decided)]).toEqual(['asked', 'approved']);
    await decide(both, 'approval');
    expect(await markAt(last)).toBe('excused');
  });

  it('excuses again once the scan of another device than theirs was taken back', async () => {
    await allowed();
    app.clock.moveTo(momentAt('2026-02-10', '07:45'));
    await a.insert('check_in_devices', {
      ...{ halfDayId: last.id, personId: enrolled.person.id, device: 'own', standing: 'first' },
      boundAt: app.clock.now(),
    });
    const hall = await app.as(manager).post<{ id: string }>(`/api/v1/half-days/${first.id}/check-in-halls`);
    const code = await app.as(manager).get<{ address: string }>(`/api/v1/check-in-halls/${hall.body.id}/code`);
    const token = code.body.address.split('/').at(-1)!;
    expect((await app.as(cadre).post('/api/v1/check-ins', { token, device: 'borrowed' })).status).toBe(200);
    expect(await markAt(first)).toBe('present');
    const { items } = (await app.as(manager).get<{ items: { id: string }[] }>('/api/v1/other-devices')).body;
    const refusal = { ids: items.map(({ id }) => id), reason: 'Quét hộ' };
    expect((await app.as(manager).post('/api/v1/other-devices/refusal', refusal)).status).toBe(200);
    expect(await markAt(first)).toBe('excused');
  });

  it('is told beside the half-day: on one’s desk, one’s own page and the sheet', async () => {
    const id = await ask();
    const pages = { desk: '/', own: `/enrollments/${enrolled.id}`, sheet: `/half-days/${first.id}/attendance` };
    const texts = async () => ({
      desk: (await app.as(cadre).get<string>(pages.desk)).text,
      own: (await app.as(cadre).get<string>(pages.own)).text,
      sheet: (await app.as(manager).get<string>(pages.sheet)).text,
    });
    for (const text of Object.values(await texts())) expect(text).toContain('Đang xin nghỉ, chờ duyệt');
    await decide(id, 'approval');
    const { desk, own } = await texts();
    for (const text of [desk, own]) expect(text).toContain('Được nghỉ');
    await move(first, '2026-02-11');
    for (const text of Object.values(await texts())) expect(text).toContain('Đơn xin nghỉ là cho giờ cũ');
    // Who may not read requests sees nothing of them.
    const group = await a.groupOfficer();
    expect((await app.as(group).get<string>(pages.sheet)).text).not.toContain('xin nghỉ là');
  });
});

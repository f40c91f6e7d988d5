import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';
import type { Tx } from '../../src/platform/database/database';
import { whileChanged } from './while-marked';

const day = '2026-02-07';
const morning = (time: string) => momentAt(day, time);

/** The half-day begins at 08:00; unless the course says otherwise attendance opens an hour before. */
describe('presence is not taken before its time', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let aClass: BuiltClass;
  let halfDay: { id: string };
  let enrollmentId: string;
  let cadre: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start({ CHECK_IN_CODE_SECONDS: '20' });
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(morning('06:59'));
    aClass = await a.trainingClass({ state: 'confirmed' });
    halfDay = await a.halfDay(aClass, day);
    const { id, person } = await a.enrollment({ in: aClass });
    enrollmentId = id;
    cadre = await a.account({ person });
  });

  const path = () => `/api/v1/half-days/${halfDay.id}/attendance`;
  const mark = (mark = 'present') => app.as(office).put(path(), { entries: [{ enrollmentId, mark }] });
  const markOf = async () =>
    (await app.sql<{ mark: string }>('SELECT mark FROM attendance_lines WHERE enrollment_id = $1', enrollmentId))[0]!
      .mark;
  const tooEarly = { status: 409, body: { code: 'attendance_too_early' } };

  it('is refused on the sheet, at the door and in the hall, saying from when', async () => {
    const refused = await mark();
    expect(refused).toMatchObject(tooEarly);
    expect(refused.body).toMatchObject({ facts: { opensAt: morning('07:00').toISOString() } });
    expect(refused.body['detail']).toContain('07:00 07/02/2026');
    expect(await app.as(office).post(`/api/v1/half-days/${halfDay.id}/check-in-halls`)).toMatchObject(tooEarly);
    const tapped = await app
      .as(office)
      .form(`/half-days/${halfDay.id}/check-ins`, { do: 'in', enrollmentId, direction: 'in' });
    expect(tapped.status).toBe(409);
    expect(tapped.text).toContain('07:00 07/02/2026');
    const saved = await app
      .as(office)
      .form(`/half-days/${halfDay.id}/attendance`, { [`mark.${enrollmentId}`]: 'present' });
    expect(saved.status).toBe(409);
    const shown = await app.as(office).get<string>(`/half-days/${halfDay.id}/attendance`);
    expect(shown.text).toContain('07:00 07/02/2026');
    expect(shown.text).not.toContain('type="radio"');
    expect(await markOf()).toBe('unmarked');
  });

  it('is taken from that minute on', async () => {
    app.clock.moveTo(morning('07:00'));
    expect((await mark()).status).toBe(200);
  });

  it('is not taken of an afternoon in the morning', async () => {
    halfDay = await a.halfDay(aClass, day, { part: 'afternoon' });
    app.clock.moveTo(morning('08:30'));
    expect((await mark()).body['detail']).toContain('12:30 07/02/2026');
  });

  it('begins as the course says, by the form of the course and by the API', async () => {
    const { courseId } = (await app.as(office).get<{ courseId: string }>(`/api/v1/classes/${aClass.id}`)).body;
    expect((await app.as(office).get<string>(`/courses/${courseId}/edit`)).text).toContain(
      'name="attendanceOpensMinutes"',
    );
    const told = await app.as(office).patch(`/api/v1/courses/${courseId}`, { attendanceOpensMinutes: 90 });
    expect(told).toMatchObject({ status: 200, body: { attendanceOpensMinutes: 90 } });
    expect((await app.as(office).patch(`/api/v1/courses/${courseId}`, { attendanceOpensMinutes: -1 })).status).toBe(
      422,
    );
    expect((await mark()).status).toBe(200);
  });

  it('does not hinder a leave that is known before', async () => {
    const asked = await app.as(cadre).post<{ id: string }>('/api/v1/leave-requests', {
      halfDayIds: [halfDay.id],
      reason: 'Việc gia đình',
    });
    expect((await app.as(office).post(`/api/v1/leave-requests/${asked.body.id}/approval`)).status).toBe(200);
    expect(await markOf()).toBe('excused');
  });

  it('holds for a code, too, where the half-day was moved to later after its hall was opened', async () => {
    app.clock.moveTo(morning('07:30'));
    const hall = await app.as(office).post<{ id: string }>(`/api/v1/half-days/${halfDay.id}/check-in-halls`);
    await app.sql(
      `UPDATE half_days SET during = tstzrange($2, $3) WHERE id = $1`,
      halfDay.id,
      morning('09:00'),
      morning('11:30'),
    );
    const code = await app.as(office).get<{ address: string }>(`/api/v1/check-in-halls/${hall.body.id}/code`);
    const scanned = { token: code.body.address.split('/').at(-1)!, device: 'phone' };
    const refused = await app.as(cadre).post('/api/v1/check-ins', scanned);
    expect(refused).toMatchObject(tooEarly);
    expect(refused.body['detail']).toContain('08:00 07/02/2026');
  });

  describe('also where the half-day changes while somebody is marked', () => {
    const aHall = async () =>
      (await app.as(office).post<{ id: string }>(`/api/v1/half-days/${halfDay.id}/check-in-halls`)).body.id;
    const scan = async () => {
      const code = await app.as(office).get<{ address: string }>(`/api/v1/check-in-halls/${await aHall()}/code`);
      const scanned = { token: code.body.address.split('/').at(-1)!, device: 'phone' };
      return () => app.as(cadre).post('/api/v1/check-ins', scanned);
    };
    const isMoved = async (tx: Tx) => {
      for (const table of ['half_days', 'attendance_lines'])
        await tx.execute(
          `UPDATE ${table} SET during = tstzrange($2, $3) WHERE ${table === 'half_days' ? '' : 'half_day_'}id = $1`,
          [...[halfDay.id, momentAt('2026-02-08', '08:00'), momentAt('2026-02-08', '11:30')]],
        );
    };
    const isCancelled = async (tx: Tx) => {
      await tx.execute(`UPDATE half_days SET cancelled_at = now(), cancelled_reason = 'Bão' WHERE id = $1`, [
        halfDay.id,
      ]);
      await tx.execute(`UPDATE attendance_lines SET live = false WHERE half_day_id = $1`, [halfDay.id]);
    };
    beforeEach(() => app.clock.moveTo(morning('07:30')));

    it.each([
      ['on the sheet', async () => () => mark()],
      ['by a code', scan],
    ])('to another day: it is too early then, %s', async (_, begin) => {
      const work = await begin();
      expect(await whileChanged(app, aClass.id, isMoved, work)).toMatchObject(tooEarly);
      expect(await markOf()).toBe('unmarked');
    });

    it.each([
      ['on the sheet', async () => () => mark()],
      ['by a code', scan],
    ])('because it is cancelled: nobody is told that they are not on it, %s', async (_, begin) => {
      const work = await begin();
      const refused = await whileChanged(app, aClass.id, isCancelled, work);
      expect(refused).toMatchObject({ status: 409, body: { code: 'half_day_not_held' } });
      expect(await app.sql('SELECT FROM refused_scans WHERE half_day_id = $1', halfDay.id)).toEqual([]);
    });
  });
});

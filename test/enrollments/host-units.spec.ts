import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltUnit } from '../builders';

const day = '2026-02-07';

describe('the unit that hosts a half-day takes attendance there', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let host: BuiltUnit;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    host = await a.unit();
    secretary = await a.account({ roles: [['unit_secretary', host]] });
  });
  afterAll(() => app.stop());
  beforeEach(() => app.clock.moveTo(momentAt(day, '07:45')));

  const mark = (halfDayId: string, enrollmentId: string, by = secretary) =>
    app.as(by).put(`/api/v1/half-days/${halfDayId}/attendance`, {
      entries: [{ enrollmentId, mark: 'present', direction: 'in' }],
    });
  const markOf = async (enrollmentId: string) =>
    (await app.sql<{ mark: string }>('SELECT mark FROM attendance_lines WHERE enrollment_id = $1', enrollmentId))[0]!
      .mark;
  const namesOn = async (halfDayId: string, by = secretary) => {
    const path = `/api/v1/half-days/${halfDayId}/attendance`;
    return (await app.as(by).get<{ items: { enrollmentId: string }[] }>(path)).body.items.map(
      ({ enrollmentId }) => enrollmentId,
    );
  };

  /** A study with a central site and one at the host's; somebody sits at each. */
  const aStudy = async () => {
    const study = await a.trainingClass({
      state: 'confirmed',
      course: await a.course({ kind: 'study_session', award: 'none' }),
    });
    const halfDay = await a.halfDay(study, day);
    const [central, hosted] = [
      await a.site(study, await a.unit(), { name: 'Hội trường Khối', central: true }),
      await a.site(study, host, { name: 'Bình Điền', central: false }),
    ];
    const here = await a.enrollment({ in: study });
    const there = await a.enrollment({ in: study });
    await study.calls({ id: here.person.unitId }, hosted);
    await study.calls({ id: there.person.unitId }, central);
    return { study, halfDay, here, there };
  };

  describe('at its site of a study', () => {
    it('of those who sit there, by the sheet, by a tap and by the API', async () => {
      const { halfDay, here } = await aStudy();
      expect(await namesOn(halfDay.id)).toEqual([here.id]);
      expect(await mark(halfDay.id, here.id)).toMatchObject({ status: 200, body: { marked: 1 } });
      const sheet = `/half-days/${halfDay.id}/attendance`;
      expect((await app.as(secretary).get<string>(sheet)).text).toContain(`name="mark.${here.id}"`);
      const saved = await app.as(secretary).form(sheet, {
        ...{ [`mark.${here.id}`]: 'unexcused', [`shown.${here.id}`]: 'present', [`reason.${here.id}`]: 'Nhầm người' },
      });
      expect(saved.status).toBe(303);
      expect(await markOf(here.id)).toBe('unexcused');
      const tapped = await app
        .as(secretary)
        .form(`/half-days/${halfDay.id}/check-ins`, { do: 'undo', enrollmentId: here.id, direction: 'in' });
      expect(tapped.status).toBe(303);
      expect(await markOf(here.id)).toBe('unmarked');
      const lines = await app.sql<{ facts: object }>(
        `SELECT facts FROM journal_lines WHERE subject_id = $1 AND action = 'attendance.taken' LIMIT 1`,
        halfDay.id,
      );
      expect(lines[0]!.facts).toMatchObject({ byHost: true });
    });

    it('and of nobody who sits elsewhere', async () => {
      const { halfDay, here, there } = await aStudy();
      expect(await mark(halfDay.id, there.id)).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'entries.0.enrollmentId', code: 'at_another_site' }] },
      });
      await app.as(secretary).form(`/half-days/${halfDay.id}/check-ins/absences`, {});
      expect([await markOf(here.id), await markOf(there.id)]).toEqual(['unexcused', 'unmarked']);
    });

    it('and does nothing else there', async () => {
      const { study, halfDay } = await aStudy();
      const refused = [
        app.as(secretary).post(`/api/v1/half-days/${halfDay.id}/check-in-halls`),
        app.as(secretary).get(`/half-days/${halfDay.id}/check-in-halls`),
        app.as(secretary).get(`/half-days/${halfDay.id}/attendance-workbook`),
        app.as(secretary).get(`/classes/${study.id}/attendance-imports`),
        app.as(secretary).get('/refused-scans'),
      ];
      expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
      const shown = await app.as(secretary).get<string>(`/half-days/${halfDay.id}/attendance`);
      for (const way of ['check-in-halls', 'attendance-print', 'attendance-workbook']) {
        expect(shown.text).not.toContain(`/half-days/${halfDay.id}/${way}`);
      }
    });

    it('not before attendance opens', async () => {
      const { halfDay, here } = await aStudy();
      app.clock.moveTo(momentAt(day, '06:00'));
      expect((await mark(halfDay.id, here.id)).body['code']).toBe('attendance_too_early');
    });

    it('never of themselves', async () => {
      const { study, halfDay } = await aStudy();
      const person = await a.person({ in: host });
      const own = await a.enrollment({ in: study, person });
      await study.calls(
        host,
        (await app.sql<{ id: string }>(`SELECT id FROM sites WHERE class_id = $1 AND NOT central`, study.id))[0]!.id,
      );
      const account = await a.account({ person, roles: [['unit_secretary', host]] });
      expect(await mark(halfDay.id, own.id, account)).toMatchObject({ status: 403, body: { code: 'about_oneself' } });
    });

    it('while the secretary of another unit does not', async () => {
      const { halfDay, here } = await aStudy();
      const other = await a.account({ roles: [['unit_secretary', await a.unit()]] });
      expect((await mark(halfDay.id, here.id, other)).status).toBe(403);
      expect(await namesOn(halfDay.id, other)).toEqual([]);
      expect((await app.as(other).get(`/half-days/${halfDay.id}/check-ins`)).status).toBe(403);
    });
  });

  describe('in a room of its own', () => {
    const aHalfDayIn = async (roomId: string): Promise<{ aClass: BuiltClass; halfDay: { id: string }; id: string }> => {
      const aClass = await a.trainingClass({ state: 'confirmed' });
      const halfDay = await a.halfDay(aClass, day, { roomId });
      const { id } = await a.enrollment({ in: aClass });
      return { aClass, halfDay, id };
    };

    it('of everybody, once the office said whose room it is, and no longer once it is not', async () => {
      const room = await a.room();
      const { halfDay, id } = await aHalfDayIn(room);
      expect((await mark(halfDay.id, id)).status).toBe(403);
      const told = await app.as(office).put(`/api/v1/rooms/${room}/host`, { hostUnitId: host.id });
      expect(told).toMatchObject({ status: 200, body: { hostUnitId: host.id } });
      expect((await mark(halfDay.id, id)).status).toBe(200);
      expect(await namesOn(halfDay.id)).toEqual([id]);
      const ended = await app.as(office).form('/rooms/host', { roomId: room, hostUnitId: '' });
      expect(ended.status).toBe(303);
      expect((await mark(halfDay.id, id)).status).toBe(403);
      const lines = await app.sql(`SELECT action FROM journal_lines WHERE subject_id = $1`, room);
      expect(lines).toEqual([{ action: 'rooms.host_changed' }, { action: 'rooms.host_changed' }]);
    });

    it('which a new room may say, and the list of rooms shows', async () => {
      const room = { name: 'Hội trường đơn vị', address: '1 Trần Phú', capacity: 50, hostUnitId: host.id };
      expect((await app.as(office).post('/api/v1/rooms', room)).body).toMatchObject({ hostUnitId: host.id });
      expect((await app.as(office).get<string>('/rooms')).text).toContain('Đơn vị chủ nhà');
      const nobody = await app.as(office).post('/api/v1/rooms', { ...room, name: 'x', hostUnitId: office.id });
      expect(nobody).toMatchObject({ status: 422, body: { errors: [{ field: 'hostUnitId' }] } });
    });

    it('is named on the desk of its secretary on the day, as a link', async () => {
      const room = await a.room();
      await app.as(office).put(`/api/v1/rooms/${room}/host`, { hostUnitId: host.id });
      const { halfDay } = await aHalfDayIn(room);
      const study = await aStudy();
      const desk = await app.as(secretary).get<string>('/');
      for (const { id } of [halfDay, study.halfDay]) expect(desk.text).toContain(`href="/half-days/${id}/attendance"`);
      app.clock.moveTo(momentAt('2026-02-08', '07:45'));
      expect((await app.as(secretary).get<string>('/')).text).not.toContain(`/half-days/${halfDay.id}/attendance`);
    });
  });
});

import type { ClassItem } from '../../src/classes/classes.queries';
import { ClassesService } from '../../src/classes/classes.service';
import { addDays, momentAt } from '../../src/platform/clock';
import { Database } from '../../src/platform/database/database';
import { startOfSpecs, TestApp } from '../app';
import { Builders, type BuiltAccount } from '../builders';

describe('announcing and confirming a class', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  const call = { callOpensAt: '2026-01-12T08:00:00+07:00', callClosesAt: '2026-01-20T17:00:00+07:00' };

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterEach(() => app.clock.moveTo(startOfSpecs));
  afterAll(() => app.stop());

  const aDraft = () => a.trainingClass({ state: 'draft', announcedAt: null, callOpensAt: null, callClosesAt: null });
  const read = async (id: string) => (await app.as(office).get<ClassItem>(`/api/v1/classes/${id}`)).body;

  it('opens the call by the clock alone, from the first moment of the window up to its last', async () => {
    const { id } = await aDraft();
    const announced = await app.as(office).post<ClassItem>(`/api/v1/classes/${id}/announcement`, call);
    expect(announced.status).toBe(200);
    expect(announced.body).toMatchObject({ state: 'announced', stage: 'call_to_open', callIsOpen: false });

    const at = async (day: string, time: string) => {
      app.clock.moveTo(momentAt(day, time));
      const { stage, callIsOpen } = await read(id);
      return [stage, callIsOpen];
    };
    expect(await at('2026-01-12', '07:59')).toEqual(['call_to_open', false]);
    expect(await at('2026-01-12', '08:00')).toEqual(['call_open', true]);
    expect(await at('2026-01-20', '16:59')).toEqual(['call_open', true]);
    expect(await at('2026-01-20', '17:00')).toEqual(['call_over', false]);
  });

  it.each([
    ['without a window', {}, ['callClosesAt', 'callOpensAt']],
    [
      'with a window that closes before it opens',
      { ...call, callClosesAt: '2026-01-11T08:00:00+07:00' },
      ['callClosesAt'],
    ],
    ['with a window beyond the opening day', { ...call, callClosesAt: '2026-02-08T00:00:00+07:00' }, ['callClosesAt']],
    ['with a moment that says no zone', { ...call, callOpensAt: '2026-01-12 08:00' }, ['callOpensAt']],
  ])('is refused %s', async (_, body, fields) => {
    const { id } = await aDraft();
    const refused = await app
      .as(office)
      .post<{ errors: { field: string }[] }>(`/api/v1/classes/${id}/announcement`, body);
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ field }) => field).toSorted()).toEqual(fields);
    expect((await read(id)).state).toBe('draft');
  });

  it('is refused a second time, saying where the class stands, in both languages', async () => {
    const { id } = await a.trainingClass();
    const again = (language: string) => app.as(office, language).post(`/api/v1/classes/${id}/announcement`, call);
    expect((await again('vi')).body).toMatchObject({
      status: 409,
      code: 'class_cannot_be_announced',
      detail:
        'Lớp đang ở trạng thái "Đã thông báo chiêu sinh". Chỉ lớp đang là bản thảo mới thông báo chiêu sinh được.',
    });
    expect((await again('en')).body).toMatchObject({
      detail: 'The class is in the state "Announced". Only a draft can be announced.',
    });
  });

  it('lets the window be prolonged while the class is announced', async () => {
    const { id } = await a.trainingClass();
    app.clock.moveTo(momentAt('2026-01-25', '08:00'));
    expect((await read(id)).callIsOpen).toBe(false);
    await app.as(office).patch(`/api/v1/classes/${id}`, { callClosesAt: '2026-01-31T17:00:00+07:00' });
    expect((await read(id)).callIsOpen).toBe(true);
  });

  it('confirms by a decision with a number', async () => {
    const { id } = await a.trainingClass();
    const refused = await app.as(office).post(`/api/v1/classes/${id}/confirmation`, { decision: ' ' });
    expect(refused.body).toMatchObject({ status: 422, errors: [{ field: 'decision', code: 'required' }] });
    const confirmed = await app
      .as(office)
      .post<ClassItem>(`/api/v1/classes/${id}/confirmation`, { decision: '25-QĐ/ĐUK' });
    expect(confirmed.body).toMatchObject({ state: 'confirmed', openingDecision: '25-QĐ/ĐUK', callIsOpen: false });
  });

  it('is the office’s alone', async () => {
    const draft = await aDraft();
    const announced = await a.trainingClass();
    const { bloc } = await a.organization();
    const others = [
      await a.account({ roles: [['admin', bloc]] }),
      await a.account({ roles: [['class_manager', announced]] }),
      await a.groupOfficer(),
      await a.secretaryOf(await a.unit()),
      await a.account(),
    ];
    for (const account of others) {
      expect((await app.as(account).post(`/api/v1/classes/${draft.id}/announcement`, call)).status).toBe(403);
      expect(
        (await app.as(account).post(`/api/v1/classes/${announced.id}/confirmation`, { decision: '1' })).status,
      ).toBe(403);
    }
  });

  it('keeps what was typed on the page when it is refused, and unfolds the form', async () => {
    const { id } = await aDraft();
    const page = await app.as(office).get<string>(`/classes/${id}`);
    expect(page.text).toContain('Thông báo chiêu sinh');
    const refused = await app.as(office).form(`/classes/${id}/announcement`, {
      'callOpensAt.day': '12/01/2026',
      'callOpensAt.time': '8h00',
      'callClosesAt.day': '11/1/2026',
      'callClosesAt.time': '17:00',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/name="callClosesAt.day"[^>]*value="11\/1\/2026"/);
    expect(refused.text).toMatch(/name="callOpensAt.time"[^>]*value="8h00"/);
    expect(refused.text).toMatch(/<details class="confirm" open/);
    expect(refused.text).toContain('Hạn chiêu sinh phải sau lúc mở chiêu sinh');
    const done = await app
      .as(office)
      .form(`/classes/${id}/announcement`, { callOpensAt: '2026-01-12T08:00', callClosesAt: '2026-01-20T17:00' });
    expect(done.status).toBe(303);
    expect(await read(id)).toMatchObject({
      callOpensAt: '2026-01-12T01:00:00.000Z',
      callClosesAt: '2026-01-20T10:00:00.000Z',
    });
  });

  it('warns before the call of a class nobody knows the days or the seats of', async () => {
    const { id } = await aDraft();
    await app.sql('UPDATE classes SET pool_open = false WHERE id = $1', id);
    const shown = async () => (await app.as(office).get<string>(`/classes/${id}`)).text;
    const warnings = [/Lớp chưa có buổi học nào: đơn vị/, /Chưa đơn vị nào có chỉ tiêu và nguồn chung/];
    const before = await shown();
    for (const warning of warnings) expect(before).toMatch(warning);
    await a.halfDay({ id }, '2026-03-07');
    await app.sql('UPDATE seats SET unit_id = $2 WHERE class_id = $1 AND number = 1', id, (await a.unit()).id);
    const after = await shown();
    for (const warning of warnings) expect(after).not.toMatch(warning);
    expect(after).toContain('đã có 1 buổi.');
  });

  it('always says what comes next, and leads there', async () => {
    const { id } = await aDraft();
    await a.halfDay({ id }, '2026-03-07');
    const next = async () => {
      const { text } = await app.as(office).get<string>(`/classes/${id}`);
      const [, notice] = /Việc tiếp theo<\/p>(.*?)<\/div>/s.exec(text)!;
      return [...notice!.matchAll(/href="\/classes\/[^/]+\/(\w+)"/g)].map(([, part]) => part);
    };
    expect(await next()).toEqual(['timetable', 'seats']);
    await app.as(office).post(`/api/v1/classes/${id}/announcement`, call);
    const at = async (day: string, time: string, part: string) => {
      app.clock.moveTo(momentAt(day, time));
      expect(await next()).toEqual([part]);
    };
    await at('2026-01-11', '08:00', 'seats');
    await at('2026-01-12', '08:00', 'nominations');
    await at('2026-01-21', '08:00', 'nominations');
    await app.as(office).post(`/api/v1/classes/${id}/confirmation`, { decision: '25-QĐ/ĐUK' });
    const { opensOn, closesOn } = await read(id);
    await at('2026-01-22', '08:00', 'printouts');
    await at(opensOn, '08:00', 'attendance');
    await at(addDays(closesOn, 1), '08:00', 'completion');
  });

  it('leads the office to the registrations of a study session, which has neither seats nor nominations', async () => {
    const { id } = await a.trainingClass({ course: await a.course({ kind: 'study_session' }) });
    for (const [day, time] of [
      ['2026-01-05', '08:00'],
      ['2026-01-21', '08:00'],
    ] as const) {
      app.clock.moveTo(momentAt(day, time));
      const { text } = await app.as(office).get<string>(`/classes/${id}`);
      const [, notice] = /Việc tiếp theo<\/p>(.*?)<\/div>/s.exec(text)!;
      expect(notice).toContain(`href="/classes/${id}/study"`);
      expect(notice).not.toContain('/nominations');
    }
  });

  describe('for the features above', () => {
    const inTransaction = (work: (service: ClassesService) => (tx: never) => Promise<void>) =>
      app.get(Database).inTransaction((tx) => work(app.get(ClassesService))(tx as never));

    it('cancels a class with its reason and frees the rooms of the half-days to come', async () => {
      const actor = await app.actor(office.id);
      const room = await a.room('Hội trường hủy', 'Q1', 50);
      const { id } = await a.trainingClass();
      await a.halfDay({ id }, '2026-01-04', { roomId: room });
      await a.halfDay({ id }, '2026-02-08', { roomId: room });
      await inTransaction((service) => (tx) => service.cancelWith(tx, actor, id, 'Không đủ học viên'));
      expect(await read(id)).toMatchObject({
        state: 'cancelled',
        cancelledReason: 'Không đủ học viên',
        halfDayCount: 1,
      });
      const other = await a.trainingClass();
      await expect(a.halfDay(other, '2026-02-08', { roomId: room })).resolves.toBeDefined();
    });

    it('closes a confirmed class, and no other', async () => {
      const actor = await app.actor(office.id);
      const { id } = await a.trainingClass();
      const close = () => inTransaction((service) => (tx) => service.closeWith(tx, actor, id));
      await expect(close()).rejects.toMatchObject({ code: 'class_cannot_be_closed' });
      await app.as(office).post(`/api/v1/classes/${id}/confirmation`, { decision: '1-QĐ' });
      await close();
      expect((await read(id)).state).toBe('closed');
    });
  });
});

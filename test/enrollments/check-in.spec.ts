import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';
import { whileMarked } from './while-marked';

const day = '2026-02-07';
const morning = (time: string) => momentAt(day, time);
const later = (moment: Date, seconds: number) => new Date(moment.getTime() + seconds * 1000);

describe('checking in by the code in the hall', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let aClass: BuiltClass;
  let halfDay: { id: string };
  let manager: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start({ CHECK_IN_CODE_SECONDS: '20', CHECK_IN_OFFLINE_HOURS: '6' });
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(morning('07:40'));
    aClass = await a.trainingClass({ state: 'confirmed' });
    halfDay = await a.halfDay(aClass, day);
    manager = await a.account({ roles: [['class_manager', aClass]] });
  });

  const aCadre = async (inClass = aClass) => {
    const { id, person } = await a.enrollment({ in: inClass });
    return { enrollmentId: id, person, account: await a.account({ person }) };
  };
  const openHall = async (siteId?: string, of = halfDay) =>
    (await app.as(office).post<{ id: string }>(`/api/v1/half-days/${of.id}/check-in-halls`, { siteId })).body.id;
  const codeOf = async (hallId: string, direction = 'in') => {
    const path = `/api/v1/check-in-halls/${hallId}/code?direction=${direction}`;
    return (await app.as(office).get<{ address: string }>(path)).body.address.split('/').at(-1)!;
  };
  const checkIn = (account: BuiltAccount, token: string, device: string, scannedAt?: Date) =>
    app
      .as(account)
      .post('/api/v1/check-ins', { token, device, ...(scannedAt && { scannedAt: scannedAt.toISOString() }) });
  const trailOf = async (enrollmentId: string) =>
    (
      await app
        .as(office)
        .get<{ items: Record<string, unknown>[] }>(`/api/v1/half-days/${halfDay.id}/attendance/${enrollmentId}`)
    ).body.items;

  it('marks who scans present, notes who leaves, and adds a line for each', async () => {
    const hall = await openHall();
    const { account, enrollmentId } = await aCadre();
    expect(await checkIn(account, await codeOf(hall), 'phone')).toMatchObject({
      status: 200,
      body: { direction: 'in', isRepeated: false },
    });
    expect((await checkIn(account, await codeOf(hall), 'phone')).body).toMatchObject({ isRepeated: true });

    app.clock.moveTo(morning('11:25'));
    expect((await checkIn(account, await codeOf(hall, 'out'), 'phone')).status).toBe(200);
    expect(await trailOf(enrollmentId)).toMatchObject([
      {
        mark: 'present',
        direction: 'out',
        source: 'qr',
        scannedAt: morning('11:25').toISOString(),
        scanToldLater: false,
      },
      { mark: 'present', direction: 'in', source: 'qr', scannedAt: morning('07:40').toISOString() },
    ]);
    const sheet = await app.as(manager).get<{ items: object[] }>(`/api/v1/half-days/${halfDay.id}/attendance`);
    expect(sheet.body.items).toMatchObject([
      { inAt: morning('07:40').toISOString(), outAt: morning('11:25').toISOString(), toldLater: false },
    ]);
  });

  it('leaves everybody unmarked until somebody or something marked them', async () => {
    await openHall();
    await aCadre();
    const sheet = await app.as(manager).get<{ items: object[] }>(`/api/v1/half-days/${halfDay.id}/attendance`);
    expect(sheet.body.items).toMatchObject([{ mark: 'unmarked', inAt: null }]);
  });

  it('refuses a code that has run out, one that was made up, and one of a closed hall', async () => {
    const hall = await openHall();
    const { account } = await aCadre();
    const photo = await codeOf(hall);
    app.clock.moveTo(later(morning('07:40'), 45));
    const stale = await checkIn(account, photo, 'phone');
    expect(stale).toMatchObject({ status: 409, body: { code: 'check_in_code_stale' } });
    expect(stale.body['detail']).toContain('20 giây');
    expect((await checkIn(account, `${photo.slice(0, -4)}aaaa`, 'phone')).body['code']).toBe(
      'check_in_code_unreadable',
    );

    const fresh = await codeOf(hall);
    await app.as(office).post(`/api/v1/check-in-halls/${hall}/closing`);
    app.clock.moveTo(later(morning('07:40'), 50));
    expect((await checkIn(account, fresh, 'phone')).body['code']).toBe('check_in_hall_closed');
    expect((await app.as(office).get(`/api/v1/check-in-halls/${hall}/code`)).body['code']).toBe('check_in_hall_closed');
  });

  it('takes one person from a device; by hand goes on', async () => {
    const hall = await openHall();
    const [one, two] = [await aCadre(), await aCadre()];
    await checkIn(one.account, await codeOf(hall), 'phone of one');
    expect((await checkIn(two.account, await codeOf(hall), 'phone of one')).body['code']).toBe(
      'check_in_device_of_another',
    );
    expect(await trailOf(two.enrollmentId)).toEqual([]);
    const byHand = await app.as(manager).put(`/api/v1/half-days/${halfDay.id}/attendance`, {
      entries: [{ enrollmentId: two.enrollmentId, mark: 'present', direction: 'in' }],
    });
    expect(byHand.body).toMatchObject({ marked: 1 });
  });

  it('lets only one of two people who race with one phone in', async () => {
    const token = await codeOf(await openHall());
    const racers = await Promise.all([1, 2, 3, 4].map(() => aCadre()));
    const answers = await Promise.all(racers.map(({ account }) => checkIn(account, token, 'shared')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  });

  it('is for those on the sheet, at their own site', async () => {
    const unit = await a.unit();
    const site = (name: string, central: boolean) => a.site(aClass, unit, { name, central });
    const [own, other] = [await site('Hội trường Khối', true), await site('Bình Điền', false)];
    const { account, person } = await aCadre();
    await aClass.calls({ id: person.unitId }, own);
    const wrong = await checkIn(account, await codeOf(await openHall(other)), 'phone');
    expect(wrong).toMatchObject({ status: 409, body: { code: 'check_in_wrong_site' } });
    expect(wrong.body['detail']).toMatch(/Bình Điền.*Hội trường Khối/);
    expect((await checkIn(account, await codeOf(await openHall(own)), 'phone')).status).toBe(200);
    expect((await app.as(office).post(`/api/v1/half-days/${halfDay.id}/check-in-halls`)).status).toBe(422);

    const stranger = await aCadre(await a.trainingClass());
    const token = await codeOf(await openHall(own));
    expect((await checkIn(stranger.account, token, 'p2')).body['code']).toBe('check_in_not_enrolled');
    expect((await checkIn(manager, token, 'p3')).body['code']).toBe('check_in_not_enrolled');
  });

  it('keeps when a scan was made without a network and when it came, and shows it to the class manager', async () => {
    const hall = await openHall();
    const { account, enrollmentId } = await aCadre();
    const token = await codeOf(hall);
    app.clock.moveTo(morning('09:30'));
    expect((await checkIn(account, token, 'phone', morning('07:40'))).status).toBe(200);
    expect(await trailOf(enrollmentId)).toMatchObject([
      {
        scannedAt: morning('07:40').toISOString(),
        markedAt: morning('09:30').toISOString(),
        scanToldLater: true,
      },
    ]);
    const late = await app
      .as(manager)
      .get<{ items: object[] }>(`/api/v1/half-days/${halfDay.id}/attendance-trail?toldLater=true`);
    expect(late.body.items).toHaveLength(1);
    const page = await app.as(manager).get<string>(`/half-days/${halfDay.id}/check-ins`);
    expect(page.text).toContain('Quét khi mất mạng');
  });

  it('takes no scan told too late', async () => {
    const hall = await openHall();
    const { account } = await aCadre();
    const token = await codeOf(hall);
    app.clock.moveTo(morning('13:45'));
    expect((await checkIn(account, token, 'phone', morning('07:40'))).body['code']).toBe('check_in_scan_run_out');
  });

  it('does not overrule who was marked absent, and has nobody go out who never came', async () => {
    const hall = await openHall();
    const [absent, never] = [await aCadre(), await aCadre()];
    await app.as(manager).put(`/api/v1/half-days/${halfDay.id}/attendance`, {
      entries: [{ enrollmentId: absent.enrollmentId, mark: 'unexcused' }],
    });
    expect((await checkIn(absent.account, await codeOf(hall), 'p1')).body['code']).toBe('check_in_marked_absent');
    expect((await checkIn(never.account, await codeOf(hall, 'out'), 'p2')).body['code']).toBe('check_in_not_in');
  });

  it('is shown only by those who run the class, on the day itself', async () => {
    const hall = await openHall();
    const { account } = await aCadre();
    const stranger = await a.account({ roles: [['class_manager', await a.trainingClass()]] });
    expect((await app.as(account).get(`/api/v1/check-in-halls/${hall}/code`)).status).toBe(403);
    expect((await app.as(stranger).get(`/api/v1/check-in-halls/${hall}/code`)).status).toBe(404);
    const shown = await app.as(manager).get<string>(`/check-in-halls/${hall}`);
    expect(shown.text).toMatch(/<svg class="hall-qr"/);
    app.clock.moveTo(momentAt('2026-02-08', '07:40'));
    expect((await app.as(office).post(`/api/v1/half-days/${halfDay.id}/check-in-halls`)).body['code']).toBe(
      'check_in_hall_closed',
    );
  });

  it('keeps the moment of the scan through the sign-in, for the phone that scanned', async () => {
    const hall = await openHall();
    const { account, enrollmentId } = await aCadre();
    const scanned = await app.as(null).get(`/check-in/${await codeOf(hall)}`);
    const device = /device=([^;]+)/.exec(scanned.headers.get('set-cookie')!)![0];
    const next = scanned.headers.get('location')!;
    expect(next).toMatch(/^\/check-in\/scans\//);
    // The scan stays in its own address: signing in happens there.
    const asked = await app.as(null).with({ cookie: device }).get<string>(next);
    expect(asked.status).toBe(401);
    expect(asked.text).toContain(`name="next" value="${next}"`);

    app.clock.moveTo(morning('07:43'));
    const phone = app.as(account).with({ cookie: device });
    expect((await phone.get<string>(next)).text).toContain('07:40 07/02/2026');
    const onAnother = await app.as(account).with({ cookie: 'device=another' }).form(next, {});
    expect(onAnother.status).toBe(422);
    expect((await phone.form(next, {})).status).toBe(303);
    expect(await trailOf(enrollmentId)).toMatchObject([{ direction: 'in', scannedAt: morning('07:40').toISOString() }]);
  });

  it('has a page that a phone keeps for when there is no network, naming nobody', async () => {
    const { account } = await aCadre();
    expect((await app.as(null).get<string>('/check-in/offline')).text).toContain('data-keeps-scan');
    expect((await app.as(account).get<string>('/check-in')).text).toContain('data-keeps-worker');
    const worker = await app.as(null).get<string>('/check-in/worker.js');
    expect(worker.headers.get('content-type')).toContain('javascript');
  });

  it('by hand is one tap per person: marks, takes back with a line of its own, notes the going out and the rest as absent', async () => {
    const path = `/half-days/${halfDay.id}/check-ins`;
    const ids = [(await aCadre()).enrollmentId, (await aCadre()).enrollmentId, (await aCadre()).enrollmentId];
    const tap = (what: string, id = ids[0]!, direction = 'in') =>
      app.as(manager).form(path, { do: what, enrollmentId: id, direction });
    const line = async (id = ids[0]!) =>
      (
        await app.sql<{ mark: string; out: boolean }>(
          'SELECT mark, out_at IS NOT NULL AS out FROM attendance_lines WHERE enrollment_id = $1',
          id,
        )
      )[0];
    expect((await tap('in')).headers.get('location')).toBe(`${path}?direction=in#person-${ids[0]}`);
    await tap('out', ids[0], 'out');
    expect(await line()).toEqual({ mark: 'present', out: true });
    await tap('undo_out', ids[0], 'out');
    expect(await line()).toEqual({ mark: 'present', out: false });
    await tap('undo');
    expect(await line()).toEqual({ mark: 'unmarked', out: false });
    const trail = await app.sql(
      'SELECT m.mark, direction, reason IS NOT NULL AS told FROM attendance_marks m JOIN attendance_lines l ON l.id = line_id WHERE half_day_id = $1 ORDER BY m.id',
      halfDay.id,
    );
    expect(trail).toEqual([
      { mark: 'present', direction: 'in', told: false },
      { mark: 'present', direction: 'out', told: false },
      { mark: 'present', direction: 'in', told: true },
      { mark: 'unmarked', direction: null, told: true },
    ]);

    const part = await app.as(manager).with({ 'hx-request': 'true' }).form(path, { do: 'in', enrollmentId: ids[1]! });
    expect(part.text).toMatch(/^<li class="tap-row"/);
    expect(part.text).toContain('hx-swap-oob');
    expect(part.text).not.toContain('<html');

    expect((await app.as(manager).get<string>(path)).text).toContain('Ghi vắng 2 người còn lại');
    await app.as(manager).form(`${path}/absences`, {});
    expect([await line(ids[0]), await line(ids[1]), await line(ids[2])].map((one) => one!.mark)).toEqual([
      'unexcused',
      'present',
      'unexcused',
    ]);
  });

  it('marks the rest absent without stumbling over who comes in at that moment', async () => {
    const [late, absent] = [(await aCadre()).enrollmentId, (await aCadre()).enrollmentId];
    const answer = await whileMarked(app, late, () =>
      app.as(manager).form(`/half-days/${halfDay.id}/check-ins/absences`, {}),
    );
    expect(answer.status).toBe(303);
    const marks = await app.sql<{ mark: string; id: string }>(
      'SELECT enrollment_id AS id, mark FROM attendance_lines WHERE half_day_id = $1',
      halfDay.id,
    );
    expect(Object.fromEntries(marks.map(({ id, mark }) => [id, mark]))).toEqual({
      [late]: 'present',
      [absent]: 'unexcused',
    });
  });
});

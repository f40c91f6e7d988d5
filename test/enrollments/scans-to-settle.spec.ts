import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';

const day = '2026-02-07';
const morning = (time: string) => momentAt(day, time);
const later = (moment: Date, seconds: number) => new Date(moment.getTime() + seconds * 1000);

interface Listed {
  readonly items: readonly (Record<string, unknown> & { readonly id: string })[];
}

/** The half-day is from 08:00 to 11:30. */
describe('what a code does not take, or only for now', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let manager: BuiltAccount;
  let aClass: BuiltClass;
  let halfDay: { id: string };
  let hall: string;

  beforeAll(async () => {
    app = await TestApp.start({ CHECK_IN_CODE_SECONDS: '20', CHECK_IN_OFFLINE_HOURS: '6' });
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(morning('07:40'));
    aClass = await a.trainingClass({ state: 'confirmed' });
    manager = await a.account({ roles: [['class_manager', aClass]] });
    halfDay = await a.halfDay(aClass, day);
    hall = await openHall();
  });

  const openHall = async (of = halfDay) =>
    (await app.as(office).post<{ id: string }>(`/api/v1/half-days/${of.id}/check-in-halls`)).body.id;
  const aCadre = async (inClass = aClass) => {
    const { id, person } = await a.enrollment({ in: inClass });
    return { enrollmentId: id, person, account: await a.account({ person }) };
  };
  const codeOf = async (direction: 'in' | 'out' = 'in', of = hall) => {
    const path = `/api/v1/check-in-halls/${of}/code?direction=${direction}`;
    return (await app.as(office).get<{ address: string }>(path)).body.address.split('/').at(-1)!;
  };
  const checkIn = (account: BuiltAccount, token: string, device: string, told?: Date) =>
    app.as(account).post('/api/v1/check-ins', { token, device, ...(told && { scannedAt: told.toISOString() }) });
  const refused = async (query = '', by = manager) =>
    (await app.as(by).get<Listed>(`/api/v1/refused-scans?halfDayId=${halfDay.id}${query}`)).body.items;
  const devices = async (query = '') =>
    (await app.as(manager).get<Listed>(`/api/v1/other-devices?halfDayId=${halfDay.id}${query}`)).body.items;
  const idsOf = (items: Listed['items']) => items.map(({ id }) => id);
  const rowOf = async (enrollmentId: string) =>
    (await app.as(manager).get<Listed>(`/api/v1/half-days/${halfDay.id}/attendance`)).body.items.find(
      (row) => row['enrollmentId'] === enrollmentId,
    )!;
  const trailOf = async (enrollmentId: string) =>
    (await app.as(manager).get<Listed>(`/api/v1/half-days/${halfDay.id}/attendance/${enrollmentId}`)).body.items;
  const journaled = (action: string) =>
    app.sql(`SELECT facts, reason FROM journal_lines WHERE subject_id = $1 AND action = $2`, halfDay.id, action);

  describe('a scan that is refused', () => {
    /** Scans a photo of the code a minute later, twice. */
    const scansLate = async (one: { account: BuiltAccount }) => {
      const photo = await codeOf();
      app.clock.moveTo(later(app.clock.now(), 60));
      const twice = [await checkIn(one.account, photo, 'phone'), await checkIn(one.account, photo, 'phone')];
      expect(twice.map(({ status }) => status)).toEqual([409, 409]);
    };

    it('is kept for the class manager with who, when and why, once for what is tried again', async () => {
      const one = await aCadre();
      await scansLate(one);
      expect(await refused()).toMatchObject([
        {
          ...{ fullName: one.person.fullName, why: 'check_in_code_stale', direction: 'in', times: 2, state: 'waiting' },
          ...{ enrollmentId: one.enrollmentId, halfDayId: halfDay.id },
        },
      ]);
      expect(await journaled('attendance.scan_refused')).toEqual([
        { facts: { why: 'check_in_code_stale' }, reason: null },
      ]);
      const page = await app.as(manager).get<string>('/refused-scans');
      expect(page.text).toContain(one.person.fullName);
      expect(page.text).toContain('Mã đã hết hạn');
    });

    it('is counted on the desk of the manager and on the sheet, as a link', async () => {
      await scansLate(await aCadre());
      for (const path of ['/', `/half-days/${halfDay.id}/attendance`]) {
        const shown = await app.as(manager).get<string>(path);
        expect(shown.text).toMatch(/href="\/refused-scans[^"]*">1 lượt quét bị từ chối cần xem/);
      }
    });

    it('names each reason: a made-up code, a closed hall, not on the sheet, the phone of another', async () => {
      const [one, two, three] = [await aCadre(), await aCadre(), await aCadre()];
      const stranger = await aCadre(await a.trainingClass());
      const code = await codeOf();
      await checkIn(one.account, code, 'phone of one');
      await checkIn(two.account, code, 'phone of one');
      await checkIn(three.account, `${code.slice(0, -4)}aaaa`, 'phone of three');
      await checkIn(stranger.account, code, 'phone of a stranger');
      await app.as(office).post(`/api/v1/check-in-halls/${hall}/closing`);
      app.clock.moveTo(later(app.clock.now(), 5));
      await checkIn(two.account, code, 'phone of two');
      expect((await refused()).map(({ why }) => why).toSorted()).toEqual([
        'check_in_code_unreadable',
        'check_in_device_of_another',
        'check_in_hall_closed',
        'check_in_not_enrolled',
      ]);
      expect(await refused('&why=check_in_not_enrolled')).toMatchObject([
        { fullName: stranger.person.fullName, enrollmentId: null },
      ]);
    });

    it('waits no longer once the person was let in after all', async () => {
      const one = await aCadre();
      await scansLate(one);
      await checkIn(one.account, await codeOf(), 'phone');
      expect(await refused('&state=waiting')).toEqual([]);
      expect(await refused()).toMatchObject([{ state: 'overtaken' }]);
    });

    it('is taken as present from its moment, with a reason, many at once', async () => {
      const [one, two] = [await aCadre(), await aCadre()];
      await scansLate(one);
      await scansLate(two);
      const ids = idsOf(await refused());
      app.clock.moveTo(morning('09:00'));
      const without = await app.as(manager).post('/api/v1/refused-scans/acceptance', { ids });
      expect(without).toMatchObject({ status: 422, body: { errors: [{ field: 'reason' }] } });
      const taken = await app.as(manager).post('/api/v1/refused-scans/acceptance', { ids, reason: 'Máy chiếu treo' });
      expect(taken).toMatchObject({ status: 200, body: { settled: 2, refused: 0 } });
      expect(await rowOf(one.enrollmentId)).toMatchObject({
        ...{ mark: 'present', inAt: morning('07:41').toISOString(), reason: 'Máy chiếu treo' },
      });
      expect((await refused()).map(({ state }) => state)).toEqual(['taken', 'taken']);
      expect(await journaled('attendance.scans_taken')).toEqual([{ facts: { scans: 2 }, reason: 'Máy chiếu treo' }]);
      const again = await app.as(manager).post('/api/v1/refused-scans/acceptance', { ids, reason: 'Lần nữa' });
      expect(again).toMatchObject({ status: 409, body: { code: 'check_ins_settled_already' } });
    });

    it('is dismissed without a word, by the same form, which keeps what was ticked when it is refused', async () => {
      const one = await aCadre();
      await scansLate(one);
      const [id] = idsOf(await refused());
      const lacking = await app.as(manager).form('/refused-scans', { ids: id!, do: 'take', reason: '' });
      expect(lacking.status).toBe(422);
      expect(lacking.text).toMatch(new RegExp(`value="${id}"[^>]* checked`));
      const done = await app.as(manager).form('/refused-scans', { ids: id!, do: 'dismiss', reason: '' });
      expect(done).toMatchObject({ status: 303 });
      expect(await refused()).toMatchObject([{ state: 'dismissed' }]);
      expect(await rowOf(one.enrollmentId)).toMatchObject({ mark: 'unmarked' });
    });

    it('of somebody not on the sheet says what to do first', async () => {
      const stranger = await aCadre(await a.trainingClass());
      await checkIn(stranger.account, await codeOf(), 'phone');
      const ids = idsOf(await refused());
      const no = await app.as(manager).post('/api/v1/refused-scans/acceptance', { ids, reason: 'Học bù' });
      expect(no).toMatchObject({ status: 409, body: { code: 'check_in_of_nobody_on_sheet' } });
      expect(no.body['detail']).toContain(stranger.person.fullName);
    });

    it('is for those who run the class', async () => {
      await scansLate(await aCadre());
      const other = await a.account({ roles: [['class_manager', await a.trainingClass()]] });
      expect(await refused('', other)).toEqual([]);
      const ids = idsOf(await refused());
      const no = await app.as(other).post('/api/v1/refused-scans/acceptance', { ids, reason: 'Có mặt' });
      expect(no.status).toBe(404);
      expect(await refused('', office)).toHaveLength(1);
    });
  });

  describe('another device than before', () => {
    const byAnother = async (one?: Awaited<ReturnType<typeof aCadre>>) => {
      const cadre = one ?? (await aCadre());
      await checkIn(cadre.account, await codeOf(), `phone of ${cadre.enrollmentId}`);
      app.clock.moveTo(morning('11:25'));
      return { ...cadre, answer: await checkIn(cadre.account, await codeOf('out'), `tablet of ${cadre.enrollmentId}`) };
    };

    it('is taken for now, said so on the phone, on the line and in the trail', async () => {
      const { answer, enrollmentId, person, account } = await byAnother();
      expect(answer).toMatchObject({ status: 200, body: { direction: 'out', isProvisional: true } });
      expect(await rowOf(enrollmentId)).toMatchObject({ mark: 'present', otherDevice: 'provisional' });
      expect(await trailOf(enrollmentId)).toMatchObject([
        { direction: 'out', otherDevice: true },
        { direction: 'in', otherDevice: false },
      ]);
      expect(await devices()).toMatchObject([{ fullName: person.fullName, standing: 'provisional' }]);
      const trail = await app.as(manager).get<string>(`/half-days/${halfDay.id}/attendance/${enrollmentId}`);
      expect(trail.text).toContain('bằng thiết bị khác với lần trước');
      expect((await app.as(account).get<string>('/check-in')).text).toContain('Thiết bị khác lần trước, chờ xác nhận');
      expect((await app.as(manager).get<string>('/')).text).toContain('1 lượt điểm danh bằng thiết bị khác');
    });

    it('says so to who scanned, by the page of the phone', async () => {
      const { account } = await aCadre();
      await checkIn(account, await codeOf(), 'phone');
      app.clock.moveTo(morning('11:25'));
      const tablet = app.as(account).with({ cookie: 'device=tablet' });
      const scanned = await tablet.get(`/check-in/${await codeOf('out')}`);
      const done = await tablet.form(scanned.headers.get('location')!, {});
      const flash = /flash=([^;]+)/.exec(done.headers.get('set-cookie')!)![1]!;
      expect(Buffer.from(flash, 'base64url').toString()).toContain('khác với lần trước');
    });

    it('holds from one half-day of the class to the next, and is known once it was accepted', async () => {
      const second = await a.halfDay(aClass, day, { part: 'afternoon' });
      const third = await a.halfDay(aClass, day, { part: 'evening' });
      const { account } = await aCadre();
      await checkIn(account, await codeOf(), 'phone');
      app.clock.moveTo(morning('13:10'));
      const there = await openHall(second);
      expect((await checkIn(account, await codeOf('in', there), 'new phone')).body).toMatchObject({
        isProvisional: true,
      });
      const waiting = (await app.as(manager).get<Listed>(`/api/v1/other-devices?classId=${aClass.id}`)).body.items;
      await app.as(manager).post('/api/v1/other-devices/acceptance', { ids: idsOf(waiting) });
      app.clock.moveTo(morning('17:40'));
      const last = await openHall(third);
      expect((await checkIn(account, await codeOf('in', last), 'new phone')).body).toMatchObject({
        isProvisional: false,
      });
    });

    it('is accepted for many at once, and stays marked', async () => {
      const one = await byAnother();
      app.clock.moveTo(morning('07:40'));
      const two = await byAnother();
      const shown = await app.as(manager).get<string>(`/other-devices?halfDayId=${halfDay.id}`);
      expect(shown.text).toContain('Chấp nhận cả 2 người');
      const ids = idsOf(await devices());
      const done = await app
        .as(manager)
        .form(`/other-devices?halfDayId=${halfDay.id}`, { shown: ids, do: 'accept_all' });
      expect(done.status).toBe(303);
      for (const { enrollmentId } of [one, two]) {
        expect(await rowOf(enrollmentId)).toMatchObject({ mark: 'present', otherDevice: 'accepted' });
        expect((await trailOf(enrollmentId))[0]).toMatchObject({ reason: 'Chấp nhận điểm danh bằng thiết bị khác' });
      }
      expect(await journaled('attendance.devices_accepted')).toEqual([{ facts: { people: 2 }, reason: null }]);
      const sheet = await app.as(manager).get<string>(`/half-days/${halfDay.id}/attendance`);
      expect(sheet.text).toContain('Thiết bị khác, đã chấp nhận');
    });

    it('is refused with a reason, which takes back what was scanned by it', async () => {
      const second = await a.halfDay(aClass, day, { part: 'afternoon' });
      const { enrollmentId, account } = await byAnother();
      const ids = idsOf(await devices());
      const lacking = await app.as(manager).post('/api/v1/other-devices/refusal', { ids });
      expect(lacking).toMatchObject({ status: 422, body: { errors: [{ field: 'reason' }] } });
      await app.as(manager).post('/api/v1/other-devices/refusal', { ids, reason: 'Quét hộ' });
      expect(await rowOf(enrollmentId)).toMatchObject({ mark: 'present', outAt: null, otherDevice: 'refused' });
      const again = await checkIn(account, await codeOf('out'), `tablet of ${enrollmentId}`);
      expect(again).toMatchObject({ status: 409, body: { code: 'check_in_second_device' } });

      app.clock.moveTo(morning('13:10'));
      halfDay = second;
      hall = await openHall();
      await checkIn(account, await codeOf(), 'a friend’s');
      await app.as(manager).post('/api/v1/other-devices/refusal', { ids: idsOf(await devices()), reason: 'Quét hộ' });
      expect(await rowOf(enrollmentId)).toMatchObject({ mark: 'unmarked', inAt: null, reason: 'Quét hộ' });
      expect(await journaled('attendance.devices_refused')).toEqual([{ facts: { people: 1 }, reason: 'Quét hộ' }]);
    });

    it('leaves alone what somebody marked by hand since', async () => {
      const second = await a.halfDay(aClass, day, { part: 'afternoon' });
      const { account, enrollmentId } = await aCadre();
      await checkIn(account, await codeOf(), 'phone');
      halfDay = second;
      app.clock.moveTo(morning('13:10'));
      hall = await openHall();
      await checkIn(account, await codeOf(), 'tablet');
      const byHand = (mark: string) =>
        app.as(manager).put(`/api/v1/half-days/${halfDay.id}/attendance`, {
          entries: [{ enrollmentId, mark, reason: 'Kiểm tra', ...(mark === 'present' && { direction: 'in' }) }],
        });
      await byHand('unmarked');
      await byHand('present');
      await app.as(manager).post('/api/v1/other-devices/refusal', { ids: idsOf(await devices()), reason: 'Máy lạ' });
      expect(await rowOf(enrollmentId)).toMatchObject({ mark: 'present' });
    });
  });

  describe('who comes and leaves within minutes', () => {
    const comesAndLeaves = async (left: string) => {
      const one = await aCadre();
      await checkIn(one.account, await codeOf(), `phone of ${one.enrollmentId}`);
      app.clock.moveTo(morning(left));
      await checkIn(one.account, await codeOf('out'), `phone of ${one.enrollmentId}`);
      app.clock.moveTo(morning('07:40'));
      return one;
    };

    it('is shown to the class manager, and stays present', async () => {
      const [short, whole] = [await comesAndLeaves('07:44'), await comesAndLeaves('11:25')];
      expect(await rowOf(short.enrollmentId)).toMatchObject({ shortStay: true, mark: 'present' });
      expect(await rowOf(whole.enrollmentId)).toMatchObject({ shortStay: false });
      for (const path of ['attendance', 'check-ins']) {
        const shown = await app.as(manager).get<string>(`/half-days/${halfDay.id}/${path}`);
        expect(shown.text).toContain('Vào rồi ra sau 4 phút');
        expect(shown.text).toContain('Vào rồi ra sớm: 1');
      }
    });

    it('is not, where the course sets no such time, nor when both were noted at one stroke', async () => {
      const { enrollmentId } = await comesAndLeaves('07:44');
      const { courseId } = (await app.as(office).get<{ courseId: string }>(`/api/v1/classes/${aClass.id}`)).body;
      await app.as(office).patch(`/api/v1/courses/${courseId}`, { shortStayMinutes: 0 });
      expect(await rowOf(enrollmentId)).toMatchObject({ shortStay: false });
    });
  });

  describe('a phone without a network whose clock is wrong', () => {
    it.each([
      ['years behind', new Date('2019-06-01T00:00:00+07:00')],
      ['hours behind', morning('05:00')],
      ['ahead of now', morning('23:00')],
    ])('keeps its scan: %s, the code says when', async (_, said) => {
      const { account, enrollmentId } = await aCadre();
      const token = await codeOf();
      app.clock.moveTo(morning('09:30'));
      expect(await checkIn(account, token, 'phone', said)).toMatchObject({
        ...{ status: 200, body: { scannedAt: morning('07:40').toISOString() } },
      });
      expect(await trailOf(enrollmentId)).toMatchObject([
        {
          ...{ scannedAt: morning('07:40').toISOString(), scanToldAt: said.toISOString(), scanToldLater: true },
          ...{ markedAt: morning('09:30').toISOString() },
        },
      ]);
      const trail = await app.as(manager).get<string>(`/half-days/${halfDay.id}/attendance/${enrollmentId}`);
      expect(trail.text).toContain('mã hiện lúc 07:40 07/02/2026');
      expect(trail.text).toContain('đồng hồ điện thoại ghi');
    });

    it('sends it within the hours of the setting and no later, whatever its clock says', async () => {
      const { account } = await aCadre();
      const token = await codeOf();
      app.clock.moveTo(morning('13:41'));
      const late = await checkIn(account, token, 'phone', morning('13:40'));
      expect(late.body['code']).toBe('check_in_scan_run_out');
      expect(await refused()).toMatchObject([
        { why: 'check_in_scan_run_out', scannedAt: morning('07:40').toISOString() },
      ]);
    });

    it('cannot send a code again that was used, and corrected since', async () => {
      const { account, enrollmentId } = await aCadre();
      const token = await codeOf();
      app.clock.moveTo(morning('09:30'));
      await checkIn(account, token, 'phone', morning('07:40'));
      expect((await checkIn(account, token, 'phone', morning('07:41'))).body).toMatchObject({ isRepeated: true });
      await app.as(manager).put(`/api/v1/half-days/${halfDay.id}/attendance`, {
        entries: [{ enrollmentId, mark: 'unmarked', reason: 'Quét hộ' }],
      });
      const replayed = await checkIn(account, token, 'phone', morning('07:40'));
      expect(replayed).toMatchObject({ status: 409, body: { code: 'check_in_code_used' } });
      expect(await rowOf(enrollmentId)).toMatchObject({ mark: 'unmarked' });
    });
  });

  describe('a hall that scans at once', () => {
    it('lets everybody in, each once and each by their own phone', async () => {
      const people = await Promise.all(Array.from({ length: 50 }, () => aCadre()));
      const code = await codeOf();
      const answers = await Promise.all(people.map(({ account }, index) => checkIn(account, code, `phone ${index}`)));
      expect(answers.map(({ status }) => status)).toEqual(Array<number>(50).fill(200));
      const lines = await app.sql(
        `SELECT FROM attendance_marks m JOIN attendance_lines l ON l.id = m.line_id WHERE l.half_day_id = $1`,
        halfDay.id,
      );
      expect(lines).toHaveLength(50);
    });
  });
});

import { amongAll } from '../../src/invariants/among';
import { brokenIn } from '../../src/invariants/invariants';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';

interface Preview {
  readonly items: readonly {
    readonly day: string;
    readonly part: string;
    readonly startsAt: string;
    readonly clashes: readonly { readonly what: string; readonly className: string }[];
    readonly warnings: readonly { readonly what: string; readonly name: string; readonly className: string }[];
    readonly peopleBusy: number;
  }[];
  readonly skipped: readonly { readonly day: string; readonly holiday: { readonly vi: string } }[];
  readonly lastDay: string;
  readonly endsAfterClosing: boolean;
  readonly smallRoom: { readonly seats: number; readonly capacity: number } | null;
  readonly errors: readonly { readonly field: string; readonly code: string }[];
}

describe('planning the timetable of a class', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let halls = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  beforeEach(() => app.clock.moveTo(startOfSpecs));
  afterAll(() => app.stop());

  const weekends = { weekdays: [6, 7], parts: ['morning', 'afternoon'], from: '2027-01-10' };
  const longClass = (given: object = {}) =>
    a.trainingClass({ opensOn: '2027-01-10', closesOn: '2028-02-29', ...given });
  const aHall = (capacity = 100) => a.room(`Hội trường ${(halls += 1)}`, 'Quận 1', capacity);
  const preview = ({ id }: BuiltClass, pattern: object) =>
    app.as(office).post<Preview>(`/api/v1/classes/${id}/half-days/preview`, pattern);
  const add = ({ id }: BuiltClass, plan: object) =>
    app.as(office).post<Preview & { code: string; items: { id: string }[] }>(`/api/v1/classes/${id}/half-days`, plan);
  const broken = async (code: 'I3' | 'I4') => app.sql(brokenIn[code]!(amongAll));

  it('holds thirteen months of Saturdays and Sundays around Tết and the holidays, each left out with its reason', async () => {
    const inClass = await longClass();
    const pattern = { ...weekends, to: '2028-02-29' };
    const { body } = await preview(inClass, pattern);
    // 60 Sundays and 59 Saturdays, less six that are holidays.
    expect(body.items).toHaveLength(226);
    expect(body.skipped.map(({ day, holiday }) => `${day} ${holiday.vi}`)).toEqual([
      '2027-02-06 Tết Nguyên đán',
      '2027-02-07 Tết Nguyên đán',
      '2027-05-01 Quốc tế Lao động',
      '2028-01-01 Tết Dương lịch',
      '2028-01-29 Tết Nguyên đán',
      '2028-01-30 Tết Nguyên đán',
    ]);
    expect(body).toMatchObject({ lastDay: '2028-02-27', endsAfterClosing: false, smallRoom: null });

    expect((await add(inClass, pattern)).body.items).toHaveLength(226);
    const [first, ...others] = await app.sql<{ number: number; day: string }>(
      `SELECT number, day FROM half_days WHERE class_id = $1 ORDER BY number`,
      inClass.id,
    );
    expect(first).toEqual({ number: 1, day: '2027-01-10' });
    expect(others.at(-1)).toEqual({ number: 226, day: '2028-02-27' });
  });

  it('stops at a number of half-days, and takes exactly one of the two ends', async () => {
    const inClass = await longClass();
    const { body } = await preview(inClass, { ...weekends, count: 26 });
    expect(body).toMatchObject({ lastDay: '2027-02-28' });
    expect(body.items).toHaveLength(26);
    expect((await preview(inClass, { ...weekends, count: 26, to: '2027-05-01' })).body.errors).toMatchObject([
      { field: 'count', code: 'two_ends' },
    ]);
    expect((await preview(inClass, weekends)).body.errors).toMatchObject([{ field: 'to', code: 'required' }]);
  });

  it.each([
    ['no day', { to: '2027-02-07', from: '2027-02-06' }, 'weekdays', 'no_half_day'],
    ['no half-day asked for', { count: 0 }, 'count', 'not_in_range'],
    ['more half-days than any class has', { count: 401 }, 'count', 'not_in_range'],
    ['an end before the start', { to: '2027-01-09' }, 'to', 'before_from'],
  ])('refuses %s, naming the field', async (_, given, field, code) => {
    const inClass = await longClass();
    const refused = await preview(inClass, { ...weekends, ...given });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ field, code }]);
  });

  it('refuses a single half-day that ends before it begins or overlaps another, naming the field', async () => {
    const inClass = await longClass();
    const morning = { day: '2027-01-16', part: 'morning' };
    const backwards = await add(inClass, { ...morning, startTime: '09:00', endTime: '08:00' });
    expect(backwards.body.errors).toMatchObject([{ field: 'endTime', code: 'before_start' }]);
    await add(inClass, morning);
    const overlapping = await add(inClass, { ...morning, startTime: '11:00', endTime: '12:30' });
    expect(overlapping.body).toMatchObject({ code: 'half_days_overlap', errors: [{ field: 'day', code: 'taken' }] });
  });

  it('says when the last half-day comes after the closing day, and moves that day only when told to', async () => {
    const inClass = await longClass({ closesOn: '2027-02-01' });
    const pattern = { ...weekends, count: 26 };
    expect((await preview(inClass, pattern)).body).toMatchObject({ lastDay: '2027-02-28', endsAfterClosing: true });
    const page = await app
      .as(office)
      .form(`/classes/${inClass.id}/timetable`, { weekdays: '7', parts: 'morning', from: '2027-01-10', count: '10' });
    expect(page.text).toContain('Buổi cuối cùng (21/03/2027) ở sau ngày bế giảng 01/02/2027.');
    expect(page.text).toContain('name="moveClosingDay"');

    const tooMany = await add(inClass, pattern);
    expect(tooMany.body.errors).toMatchObject([{ field: 'count', code: 'outside_class' }]);
    expect(tooMany.text).toContain('Hãy giảm số buổi');
    expect((await add(inClass, { ...weekends, to: '2027-03-01' })).body.errors).toMatchObject([
      { field: 'to', code: 'outside_class' },
    ]);
    expect((await add(inClass, { ...pattern, moveClosingDay: true })).status).toBe(201);
    const [moved] = await app.sql(`SELECT closes_on FROM classes WHERE id = $1`, inClass.id);
    expect(moved).toEqual({ closesOn: '2027-02-28' });
    expect(
      await app.sql(`SELECT facts FROM journal_lines WHERE class_id = $1 AND action = 'classes.changed'`, inClass.id),
    ).toMatchObject([{ facts: { before: { closesOn: '2027-02-01' }, closesOn: '2027-02-28' } }]);
  });

  it('goes by the times of the room, else by those of everywhere', async () => {
    const [hall, other] = [await aHall(), await aHall()];
    const times = {
      morning: { from: '08:00', to: '11:00' },
      afternoon: { from: '13:30', to: '17:00' },
      evening: { from: '18:00', to: '21:00' },
    };
    expect((await app.as(office).put('/api/v1/half-day-times', { roomId: hall, ...times })).status).toBe(200);
    const inClass = await longClass();
    const begin = async (roomId: string) =>
      (await preview(inClass, { ...weekends, count: 2, roomId })).body.items.map(({ startsAt }) => startsAt);
    expect(await begin(hall)).toEqual(['2027-01-10T01:00:00.000Z', '2027-01-10T06:30:00.000Z']);
    expect(await begin(other)).toEqual(['2027-01-10T00:30:00.000Z', '2027-01-10T06:30:00.000Z']);

    const wrong = { ...times, morning: { from: '08:00', to: '14:00' } };
    expect((await app.as(office).put<Preview>('/api/v1/half-day-times', wrong)).body.errors).toMatchObject([
      { field: 'morning.to', code: 'overlaps' },
    ]);
    const page = await app.as(office).get<string>(`/rooms?times=${hall}`);
    expect(page.text).toContain('08:00–11:00, 13:30–17:00, 18:00–21:00');
    expect(page.text).toContain('Buổi sáng, chiều, tối ngắn hơn 240 phút mà 5 tiết và giải lao cần');
    const shorter = { ...times, roomId: hall, periodMinutes: 40, breakMinutes: 10 };
    expect((await app.as(office).put('/api/v1/half-day-times', shorter)).body).toMatchObject({
      periodMinutes: 40,
      tooShort: ['morning', 'evening'],
    });
    const typed = { roomId: hall, 'morning.from': '09:00', 'morning.to': '08:00', 'afternoon.from': '13:30' };
    const refused = await app.as(office).form('/rooms/times', {
      ...typed,
      'afternoon.to': '17:00',
      'evening.from': '18:00',
      'evening.to': '21:00',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="09:00"');
  });

  it('warns of a room smaller than the class, and lets it be', async () => {
    const hall = await aHall(3);
    const inClass = await longClass({ seats: 5 });
    const pattern = { ...weekends, count: 2, roomId: hall };
    expect((await preview(inClass, pattern)).body.smallRoom).toMatchObject({ seats: 3, capacity: 5 });
    expect((await add(inClass, pattern)).status).toBe(201);
    expect((await app.as(office).get<string>(`/classes/${inClass.id}`)).text).toContain(
      'có 3 chỗ, ít hơn sĩ số 5 của lớp.',
    );
  });

  it('lets a room be shared by a decision, which the journal and the timetable tell', async () => {
    const hall = await aHall();
    const [theirs, mine] = [await longClass({ name: 'Lớp kia' }), await longClass()];
    const halfDay = { day: '2027-01-16', part: 'morning', roomId: hall };
    await add(theirs, halfDay);
    expect((await add(mine, halfDay)).body).toMatchObject({ code: 'room_taken' });
    const shared = await add(mine, { ...halfDay, roomSharedReason: 'QĐ 12-QĐ/ĐUK' });
    expect(shared.status).toBe(201);
    expect(await broken('I4')).toEqual([]);
    expect((await app.as(office).get<string>(`/classes/${mine.id}`)).text).toContain(
      'dùng chung phòng theo quyết định: QĐ 12-QĐ/ĐUK',
    );
    expect(
      await app.sql(
        `SELECT reason FROM journal_lines WHERE class_id = $1 AND action = 'half_days.room_shared'`,
        mine.id,
      ),
    ).toEqual([{ reason: 'QĐ 12-QĐ/ĐUK' }]);

    // The decision is for this room and hour: elsewhere another one is needed, and a third class needs its own.
    const { id } = shared.body.items[0]!;
    await add(theirs, { ...halfDay, day: '2027-01-17' });
    const moved = await app.as(office).patch(`/api/v1/half-days/${id}`, { day: '2027-01-17', reason: 'Bão' });
    expect(moved.body).toMatchObject({ code: 'room_taken' });
    expect(
      (await app.as(office).patch(`/api/v1/half-days/${id}`, { topic: 'Chuyên đề 1', reason: 'Bổ sung' })).status,
    ).toBe(200);
    expect((await add(await longClass(), halfDay)).body).toMatchObject({ code: 'room_taken' });
  });

  it('keeps a room to one class where nothing was decided, in the database too', async () => {
    const hall = await aHall();
    const hours = '07:30–11:30';
    await a.halfDay(await longClass(), '2027-03-06', { roomId: hall, hours });
    const twice = a.halfDay(await longClass(), '2027-03-06', { roomId: hall, hours });
    await expect(twice).rejects.toThrow('half_days_room_once');
    await a.halfDay(await longClass(), '2027-03-06', { roomId: hall, hours, roomSharedReason: 'QĐ 12' });
    expect(await broken('I4')).toEqual([]);
  });

  it('counts the people who are in another class then, and lets them by a decision', async () => {
    const [theirs, mine] = [await longClass(), await longClass()];
    await add(theirs, { day: '2027-01-16', part: 'morning' });
    const { person } = await a.enrollment({ in: theirs });
    await a.enrollment({ in: mine, person });
    await a.enrollment({ in: mine });

    const saturdays = { ...weekends, weekdays: [6], parts: ['morning'], count: 2 };
    expect((await preview(mine, saturdays)).body.items.map(({ peopleBusy }) => peopleBusy)).toEqual([1, 0]);
    expect((await add(mine, saturdays)).body).toMatchObject({ code: 'person_busy' });
    expect((await add(mine, { ...saturdays, overlapReason: 'Được miễn buổi đầu' })).status).toBe(201);
    expect(await broken('I3')).toEqual([]);
    expect(
      await app.sql(
        `SELECT h.day, l.overlap_reason FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id
         WHERE h.class_id = $1 AND l.person_id = $2 ORDER BY h.day`,
        mine.id,
        person.id,
      ),
    ).toEqual([
      { day: '2027-01-16', overlapReason: 'Được miễn buổi đầu' },
      { day: '2027-01-23', overlapReason: null },
    ]);
    expect(
      await app.sql(
        `SELECT reason, facts FROM journal_lines WHERE class_id = $1 AND action = 'half_days.overlap_allowed'`,
        mine.id,
      ),
    ).toEqual([{ reason: 'Được miễn buổi đầu', facts: { personIds: [person.id] } }]);
  });

  it('moves a half-day over somebody’s other class only by a decision', async () => {
    const [theirs, mine] = [await longClass(), await longClass()];
    await add(theirs, { day: '2027-01-17', part: 'morning' });
    const halfDay = (await add(mine, { day: '2027-01-16', part: 'morning' })).body.items[0]!;
    const { person } = await a.enrollment({ in: theirs });
    await a.enrollment({ in: mine, person });
    const path = `/half-days/${halfDay.id}`;
    const refused = await app.as(office).form(path, { day: '2027-01-17', part: 'morning', reason: 'Bão số 3' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('name="overlapReason"');
    const decided = { day: '2027-01-17', part: 'morning', reason: 'Bão số 3', overlapReason: 'QĐ 15' };
    expect((await app.as(office).form(path, decided)).status).toBe(303);
    expect(await broken('I3')).toEqual([]);
    expect(
      await app.sql(`SELECT action, reason FROM journal_lines WHERE subject_id = $1 ORDER BY id`, halfDay.id),
    ).toEqual([
      { action: 'half_days.moved', reason: 'Bão số 3' },
      { action: 'half_days.overlap_allowed', reason: 'QĐ 15' },
    ]);
  });

  it('keeps what was typed about decisions and the closing day when adding is refused', async () => {
    const hall = await aHall();
    const [theirs, mine] = [await longClass({ closesOn: '2027-01-20' }), await longClass({ closesOn: '2027-01-20' })];
    await add(theirs, { day: '2027-01-16', part: 'morning' });
    const { person } = await a.enrollment({ in: theirs });
    await a.enrollment({ in: mine, person });
    const typed = { weekdays: '6', parts: 'morning', from: '2027-01-10', count: '4', roomId: hall };
    const refused = await app
      .as(office)
      .form(`/classes/${mine.id}/half-days`, { ...typed, moveClosingDay: 'true', roomSharedReason: 'QĐ 12-QĐ/ĐUK' });
    expect(refused.status).toBe(409);
    const apply = /<form[^>]*id="decide".*?<\/form>/s.exec(refused.text)![0];
    expect(apply).toMatch(/name="moveClosingDay"[^>]*checked/);
    expect(apply).toMatch(/name="roomSharedReason"[^>]*value="QĐ 12-QĐ\/ĐUK"/);
    expect(apply).toContain('name="overlapReason"');
    const correcting = { ...typed, to: '2027-01-09', count: '', roomSharedReason: 'QĐ 12-QĐ/ĐUK' };
    const wrong = await app.as(office).form(`/classes/${mine.id}/half-days`, correcting);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toMatch(/type="hidden" name="roomSharedReason" value="QĐ 12-QĐ\/ĐUK"/);
  });

  describe('of a class whose manager has another one', () => {
    const halfDay = { day: '2027-01-16', part: 'morning' };
    let theirs: BuiltClass;
    let mine: BuiltClass;
    let manager: BuiltAccount;

    beforeEach(async () => {
      [theirs, mine] = [await longClass({ name: 'Lớp kia' }), await longClass()];
      const roles = [theirs, mine].map((inClass) => ['class_manager', inClass] as const);
      manager = await a.account({ roles });
      await add(theirs, halfDay);
    });

    it('refuses the hour they have there, names that class, and takes it by a decision', async () => {
      const { body } = await preview(mine, { ...weekends, weekdays: [6], parts: ['morning'], count: 1 });
      expect(body.items).toMatchObject([
        { clashes: [{ what: 'manager', name: manager.email, className: 'Lớp kia' }], warnings: [] },
      ]);
      const refused = await add(mine, halfDay);
      expect(refused.body).toMatchObject({ code: 'manager_busy', errors: [{ field: 'day' }] });
      expect(refused.text).toContain('"Lớp kia\\" sáng 16/01/2027');
      const page = await app.as(office).form(`/classes/${mine.id}/half-days`, halfDay);
      expect(page.text).toContain('name="managerOverlapReason"');

      const reason = 'Phó lớp điểm danh thay';
      const taken = await add(mine, { ...halfDay, managerOverlapReason: reason });
      expect(taken.status).toBe(201);
      expect(
        await app.sql(
          `SELECT reason FROM journal_lines WHERE class_id = $1 AND action = 'half_days.manager_overlap_allowed'`,
          mine.id,
        ),
      ).toEqual([{ reason }]);
      expect((await app.as(office).get<string>(`/classes/${mine.id}`)).text).toContain(reason);
      expect(await broken('I4')).toEqual([]);

      await add(theirs, { ...halfDay, day: '2027-01-17' });
      const { id } = taken.body.items[0]!;
      const moved = await app.as(office).patch(`/api/v1/half-days/${id}`, { day: '2027-01-17', reason: 'Bão' });
      expect(moved.body).toMatchObject({ code: 'manager_busy' });
    });

    it('is kept to one class at a time by the database, whichever way it comes about', async () => {
      const hours = '07:30–11:30';
      await a.halfDay(theirs, '2027-03-06', { hours });
      await expect(a.halfDay(mine, '2027-03-06', { hours })).rejects.toThrow('manager_hours_one_class');

      const third = await longClass();
      await a.halfDay(third, '2027-03-06', { hours });
      const grant = { accountId: manager.id, role: 'class_manager', classId: third.id, grantedAt: app.clock.now() };
      await expect(a.insert('grants', grant)).rejects.toThrow('manager_hours_one_class');

      // Whoever gives a class up, or is gone, has the time again.
      await manager.isRelieved(app.clock.now(), theirs);
      await a.insert('grants', grant);
      await expect(a.halfDay(mine, '2027-03-06', { hours })).rejects.toThrow('manager_hours_one_class');
      await manager.isLocked(app.clock.now());
      await a.halfDay(mine, '2027-03-06', { hours });
      expect(await broken('I4')).toEqual([]);
    });

    it('only warns of the class of a deputy', async () => {
      const [own] = await app.sql<{ id: string }>(
        `SELECT id FROM grants WHERE account_id = $1 AND class_id = $2`,
        manager.id,
        mine.id,
      );
      await manager.isRelieved(app.clock.now(), theirs);
      const deputy = await a.account({ roles: [['class_manager', theirs]] });
      await a.insert('grants', {
        accountId: deputy.id,
        role: 'class_manager',
        classId: mine.id,
        grantedAt: app.clock.now(),
        lentFrom: own!.id,
        startsOn: '2027-01-10',
        endsOn: '2027-01-31',
        lentReason: 'Nghỉ phép',
      });
      const { body } = await preview(mine, { ...weekends, weekdays: [6], parts: ['morning'], count: 1 });
      expect(body.items).toMatchObject([{ clashes: [], warnings: [{ what: 'deputy', name: deputy.email }] }]);
      expect((await add(mine, halfDay)).status).toBe(201);
    });
  });

  it('wants no reason for changing a draft, and does for what is announced', async () => {
    const drafts = await longClass({ state: 'draft', announcedAt: null });
    const { id } = (await add(drafts, { day: '2027-01-16', part: 'morning' })).body.items[0]!;
    const change = () => app.as(office).patch<Preview>(`/api/v1/half-days/${id}`, { topic: 'Khai giảng' });
    expect((await change()).status).toBe(200);
    await drafts.becomes({ state: 'announced', announcedAt: app.clock.now() });
    expect((await change()).body.errors).toMatchObject([{ field: 'reason', code: 'required' }]);
  });
});

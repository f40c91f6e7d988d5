import type { HalfDayItem } from '../../src/classes/classes.queries';
import { halfDayOn, planTimetable, type PlannedHalfDay } from '../../src/classes/timetable/pattern';
import type { HalfDayChange } from '../../src/classes/timetable/half-day-change';
import { TimetableService } from '../../src/classes/timetable/timetable.service';
import { momentAt } from '../../src/platform/clock';
import { Database } from '../../src/platform/database/database';
import type { Refusal } from '../../src/platform/problems/refusal';
import { startOfSpecs, TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltClass } from '../builders';

describe('the timetable of a class', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let hall: string;
  let halls = 0;
  let lecturer: string;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  beforeEach(async () => {
    hall = await a.room(`Hội trường ${(halls += 1)}`, 'Quận 1');
    lecturer = await a.lecturer('Trần Thị Ánh', 'Học viện');
  });
  afterEach(() => app.clock.moveTo(startOfSpecs));
  afterAll(() => app.stop());

  const aClass = (given: object = {}) => a.trainingClass({ opensOn: '2026-02-01', closesOn: '2026-04-30', ...given });
  const halfDays = async ({ id }: BuiltClass) =>
    (await app.as(office).get<{ items: HalfDayItem[] }>(`/api/v1/classes/${id}/half-days`)).body.items;
  const shown = async (trainingClass: BuiltClass) =>
    (await halfDays(trainingClass)).map(({ number, day, part }) => `${number}. ${day} ${part}`);

  const using = async <T>(
    work: (timetable: TimetableService, tx: never, actor: never) => Promise<T>,
    as = office,
  ): Promise<T> => {
    const actor = await app.actor(as.id);
    return app.get(Database).inTransaction((tx) => work(app.get(TimetableService), tx as never, actor as never));
  };
  const add = ({ id }: BuiltClass, planned: readonly PlannedHalfDay[], as = office) =>
    using((timetable, tx, actor) => timetable.addWith(tx, actor, id, planned), as);
  const addOne = async (to: BuiltClass, at: Parameters<typeof halfDayOn>[0]) => (await add(to, [halfDayOn(at)]))[0]!;
  const move = (id: string, change: HalfDayChange) =>
    using((timetable, tx, actor) => timetable.moveWith(tx, actor, id, { reason: 'Đổi lịch giảng', ...change }));
  const cancel = (id: string, reason: string) =>
    using((timetable, tx, actor) => timetable.cancelWith(tx, actor, id, reason));
  const refusalOf = (work: Promise<unknown>): Promise<Refusal> =>
    work.then(
      () => Promise.reject(new Error('Nothing was refused.')),
      (refusal: Refusal) => refusal,
    );

  it('is made of a pattern, numbered in time order, Tết left out', async () => {
    const trainingClass = await aClass();
    const planned = planTimetable({
      weekdays: [6],
      parts: ['morning', 'afternoon'],
      from: '2026-02-07',
      to: '2026-02-28',
      skipHolidays: true,
    }).planned;
    const ids = await add(trainingClass, planned);
    expect(await shown(trainingClass)).toEqual([
      '1. 2026-02-07 morning',
      '2. 2026-02-07 afternoon',
      '3. 2026-02-28 morning',
      '4. 2026-02-28 afternoon',
    ]);
    expect((await halfDays(trainingClass)).map(({ id }) => id)).toEqual(ids);
    const lines = await app.sql(`SELECT action FROM journal_lines WHERE class_id = $1`, trainingClass.id);
    expect(lines).toEqual([{ action: 'half_days.added' }]);
  });

  it('is numbered anew when a half-day comes in between, moves, or is cancelled and keeps its place', async () => {
    const trainingClass = await aClass();
    const first = await addOne(trainingClass, { day: '2026-03-07', part: 'morning' });
    const second = await addOne(trainingClass, { day: '2026-03-08', part: 'morning' });
    await addOne(trainingClass, { day: '2026-03-01', part: 'evening' });
    expect(await shown(trainingClass)).toEqual([
      '1. 2026-03-01 evening',
      '2. 2026-03-07 morning',
      '3. 2026-03-08 morning',
    ]);
    await move(first, { day: '2026-03-15' });
    expect(await shown(trainingClass)).toEqual([
      '1. 2026-03-01 evening',
      '2. 2026-03-08 morning',
      '3. 2026-03-15 morning',
    ]);
    await cancel(second, 'Bão số 3');
    const items = await halfDays(trainingClass);
    expect(items.map(({ number, cancelledReason }) => [number, cancelledReason])).toEqual([
      [1, null],
      [2, 'Bão số 3'],
      [3, null],
    ]);
  });

  it('takes the usual times of a part that changes, and keeps its own times on another day', async () => {
    const trainingClass = await aClass();
    const id = await addOne(trainingClass, {
      day: '2026-03-07',
      part: 'morning',
      from: '08:00',
      to: '11:00',
      topic: 'Chuyên đề 1',
    });
    await move(id, { day: '2026-03-08' });
    const [moved] = await halfDays(trainingClass);
    expect(moved).toMatchObject({ startsAt: momentAt('2026-03-08', '08:00').toISOString(), topic: 'Chuyên đề 1' });
    await move(id, { part: 'evening', roomId: hall, topic: null });
    const [evening] = await halfDays(trainingClass);
    expect(evening).toMatchObject({
      startsAt: momentAt('2026-03-08', '18:00').toISOString(),
      roomId: hall,
      topic: null,
    });
    await move(id, { roomId: null });
    expect((await halfDays(trainingClass))[0]).toMatchObject({ roomId: null, part: 'evening' });
  });

  it('names the class that has the room, and when, in both languages', async () => {
    const theirs = await aClass({ name: 'Lớp Đảng viên mới' });
    await addOne(theirs, { day: '2026-03-07', part: 'morning', roomId: hall });
    const refusal = await refusalOf(
      add(await aClass(), [
        halfDayOn({ day: '2026-03-07', part: 'morning', from: '08:00', to: '10:00', roomId: hall }),
      ]),
    );
    expect(refusal).toMatchObject({ code: 'room_taken', status: 409, fields: [{ field: 'roomId' }] });
    expect(refusal.sentence.vi).toMatch(
      /^Phòng "Hội trường .*" đã dành cho lớp "Lớp Đảng viên mới" sáng 07\/03\/2026 \(07:30–11:30\)\. Hãy chọn phòng khác/,
    );
    expect(refusal.sentence.en).toMatch(
      /is taken by the class "Lớp Đảng viên mới" on 07\/03\/2026, morning \(07:30–11:30\)\. Choose another room/,
    );
  });

  it('names the class the lecturer teaches, and how many half-days clash besides', async () => {
    const weekend = {
      weekdays: [6] as const,
      parts: ['morning'] as const,
      from: '2026-03-07',
      to: '2026-03-21',
      skipHolidays: true,
    };
    const planned = planTimetable({ ...weekend, lecturerId: lecturer }).planned;
    await add(await aClass({ name: 'Lớp kia' }), planned);
    const refusal = await refusalOf(add(await aClass(), planned));
    expect(refusal).toMatchObject({ code: 'lecturer_taken', fields: [{ field: 'lecturerId' }] });
    expect(refusal.sentence.vi).toContain(
      'Giảng viên Trần Thị Ánh đã có giờ ở lớp "Lớp kia" sáng 07/03/2026 (07:30–11:30). Còn 2 buổi khác cũng vướng.',
    );
    expect(refusal.sentence.en).toContain('2 more half-days clash too. Choose another lecturer');
  });

  it('lets one class have a room after the other on the same day, and again once a half-day is cancelled', async () => {
    const [one, other] = [await aClass(), await aClass()];
    const taken = await addOne(one, { day: '2026-03-07', part: 'morning', roomId: hall });
    await addOne(other, { day: '2026-03-07', part: 'afternoon', roomId: hall });
    await cancel(taken, 'Giảng viên ốm');
    await addOne(other, { day: '2026-03-07', part: 'morning', roomId: hall });
    expect(await shown(other)).toHaveLength(2);
  });

  it('gives a room to one of several classes that ask at the same moment', async () => {
    const classes = await Promise.all(Array.from({ length: 8 }, () => aClass()));
    const asked = await Promise.allSettled(
      classes.map((one) => addOne(one, { day: '2026-03-14', part: 'morning', roomId: hall })),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = asked.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as Refusal] : []));
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['room_taken']));
    expect(refusals.every(({ sentence }) => sentence.vi.includes('Hãy chọn phòng khác'))).toBe(true);
  });

  it('does not move a half-day into a taken room, though it may stay in its own', async () => {
    const mine = await aClass();
    const id = await addOne(mine, { day: '2026-03-07', part: 'morning', roomId: hall });
    await move(id, { endTime: '11:00' });
    await addOne(await aClass(), { day: '2026-03-08', part: 'morning', roomId: hall });
    expect(await refusalOf(move(id, { day: '2026-03-08' }))).toMatchObject({ code: 'room_taken' });
  });

  it('never holds two half-days of one class at once', async () => {
    const trainingClass = await aClass();
    await addOne(trainingClass, { day: '2026-03-07', part: 'morning' });
    const again = await refusalOf(add(trainingClass, [halfDayOn({ day: '2026-03-07', part: 'morning' })]));
    expect(again).toMatchObject({
      code: 'half_days_overlap',
      sentence: { vi: 'Lớp này đã có buổi học sáng 07/03/2026 (07:30–11:30). Hãy chọn ngày giờ khác.' },
    });
    const twice = [
      halfDayOn({ day: '2026-03-08', part: 'morning' }),
      halfDayOn({ day: '2026-03-08', part: 'morning', from: '11:00' }),
    ];
    expect(await refusalOf(add(trainingClass, twice))).toMatchObject({
      fields: [{ field: 'day', code: 'overlaps_itself' }],
    });
  });

  it('stays within the days of the class, and says which field to mend', async () => {
    const trainingClass = await aClass();
    const late = await refusalOf(add(trainingClass, [halfDayOn({ day: '2026-05-01', part: 'morning' })]));
    expect(late).toMatchObject({ status: 422, fields: [{ field: 'day', code: 'outside_class' }] });
    const long = planTimetable({
      weekdays: [6],
      parts: ['morning'],
      from: '2026-01-31',
      to: '2026-02-07',
      skipHolidays: true,
    }).planned;
    expect(await refusalOf(add(trainingClass, long))).toMatchObject({ fields: [{ field: 'from' }] });
    const id = await addOne(trainingClass, { day: '2026-04-30', part: 'evening' });
    expect(await refusalOf(move(id, { day: '2026-05-02' }))).toMatchObject({ fields: [{ field: 'day' }] });
  });

  it('keeps what was held: only a half-day to come changes its time, and a cancelled one nothing', async () => {
    const trainingClass = await aClass();
    const id = await addOne(trainingClass, { day: '2026-03-07', part: 'morning' });
    app.clock.moveTo(momentAt('2026-03-07', '09:00'));
    expect(await refusalOf(move(id, { day: '2026-03-08' }))).toMatchObject({ code: 'half_day_begun', status: 409 });
    await move(id, { lecturerId: lecturer });
    expect((await halfDays(trainingClass))[0]).toMatchObject({ lecturerName: 'Trần Thị Ánh' });
    await cancel(id, 'Mất điện');
    expect(await refusalOf(move(id, { topic: 'Khác' }))).toMatchObject({ code: 'half_day_cancelled' });
    expect(await refusalOf(cancel(id, 'Mất điện'))).toMatchObject({ code: 'half_day_cancelled' });
  });

  it('no longer changes once the class is closed or cancelled', async () => {
    for (const state of ['closed', 'cancelled']) {
      const over = await aClass({ state });
      expect(await refusalOf(add(over, [halfDayOn({ day: '2026-03-07', part: 'morning' })]))).toMatchObject({
        code: 'class_cannot_be_changed',
      });
    }
  });

  it('refuses a room or a lecturer there is none of', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    const to = await aClass();
    const at = { day: '2026-03-07', part: 'morning' } as const;
    expect(await refusalOf(add(to, [halfDayOn({ ...at, roomId: nobody })]))).toMatchObject({
      fields: [{ field: 'roomId' }],
    });
    expect(await refusalOf(add(to, [halfDayOn({ ...at, lecturerId: nobody })]))).toMatchObject({
      fields: [{ field: 'lecturerId' }],
    });
  });

  it('is the office’s alone to change, even for whoever manages the class', async () => {
    const trainingClass = await aClass();
    const { bloc } = await a.organization();
    const others = [
      await a.account({ roles: [['class_manager', trainingClass]] }),
      await a.account({ roles: [['admin', bloc]] }),
      await a.secretaryOf(await a.unit()),
      await a.account(),
    ];
    const id = await addOne(trainingClass, { day: '2026-03-07', part: 'morning' });
    for (const account of others) {
      expect(
        await refusalOf(add(trainingClass, [halfDayOn({ day: '2026-03-08', part: 'morning' })], account)),
      ).toMatchObject({ code: 'not_allowed' });
      expect(
        await refusalOf(using((timetable, tx, actor) => timetable.cancelWith(tx, actor, id, 'x'), account)),
      ).toMatchObject({ code: 'not_allowed' });
      expect((await app.as(account).post(`/api/v1/classes/${trainingClass.id}/half-days/preview`, {})).status).toBe(
        403,
      );
      expect((await app.as(account).get(`/classes/${trainingClass.id}/timetable`)).status).toBe(403);
      expect((await app.as(account).get(`/api/v1/classes/${trainingClass.id}/half-days`)).status).toBe(200);
    }
  });

  describe('previewed', () => {
    const pattern = { weekdays: [6, 7], parts: ['morning'], from: '2026-02-07', to: '2026-03-01' };

    it('tells the half-days, the holidays left out and what stands in the way, and stores nothing', async () => {
      const trainingClass = await aClass();
      await addOne(await aClass({ name: 'Lớp kia' }), { day: '2026-02-08', part: 'morning', roomId: hall });
      const answer = await app
        .as(office)
        .post(`/api/v1/classes/${trainingClass.id}/half-days/preview`, { ...pattern, roomId: hall });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        items: [
          { day: '2026-02-07', clashes: [] },
          { day: '2026-02-08', clashes: [{ what: 'room', className: 'Lớp kia', day: '2026-02-08', part: 'morning' }] },
          { day: '2026-02-28', clashes: [] },
          { day: '2026-03-01', clashes: [] },
        ],
        skipped: [
          { day: '2026-02-14' },
          { day: '2026-02-15' },
          { day: '2026-02-21' },
          { day: '2026-02-22', holiday: { vi: 'Tết Nguyên đán' } },
        ],
        next: null,
      });
      expect(await halfDays(trainingClass)).toEqual([]);
    });

    it('names each field that is wrong', async () => {
      const { id } = await aClass();
      const preview = (given: object) =>
        app.as(office).post<{ errors: { field: string; code: string }[] }>(`/api/v1/classes/${id}/half-days/preview`, {
          ...pattern,
          ...given,
        });
      expect(
        (await preview({ weekdays: [8], parts: [], from: 'mai' })).body.errors.map(({ field }) => field).toSorted(),
      ).toEqual(['from', 'parts', 'weekdays']);
      expect((await preview({ to: '2026-02-01' })).body.errors).toMatchObject([{ field: 'to', code: 'before_from' }]);
      expect((await preview({ from: '2026-02-14', to: '2026-02-22' })).body.errors).toMatchObject([
        { field: 'weekdays', code: 'no_half_day' },
      ]);
    });

    it('shows on its page what would be added, and offers to add it only when nothing clashes', async () => {
      const trainingClass = await aClass();
      const fields = { ...pattern, weekdays: '6', parts: 'morning', skipHolidays: 'true', roomId: hall };
      const page = await app.as(office).form(`/classes/${trainingClass.id}/timetable`, fields);
      expect(page.status).toBe(200);
      expect(page.text).toContain('Xem trước: 2 buổi, từ 07/02/2026 đến 28/02/2026');
      expect(page.text).toContain('14/02/2026 (Tết Nguyên đán)');
      expect(page.text).toMatch(/<form[^>]*action="\/classes\/[^"]*\/half-days"[^>]*id="apply"/);
      expect(page.text).toMatch(/type="hidden" name="weekdays" value="6"/);

      await addOne(await aClass({ name: 'Lớp kia' }), { day: '2026-02-07', part: 'morning', roomId: hall });
      const clashing = await app.as(office).form(`/classes/${trainingClass.id}/timetable`, fields);
      expect(clashing.text).toContain('1 buổi bị vướng');
      expect(clashing.text).toContain('đã dành cho lớp &quot;Lớp kia&quot;.');
      expect(clashing.text).not.toContain('id="apply"');
    });

    it('keeps the typing when the pattern is refused', async () => {
      const { id } = await aClass();
      const page = await app.as(office).form(`/classes/${id}/timetable`, {
        weekdays: '6',
        parts: 'evening',
        from: '2026-03-07',
        to: '2026-03-01',
        skipHolidays: 'false',
      });
      expect(page.status).toBe(422);
      expect(page.text).toContain('Ngày cuối phải từ ngày đầu trở đi');
      expect(page.text).toMatch(/name="parts" value="evening" checked/);
      expect(page.text).toContain('value="01/03/2026"');
    });
  });

  it('is read on the page of the class, a table a month, with what is cancelled and why', async () => {
    const trainingClass = await aClass();
    const id = await addOne(trainingClass, { day: '2026-02-07', part: 'morning', roomId: hall, topic: 'Khai giảng' });
    await addOne(trainingClass, { day: '2026-03-07', part: 'afternoon', lecturerId: lecturer });
    await cancel(id, 'Mưa lớn');
    const page = await app
      .as(await a.account({ person: await a.person() }))
      .get<string>(`/classes/${trainingClass.id}`);
    for (const said of [
      'Tháng 02/2026 (0 buổi)',
      'Tháng 03/2026 (1 buổi)',
      'Thứ Bảy, 07/03/2026',
      'Chiều 13:30–17:00',
      'Trần Thị Ánh',
      'Mưa lớn',
      'Khai giảng',
    ]) {
      expect(page.text).toContain(said);
    }
  });
});

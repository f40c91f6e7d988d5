import { statementsSent } from '../statements-sent';
import { addDays } from '../../src/platform/clock';
import type { CalendarHalfDay } from '../../src/calendars/half-day-calendar.queries';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, Builders, type BuiltUnit } from '../builders';

type Page = { items: CalendarHalfDay[]; next: string | null };

describe('the calendar of half-days', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let secretary: BuiltAccount;
  let one: BuiltUnit;
  let two: BuiltUnit;
  let course: { id: string };
  let room: string;
  let lecturer: string;
  let announced: BuiltClass;
  let draft: BuiltClass;
  let cadre: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    [one, two] = [await a.unit('MOT'), await a.unit('HAI')];
    secretary = await a.secretaryOf(one);
    course = await a.course();
    room = await a.room('Hội trường Sen', '12 Nguyễn Huệ', 80);
    lecturer = await a.lecturer('Phạm An', 'Trường');
    announced = await a.trainingClass({ course, code: 'MO-1', name: 'Lớp đã thông báo', roomId: room });
    draft = await a.trainingClass({ code: 'NHAP-1', name: 'Lớp còn nháp', state: 'draft', announcedAt: null });
    await a.halfDay(announced, '2026-02-07');
    await a.halfDay(announced, '2026-02-14', { lecturerId: lecturer });
    await a.halfDay(announced, '2026-02-21', { cancelled: { at: app.clock.now(), reason: 'Mất điện' } });
    await a.halfDay(draft, '2026-02-08');
    const person = await a.person({ in: two });
    cadre = await a.account({ person });
    await a.nomination({ in: announced, person, rank: 1 });
  });
  afterAll(() => app.stop());

  const february = 'from=2026-02-01&to=2026-02-28';
  const days = async (who: BuiltAccount, query = '') => {
    const { status, body } = await app.as(who).get<Page>(`/api/v1/half-days?${february}${query}`);
    return status === 200 ? body.items.map(({ day }) => day) : status;
  };

  it('holds every announced class for whoever has a task, drafts for the office, and their own for a cadre', async () => {
    const stranger = await a.account({ person: await a.person({ in: two }) });
    expect(await days(secretary)).toEqual(['2026-02-07', '2026-02-14', '2026-02-21']);
    expect(await days(office)).toEqual(['2026-02-07', '2026-02-08', '2026-02-14', '2026-02-21']);
    expect(await days(cadre)).toEqual(['2026-02-07', '2026-02-14', '2026-02-21']);
    expect(await days(stranger)).toEqual([]);
  });

  it('narrows by course, room, lecturer and unit', async () => {
    const other = await a.course();
    expect(await days(office, `&courseId=${course.id}`)).toHaveLength(3);
    expect(await days(office, `&courseId=${other.id}`)).toEqual([]);
    expect(await days(office, `&roomId=${room}`)).toHaveLength(3);
    expect(await days(office, `&lecturerId=${lecturer}`)).toEqual(['2026-02-14']);
    expect(await days(office, `&unitId=${two.id}`)).toHaveLength(3);
    expect(await days(office, `&unitId=${one.id}`)).toEqual([]);
  });

  it('says nothing of a unit whose people the reader may not see', async () => {
    expect(await days(secretary, `&unitId=${two.id}`)).toBe(404);
    expect((await app.as(secretary).get(`/calendar?unitId=${two.id}`)).status).toBe(404);
    expect(await days(secretary, `&unitId=${one.id}`)).toEqual([]);
  });

  it('comes page by page in time order, the cancelled ones with their reason', async () => {
    const first = await app.as(secretary).get<Page>(`/api/v1/half-days?${february}&limit=2`);
    expect(first.body.items[0]).toMatchObject({ classCode: 'MO-1', roomName: 'Hội trường Sen', part: 'morning' });
    const second = await app.as(secretary).get<Page>(`/api/v1/half-days?${february}&limit=2&after=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ day: '2026-02-21', cancelledReason: 'Mất điện' }], next: null });
  });

  it('answers for 62 days at most, and not for days the wrong way round', async () => {
    const asked = async (from: string, to: string) =>
      (await app.as(secretary).get(`/api/v1/half-days?from=${from}&to=${to}`)).status;
    expect([
      await asked('2026-01-01', '2026-03-03'),
      await asked('2026-01-01', '2026-03-04'),
      await asked('2026-02-02', '2026-02-01'),
    ]).toEqual([200, 422, 422]);
  });

  it('is a month as a table, with today and the holidays named and the cancelled struck through', async () => {
    app.clock.moveTo(new Date('2026-02-10T09:00:00+07:00'));
    const month = (await app.as(secretary).get('/calendar')).text;
    expect(month).toContain('Lịch học tháng 02/2026');
    expect(month).toContain('<time datetime="2026-02-10" aria-current="date">');
    expect(month.match(/Nghỉ lễ: Tết Nguyên đán/g)!.length).toBeGreaterThan(4);
    expect(month).toMatch(/<s><strong>Sáng<\/strong>, Hội trường Sen <span class="month-class">[^<]+<\/span><\/s>/);
    expect(month).toContain('ĐÃ HỦY: Mất điện');
    expect(month).not.toContain('NHAP-1');
    expect(month).toContain('href="/calendar?view=month&amp;day=2026-01-01"');
    expect(month).toContain('href="/calendar?view=month&amp;day=2026-03-01"');
    const english = (await app.as(office).with({ cookie: 'locale=en' }).get('/calendar?day=2026-02-10')).text;
    expect(english).toContain('NHAP-1');
    expect(english).toContain('Draft');
  });

  it('is a week with the parts of the day as columns', async () => {
    // Counted on from there, days have no four digits to their year; a month of them would never end.
    expect((await app.as(secretary).get('/calendar?day=9999-12-31')).status).toBe(422);
    const week = (await app.as(secretary).get('/calendar?view=week&day=2026-02-14')).text;
    expect(week).toContain('Lịch học tuần 09/02/2026 – 15/02/2026');
    expect(week).toContain('Phạm An · Hội trường Sen');
    expect(week).toContain('href="/calendar?view=week&amp;day=2026-02-16"');
  });

  it('offers no filter to a cadre, and no unit to whoever sees the people of none', async () => {
    const manager = await a.account({ roles: [['class_manager', announced]] });
    expect((await app.as(cadre).get('/calendar')).text).not.toContain('name="courseId"');
    const managed = (await app.as(manager).get('/calendar')).text;
    expect(managed).toContain('name="courseId"');
    expect(managed).not.toContain('name="unitId"');
  });
});

describe('a crowded month', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    // Warm, so that statements of the first request alone do not count.
    await app.as(office).get('/calendar?day=2026-03-15');
  });
  afterAll(() => app.stop());

  const hoursOfADay = [
    ['morning', '08:00', '11:00'],
    ['afternoon', '14:00', '17:00'],
    ['evening', '18:00', '21:00'],
  ] as const;

  /** Classes with as many half-days in March 2026 as told. */
  async function crowd(classes: number, each: number): Promise<void> {
    for (let made = 0; made < classes; made += 1) {
      const inClass = await a.trainingClass();
      const halfDays = Array.from({ length: each }, (_, n) => {
        const day = addDays('2026-03-01', Math.floor(n / 3));
        const [part, from, to] = hoursOfADay[n % 3]!;
        return { classId: inClass.id, number: n + 1, day, part, during: `[${day}T${from}+07:00,${day}T${to}+07:00)` };
      });
      await a.insertAll('half_days', halfDays);
    }
  }

  async function statementsOf(path: string): Promise<{ statements: number; text: string }> {
    const { status, text } = await app.as(office).get(path);
    expect(status).toBe(200);
    return { statements: statementsSent(), text };
  }

  /** Who asks, the half-days, the examinations, and what can be chosen: courses, rooms, lecturers, units. */
  const asked = 8;
  const paths = ['/calendar?day=2026-03-15', '/calendar?view=week&day=2026-03-15'];

  it('asks of PostgreSQL the same few statements for 20 half-days as for 2,000', async () => {
    await crowd(2, 10);
    for (const path of paths) expect(await statementsOf(path)).toMatchObject({ statements: asked });
    await crowd(22, 90);
    const [{ count }] = (await app.sql('SELECT count(*) AS count FROM half_days')) as [{ count: number }];
    expect(count).toBe(2000);
    for (const path of paths) expect(await statementsOf(path)).toMatchObject({ statements: asked });
  });

  it('shows the first of a full day and leads to the week for the others', async () => {
    const { text } = await statementsOf('/calendar?day=2026-03-15');
    expect(text).toContain('2000 buổi học.');
    expect(text).toMatch(/và 58 buổi nữa<span class="visually-hidden"> ngày 15\/03\/2026/);
    expect(text.length).toBeLessThan(200_000);
  });
});

import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltClass, type BuiltHalfDay, type BuiltUnit } from '../builders';

interface Along {
  readonly classCode: string;
  readonly halfDayId: string;
  readonly emptied: readonly string[];
  readonly refusal: { readonly vi: string } | null;
}
interface HalfDay {
  readonly id: string;
  readonly day: string;
  readonly part: string;
  readonly topic: string | null;
  readonly roomId: string | null;
  readonly lecturerId: string | null;
  readonly cancelledAt: string | null;
}

/** K1 leads K2 and K3: three mornings each, every class in a room of its own with a lecturer of its own. */
describe('classes that share a timetable', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let unit: BuiltUnit;
  let course: { id: string };
  let classes: BuiltClass[];
  let mornings: BuiltHalfDay[][];
  let rooms: string[];
  let lecturers: string[];
  const reason = 'Hội trường sửa chữa';

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(momentAt('2026-01-15', '08:00'));
    unit = await a.unit();
    course = await a.course();
    [classes, mornings, rooms, lecturers] = [[], [], [], []];
    for (let n = 0; n < 3; n += 1) {
      rooms.push(await a.room());
      lecturers.push(await a.lecturer());
      const words = { course, state: 'confirmed', opensOn: '2026-02-02', allocations: [[unit, 2]] } as const;
      const one = await a.trainingClass({ ...words, allocations: [[unit, 2]] });
      classes.push(one);
      const held: BuiltHalfDay[] = [];
      for (const [index, day] of ['2026-02-02', '2026-02-03', '2026-02-04'].entries())
        held.push(
          await a.halfDay(one, day, { topic: `Chuyên đề ${index + 1}`, roomId: rooms[n]!, lecturerId: lecturers[n]! }),
        );
      mornings.push(held);
    }
  });

  const as = () => app.as(office);
  const declare = (of = 0, others = [1, 2]) =>
    as().post<{ items: { id: string; leads: boolean }[]; code?: string }>(
      `/api/v1/classes/${classes[of]!.id}/parallels`,
      {
        classIds: others.map((n) => classes[n]!.id),
      },
    );
  const halfDays = async (n: number) =>
    (await as().get<{ items: HalfDay[] }>(`/api/v1/classes/${classes[n]!.id}/half-days`)).body.items;
  const also = (...which: number[]) => ({ alsoInClassIds: which.map((n) => classes[n]!.id) });
  const move = (change: object) =>
    as().patch<{ code?: string; detail?: string }>(`/api/v1/half-days/${mornings[0]![1]!.id}`, { reason, ...change });
  const preview = (change: object) =>
    as().post<{ items: Along[] }>(`/api/v1/half-days/${mornings[0]![1]!.id}/preview`, { reason, ...change });

  it('stand side by side, the leading one first', async () => {
    const { status, body } = await declare();
    expect(status).toBe(201);
    expect(body.items.map(({ id, leads }) => [id, leads])).toEqual(classes.map(({ id }, n) => [id, n === 0]));
    const page = await as().get<string>(`/classes/${classes[0]!.id}/parallels`);
    expect(page.text.match(/Cùng giờ/g)).toHaveLength(6);
    const follower = await as().get<string>(`/classes/${classes[1]!.id}/parallels`);
    expect(follower.text).toContain('đổi lịch chung ở buổi của lớp đó');
    const overview = await as().get<string>(`/classes/${classes[0]!.id}`);
    expect(overview.text).toContain('Lớp song song');
  });

  it('change at once where they are told to, each at places of its own', async () => {
    await declare();
    const seen = await preview({ part: 'afternoon', topic: 'Chuyên đề mới', ...also(1, 2) });
    expect(seen.body.items).toMatchObject([{ emptied: [], refusal: null }, { emptied: [] }]);
    expect((await halfDays(1))[1]).toMatchObject({ part: 'morning' });
    expect((await move({ part: 'afternoon', topic: 'Chuyên đề mới', ...also(1) })).status).toBe(200);
    expect((await halfDays(1))[1]).toMatchObject({
      ...{ part: 'afternoon', topic: 'Chuyên đề mới', roomId: rooms[1], lecturerId: lecturers[1] },
    });
    expect((await halfDays(2))[1]).toMatchObject({ part: 'morning', topic: 'Chuyên đề 2' });
  });

  it('leave a room or lecturer that another class has at the new time, and say so before', async () => {
    await declare();
    const other = await a.trainingClass({ state: 'confirmed', opensOn: '2026-02-02' });
    await a.halfDay(other, '2026-02-03', { part: 'afternoon', roomId: rooms[1]!, lecturerId: lecturers[1]! });
    const { body } = await preview({ part: 'afternoon', ...also(1, 2) });
    expect(body.items.map(({ emptied }) => emptied)).toEqual([['room', 'lecturer'], []]);
    expect((await move({ part: 'afternoon', ...also(1, 2) })).status).toBe(200);
    expect((await halfDays(1))[1]).toMatchObject({ part: 'afternoon', roomId: null, lecturerId: null });
    expect((await halfDays(2))[1]).toMatchObject({ part: 'afternoon', roomId: rooms[2] });
  });

  it('all change or none: whose people are elsewhere then is named, and left out by who decides', async () => {
    await declare();
    const person = await a.person({ in: unit, fullName: 'Lê Thị Bận' });
    const by = await a.nomination({ in: classes[1]!, person, state: 'accepted', seat: 1 });
    await a.enrollment({ in: classes[1]!, person, by });
    const other = await a.trainingClass({ state: 'confirmed', opensOn: '2026-02-02' });
    await a.halfDay(other, '2026-02-03', { part: 'afternoon' });
    await a.enrollment({ in: other, person });
    const { body } = await preview({ part: 'afternoon', ...also(1, 2) });
    expect(body.items[0]!.refusal!.vi).toContain('Lê Thị Bận');
    const refused = await move({ part: 'afternoon', ...also(1, 2) });
    expect(refused).toMatchObject({ status: 409, body: { code: 'parallel_in_the_way' } });
    expect((await halfDays(0))[1]).toMatchObject({ part: 'morning' });
    expect((await halfDays(2))[1]).toMatchObject({ part: 'morning' });
    expect((await move({ part: 'afternoon', ...also(2) })).status).toBe(200);
  });

  it('are cancelled together', async () => {
    await declare();
    const cancelled = await as().post(`/api/v1/half-days/${mornings[0]![2]!.id}/cancellation`, {
      reason,
      ...also(1, 2),
    });
    expect(cancelled.status).toBe(200);
    for (const n of [0, 1, 2]) expect((await halfDays(n))[2]!.cancelledAt).not.toBeNull();
  });

  it('are changed from the page of the half-day: chosen, seen, done', async () => {
    await declare();
    const id = mornings[0]![1]!.id;
    const form = await as().get<string>(`/half-days/${id}/edit`);
    expect(form.text).toContain('Đổi luôn ở các lớp song song');
    const typed = {
      ...{ day: '2026-02-03', part: 'afternoon', startTime: '13:30', endTime: '17:00', topic: 'Chuyên đề 2' },
      ...{ roomId: rooms[0]!, lecturerId: lecturers[0]!, reason, alsoInClassIds: classes[1]!.id },
    };
    const seen = await as().form(`/half-days/${id}/preview`, typed);
    expect(seen.text).toContain('Đổi lịch cả 2 lớp');
    const done = await as().form(`/half-days/${id}`, typed);
    expect(done.status).toBe(303);
    expect((await halfDays(1))[1]).toMatchObject({ part: 'afternoon', roomId: rooms[1] });
    const follower = await as().get<string>(`/half-days/${mornings[1]![1]!.id}/edit`);
    expect(follower.text).toContain('theo lịch của lớp');
  });

  it('come first where a half-day is made up', async () => {
    await declare(0, [2]);
    const person = await a.person({ in: unit });
    const by = await a.nomination({ in: classes[0]!, person, state: 'accepted', seat: 1 });
    const enrollment = await a.enrollment({ in: classes[0]!, person, by });
    await a.halfDay(classes[2]!, '2026-02-20', { part: 'evening' });
    await a.halfDay(classes[1]!, '2026-02-10', { part: 'evening' });
    const { body } = await as().get<{ items: { classCode: string; parallel: boolean }[] }>(
      `/api/v1/enrollments/${enrollment.id}/half-days/${mornings[0]![0]!.id}/guest-choices`,
    );
    expect(body.items.map(({ parallel }) => parallel)).toEqual([true, false]);
    const page = await as().get<string>(`/enrollments/${enrollment.id}/half-days/${mornings[0]![0]!.id}/guest`);
    expect(page.text).toContain('(lớp song song)');
  });

  it('are of one course, follow one class, and may end it', async () => {
    const stranger = await a.trainingClass({ state: 'confirmed' });
    const refused = await as().post<{ errors: { code: string }[] }>(`/api/v1/classes/${classes[0]!.id}/parallels`, {
      classIds: [stranger.id],
    });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'not_parallel' }] } });
    await declare(0, [1]);
    expect((await declare(1, [2])).body.code).toBe('follows_another');
    expect((await declare(2, [0])).status).toBe(422);
    const ended = await as().post<{ items: unknown[] }>(
      `/api/v1/classes/${classes[0]!.id}/parallels/${classes[1]!.id}/ending`,
    );
    expect(ended.body.items).toHaveLength(1);
    expect((await declare(1, [2])).status).toBe(201);
  });
});

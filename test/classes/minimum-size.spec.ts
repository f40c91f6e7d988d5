import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';

describe('the least size of a class', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterEach(() => app.clock.moveTo(momentAt('2026-01-05', '08:00')));
  afterAll(() => app.stop());

  const pages = async (id: string) =>
    Promise.all(['/', `/classes/${id}`].map(async (path) => (await app.as(office).get<string>(path)).text));
  const warned = async (id: string, sentence: string) => (await pages(id)).map((page) => page.includes(sentence));

  it('is at most the number of seats, when planned, when changed and when seats are taken away', async () => {
    const newClass = {
      code: 'SI-SO-1',
      courseId: (await a.course()).id,
      name: 'Lớp có sĩ số',
      mode: 'part_time',
      opensOn: '2026-03-07',
      closesOn: '2026-04-26',
      capacity: 20,
    };
    const above = { code: 'min_size_above_capacity', errors: [{ field: 'minSize', code: 'above_capacity' }] };
    const plan = (minSize: number) => app.as(office).post<{ id: string }>('/api/v1/classes', { ...newClass, minSize });
    expect((await plan(21)).body).toMatchObject(above);
    const { body } = await plan(20);
    expect(body).toMatchObject({ minSize: 20 });
    const change = (minSize: unknown) => app.as(office).patch(`/api/v1/classes/${body.id}`, { minSize });
    expect((await change(21)).body).toMatchObject(above);
    expect((await change(0)).body).toMatchObject({ errors: [{ field: 'minSize', code: 'not_in_range' }] });
    const resize = () =>
      app.as(office).post(`/api/v1/classes/${body.id}/seats/capacity`, { capacity: 10, reason: 'x' });
    expect((await resize()).body).toMatchObject({ code: 'min_size_above_capacity' });
    expect((await change(null)).body).toMatchObject({ minSize: null });
    expect((await resize()).status).toBeLessThan(300);
  });

  it('warns the office in the last fortnight, on its desk and on the class, until enough seats are held', async () => {
    const inClass = await a.trainingClass({ name: 'Lớp Đảng viên mới', seats: 5, minSize: 2, opensOn: '2026-02-07' });
    const unit = await a.unit();
    const secretary = await a.secretaryOf(unit);
    const nominate = async () =>
      app.as(secretary).post(`/api/v1/classes/${inClass.id}/nominations`, {
        personId: (await a.person({ in: unit })).id,
        letter: { number: '1-CV/ĐU', date: '2026-01-05' },
      });
    await nominate();
    const sentence = (days: string) => `Lớp Đảng viên mới mới có 1/2 người, ${days}`;
    app.clock.moveTo(momentAt('2026-01-23', '23:00'));
    expect(await warned(inClass.id, 'mới có 1/2 người')).toEqual([false, false]);
    app.clock.moveTo(momentAt('2026-01-24', '00:30'));
    expect(await warned(inClass.id, sentence('còn 14 ngày'))).toEqual([true, true]);
    app.clock.moveTo(momentAt('2026-01-29', '08:00'));
    expect(await warned(inClass.id, sentence('còn 9 ngày'))).toEqual([true, true]);
    const own = await app.as(secretary).get<string>(`/classes/${inClass.id}`);
    expect(own.text).not.toContain('mới có');
    app.clock.moveTo(momentAt('2026-02-08', '08:00'));
    expect(await warned(inClass.id, 'mới có 1/2 người')).toEqual([false, false]);
    app.clock.moveTo(momentAt('2026-01-10', '08:00'));
    await nominate();
    app.clock.moveTo(momentAt('2026-01-29', '08:00'));
    expect(await warned(inClass.id, 'mới có')).toEqual([false, false]);
  });

  it('says nothing of classes that are cancelled or have no least size', async () => {
    const cancelled = await a.trainingClass({ name: 'Đã thôi', minSize: 2, state: 'cancelled' });
    const free = await a.trainingClass({ name: 'Không hạn' });
    app.clock.moveTo(momentAt('2026-02-01', '08:00'));
    for (const { id } of [cancelled, free]) expect(await warned(id, 'mới có')).toEqual([false, false]);
  });
});

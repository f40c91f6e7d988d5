import type { TemplateItem } from '../../src/classes/templates/templates.queries';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';

describe('class templates', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let courseId: string;
  let names = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    courseId = (await a.course({ nameVi: 'Bồi dưỡng đảng viên mới' })).id;
  });
  afterAll(() => app.stop());

  const newTemplate = (given: object = {}) => {
    names += 1;
    return {
      name: `Mẫu đảng viên mới ${names}`,
      courseId,
      mode: 'part_time',
      capacity: 60,
      minSize: 20,
      poolOpen: false,
      weekdays: [6, 7],
      parts: ['morning', 'afternoon'],
      halfDayCount: 10,
      note: 'Học cuối tuần',
      ...given,
    };
  };
  const make = async (given: object = {}) =>
    (await app.as(office).post<TemplateItem>('/api/v1/class-templates', newTemplate(given))).body;
  const actions = async (id: string) =>
    (await app.sql<{ action: string }>('SELECT action FROM journal_lines WHERE subject_id = $1 ORDER BY id', id)).map(
      ({ action }) => action,
    );

  it('are made, changed upon the version that was read, and removed, each in the journal', async () => {
    const { id, ...made } = await make();
    expect(made).toMatchObject({ weekdays: [6, 7], parts: ['morning', 'afternoon'], poolOpen: false, roomId: null });
    const change = async () =>
      app
        .as(office)
        .with({ 'if-match': '"1"' })
        .patch(`/api/v1/class-templates/${id}`, { capacity: 80, note: null, weekdays: null });
    expect((await change()).body).toMatchObject({ capacity: 80, minSize: 20, note: null, weekdays: [], version: 2 });
    expect((await change()).status).toBe(412);
    expect((await app.as(office).delete(`/api/v1/class-templates/${id}`)).status).toBe(204);
    expect((await app.as(office).patch(`/api/v1/class-templates/${id}`, {})).status).toBe(404);
    expect(await actions(id)).toEqual(['class_templates.added', 'class_templates.changed', 'class_templates.removed']);
  });

  it.each([
    ['a least size above the seats', { minSize: 61 }, 422, 'minSize', 'above_capacity'],
    ['a weekday there is none of', { weekdays: [8] }, 422, 'weekdays', 'not_choices'],
    ['a course there is none of', { courseId: '00000000-0000-4000-8000-000000000000' }, 422, 'courseId', 'not_in_list'],
    ['no name', { name: ' ' }, 422, 'name', 'required'],
  ])('refuse %s, naming the field', async (_, given, status, field, code) => {
    const refused = await app.as(office).post('/api/v1/class-templates', newTemplate(given));
    expect(refused.status).toBe(status);
    expect(refused.body).toMatchObject({ errors: [{ field, code }] });
  });

  it('refuse a name that is taken', async () => {
    const { name } = await make();
    const refused = await app.as(office).post('/api/v1/class-templates', newTemplate({ name }));
    expect(refused.body).toMatchObject({ status: 409, code: 'template_name_taken', errors: [{ field: 'name' }] });
  });

  it('are listed by name, page by page, those of one course when asked', async () => {
    const course = await a.course();
    for (const name of ['Đợt B', 'Đợt A', 'Đợt C']) await make({ name, courseId: course.id });
    const listed = async (query: string) =>
      (
        await app
          .as(office)
          .get<{ items: TemplateItem[]; next: string | null }>(`/api/v1/class-templates?courseId=${course.id}${query}`)
      ).body;
    const first = await listed('&limit=2');
    expect(first.items.map(({ name }) => name)).toEqual(['Đợt A', 'Đợt B']);
    const rest = await listed(`&limit=2&after=${first.next}`);
    expect(rest).toMatchObject({ items: [{ name: 'Đợt C' }], next: null });
    const page = await app.as(office).get<string>(`/class-templates?courseId=${courseId}`);
    expect(page.text).not.toContain('Đợt A');
  });

  it('fill in the form of a class, and then its timetable', async () => {
    const { id } = await make({ name: 'Mẫu cuối tuần' });
    const form = await app.as(office).get<string>(`/classes/new?templateId=${id}`);
    expect(form.text).toMatch(/name="capacity"[^>]*value="60"/);
    expect(form.text).toMatch(/name="minSize"[^>]*value="20"/);
    expect(form.text).toMatch(/value="false" checked[^>]*>\s*<span>Không được/);
    const created = await app.as(office).form('/classes', {
      templateId: id,
      courseId,
      name: 'Lớp từ mẫu',
      code: 'TU-MAU-1',
      mode: 'part_time',
      opensOn: '2026-03-07',
      closesOn: '2026-04-26',
      capacity: '60',
    });
    const next = created.headers.get('location')!;
    expect(next).toMatch(/\/template-timetable\?templateId=/);
    const timetable = await app.as(office).get<string>(next);
    expect(timetable.text).toMatch(/name="count"[^>]*value="10"/);
    expect(timetable.text).toMatch(/name="from"[^>]*value="07\/03\/2026"/);
  });

  it('are taken from a class: its usual days are those of its half-days', async () => {
    const inClass = await a.trainingClass({ course: { id: courseId }, name: 'Lớp mẫu mực', seats: 44, minSize: 15 });
    for (const day of ['2026-02-07', '2026-02-08', '2026-02-14']) await a.halfDay(inClass, day);
    await a.halfDay(inClass, '2026-02-16', { cancelled: { at: app.clock.now(), reason: 'Trùng họp' } });
    const page = await app.as(office).get<string>(`/class-templates/new?classId=${inClass.id}`);
    expect(page.text).toContain('value="Lớp mẫu mực"');
    expect(page.text).toMatch(/name="capacity"[^>]*value="44"/);
    expect(page.text).toMatch(/name="halfDayCount"[^>]*value="3"/);
    expect([...page.text.matchAll(/name="weekdays" value="(\d)" checked/g)].map(([, day]) => day)).toEqual(['6', '7']);
  });

  it('are removed on their page only as they were seen', async () => {
    const { id } = await make();
    await app.as(office).patch(`/api/v1/class-templates/${id}`, { capacity: 30 });
    expect((await app.as(office).form(`/class-templates/${id}/removal`, { version: '"1"' })).status).toBe(412);
    expect((await app.as(office).form(`/class-templates/${id}/removal`, { version: '"2"' })).status).toBe(303);
  });

  it('lose their days when a form comes without any', async () => {
    const made = await make();
    const sent = { name: made.name, courseId, mode: 'part_time', capacity: '60', version: '"1"' };
    expect((await app.as(office).form(`/class-templates/${made.id}`, sent)).status).toBe(303);
    const [stored] = await app.sql('SELECT weekdays, parts FROM class_templates WHERE id = $1', made.id);
    expect(stored).toEqual({ weekdays: [], parts: [] });
  });
});

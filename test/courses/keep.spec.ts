import type { CourseItem } from '../../src/courses/courses.queries';
import { TestApp } from '../app';
import { Builders, type BuiltAccount } from '../builders';

describe('keeping the courses', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    secretary = await a.secretaryOf(await a.unit());
  });
  afterAll(() => app.stop());

  const facts = {
    nameVi: 'Bồi dưỡng công tác kiểm tra',
    nameEn: 'Inspection work',
    approvalSteps: 'bloc',
    award: 'certificate',
    usualHalfDays: '6',
  };
  const shown = async (id: string) => (await app.as(office).get<CourseItem>(`/api/v1/courses/${id}`)).body;
  const idIn = (location: string | null) => location!.split('/').at(-1)!;
  const journal = (id: string) =>
    app.sql('SELECT action, reason FROM journal_lines WHERE subject_id = $1 ORDER BY id', id);

  it('begins with a button that loads the seven, for those who may press it', async () => {
    const button = 'action="/courses/catalogue"';
    expect((await app.as(office).get<string>('/courses')).text).toContain(button);
    const others = await app.as(secretary).get<string>('/courses');
    expect([others.text.includes(button), others.text.includes('Chưa có chương trình nào')]).toEqual([false, true]);
    expect((await app.as(secretary).form('/courses/catalogue', {})).status).toBe(403);

    const loaded = await app.as(office).form('/courses/catalogue', {});
    expect([loaded.status, loaded.headers.get('location')]).toEqual([303, '/courses']);
    const after = await app.as(office).get<string>('/courses');
    expect([after.text.includes(button), after.text.includes('Cao cấp')]).toEqual([false, true]);
    expect((await app.as(office).form('/courses/catalogue', {})).status).toBe(303);
    expect(await app.sql('SELECT 1 FROM courses')).toHaveLength(7);
  });

  it('adds one by a form, which comes back with what was typed', async () => {
    const form = await app.as(office).get<string>('/courses/new');
    expect(form.text).toContain('name="usualHalfDays"');
    const typed = { ...facts, code: 'inspection', kind: 'short', approvalSteps: 'group' };
    const refused = await app.as(office).form('/courses', typed);
    expect([refused.status, refused.text.includes('Khối luôn xét duyệt'), refused.text.includes(facts.nameVi)]).toEqual(
      [422, true, true],
    );
    const added = await app.as(office).form('/courses', { ...typed, approvalSteps: 'bloc' });
    expect(added.status).toBe(303);
    expect(await shown(idIn(added.headers.get('location')))).toMatchObject({ code: 'inspection', retiredFrom: null });
    expect((await app.as(office).form('/courses', { ...typed, approvalSteps: 'bloc' })).text).toContain(
      'Mã này đã dùng',
    );
  });

  it('changes what may be changed, upon the version one saw, and leaves the rest', async () => {
    const { id } = await a.course({ raisesTo: 'elementary' });
    const { etag } = Object.fromEntries((await app.as(office).get(`/api/v1/courses/${id}`)).headers) as {
      etag: string;
    };
    const change = (body: object) => app.as(office).with({ 'if-match': etag }).patch(`/api/v1/courses/${id}`, body);
    expect((await change({ nameVi: 'Tên mới', raisesTo: null })).body).toMatchObject({
      nameVi: 'Tên mới',
      raisesTo: null,
      usualHalfDays: 10,
      award: 'certificate',
    });
    expect((await change({ nameVi: 'Tên mới hơn' })).status).toBe(412);
    expect((await app.as(office).patch(`/api/v1/courses/${id}`, { kind: 'theory' })).status).toBe(422);

    const form = await app.as(office).get<string>(`/courses/${id}/edit`);
    const version = /name="version" value="([^"]+)"/.exec(form.text)![1]!.replaceAll('&quot;', '"');
    const saved = await app.as(office).form(`/courses/${id}`, { ...facts, raisesTo: '', version });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `/courses/${id}`]);
    expect(await shown(id)).toMatchObject({ nameVi: facts.nameVi, usualHalfDays: 6 });
    const stale = await app.as(office).form(`/courses/${id}`, { ...facts, nameVi: 'Muộn', version });
    expect([stale.status, stale.text.includes(`href="/courses/${id}/edit"`)]).toEqual([412, true]);
    expect((await journal(id)).map(({ action }) => action)).toEqual(['courses.changed', 'courses.changed']);
  });

  it('retires one from a day: no new class opens, planned ones go on, and it may come back', async () => {
    const course = await a.course();
    const planned = await a.trainingClass({ course });
    const newClass = (opensOn: string, code: string) =>
      app.as(office).post<{ id: string; code: string }>('/api/v1/classes', {
        ...{ code, courseId: course.id, name: 'Lớp', mode: 'part_time', opensOn, closesOn: '2026-12-01', capacity: 5 },
      });
    const path = `/courses/${course.id}/retirement`;
    expect((await app.as(office).form(path, { from: '2026-03-01', reason: '' })).status).toBe(422);
    expect((await app.as(office).form(path, { from: '2026-03-01', reason: 'Hướng dẫn mới' })).status).toBe(303);
    const again = await app.as(office).form(path, { from: '2026-04-01', reason: 'Lần hai' });
    expect([again.status, again.text.includes('đã ngừng từ ngày 01/03/2026')]).toEqual([409, true]);
    expect((await app.as(secretary).get<string>('/courses')).text).toContain('Ngừng từ 01/03/2026');

    expect((await newClass('2026-02-28', 'R-1')).status).toBe(201);
    expect((await newClass('2026-03-01', 'R-2')).body).toMatchObject({ status: 409, code: 'course_retired' });
    const moved = await a.trainingClass({ state: 'draft', opensOn: '2026-05-01', closesOn: '2026-05-09' });
    expect((await app.as(office).patch(`/api/v1/classes/${moved.id}`, { courseId: course.id })).body).toMatchObject({
      code: 'course_retired',
    });
    expect((await app.as(office).patch(`/api/v1/classes/${planned.id}`, { name: 'Lớp vẫn học' })).status).toBe(200);
    const offered = async () =>
      (await app.as(office).get<string>('/classes/new')).text.includes(`<option value="${course.id}"`);
    expect(await offered()).toBe(true);
    app.clock.moveTo(new Date('2026-03-01T01:00:00Z'));
    expect(await offered()).toBe(false);

    expect((await app.as(office).form(`/courses/${course.id}/return`, { reason: 'Nhầm' })).status).toBe(303);
    expect((await app.as(office).post(`/api/v1/courses/${course.id}/return`, { reason: 'Nhầm' })).body).toMatchObject({
      code: 'course_not_retired',
    });
    expect((await newClass('2026-03-01', 'R-2')).status).toBe(201);
    expect(await journal(course.id)).toEqual([
      { action: 'courses.retired', reason: 'Hướng dẫn mới' },
      { action: 'courses.returned', reason: 'Nhầm' },
    ]);
  });
});

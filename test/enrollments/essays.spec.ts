import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson } from '../builders';
import { enrolled } from './enrolled';

describe('essays', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let aClass: BuiltClass;
  let person: BuiltPerson;
  let writer: BuiltAccount;
  let enrollmentId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    aClass = await a.trainingClass({ state: 'confirmed' });
    person = await a.person();
    writer = await a.account({ person });
    enrollmentId = (await enrolled(app, a, aClass, person)).id;
  });

  const handIn = (body: string, by = writer) => app.as(by).post(`/api/v1/enrollments/${enrollmentId}/essay`, { body });
  const mark = (value: unknown, by = office) =>
    app.as(by).put(`/api/v1/enrollments/${enrollmentId}/essay-mark`, { mark: value });
  const essay = (by = office) => app.as(by).get(`/api/v1/enrollments/${enrollmentId}/essay`);

  it('are handed in by their writer, and again until they are marked', async () => {
    expect((await handIn('Bài thứ nhất')).status).toBe(201);
    await handIn('Bài thứ hai');
    expect((await essay()).body).toMatchObject({ body: 'Bài thứ hai', mark: null });
    expect((await mark(7.5)).body).toEqual({ enrollmentId, mark: 7.5 });
    expect((await handIn('Bài thứ ba')).body).toMatchObject({ code: 'essay_marked', status: 409 });
    expect((await essay(writer)).body).toMatchObject({ body: 'Bài thứ hai', mark: 7.5 });
  });

  it('are nobody else’s to hand in or read, not even the unit’s', async () => {
    const other = await a.account({ person: await a.person() });
    expect((await handIn('Bài của người khác', other)).status).toBe(404);
    await handIn('Bài của tôi');
    const secretary = await a.account({ roles: [['unit_secretary', { id: person.unitId }]] });
    expect((await essay(secretary)).status).toBe(404);
    expect((await handIn('Nộp hộ', secretary)).status).toBe(403);
  });

  it('that came on paper are noted by the class manager, never over what the writer handed in', async () => {
    const manager = await a.account({ roles: [['class_manager', aClass]] });
    expect((await handIn('Bản giấy, 6 trang', manager)).status).toBe(201);
    expect((await handIn('Sửa', manager)).status).toBe(403);
  });

  it('are marked by the office from 0 to 10, once handed in', async () => {
    expect((await mark(8)).body).toMatchObject({ code: 'essay_not_handed_in' });
    await handIn('Bài');
    expect((await mark(10.5)).body).toMatchObject({ errors: [{ field: 'mark', code: 'not_a_mark' }] });
    expect((await mark(8, writer)).status).toBe(403);
    expect((await mark(8)).status).toBe(200);
    expect((await mark(8.25)).status).toBe(200);
    const lines = await app.sql(
      `SELECT facts FROM journal_lines WHERE action = 'essays.marked' AND person_id = $1 ORDER BY id`,
      person.id,
    );
    expect(lines).toEqual([{ facts: { from: null, to: 8 } }, { facts: { from: 8, to: 8.25 } }]);
  });

  it('are neither taken nor marked once the class is closed', async () => {
    await handIn('Bài');
    await app.sql(`UPDATE classes SET state = 'closed', closed_at = now() WHERE id = $1`, aClass.id);
    expect((await handIn('Bài muộn')).body).toMatchObject({ code: 'essays_locked' });
    expect((await mark(5)).body).toMatchObject({ code: 'essays_locked' });
  });

  it('come back with their text when they are refused on the page', async () => {
    const page = await app.as(writer).get(`/classes/${aClass.id}/essays`);
    expect(page.headers.get('location')).toBe(`/enrollments/${enrollmentId}/essay`);
    const refused = await app.as(writer).form(`/enrollments/${enrollmentId}/essay`, { body: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Cần điền mục này.');
    const done = await app.as(writer).form(`/enrollments/${enrollmentId}/essay`, { body: 'Bài của tôi\n\nPhần hai' });
    expect(done.status).toBe(303);
    expect((await app.as(writer).get<string>(`/enrollments/${enrollmentId}/essay`)).text).toContain('Phần hai');
  });

  it('are marked one after the other on the pages of the office, with a comma or a point', async () => {
    const next = await enrolled(app, a, aClass, await a.person({ full_name: 'Vũ Thị Yến' }));
    await app.sql(
      `INSERT INTO essays (enrollment_id, body, handed_in_at) SELECT id, 'Bài', $2 FROM unnest($1::uuid[]) id`,
      [enrollmentId, next.id],
      app.clock.now(),
    );
    const wrong = await app.as(office).form(`/enrollments/${enrollmentId}/essay-mark`, { mark: '7,555' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="7,555"');
    const saved = await app.as(office).form(`/enrollments/${enrollmentId}/essay-mark`, { mark: '7,5' });
    expect(saved.headers.get('location')).toBe(`/enrollments/${next.id}/essay`);
    const last = await app.as(office).form(`/enrollments/${next.id}/essay-mark`, { mark: '8.5' });
    expect(last.headers.get('location')).toBe(`/classes/${aClass.id}/essays`);
    expect((await essay()).body).toMatchObject({ mark: 7.5 });
  });
});

import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltClass, type BuiltEnrollment, type BuiltPerson } from '../builders';

interface Learning {
  readonly code: string;
  readonly continues: { readonly enrollmentId: string } | null;
  readonly earlier: readonly { readonly enrollmentId: string }[];
  readonly halfDays: readonly { readonly mark: string; readonly origin: { readonly day: string } | null }[];
}

/** Somebody attended K1 and failed one of its two modules, so did not complete it; now they are in K2. */
describe('somebody who repeats a class they did not complete', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let k1: BuiltClass;
  let k2: BuiltClass;
  let person: BuiltPerson;
  let before: BuiltEnrollment;
  let now: BuiltEnrollment;
  let modules: { passed: string; failed: string };

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(momentAt('2026-01-15', '08:00'));
    const course = await a.course({ kind: 'theory', award: 'diploma' });
    await a.rule(course, 'completion', 'marks', { minimum: 5 });
    k1 = await a.trainingClass({ course, state: 'confirmed' });
    k2 = await a.trainingClass({ course, state: 'confirmed' });
    await a.halfDay(k1, '2026-02-02');
    await a.halfDay(k2, '2026-04-06');
    const [passed, failed] = [await a.module(k1, 1, 'Triết học'), await a.module(k1, 2, 'Kinh tế chính trị')];
    modules = { passed: await a.module(k2, 1, 'Triết học'), failed: await a.module(k2, 2, 'Kinh tế chính trị') };
    person = await a.person();
    before = await a.enrollment({ in: k1, person, marks: ['present'] });
    await enter(before, passed, 8);
    await enter(before, failed, 3);
    await k1.becomes({ state: 'closed', closedAt: app.clock.now() });
    now = await a.enrollment({ in: k2, person });
  });

  const enter = async (of: BuiltEnrollment, moduleId: string, mark: number, attempt = 1) =>
    app.as(office).put(`/api/v1/enrollments/${of.id}/marks`, { marks: [{ moduleId, mark, attempt }] });
  const goOn = (enrollmentId = before.id, by = office) =>
    app.as(by).post<Learning>(`/api/v1/enrollments/${now.id}/continuation`, { enrollmentId, reason: 'Học lại' });

  it('goes on with what was passed and attended, and sits again what was failed', async () => {
    const shown = await app.as(office).get<Learning>(`/api/v1/enrollments/${now.id}`);
    expect(shown.body.earlier).toMatchObject([{ enrollmentId: before.id }]);
    const went = await goOn();
    expect(went).toMatchObject({ status: 201, body: { continues: { enrollmentId: before.id }, earlier: [] } });
    expect(went.body.halfDays).toMatchObject([{ mark: 'present', origin: { day: '2026-02-02' } }]);
    expect((await enter(now, modules.failed, 6, 2)).status).toBe(200);
    const { body } = await app
      .as(office)
      .get<{ items: { personId: string; completed: boolean }[] }>(`/api/v1/classes/${k2.id}/closing-preview`);
    expect(body.items).toMatchObject([{ personId: person.id, completed: true }]);
    const marks = await app.as(office).get<{ marks: object[] }>(`/api/v1/enrollments/${now.id}/marks`);
    expect(marks.body.marks).toMatchObject([
      { moduleId: modules.passed, first: 8, firstSatIn: expect.stringMatching(/LOP-/) as string },
      { first: 3, resit: 6, resitSatIn: null },
    ]);
  });

  it('keeps what this class has a mark of itself, and goes on with the rest', async () => {
    expect((await enter(now, modules.passed, 4)).status).toBe(200);
    expect((await goOn()).status).toBe(201);
    const marks = await app.as(office).get<{ marks: object[] }>(`/api/v1/enrollments/${now.id}/marks`);
    expect(marks.body.marks).toMatchObject([{ first: 4, firstSatIn: null }, { first: 3 }]);
  });

  it('goes on once, with a class of the course that is over for them', async () => {
    const other = await a.enrollment({ in: await a.trainingClass({ state: 'closed' }), person });
    const ofAnother = await a.enrollment({ in: k1 });
    for (const wrong of [other, ofAnother, now])
      expect(await goOn(wrong.id)).toMatchObject({ status: 422, body: { errors: [{ code: 'not_an_earlier_class' }] } });
    await goOn();
    expect(await goOn()).toMatchObject({ status: 409, body: { code: 'goes_on_already' } });
  });

  it('is said by the office alone, also on the page, and by nobody themselves', async () => {
    expect((await goOn(before.id, await a.account({ roles: [['class_manager', k2]] }))).status).toBe(403);
    const self = await a.account({ person, roles: [['training_officer', (await a.organization()).bloc]] });
    expect(await goOn(before.id, self)).toMatchObject({ status: 403, body: { code: 'about_oneself' } });
    const page = await app.as(office).get<string>(`/enrollments/${now.id}`);
    expect(page.text).toContain('Mang theo kết quả lớp trước');
    const empty = await app.as(office).form(`/enrollments/${now.id}/continuation`, { enrollmentId: before.id });
    expect(empty.status).toBe(422);
    const sent = { enrollmentId: before.id, reason: 'Học lại' };
    expect((await app.as(office).form(`/enrollments/${now.id}/continuation`, sent)).status).toBe(303);
  });
});

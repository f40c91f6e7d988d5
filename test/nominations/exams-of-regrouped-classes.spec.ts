import { TestApp } from '../app';
import { Builders, type BuiltClass } from '../builders';
import { ClassInCourse, type Learner } from './class-in-course';

interface Exam {
  readonly id: string;
}
interface Outcome {
  readonly code?: string;
  readonly carried: { readonly exams: number; readonly examsLost: number };
  readonly examsWithoutMinutes: readonly { readonly id: string }[];
}

/** A theory class whose learners An and Chi are on the list of an examination of an evening to come. */
describe('examinations of a class that is split or merged', () => {
  let app: TestApp;
  let a: Builders;
  let here: ClassInCourse;
  let from: BuiltClass;
  let an: Learner;
  let chi: Learner;
  let exam: Exam;
  const reason = 'Không đủ giảng viên';

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    here = await ClassInCourse.gather(app, a);
    from = await here.aClass([3, 0], { roomId: await a.room() });
    await here.mornings(from);
    an = await here.learner(from, 1, 'Nguyễn Văn An');
    chi = await here.learner(from, 2, 'Lê Thị Chi');
    here.midway();
    exam = await plan(from, await a.module(from, 1, 'Triết học'));
  });

  async function plan(inClass: BuiltClass, moduleId: string, day = '2026-02-10') {
    const times = { day, startTime: '18:00', endTime: '20:00' };
    const { status, body } = await app
      .as(here.office)
      .post<Exam>(`/api/v1/classes/${inClass.id}/exams`, { moduleId, ...times });
    expect(status).toBe(201);
    return body;
  }
  const listOf = ({ id }: Exam) =>
    app.sql<{ personId: string; classId: string; number: number }>(
      `SELECT n.person_id, n.class_id, d.number FROM exam_candidates d JOIN enrollments n ON n.id = d.enrollment_id
       WHERE d.exam_id = $1 ORDER BY d.number`,
      id,
    );
  const merge = (into: BuiltClass, more = '') =>
    app.as(here.office).post<Outcome>(`/api/v1/classes/${from.id}/merger${more}`, { intoClassId: into.id, reason });

  it('whoever goes to a class split off sits the same one as a guest, under the same number', async () => {
    const { body } = await app
      .as(here.office)
      .post<{ parts: { classId: string; carried: Outcome['carried'] }[] }>(`/api/v1/classes/${from.id}/splits`, {
        ...{ division: 'people', reason },
        parts: [{ code: `T-${from.id}`, name: 'Tách', personIds: [an.person.id] }],
      });
    const [made] = body.parts;
    expect(made!.carried).toMatchObject({ exams: 1, examsLost: 0 });
    expect(await listOf(exam)).toEqual([
      { personId: an.person.id, classId: made!.classId, number: 1 },
      { personId: chi.person.id, classId: from.id, number: 2 },
    ]);
  });

  it('whoever goes to another class stands on the list of the same one there, behind those who are', async () => {
    const into = await here.aClass([1, 0], { roomId: await a.room() });
    const ba = await here.learner(into, 1, 'Trần Văn Ba', here.units[0], []);
    const theirs = await plan(into, await a.module(into, 1, 'Triết học'), '2026-02-12');
    expect((await merge(into)).body.carried).toMatchObject({ exams: 2, examsLost: 0 });
    expect((await listOf(theirs)).map(({ personId, number }) => [personId, number])).toEqual([
      [ba.person.id, 1],
      [an.person.id, 2],
      [chi.person.id, 3],
    ]);
    const { body } = await app
      .as(here.office)
      .get<{ cancelledAt: string | null; stage: string }>(`/api/v1/exams/${exam.id}`);
    expect(body).toMatchObject({ stage: 'cancelled' });
  });

  it('the preview counts who would be on no list, because the other class examines nothing of the kind', async () => {
    const into = await here.aClass([1, 0], { roomId: await a.room() });
    expect((await merge(into, '/preview')).body.carried).toMatchObject({ exams: 0, examsLost: 2 });
  });

  it('a class does not go into another while one has begun without minutes, and its page leads to it', async () => {
    const into = await here.aClass([1, 0], { roomId: await a.room() });
    app.clock.moveTo(new Date('2026-02-10T21:00:00+07:00'));
    expect((await merge(into, '/preview')).body.examsWithoutMinutes).toMatchObject([{ id: exam.id }]);
    expect(await merge(into)).toMatchObject({ status: 409, body: { code: 'exams_without_minutes' } });
    const page = await app.as(here.office).form(`/classes/${from.id}/merger/preview`, { intoClassId: into.id, reason });
    expect(page.text).toContain(`href="/exams/${exam.id}"`);
    expect(page.text).not.toContain('id="confirm"');
    await app.as(here.office).post(`/api/v1/exams/${exam.id}/cancellation`, { reason: 'Mất điện' });
    expect((await merge(into)).status).toBe(201);
  });
});

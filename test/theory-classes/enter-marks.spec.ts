import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';

interface Marks {
  readonly marks: readonly { moduleId: string; first: number | null; resit: number | null; counted: number | null }[];
  readonly average: number | null;
}

describe('marks of a theory class', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let aClass: BuiltClass;
  let modules: string[];
  let enrollmentId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    const course = await a.course({ kind: 'theory', award: 'diploma' });
    aClass = await a.trainingClass({ state: 'confirmed', course });
    const set = await setUp([
      { number: 1, name: 'Triết học Mác – Lênin', kind: 'module', weight: 1 },
      { number: 2, name: 'Khóa luận', kind: 'graduation_paper', weight: 2 },
    ]);
    modules = set.body.items.map(({ id }) => id);
    enrollmentId = (await a.enrollment({ in: aClass })).id;
  });

  const setUp = (planned: readonly object[], by = office) =>
    app.as(by).put<{ items: { id: string; number: number; name: string }[] }>(`/api/v1/classes/${aClass.id}/modules`, {
      modules: planned,
    });
  const enter = (marks: readonly object[], by = office, reason?: string) =>
    app.as(by).put<Marks & Record<string, unknown>>(`/api/v1/enrollments/${enrollmentId}/marks`, { marks, reason });

  it('are entered on the 10-point scale; the average weighs each module once all are marked', async () => {
    const first = await enter([{ moduleId: modules[0], mark: 6 }]);
    expect(first).toMatchObject({
      status: 200,
      body: { average: null, marks: [{ first: 6, counted: 6 }, { first: null }] },
    });
    const second = await enter([{ moduleId: modules[1], mark: 9 }]);
    expect(second.body.average).toBe(8);
  });

  it('must lie between 0 and 10 with at most two decimals', async () => {
    const wrong = [-1, 10.5, 7.555, 'bảy'];
    for (const mark of wrong) {
      const refused = await enter([{ moduleId: modules[0], mark }]);
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'marks.0.mark', code: 'not_a_mark' }] } });
    }
    expect((await enter([{ moduleId: modules[0], mark: '7,25' }])).body.marks[0]).toMatchObject({ first: 7.25 });
  });

  it('of a re-sit count instead of the first, which they need', async () => {
    const early = await enter([{ moduleId: modules[0], mark: 6, attempt: 2 }]);
    expect(early.body).toMatchObject({ errors: [{ field: 'marks.0.mark', code: 'resit_without_first' }] });
    await enter([{ moduleId: modules[0], mark: 4 }]);
    const resat = await enter([{ moduleId: modules[0], mark: 6, attempt: 2 }]);
    expect(resat.body.marks[0]).toMatchObject({ moduleId: modules[0], first: 4, resit: 6, counted: 6, bar: null });
    const third = await enter([{ moduleId: modules[0], mark: 9, attempt: 3 }]);
    expect(third.status).toBe(422);
  });

  it('are corrected, or taken back, only with a reason, and nothing is overwritten', async () => {
    await enter([{ moduleId: modules[0], mark: 6 }]);
    const silent = await enter([{ moduleId: modules[0], mark: 6.5 }]);
    expect(silent).toMatchObject({ status: 422, body: { errors: [{ field: 'reason', code: 'reason_needed' }] } });
    await enter([{ moduleId: modules[0], mark: 6.5 }], office, 'Chấm phúc khảo');
    const taken = await enter([{ moduleId: modules[0], mark: null }], office, 'Nhập nhầm người');
    expect(taken.body.marks[0]).toMatchObject({ first: null });
    const journal = await app.sql<{ action: string; reason: string | null; facts: { changes: unknown[] } }>(
      `SELECT action, reason, facts FROM journal_lines WHERE subject_id = $1 AND action LIKE 'marks.%' ORDER BY id`,
      enrollmentId,
    );
    expect(journal).toMatchObject([
      { action: 'marks.entered', reason: null, facts: { changes: [{ from: null, to: 6 }] } },
      { action: 'marks.corrected', reason: 'Chấm phúc khảo', facts: { changes: [{ from: 6, to: 6.5 }] } },
      { action: 'marks.corrected', reason: 'Nhập nhầm người', facts: { changes: [{ from: 6.5, to: null }] } },
    ]);
    const lines = await app.as(office).get<{ items: unknown[] }>(`/api/v1/enrollments/${enrollmentId}/mark-lines`);
    expect(lines.body.items).toMatchObject([
      { revision: 3, mark: null, reason: 'Nhập nhầm người', enteredByName: expect.any(String) as string },
      { revision: 2, mark: 6.5, reason: 'Chấm phúc khảo' },
      { revision: 1, mark: 6, reason: null },
    ]);
    await expect(a.change('module_marks', { enrollmentId: enrollmentId }, { mark: 10 })).rejects.toThrow(
      'never changed',
    );
  });

  it('lead to an average and a grade by the rules of the course, a re-sit counting up to its cap', async () => {
    const course = await a.course({ kind: 'theory', award: 'diploma' });
    await a.rule(course, 'completion', 'marks', { minimum: 5, resitCap: 7 });
    await a.rule(course, 'completion', 'grades', { excellent: 9, very_good: 8, good: 7, fairly_good: 6, average: 5 });
    aClass = await a.trainingClass({ state: 'confirmed', course });
    const set = await setUp([
      { number: 1, name: 'Triết học', kind: 'module', weight: 1 },
      { number: 2, name: 'Thi tốt nghiệp', kind: 'graduation_exam', weight: 1 },
    ]);
    const [first, second] = set.body.items.map(({ id }) => id);
    enrollmentId = (await a.enrollment({ in: aClass })).id;
    expect((await enter([{ moduleId: first, mark: 4 }])).body).toMatchObject({ outcome: 'failed', grade: null });
    const both = await enter([
      { moduleId: first, mark: 9.5, attempt: 2 },
      { moduleId: second, mark: 8 },
    ]);
    expect(both.body).toMatchObject({ average: 7.5, outcome: 'passed', grade: 'good' });
    const needless = await enter([{ moduleId: second, mark: 10, attempt: 2 }]);
    expect(needless.body).toMatchObject({ errors: [{ field: 'marks.0.mark', code: 'resit_not_needed' }] });
    const all = await app.as(office).get<{ items: unknown[] }>(`/api/v1/classes/${aClass.id}/marks`);
    expect(all.body.items).toMatchObject([{ enrollmentId, average: 7.5, grade: 'good' }]);
  });

  it('are entered by the office and the manager of this class only', async () => {
    const manager = await a.account({ roles: [['class_manager', aClass]] });
    const other = await a.account({ roles: [['class_manager', await a.trainingClass()]] });
    const mark = [{ moduleId: modules[0], mark: 7 }];
    expect((await enter(mark, manager)).status).toBe(200);
    expect((await enter(mark, other)).status).toBe(404);
    expect((await enter(mark, await a.groupOfficer())).status).toBe(403);
  });

  it('are seen by the person and the unit that sent the person, not by another', async () => {
    const { person } = await a.enrollment({ in: aClass });
    const [own] = await app.sql<{ id: string }>(`SELECT id FROM enrollments WHERE person_id = $1`, person.id);
    const see = async (account: BuiltAccount) =>
      (await app.as(account).get(`/api/v1/enrollments/${own!.id}/marks`)).status;
    expect(await see(await a.account({ person }))).toBe(200);
    expect(await see(await a.secretaryOf({ id: person.unitId }))).toBe(200);
    expect(await see(await a.account({ person: await a.person() }))).toBe(404);
    expect(await see(await a.secretaryOf(await a.unit()))).toBe(404);
  });

  it('stay as they are once the class is closed, and the refusal says how to go on', async () => {
    await aClass.isClosed(app.clock.now());
    const refused = await enter([{ moduleId: modules[0], mark: 7 }]);
    expect(refused.body).toMatchObject({ status: 409, code: 'marks_locked' });
    expect(refused.body['detail']).toContain('quyết định');
    expect((await setUp([{ number: 1, name: 'Khác', kind: 'module', weight: 1 }])).body).toMatchObject({
      code: 'marks_locked',
    });
  });

  it('keep their module: one with marks is renamed, not left out', async () => {
    await enter([{ moduleId: modules[0], mark: 7 }]);
    const second = { number: 2, name: 'Khóa luận', kind: 'graduation_paper', weight: 2 };
    const refused = await setUp([second]);
    expect(refused.body).toMatchObject({ status: 409, code: 'module_has_marks' });
    const renamed = await setUp([{ number: 1, name: 'Triết học', kind: 'module', weight: 3 }]);
    expect(renamed.body.items).toMatchObject([{ id: modules[0], name: 'Triết học', weight: 3, marked: 1 }]);
  });

  it('are for a test, practice and the examination of another course that has a rule about marks', async () => {
    const course = await a.course();
    await a.rule(course, 'completion', 'marks', { minimum: 5, resitCap: null });
    aClass = await a.trainingClass({ state: 'confirmed', course });
    const set = await setUp([
      { number: 1, name: 'Bài kiểm tra', kind: 'test', weight: 1 },
      { number: 2, name: 'Đi thực tế', kind: 'practice', weight: 1 },
      { number: 3, name: 'Thi hết khóa', kind: 'exam', weight: 2 },
    ]);
    const parts = set.body.items.map(({ id }) => id);
    enrollmentId = (await a.enrollment({ in: aClass })).id;
    const marked = await enter(parts.map((moduleId, at) => ({ moduleId, mark: [6, 8, 9][at] })));
    expect(marked.body.average).toBe(8);
    expect((await app.as(office).get<string>(`/classes/${aClass.id}/marks`)).text).toContain('Thi hết khóa');
    expect((await app.as(office).get<string>(`/classes/${aClass.id}`)).text).toContain(`/classes/${aClass.id}/marks`);
    const preview = await app.as(office).get<string>(`/classes/${aClass.id}/completion`);
    expect(preview.text).toContain('Điểm trung bình 8');
  });

  it('are not for a class of another kind', async () => {
    const short = await a.trainingClass({ state: 'confirmed' });
    const answer = await app.as(office).put(`/api/v1/classes/${short.id}/modules`, {
      modules: [{ number: 1, name: 'Chuyên đề', kind: 'module', weight: 1 }],
    });
    expect(answer.body).toMatchObject({ code: 'not_a_theory_class' });
  });

  it('lets two people enter marks of one person at the same time without losing any', async () => {
    const answers = await Promise.all([
      enter([{ moduleId: modules[0], mark: 7 }]),
      enter([{ moduleId: modules[1], mark: 8 }]),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const both = await app.as(office).get<Marks>(`/api/v1/enrollments/${enrollmentId}/marks`);
    expect(both.body.marks.map(({ first }) => first)).toEqual([7, 8]);
  });

  it('names two modules of one number', async () => {
    const module = { number: 1, name: 'Một', kind: 'module', weight: 1 };
    const refused = await setUp([module, { ...module, name: 'Hai' }]);
    expect(refused.body).toMatchObject({ errors: [{ field: 'modules.1.number', code: 'number_repeated' }] });
  });
});

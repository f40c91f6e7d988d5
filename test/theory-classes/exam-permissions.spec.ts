import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';
import type { Mark } from '../builders/enrollments';

interface Row {
  readonly marks: readonly { bar: { absent: number; halfDays: number; liftedBy: { id: string } | null } | null }[];
}

describe('absence before an examination', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let aClass: BuiltClass;
  let modules: string[];
  let id: string;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  /** Ten half-days, the first three of module 1; this person missed the first and the last two. */
  beforeEach(async () => {
    const course = await a.course({ kind: 'theory', award: 'diploma' });
    await a.rule(course, 'completion', 'exam_attendance', { maximumAbsentShare: 0.3 });
    aClass = await a.trainingClass({ state: 'confirmed', course });
    for (let day = 1; day <= 10; day += 1) await a.halfDay(aClass, `2026-02-${String(day).padStart(2, '0')}`);
    const set = await setUp([1, 2, 3]);
    modules = set.body.items.map((module) => module.id);
    const unmarked = Array<Mark>(7).fill('unmarked');
    const marks: Mark[] = ['excused', ...unmarked, 'unexcused', 'unexcused'];
    ({ id } = await a.enrollment({ in: aClass, marks }));
  });

  const setUp = (halfDays: readonly number[]) =>
    app
      .as(office)
      .put<{ items: { id: string; halfDays: number[] }[]; errors: unknown }>(`/api/v1/classes/${aClass.id}/modules`, {
        modules: [
          { number: 1, name: 'Triết học', kind: 'module', weight: 1, halfDays },
          { number: 2, name: 'Kinh tế chính trị', kind: 'module', weight: 1 },
        ],
      });
  const enter = (moduleId: string, by = office) =>
    app.as(by).put(`/api/v1/enrollments/${id}/marks`, { marks: [{ moduleId, mark: 8 }] });
  const decision = (moduleIds: readonly string[]) => ({
    moduleIds,
    decisionNumber: '12-QĐ/ĐUK',
    decidedOn: '2026-01-02',
    reason: 'Điều trị dài ngày',
  });
  const permit = (moduleIds: readonly string[], by = office) =>
    app.as(by).post<Row>(`/api/v1/enrollments/${id}/exam-permissions`, decision(moduleIds));

  it('is counted over the half-days of the module, over the class where it has none', async () => {
    const { body } = await app.as(office).get<Row>(`/api/v1/enrollments/${id}/marks`);
    // One of three is too much; three of ten is exactly the limit.
    expect(body.marks).toMatchObject([{ bar: { absent: 1, halfDays: 3, liftedBy: null } }, { bar: null }]);
  });

  it('keeps the person from a mark, and says why and what would help', async () => {
    const refused = await enter(modules[0]!);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'barred_from_exam' }] } });
    expect(refused.text).toContain('vắng 1/3 buổi (33,3%), quá mức 30%');
    expect((await enter(modules[1]!)).status).toBe(200);
  });

  it('is lifted by a decision the office records, which stays once a mark rests on it', async () => {
    const manager = await a.account({ roles: [['class_manager', aClass]] });
    expect((await permit([modules[0]!], manager)).status).toBe(403);
    const lifted = await permit([modules[0]!]);
    expect(lifted).toMatchObject({
      status: 201,
      body: { marks: [{ bar: { liftedBy: { decisionNumber: '12-QĐ/ĐUK', decidedOn: '2026-01-02' } } }, {}] },
    });
    const { id: permissionId } = lifted.body.marks[0]!.bar!.liftedBy!;
    const withdraw = (reason = 'Ghi nhầm') =>
      app.as(office).post(`/api/v1/exam-permissions/${permissionId}/withdrawal`, { reason });

    expect((await withdraw()).status).toBe(204);
    expect((await enter(modules[0]!, manager)).status).toBe(422);
    const again = await permit([modules[0]!]);
    expect((await enter(modules[0]!, manager)).status).toBe(200);
    const used = again.body.marks[0]!.bar!.liftedBy!.id;
    const late = await app.as(office).post(`/api/v1/exam-permissions/${used}/withdrawal`, { reason: 'Ghi nhầm' });
    expect(late.body).toMatchObject({ status: 409, code: 'permission_used' });
    const lines = await app.sql(
      `SELECT action FROM journal_lines WHERE subject_id = $1 AND action LIKE 'exam_permissions.%' ORDER BY id`,
      id,
    );
    expect(lines.map(({ action }) => action)).toEqual([
      'exam_permissions.recorded',
      'exam_permissions.withdrawn',
      'exam_permissions.recorded',
    ]);
  });

  it('is not lifted where nothing bars the person, nor by a decision of tomorrow', async () => {
    expect((await permit([modules[1]!])).body).toMatchObject({ errors: [{ field: 'moduleIds', code: 'not_barred' }] });
    const early = await app
      .as(office)
      .post(`/api/v1/enrollments/${id}/exam-permissions`, { ...decision([modules[0]!]), decidedOn: '2027-01-01' });
    expect(early.body).toMatchObject({ errors: [{ field: 'decidedOn', code: 'not_yet' }] });
  });

  it('has half-days of a module that exist, each of one module', async () => {
    expect((await setUp([4, 5])).body.items).toMatchObject([{ halfDays: [4, 5] }, { halfDays: [] }]);
    expect((await setUp([99])).body).toMatchObject({ errors: [{ field: 'modules.0.halfDays' }] });
    const twice = await setUp([4, 4]);
    expect(twice.body).toMatchObject({ errors: [{ field: 'modules.0.halfDays', code: 'half_day_repeated' }] });
  });

  it('shows on the pages, where the cell is closed and a refused decision keeps what was typed', async () => {
    const grid = await app.as(office).get<string>(`/classes/${aClass.id}/marks`);
    expect(grid.text).not.toContain(`name="mark.${id}.1.1"`);
    expect(grid.text).toContain(`name="mark.${id}.2.1"`);
    expect(grid.text).toContain('Chưa được dự thi');
    const barred = await app.as(office).get<string>(`/classes/${aClass.id}/exam-bars`);
    expect(barred.text).toContain('vắng 1/3 buổi');
    const path = `/enrollments/${id}/exam-permissions`;
    const refused = await app.as(office).form(path, { moduleIds: modules[0]!, decisionNumber: '7-QĐ', reason: 'Ốm' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="7-QĐ"');
    const fields = { moduleIds: modules[0]!, decisionNumber: '7-QĐ', decidedOn: '2026-01-02', reason: 'Ốm' };
    expect((await app.as(office).form(path, fields)).status).toBe(303);
    const open = await app.as(office).get<string>(`/classes/${aClass.id}/marks`);
    expect(open.text).toContain(`name="mark.${id}.1.1"`);
    expect(open.text).toContain('Được dự thi theo 7-QĐ');
  });
});

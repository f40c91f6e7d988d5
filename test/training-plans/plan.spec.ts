import type { ClassItem } from '../../src/classes/classes.queries';
import type { PlanLineItem, TrainingPlan } from '../../src/training-plans/training-plans.queries';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';
import type { ClassWords } from '../builders/classes';

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

describe('the yearly plan', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let course: { id: string };

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  beforeEach(async () => {
    course = await a.course({ nameVi: 'Trung cấp lý luận chính trị' });
  });
  afterAll(() => app.stop());

  const newLine = (given: object = {}) => ({
    quarter: 1,
    courseId: course.id,
    plannedClasses: 2,
    targetPeople: 60,
    ...given,
  });
  const add = async (year: number, given: object = {}) =>
    app.as(office).post<PlanLineItem>(`/api/v1/training-plans/${year}/lines`, newLine(given));
  const planOf = async (year: number) =>
    (await app.as(office).get<TrainingPlan>(`/api/v1/training-plans/${year}`)).body;
  const lineIn = async (year: number, id: string) => (await planOf(year)).lines.find((line) => line.id === id)!;
  const lastJournalLine = async () =>
    (
      await app.sql<{ action: string; facts: object }>(
        'SELECT action, facts FROM journal_lines ORDER BY id DESC LIMIT 1',
      )
    )[0]!;

  it('takes lines, adds them up by course and quarter, and writes each in the journal', async () => {
    const first = await add(2030);
    expect(first.status).toBe(201);
    expect(first.headers.get('etag')).toBe('"1"');
    expect(first.body).toMatchObject({
      year: 2030,
      quarter: 1,
      plannedClasses: 2,
      opened: 0,
      classShare: 0,
      note: null,
    });
    expect(await lastJournalLine()).toMatchObject({ action: 'training_plans.line_added', facts: { year: 2030 } });
    await add(2030, { quarter: 4, plannedClasses: 1, targetPeople: 40, note: 'Đợt cuối năm' });
    const other = await a.course();
    await add(2030, { courseId: other.id, plannedClasses: 3, targetPeople: 0 });
    const { lines, totals } = await planOf(2030);
    expect(lines).toHaveLength(3);
    expect(totals.byCourse.find(({ courseId }) => courseId === course.id)).toMatchObject({
      plannedClasses: 3,
      targetPeople: 100,
    });
    expect(totals.byQuarter.map(({ quarter, plannedClasses }) => [quarter, plannedClasses])).toEqual([
      [1, 5],
      [2, 0],
      [3, 0],
      [4, 1],
    ]);
    expect(totals.year).toMatchObject({ plannedClasses: 6, targetPeople: 100 });
  });

  it.each([
    ['fewer than no classes', { plannedClasses: -1 }, 'plannedClasses', 'not_in_range'],
    ['fewer than no people', { targetPeople: -1 }, 'targetPeople', 'not_in_range'],
    ['a fifth quarter', { quarter: 5 }, 'quarter', 'not_in_range'],
    ['a course there is none of', { courseId: '00000000-0000-4000-8000-000000000000' }, 'courseId', 'not_in_list'],
  ])('refuses %s, naming the field', async (_, given, field, code) => {
    const refused = await add(2031, given);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ errors: [{ field, code }] });
  });

  it.each(['1999', '2101', 'nay'])('knows no plan for the year %s', async (year) => {
    for (const language of ['vi', 'en']) {
      const refused = await app.as(office, language).get<Problem>(`/api/v1/training-plans/${year}`);
      expect(refused.status).toBe(422);
      expect(refused.body.errors[0]).toMatchObject({ field: 'year', code: 'not_in_range' });
      expect(refused.body.errors[0]!.message).toMatch(/2000.*2100/);
    }
  });

  it('refuses a second line of one course and quarter, in both languages', async () => {
    await add(2032);
    const again = (language: string) =>
      app.as(office, language).post<Problem>('/api/v1/training-plans/2032/lines', newLine());
    expect((await again('vi')).body).toMatchObject({ status: 409, code: 'plan_line_exists' });
    expect((await again('vi')).body.detail).toContain('đã có dòng');
    expect((await again('en')).body.detail).toContain('already has a line');
    expect((await add(2032, { quarter: 2 })).status).toBe(201);
  });

  it('changes a line only upon the version that was read', async () => {
    const { id } = (await add(2033)).body;
    const change = (tag: string) =>
      app
        .as(office)
        .with({ 'if-match': tag })
        .patch<PlanLineItem>(`/api/v1/training-plan-lines/${id}`, { plannedClasses: 5, note: 'Tăng' });
    const changed = await change('"1"');
    expect(changed.body).toMatchObject({ plannedClasses: 5, targetPeople: 60, note: 'Tăng', version: 2 });
    expect(changed.headers.get('etag')).toBe('"2"');
    expect((await change('"1"')).status).toBe(412);
    const cleared = await app.as(office).patch(`/api/v1/training-plan-lines/${id}`, { note: null });
    expect(cleared.body).toMatchObject({ note: null, plannedClasses: 5 });
  });

  it('counts what classes opened from a line have come to, and the people in them', async () => {
    const { id } = await a.planLine({ course, plannedClasses: 4, targetPeople: 4 });
    const from = (state: ClassWords['state'], given: ClassWords = {}) =>
      a.trainingClass({ course, state, planLineId: id, ...given });
    const announced = await from('announced');
    await from('draft');
    await from('confirmed');
    await from('closed');
    const cancelled = await from('cancelled');
    for (const inClass of [announced, announced, cancelled]) await a.enrollment({ in: inClass });
    expect(await lineIn(2026, id)).toMatchObject({
      drafted: 1,
      announced: 1,
      confirmed: 1,
      closed: 1,
      cancelled: 1,
      opened: 3,
      classShare: 75,
      enrolled: 2,
      peopleShare: 50,
    });
  });

  it('is copied into an empty year, saying how many lines, and never over another plan', async () => {
    await add(2040);
    await add(2040, { quarter: 3, note: 'Quý ba' });
    const copy = (year: number, fromYear: number) =>
      app.as(office).post<Problem & { copied: number }>(`/api/v1/training-plans/${year}/copies`, { fromYear });
    expect((await copy(2041, 2040)).body).toEqual({ copied: 2 });
    expect(await lastJournalLine()).toMatchObject({
      action: 'training_plans.copied',
      facts: { fromYear: 2040, year: 2041, count: 2 },
    });
    expect((await planOf(2041)).lines.map(({ quarter, note }) => [quarter, note])).toEqual([
      [1, null],
      [3, 'Quý ba'],
    ]);
    const over = await copy(2041, 2040);
    expect(over.body).toMatchObject({ status: 409, code: 'plan_year_has_lines' });
    expect(over.body.detail).toContain('2041');
    expect((await copy(2043, 2042)).body.errors).toMatchObject([{ field: 'fromYear', code: 'nothing_to_copy' }]);
    expect((await planOf(2041)).lines).toHaveLength(2);
  });

  it('is copied once when two people copy it at the same moment', async () => {
    await add(2044);
    const copies = await Promise.all(
      [1, 2, 3, 4].map(() => app.as(office).post('/api/v1/training-plans/2045/copies', { fromYear: 2044 })),
    );
    expect(copies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    expect((await planOf(2045)).lines).toHaveLength(1);
  });

  describe('and the classes that count against it', () => {
    const newClass = (given: object = {}) => ({
      code: `KH-${Math.round(performance.now() * 1000)}`,
      courseId: course.id,
      name: 'Lớp theo kế hoạch',
      mode: 'part_time',
      opensOn: '2026-03-07',
      closesOn: '2026-04-26',
      capacity: 40,
      ...given,
    });
    const openClass = (given: object) => app.as(office).post<ClassItem & Problem>('/api/v1/classes', newClass(given));

    it('has a class opened from a line count against it', async () => {
      const { id } = await a.planLine({ course });
      const opened = await openClass({ planLineId: id });
      expect(opened.body).toMatchObject({ planLineId: id });
      expect(await lineIn(2026, id)).toMatchObject({ drafted: 1, opened: 0 });
    });

    it.each([
      ['of another course', async () => ({ courseId: (await a.course()).id }), 'other_course'],
      ['of another year', async () => ({ opensOn: '2027-01-09', closesOn: '2027-02-09' }), 'other_year'],
    ])('refuses a class %s, when it is opened and when it is attached', async (_, different, code) => {
      const { id } = await a.planLine({ course });
      const given = await different();
      const refused = await openClass({ planLineId: id, ...given });
      expect(refused.status).toBe(422);
      expect(refused.body.errors).toMatchObject([{ field: 'planLineId', code }]);
      expect(refused.body.detail).toContain('dòng kế hoạch');
      const existing = (await openClass(given)).body.id;
      const attached = await app.as(office).post(`/api/v1/training-plan-lines/${id}/classes`, { classId: existing });
      expect(attached.body).toMatchObject({ status: 422, code: 'class_not_of_plan_line' });
    });

    it('attaches a class that exists, whatever has become of it, and takes it off again', async () => {
      const { id } = await a.planLine({ course });
      const closed = await a.trainingClass({ course, state: 'closed' });
      const attached = await app
        .as(office)
        .post<PlanLineItem>(`/api/v1/training-plan-lines/${id}/classes`, { classId: closed.id });
      expect(attached.body).toMatchObject({ closed: 1, classShare: 50 });
      const off = () => app.as(office).delete(`/api/v1/training-plan-lines/${id}/classes/${closed.id}`);
      expect((await off()).status).toBe(204);
      expect(await lastJournalLine()).toMatchObject({ action: 'training_plans.class_detached' });
      expect((await off()).body).toMatchObject({ status: 409, code: 'class_not_on_plan_line' });
      expect(await lineIn(2026, id)).toMatchObject({ closed: 0 });
    });

    it('counts no class twice', async () => {
      const [one, other] = [await a.planLine({ course }), await a.planLine({ course, quarter: 2 })];
      const { id: classId } = await a.trainingClass({ course, planLineId: one.id });
      const twice = await app.as(office).post(`/api/v1/training-plan-lines/${other.id}/classes`, { classId });
      expect(twice.body).toMatchObject({ status: 409, code: 'class_counts_elsewhere' });
    });

    it('keeps a class on its line from changing to another course or year', async () => {
      const line = await a.planLine({ course });
      const { id } = await a.trainingClass({ course, state: 'draft', planLineId: line.id });
      const change = (changes: object) => app.as(office).patch<Problem>(`/api/v1/classes/${id}`, changes);
      const moved = await change({ opensOn: '2027-02-06', closesOn: '2027-03-07' });
      expect(moved.body.errors).toMatchObject([{ field: 'opensOn', code: 'leaves_its_plan' }]);
      const turned = await change({ courseId: (await a.course()).id });
      expect(turned.body.errors).toMatchObject([{ field: 'courseId', code: 'leaves_its_plan' }]);
      expect((await change({ opensOn: '2026-02-14' })).status).toBe(200);
    });

    it('removes a line only when no class counts against it; cancelled ones do not', async () => {
      const { id } = await a.planLine({ course });
      const held = await a.trainingClass({ course, planLineId: id, name: 'Lớp đang chiêu sinh' });
      const cancelled = await a.trainingClass({ course, planLineId: id, state: 'cancelled' });
      const remove = () => app.as(office).delete(`/api/v1/training-plan-lines/${id}`);
      const refused = await remove();
      expect(refused.body).toMatchObject({ status: 409, code: 'plan_line_in_use' });
      expect(refused.body['detail']).toContain('Lớp đang chiêu sinh');
      await app.as(office).delete(`/api/v1/training-plan-lines/${id}/classes/${held.id}`);
      expect((await remove()).status).toBe(204);
      expect(await lineIn(2026, id)).toBeUndefined();
      const [left] = await app.sql('SELECT plan_line_id FROM classes WHERE id = $1', cancelled.id);
      expect(left).toEqual({ planLineId: null });
    });
  });

  describe('on its pages', () => {
    it('shows the Group the plan without anything to change in it', async () => {
      await add(2050, { note: 'Ưu tiên cán bộ chủ chốt' });
      const page = await app.as(await a.groupOfficer()).get<string>('/training-plans/2050');
      expect(page.text).toContain('Trung cấp lý luận chính trị');
      expect(page.text).toContain('0/2\u00a0lớp');
      for (const form of ['lines', 'copies', 'season'])
        expect(page.text).not.toContain(`action="/training-plans/2050/${form}"`);
      const [, line] = /href="(\/training-plan-lines\/[^"]+)"/.exec(page.text)!;
      const shown = await app.as(await a.groupOfficer()).get<string>(line!);
      expect(shown.text).toContain(`action="${line}/comments"`);
      for (const form of ['', '/addressees', '/classes', '/removal'])
        expect(shown.text).not.toContain(`action="${line}${form}"`);
    });

    it('sends who asks for no year to this year', async () => {
      const { headers } = await app.as(office).get('/training-plans');
      expect(headers.get('location')).toBe('/training-plans/2026');
    });

    it('keeps the form of a refused line and says what to mend', async () => {
      const refused = await app.as(office).form('/training-plans/2051/lines', {
        quarter: '2',
        courseId: course.id,
        plannedClasses: '-3',
        targetPeople: '7',
      });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('value="-3"');
      expect(refused.text).toContain('href="#add-plannedClasses"');
    });

    it('leads from a line to the form of a class that counts against it', async () => {
      const { id } = await a.planLine({ course });
      const plan = await app.as(office).get<string>('/training-plans/2026');
      const link = `/classes/new?courseId=${course.id}&amp;planLineId=${id}`;
      expect(plan.text).toContain(link);
      const form = await app.as(office).get<string>(link.replace('&amp;', '&'));
      expect(form.text).toMatch(new RegExp(`<option value="${id}" selected`));
      expect(form.text).toMatch(new RegExp(`<option value="${course.id}" selected`));
    });

    it('copies a year and says how many lines', async () => {
      await add(2060);
      const copied = await app.as(office).form('/training-plans/2061/copies', { fromYear: '2060' });
      expect(copied.status).toBe(303);
      expect((await planOf(2061)).lines).toHaveLength(1);
    });
  });
});

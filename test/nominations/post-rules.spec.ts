import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltUnit } from '../builders';
import { type DryRun, rosterOf, rosterRow, type ShownRoster } from '../people/rosters';

type Given = Parameters<Builders['person']>[0];

interface Found {
  readonly fullName: string;
  readonly why: { readonly vi: string };
  readonly checks: readonly {
    readonly rule: string;
    readonly outcome: string;
    readonly sentence: { vi: string; en: string };
  }[];
}

describe('rules about posts', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let unit: BuiltUnit;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    unit = await a.unit();
  });

  async function judged(rule: string, parameters: object, person: Partial<Given>) {
    const course = await a.course();
    const put = await app.as(office).post(`/api/v1/courses/${course.id}/rules`, {
      ...{ rule, parameters, severity: 'block', validFrom: '2026-01-05', citationVi: 'Quy định mẫu' },
    });
    expect(put.status).toBe(201);
    const { id } = await a.trainingClass({ course, opensOn: '2026-02-07' });
    const { id: personId } = await a.person({ in: unit, planned: false, ...person });
    const { body } = await app
      .as(office)
      .get<{ items: (Found & { personId: string })[] }>(`/api/v1/classes/${id}/candidates?unitId=${unit.id}`);
    const found = body.items.find((one) => one.personId === personId)!;
    const check = found.checks.find((one) => one.rule === rule)!;
    return { outcome: check.outcome, ...check.sentence, why: found.why.vi };
  }

  it('ask for a rank by the catalogue; what it does not know is asked for, and blocks nobody', async () => {
    const rule = { atLeast: 'deputy_unit', orPlanned: false };
    expect(await judged('post_rank', rule, { position: 'Phó Tổng Giám đốc' })).toMatchObject({ outcome: 'pass' });
    expect(await judged('post_rank', rule, { position: 'Trưởng phòng Kế hoạch' })).toMatchObject({
      outcome: 'block',
      vi: 'Chức vụ Trưởng phòng Kế hoạch: cấp trưởng phòng (yêu cầu từ cấp phó của đơn vị).',
    });
    expect(await judged('post_rank', rule, { position: 'Kỹ sư', partyPosition: 'Bí thư Đảng ủy' })).toMatchObject({
      outcome: 'pass',
    });
    expect(await judged('post_rank', rule, { position: 'Điều phối viên' })).toMatchObject({
      outcome: 'warn',
      vi: expect.stringContaining('đề nghị đơn vị ghi rõ') as string,
    });
    expect(await judged('post_rank', rule, { position: null })).toMatchObject({ outcome: 'warn' });
  });

  it('let in who is planned for such a post, where the rule says so, and ask which post it is', async () => {
    const rule = { atLeast: 'deputy_unit', orPlanned: true };
    const head = { position: 'Trưởng phòng', planned: true };
    expect(await judged('post_rank', rule, { ...head, plannedPost: 'Phó Giám đốc' })).toMatchObject({
      outcome: 'pass',
      why: expect.stringContaining('được quy hoạch Phó Giám đốc') as string,
    });
    expect(await judged('post_rank', rule, { ...head, plannedPost: 'Trưởng ban' })).toMatchObject({ outcome: 'block' });
    expect(await judged('post_rank', rule, head)).toMatchObject({
      outcome: 'warn',
      vi: expect.stringContaining('đề nghị đơn vị ghi chức danh quy hoạch') as string,
    });
    expect(
      await judged('post_rank', { ...rule, orPlanned: false }, { ...head, plannedPost: 'Phó Giám đốc' }),
    ).toMatchObject({ outcome: 'block' });
    expect(await judged('planned_post', { atLeast: 'department' }, { ...head, plannedPost: 'PGĐ' })).toMatchObject({
      outcome: 'pass',
    });
    expect(await judged('planned_post', { atLeast: 'department' }, { position: 'Giám đốc' })).toMatchObject({
      outcome: 'block',
    });
  });

  it('count years in post on the opening day, and ask for the day where nobody said it', async () => {
    const rule = { atLeast: 3 };
    expect(await judged('years_in_post', rule, { postSince: '2023-02-07' })).toMatchObject({ outcome: 'pass' });
    expect(await judged('years_in_post', rule, { postSince: '2023-03-01' })).toMatchObject({
      outcome: 'block',
      vi: 'Giữ chức vụ từ ngày 01/03/2023, được 2 năm vào ngày khai giảng (yêu cầu từ 3 năm).',
    });
    expect(await judged('years_in_post', rule, { postSince: null })).toMatchObject({ outcome: 'warn' });
  });

  it('are told and shown on the page of the course', async () => {
    const { id } = await a.course();
    const form = await app.as(office).get(`/courses/${id}/rules/new?rule=post_rank`);
    expect([form.status, form.text]).toEqual([200, expect.stringContaining('Cấp phó của đơn vị')]);
    const sent = { rule: 'post_rank', 'parameters.atLeast': 'department', 'parameters.orPlanned': 'true' };
    const put = await app.as(office).post(`/courses/${id}/rules`, {
      ...{ ...sent, severity: 'warn', validFrom: '2026-01-05', citationVi: 'Quy định mẫu' },
    });
    expect(put.status).toBe(303);
    const page = await app.as(office).get(`/courses/${id}`);
    expect(page.text).toContain(
      'Giữ chức vụ từ cấp trưởng phòng trở lên theo danh mục chức vụ, hoặc được quy hoạch chức danh như vậy.',
    );
    expect(
      (
        await app.as(office).post(`/api/v1/courses/${id}/rules`, {
          ...{
            rule: 'post_rank',
            parameters: { atLeast: 'boss' },
            severity: 'warn',
            validFrom: '2026-01-06',
            citationVi: 'x',
          },
        })
      ).status,
    ).toBe(422);
  });

  it('find what they ask for in rosters: the post planned for, and since when one holds one’s own', async () => {
    const secretary = await a.secretaryOf(unit);
    const send = async (given: Record<string, string>) => {
      const file = rosterOf([rosterRow(`${unit.code}-1`, 'Lê An', { 'Ngày bổ nhiệm': '', ...given })]);
      const { body } = await app.as(secretary).upload<DryRun>('/api/v1/roster-imports', file, { unitId: unit.id });
      const shown = await app.as(secretary).get<ShownRoster>(`/api/v1/roster-imports/${body.id}`);
      await app.as(secretary).post(`/api/v1/roster-imports/${body.id}/application`, {});
      return shown.body.rows.items[0]!;
    };
    const stored = async () =>
      (
        await app.sql<Record<string, unknown>>(
          `SELECT planned, planned_post, post_since FROM persons WHERE code = $1`,
          `${unit.code}-1`,
        )
      )[0];
    expect((await send({ 'Quy hoạch': 'Phó Giám đốc', 'Ngày bổ nhiệm': '01/03/2020' })).verdict).toBe('new');
    expect(await stored()).toEqual({ planned: true, plannedPost: 'Phó Giám đốc', postSince: '2020-03-01' });
    await send({ 'Quy hoạch': 'x' });
    expect(await stored()).toMatchObject({ plannedPost: 'Phó Giám đốc', postSince: '2020-03-01' });
    await send({ 'Quy hoạch': 'Không', 'Chức vụ chính quyền': 'Phó Giám đốc' });
    expect(await stored()).toEqual({ planned: false, plannedPost: null, postSince: null });
  });

  it('find it in what is written by hand, which says nothing against itself', async () => {
    const secretary = await a.secretaryOf(unit);
    const person = await a.person({ in: unit, planned: false });
    const correct = (changes: object) =>
      app.as(secretary).patch(`/api/v1/people/${person.id}`, { reason: 'Bổ sung', ...changes });
    const wrong = await correct({ plannedPost: 'Giám đốc' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('không trong quy hoạch')]);
    expect((await correct({ postSince: '2027-01-01' })).status).toBe(422);
    const right = await correct({ planned: true, plannedPost: 'Giám đốc', postSince: '2024-06-01' });
    expect(right.body).toMatchObject({ plannedFor: { vi: 'Giám đốc', rank: 'unit' }, postSince: '2024-06-01' });
    const page = await app.as(secretary).get(`/people/${person.id}`);
    expect(page.text).toContain('01/06/2024');
    expect((await app.as(secretary).get(`/people/${person.id}/edit`)).text).toContain('name="plannedPost"');
  });
});

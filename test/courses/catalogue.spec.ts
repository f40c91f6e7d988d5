import { CoursesQueries, type CourseItem } from '../../src/courses/courses.queries';
import { TestApp } from '../app';
import { Builders, type BuiltAccount } from '../builders';

interface ListedRule {
  readonly purpose: string;
  readonly rule: string;
  readonly parameters: Record<string, unknown>;
  readonly severity: string;
  readonly verified: boolean;
  readonly citation: { readonly vi: string; readonly en: string };
  readonly validFrom: string;
  readonly validTo: string | null;
}

describe('the catalogue of courses', () => {
  let app: TestApp;
  let a: Builders;
  let anybody: BuiltAccount;
  let office: BuiltAccount;
  const establish = () => app.as(office).post<{ items: CourseItem[] }>('/api/v1/courses/catalogue');

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    anybody = await a.account();
    office = await a.office();
    await establish();
  });
  afterAll(() => app.stop());

  const course = async (code: string) => (await app.get(CoursesQueries).list()).find((found) => found.code === code)!;
  const rules = async (code: string, on: string) => {
    const { id } = await course(code);
    return (await app.as(anybody).get<{ items: ListedRule[] }>(`/api/v1/courses/${id}/rules?on=${on}`)).body.items;
  };
  const rule = async (code: string, on: string, name: string) =>
    (await rules(code, on)).find((found) => found.rule === name);

  it('holds the seven programmes in order, with who reviews and what is awarded', async () => {
    const listed = await app.as(anybody).get<{ items: CourseItem[]; next: null }>('/api/v1/courses');
    expect(listed.body.next).toBeNull();
    expect(
      listed.body.items.map(({ code, award, approvalSteps, raisesTo }) => [
        code,
        award,
        approvalSteps.join('+'),
        raisesTo,
      ]),
    ).toEqual([
      ['party_awareness', 'certificate', 'bloc', null],
      ['new_member', 'certificate', 'bloc', null],
      ['theory_refresher', 'certificate', 'bloc', null],
      ['elementary_theory', 'certificate', 'bloc', 'elementary'],
      ['intermediate_theory', 'diploma', 'group+bloc', 'intermediate'],
      ['advanced_theory', 'diploma', 'group+bloc', 'advanced'],
      ['resolution_study', 'none', 'bloc', null],
    ]);
  });

  it('is established again without changing what is there, and brings back what is missing', async () => {
    const { id } = await course('party_awareness');
    await a.change('courses', { id }, { nameVi: 'Tên do văn phòng sửa' });
    await a.remove('course_rules', { courseId: id, rule: 'education' });
    const [before] = await app.sql<{ count: number }>(`SELECT count(*) AS count FROM course_rules`);
    await establish();
    const [after] = await app.sql<{ count: number }>(`SELECT count(*) AS count FROM course_rules`);
    expect(after!.count).toBe(before!.count + 1);
    expect((await course('party_awareness')).nameVi).toBe('Tên do văn phòng sửa');
    expect(await rule('party_awareness', '2026-01-05', 'education')).toBeDefined();
  });

  it('leaves a rule that the office replaced alone', async () => {
    const { id } = await course('theory_refresher');
    await app.sql(
      `UPDATE course_rules SET valid = daterange(lower(valid), '2026-01-01') WHERE course_id = $1 AND rule = 'attendance'`,
      id,
    );
    await establish();
    expect(await rule('theory_refresher', '2026-01-05', 'attendance')).toBeUndefined();
  });

  it('gives the ages of the regulation in force on the day asked about', async () => {
    const ages = async (on: string) => (await rule('intermediate_theory', on, 'minimum_age'))?.parameters;
    expect(await ages('2022-02-07')).toBeUndefined();
    expect(await ages('2022-02-08')).toEqual({ mode: 'part_time', male: 35, female: 33 });
    expect(await ages('2025-08-28')).toEqual({ mode: 'part_time', male: 35, female: 33 });
    expect(await ages('2025-08-29')).toEqual({ mode: 'part_time', male: 30, female: 28 });
  });

  it('cites each regulation in both languages and ends one the day before the next', async () => {
    expect(await rule('intermediate_theory', '2024-01-01', 'minimum_age')).toMatchObject({
      citation: { vi: 'Quy định 57-QĐ/TW ngày 08/02/2022', en: 'Regulation 57-QĐ/TW of 08/02/2022' },
      validFrom: '2022-02-08',
      validTo: '2025-08-28',
      verified: true,
    });
    expect(await rule('intermediate_theory', '2026-01-05', 'minimum_age')).toMatchObject({
      validFrom: '2025-08-29',
      validTo: null,
    });
  });

  it('admits to the intermediate class by the regulation of 2025, all of it read', async () => {
    const admission = (await rules('intermediate_theory', '2026-01-05')).filter(
      ({ purpose }) => purpose === 'admission',
    );
    const verified = admission
      .filter((found) => found.verified)
      .map(({ rule: name, severity }) => `${severity} ${name}`);
    expect(verified.toSorted()).toEqual([
      'block education',
      'block key_cadre',
      'block minimum_age',
      'block ratings',
      'block standing',
    ]);
    expect(await rule('intermediate_theory', '2026-01-05', 'ratings')).toMatchObject({
      parameters: { years: 2, atLeast: 'good' },
    });
  });

  it.each([
    ['the 20 % absence', 'party_awareness', 'attendance'],
    ['the grade cut-offs', 'intermediate_theory', 'grades'],
    ['the validity of 60 months', 'party_awareness', 'certificate'],
    ['the ages of the advanced class', 'advanced_theory', 'minimum_age'],
  ])('marks %s as unverified', async (_, code, name) => {
    expect(await rule(code, '2026-01-05', name)).toMatchObject({ verified: false });
  });

  it('only warns when others than probationary members come to the new members’ class', async () => {
    expect(await rule('new_member', '2026-01-05', 'standing')).toMatchObject({ severity: 'warn', verified: true });
  });

  it('uses today when no day is asked about', async () => {
    const { id } = await course('intermediate_theory');
    const today = await app.as(anybody).get<{ items: ListedRule[] }>(`/api/v1/courses/${id}/rules`);
    expect(today.body.items).toEqual(await rules('intermediate_theory', '2026-01-05'));
  });

  it('shows on its page the rules of a day, their source, and which nobody has checked', async () => {
    const { id } = await course('intermediate_theory');
    const page = await app.as(anybody).get<string>(`/courses/${id}?on=2024-01-01`);
    expect(page.text).toContain('Quy định 57-QĐ/TW ngày 08/02/2022');
    expect(page.text).toContain('nam từ 35 tuổi, nữ từ 33 tuổi');
    expect(page.text).toContain('Chưa xác minh');
    const reader = await a.account({ locale: 'en' });
    const english = await app.as(reader).get<string>(`/courses/${id}`);
    expect(english.text).toContain('men from 30, women from 28');
    expect(english.text).toContain('Unverified');
    expect((await app.as(anybody).get('/courses')).text).toContain('Cao cấp lý luận chính trị');
  });
});

describe('adding a course', () => {
  let app: TestApp;
  let a: Builders;
  const newCourse = {
    code: 'office_skills',
    nameVi: 'Nghiệp vụ công tác Đảng',
    nameEn: 'Party office skills',
    kind: 'short',
    approvalSteps: ['bloc', 'group'],
    award: 'certificate',
    usualHalfDays: 6,
  };

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());

  it('is the office’s and the administrator’s', async () => {
    const added = await app.as(await a.office()).post('/api/v1/courses', newCourse);
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ code: 'office_skills', approvalSteps: ['group', 'bloc'], raisesTo: null });
    const { bloc, group } = await a.organization();
    const admin = await a.account({ roles: [['admin', bloc]] });
    expect((await app.as(admin).post('/api/v1/courses', { ...newCourse, code: 'other' })).status).toBe(201);
    const secretary = await a.secretaryOf(await a.unit());
    const data = await a.account({ roles: [['data_officer', bloc]] });
    const groupOfficer = await a.account({ roles: [['group_officer', group]] });
    for (const account of [secretary, data, groupOfficer, await a.account()]) {
      expect((await app.as(account).post('/api/v1/courses', { ...newCourse, code: 'third' })).status).toBe(403);
    }
    expect((await app.as(null).get('/api/v1/courses')).status).toBe(401);
  });

  it('is refused when the code is taken, in both languages', async () => {
    const office = await a.office();
    await app.as(office).post('/api/v1/courses', { ...newCourse, code: 'twice' });
    const again = (language: string) =>
      app.as(office, language).post('/api/v1/courses', { ...newCourse, code: 'twice' });
    expect((await again('vi')).body).toMatchObject({
      status: 409,
      code: 'course_code_taken',
      detail: expect.stringContaining('Mã này đã dùng') as string,
    });
    expect((await again('en')).body).toMatchObject({
      errors: [{ field: 'code' }],
      detail: expect.stringContaining('has this code') as string,
    });
  });

  it('names what is missing or is not a choice, and insists on the Bloc’s review', async () => {
    const office = await a.office();
    const nameless = { ...newCourse, code: undefined, award: 'medal', approvalSteps: [] };
    const refused = await app.as(office).post<{ errors: { field: string }[] }>('/api/v1/courses', nameless);
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ field }) => field).toSorted()).toEqual(['approvalSteps', 'award', 'code']);
    const groupOnly = await app
      .as(office)
      .post('/api/v1/courses', { ...newCourse, code: 'group', approvalSteps: ['group'] });
    expect(groupOnly.body).toMatchObject({ errors: [{ field: 'approvalSteps', code: 'bloc_missing' }] });
  });
});

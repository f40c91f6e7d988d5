import { CoursesQueries, type PurposedRule } from '../../src/courses/courses.queries';
import { TestApp } from '../app';
import { Builders, type BuiltAccount } from '../builders';

describe('changing a rule', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let courseId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  beforeEach(async () => {
    courseId = (await a.course()).id;
    await a.rule({ id: courseId }, 'admission', 'minimum_age', { mode: 'part_time', male: 30, female: 28 });
    await a.rule({ id: courseId }, 'completion', 'attendance', { maximumAbsentShare: 0.2 });
  });
  afterAll(() => app.stop());

  const newRule = (given: object = {}) => ({
    rule: 'minimum_age',
    parameters: { mode: 'part_time', male: 32, female: 30 },
    validFrom: '2026-07-01',
    citationVi: 'Quy định 400-QĐ/TW ngày 01/6/2026',
    verified: true,
    ...given,
  });
  const put = (given: object = {}, as = office, language = 'vi') =>
    app
      .as(as, language)
      .post<{ errors: { field: string; code: string }[] }>(`/api/v1/courses/${courseId}/rules`, newRule(given));
  const on = async (day: string) =>
    (await app.as(office).get<{ items: PurposedRule[] }>(`/api/v1/courses/${courseId}/rules?on=${day}`)).body.items;
  const ages = async (day: string) => (await on(day)).find(({ rule }) => rule === 'minimum_age');

  it('holds from its day, leaves the past alone and is written in the journal', async () => {
    expect((await put()).status).toBe(201);
    expect(await ages('2026-06-30')).toMatchObject({ parameters: { male: 30, female: 28 }, validTo: '2026-06-30' });
    expect(await ages('2026-07-01')).toMatchObject({
      parameters: { male: 32, female: 30 },
      severity: 'block',
      verified: true,
      citation: { vi: 'Quy định 400-QĐ/TW ngày 01/6/2026', en: 'Quy định 400-QĐ/TW ngày 01/6/2026' },
      validTo: null,
    });
    const [line] = await app.sql(
      `SELECT action, facts ->> 'rule' AS rule FROM journal_lines WHERE subject_id = $1`,
      courseId,
    );
    expect(line).toEqual({ action: 'courses.rule_put_in_force', rule: 'minimum_age' });
  });

  it('is refused when a rule of its kind begins that day or later', async () => {
    await put();
    for (const validFrom of ['2026-07-01', '2026-06-01']) {
      const refused = await put({ validFrom });
      expect(refused.body).toMatchObject({ status: 409, code: 'rule_already_set', errors: [{ field: 'validFrom' }] });
    }
    expect(await ages('2026-06-15')).toMatchObject({ parameters: { male: 30, female: 28 } });
  });

  it.each([
    ['a rule nobody knows', { rule: 'height', parameters: {} }, ['rule']],
    ['an age no cadre has', { parameters: { mode: 'part_time', male: 7, female: 28 } }, ['parameters.male']],
    ['parameters that are missing', { parameters: { mode: 'part_time' } }, ['parameters.female', 'parameters.male']],
    ['parameters of another rule', { rule: 'key_cadre', parameters: { male: 30 } }, ['parameters.male']],
    [
      'a share beyond the whole',
      { rule: 'attendance', parameters: { maximumAbsentShare: 20 } },
      ['parameters.maximumAbsentShare'],
    ],
    [
      'grades that do not fall',
      { rule: 'grades', parameters: { excellent: 9, very_good: 9, good: 7, fairly_good: 6, average: 5 } },
      ['parameters.excellent'],
    ],
    [
      'a certificate without a running number',
      { rule: 'certificate', parameters: { series: 'GCN', template: '{year}/GCN' } },
      ['parameters.template'],
    ],
    ['no source', { citationVi: '' }, ['citationVi']],
  ])('is refused with %s, naming the field', async (_, given, fields) => {
    const refused = await put(given);
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ field }) => field).toSorted()).toEqual(fields);
  });

  it.each([
    ['key_cadre', {}, {}],
    ['standing', { anyOf: ['official'] }, { anyOf: ['official'] }],
    ['ratings', { years: 3, atLeast: 'excellent' }, { years: 3, atLeast: 'excellent' }],
    ['essay', {}, { minimum: null, accepted: false }],
    ['essay', { minimum: 5, accepted: true }, { minimum: 5, accepted: true }],
    [
      'certificate',
      { series: 'GCN', template: '{seq:3}/{year}' },
      { series: 'GCN', template: '{seq:3}/{year}', validMonths: null },
    ],
  ])('of kind %s stores what it is told', async (rule, parameters, stored) => {
    await put({ rule, parameters });
    expect((await on('2026-07-01')).find((found) => found.rule === rule)?.parameters).toEqual(stored);
  });

  it('ends without another from the day after its last', async () => {
    const { id } = (await ages('2026-01-05'))!;
    const end = (lastDay: string) =>
      app
        .as(office)
        .post(`/api/v1/courses/${courseId}/rules/${id}/ending`, { lastDay, reason: 'Văn bản hết hiệu lực' });
    expect((await end('2019-12-31')).body).toMatchObject({
      status: 422,
      errors: [{ field: 'lastDay', code: 'before_start' }],
    });
    expect((await end('2026-03-31')).status).toBe(200);
    expect(await ages('2026-03-31')).toBeDefined();
    expect(await ages('2026-04-01')).toBeUndefined();
    expect((await end('2026-05-31')).status).toBe(404);
  });

  it('is the office’s and the administrator’s', async () => {
    const { bloc } = await a.organization();
    expect((await put({}, await a.account({ roles: [['admin', bloc]] }))).status).toBe(201);
    for (const account of [await a.secretaryOf(await a.unit()), await a.groupOfficer(), await a.account()]) {
      expect((await put({}, account)).status).toBe(403);
      expect((await app.as(account).get(`/courses/${courseId}/rules/new?rule=attendance`)).status).toBe(403);
      expect((await app.as(account).get<string>(`/courses/${courseId}`)).text).not.toContain('/rules/new');
    }
  });

  it('is made on a page that begins with the rule in force and keeps what was typed', async () => {
    const form = await app.as(office).get<string>(`/courses/${courseId}/rules/new?rule=minimum_age`);
    expect(form.text).toContain('nam từ 30 tuổi, nữ từ 28 tuổi');
    expect(form.text).toMatch(/name="parameters.male"[^>]*value="30"/);
    const typed = {
      rule: 'minimum_age',
      'parameters.mode': 'part_time',
      'parameters.male': '31',
      'parameters.female': 'ba mươi',
      severity: 'warn',
      validFrom: '2026-07-01',
      citationVi: 'Thông báo của văn phòng',
    };
    const refused = await app.as(office).form(`/courses/${courseId}/rules`, typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="ba mươi"');
    expect(refused.text).toContain('value="31"');
    const done = await app.as(office).form(`/courses/${courseId}/rules`, { ...typed, 'parameters.female': '29' });
    expect(done.headers.get('location')).toBe(`/courses/${courseId}?on=2026-07-01`);
    expect(await ages('2026-07-01')).toMatchObject({
      parameters: { male: 31, female: 29 },
      severity: 'warn',
      verified: false,
    });
  });

  it('is ended on the same page, for a reason', async () => {
    const { id } = (await ages('2026-01-05'))!;
    const path = `/courses/${courseId}/rules/${id}/ending`;
    const refused = await app.as(office).form(path, { rule: 'minimum_age', lastDay: '2026-03-31', reason: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="31/03/2026"');
    const done = await app
      .as(office)
      .form(path, { rule: 'minimum_age', lastDay: '2026-03-31', reason: 'Hết hiệu lực' });
    expect(done.status).toBe(303);
    expect(await ages('2026-04-01')).toBeUndefined();
  });

  it('has a form for every rule of the catalogue', async () => {
    await app.as(office).post('/api/v1/courses/catalogue');
    for (const { id } of await app.get(CoursesQueries).list()) {
      for (const { rule } of await app.get(CoursesQueries).allRulesInForce(id, '2026-01-05')) {
        expect((await app.as(office).get(`/courses/${id}/rules/new?rule=${rule}`)).status).toBe(200);
      }
    }
  });
});

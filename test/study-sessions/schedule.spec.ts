import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltUnit } from '../builders';

describe('scheduling a study', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let units: BuiltUnit[];
  let course: { id: string };

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    units = [await a.unit('LIX'), await a.unit('PAC')];
    course = await a.course({ kind: 'study_session', award: 'none' });
  });
  afterAll(() => app.stop());

  const plan = (code: string, changed: object = {}) => ({
    class: {
      code,
      courseId: course.id,
      name: 'Học tập Nghị quyết số 57',
      mode: 'part_time',
      opensOn: '2026-02-07',
      closesOn: '2026-02-07',
      capacity: 150,
    },
    documents: ['Nghị quyết số 57-NQ/TW', 'Kế hoạch thực hiện'],
    sites: [
      { name: 'Hội trường Khối', hostUnitId: units[0]!.id, address: '12 Nguyễn Huệ', capacity: 100, central: true },
      { name: 'Điểm cầu PAC', hostUnitId: units[1]!.id, address: '321 Trần Hưng Đạo', capacity: 50 },
    ],
    obliged: [
      { unitId: units[0]!.id, siteName: 'Hội trường Khối' },
      { unitId: units[1]!.id, siteName: 'Điểm cầu PAC' },
    ],
    ...changed,
  });
  const classesNamed = async (code: string) => app.sql(`SELECT id FROM classes WHERE code = $1`, code);

  it('plans class, documents, sites and called units in one request', async () => {
    const scheduled = await app.as(office).post<{ id: string }>('/api/v1/study-sessions', plan('NQ-1'));
    expect(scheduled.status).toBe(201);

    const study = await app.as(office).get(`/api/v1/classes/${scheduled.body.id}/study`);
    expect(study.body).toMatchObject({
      documents: ['Nghị quyết số 57-NQ/TW', 'Kế hoạch thực hiện'],
      sites: [
        { name: 'Hội trường Khối', central: true, capacity: 100, registered: 0 },
        { name: 'Điểm cầu PAC', central: false },
      ],
      units: [
        { unitCode: 'LIX', siteName: 'Hội trường Khối', rollTakenOn: null },
        { unitCode: 'PAC', siteName: 'Điểm cầu PAC' },
      ],
    });
  });

  it('keeps nothing of a plan that does not fit, and names what does not', async () => {
    const refused = await app
      .as(office)
      .post(
        '/api/v1/study-sessions',
        plan('NQ-2', { obliged: [{ unitId: units[0]!.id, siteName: 'Hội trường khác' }] }),
      );
    expect(refused.body).toMatchObject({ status: 422, errors: [{ field: 'obliged.0.siteName', code: 'not_in_list' }] });
    expect(await classesNamed('NQ-2')).toEqual([]);

    const unknownUnit = plan('NQ-2', { obliged: [{ unitId: course.id, siteName: 'Hội trường Khối' }] });
    expect((await app.as(office).post('/api/v1/study-sessions', unknownUnit)).status).toBe(422);
    expect(await classesNamed('NQ-2')).toEqual([]);
  });

  it('is for courses of resolution study only', async () => {
    const short = await a.course();
    const wrong = { ...plan('NQ-3'), class: { ...plan('NQ-3').class, courseId: short.id } };
    expect((await app.as(office).post('/api/v1/study-sessions', wrong)).body).toMatchObject({
      status: 409,
      code: 'not_a_study_session',
    });
    const trainingClass = await a.trainingClass({ course: short });
    expect((await app.as(office).get(`/api/v1/classes/${trainingClass.id}/study`)).status).toBe(404);
    expect((await app.as(office).post(`/api/v1/classes/${trainingClass.id}/roll`)).status).toBe(409);
  });

  it('can be put together and corrected piece by piece', async () => {
    const { body } = await app.as(office).post<{ id: string }>('/api/v1/classes', plan('NQ-4').class);
    const caller = app.as(office);
    const study = `/api/v1/classes/${body.id}`;
    await caller.post(`${study}/documents`, { title: 'Chỉ thị số 35' });
    const [central, connected] = plan('NQ-4').sites;
    const hall = await caller.post<{ id: string }>(`${study}/sites`, central);
    const other = await caller.post<{ id: string }>(`${study}/sites`, connected);
    expect((await caller.post(`${study}/sites`, { ...central, name: 'Hội trường khác' })).body).toMatchObject({
      code: 'one_central_site',
    });
    expect((await caller.post(`${study}/sites`, { ...connected })).body).toMatchObject({ code: 'site_name_taken' });

    await caller.put(`${study}/obliged-units/${units[0]!.id}`, { siteId: hall.body.id });
    await caller.put(`${study}/obliged-units/${units[0]!.id}`, { siteId: other.body.id });
    await caller.patch(`${study}/sites/${other.body.id}`, { address: '7 Lê Lợi' });

    expect((await caller.get(`${study}/study`)).body).toMatchObject({
      documents: ['Chỉ thị số 35'],
      sites: [{ name: 'Hội trường Khối' }, { name: 'Điểm cầu PAC', address: '7 Lê Lợi', capacity: 50 }],
      units: [{ unitCode: 'LIX', siteName: 'Điểm cầu PAC' }],
    });
  });

  it('is the office’s alone', async () => {
    const secretary = await a.secretaryOf(units[0]!);
    for (const account of [secretary, await a.groupOfficer(), await a.account()]) {
      expect((await app.as(account).post('/api/v1/study-sessions', plan('NQ-5'))).status).toBe(403);
    }
  });

  it('puts a study together on its page', async () => {
    const { body } = await app.as(office).post<{ id: string }>('/api/v1/classes', plan('NQ-6').class);
    const page = `/classes/${body.id}/study/plan`;
    const caller = app.as(office);
    const form = { name: 'Hội trường A', hostUnitId: units[0]!.id, address: '12 Nguyễn Huệ', central: 'true' };
    const refused = await caller.form(`/classes/${body.id}/study/sites`, { ...form, capacity: 'nhiều' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="nhiều"');
    expect(refused.text).toContain('value="Hội trường A"');

    const added = await caller.form(`/classes/${body.id}/study/sites`, { ...form, capacity: '80' });
    expect(added.headers.get('location')).toBe(page);
    expect((await caller.get<string>(page)).text).toContain('Hội trường A');
  });
});

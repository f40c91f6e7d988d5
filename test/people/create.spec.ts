import { TestApp } from '../app';
import { Builders, type BuiltUnit } from '../builders';

describe('adding one person', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    unit = await a.unit();
  });
  afterAll(() => app.stop());

  const request = (given: object = {}) => ({
    unitId: unit.id,
    code: 'MOI-1',
    fullName: 'NGUYỄN  THỊ ÁNH',
    sex: 'female',
    birthDate: '1990-02-03',
    standing: 'official',
    joinedOn: '2015-05-19',
    officialOn: '2016-05-19',
    education: 'university',
    ratings: { 2024: 'good', 2025: 'excellent' },
    phone: '0912 345 678',
    email: 'Anh.Nguyen@example.vn',
    ...given,
  });

  it('stores the person with a tidy name and finds them by it', async () => {
    const secretary = app.as(await a.secretaryOf(unit));
    const created = await secretary.post('/api/v1/people', request());
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      fullName: 'Nguyễn Thị Ánh',
      theoryLevel: 'none',
      keyCadre: false,
      ratings: { 2024: 'good', 2025: 'excellent' },
      phone: '0912345678',
      email: 'anh.nguyen@example.vn',
      unitCode: unit.code,
    });
    const found = await secretary.get<{ items: unknown[] }>('/api/v1/people?search=nguyen+thi+anh');
    expect(found.body.items).toHaveLength(1);
    const [line] = await app.sql(`SELECT person_id FROM journal_lines WHERE action = 'people.created'`);
    expect(line).toEqual({ personId: created.body['id'] });
  });

  it('refuses a code that somebody has', async () => {
    const office = app.as(await a.office());
    await office.post('/api/v1/people', request({ code: 'TRUNG-1', isSomebodyElse: true }));
    const again = await office.post('/api/v1/people', request({ code: 'TRUNG-1', isSomebodyElse: true }));
    expect(again.body).toMatchObject({ status: 409, code: 'person_code_taken' });
  });

  it('names each field that is wrong, in the language of the reader', async () => {
    const office = app.as(await a.office(), 'en');
    const refused = await office.post(
      '/api/v1/people',
      request({ sex: 'unknown', birthDate: '1990-02-31', ratings: { 2025: 'great' }, phone: '12', nickname: 'x' }),
    );
    expect(refused.status).toBe(422);
    const fields = (refused.body['errors'] as { field: string; code: string }[]).map(({ field, code }) => [
      field,
      code,
    ]);
    expect(Object.fromEntries(fields)).toEqual({
      birthDate: 'not_a_day',
      nickname: 'unknown_field',
      phone: 'not_a_phone',
      ratings: 'not_ratings',
      sex: 'not_a_choice',
    });

    const contradicting = await office.post(
      '/api/v1/people',
      request({ joinedOn: '2017-01-01', birthDate: '2030-01-01' }),
    );
    expect(contradicting.body['errors']).toMatchObject([
      { field: 'birthDate', code: 'in_the_future' },
      { field: 'joinedOn', code: 'before_birth' },
      {
        field: 'officialOn',
        code: 'before_joining',
        message: expect.stringContaining('before the day of joining') as string,
      },
    ]);
  });

  it('is for the office and for the unit’s own secretary', async () => {
    const body = request({ code: 'AI-1' });
    const other = await a.secretaryOf(await a.unit());
    expect((await app.as(other).post('/api/v1/people', body)).status).toBe(404);
    expect((await app.as(await a.groupOfficer()).post('/api/v1/people', body)).status).toBe(403);
    expect((await app.as(await a.account()).post('/api/v1/people', body)).status).toBe(403);
    expect((await app.as(null).post('/api/v1/people', body)).status).toBe(401);
  });
});

import { signInFields } from '../../src/platform/access/sign-in-again';
import { type Caller, TestApp } from '../app';
import { type BuiltUnit, Builders } from '../builders';
import { accountWithPassword, grantTo } from './given-accounts';

const password = 'mật khẩu rất dài';

describe('a session that ends while a form is filled in', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let path: string;
  let enrollmentId: string;
  let office: Caller;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    const aClass = await a.trainingClass({ state: 'confirmed', opensOn: '2026-01-05', closesOn: '2026-01-05' });
    const halfDay = await a.halfDay(aClass, '2026-01-05');
    path = `/half-days/${halfDay.id}/check-ins`;
    enrollmentId = (await a.enrollment({ in: aClass })).id;
    unit = await a.unit();
    await anOfficer('ngoc@example.vn', 'Lê Thị Ngọc');
    await anOfficer('khac@example.vn', 'Trần Văn Khác');
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await a.change('attendance_lines', {}, { mark: 'unmarked', inAt: null, outAt: null });
    office = await signedIn('ngoc@example.vn');
    await a.change('web_sessions', {}, { endedAt: app.clock.now() });
  });

  async function anOfficer(email: string, name: string): Promise<void> {
    const { bloc } = await a.organization();
    const accountId = await accountWithPassword(app, { email, name, password });
    await grantTo(app, { accountId, role: 'training_officer', unitId: bloc.id });
  }
  async function signedIn(email: string): Promise<Caller> {
    const { headers } = await app.as(null).form('/sign-in', { email, password });
    return app.as(null).with({ cookie: cookieOf(headers) });
  }
  const cookieOf = (headers: Headers) => headers.get('set-cookie')!.split(';')[0]!;
  const tap = () => ({ do: 'in', enrollmentId, direction: 'in' });
  const withSignIn = (email = 'ngoc@example.vn', given = password) => ({
    [signInFields.email]: email,
    [signInFields.password]: given,
  });
  const markOf = async () => (await app.sql('SELECT mark FROM attendance_lines'))[0]!['mark'];

  it('asks to sign in where the form was sent, with all of it still there', async () => {
    const asked = await office.form(path, tap());
    expect(asked.status).toBe(401);
    expect(asked.text).toContain('vẫn còn nguyên ở đây');
    expect(asked.text).toContain(`<form method="post" action="${path}"`);
    for (const [name, value] of Object.entries(tap()))
      expect(asked.text).toContain(`<input type="hidden" name="${name}" value="${value}"`);
    const english = await office.with({ 'accept-language': 'en' }).form(path, tap());
    expect(english.text).toContain('it is all still here');
  });

  it('goes on exactly there once its reader has signed in, and stays signed in', async () => {
    const sent = await office.form(path, { ...tap(), ...withSignIn() });
    expect({ status: sent.status, to: sent.headers.get('location') }).toEqual({
      status: 303,
      to: `${path}?direction=in#person-${enrollmentId}`,
    });
    expect(await markOf()).toBe('present');
    const after = app.as(null).with({ cookie: cookieOf(sent.headers) });
    expect((await after.get('/api/v1/me')).body).toMatchObject({ name: 'Lê Thị Ngọc' });
  });

  it('keeps it through a wrong password, which is counted as anywhere', async () => {
    const asked = await office.form(path, { ...tap(), ...withSignIn('ngoc@example.vn', 'sai rồi') });
    expect(asked.status).toBe(401);
    expect(asked.text).toContain('mật khẩu chưa đúng');
    expect(asked.text).toContain(`name="enrollmentId" value="${enrollmentId}"`);
    expect(asked.text).not.toContain('sai rồi');
    expect(await markOf()).toBe('unmarked');
  });

  it.each([
    ['somebody else', async () => office],
    ['nobody known', async () => app.as(null)],
  ])('is not sent in the name of another without a word, when %s filled it in', async (_, filledInBy) => {
    const asked = await (await filledInBy()).form(path, { ...tap(), ...withSignIn('khac@example.vn') });
    expect(asked.status).toBe(409);
    expect(asked.text).toContain('có thể do tài khoản khác điền');
    expect(asked.text).not.toContain(password);
    expect(await markOf()).toBe('unmarked');
    const another = app.as(null).with({ cookie: cookieOf(asked.headers) });
    expect((await another.form(path, tap())).status).toBe(303);
    expect(await markOf()).toBe('present');
  });

  it('is taken from no other site', async () => {
    const stolen = await office.with({ 'sec-fetch-site': 'cross-site' }).form(path, { ...tap(), ...withSignIn() });
    expect(stolen.status).toBe(403);
    expect(stolen.headers.get('set-cookie')).toBeNull();
  });

  it('never puts a form to sign in into the part htmx was to put in place', async () => {
    const part = office.with({ 'hx-request': 'true', 'hx-target': `person-${enrollmentId}` });
    const asked = await part.form(path, tap());
    expect(asked.status).toBe(401);
    expect(asked.headers.get('hx-retarget')).toBe('#sign-in-again');
    expect(asked.text).not.toContain('<html');
    expect(asked.text).toContain(`hx-post="${path}" hx-target="#person-${enrollmentId}"`);
    const sent = await part.form(path, { ...tap(), ...withSignIn() });
    expect(sent.text).toMatch(/^<li class="tap-row"/);

    const read = await app.as(null).with({ 'hx-request': 'true' }).get<string>(path);
    expect([read.status, read.headers.get('hx-retarget'), read.headers.get('location')]).toEqual([
      401,
      '#sign-in-again',
      null,
    ]);
  });

  it('says of a file that it is lost, and brings back the rest of its form', async () => {
    const file = { name: 'danh-sach.xlsx', content: Buffer.from('x') };
    const asked = await office.upload<string>('/roster-imports', file, { unitId: unit.id });
    expect(asked.status).toBe(401);
    expect(asked.text).toContain('Riêng tệp không giữ lại được');
    expect(asked.text).toContain(`name="unitId" value="${unit.id}"`);
    const kept = { unitId: unit.id, [signInFields.lostFile]: 'yes' };
    const back = await office.form('/roster-imports', { ...kept, ...withSignIn() });
    expect(back.status).toBe(422);
    expect(back.text).toContain('Hãy chọn lại tệp rồi gửi.');
    expect(back.text).toMatch(new RegExp(`<option value="${unit.id}" selected`));
    const { text } = await office.form('/roster-imports', { ...kept, ...withSignIn('khac@example.vn') });
    expect(text).toContain(`name="${signInFields.lostFile}" value="yes"`);
  });

  it('hands in no essay without the file that was chosen for it', async () => {
    const essay = { text: 'Bài thu hoạch', [signInFields.lostFile]: 'yes' };
    const back = await office.form(`/enrollments/${enrollmentId}/essay`, { ...essay, ...withSignIn() });
    expect(back.status).toBe(422);
    expect(back.text).toContain('Hãy chọn lại tệp rồi gửi.');
    expect(await app.sql('SELECT 1 FROM essays')).toEqual([]);
  });

  it('asks for a page in place when its address holds what somebody typed, and goes on there', async () => {
    const address = '/people?search=Nguy%E1%BB%85n+%C3%81nh';
    const asked = await app.as(null).get<string>(address);
    expect([asked.status, asked.headers.get('location')]).toEqual([401, null]);
    expect(asked.text).toContain(`name="next" value="${address}"`);
    const signed = await app.as(null).form('/sign-in', { email: 'ngoc@example.vn', password, next: address });
    expect(signed.headers.get('location')).toBe(address);
    expect((await app.as(null).get('/people')).headers.get('location')).toBe('/sign-in?next=%2Fpeople');
  });
});

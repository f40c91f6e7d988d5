import { InvitationsService } from '../../../src/accounts/invitations/invitations.service';
import type { Role } from '../../../src/platform/access/actor';
import { TestApp } from '../../app';
import { Builders } from '../../builders';
import { accountWithPassword, grantTo } from '../given-accounts';
import { TestProvider } from './provider';
import { Visitor } from './visitor';

const password = 'mật khẩu rất dài';
const sentence = 'Tài khoản có vai trò không đăng nhập bằng mật khẩu.';

describe('where staff sign in at the provider alone', () => {
  const provider = new TestProvider();
  let app: TestApp;
  let a: Builders;
  let units: Awaited<ReturnType<Builders['organization']>>;
  let made = 0;

  beforeAll(async () => {
    await provider.open();
    app = await TestApp.start({
      ...provider.settings,
      STAFF_SIGN_IN: 'provider',
      EMERGENCY_ADMINISTRATORS: 'du-phong@example.vn, chua-co@example.vn',
    });
    app.clock.followSystem();
    a = new Builders(app);
    units = await a.organization();
  });
  afterAll(async () => {
    await app.stop();
    await provider.close();
  });

  async function account(role: Role | null, email = `nv-${(made += 1)}@example.vn`) {
    const given = { email, name: 'Lý Thị Mận', password };
    const id = await accountWithPassword(app, given);
    if (role) await grantTo(app, { accountId: id, role, unitId: units.bloc.id });
    return { id, email };
  }
  const signIn = (email: string, typed = password) => app.as(null).form('/sign-in', { email, password: typed });

  it('lets in every administrator while none of those for emergencies could come', async () => {
    const { email } = await account('admin');
    expect((await signIn(email)).status).toBe(303);
    // Named, and yet without a password: it could not come.
    await app.sql(
      `INSERT INTO accounts (email, name, locale, created_at, accepted_at) VALUES ('chua-co@example.vn', 'Chưa Có', 'vi', now(), now())`,
    );
    await app.sql(
      `INSERT INTO grants (account_id, role, unit_id, granted_at) SELECT id, 'admin', $1, now() FROM accounts WHERE email = 'chua-co@example.vn'`,
      units.bloc.id,
    );
    expect((await signIn(email)).status).toBe(303);
    expect((await signIn((await account('training_officer')).email)).status).toBe(403);
  });

  it('refuses a right password of whoever has a role, and leads to the button', async () => {
    const emergency = await account('admin', 'du-phong@example.vn');
    for (const role of ['training_officer', 'data_officer', 'admin'] as const) {
      const { email, id } = await account(role);
      const refused = await signIn(email);
      expect([refused.status, refused.text]).toEqual([403, expect.stringContaining(sentence) as string]);
      expect(refused.text).toContain('Đăng nhập bằng Cổng Tập đoàn</a>');
      const byApi = await app.as(null, 'en').post('/api/v1/sign-in', { email, password });
      expect(byApi.body).toMatchObject({
        status: 403,
        code: 'staff_sign_in_at_provider',
        detail: expect.stringContaining('“Sign in with the Group portal”') as string,
      });
      expect(await app.sql('SELECT FROM web_sessions WHERE account_id = $1', id)).toEqual([]);
    }
    expect((await signIn(emergency.email)).status).toBe(303);
  });

  it('says nothing of a role to whoever does not know the password', async () => {
    const { email } = await account('training_officer');
    const refused = await signIn(email, 'sai rồi nhé');
    expect([refused.status, refused.text.includes(sentence)]).toEqual([401, false]);
  });

  it('goes on as before for cadres and for tokens of programs', async () => {
    expect((await signIn((await account(null)).email)).status).toBe(303);
    const officer = await a.office();
    expect((await app.as(officer).get('/api/v1/classes')).status).toBe(200);
  });

  it('lets staff in by the provider', async () => {
    const { id, email } = await account('training_officer');
    provider.signedIn = { sub: 'can-bo', email, email_verified: true };
    const browser = new Visitor(app, provider);
    expect((await browser.here('/sign-in')).text).toContain(
      'Cán bộ có vai trò trong hệ thống đăng nhập bằng Cổng Tập đoàn',
    );
    await app.sql('UPDATE accounts SET password_hash = NULL WHERE id = $1', id);
    await browser.signIn();
    expect(await browser.whoAmI()).toBe(id);
    // One would be refused, and is not offered.
    expect((await browser.here('/me')).text.includes('/password-resets')).toBe(false);
  });

  it('takes a sign-in beside a form for what it is', async () => {
    const { email } = await account('training_officer');
    const sent = await app
      .as(null)
      .form('/me/language', { locale: 'en', 'signInAgain.email': email, 'signInAgain.password': password });
    expect([sent.status, sent.text]).toEqual([401, expect.stringContaining(sentence) as string]);
  });

  it('leads who was invited with a role to the provider too, and keeps their invitation', async () => {
    const admin = await a.account({ roles: [['admin', units.bloc]] });
    const caller = app.as(null).with({ cookie: `__Host-session=${admin.token}` });
    const opened = await caller.post<{ id: string }>('/api/v1/accounts', {
      email: 'moi-vao@example.vn',
      name: 'Mai Mới Vào',
      role: 'training_officer',
      unitId: units.bloc.id,
    });
    expect(opened.status).toBe(201);
    const { id } = opened.body;
    const links = await app.get(InvitationsService).linksForPaper(await app.actor(admin.id), [id]);
    const token = links.get(id)!;
    app.log.mustNotSay(token);
    const { text } = await app.as(null).get<string>(`/invitations/${token}`);
    expect([text.includes('href="/oidc/start"'), text.includes('name="password"')]).toEqual([true, false]);
    expect((await app.as(null).get(`/api/v1/invitations/${token}`)).body).toMatchObject({ mayTypePassword: false });
    const refused = await app.as(null).form(`/invitations/${token}`, { password: 'khung cửa tím dế mèn trượt dài' });
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining(sentence) as string]);
    provider.signedIn = { sub: 'moi-vao', email: 'moi-vao@example.vn', email_verified: true };
    const browser = new Visitor(app, provider);
    await browser.signIn();
    expect(await browser.whoAmI()).toBe(id);
  });
});

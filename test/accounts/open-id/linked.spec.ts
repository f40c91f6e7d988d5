import { TestApp } from '../../app';
import { type BuiltAccount, Builders } from '../../builders';
import { TestProvider } from './provider';
import { Visitor } from './visitor';

describe('an account that an identity at the provider opens', () => {
  const provider = new TestProvider();
  let app: TestApp;
  let a: Builders;
  let made = 0;

  beforeAll(async () => {
    await provider.open();
    app = await TestApp.start(provider.settings);
    app.clock.followSystem();
    a = new Builders(app);
  });
  afterAll(async () => {
    await app.stop();
    await provider.close();
  });

  async function linked(): Promise<{ account: BuiltAccount; browser: Visitor }> {
    const account = await a.account();
    provider.signedIn = { sub: `lk-${(made += 1)}`, email: account.email, email_verified: true };
    const browser = new Visitor(app, provider);
    await browser.signIn();
    return { account, browser };
  }
  const as = (account: BuiltAccount) => app.as(null).with({ cookie: `__Host-session=${account.token}` });
  const actions = (id: string) =>
    app.sql(
      `SELECT action, account_id FROM journal_lines WHERE subject_id = $1 AND action LIKE 'open_id%' ORDER BY id`,
      id,
    );

  const told = async (account: BuiltAccount) =>
    (await app.sql<{ body: string }>('SELECT body FROM mail_messages WHERE to_address = $1', account.email)).map(
      ({ body }) => body,
    );

  it('is told to whoever had it before, and so is that an administrator unlinked it', async () => {
    const { account } = await linked();
    expect(await told(account)).toEqual([expect.stringContaining('vừa được liên kết với Cổng Tập đoàn') as string]);
    const admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
    await as(admin).delete(`/api/v1/accounts/${account.id}/linked-identity`);
    expect(await told(account)).toContainEqual(expect.stringContaining('Quản trị viên đã gỡ liên kết') as string);
  });

  it('is shown on one’s own page, and unlinked there', async () => {
    const { account, browser } = await linked();
    expect((await browser.here('/me')).text).toMatch(/Liên kết với Cổng Tập đoàn từ \d\d:\d\d/);
    const gone = await browser.form('/me/linked-identity/removal');
    expect([gone.status, gone.headers.get('location')]).toEqual([303, '/me']);
    expect((await browser.here('/me')).text).not.toContain('Liên kết với');
    expect((await browser.form('/me/linked-identity/removal')).status).toBe(404);
    expect(await actions(account.id)).toEqual([
      { action: 'open_id.linked', accountId: account.id },
      { action: 'open_id.unlinked', accountId: account.id },
    ]);
  });

  it('is looked up and unlinked by the API too, but not by a token', async () => {
    const { account } = await linked();
    const shown = await as(account).get('/api/v1/me/linked-identity');
    expect(shown.body).toEqual({
      provider: { vi: 'Cổng Tập đoàn', en: 'the Group portal' },
      linkedAt: expect.any(String) as string,
    });
    expect((await app.as(account).delete('/api/v1/me/linked-identity')).status).toBe(403);
    expect((await as(account).delete('/api/v1/me/linked-identity')).status).toBe(204);
    expect((await as(account).get('/api/v1/me/linked-identity')).status).toBe(404);
  });

  it('is unlinked by an administrator, and by no other', async () => {
    const { bloc } = await a.organization();
    const [admin, office] = [await a.account({ roles: [['admin', bloc]] }), await a.office()];
    const { account } = await linked();
    const path = `/api/v1/accounts/${account.id}/linked-identity`;
    expect((await as(office).get(path)).status).toBe(403);
    expect((await as(office).delete(path)).status).toBe(403);
    expect((await as(admin).get<string>(`/accounts/${account.id}`)).text).toContain('Liên kết với Cổng Tập đoàn từ');
    expect((await as(admin).get(path)).status).toBe(200);
    expect((await as(admin).delete(path)).status).toBe(204);
    expect((await actions(account.id)).at(-1)).toEqual({ action: 'open_id.unlinked', accountId: admin.id });
    expect((await as(admin).get<string>(`/accounts/${account.id}`)).text).not.toContain('Liên kết với');
  });

  it('keeps nobody in who came by it, once an administrator unlinked it: sessions and tokens of programs end', async () => {
    const { account, browser } = await linked();
    const admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
    expect([await browser.whoAmI(), (await app.as(account).get('/api/v1/me')).status]).toEqual([account.id, 200]);
    await as(admin).delete(`/api/v1/accounts/${account.id}/linked-identity`);
    expect([await browser.whoAmI(), (await app.as(account).get('/api/v1/me')).status]).toEqual([null, 401]);
    expect(await told(account)).toContainEqual(expect.stringContaining('mọi phiên đăng nhập') as string);
  });

  it('is one’s own there alone: two who come at once by one address are one', async () => {
    const account = await a.account();
    const paths: { browser: Visitor; path: string }[] = [];
    for (const sub of ['mot', 'hai']) {
      provider.signedIn = { sub, email: account.email, email_verified: true };
      const browser = new Visitor(app, provider);
      paths.push({ browser, path: await browser.atProvider(await browser.start()) });
    }
    const answers = await Promise.all(paths.map(({ browser, path }) => browser.here(path)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 403]);
    expect(await app.sql('SELECT FROM linked_identities WHERE account_id = $1', account.id)).toHaveLength(1);
  });
});

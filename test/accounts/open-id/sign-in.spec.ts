import { Secret, TOTP } from 'otpauth';
import { DirectoryService } from '../../../src/accounts/directory/directory.service';
import { TestApp } from '../../app';
import { type BuiltAccount, Builders } from '../../builders';
import { accountWithPassword } from '../given-accounts';
import { publicUrl, TestProvider } from './provider';
import { Visitor } from './visitor';

describe('signing in at a provider', () => {
  const provider = new TestProvider();
  let app: TestApp;
  let a: Builders;
  let admin: BuiltAccount;
  let made = 0;

  beforeAll(async () => {
    await provider.open();
    app = await TestApp.start({ ...provider.settings, OIDC_SECOND_STEP: 'otp urn:vi-du:hai-buoc' });
    app.clock.followSystem();
    a = new Builders(app);
    admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
  });
  afterAll(async () => {
    await app.stop();
    await provider.close();
  });
  beforeEach(() => {
    provider.steps = ['pwd'];
    provider.signedIn = null;
  });

  const visitor = (language?: string) => new Visitor(app, provider, language);
  const sub = () => `ng-${(made += 1)}`;

  /** A browser in which the provider knows this person. */
  function personAt(email: string, more: { sub?: string; email_verified?: boolean } = {}): Visitor {
    provider.signedIn = { sub: sub(), email, email_verified: true, ...more };
    return visitor();
  }

  async function invited(): Promise<{ id: string; email: string }> {
    const email = `moi-${(made += 1)}@example.vn`;
    const person = await a.person({ email });
    return { id: await app.get(DirectoryService).open(await app.actor(admin.id), { personId: person.id }), email };
  }

  const journalOf = async (id: string) =>
    (
      await app.sql<{ action: string; facts: object }>(
        'SELECT action, facts FROM journal_lines WHERE subject_id = $1 ORDER BY id',
        id,
      )
    ).map(({ action, facts }) => [action, facts]);

  it('asks by code, state, nonce and PKCE, and leads on to where one wanted', async () => {
    const account = await a.account();
    const browser = personAt(account.email.toUpperCase());
    const address = await browser.start('/me?x=1');
    expect(`${address.origin}${address.pathname}`).toBe(`${provider.issuer}/auth`);
    const asked = Object.fromEntries(address.searchParams);
    expect(asked).toMatchObject({
      client_id: 'dao-tao',
      response_type: 'code',
      scope: 'openid email profile',
      redirect_uri: `${publicUrl}/oidc/callback`,
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]).toMatch(/^[\w-]{43}$/);
    const back = await browser.here(await browser.atProvider(address));
    expect([back.status, back.headers.get('location')]).toEqual([303, '/me?x=1']);
    expect(await browser.whoAmI()).toBe(account.id);
    expect(await journalOf(account.id)).toEqual([
      ['open_id.linked', {}],
      ['accounts.signed_in', { way: 'provider' }],
    ]);
  });

  it('is told in the journal with its way, and so is why somebody was refused', async () => {
    await personAt((await a.account()).email).signIn();
    await personAt('khong-ai-moi@example.vn').signIn();
    const journal = await app.as(admin).get<string>('/journal');
    expect(journal.text.replace(/<[^>]+>/g, '')).toMatch(/đã đăng nhập\W+bằng đăng nhập một lần/);
    expect(journal.text).toContain('địa chỉ thư không có tài khoản');
    expect(journal.text).not.toContain('khong-ai-moi');
  });

  it('keeps no secret of a sign-in under way: what opens it is in the browser alone, and used once', async () => {
    const browser = visitor();
    const asked = (await browser.start()).searchParams;
    const rows = JSON.stringify(await app.sql('SELECT * FROM open_id_attempts'));
    for (const name of ['state', 'nonce', 'code_challenge']) expect(rows).not.toContain(asked.get(name)!);
    expect(rows).not.toContain(browser.ownCookies.get('__Host-oidc')!);
  });

  it('counts as accepting the invitation, whose links open nothing any more', async () => {
    const { id, email } = await invited();
    expect((await personAt(email).signIn()).status).toBe(303);
    expect(
      await app.sql('SELECT accepted_at IS NOT NULL AS came, password_hash FROM accounts WHERE id = $1', id),
    ).toEqual([{ came: true, passwordHash: null }]);
    expect(
      await app.sql(`SELECT FROM account_links WHERE account_id = $1 AND used_at IS NULL AND revoked_at IS NULL`, id),
    ).toEqual([]);
    expect((await journalOf(id)).map(([action]) => action)).toEqual([
      'accounts.created',
      'accounts.invited',
      'open_id.linked',
      'open_id.invitation_accepted',
      'accounts.signed_in',
    ]);
  });

  it('is not kept from the invited by a colleague who says that the address is theirs too', async () => {
    const { id, email } = await invited();
    const colleague = await a.account({ person: await a.person() });
    const theirs = app.as(null).with({ cookie: `__Host-session=${colleague.token}` });
    expect((await theirs.put('/api/v1/me/contacts', { email })).status).toBe(204);
    const browser = personAt(email);
    await browser.signIn();
    expect(await browser.whoAmI()).toBe(id);
  });

  it('goes by who somebody is there, once they came, whatever their address becomes', async () => {
    const account = await a.account();
    const who = { sub: sub() };
    await personAt(account.email, who).signIn();
    const other = personAt('khac-han@example.vn', { ...who, email_verified: false });
    await other.signIn();
    expect(await other.whoAmI()).toBe(account.id);
  });

  const secret = 'JBSWY3DPEHPK3PXP';
  const codeOfNow = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  async function withSecondStep(): Promise<{ id: string; email: string }> {
    const email = `hai-buoc-${(made += 1)}@example.vn`;
    const given = { email, name: 'Vũ Thị Na', password: 'mật khẩu rất dài' };
    const id = await accountWithPassword(app, given);
    await app.sql(
      'INSERT INTO second_factors (account_id, secret, made_at, confirmed_at) VALUES ($1, $2, now(), now())',
      id,
      secret,
    );
    return { id, email };
  }

  it('tells the journal also of who was refused after the code, and asks them for no other', async () => {
    const { id, email } = await withSecondStep();
    const browser = personAt(email);
    await browser.signIn();
    await a.change('accounts', { id }, { disabledAt: app.clock.now() });
    const refused = await browser.form('/oidc/code', { code: codeOfNow() });
    expect([refused.status, refused.text.includes('action="/sign-in"')]).toEqual([403, true]);
    expect((await journalOf(id)).at(-1)).toEqual(['open_id.refused', { because: 'locked' }]);
  });

  it('reads all that the provider sent, also behind a second question mark', async () => {
    const account = await a.account();
    const browser = personAt(account.email);
    const path = await browser.atProvider(await browser.start());
    await browser.here(path.replace('?', '?more=a?b&'));
    expect(await browser.whoAmI()).toBe(account.id);
  });

  it('ends on the way once an administrator unlinks who comes: no code brings them in', async () => {
    const { id, email } = await withSecondStep();
    const who = { sub: sub() };
    const linked = 'INSERT INTO linked_identities (account_id, issuer, subject, linked_at) VALUES ($1, $2, $3, now())';
    await app.sql(linked, id, provider.issuer, who.sub);
    const browser = personAt(email, who);
    expect((await browser.signIn()).headers.get('location')).toBe('/oidc/code');
    const keeper = app.as(null).with({ cookie: `__Host-session=${admin.token}` });
    expect((await keeper.delete(`/api/v1/accounts/${id}/linked-identity`)).status).toBe(204);
    expect((await browser.form('/oidc/code', { code: codeOfNow() })).status).toBe(409);
    expect(await browser.whoAmI()).toBeNull();
  });

  it('says of nobody that the provider knows them who is not on the way: they start at the beginning', async () => {
    for (const answer of [await visitor().here('/oidc/code'), await visitor().form('/oidc/code', { code: '123456' })]) {
      expect([answer.status, answer.text.includes('action="/sign-in"')]).toEqual([409, true]);
      expect(answer.text).not.toContain('Đồng chí đã được Cổng Tập đoàn xác nhận');
    }
  });

  it('asks for our own second step where the account has one, once, and never twice for one code', async () => {
    const { id, email } = await withSecondStep();
    const browser = personAt(email);
    const asked = await browser.signIn('/me');
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/oidc/code']);
    expect(await browser.whoAmI()).toBeNull();
    expect(await app.sql('SELECT FROM linked_identities WHERE account_id = $1', id)).toEqual([]);
    expect((await browser.here('/oidc/code')).text).toContain('Đồng chí đã được Cổng Tập đoàn xác nhận');

    const wrong = await browser.form('/oidc/code', { code: '000000' });
    expect([wrong.status, wrong.text]).toEqual([401, expect.stringContaining('Mã chưa đúng') as string]);
    const code = codeOfNow();
    const done = await browser.form('/oidc/code', { code });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/me']);
    expect(await browser.whoAmI()).toBe(id);
    expect((await browser.form('/oidc/code', { code })).status).toBe(409);
  });

  it('takes the second step of the provider for ours where the settings say so, for as long as the session lasts', async () => {
    const strict = await TestApp.start({
      ...provider.settings,
      OIDC_SECOND_STEP: 'otp',
      SECOND_FACTOR: 'staff',
    });
    strict.clock.followSystem();
    const b = new Builders(strict);
    const officer = await b.office();
    const at = async (steps: string[]) => {
      provider.steps = steps;
      provider.signedIn = { sub: 'buoc-hai', email: officer.email, email_verified: true };
      const browser = new Visitor(strict, provider);
      await browser.signIn();
      return (await browser.caller.get('/api/v1/classes')).status;
    };
    expect([await at(['pwd']), await at(['pwd', 'otp'])]).toEqual([403, 200]);
    await strict.stop();
  });

  it('says in one sentence that the provider does not answer, and asks it anew the next time', async () => {
    const quiet = new TestProvider();
    await quiet.open();
    const other = await TestApp.start(quiet.settings);
    other.clock.followSystem();
    const b = new Builders(other);
    const account = await b.account();
    const start = (language = 'vi') => other.as(null, language).get<string>('/oidc/start?next=%2Fme%3Fx%3D1');

    quiet.isSilent = true;
    const silent = await start();
    expect([silent.status, silent.headers.get('location')]).toEqual([503, null]);
    expect(silent.text).toContain('Chưa kết nối được Cổng Tập đoàn.');
    expect(silent.text).toContain('name="password"');
    expect([
      silent.text.includes('name="next" value="/me?x=1"'),
      silent.text.includes('href="/oidc/start?next=%2Fme%3Fx%3D1"'),
    ]).toEqual([true, true]);
    await quiet.close();
    expect((await start('en')).text).toContain('No answer from the Group portal');

    quiet.isSilent = false;
    await quiet.open();
    quiet.signedIn = { sub: 'giua-chung', email: account.email, email_verified: true };
    const onTheWay = new Visitor(other, quiet);
    const [first, second] = [await onTheWay.start(), new Visitor(other, quiet)];
    const path = await onTheWay.atProvider(first);
    const another = await second.atProvider(await second.start());
    quiet.isSilent = true;
    expect((await onTheWay.here(path)).status).toBe(503);
    await quiet.close();
    expect((await second.here(another)).status).toBe(503);

    quiet.isSilent = false;
    await quiet.open();
    quiet.signedIn = { sub: 'tro-lai', email: account.email, email_verified: true };
    const browser = new Visitor(other, quiet);
    expect((await browser.signIn()).status).toBe(303);
    await other.stop();
    await quiet.close();
  });

  it('asks the provider what it is once a day', async () => {
    const asked = () => provider.asked.filter((path) => path.includes('.well-known')).length;
    await visitor().start();
    const before = asked();
    await visitor().start();
    await visitor().start();
    expect(asked()).toBe(before);
    app.clock.moveTo(new Date(app.clock.now().getTime() + 25 * 3_600_000));
    await visitor().start();
    expect(asked()).toBe(before + 1);
    app.clock.followSystem();
  });

  it('ends the session here first, and offers the provider’s own end', async () => {
    const account = await a.account();
    const browser = personAt(account.email);
    await browser.signIn();
    const out = await browser.form('/sign-out');
    expect([out.status, out.headers.get('location')]).toEqual([303, '/oidc/signed-out']);
    expect(await browser.whoAmI()).toBeNull();
    const page = await browser.here('/oidc/signed-out?post_logout_redirect_uri=https://evil.example');
    const [, link] = /href="(http[^"]*session\/end[^"]*)"/.exec(page.text)!;
    const address = new URL(link!.replaceAll('&amp;', '&'));
    expect(address.origin).toBe(provider.issuer);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'dao-tao',
      post_logout_redirect_uri: `${publicUrl}/sign-in`,
    });
    expect((await fetch(address)).status).toBe(200);
  });

  it('leads who came by a password nowhere else on signing out', async () => {
    const account = await a.account();
    const { headers } = await app
      .as(null)
      .with({ cookie: `__Host-session=${account.token}` })
      .form('/sign-out', {});
    expect(headers.get('location')).toBe('/sign-in');
  });

  it('serves a form whose session ended too: signed in beside it, one sends it on with nothing typed', async () => {
    const account = await a.account();
    const browser = personAt(account.email);
    const blank = { locale: 'en', 'signInAgain.email': '', 'signInAgain.password': '' };
    const asked = await browser.form('/me/language', { locale: 'en' });
    expect([asked.status, asked.text]).toEqual([
      401,
      expect.stringContaining('href="/oidc/start" target="_blank"') as string,
    ]);
    expect((await browser.form('/me/language', blank)).text).toContain('name="locale" value="en"');
    await browser.signIn();
    expect((await browser.form('/me/language', blank)).status).toBe(303);
    expect(await app.sql('SELECT locale FROM accounts WHERE id = $1', account.id)).toEqual([{ locale: 'en' }]);
  });

  it('is the same by the API', async () => {
    const account = await a.account();
    provider.signedIn = { sub: sub(), email: account.email, email_verified: true };
    const browser = visitor();
    const started = await app.as(null).post<{ address: string }>('/api/v1/oidc/start', { next: '//evil.example' });
    expect(started.status).toBe(200);
    const cookie = started.headers.getSetCookie()[0]!.split(';')[0]!;
    const back = await browser.atProvider(new URL(started.body.address));
    const came = await app
      .as(null)
      .with({ cookie })
      .post<{ next: string }>('/api/v1/oidc/callback', { query: back.split('?')[1] });
    expect([came.status, came.body.next]).toEqual([200, '/']);
    const session = came.headers.getSetCookie().find((line) => line.startsWith('__Host-session='))!;
    const me = await app
      .as(null)
      .with({ cookie: session.split(';')[0]! })
      .get('/api/v1/me');
    expect(me.body).toMatchObject({ accountId: account.id });
  });
});

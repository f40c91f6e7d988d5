import { AttemptLimits } from '../../src/platform/attempt-limits';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { accountWithPassword } from './given-accounts';

const password = 'mật khẩu rất dài';

describe('signing in', () => {
  let app: TestApp;
  let a: Builders;

  beforeAll(async () => {
    app = await TestApp.start({ SIGN_IN_LIMIT: '3' });
    a = new Builders(app);
  });
  afterAll(() => app.stop());

  const createAccount = (email: string) => accountWithPassword(app, { email, name: 'Trần Thị Ánh', password });

  it('opens a web session, which ends on signing out', async () => {
    await createAccount('mo@example.vn');
    const signedIn = await app.as(null).post('/api/v1/sign-in', { email: 'MO@example.vn', password });
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    expect(signedIn.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);

    const me = await app.as(null).with({ cookie }).get('/api/v1/me');
    expect(me.body).toMatchObject({ name: 'Trần Thị Ánh' });

    await app.as(null).with({ cookie }).post('/api/v1/sign-out');
    expect((await app.as(null).with({ cookie }).get('/api/v1/me')).status).toBe(401);
  });

  it('opens a session each time, whatever the Idempotency-Key: public routes know none', async () => {
    await createAccount('hai-lan@example.vn');
    let cookie = '';
    for (const time of ['first', 'second']) {
      const caller = app.as(null).with({ 'idempotency-key': 'sign-in', cookie });
      const signedIn = await caller.post('/api/v1/sign-in', { email: 'hai-lan@example.vn', password });
      cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
      expect([time, (await app.as(null).with({ cookie }).get('/api/v1/me')).status]).toEqual([time, 200]);
    }
  });

  it('ends a session that was not visited in time', async () => {
    await createAccount('het-han@example.vn');
    const signedIn = await app.as(null).post('/api/v1/sign-in', { email: 'het-han@example.vn', password });
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    const now = app.clock.now();
    app.clock.moveTo(new Date(now.getTime() + 13 * 3_600_000));
    expect((await app.as(null).with({ cookie }).get('/api/v1/me')).status).toBe(401);
    app.clock.moveTo(now);
  });

  it('refuses a wrong password in both languages and, after three, makes the caller wait', async () => {
    await createAccount('sai@example.vn');
    const tryOnce = (language: string, given = 'sai rồi') =>
      app.as(null, language).post('/api/v1/sign-in', { email: 'sai@example.vn', password: given });

    expect((await tryOnce('vi')).body).toMatchObject({
      status: 401,
      code: 'wrong_email_or_password',
      detail: expect.stringContaining('mật khẩu chưa đúng') as string,
    });
    expect((await tryOnce('en')).body).toMatchObject({ detail: expect.stringContaining('not correct') as string });
    await tryOnce('vi');

    const refused = await tryOnce('vi', password);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('forgets the attempts whose time is over, and no others', async () => {
    await app.sql(
      `INSERT INTO sign_in_attempts (key, points, expire) SELECT 'over', 3, extract(epoch FROM now() - interval '1 minute') * 1000`,
    );
    await app.sql(
      `INSERT INTO sign_in_attempts (key, points, expire) SELECT 'under way', 3, extract(epoch FROM now() + interval '1 minute') * 1000`,
    );
    await app.get(AttemptLimits).forgetOld();
    expect(await app.sql(`SELECT key FROM sign_in_attempts WHERE key IN ('over', 'under way')`)).toEqual([
      { key: 'under way' },
    ]);
  });

  it('names the field that was left out and keeps what was typed on the page', async () => {
    const page = await app.as(null).form('/sign-in', { email: 'ai@example.vn', password: '' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('value="ai@example.vn"');
    expect(page.text).toContain('Chưa ghi mật khẩu.');
  });

  it('refuses a form another site sent with the browser’s cookie', async () => {
    await createAccount('khac@example.vn');
    const signedIn = await app.as(null).post('/api/v1/sign-in', { email: 'khac@example.vn', password });
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
    const stolen = await app
      .as(null)
      .with({ cookie, 'sec-fetch-site': 'cross-site' })
      .post('/api/v1/api-tokens', { name: 'trộm' });
    expect(stolen.body).toMatchObject({ status: 403, code: 'cross_site_request' });
  });

  const tab = String.fromCharCode(9);
  const elsewhere = [
    '//evil.example',
    `/${tab}/evil.example`,
    `/${tab}\\evil.example`,
    '/\\evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    '/%2f/evil.example',
    '/x\r\nSet-Cookie: session=theirs',
    'https://evil.example/',
    'javascript:alert(1)',
    `/${'ạ'.repeat(6_000)}`,
  ];

  it('never leads the browser to another site after signing in', async () => {
    await createAccount('di-dau@example.vn');
    for (const next of elsewhere) {
      const signedIn = await app.as(null).form('/sign-in', { email: 'di-dau@example.vn', password, next });
      expect({ next, status: signedIn.status, to: signedIn.headers.get('location') }).toEqual({
        next,
        status: 303,
        to: '/',
      });
    }
  });

  it.each([
    ['/language', { locale: 'en' }],
    ['/theme', { theme: 'dark' }],
  ])('never leads it there after switching by %s', async (path, chosen) => {
    for (const back of elsewhere) {
      const { status, headers } = await app.as(null).form(path, { ...chosen, back });
      expect({ back, status, to: headers.get('location') }).toEqual({ back, status: 303, to: '/' });
    }
  });

  it('keeps the look of pages that was chosen, and forgets it with anything else', async () => {
    const kept = async (theme: string) => (await app.as(null).form('/theme', { theme })).headers.get('set-cookie');
    expect(await kept('dark')).toMatch(/^theme=dark; Max-Age=34560000; /);
    for (const theme of ['system', 'pink"><script>']) expect(await kept(theme)).toMatch(/^theme=; Max-Age=0; /);
  });

  it('goes on where one was, in letters that fit into a header', async () => {
    await createAccount('noi-cu@example.vn');
    const next = '/people?search=Nguyễn Thị Ánh';
    const to = '/people?search=Nguy%E1%BB%85n%20Th%E1%BB%8B%20%C3%81nh';
    const signedIn = await app.as(null).form('/sign-in', { email: 'noi-cu@example.vn', password, next });
    expect(signedIn.headers.get('location')).toBe(to);
    const switched = await app.as(null).form('/language', { locale: 'en', back: next });
    expect(switched.headers.get('location')).toBe(to);
  });

  it('offers no way back to another site on a page that says no', async () => {
    const account = await a.account();
    for (const referer of ['https://evil.example/x', 'javascript:alert(1)', `${app.url}//evil.example`]) {
      const page = await app.as(account).with({ referer }).get<string>('/reports/joint');
      expect(page.text).not.toContain('evil.example');
      expect(page.text).not.toContain('javascript:');
    }
    const from = await app
      .as(account)
      .with({ referer: `${app.url}/classes?cursor=x` })
      .get<string>('/reports/joint');
    expect(from.text).toContain('href="/classes?cursor=x"');
  });

  it('lets a program act with a token until it is revoked', async () => {
    const account = await a.account();
    const issued = await app
      .signedIn(account)
      .post<{ token: string; id: string }>('/api/v1/api-tokens', { name: 'báo cáo', days: 30 });
    const program = app.as({ token: issued.body.token });
    expect((await program.get('/api/v1/me')).status).toBe(200);
    await app.as(account).delete(`/api/v1/api-tokens/${issued.body.id}`);
    expect((await program.get('/api/v1/me')).status).toBe(401);
  });

  it('lets no token make another, which would outlive it', async () => {
    const account = await a.account();
    const { status, body } = await app.as(account).post('/api/v1/api-tokens', { name: 'mãi mãi', days: 365 });
    expect({ status, code: body['code'] }).toEqual({ status: 403, code: 'not_by_token' });
    expect(await app.sql(`SELECT id FROM api_tokens WHERE account_id = $1 AND name <> 'spec'`, account.id)).toEqual([]);
  });

  it('does a repeated POST with the same Idempotency-Key once', async () => {
    const account = await a.account();
    const caller = app.signedIn(account).with({ 'idempotency-key': 'k-1' });
    const first = await caller.post<{ id: string }>('/api/v1/api-tokens', { name: 'một' });
    const again = await caller.post<{ id: string }>('/api/v1/api-tokens', { name: 'một' });
    expect(again.body).toMatchObject({ id: first.body.id, code: 'done_before' });
    expect(again.text).not.toContain('tr_');
    expect((await caller.post('/api/v1/api-tokens', { name: 'khác' })).body).toMatchObject({
      code: 'idempotency_key_reused',
    });
  });
});

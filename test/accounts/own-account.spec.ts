import { OneTimeLinksService } from '../../src/accounts/links/one-time-links.service';
import { Database } from '../../src/platform/database/database';
import { type Caller, TestApp } from '../app';
import { Builders } from '../builders';
import { accountWithPassword } from './given-accounts';

const password = 'mật khẩu rất dài';
const better = 'trăng lên đỉnh đồi xa';
const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

interface Listed {
  readonly items: { id: string; browser: string | null; isThisOne: boolean }[];
}

describe('one’s own account', () => {
  let app: TestApp;
  let a: Builders;
  let made = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());

  async function account() {
    made += 1;
    const email = `rieng-${made}@example.vn`;
    const given = { email, name: 'Phạm Thị Bưởi', password };
    const id = await accountWithPassword(app, given);
    const signIn = async (typed = password, browser = chrome): Promise<Caller> => {
      const signedIn = await app
        .as(null)
        .with({ 'user-agent': browser })
        .post('/api/v1/sign-in', { email, password: typed });
      expect(signedIn.status).toBe(200);
      return app.as(null).with({ cookie: signedIn.headers.get('set-cookie')!.split(';')[0]!, 'user-agent': browser });
    };
    return { id, email, signIn };
  }
  const isIn = async (caller: Caller) => (await caller.get('/api/v1/me')).status === 200;

  it('changes the password: other sessions end, this one and tokens go on, and the page says so', async () => {
    const { email, signIn } = await account();
    const [here, there] = [await signIn(), await signIn()];
    const { body: issued } = await here.post<{ token: string }>('/api/v1/api-tokens', { name: 'báo cáo' });
    const page = await here.get<string>('/me');
    expect(page.text).toContain('Mã truy cập của chương trình và lịch trên điện thoại vẫn dùng được');

    const changed = await here.post('/api/v1/me/password', { current: password, new: better });
    expect([changed.status, changed.body]).toEqual([200, { endedSessions: 1 }]);
    expect([await isIn(here), await isIn(there), await isIn(app.as(issued))]).toEqual([true, false, true]);
    expect((await app.as(null).post('/api/v1/sign-in', { email, password })).status).toBe(401);
    expect(await isIn(await signIn(better))).toBe(true);
    expect(
      (await app.sql(`SELECT action, facts FROM journal_lines WHERE action = 'own_account.password_changed'`))[0],
    ).toEqual({ action: 'own_account.password_changed', facts: { ended: 1 } });
  });

  it('changes the password: links to set another, or to sign in, that are on their way open nothing', async () => {
    const { id, signIn } = await account();
    const here = await signIn();
    const links = app.get(OneTimeLinksService);
    const tokens = await app.get(Database).inTransaction(async (tx) => {
      const asked = [await links.ask(tx, 'password', [id], null), await links.ask(tx, 'sign_in', [id], null)];
      return links.make(
        tx,
        asked.flatMap((ofOne) => [...ofOne.values()]),
      );
    });
    const [toReset, toSignIn] = [...tokens.values()];
    const look = async () => [
      (await app.as(null).get(`/password-resets/${toReset}`)).status,
      (await app.as(null).get(`/sign-in-links/${toSignIn}`)).status,
    ];
    expect(await look()).toEqual([200, 200]);
    expect((await here.post('/api/v1/me/password', { current: password, new: better })).status).toBe(200);
    expect(await look()).toEqual([409, 409]);
  });

  it('asks for the password of now, and for a new one that is hard to guess', async () => {
    const { signIn } = await account();
    const caller = await signIn();
    const wrong = await caller.post('/api/v1/me/password', { current: 'không phải', new: better });
    expect(wrong.body).toMatchObject({ status: 422, errors: [{ field: 'current', code: 'wrong_password' }] });
    const easy = await caller.form('/me/password', { current: password, new: 'password1234' });
    expect([easy.status, easy.text.includes('Mật khẩu này dễ đoán')]).toEqual([422, true]);
    expect(easy.text).not.toContain(password);
    expect(await isIn(await signIn())).toBe(true);
  });

  it('asks nobody for a password of now who never had one, and says how to get one', async () => {
    const account = await a.account();
    await a.change('accounts', { id: account.id }, { passwordHash: null });
    const { text } = await app.signedIn(account).get<string>('/me');
    expect([text.includes('name="current"'), text.includes('href="/password-resets"')]).toEqual([false, true]);
    expect(text).toContain('chưa có mật khẩu');
  });

  it('lets nobody who found an open session try passwords without end', async () => {
    const { signIn } = await account();
    const caller = await signIn();
    const statuses: number[] = [];
    for (let time = 0; time < 11; time += 1)
      statuses.push((await caller.post('/api/v1/me/password', { current: `đoán ${time}`, new: better })).status);
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429]);
  });

  it('changes no password by a token', async () => {
    const { body } = await app.as(await a.account()).post('/api/v1/me/password', { current: password, new: better });
    expect(body).toMatchObject({ status: 403, code: 'not_by_token' });
  });

  it('lists where one is signed in and ends one of them', async () => {
    const { signIn } = await account();
    const [here, there] = [await signIn(), await signIn(password, 'curl/8')];
    const { items } = (await here.get<Listed>('/api/v1/me/sessions')).body;
    expect(items.map(({ browser, isThisOne }) => [browser, isThisOne])).toEqual([
      [chrome, true],
      ['curl/8', false],
    ]);
    const page = await here.get<string>('/me');
    expect(page.text).toContain('Chrome, Windows');
    expect(page.text).toContain('phiên này');

    const ended = await here.form(`/me/sessions/${items[1]!.id}/ending`, {});
    expect(ended.headers.get('location')).toBe('/me');
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect((await here.delete(`/api/v1/me/sessions/${items[1]!.id}`)).status).toBe(404);
  });

  it('ends nobody else’s session', async () => {
    const [mine, theirs] = [await (await account()).signIn(), await (await account()).signIn()];
    const { items } = (await theirs.get<Listed>('/api/v1/me/sessions')).body;
    expect((await mine.delete(`/api/v1/me/sessions/${items[0]!.id}`)).status).toBe(404);
    expect(await isIn(theirs)).toBe(true);
  });

  it('signs out everywhere', async () => {
    const { signIn } = await account();
    const [here, there] = [await signIn(), await signIn()];
    const left = await here.form('/me/sessions/ending', {});
    expect(left.headers.get('location')).toBe('/');
    expect([await isIn(here), await isIn(there)]).toEqual([false, false]);
  });

  it('keeps the language for pages and mail', async () => {
    const { id, signIn } = await account();
    const caller = await signIn();
    const chosen = await caller.form('/me/language', { locale: 'en' });
    expect(chosen.headers.getSetCookie().some((cookie) => cookie.startsWith('locale=en'))).toBe(true);
    expect(await app.sql('SELECT locale FROM accounts WHERE id = $1', id)).toEqual([{ locale: 'en' }]);
  });

  describe('tokens for programs', () => {
    it('read and change nothing, unless more was asked for', async () => {
      const caller = await (await account()).signIn();
      const { body: reads } = await caller.post<{ token: string }>('/api/v1/api-tokens', { name: 'đọc' });
      const refused = await app.as(reads).put('/api/v1/me/language', { locale: 'en' });
      expect(refused.body).toMatchObject({ status: 403, code: 'token_only_reads' });
      expect(await isIn(app.as(reads))).toBe(true);
      const { body: writes } = await caller.post<{ token: string }>('/api/v1/api-tokens', {
        name: 'ghi',
        scope: 'write',
      });
      expect((await app.as(writes).put('/api/v1/me/language', { locale: 'en' })).status).toBe(204);
    });

    it('are made on the page, shown once, and say when they were used', async () => {
      const caller = await (await account()).signIn();
      const shown = await caller.form('/me/tokens', { name: 'Máy trạm', scope: 'read', days: '30' });
      const token = /value="(tr_[\w-]+)"/.exec(shown.text)![1]!;
      app.log.mustNotSay(token);
      const before = await caller.get<string>('/me');
      expect([
        before.text.includes('Máy trạm'),
        before.text.includes('chưa dùng'),
        before.text.includes(token),
      ]).toEqual([true, true, false]);
      await app.as({ token }).get('/api/v1/me');
      const { items } = (await caller.get<{ items: { id: string; usedAt: string | null }[] }>('/api/v1/api-tokens'))
        .body;
      expect(items[0]!.usedAt).toBe(app.clock.now().toISOString());

      await caller.form(`/me/tokens/${items[0]!.id}/revocation`, {});
      expect(await isIn(app.as({ token }))).toBe(false);
    });
  });
});

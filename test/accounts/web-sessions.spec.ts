import { TestApp } from '../app';
import { Builders } from '../builders';
import { accountWithPassword, grantTo } from './given-accounts';

const password = 'mật khẩu rất dài';
const hour = 3_600_000;

describe('a web session', () => {
  let app: TestApp;
  let a: Builders;
  let made = 0;

  beforeEach(async () => {
    app = await TestApp.start({ SESSION_HOURS: '12', SESSION_DAYS: '2' });
    a = new Builders(app);
  });
  afterEach(() => app.stop());

  async function signIn() {
    made += 1;
    const email = `phien-${made}@example.vn`;
    const given = { email, name: 'Lý Văn Cam', password };
    const id = await accountWithPassword(app, given);
    const answer = await app.as(null).post('/api/v1/sign-in', { email, password });
    return { id, email, cookie: cookieOf(answer.headers) };
  }
  const cookieOf = (headers: Headers) => headers.getSetCookie()[0]!.split(';')[0]!;
  const visit = (cookie: string) => app.as(null).with({ cookie }).get('/api/v1/me');
  const later = (hours: number) => app.clock.moveTo(new Date(app.clock.now().getTime() + hours * hour));

  it('goes on while it is visited, and ends after the hours nobody came', async () => {
    const { cookie } = await signIn();
    for (const hours of [11, 11, 11]) {
      later(hours);
      expect((await visit(cookie)).status).toBe(200);
    }
    later(12.1);
    expect((await visit(cookie)).status).toBe(401);
  });

  it('ends after its days however often it is visited', async () => {
    const { cookie } = await signIn();
    const statuses: number[] = [];
    for (const hours of [10, 10, 10, 10, 7.9, 0.2]) {
      later(hours);
      statuses.push((await visit(cookie)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 401]);
  });

  it('is written down at most every five minutes', async () => {
    const { cookie } = await signIn();
    const version = async () => (await app.sql<{ xmin: string }>('SELECT xmin::text FROM web_sessions'))[0]!.xmin;
    const first = await version();
    later(4 / 60);
    await Promise.all(Array.from({ length: 20 }, () => visit(cookie)));
    expect(await version()).toBe(first);
    later(2 / 60);
    await visit(cookie);
    const second = await version();
    expect(second).not.toBe(first);
    await visit(cookie);
    expect(await version()).toBe(second);
  });

  it('gets another token once its account has more rights; the one before opens nothing half a minute later', async () => {
    const { id, cookie } = await signIn();
    later(1);
    const { bloc } = await a.organization();
    await grantTo(app, { accountId: id, role: 'admin', unitId: bloc.id });

    const first = await visit(cookie);
    const renewed = cookieOf(first.headers);
    expect(renewed).not.toBe(cookie);
    // What was on its way with the old one still arrives, and changes nothing more.
    const onItsWay = await visit(cookie);
    expect([onItsWay.status, onItsWay.headers.getSetCookie()]).toEqual([200, []]);
    const next = await visit(renewed);
    expect([next.status, next.headers.getSetCookie(), next.body['grants']]).toMatchObject([
      200,
      [],
      [{ role: 'admin' }],
    ]);

    app.clock.moveTo(new Date(app.clock.now().getTime() + 31_000));
    expect([(await visit(cookie)).status, (await visit(renewed)).status]).toEqual([401, 200]);
  });

  it('changes its token once, of many that ask at one time', async () => {
    const { id, cookie } = await signIn();
    later(1);
    const { bloc } = await a.organization();
    await grantTo(app, { accountId: id, role: 'admin', unitId: bloc.id });
    const answers = await Promise.all(Array.from({ length: 20 }, () => visit(cookie)));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(20).fill(200));
    const renewed = answers.flatMap(({ headers }) => headers.getSetCookie());
    expect(renewed).toHaveLength(1);
    expect((await visit(renewed[0]!.split(';')[0]!)).status).toBe(200);
  });
});

describe('a web session over TLS', () => {
  it('has a cookie that belongs to this very host, and no other name opens it', async () => {
    const app = await TestApp.start({ PUBLIC_URL: 'https://dao-tao.example.vn' });
    const given = { email: 'tls@example.vn', name: 'Lý Văn Cam', password };
    await accountWithPassword(app, given);
    const { headers } = await app.as(null).post('/api/v1/sign-in', { email: 'tls@example.vn', password });
    const [set] = headers.getSetCookie();
    expect(set).toMatch(/^__Host-session=[\w-]+; .*Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    expect(set).not.toContain('Domain');
    const [, token] = /^__Host-session=([\w-]+)/.exec(set!)!;
    const me = async (cookie: string) => (await app.as(null).with({ cookie }).get('/api/v1/me')).status;
    expect([await me(`__Host-session=${token}`), await me(`session=${token}`)]).toEqual([200, 401]);
    const out = await app
      .as(null)
      .with({ cookie: `__Host-session=${token}` })
      .post('/api/v1/sign-out');
    expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-session=;.*Secure/);
    await app.stop();
  });
});

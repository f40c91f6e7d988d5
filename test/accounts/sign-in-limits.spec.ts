import { TestApp } from '../app';
import { accountWithPassword } from './given-accounts';

const password = 'mật khẩu rất dài';

describe('trying passwords', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ SIGN_IN_LIMIT: '5', SIGN_IN_NETWORK_LIMIT: '20', TRUST_PROXY: '1' });
  });
  afterAll(() => app.stop());

  const createAccount = (email: string) => accountWithPassword(app, { email, name: 'Trần Văn Đúng', password });
  const tryFrom = async (address: string, email: string, typed = 'đoán mò', cookie = '') => {
    const caller = app.as(null).with({ 'x-forwarded-for': address, cookie });
    return caller.post('/api/v1/sign-in', { email, password: typed });
  };
  const count = (statuses: readonly number[], status: number) => statuses.filter((one) => one === status).length;

  it('looks at exactly as many as are allowed, of fifty at one time', async () => {
    await createAccount('don-dap@example.vn');
    const answers = await Promise.all(Array.from({ length: 50 }, () => tryFrom('192.0.2.1', 'don-dap@example.vn')));
    const statuses = answers.map(({ status }) => status);
    expect([count(statuses, 401), count(statuses, 429)]).toEqual([5, 45]);
  });

  it('never keeps the right person out who comes from elsewhere', async () => {
    await createAccount('dung-nguoi@example.vn');
    for (let time = 0; time < 8; time += 1) await tryFrom('192.0.2.2', 'dung-nguoi@example.vn');
    expect((await tryFrom('192.0.2.2', 'dung-nguoi@example.vn', password)).status).toBe(429);
    expect((await tryFrom('198.51.100.2', 'dung-nguoi@example.vn', password)).status).toBe(200);
  });

  it('stops one address that tries one person after another, and no other address', async () => {
    await createAccount('nguoi-khac@example.vn');
    const statuses: number[] = [];
    for (let n = 0; n < 60; n += 1) statuses.push((await tryFrom('192.0.2.3', `la-${n}@example.vn`)).status);
    expect([count(statuses, 401), count(statuses, 429)]).toEqual([20, 40]);
    expect((await tryFrom('192.0.2.3', 'nguoi-khac@example.vn', password)).status).toBe(429);
    expect((await tryFrom('198.51.100.3', 'nguoi-khac@example.vn', password)).status).toBe(200);
  });

  it('counts the half of an address of IPv6 that is handed out, not the half one chooses', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 30; n += 1)
      statuses.push((await tryFrom(`2001:db8:1:2::${n.toString(16)}`, `v6-${n}@example.vn`)).status);
    expect([count(statuses, 401), count(statuses, 429)]).toEqual([20, 10]);
    expect((await tryFrom('2001:db8:1:3::1', 'v6@example.vn')).status).toBe(401);
  });

  it('does not count who signs in, however many do from one address', async () => {
    await createAccount('ca-phong@example.vn');
    const statuses: number[] = [];
    for (let time = 0; time < 25; time += 1)
      statuses.push((await tryFrom('192.0.2.4', 'ca-phong@example.vn', password)).status);
    expect(count(statuses, 200)).toBe(25);
  });

  it('lets a browser in that was signed in before, whatever others try from its office', async () => {
    await createAccount('van-phong@example.vn');
    const before = await tryFrom('192.0.2.5', 'van-phong@example.vn', password);
    const cookie = before.headers.getSetCookie()[0]!.split(';')[0]!;
    await app.as(null).with({ cookie }).post('/api/v1/sign-out');
    for (let n = 0; n < 30; n += 1) await tryFrom('192.0.2.5', `khac-${n}@example.vn`);
    for (let n = 0; n < 8; n += 1) await tryFrom('192.0.2.5', 'van-phong@example.vn');

    expect((await tryFrom('192.0.2.5', 'van-phong@example.vn', password)).status).toBe(429);
    expect((await tryFrom('192.0.2.5', 'van-phong@example.vn', password, cookie)).status).toBe(200);
    // A cookie one has of another account opens no new attempts.
    await createAccount('ke-gian@example.vn');
    const own = (await tryFrom('198.51.100.9', 'ke-gian@example.vn', password)).headers
      .getSetCookie()[0]!
      .split(';')[0]!;
    expect((await tryFrom('192.0.2.5', 'van-phong@example.vn', password, own)).status).toBe(429);
  });
});

import { TestApp } from '../../app';
import { Builders } from '../../builders';
import { TestProvider } from './provider';
import { Visitor } from './visitor';

const limit = 6;

describe('sign-ins at a provider that lead nowhere', () => {
  const provider = new TestProvider();
  let app: TestApp;
  let a: Builders;

  beforeAll(async () => {
    await provider.open();
    app = await TestApp.start({ ...provider.settings, SIGN_IN_NETWORK_LIMIT: String(limit), TRUST_PROXY: '1' });
    app.clock.followSystem();
    a = new Builders(app);
  });
  afterAll(async () => {
    await app.stop();
    await provider.close();
  });

  let offices = 0;
  /** Everybody behind one address of an office of its own. */
  function anOffice() {
    const address = `198.51.100.${(offices += 1)}`;
    const caller = app.as(null).with({ 'x-forwarded-for': address });
    const from = (path: string) => caller.get<string>(path);
    const begin = () => from('/oidc/start');
    const comeBack = () => from(`/oidc/callback?code=x&state=${'x'.repeat(43)}`);
    return { begin, comeBack, caller };
  }
  const statuses = async (times: number, visit: () => Promise<{ status: number }>) =>
    (await Promise.all(Array.from({ length: times }, visit))).map(({ status }) => status);
  const rows = async () => (await app.sql<{ count: number }>('SELECT count(*) FROM open_id_attempts'))[0]!.count;

  it('are counted by network address before anything is done: of many at once no more are begun than may', async () => {
    const office = anOffice();
    const before = await rows();
    const answers = await statuses(30, office.begin);
    expect(answers.filter((status) => status === 303)).toHaveLength(limit);
    expect(answers.filter((status) => status === 429)).toHaveLength(30 - limit);
    expect((await rows()) - before).toBe(limit);
    const refused = await office.caller.post('/api/v1/oidc/start', {});
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await office.begin()).text).toContain('Đã thử đăng nhập nhiều lần');
    expect((await anOffice().begin()).status).toBe(303);
  });

  it('are counted as the browser is back, too: answers that were made up', async () => {
    const office = anOffice();
    expect(await statuses(limit, office.comeBack)).toEqual(Array<number>(limit).fill(409));
    expect((await office.comeBack()).status).toBe(429);
    expect((await office.begin()).status).toBe(429);
  });

  it('count those alone who do not come, and keep no browser out that was signed in', async () => {
    const account = await a.account();
    provider.signedIn = { sub: 'ng-1', email: account.email, email_verified: true };
    for (let times = 0; times < limit; times += 1) {
      const browser = new Visitor(app, provider);
      await browser.signIn();
      expect(await browser.whoAmI()).toBe(account.id);
    }
    const known = new Visitor(app, provider);
    await known.signIn();
    const stranger = new Visitor(app, provider);
    expect(await statuses(limit, () => stranger.here('/oidc/start'))).toEqual(Array<number>(limit).fill(303));
    expect((await stranger.here('/oidc/start')).status).toBe(429);
    expect((await known.here('/oidc/start')).status).toBe(303);
  });
});

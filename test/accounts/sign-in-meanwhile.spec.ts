import { OneTimeLinksService } from '../../src/accounts/links/one-time-links.service';
import { SignInsService } from '../../src/accounts/sign-ins.service';
import { Actor } from '../../src/platform/access/actor';
import { Database } from '../../src/platform/database/database';
import { type Answer, TestApp } from '../app';
import { accountWithPassword } from './given-accounts';

const password = 'mật khẩu rất dài';
const better = 'trăng lên đỉnh đồi xa';

describe('a session that is opened while its account', () => {
  let app: TestApp;
  let made = 0;

  beforeAll(async () => (app = await TestApp.start()));
  afterAll(() => app.stop());

  async function account() {
    made += 1;
    const given = { email: `trong-luc-${made}@example.vn`, name: 'Hồ Văn Ý', password };
    return { email: given.email, id: await accountWithPassword(app, given) };
  }
  const sessionsOf = (id: string) => app.sql('SELECT FROM web_sessions WHERE account_id = $1 AND ended_at IS NULL', id);

  async function linkFor(id: string): Promise<string> {
    const links = app.get(OneTimeLinksService);
    const tokens = await app
      .get(Database)
      .inTransaction(async (tx) => links.make(tx, [...(await links.ask(tx, 'password', [id], null)).values()]));
    return [...tokens.values()][0]!;
  }

  /** Begins one after the other, the second when the first has changed everything but may not write its journal line yet. */
  async function meanwhile(first: () => Promise<Answer<object>>, second: () => Promise<unknown>) {
    const gate = app.get(Database);
    let open = (): void => undefined;
    const isClosed = new Promise<void>((resolve) => (open = resolve));
    let closed = (): void => undefined;
    const wasClosed = new Promise<void>((resolve) => (closed = resolve));
    const holding = gate.inTransaction(async (tx) => {
      await tx.execute('LOCK TABLE journal_lines IN EXCLUSIVE MODE');
      closed();
      await isClosed;
    });
    await wasClosed;
    const begun = first();
    await waiters(1);
    const then = second();
    await waiters(2);
    open();
    await holding;
    return Promise.all([
      begun,
      then.then(
        () => 'done',
        (refusal: { code?: string }) => refusal.code,
      ),
    ]);
  }
  async function waiters(count: number): Promise<void> {
    const waiting = () =>
      app.sql(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    while ((await waiting()).length < count);
  }

  const comer = { address: '192.0.2.1', token: null, browser: null };

  it('gets a new password by a link does not outlive the old one', async () => {
    const { id, email } = await account();
    const token = await linkFor(id);
    const [reset, signedIn] = await meanwhile(
      () => app.as(null).post(`/api/v1/password-resets/${token}`, { password: better }),
      () => app.get(SignInsService).signIn({ email, password, code: undefined }, comer),
    );
    expect([reset.status, signedIn]).toEqual([204, 'wrong_email_or_password']);
    expect(await sessionsOf(id)).toHaveLength(0);
  });

  it('gets a new password would outlive the old one, were the account not looked at again', async () => {
    const { id, email } = await account();
    const token = await linkFor(id);
    const [reset, opened] = await meanwhile(
      () => app.as(null).post(`/api/v1/password-resets/${token}`, { password: better }),
      () =>
        app
          .get(Database)
          .inTransaction((tx) =>
            app.get(SignInsService).openWith(tx, new Actor(id, null, email, 'vi', [], null), null, 'password'),
          ),
    );
    expect([reset.status, opened]).toEqual([204, 'done']);
    expect(await sessionsOf(id)).toHaveLength(1);
  });

  it('gets a new password by a link does not change that password by the old one', async () => {
    const { id, email } = await account();
    const token = await linkFor(id);
    const { headers } = await app.as(null).post('/api/v1/sign-in', { email, password });
    const answers: Answer[] = [];
    const intruder = app.as(null).with({ cookie: headers.get('set-cookie')!.split(';')[0]! });
    const [reset, changed] = await meanwhile(
      () => app.as(null).post(`/api/v1/password-resets/${token}`, { password: better }),
      async () => {
        answers.push(
          await intruder.post('/api/v1/me/password', { current: password, new: 'một hai ba bốn năm sáu bảy' }),
        );
      },
    );
    expect([reset.status, changed]).toEqual([204, 'done']);
    expect(answers[0]!.body).toMatchObject({ status: 422, errors: [{ field: 'current', code: 'wrong_password' }] });
    expect((await app.as(null).post('/api/v1/sign-in', { email, password: better })).status).toBe(200);
  });
});

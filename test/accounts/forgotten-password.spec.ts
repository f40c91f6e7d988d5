import { Mailbox } from '../../bench/mailbox';
import { LinkRequestsService } from '../../src/accounts/forgotten/link-requests.service';
import { momentAt } from '../../src/platform/clock';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import { startOfSpecs, TestApp } from '../app';
import { Builders } from '../builders';
import { until } from '../completions/closing';
import { accountWithPassword, grantTo } from './given-accounts';
import { linkIn, newestLink } from './letters';

const password = 'mật khẩu rất dài';
const better = 'trăng lên đỉnh đồi xa';

describe('a link by mail', () => {
  const mailbox = new Mailbox();
  const others = new Mailbox();
  let app: TestApp;
  let a: Builders;
  let made = 0;

  beforeAll(async () => {
    app = await TestApp.start({ SMTP_URL: await mailbox.open(), TRUST_PROXY: '1' });
    a = new Builders(app);
  });
  afterAll(async () => {
    await app.stop();
    await mailbox.close();
  });
  beforeEach(() => {
    mailbox.letters.length = 0;
    app.clock.moveTo(startOfSpecs);
  });

  /** From an address of its own, so that no spec uses up another's attempts. */
  const visitor = () => app.as(null).with({ 'x-forwarded-for': `192.0.2.${made}` });
  async function account() {
    made += 1;
    const email = `quen-${made}@example.vn`;
    const given = { email, name: 'Đinh Thị Dâu', password };
    return { email, id: await accountWithPassword(app, given) };
  }
  const signIn = async (email: string, typed: string) =>
    (await visitor().post('/api/v1/sign-in', { email, password: typed })).status;

  async function answer(): Promise<number> {
    await app.get(LinkRequestsService).answer();
    return app.get(MailDeliveries).deliver();
  }
  async function tokenFor(email: string, door: 'password-resets' | 'sign-in-links'): Promise<string> {
    expect((await visitor().post(`/api/v1/${door}`, { email })).status).toBe(202);
    expect(await answer()).toBe(1);
    const { path, token } = newestLink(mailbox)!;
    expect(path).toBe(`/${door}/${token}`);
    app.log.mustNotSay(token);
    return token;
  }

  async function lendTo(email: string, endsOn: string): Promise<void> {
    const secretary = await a.secretaryOf(await a.unit());
    const [{ id: grantId }] = (await app.sql<{ id: string }>(
      'SELECT id FROM grants WHERE account_id = $1',
      secretary.id,
    )) as [{ id: string }];
    const lending = { grantId, email, startsOn: '2026-01-05', endsOn, reason: 'Đi công tác' };
    expect((await app.signedIn(secretary).post('/api/v1/grant-loans', lending)).status).toBe(201);
  }

  describe('for a forgotten password', () => {
    it('sets a new one, ends every session and works once', async () => {
      const { email } = await account();
      const open = await visitor().post('/api/v1/sign-in', { email, password });
      const there = app.as(null).with({ cookie: open.headers.getSetCookie()[0]!.split(';')[0]! });
      const token = await tokenFor(email, 'password-resets');

      // What looks through mail follows links, and changes nothing by that.
      for (let time = 0; time < 2; time += 1)
        expect((await visitor().get<string>(`/password-resets/${token}`)).text).toContain(email);
      const easy = await visitor().form(`/password-resets/${token}`, { password: 'password1234' });
      expect([easy.status, easy.text.includes('Mật khẩu này dễ đoán')]).toEqual([422, true]);
      const set = await visitor().form(`/password-resets/${token}`, { password: better });
      expect([set.status, set.headers.get('location')]).toEqual([303, '/sign-in']);

      expect((await there.get('/api/v1/me')).status).toBe(401);
      expect([await signIn(email, password), await signIn(email, better)]).toEqual([401, 200]);
      const again = await visitor().post(`/api/v1/password-resets/${token}`, { password });
      expect(again.body).toMatchObject({ status: 409, code: 'link_not_open' });
    });

    it('is used once by twenty who try at one time', async () => {
      const { email } = await account();
      const token = await tokenFor(email, 'password-resets');
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => visitor().post(`/api/v1/password-resets/${token}`, { password: better })),
      );
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    });

    it('holds for an hour, and for no account that was locked meanwhile', async () => {
      const { email, id } = await account();
      const token = await tokenFor(email, 'password-resets');
      app.clock.moveTo(new Date(startOfSpecs.getTime() + 61 * 60_000));
      expect((await visitor().post(`/api/v1/password-resets/${token}`, { password: better })).status).toBe(409);
      const next = await tokenFor(email, 'password-resets');
      await a.change('accounts', { id }, { disabledAt: app.clock.now() });
      expect((await visitor().post(`/api/v1/password-resets/${next}`, { password: better })).status).toBe(409);
    });

    it('says the same of every address, and does the same for it before it answers', async () => {
      const { email } = await account();
      const known = await visitor().form('/password-resets', { email });
      const unknown = await visitor().form('/password-resets', { email: 'khong-co@example.vn' });
      const flash = ({ headers }: { headers: Headers }) => headers.getSetCookie().join();
      expect([unknown.status, unknown.headers.get('location'), flash(unknown)]).toEqual([
        known.status,
        known.headers.get('location'),
        flash(known),
      ]);
      const kept = await app.sql<{ email: string }>('SELECT email FROM link_requests ORDER BY id');
      expect(kept.map((row) => row.email)).toEqual([email, 'khong-co@example.vn']);
      expect(await answer()).toBe(1);
      // Nobody's address stays behind.
      expect(await app.sql('SELECT 1 FROM link_requests')).toEqual([]);
    });

    it('is one mail, however often somebody asks', async () => {
      const { email } = await account();
      for (let time = 0; time < 5; time += 1) await visitor().post('/api/v1/password-resets', { email });
      expect(await answer()).toBe(1);
      await visitor().post('/api/v1/password-resets', { email });
      expect(await answer()).toBe(0);
    });

    it('is asked for by one network address at most twenty times in a quarter of an hour', async () => {
      made += 1;
      const statuses: number[] = [];
      for (let n = 0; n < 25; n += 1)
        statuses.push((await visitor().post('/api/v1/password-resets', { email: `ai-${n}@example.vn` })).status);
      expect([202, 429].map((wanted) => statuses.filter((status) => status === wanted).length)).toEqual([20, 5]);
      await app.sql('DELETE FROM link_requests');
    });
  });

  it('leaves as soon as it was asked for: whoever asked waits at the screen', async () => {
    const { email } = await account();
    const worker = await TestApp.start({ PROCESS: 'both', SMTP_URL: await others.open() });
    try {
      worker.clock.followSystem();
      const given = { email, name: 'Đinh Thị Dâu', password };
      await accountWithPassword(worker, given);
      // Mail that waits is looked for every half minute; that was just done.
      await until(async () => {
        const [look] = await worker.sql(
          `SELECT FROM recurring_looks WHERE look = 'mail.deliver' AND done_at IS NOT NULL`,
        );
        return look ?? null;
      });
      expect((await worker.as(null).post('/api/v1/sign-in-links', { email })).status).toBe(202);
      const { token } = await until(async () => (others.letters[0] ? linkIn(others.letters[0]) : null), 15);
      worker.log.mustNotSay(token);
    } finally {
      await worker.stop();
      await others.close();
    }
  });

  describe('that signs in', () => {
    it('opens a session for who has no role, by a button and not by being opened', async () => {
      const { email } = await account();
      const token = await tokenFor(email, 'sign-in-links');
      const page = await visitor().get<string>(`/sign-in-links/${token}`);
      expect([page.text.includes(email), page.headers.getSetCookie()]).toEqual([true, []]);
      const signedIn = await visitor().form(`/sign-in-links/${token}`, {});
      expect(signedIn.headers.get('location')).toBe('/');
      const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
      expect((await app.as(null).with({ cookie }).get('/api/v1/me')).body).toMatchObject({ name: 'Đinh Thị Dâu' });
      const again = await visitor().get<string>(`/sign-in-links/${token}`);
      expect([again.status, again.text.includes('Liên kết này đã được dùng')]).toEqual([409, true]);
    });

    it('is sent to who was a deputy once, since a loan that ran out is no role', async () => {
      const { email } = await account();
      await lendTo(email, '2026-01-05');
      app.clock.moveTo(momentAt('2026-01-06', '08:00'));
      await tokenFor(email, 'sign-in-links');
    });

    it('is sent to nobody who stands in for a role, today or soon', async () => {
      const { email } = await account();
      await lendTo(email, '2026-01-08');
      expect((await visitor().post('/api/v1/sign-in-links', { email })).status).toBe(202);
      expect(await answer()).toBe(0);
    });

    it('is sent to nobody who has a role, and the answer does not say so', async () => {
      const { email, id } = await account();
      const unit = await a.unit();
      const grant = { accountId: id, role: 'unit_secretary' as const, unitId: unit.id };
      await grantTo(app, grant);
      expect((await visitor().post('/api/v1/sign-in-links', { email })).status).toBe(202);
      expect(await answer()).toBe(0);
    });

    it('opens nothing once its account was given a role', async () => {
      const { email, id } = await account();
      const token = await tokenFor(email, 'sign-in-links');
      const unit = await a.unit();
      const grant = { accountId: id, role: 'unit_secretary' as const, unitId: unit.id };
      await grantTo(app, grant);
      expect((await visitor().post(`/api/v1/sign-in-links/${token}`)).body).toMatchObject({
        status: 403,
        code: 'sign_in_by_password',
      });
    });

    it('is not for setting a password, nor the other way round', async () => {
      const { email } = await account();
      const token = await tokenFor(email, 'sign-in-links');
      expect((await visitor().post(`/api/v1/password-resets/${token}`, { password: better })).status).toBe(404);
    });
  });

  it('is found from the page to sign in', async () => {
    const { text } = await visitor().get<string>('/sign-in');
    expect([text.includes('href="/password-resets"'), text.includes('href="/sign-in-links"')]).toEqual([true, true]);
  });
});

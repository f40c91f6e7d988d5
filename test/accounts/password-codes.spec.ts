import { TOTP, Secret } from 'otpauth';
import { Mailbox } from '../../bench/mailbox';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltUnit } from '../builders';
import { accountWithPassword, grantTo } from './given-accounts';
import { tablesHolding, textOf } from './letters';
import { whileGranted } from './while-granted';

const password = 'mật khẩu rất dài';
const better = 'trăng lên đỉnh đồi xa';

describe('who forgot a password and reads no mail', () => {
  const mailbox = new Mailbox();
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;
  let admin: BuiltAccount;
  let made = 0;

  beforeAll(async () => {
    app = await TestApp.start({ SMTP_URL: await mailbox.open(), TRUST_PROXY: '1' });
    a = new Builders(app);
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
    admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
  });
  afterAll(async () => {
    await app.stop();
    await mailbox.close();
  });
  beforeEach(() => {
    mailbox.letters.length = 0;
    app.clock.moveTo(startOfSpecs);
  });

  const visitor = (address = `192.0.2.${made}`) => app.as(null).with({ 'x-forwarded-for': address });
  async function cadre({ in: home = unit }: { in?: BuiltUnit } = {}) {
    made += 1;
    const person = await a.person({ in: home });
    const email = `phieu-${made}@example.vn`;
    const given = { email, name: person.fullName, password, personId: person.id };
    return { email, id: await accountWithPassword(app, given) };
  }
  const print = ({ id }: { readonly id: string }, by = secretary) =>
    app.signedIn(by).post<string>(`/api/v1/accounts/${id}/password-code`);
  async function codeFor(account: { readonly id: string }, by = secretary): Promise<string> {
    const { status, text } = await print(account, by);
    expect(status).toBe(201);
    const [, code] = /\/URI \(http[^)]*\/password-resets\?code=([A-Z0-9]{4}-[A-Z0-9]{4})\)/.exec(text)!;
    app.log.mustNotSay(code!);
    return code!;
  }
  const use = (email: string, code: string, chosen = better, caller = visitor()) =>
    caller.post('/api/v1/password-codes', { email, code, password: chosen });
  const signIn = async (email: string, typed: string) =>
    (await visitor().post('/api/v1/sign-in', { email, password: typed })).status;
  const later = (minutes: number) => app.clock.moveTo(new Date(app.clock.now().getTime() + minutes * 60_000));

  it('gets a code on a slip, sets a new password with it, once, and every session ends', async () => {
    const { email, id } = await cadre();
    const open = await visitor().post('/api/v1/sign-in', { email, password });
    const there = app.as(null).with({ cookie: open.headers.getSetCookie()[0]!.split(';')[0]! });
    expect((await app.signedIn(secretary).get(`/accounts/${id}`)).text).toContain('In phiếu mã đặt lại mật khẩu');
    const slip = await app.signedIn(secretary).post<string>(`/accounts/${id}/password-code`);
    expect([slip.status, slip.headers.get('content-type')]).toEqual([201, 'application/pdf']);
    const code = await codeFor({ id });
    expect(await tablesHolding(app, code)).toEqual([]);

    const page = await visitor().get<string>(`/password-resets?code=${code}`);
    expect([page.text.includes('Có phiếu mã'), page.text.includes(`value="${code}"`)]).toEqual([true, true]);
    const easy = await visitor().form('/password-codes', { email, code, password: 'password1234' });
    expect([easy.status, easy.text.includes('Mật khẩu này dễ đoán'), easy.text.includes(email)]).toEqual([
      422,
      true,
      true,
    ]);
    const typed = ` ${code.toLowerCase().replace('-', ' ')}`;
    const set = await visitor().form('/password-codes', { email: email.toUpperCase(), code: typed, password: better });
    expect([set.status, set.headers.get('location')]).toEqual([303, '/sign-in']);

    expect((await there.get('/api/v1/me')).status).toBe(401);
    expect([await signIn(email, password), await signIn(email, better)]).toEqual([401, 200]);
    expect((await use(email, code)).body).toMatchObject({ status: 422, code: 'wrong_password_code' });
    const lines = await app.sql<{ action: string; actorName: string }>(
      `SELECT action, actor_name FROM journal_lines WHERE subject_id = $1 AND action ~ 'password' ORDER BY id`,
      id,
    );
    expect(lines.map(({ action }) => action)).toEqual([
      'accounts.password_code_made',
      'accounts.password_code_made',
      'forgotten_password.password_reset_by_code',
    ]);
  });

  it('is told, inside the service and by mail, that one was made and that it was used', async () => {
    const { email, id } = await cadre();
    await use(email, await codeFor({ id }));
    await app.get(MailDeliveries).deliver();
    const letters = mailbox.letters.filter(({ to }) => to === email).map(textOf);
    expect(letters).toHaveLength(2);
    expect(letters[0]).toContain('đã được in, có giá trị đến 16:00 05/01/2026. Nếu việc này không do đồng chí yêu cầu');
    const notices = await app.sql<{ textVi: string }>('SELECT text_vi FROM notices WHERE account_id = $1', id);
    expect(notices.map(({ textVi }) => textVi).join()).toMatch(/đã được in[^]*bằng mã trên phiếu/);
  });

  it('has eight hours, one code at a time, and none that stays once the account was locked or the password changed', async () => {
    const account = await cadre();
    const { email, id } = account;
    const first = await codeFor(account);
    const second = await codeFor(account);
    expect((await use(email, first)).status).toBe(422);
    later(8 * 60 + 1);
    expect((await use(email, second)).status).toBe(422);
    const third = await codeFor(account);
    await app.signedIn(admin).post(`/api/v1/accounts/${id}/lock`, { reason: 'Nghỉ' });
    expect((await use(email, third)).status).toBe(422);
    await app.signedIn(admin).post(`/api/v1/accounts/${id}/unlock`);
    expect((await use(email, third)).status).toBe(422);
    expect((await use(email, await codeFor(account))).status).toBe(204);
  });

  it.each(['a role', 'a class to manage', 'a loan'])('has none that was printed before they got %s', async (what) => {
    const account = await cadre();
    const code = await codeFor(account);
    if (what === 'a loan') {
      const [grant] = await app.sql<{ id: string }>('SELECT id FROM grants WHERE account_id = $1', secretary.id);
      const days = { startsOn: '2026-01-05', endsOn: '2026-01-09' };
      const lending = { grantId: grant!.id, email: account.email, reason: 'Đi công tác', ...days };
      expect((await app.signedIn(secretary).post('/api/v1/grant-loans', lending)).status).toBe(201);
    } else {
      const given =
        what === 'a role'
          ? { role: 'unit_secretary' as const, unitId: unit.id }
          : { role: 'class_manager' as const, classId: (await a.trainingClass()).id };
      await grantTo(app, { accountId: account.id, ...given });
    }
    expect((await use(account.email, code)).body).toMatchObject({ status: 422, code: 'wrong_password_code' });
    expect(await signIn(account.email, password)).toBe(200);
  });

  it('has none printed by a secretary while they are being given a role', async () => {
    const account = await cadre();
    const given = { accountId: account.id, role: 'unit_secretary' as const, unitId: unit.id };
    const printed = await whileGranted(app, given, () => print(account));
    expect(printed.status).toBe(403);
  });

  it('uses a code once, though twenty try at one time', async () => {
    const account = await cadre();
    const code = await codeFor(account);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => use(account.email, code, better, visitor(`198.51.100.${n}`))),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  });

  it('hears the same for a wrong code, no code, and an address nobody has', async () => {
    const [one, other] = [await cadre(), await cadre()];
    await codeFor(one);
    const answers = await Promise.all(
      [one.email, other.email, 'khong-ai@example.vn'].map(async (email) => (await use(email, 'AAAA-BBBB')).text),
    );
    expect(new Set(answers.map((text) => text.replace(/"(instance|id)":"[^"]*"/g, ''))).size).toBe(1);
  });

  it('is not kept out by who guesses: guesses are stopped where they come from, and wrong passwords do not count', async () => {
    const account = await cadre();
    const code = await codeFor(account);
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1)
      statuses.push((await use(account.email, `AAAA-22${n + 10}`, better, visitor('203.0.113.9'))).status);
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429, 429]);
    for (let n = 0; n < 11; n += 1) await signIn(account.email, `quên ${n}`);
    expect(await signIn(account.email, password)).toBe(429);
    expect((await use(account.email, code)).status).toBe(204);
  });

  it('is helped by the secretary of the own unit, and by who reaches it, where there is no role', async () => {
    const account = await cadre();
    const stranger = await a.secretaryOf(await a.unit());
    expect((await print(account, stranger)).status).toBe(404);
    expect((await print(account, await a.office())).status).toBe(201);
    const officer = await a.office();
    expect((await print(officer)).status).toBe(404);
    await grantTo(app, {
      accountId: account.id,
      role: 'group_officer',
      unitId: (await a.organization()).group.id,
    });
    expect((await print(account)).status).toBe(403);
    expect((await app.signedIn(secretary).get(`/accounts/${account.id}`)).text).not.toContain('password-code');
    await codeFor(account, admin);
    expect((await print(admin, admin)).status).toBe(403);
  });

  it('is invited instead while they never came, and unlocked first', async () => {
    const account = await cadre();
    await a.change('accounts', { id: account.id }, { acceptedAt: null });
    expect((await print(account)).status).toBe(409);
    await a.change('accounts', { id: account.id }, { acceptedAt: app.clock.now(), disabledAt: app.clock.now() });
    expect((await print(account)).status).toBe(409);
  });

  it('types the second step afterwards as before', async () => {
    const account = await cadre();
    const { email } = account;
    const { headers } = await visitor().post('/api/v1/sign-in', { email, password });
    const caller = app.as(null).with({ cookie: headers.getSetCookie()[0]!.split(';')[0]! });
    await turnOn(caller);
    expect((await use(email, await codeFor(account))).status).toBe(204);
    const answer = await visitor().post('/api/v1/sign-in', { email, password: better });
    expect(answer.body['code']).toBe('code_needed');
  });

  async function turnOn(caller: ReturnType<typeof app.as>): Promise<void> {
    await caller.post('/api/v1/me/second-factor');
    const { key } = (await caller.get<{ key: { secret: string } }>('/api/v1/me/second-factor')).body;
    const code = new TOTP({ secret: Secret.fromBase32(key.secret) }).generate({ timestamp: app.clock.now().getTime() });
    expect((await caller.post('/api/v1/me/second-factor/confirmation', { code })).status).toBe(201);
  }

  describe('and lost the telephone with the second step', () => {
    async function withSecondStep(account: BuiltAccount): Promise<void> {
      await turnOn(app.signedIn(account));
    }
    const remove = (account: { readonly id: string }, by = admin, reason = 'Mất điện thoại, đã gặp trực tiếp') =>
      app.signedIn(by).post(`/api/v1/accounts/${account.id}/second-factor-removal`, { reason });

    it('has it removed by an administrator, with a reason: sessions end, the holder is told', async () => {
      const officer = await a.office();
      await withSecondStep(officer);
      const page = await app.signedIn(admin).get(`/accounts/${officer.id}`);
      expect(page.text).toContain('Gỡ xác thực hai bước');
      const unsaid = await app.signedIn(admin).form(`/accounts/${officer.id}/second-factor-removal`, { reason: ' ' });
      expect(unsaid.status).toBe(422);
      const gone = await app
        .signedIn(admin)
        .form(`/accounts/${officer.id}/second-factor-removal`, { reason: 'Mất máy' });
      expect(gone.headers.get('location')).toBe(`/accounts/${officer.id}`);
      expect((await app.signedIn(officer).get('/api/v1/me')).status).toBe(401);
      expect((await remove(officer)).body['code']).toBe('second_factor_is_not_on');
      expect((await app.signedIn(admin).get(`/accounts/${officer.id}`)).text).not.toContain('Gỡ xác thực hai bước');
      await app.get(MailDeliveries).deliver();
      expect(textOf(mailbox.letters.find(({ to }) => to === officer.email)!)).toContain('đã gỡ xác thực hai bước');
      expect(
        await app.sql(
          `SELECT reason, account_id FROM journal_lines WHERE action = 'second_factor.removed' AND subject_id = $1`,
          officer.id,
        ),
      ).toEqual([{ reason: 'Mất máy', accountId: admin.id }]);
    });

    it('does not remove their own, nor does anybody else', async () => {
      const other = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
      await withSecondStep(other);
      expect((await remove(other, other)).body['code']).toBe('own_second_factor');
      expect((await app.signedIn(other).get(`/accounts/${other.id}`)).text).not.toContain('second-factor-removal');
      expect((await remove(other, await a.office())).status).toBe(403);
      expect((await remove(other)).status).toBe(204);
    });
  });
});

import { Secret, TOTP } from 'otpauth';
import { type Caller, TestApp } from '../app';
import { Builders } from '../builders';
import { accountWithPassword } from './given-accounts';

const password = 'mật khẩu rất dài';

describe('a second step to sign in', () => {
  let app: TestApp;
  let made = 0;

  beforeAll(async () => (app = await TestApp.start()));
  afterAll(() => app.stop());

  const wait = (seconds: number) => app.clock.moveTo(new Date(app.clock.now().getTime() + seconds * 1000));
  const codeOf = (secret: string, secondsOff = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: app.clock.now().getTime() + secondsOff * 1000,
    });

  async function account() {
    made += 1;
    const email = `hai-buoc-${made}@example.vn`;
    const given = { email, name: 'Mai Thị Chanh', password };
    const id = await accountWithPassword(app, given);
    const signIn = (code?: string, typed = password) =>
      app.as(null).post('/api/v1/sign-in', { email, password: typed, ...(code === undefined ? {} : { code }) });
    const { headers } = await signIn();
    const caller = app.as(null).with({ cookie: headers.getSetCookie()[0]!.split(';')[0]! });
    return { id, email, caller, signIn };
  }

  async function turnOn(caller: Caller) {
    await caller.post('/api/v1/me/second-factor');
    const begun = await caller.get<{ key: { secret: string } }>('/api/v1/me/second-factor');
    const { secret } = begun.body.key;
    const confirmed = await caller.post<{ recoveryCodes: string[] }>('/api/v1/me/second-factor/confirmation', {
      code: codeOf(secret),
    });
    expect(confirmed.status).toBe(201);
    wait(90);
    return { secret, recoveryCodes: confirmed.body.recoveryCodes };
  }

  it('is asked for only once it was tried out', async () => {
    const { caller, signIn } = await account();
    await caller.post('/api/v1/me/second-factor');
    expect((await signIn()).status).toBe(200);
    const wrong = await caller.post('/api/v1/me/second-factor/confirmation', { code: '000000' });
    expect(wrong.body).toMatchObject({ status: 401, code: 'wrong_code' });
    expect((await signIn()).status).toBe(200);

    const { secret } = await turnOn(caller);
    expect((await signIn()).body).toMatchObject({ status: 401, code: 'code_needed', errors: [{ field: 'code' }] });
    expect((await signIn('123')).body).toMatchObject({ status: 401, code: 'wrong_code' });
    expect((await signIn(codeOf(secret))).status).toBe(200);
  });

  it('says nothing of a code to who does not know the password', async () => {
    const { caller, signIn } = await account();
    const { secret } = await turnOn(caller);
    expect((await signIn(codeOf(secret), 'đoán mò')).body).toMatchObject({ code: 'wrong_email_or_password' });
  });

  it('takes a code once: who looked over a shoulder has nothing', async () => {
    const { caller, signIn } = await account();
    const { secret } = await turnOn(caller);
    const code = codeOf(secret);
    expect((await signIn(code)).status).toBe(200);
    expect((await signIn(code)).body).toMatchObject({ code: 'wrong_code' });
    // Nor one that is older than what was taken.
    expect((await signIn(codeOf(secret, -30))).body).toMatchObject({ code: 'wrong_code' });
    wait(30);
    expect((await signIn(codeOf(secret))).status).toBe(200);
  });

  it('takes one code of many that are sent at one time', async () => {
    const { caller, signIn } = await account();
    const { secret } = await turnOn(caller);
    const code = codeOf(secret);
    const answers = await Promise.all(Array.from({ length: 5 }, () => signIn(code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('bears a clock that is half a minute off, and not two', async () => {
    const { caller, signIn } = await account();
    const { secret } = await turnOn(caller);
    expect((await signIn(codeOf(secret, -120))).status).toBe(401);
    expect((await signIn(codeOf(secret, 120))).status).toBe(401);
    expect((await signIn(codeOf(secret, -30))).status).toBe(200);
    expect((await signIn(codeOf(secret, 30))).status).toBe(200);
  });

  it('looks at five wrong codes, of fifty at one time, and then lets one wait', async () => {
    const { caller, signIn } = await account();
    const { secret } = await turnOn(caller);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        caller.post('/api/v1/me/second-factor/removal', { code: String(n).padStart(6, '9') }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect([401, 429].map((wanted) => statuses.filter((status) => status === wanted).length)).toEqual([5, 45]);
    const refused = await signIn(codeOf(secret));
    expect(refused.body).toMatchObject({ status: 429, code: 'too_many_codes' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('gives recovery codes once; each signs in once, and new ones end the old', async () => {
    const { id, caller, signIn } = await account();
    const { secret, recoveryCodes } = await turnOn(caller);
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first, second] = recoveryCodes as [string, string];
    expect((await signIn(first.toUpperCase().replaceAll('-', ' '))).status).toBe(200);
    expect((await signIn(first)).body).toMatchObject({ code: 'wrong_code' });
    expect((await caller.get('/api/v1/me/second-factor')).body).toMatchObject({ codesLeft: 9, key: null });

    const kept = await app.sql<{ codeHash: string }>('SELECT code_hash FROM recovery_codes WHERE account_id = $1', id);
    expect(JSON.stringify(kept)).not.toContain(second.replaceAll('-', ''));
    const renewed = await caller.post<{ recoveryCodes: string[] }>('/api/v1/me/second-factor/recovery-codes', {
      code: codeOf(secret),
    });
    expect((await signIn(second)).body).toMatchObject({ code: 'wrong_code' });
    expect((await signIn(renewed.body.recoveryCodes[0])).status).toBe(200);
    const [line] = await app.sql(
      `SELECT action FROM journal_lines WHERE action = 'second_factor.recovery_code_used' AND subject_id = $1`,
      id,
    );
    expect(line).toEqual({ action: 'second_factor.recovery_code_used' });
  });

  it('is turned off with a code, and by nobody who only found an open session', async () => {
    const { caller, signIn } = await account();
    const { secret } = await turnOn(caller);
    expect((await caller.post('/api/v1/me/second-factor')).body).toMatchObject({ code: 'second_factor_is_on' });
    expect((await caller.post('/api/v1/me/second-factor/removal', { code: '123456' })).status).toBe(401);
    expect((await caller.post('/api/v1/me/second-factor/removal', { code: codeOf(secret) })).status).toBe(204);
    expect((await signIn()).status).toBe(200);
  });

  it('works by forms alone', async () => {
    const { email, caller } = await account();
    await caller.form('/me/second-factor', {});
    const shown = await caller.get<string>('/me/second-factor');
    const secret = /<code class="long-code">([A-Z2-7 ]+)</.exec(shown.text)![1]!.replaceAll(' ', '');
    expect(shown.text).toContain('role="img"');
    const on = await caller.form('/me/second-factor/confirmation', { code: codeOf(secret) });
    expect(on.text.match(/<li><code>[a-z2-9-]{14}<\/code>/g)).toHaveLength(10);
    wait(60);

    const visitor = app.as(null);
    expect((await visitor.get<string>('/sign-in')).text).not.toContain('name="code"');
    const asked = await visitor.form('/sign-in', { email, password });
    expect([asked.status, asked.text.includes('name="code"'), asked.text.includes(`value="${email}"`)]).toEqual([
      401,
      true,
      true,
    ]);
    expect((await visitor.form('/sign-in', { email, password, code: codeOf(secret) })).status).toBe(303);
  });
});

describe('a second step that staff must have', () => {
  let app: TestApp;
  let a: Builders;

  beforeAll(async () => {
    app = await TestApp.start({ SECOND_FACTOR: 'staff' });
    a = new Builders(app);
  });
  afterAll(() => app.stop());

  it('leads whoever has a role to where it is turned on, and opens everything after', async () => {
    const secretary = await a.secretaryOf(await a.unit());
    const caller = app.signedIn(secretary);
    expect((await caller.get('/classes')).headers.get('location')).toBe('/me/second-factor');
    expect((await caller.get('/api/v1/classes')).body).toMatchObject({ status: 403, code: 'second_factor_needed' });
    // A token that was made before is no way round.
    expect((await app.as(secretary).get('/api/v1/classes')).body).toMatchObject({ code: 'second_factor_needed' });
    expect((await caller.get<string>('/me/second-factor')).text).toContain('Văn phòng yêu cầu');

    await caller.post('/api/v1/me/second-factor');
    const begun = await caller.get<{ key: { secret: string } }>('/api/v1/me/second-factor');
    const code = new TOTP({ secret: Secret.fromBase32(begun.body.key.secret) }).generate({
      timestamp: app.clock.now().getTime(),
    });
    await caller.post('/api/v1/me/second-factor/confirmation', { code });
    expect((await caller.get('/api/v1/classes')).status).toBe(200);
    expect((await app.as(secretary).get('/api/v1/classes')).status).toBe(200);
  });

  it('asks nothing of who has none', async () => {
    const cadre = await a.account({ person: await a.person() });
    expect((await app.signedIn(cadre).get('/')).status).toBe(200);
  });
});

import { generateKeyPairSync } from 'node:crypto';
import { DirectoryService } from '../../../src/accounts/directory/directory.service';
import { InvitationsService } from '../../../src/accounts/invitations/invitations.service';
import { type Answer, TestApp } from '../../app';
import { type BuiltAccount, Builders } from '../../builders';
import { type Known, TestProvider } from './provider';
import { Visitor } from './visitor';

const notUnderWay = 'Lần đăng nhập này đã dùng rồi';
const notValid = 'Câu trả lời của Cổng Tập đoàn không hợp lệ';
const noAccount = 'không có tài khoản nào của hệ thống dùng được';

describe('a sign-in at a provider lets nobody in', () => {
  const provider = new TestProvider();
  let app: TestApp;
  let a: Builders;
  let admin: BuiltAccount;
  let made = 0;

  beforeAll(async () => {
    await provider.open();
    app = await TestApp.start({ ...provider.settings, SIGN_IN_NETWORK_LIMIT: '1000' });
    app.clock.followSystem();
    a = new Builders(app);
    admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
  });
  afterAll(async () => {
    await app.stop();
    await provider.close();
  });
  beforeEach(() => {
    Object.assign(provider, { signedIn: null, forged: null, forgedWith: null });
  });

  /** A browser in which the provider knows somebody. */
  function person(email: string, more: Partial<Known> = {}): Visitor {
    provider.signedIn = { sub: `ng-${(made += 1)}`, email, email_verified: true, ...more };
    return new Visitor(app, provider);
  }

  /** A browser of somebody with an account, on its way back from the provider. */
  async function onTheWayBack(): Promise<{ browser: Visitor; path: string; account: BuiltAccount }> {
    const account = await a.account();
    const browser = person(account.email);
    return { browser, path: await browser.atProvider(await browser.start()), account };
  }

  async function isKeptOut(browser: Visitor, answer: Answer<string>, status: number, sentence: string): Promise<void> {
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(sentence) as string]);
    expect(answer.text).toContain('href="/oidc/start"');
    expect([...browser.ownCookies.keys()].filter((name) => name.includes('session'))).toEqual([]);
    expect(await browser.whoAmI()).toBeNull();
  }

  const refusals = () =>
    app.sql<{ subjectType: string; subjectId: string; because: string }>(
      `SELECT subject_type, subject_id, facts ->> 'because' AS because FROM journal_lines WHERE action = 'open_id.refused' ORDER BY id`,
    );
  const accounts = async () => (await app.sql<{ count: number }>('SELECT count(*) FROM accounts'))[0]!.count;

  describe('whose answer is not of this browser and this time', () => {
    it('with another state, which does not use up the true one', async () => {
      const { browser, path, account } = await onTheWayBack();
      const forged = path.replace(/state=[^&]+/, `state=${'x'.repeat(43)}`);
      await isKeptOut(browser, await browser.here(forged), 409, notUnderWay);
      await isKeptOut(browser, await browser.here(path.replace(/&?state=[^&]+/, '')), 409, notUnderWay);
      await browser.here(path);
      expect(await browser.whoAmI()).toBe(account.id);
    });

    it('that another browser was sent back with', async () => {
      const attacker = await onTheWayBack();
      const victim = new Visitor(app, provider);
      await isKeptOut(victim, await victim.here(attacker.path), 409, notUnderWay);
      await victim.start();
      await isKeptOut(victim, await victim.here(attacker.path), 409, notUnderWay);
    });

    it('whose code another sign-in was given, though the state is its own', async () => {
      const attacker = await onTheWayBack();
      const victim = new Visitor(app, provider);
      const state = (await victim.start()).searchParams.get('state')!;
      const mixed = attacker.path.replace(/state=[^&]+/, `state=${state}`);
      await isKeptOut(victim, await victim.here(mixed), 401, notValid);
    });

    it('a second time, nor of many at once more than one', async () => {
      const { browser, path, account } = await onTheWayBack();
      const cookie = [...browser.ownCookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => app.as(null).with({ cookie }).get<string>(path)),
      );
      const [first] = answers.filter(({ status }) => status === 303);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, ...Array<number>(11).fill(409)]);
      expect(first!.headers.getSetCookie().join()).toContain('session=');
      expect(
        await app.sql('SELECT FROM web_sessions WHERE account_id = $1 AND way = $2', account.id, 'provider'),
      ).toHaveLength(1);
      expect((await app.as(null).with({ cookie }).get<string>(path)).text).toContain(notUnderWay);
    });

    it('after ten minutes', async () => {
      const { browser, path } = await onTheWayBack();
      app.clock.moveTo(new Date(app.clock.now().getTime() + 11 * 60_000));
      await isKeptOut(browser, await browser.here(path), 409, notUnderWay);
      app.clock.followSystem();
    });

    it('whose code was asked for by another verifier', async () => {
      const { browser } = await onTheWayBack();
      const address = await browser.start();
      address.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
      await isKeptOut(browser, await browser.here(await browser.atProvider(address)), 401, notValid);
    });
  });

  describe('whose token is not for it', () => {
    it.each([
      ['of another nonce', { nonce: 'x' }],
      ['without a nonce', { nonce: undefined }],
      ['for another audience', { aud: 'another' }],
      ['for others too, and from no party it knows', { aud: ['dao-tao', 'another'], azp: 'another' }],
      ['of another issuer', { iss: 'https://another.example' }],
      ['that is over', { exp: 1_700_000_000 }],
    ])('%s', async (_, claims) => {
      const { browser, path } = await onTheWayBack();
      provider.forged = (said) => ({ ...said, ...claims });
      await isKeptOut(browser, await browser.here(path), 401, notValid);
    });

    it('signed by somebody else', async () => {
      const { browser, path } = await onTheWayBack();
      provider.forged = (said) => said;
      provider.forgedWith = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
      await isKeptOut(browser, await browser.here(path), 401, notValid);
    });

    it('with an answer that says it comes from another issuer, or from none', async () => {
      for (const iss of ['&iss=https%3A%2F%2Fanother.example', '']) {
        const { browser, path } = await onTheWayBack();
        await isKeptOut(browser, await browser.here(path.replace(/&iss=[^&]+/, iss)), 401, notValid);
      }
    });

    it('whose code was given to another client', async () => {
      const { browser } = await onTheWayBack();
      const address = await browser.start();
      address.searchParams.set('client_id', 'another');
      await isKeptOut(browser, await browser.here(await browser.atProvider(address)), 401, notValid);
    });
  });

  describe('whom nobody invited', () => {
    it('by an address no account has: none is made', async () => {
      const before = await accounts();
      const browser = person('nguoi-la@example.vn');
      await isKeptOut(browser, await browser.signIn(), 403, noAccount);
      expect([await accounts(), (await refusals()).at(-1)!]).toEqual([
        before,
        expect.objectContaining({ subjectType: 'open_id_attempt', because: 'unknown' }) as object,
      ]);
    });

    it('by an address the provider has not verified, or does not know', async () => {
      const { email } = await a.account();
      for (const more of [
        { email_verified: false },
        { email_verified: undefined },
        { email_verified: 'true' as never },
      ]) {
        const browser = person(email, more);
        await isKeptOut(browser, await browser.signIn(), 403, 'chưa được Cổng Tập đoàn xác nhận');
      }
      const nameless = person(email, { email: undefined as never });
      await isKeptOut(nameless, await nameless.signIn(), 403, noAccount);
      expect((await refusals()).at(-1)!.because).toBe('no_address');
    });

    it('by an address with letters that some fold into others: the Kelvin sign is a k to them', async () => {
      const account = await a.account();
      await app.sql('UPDATE accounts SET email = $2 WHERE id = $1', account.id, '\u212Aien@example.vn');
      const browser = person('\u212Aien@example.vn');
      await isKeptOut(browser, await browser.signIn(), 403, noAccount);
    });

    it('by an address several people of the rosters have', async () => {
      const email = 'van-phong@example.vn';
      const one = await a.person({ email });
      await a.person({ email });
      const account = await a.account({ person: { id: one.id, fullName: 'Nguyễn Văn Một' } });
      await app.sql('UPDATE accounts SET email = $2 WHERE id = $1', account.id, email);
      const browser = person(email);
      await isKeptOut(browser, await browser.signIn(), 403, noAccount);
      expect((await refusals()).at(-1)).toEqual({ subjectType: 'account', subjectId: account.id, because: 'shared' });
    });

    it('to an account that is locked, in the same words, also when they came before', async () => {
      const account = await a.account();
      const who = { sub: 'bi-khoa' };
      await person(account.email, who).signIn();
      await account.isLocked(app.clock.now());
      const browser = person(account.email, who);
      await isKeptOut(browser, await browser.signIn(), 403, noAccount);
      expect((await refusals()).at(-1)).toEqual({ subjectType: 'account', subjectId: account.id, because: 'locked' });
    });

    it('to an account whose invitation was taken back', async () => {
      const email = 'thu-hoi@example.vn';
      const actor = await app.actor(admin.id);
      const { id: personId } = await a.person({ email });
      const id = await app.get(DirectoryService).open(actor, { personId });
      await app.get(InvitationsService).revoke(actor, id);
      const browser = person(email);
      await isKeptOut(browser, await browser.signIn(), 403, noAccount);
      expect((await refusals()).at(-1)!.because).toBe('not_invited');
    });

    it('who thought better of it at the provider', async () => {
      const browser = person('thoi@example.vn');
      provider.signedIn = null;
      await isKeptOut(browser, await browser.signIn(), 401, 'đã bị hủy hoặc bị từ chối');
    });
  });

  it('who has the address of an account now, but is another person than came by it', async () => {
    const account = await a.account();
    await person(account.email).signIn();
    const another = person(account.email);
    await isKeptOut(another, await another.signIn(), 403, 'đã liên kết với một danh tính khác');
    expect((await refusals()).at(-1)).toEqual({
      subjectType: 'account',
      subjectId: account.id,
      because: 'linked_to_another',
    });
    // An administrator who unlinks the first decides that it is the second's.
    const unlinked = await app
      .as(null)
      .with({ cookie: `__Host-session=${admin.token}` })
      .form(`/accounts/${account.id}/linked-identity/removal`, {});
    expect(unlinked.status).toBe(303);
    await another.signIn();
    expect(await another.whoAmI()).toBe(account.id);
  });

  it.each(['//evil.example', 'https://evil.example/', '/\\evil.example', '/%2f/evil.example'])(
    'and leads nobody away: %s',
    async (next) => {
      const account = await a.account();
      const browser = person(account.email);
      const back = await browser.signIn(next);
      expect([back.status, back.headers.get('location')]).toEqual([303, '/']);
    },
  );

  it('over plain HTTP: what a browser keeps of it is for TLS and this host alone', async () => {
    const { headers } = await app.as(null).get('/oidc/start');
    const [line] = headers.getSetCookie();
    expect(line).toMatch(/^__Host-oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const { browser, path } = await onTheWayBack();
    const cookie = `oidc=${browser.ownCookies.get('__Host-oidc')}`;
    expect((await app.as(null).with({ cookie }).get<string>(path)).text).toContain(notUnderWay);
  });

  it('where no provider is set up', async () => {
    const other = await TestApp.start();
    for (const path of ['/oidc/start', '/oidc/callback?state=x', '/oidc/code', '/oidc/signed-out']) {
      expect([path, (await other.as(null).get(path)).status]).toEqual([path, 404]);
    }
    expect((await other.as(null).get('/sign-in')).text).not.toContain('oidc');
    await other.stop();
  });
});

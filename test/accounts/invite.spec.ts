import { Mailbox } from '../../bench/mailbox';
import { LinkRequestsService } from '../../src/accounts/forgotten/link-requests.service';
import { momentAt } from '../../src/platform/clock';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltUnit } from '../builders';
import { grantTo } from './given-accounts';
import { linkIn, newestLink, tablesHolding, textOf } from './letters';
import { whileGranted } from './while-granted';

interface Account {
  readonly id: string;
  readonly email: string;
  readonly state: string;
  readonly invitation: string;
  readonly grants: readonly { readonly role: string; readonly unitId: string }[];
}

const password = 'khung cửa tím dế mèn trượt dài';

describe('an invitation', () => {
  const mailbox = new Mailbox({
    before: ({ to }) => {
      if (to.startsWith('sai')) throw new Error('550 5.1.1 no such user');
    },
  });
  let app: TestApp;
  let a: Builders;
  let admin: BuiltAccount;
  let secretary: BuiltAccount;
  let unit: BuiltUnit;
  let addresses = 0;

  beforeAll(async () => {
    app = await TestApp.start({ SMTP_URL: await mailbox.open() });
    a = new Builders(app);
    unit = await a.unit();
    admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
    secretary = await a.secretaryOf(unit);
  });
  afterAll(async () => {
    await app.stop();
    await mailbox.close();
  });
  beforeEach(() => {
    mailbox.letters.length = 0;
  });

  const api = (account: BuiltAccount | null = admin) => app.signedIn(account);
  const deliver = () => app.get(MailDeliveries).deliver();
  const address = () => `moi${(addresses += 1)}@donvi.example.vn`;
  const open = async (given: object = {}) => {
    const { status, body } = await api().post<Account>('/api/v1/accounts', {
      name: 'Trần Thị Ánh',
      email: address(),
      role: 'unit_secretary',
      unitId: unit.id,
      ...given,
    });
    expect(status).toBe(201);
    return body;
  };
  const look = async (id: string) => (await api().get<Account>(`/api/v1/accounts/${id}`)).body;
  async function linkSent(): Promise<{ path: string; token: string }> {
    await deliver();
    const link = newestLink(mailbox)!;
    app.log.mustNotSay(link.token);
    return link;
  }
  /** Where a link leads that somebody asked for; empty when none was sent. */
  async function linkAskedFor(door: 'password-resets' | 'sign-in-links', email: string): Promise<string> {
    mailbox.letters.length = 0;
    await app.as(null).post(`/api/v1/${door}`, { email });
    await app.get(LinkRequestsService).answer();
    await deliver();
    return newestLink(mailbox)?.path ?? '';
  }
  const signIn = (email: string, typed = password) => app.as(null).post('/api/v1/sign-in', { email, password: typed });

  it('goes to whoever gets an account, who sets the password, is signed in and finds the desk', async () => {
    const account = await open();
    expect(account).toMatchObject({ state: 'invited', invitation: 'waiting', grants: [{ role: 'unit_secretary' }] });
    const { path, token } = await linkSent();
    expect(path).toBe(`/invitations/${token}`);
    expect(textOf(mailbox.letters[0]!)).toContain(account.email);
    expect(await look(account.id)).toMatchObject({ state: 'invited', invitation: 'open' });

    const visitor = app.as(null);
    for (const page of [await visitor.get(path), await visitor.get(path)]) {
      expect(page.status).toBe(200);
      expect(page.text).toContain('Trần Thị Ánh');
      expect(page.text).toContain(account.email);
      expect(page.headers.get('cache-control')).toContain('no-store');
      expect(page.headers.get('referrer-policy')).toBe('strict-origin');
    }
    const short = await visitor.form(path, { password: 'ngan' });
    expect(short.status).toBe(422);
    expect(short.text).toContain('Cần ít nhất 12 ký tự');
    expect((await signIn(account.email)).status).toBe(401);

    const accepted = await visitor.form(path, { password });
    expect([accepted.status, accepted.headers.get('location')]).toEqual([303, '/']);
    const session = /session=([^;]+)/.exec(accepted.headers.get('set-cookie') ?? '')![1]!;
    expect((await app.signedIn({ token: session }).get('/')).text).toContain('Trần Thị Ánh');
    expect((await signIn(account.email)).status).toBe(200);
    expect(await look(account.id)).toMatchObject({ state: 'active', invitation: 'none' });
    expect(await tablesHolding(app, token)).toEqual([]);
    const lines = await app.sql<{ action: string; actorName: string }>(
      `SELECT action, actor_name FROM journal_lines WHERE subject_id = $1 AND action <> 'accounts.signed_in' ORDER BY id`,
      account.id,
    );
    expect(lines.map(({ action }) => action)).toEqual([
      'accounts.created',
      'accounts.role_granted',
      'accounts.invited',
      'accounts.invitation_accepted',
    ]);
    expect(lines.at(-1)!.actorName).toBe('Trần Thị Ánh');
  });

  it('says what to do when it was used, has expired, was taken back or never was', async () => {
    const [used, revoked, ended] = [await open(), await open(), await open()];
    await deliver();
    const [ofUsed, ofRevoked, ofEnded] = [used, revoked, ended].map(({ email }) =>
      linkIn(mailbox.letters.find(({ to }) => to === email)!),
    );
    await app.as(null).form(ofUsed!.path, { password });
    expect((await api().delete(`/api/v1/accounts/${revoked.id}/invitation`)).status).toBe(204);
    expect((await api().delete(`/api/v1/accounts/${revoked.id}/invitation`)).body['code']).toBe('no_invitation_open');
    const { clock } = app;
    const now = clock.now();
    clock.moveTo(new Date(now.getTime() + 7 * 24 * 3_600_000));
    for (const [link, words] of [
      [ofUsed!.path, 'đã được dùng'],
      [ofRevoked!.path, 'đã được thu hồi'],
      [ofEnded!.path, 'đã hết hạn'],
      [`/invitations/${'x'.repeat(43)}`, 'không đúng'],
    ] as const) {
      const page = await app.as(null).get(link);
      expect([404, 409]).toContain(page.status);
      expect(page.text).toContain(words);
      expect(page.text).toContain('mời lại');
      expect(page.text).toContain('<h1 class="empty-title">Liên kết không dùng được</h1>');
      expect(page.text).toMatch(/<a class="btn btn-primary" href="\/sign-in">Đăng nhập<\/a>/);
      expect((await app.as(null).form(link, { password })).text).toContain(words);
    }
    clock.moveTo(now);
    expect((await look(ended.id)).state).toBe('invited');
  });

  it('sent again opens by its newest link alone', async () => {
    const account = await open();
    const first = await linkSent();
    expect((await api().post(`/api/v1/accounts/${account.id}/invitation`)).status).toBe(204);
    const second = await linkSent();
    expect((await app.as(null).get(first.path)).status).toBe(409);
    expect((await app.as(null).form(second.path, { password })).status).toBe(303);
    const again = await api().post(`/api/v1/accounts/${account.id}/invitation`);
    expect(again.body['code']).toBe('account_accepted');
  });

  it('that came back is told of on the page of the account, where the address is corrected', async () => {
    const account = await open({ email: 'sai1@donvi.example.vn' });
    await deliver();
    expect(mailbox.letters).toEqual([]);
    expect((await api().get(`/accounts/${account.id}`)).text).toContain('no such user');

    expect((await api().get('/accounts?search=sai1')).text).toContain('Thư bị trả lại');

    const right = address();
    const correct = (email: string) => api().post(`/api/v1/accounts/${account.id}/address`, { email });
    expect((await correct(admin.email)).body['code']).toBe('email_taken');
    expect((await correct('SAI1@donvi.example.vn')).status).toBe(422);
    expect((await correct(right)).status).toBe(204);
    const first = await linkSent();
    expect(mailbox.letters.at(-1)!.to).toBe(right);
    expect((await api().get(`/accounts/${account.id}`)).text).not.toContain('no such user');

    expect((await api().get('/accounts')).text).not.toContain('Thư bị trả lại');

    // A letter that reached a stranger opens nothing once the address is another.
    const [typed, righter] = [{ email: address() }, address()];
    expect((await api().post(`/accounts/${account.id}/address`, typed)).status).toBe(303);
    expect((await app.as(null).get(first.path)).status).toBe(409);
    await deliver();
    expect((await correct(righter)).status).toBe(204);
    expect((await app.as(null).post((await linkSent()).path, { password })).status).toBe(303);
    expect((await signIn(righter)).status).toBe(200);
    const lines = await app.sql<{ action: string }>(
      "SELECT action FROM journal_lines WHERE subject_id = $1 AND action = 'accounts.address_corrected'",
      account.id,
    );
    expect(lines).toHaveLength(3);
  });

  it('has its address changed once its holder came, for a reason, and both addresses are told', async () => {
    const account = await open();
    await deliver();
    await app.as(null).form((await linkSent()).path, { password });
    const before = account.email;
    const after = address();
    const change = (more: object) => api().post(`/api/v1/accounts/${account.id}/address`, { email: after, ...more });
    expect((await change({})).body).toMatchObject({ code: 'invalid_input', errors: [{ field: 'reason' }] });
    expect((await api().get(`/accounts/${account.id}`)).text).toContain('Đổi địa chỉ đăng nhập');
    mailbox.letters.length = 0;
    expect((await change({ reason: 'Đổi hộp thư cơ quan, đã gặp trực tiếp' })).status).toBe(204);
    await deliver();
    const toOld = mailbox.letters.find(({ to }) => to === before)!;
    expect(textOf(toOld)).toContain('địa chỉ này không đăng nhập được nữa');
    expect(textOf(toOld)).not.toMatch(new RegExp(`Trần Thị Ánh|${after}`));
    expect(textOf(mailbox.letters.find(({ to }) => to === after)!)).toContain(
      'từ nay đồng chí đăng nhập bằng địa chỉ mới',
    );
    expect((await signIn(before)).status).toBe(401);
    expect((await signIn(after)).status).toBe(200);
    const [line] = await app.sql<{ reason: string }>(
      "SELECT reason FROM journal_lines WHERE subject_id = $1 AND action = 'accounts.address_corrected'",
      account.id,
    );
    expect(line!.reason).toContain('đã gặp trực tiếp');
  });

  it('is not given another address by its own holder', async () => {
    const own = { email: address(), reason: 'Đổi hộp thư' };
    expect((await api().post(`/api/v1/accounts/${admin.id}/address`, own)).body['code']).toBe('own_address');
    expect((await api().get(`/accounts/${admin.id}`)).text).not.toContain('Đổi địa chỉ đăng nhập');
  });

  it('is accepted over the API as well', async () => {
    const account = await open();
    const { token } = await linkSent();
    const api = app.as(null);
    expect((await api.get(`/api/v1/invitations/${token}`)).body).toEqual({
      name: 'Trần Thị Ánh',
      email: account.email,
      mayTypePassword: true,
    });
    const accepted = await api.post(`/api/v1/invitations/${token}`, { password });
    expect(accepted.status).toBe(200);
    expect(accepted.headers.get('set-cookie')).toMatch(/^session=/);
    expect((await api.post(`/api/v1/invitations/${token}`, { password })).body['code']).toBe('link_not_open');
  });

  it('is not one for somebody who got a role since: whoever held the link held less', async () => {
    const person = await a.person({ in: unit, email: address() });
    const { body: account } = await api(secretary).post<Account>('/api/v1/accounts', { personId: person.id });
    const early = await linkSent();
    const { bloc } = await a.organization();
    await api().post(`/api/v1/accounts/${account.id}/grants`, { role: 'admin', unitId: bloc.id });
    expect((await app.as(null).form(early.path, { password })).status).toBe(409);
    const refused = await api(secretary).post(`/api/v1/accounts/${account.id}/invitation-slip`);
    expect(refused.status).toBe(403);
    expect((await app.as(null).form((await linkSent()).path, { password })).status).toBe(303);
  });

  it('is not printed by a secretary for somebody who is being given a role', async () => {
    const person = await a.person({ in: unit, email: address() });
    const { body: account } = await api(secretary).post<Account>('/api/v1/accounts', { personId: person.id });
    const given = { accountId: account.id, role: 'unit_secretary' as const, unitId: unit.id };
    const printed = await whileGranted(app, given, () =>
      api(secretary).post(`/api/v1/accounts/${account.id}/invitation-slip`),
    );
    expect(printed.status).toBe(403);
    await deliver();
  });

  it('is sent by a secretary to people of the own unit, as the roster has them, and without a role', async () => {
    const email = address();
    const person = await a.person({ in: unit, email });
    const stranger = await a.person({ email: address() });
    const asked = { personId: person.id, email: 'khac@example.vn', name: 'Người khác' };
    const opened = await api(secretary).post<Account & { name: string }>('/api/v1/accounts', asked);
    expect(opened.body).toMatchObject({ email, name: person.fullName, grants: [] });
    const post = (body: object) => api(secretary).post('/api/v1/accounts', body);
    expect((await post({ personId: stranger.id })).status).toBe(404);
    expect((await post({ name: 'A', email: address(), role: 'unit_secretary', unitId: unit.id })).status).toBe(403);
    expect((await post({ personId: person.id })).body['code']).toBe('person_has_account');
    const withoutAddress = await a.person({ in: unit });
    await a.change('persons', { id: withoutAddress.id }, { email: null });
    expect((await post({ personId: withoutAddress.id })).body).toMatchObject({ errors: [{ field: 'email' }] });
  });

  it('opens nothing once its holder came in another way, and says so', async () => {
    const person = await a.person({ in: unit, email: address() });
    const { body: account } = await api(secretary).post<Account>('/api/v1/accounts', { personId: person.id });
    const { path } = await linkSent();
    const toSignIn = await linkAskedFor('sign-in-links', account.email);
    expect((await app.as(null).form(toSignIn, {})).status).toBe(303);
    const page = await app.as(null).get(path);
    expect([page.status, page.text.includes('đã vào hệ thống')]).toEqual([409, true]);
    expect((await app.as(null).form(path, { password })).status).toBe(409);
    expect((await signIn(account.email)).status).toBe(401);
  });

  it('that was taken back leaves no other way in: neither a link on its way nor one asked for', async () => {
    const account = await open();
    await linkSent();
    const onItsWay = await linkAskedFor('password-resets', account.email);
    expect((await api().delete(`/api/v1/accounts/${account.id}/invitation`)).status).toBe(204);
    expect((await app.as(null).form(onItsWay, { password })).status).toBe(409);
    app.clock.moveTo(new Date(app.clock.now().getTime() + 5 * 60_000));
    expect(await linkAskedFor('password-resets', account.email)).toBe('');
    expect((await api().post(`/api/v1/accounts/${account.id}/invitation`)).status).toBe(204);
    expect(await linkAskedFor('password-resets', account.email)).not.toBe('');
  });

  it('is as good as accepted by who set a password another way: they are let in again when they forget it', async () => {
    const account = await open();
    await linkSent();
    const toSet = await linkAskedFor('password-resets', account.email);
    expect((await app.as(null).form(toSet, { password })).status).toBe(303);
    expect((await look(account.id)).state).toBe('active');
    app.clock.moveTo(new Date(app.clock.now().getTime() + 5 * 60_000));
    expect(await linkAskedFor('password-resets', account.email)).not.toBe('');
  });

  it.each(['a class to manage', 'a loan'])('is sent anew to who gets %s before coming', async (what) => {
    const person = await a.person({ in: unit, email: address() });
    const { body: account } = await api(secretary).post<Account>('/api/v1/accounts', { personId: person.id });
    const early = await linkSent();
    if (what === 'a loan') {
      const [grant] = await app.sql<{ id: string }>('SELECT id FROM grants WHERE account_id = $1', secretary.id);
      const days = { startsOn: '2026-01-05', endsOn: '2026-01-09' };
      const lending = { grantId: grant!.id, email: account.email, reason: 'Đi công tác', ...days };
      expect((await api(secretary).post('/api/v1/grant-loans', lending)).status).toBe(201);
    } else {
      const classId = (await a.trainingClass()).id;
      const given = { accountId: account.id, role: 'class_manager' as const, classId };
      await grantTo(app, given);
    }
    expect((await app.as(null).form(early.path, { password })).status).toBe(409);
    expect((await app.as(null).form((await linkSent()).path, { password })).status).toBe(303);
  });

  it('is not for an address two people of the unit share: whom of them it would reach is not known', async () => {
    const email = address();
    const [one] = [await a.person({ in: unit, email }), await a.person({ in: unit, email: email.toUpperCase() })];
    const refused = await api(secretary).post('/api/v1/accounts', { personId: one.id });
    expect(refused.body).toMatchObject({ status: 422, errors: [{ field: 'email', code: 'email_is_shared' }] });
    const page = await api(secretary).form('/accounts', { personId: one.id });
    expect([page.status, page.text.includes('dùng chung')]).toEqual([422, true]);
    const own = await api().post('/api/v1/accounts', { personId: one.id, email: address() });
    expect(own.status).toBe(201);
  });

  it('is printed for who was a deputy once, since a loan that ran out is no role', async () => {
    const person = await a.person({ in: unit, email: address() });
    const { body: account } = await api(secretary).post<Account>('/api/v1/accounts', { personId: person.id });
    const [grant] = await app.sql<{ id: string }>('SELECT id FROM grants WHERE account_id = $1', secretary.id);
    const days = { startsOn: '2026-01-05', endsOn: '2026-01-05' };
    const lending = { grantId: grant!.id, email: account.email, reason: 'Đi công tác', ...days };
    expect((await api(secretary).post('/api/v1/grant-loans', lending)).status).toBe(201);
    const slip = () => api(secretary).post(`/api/v1/accounts/${account.id}/invitation-slip`);
    expect((await slip()).status).toBe(403);
    const now = app.clock.now();
    app.clock.moveTo(momentAt('2026-01-06', '08:00'));
    expect((await slip()).status).toBe(201);
    expect((await api(secretary).get(`/accounts/${account.id}`)).text).toContain('In phiếu mời');
    const ofUnit = await api(secretary).post('/api/v1/roster-invitations/slips', { unitId: unit.id });
    expect(ofUnit.status).toBe(201);
    app.clock.moveTo(now);
  });

  it('goes to somebody who will run classes, and has no role until one appoints them', async () => {
    const account = await open({ role: 'class_manager', unitId: undefined });
    expect(account).toMatchObject({ state: 'invited', grants: [] });
    const page = await api().get<string>('/accounts/new');
    expect(page.text).toContain('Chủ nhiệm lớp – được cử ở từng lớp');
    const typed = { name: 'Phạm Thị Hồng Vân', email: address(), place: 'class_manager' };
    expect((await api().form('/accounts', typed)).status).toBe(303);
    const office = await a.office();
    const inClass = await a.trainingClass({});
    const appointed = await api(office).post(`/api/v1/classes/${inClass.id}/managers`, { email: account.email });
    expect(appointed.status).toBeLessThan(300);
    expect((await look(account.id)).grants).toMatchObject([{ role: 'class_manager' }]);
  });

  it('needs a role or a person, a role where it belongs, and an address of its own', async () => {
    const { bloc } = await a.organization();
    const post = (body: object) => api().post('/api/v1/accounts', { name: 'A', email: address(), ...body });
    expect((await post({})).status).toBe(422);
    expect((await post({ role: 'admin' })).status).toBe(422);
    expect((await post({ role: 'admin', unitId: unit.id })).body['code']).toBe('role_elsewhere');
    expect((await post({ role: 'admin', unitId: bloc.id, email: admin.email })).body['code']).toBe('email_taken');
    const byToken = await app.as(admin).post('/api/v1/accounts', { name: 'A', email: address() });
    expect(byToken.body['code']).toBe('not_by_token');
  });
});

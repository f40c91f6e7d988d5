import { Mailbox } from '../../bench/mailbox';
import { RostersService } from '../../src/accounts/invitations/rosters.service';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltUnit } from '../builders';
import { linkIn, linksOnSlips, tablesHolding } from './letters';

interface Roster {
  readonly people: number;
  readonly active: number;
  readonly invited: number;
  readonly withoutEmail: number;
  readonly emailShared: number;
  readonly toInvite: number;
  readonly invitees: readonly { readonly name: string }[];
  readonly job: { readonly state: string; readonly done: number; readonly total: number } | null;
}

const password = 'khung cửa tím dế mèn trượt dài';

describe('the people of a unit', () => {
  const mailbox = new Mailbox();
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start({ SMTP_URL: await mailbox.open(), MAIL_CONCURRENCY: '16' });
    a = new Builders(app);
  });
  afterAll(async () => {
    await app.stop();
    await mailbox.close();
  });
  beforeEach(async () => {
    mailbox.letters.length = 0;
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
  });

  const api = (account = secretary) => app.signedIn(account);
  const roster = async () => (await api().get<Roster>(`/api/v1/roster-invitations?unitId=${unit.id}`)).body;
  const invite = () =>
    api().post<{ invited: number; jobId: string | null }>('/api/v1/roster-invitations', { unitId: unit.id });
  const deliver = () => app.get(MailDeliveries).deliver();
  /** The links on a slip, or on many. */
  const linksOn = (pdf: string) => {
    const found = linksOnSlips(pdf).map((link) => new URL(link).pathname);
    for (const path of found) app.log.mustNotSay(path.split('/').at(-1)!);
    return [...new Set(found)];
  };

  it('are invited all at once: whoever has an address of their own and no account', async () => {
    const [one, two] = [
      await a.person({ in: unit, fullName: 'Trần Văn An' }),
      await a.person({ in: unit, fullName: 'Lê Thị Bé' }),
    ];
    const [bare, twin, other, taken, left] = await Promise.all([1, 2, 3, 4, 5].map(() => a.person({ in: unit })));
    await a.account({ person: await a.person({ in: unit }) });
    const emailOf = async ({ id }: { readonly id: string }) =>
      (await app.sql<{ email: string }>('SELECT email FROM persons WHERE id = $1', id))[0]!.email;
    await a.change('persons', { id: bare!.id }, { email: null });
    await a.change('persons', { id: twin!.id }, { email: (await emailOf(other!)).toUpperCase() });
    await a.change('persons', { id: taken!.id }, { email: secretary.email });
    await a.change('persons', { id: left!.id }, { leftOn: '2026-01-01' });

    expect(await roster()).toMatchObject({
      people: 7,
      active: 1,
      withoutEmail: 1,
      emailShared: 3,
      toInvite: 2,
      invitees: [{ name: 'Trần Văn An' }, { name: 'Lê Thị Bé' }],
    });
    const page = await api().get('/roster-invitations');
    expect(page.text).toContain('Mời 2 cán bộ');
    const found = `unitId=${unit.id}&search=le+be`;
    expect((await api().get<Roster>(`/api/v1/roster-invitations?${found}`)).body).toMatchObject({
      toInvite: 2,
      invitees: [{ name: 'Lê Thị Bé' }],
    });
    const narrowed = (await api().get(`/roster-invitations?${found}`)).text;
    expect(narrowed).toContain(`personId=${two.id}`);
    expect(narrowed).not.toContain(`personId=${one.id}`);
    expect((await api().get(`/roster-invitations?unitId=${unit.id}&search=khong+co`)).text).toContain('Không tìm thấy');
    expect((await invite()).body).toEqual({ invited: 2, jobId: null });
    expect(await roster()).toMatchObject({ invited: 2, toInvite: 0 });
    expect((await invite()).body).toEqual({ invited: 0, jobId: null });
    expect(await deliver()).toBe(2);
    expect(mailbox.letters.map(({ to }) => to).toSorted()).toContain(await emailOf(one));

    expect((await app.as(null).form(linkIn(mailbox.letters[0]!).path, { password })).status).toBe(303);
    expect(await roster()).toMatchObject({ active: 2, invited: 1 });
    const lines = await app.sql(
      `SELECT FROM journal_lines WHERE unit_id = $1 AND person_id = ANY ($2) AND action IN ('accounts.created', 'accounts.invited')`,
      unit.id,
      [one.id, two.id],
    );
    expect(lines).toHaveLength(4);
  });

  it('of some hundreds are invited as a job, which one sees go on and may kill', async () => {
    const people = Array.from({ length: 430 }, (_, n) => ({
      unitId: unit.id,
      code: `${unit.id}-${n}`,
      fullName: `Nguyễn Văn Thứ ${n}`,
      foldedName: `nguyen van thu ${n}`,
      sortName: `${n}`,
      sex: 'male',
      birthDate: '1980-05-12',
      keyCadre: false,
      planned: false,
      standing: 'official',
      education: 'university',
      theoryLevel: 'none',
      email: `${unit.id}-${n}@donvi.example.vn`,
    }));
    await a.insertAll('persons', people);
    const { body } = await invite();
    expect(body.invited).toBe(0);
    expect(body.jobId).not.toBeNull();
    expect((await invite()).body.jobId).toBe(body.jobId);
    expect((await api().get(`/roster-invitations?unitId=${unit.id}`)).text).toContain('Đang mời');
    // Nobody goes on in the name of whoever was locked meanwhile.
    await a.change('accounts', { id: secretary.id }, { disabledAt: app.clock.now() });
    await app.get(RostersService).resume();
    await a.change('accounts', { id: secretary.id }, { disabledAt: null });
    expect(await roster()).toMatchObject({ invited: 0, job: { state: 'failed' } });
    expect((await api().get(`/roster-invitations?unitId=${unit.id}`)).text).toContain('đã bị khóa');
    app.clock.moveTo(new Date(app.clock.now().getTime() + 1_000));
    expect((await invite()).body.jobId).not.toBe(body.jobId);

    await Promise.all([1, 2].map(() => app.get(RostersService).resume()));
    await app.get(RostersService).resume();
    expect(await roster()).toMatchObject({
      invited: 430,
      toInvite: 0,
      job: { state: 'done', done: 430, total: 430 },
    });
    const [{ count }] = (await app.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM mail_messages WHERE to_address LIKE $1`,
      `${unit.id}%`,
    )) as [{ count: number }];
    expect(count).toBe(430);
    expect((await api().get(`/roster-invitations/progress?unitId=${unit.id}`)).text).toContain('430');
    const tooMany = await api().post('/api/v1/roster-invitations/slips', { unitId: unit.id });
    expect(tooMany.body).toMatchObject({ code: 'too_many_slips', facts: { most: 200 } });
    expect(tooMany.body['detail']).toContain('hơn 200 người');
    await app.sql(
      `UPDATE mail_messages SET next_attempt_at = NULL, dropped_reason = 'not_needed' WHERE delivered_at IS NULL`,
    );
  });

  it('get slips for the envelope, whose links are told once and take the place of mails', async () => {
    for (let n = 0; n < 4; n += 1) await a.person({ in: unit });
    expect((await api().post('/api/v1/roster-invitations/slips', { unitId: unit.id })).body['code']).toBe(
      'nobody_to_print_for',
    );
    await invite();
    const { status, text, headers } = await api().post<string>('/roster-invitations/slips', { unitId: unit.id });
    expect([status, headers.get('content-type')]).toEqual([201, 'application/pdf']);
    expect(text).toMatch(/\/Count 2\b/);
    const paths = linksOn(text);
    expect(paths).toHaveLength(4);
    expect(await deliver()).toBe(0);
    for (const path of paths) expect(await tablesHolding(app, path.split('/').at(-1)!)).toEqual([]);
    expect((await app.as(null).form(paths[0]!, { password })).status).toBe(303);

    const [account] = await app.sql<{ id: string }>(
      `SELECT a.id FROM accounts a JOIN persons p ON p.id = a.person_id WHERE p.unit_id = $1 AND a.accepted_at IS NULL`,
      unit.id,
    );
    const one = await api().post<string>(`/api/v1/accounts/${account!.id}/invitation-slip`);
    const [path] = linksOn(one.text);
    expect((await app.as(null).form(path!, { password })).status).toBe(303);
    const statuses = await Promise.all(paths.map(async (old) => (await app.as(null).get(old)).status));
    expect(statuses.toSorted()).toEqual([200, 200, 409, 409]);
  });

  it('get no slip, and are not counted as invited, whose invitation was taken back', async () => {
    const [taken, left] = [await a.person({ in: unit }), await a.person({ in: unit })];
    await invite();
    const [account] = await app.sql<{ id: string }>('SELECT id FROM accounts WHERE person_id = $1', taken.id);
    expect((await api().delete(`/api/v1/accounts/${account!.id}/invitation`)).status).toBe(204);
    expect(await roster()).toMatchObject({ people: 2, invited: 1, takenBack: 1 });
    expect((await api().get('/roster-invitations')).text).toContain('Đã thu hồi lời mời');
    const slips = () => api().post<string>('/api/v1/roster-invitations/slips', { unitId: unit.id });
    expect(linksOn((await slips()).text)).toHaveLength(1);
    const [other] = await app.sql<{ id: string }>('SELECT id FROM accounts WHERE person_id = $1', left.id);
    await api().delete(`/api/v1/accounts/${other!.id}/invitation`);
    expect((await slips()).body).toMatchObject({ code: 'nobody_to_print_for' });
  });

  it('are told once even under a key: repeated, the answer says how to print again', async () => {
    await a.person({ in: unit });
    await invite();
    const keyed = api().with({ 'idempotency-key': 'phieu-1' });
    const first = await keyed.post<string>('/api/v1/roster-invitations/slips', { unitId: unit.id });
    const [path] = linksOn(first.text);
    const repeated = await keyed.post('/api/v1/roster-invitations/slips', { unitId: unit.id });
    expect(repeated.body['code']).toBe('done_before');
    expect(repeated.body['detail']).toContain('in lại');
    expect((await app.as(null).get(path!)).status).toBe(200);
  });

  it('are invited by who reaches the unit alone', async () => {
    const stranger = await a.secretaryOf(await a.unit());
    for (const call of [
      api(stranger).get(`/api/v1/roster-invitations?unitId=${unit.id}`),
      api(stranger).post('/api/v1/roster-invitations', { unitId: unit.id }),
      api(stranger).post('/api/v1/roster-invitations/slips', { unitId: unit.id }),
    ])
      expect((await call).status).toBe(404);
  });
});

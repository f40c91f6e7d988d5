import { TestApp } from '../app';
import { type BuiltAccount, type BuiltPerson, Builders, type BuiltUnit } from '../builders';
import { type DryRun, rosterOf, rosterRow } from './rosters';

describe('where somebody can be reached', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;
  let person: BuiltPerson;
  let account: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.sql('DELETE FROM notices');
    await app.sql('DELETE FROM mail_messages');
    person = await a.person({ in: unit, fullName: 'Trần Văn Bảy', phone: '0900000001', email: 'cu@example.vn' });
    account = await a.account({ person });
  });

  const change = (contacts: object, id = person.id) =>
    app.as(secretary).patch(`/api/v1/people/${id}`, { ...contacts, reason: 'Đổi số' });
  const mails = () =>
    app.sql<{ toAddress: string; subject: string; body: string }>(
      'SELECT to_address, subject, body FROM mail_messages ORDER BY to_address',
    );
  const notices = () => app.sql<{ accountId: string; link: string }>('SELECT account_id, link FROM notices');
  const stored = async () =>
    (await app.sql<{ phone: string; email: string }>('SELECT phone, email FROM persons WHERE id = $1', person.id))[0];

  it('is told at the old address and to the account when somebody else changes it', async () => {
    await change({ email: 'moi@example.vn', phone: '0900000002' });
    const told = await mails();
    expect(told.map(({ toAddress }) => toAddress)).toEqual(['cu@example.vn', account.email].sort());
    expect(await notices()).toEqual([{ accountId: account.id, link: `/people/${person.id}` }]);
    for (const { subject, body } of told) {
      expect(body).toContain('địa chỉ thư và số điện thoại');
      expect(`${subject} ${body}`).not.toMatch(/moi@|0900|Trần Văn/);
    }
  });

  it('is told without an account too, and of nothing that was not known before', async () => {
    const other = await a.person({ in: unit, phone: null, email: 'khac@example.vn' });
    await change({ phone: '0900000003' }, other.id);
    expect(await mails()).toEqual([]);
    await change({ phone: '0900000004' }, other.id);
    expect((await mails()).map(({ toAddress }) => toAddress)).toEqual(['khac@example.vn']);
    expect(await notices()).toEqual([]);
  });

  it('is told of a roster that changes it, and of one that is taken back', async () => {
    const as = app.as(secretary);
    const row = rosterRow(person.code, person.fullName, { Email: 'moi@example.vn', 'Điện thoại': '0900000001' });
    const { body } = await as.upload<DryRun>('/api/v1/roster-imports', rosterOf([row]), { unitId: unit.id });
    expect((await as.post(`/api/v1/roster-imports/${body.id}/application`)).status).toBe(200);
    expect((await mails()).map(({ toAddress }) => toAddress)).toEqual(['cu@example.vn', account.email].sort());
    await as.post(`/api/v1/roster-imports/${body.id}/reversal`);
    expect((await mails()).map(({ toAddress }) => toAddress)).toContain('moi@example.vn');
  });

  it('opens no way into an account: what they sign in with stays', async () => {
    const addresses = () => app.sql('SELECT id, email FROM accounts ORDER BY id');
    const before = await addresses();
    await change({ email: 'ke-gian@example.vn' });
    await app.as(account).put('/api/v1/me/contacts', { email: 'ke-gian-2@example.vn' });
    expect(await addresses()).toEqual(before);
    const asked = await app.as(null).post('/api/v1/password-resets', { email: 'ke-gian-2@example.vn' });
    expect(asked.status).toBe(202);
    expect(await app.sql(`SELECT FROM account_links WHERE account_id = $1`, account.id)).toEqual([]);
  });

  it('is changed by themselves, without a reason and without a word', async () => {
    const own = app.as(account);
    expect((await own.put('/api/v1/me/contacts', { phone: '0912 345 678', email: 'Toi@Example.VN' })).status).toBe(204);
    expect(await stored()).toEqual({ phone: '0912345678', email: 'toi@example.vn' });
    expect((await own.form('/me/contacts', { phone: 'x', email: '' })).status).toBe(422);
    expect((await own.form('/me/contacts', { phone: '', email: 'toi@example.vn' })).headers.get('location')).toBe(
      `/people/${person.id}`,
    );
    expect(await stored()).toEqual({ phone: null, email: 'toi@example.vn' });
    expect(await mails()).toEqual([]);
    const lines = await app.sql(
      `SELECT account_id, facts FROM journal_lines WHERE action = 'people.corrected' AND person_id = $1 ORDER BY id`,
      person.id,
    );
    expect(lines).toEqual([
      { accountId: account.id, facts: { fields: ['phone', 'email'] } },
      { accountId: account.id, facts: { fields: ['phone'] } },
    ]);
  });

  it('is nothing an account of nobody on a roster has', async () => {
    expect((await app.as(await a.office()).put('/api/v1/me/contacts', { phone: '0912345678' })).status).toBe(404);
    expect((await app.as(await a.office()).get('/me/contacts')).status).toBe(404);
  });
});

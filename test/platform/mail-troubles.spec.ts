import { Mailbox } from '../../bench/mailbox';
import { Database } from '../../src/platform/database/database';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import { type Mail, Mailer } from '../../src/platform/mailer/mailer';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';

interface Kept {
  readonly attempts: number;
  readonly lastError: string | null;
  readonly deliveredAt: Date | null;
  readonly deadAt: Date | null;
  readonly returnedAt: Date | null;
}

describe('a mail server that says no', () => {
  let says: (to: string) => string | null = () => null;
  const mailbox = new Mailbox({
    before: ({ to }) => {
      const no = says(to);
      if (no) throw new Error(no);
    },
  });
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let admin: BuiltAccount;
  let n = 0;

  beforeAll(async () => {
    app = await TestApp.start({ SMTP_URL: await mailbox.open(), MAIL_CONCURRENCY: '2' });
    a = new Builders(app);
    office = await a.office();
    admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
  });
  afterAll(async () => {
    await app.stop();
    await mailbox.close();
  });
  beforeEach(async () => {
    says = () => null;
    app.clock.moveTo(startOfSpecs);
    mailbox.letters.length = 0;
    await a.remove('mail_pauses');
    await a.remove('bad_mail_addresses');
    await a.change('mail_messages', {}, { nextAttemptAt: null });
  });

  const deliver = () => app.get(MailDeliveries).deliver();
  const later = (seconds: number) => app.clock.moveTo(new Date(app.clock.now().getTime() + seconds * 1_000));
  const write = async (given: Partial<Mail> = {}): Promise<string> => {
    const mail = { to: `a${(n += 1)}@example.vn`, accountId: null, subject: 'Lich hoc', body: 'Kinh gui', ...given };
    const [id] = await app.get(Database).inTransaction((tx) => app.get(Mailer).write(tx, [mail]));
    return id!;
  };
  const kept = async (id: string) => (await app.sql<Kept>('SELECT * FROM mail_messages WHERE id = $1', id))[0]!;
  const sees = async (account: BuiltAccount, path: string) => (await app.as(account).get<string>(path)).text;

  it.each([
    '421 4.7.0 Try again later',
    '452 4.3.1 Insufficient system storage',
    '550 5.4.5 Daily user sending limit exceeded',
    '554 5.2.0 Sending quota/limit exceeded',
    '450 4.7.1 Too many messages from your account',
  ])('to us (%s) stops all mail for a while and blames no address', async (no) => {
    const ids = [await write(), await write(), await write(), await write(), await write(), await write()];
    let asked = 0;
    says = () => ((asked += 1), no);
    expect(await deliver()).toBe(0);
    expect(asked).toBeLessThanOrEqual(2);
    await deliver();
    expect(asked).toBeLessThanOrEqual(2);
    for (const id of ids)
      expect(await kept(id)).toMatchObject({ attempts: 0, lastError: null, deadAt: null, returnedAt: null });
    expect(await app.sql('SELECT address FROM bad_mail_addresses')).toEqual([]);

    says = () => null;
    expect(await deliver()).toBe(0);
    later(61);
    expect(await deliver()).toBe(6);
    expect(await app.sql('SELECT since FROM mail_pauses')).toEqual([]);
  });

  it('is asked less and less often while it goes on, and told of once: on the desk of the office, by mail and operations', async () => {
    for (let count = 0; count < 4; count += 1) await write();
    says = () => '550 5.4.5 Daily user sending limit exceeded';
    await deliver();
    const [first] = await app.sql<{ until: Date }>('SELECT until FROM mail_pauses');
    later(61);
    await deliver();
    const [second] = await app.sql<{ since: Date; until: Date }>('SELECT since, until FROM mail_pauses');
    expect(second!.since).toEqual(startOfSpecs);
    expect(second!.until.getTime() - app.clock.now().getTime()).toBe(120_000);
    expect(first!.until.getTime() - startOfSpecs.getTime()).toBe(60_000);
    for (const [account, path] of [
      [office, '/'],
      [office, '/messages'],
      [admin, '/operations'],
    ] as const) {
      const page = await sees(account, path);
      expect(page.match(/Thư đang tạm dừng gửi/g)).toHaveLength(1);
      expect(page).toContain('Daily user sending limit exceeded');
    }
    says = () => null;
    expect((await app.as(office).post('/api/v1/operations/mail/resumption')).status).toBe(403);
    expect((await app.as(admin).post('/api/v1/operations/mail/resumption')).status).toBe(204);
    later(121);
    expect(await deliver()).toBe(4);
    expect(await sees(office, '/')).not.toContain('Thư đang tạm dừng gửi');
  });

  it('or is away, is no fault of a message either', async () => {
    const id = await write();
    const away = await TestApp.start({ SMTP_URL: 'smtp://127.0.0.1:9' });
    try {
      const mail = { to: 'x@example.vn', accountId: null, subject: 'x', body: 'x' };
      const [waits] = await away.get(Database).inTransaction((tx) => away.get(Mailer).write(tx, [mail]));
      expect(await away.get(MailDeliveries).deliver()).toBe(0);
      expect(await away.sql('SELECT attempts, last_error FROM mail_messages WHERE id = $1', waits)).toEqual([
        { attempts: 0, lastError: null },
      ]);
      expect(await away.sql('SELECT failures FROM mail_pauses')).toEqual([{ failures: 1 }]);
    } finally {
      await away.stop();
    }
    expect(await deliver()).toBe(1);
    expect((await kept(id)).deliveredAt).not.toBeNull();
  });

  it('to a recipient for good is a message that came back; further mail waits until the address changes or works', async () => {
    const person = await a.person({ email: 'sai@example.vn' });
    const first = await write({ to: 'sai@example.vn' });
    says = (to) => (to === 'sai@example.vn' ? '550 5.1.1 The email account does not exist' : null);
    await write();
    expect(await deliver()).toBe(1);
    expect(await kept(first)).toMatchObject({ deliveredAt: null, deadAt: startOfSpecs, returnedAt: startOfSpecs });
    expect(await app.sql('SELECT since FROM mail_pauses')).toEqual([]);

    says = () => null;
    const second = await write({ to: 'sai@example.vn' });
    expect(await deliver()).toBe(0);
    expect(await kept(second)).toMatchObject({ attempts: 0, deadAt: null, deliveredAt: null });
    expect(await sees(office, `/messages/${second}`)).toContain('Đã soạn; chờ địa chỉ mới');
    expect(await sees(office, `/messages/${first}`)).toContain('Bị trả lại lúc');
    const page = await sees(office, `/people/${person.id}`);
    expect(page).toContain('Địa chỉ này trả lại thư');
    expect(page).toContain('sai@example.vn');
    expect(page).toContain('Hãy hỏi địa chỉ mới');
    const self = await a.account({ person });
    expect(await sees(self, `/people/${person.id}`)).toContain('Xin báo địa chỉ mới');

    expect((await app.as(office).post(`/api/v1/messages/${first}/address-trust`)).status).toBe(204);
    expect((await app.as(office).post(`/api/v1/messages/${first}/address-trust`)).status).toBe(409);
    expect(await deliver()).toBe(1);
    expect(mailbox.letters.map(({ to }) => to)).toContain('sai@example.vn');
    expect(await sees(office, `/people/${person.id}`)).not.toContain('Địa chỉ này trả lại thư');
  });

  it('to what a message says ends the message and leaves the address alone', async () => {
    const id = await write({ to: 'thu@example.vn' });
    says = () => '554 5.7.1 Message rejected as spam';
    await deliver();
    expect(await kept(id)).toMatchObject({ deadAt: startOfSpecs, returnedAt: null });
    expect(await app.sql('SELECT address FROM bad_mail_addresses')).toEqual([]);
  });

  it('for now holds up what was written later to the same address, and nothing else', async () => {
    const mailed = () => mailbox.letters.map(({ raw }) => /^Subject: (.*)$/m.exec(raw)![1]!.trim());
    await write({ to: 'ba@example.vn', subject: 'mot' });
    await write({ to: 'ba@example.vn', subject: 'hai' });
    await write({ to: 'BA@example.vn', subject: 'ba' });
    await write({ subject: 'khac' });
    says = (to) => (to === 'ba@example.vn' && mailbox.letters.length < 2 ? '450 4.2.1 Try again' : null);
    expect(await deliver()).toBe(1);
    expect(await deliver()).toBe(0);
    says = () => null;
    later(76);
    expect(await deliver()).toBe(3);
    expect(mailed()).toEqual(['khac', 'mot', 'hai', 'ba']);
  });
});

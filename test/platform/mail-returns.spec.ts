import { Mailbox } from '../../bench/mailbox';
import { Database } from '../../src/platform/database/database';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import { Mailer } from '../../src/platform/mailer/mailer';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';

interface Message {
  readonly id: string;
  readonly state: string;
  readonly returnedAt: string | null;
}

describe('a message that comes back after it left', () => {
  const mailbox = new Mailbox();
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let n = 0;

  beforeAll(async () => {
    app = await TestApp.start({ SMTP_URL: await mailbox.open() });
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(async () => {
    await app.stop();
    await mailbox.close();
  });

  const deliver = () => app.get(MailDeliveries).deliver();
  async function written(to = `a${(n += 1)}@example.vn`): Promise<string> {
    const mail = { to, accountId: null, subject: 'Lich hoc', body: 'x' };
    return (await app.get(Database).inTransaction((tx) => app.get(Mailer).write(tx, [mail])))[0]!;
  }
  async function left(to?: string): Promise<{ id: string; messageId: string; to: string }> {
    const id = await written(to);
    await deliver();
    const { messageId, to: address } = mailbox.letters.at(-1)!;
    return { id, messageId, to: address };
  }
  const stateOf = async (id: string) =>
    (await app.as(office).get<{ items: Message[] }>('/api/v1/messages')).body.items.find((mail) => mail.id === id);
  const bad = async () =>
    (await app.sql<{ address: string }>('SELECT address FROM bad_mail_addresses ORDER BY since')).map(
      ({ address }) => address,
    );
  const load = (report: string, as = office) =>
    app.as(as).upload<{ items: { result: string; mailId: string | null }[] }>('/api/v1/messages/delivery-reports', {
      name: 'bao-loi.eml',
      content: Buffer.from(report),
    });

  const reportOf = (
    { to, messageId }: { to: string; messageId: string | null },
    { action = 'failed', status = '5.1.1', diagnostic = 'smtp; 550 5.1.1 no such\n user' } = {},
  ) =>
    [
      'From: MAILER-DAEMON@example.vn',
      'Subject: Undelivered',
      'Content-Type: multipart/report; report-type=delivery-status;',
      '\tboundary="=_b1"',
      '',
      'This is a MIME message.',
      '--=_b1',
      'Content-Type: text/plain',
      '',
      'I am sorry.',
      '--=_b1',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.vn',
      '',
      `Final-Recipient: rfc822; ${to}`,
      `Action: ${action}`,
      `Status: ${status}`,
      `Diagnostic-Code: ${diagnostic}`,
      ...(messageId
        ? ['', '--=_b1', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${messageId}`, `To: ${to}`]
        : []),
      '',
      '--=_b1--',
      '',
    ]
      .join('\n')
      .replace(/\n/g, '\r\n');

  it('has left, as long as nobody knows better; then it came back, by hand, with its address', async () => {
    const waiting = await written();
    expect(await stateOf(waiting)).toMatchObject({ state: 'written' });
    const refused = await app
      .as(office)
      .post<{ code: string }>(`/api/v1/messages/${waiting}/return`, { reason: '550' });
    expect([refused.status, refused.body.code]).toEqual([409, 'mail_has_not_left']);
    await deliver();
    expect(await stateOf(waiting)).toMatchObject({ state: 'left' });

    const asked = await app.as(office).form(`/messages/${waiting}/return`, { reason: '' });
    expect([asked.status, asked.text]).toEqual([422, expect.stringContaining('Chưa ghi')]);
    await app.as(office).form(`/messages/${waiting}/return`, { reason: '550 không có hộp thư này' });
    expect(await stateOf(waiting)).toMatchObject({ state: 'returned', returnedAt: app.clock.now().toISOString() });
    expect(await bad()).toEqual([expect.stringMatching(/^a\d+@example\.vn$/)]);
    const [line] = await app.sql(`SELECT reason FROM journal_lines WHERE action = 'mail.returned'`);
    expect(line).toEqual({ reason: '550 không có hộp thư này' });
    expect((await app.as(office).get<string>(`/messages/${waiting}`)).text).toContain('550 không có hộp thư này');
  });

  it('is found by the report of the mail server: by its Message-ID, else as the last to that address; once', async () => {
    const [first, second] = [await left('hai@example.vn'), await left('hai@example.vn')];
    expect((await load(reportOf(first))).body.items).toMatchObject([{ result: 'returned', mailId: first.id }]);
    expect((await load(reportOf(first))).body.items).toMatchObject([{ result: 'returned', mailId: first.id }]);
    expect(await stateOf(first.id)).toMatchObject({ state: 'returned' });
    expect(await stateOf(second.id)).toMatchObject({ state: 'left' });
    expect(await bad()).toContain('hai@example.vn');
    const lines = await app.sql(
      `SELECT FROM journal_lines WHERE action = 'mail.returned' AND subject_id = $1`,
      first.id,
    );
    expect(lines).toHaveLength(1);

    const third = await left('ba@example.vn');
    expect((await load(reportOf({ to: third.to, messageId: null }))).body.items).toMatchObject([{ mailId: third.id }]);
    const page = await app.as(office).get<string>(`/messages/${third.id}`);
    expect(page.text).toContain('5.1.1 – 550 5.1.1 no such user');
  });

  it('tells nothing of an address when it was not its fault, and nothing at all of a delay or a stranger', async () => {
    const [spam, slow] = [await left('tu@example.vn'), await left('nam@example.vn')];
    await load(reportOf(spam, { status: '5.7.1', diagnostic: 'smtp; 550 5.7.1 spam' }));
    expect(await stateOf(spam.id)).toMatchObject({ state: 'returned' });
    expect(await bad()).not.toContain('tu@example.vn');
    expect((await load(reportOf(slow, { action: 'delayed', status: '4.4.1' }))).body.items).toMatchObject([
      { result: 'not_failed' },
    ]);
    expect(await stateOf(slow.id)).toMatchObject({ state: 'left' });
    expect((await load(reportOf({ to: 'la@example.com', messageId: '<x@y>' }))).body.items).toMatchObject([
      { result: 'unknown', mailId: null },
    ]);
  });

  it('is noted by the office alone, and from nothing but a report', async () => {
    const message = await left();
    const cadre = await a.account({ person: await a.person() });
    expect((await load(reportOf(message), cadre)).status).toBe(403);
    for (const other of [
      '',
      'x',
      'From: a@b.vn\n\nXin chào',
      'Content-Type: multipart/report; boundary=b\n\n--b\n--b--',
    ]) {
      const { status, text } = await load(other);
      expect([status, text]).toEqual([422, expect.stringContaining('message/delivery-status')]);
    }
    const form = await app
      .as(office)
      .upload<string>('/messages/delivery-reports', { name: 'x.eml', content: Buffer.from('x') });
    expect(form.status).toBe(422);
    expect(await stateOf(message.id)).toMatchObject({ state: 'left' });
  });
});

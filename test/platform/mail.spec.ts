import { Client } from 'pg';
import { type Letter, Mailbox } from '../../bench/mailbox';
import { Database } from '../../src/platform/database/database';
import { secondsUntilRetry } from '../../src/platform/jobs/delivery-attempts';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import { MailJobs } from '../../src/platform/mailer/mail.jobs';
import { MailWriters } from '../../src/platform/mailer/mail-writers';
import { type Mail, Mailer } from '../../src/platform/mailer/mailer';
import { startOfSpecs, TestApp } from '../app';
import { Builders } from '../builders';

describe('mail that leaves', () => {
  let refusal: string | null = null;
  let refusedAddress: string | null = null;
  let onArrival: (letter: Letter) => unknown = () => undefined;
  const mailbox = new Mailbox({
    before: ({ to }) => {
      if (refusal) throw new Error(refusal);
      if (to === refusedAddress) throw new Error('550 no such user');
    },
    after: (letter) => onArrival(letter),
  });
  let app: TestApp;
  let domains = 0;

  beforeAll(async () => {
    app = await TestApp.start({ SMTP_URL: await mailbox.open(), MAIL_PER_DOMAIN_PER_MINUTE: '2' });
  });
  afterAll(async () => {
    await app.stop();
    await mailbox.close();
  });
  beforeEach(() => {
    refusal = null;
    refusedAddress = null;
    onArrival = () => undefined;
    app.clock.moveTo(startOfSpecs);
  });

  const deliver = () => app.get(MailDeliveries).deliver();
  const later = (seconds: number) => app.clock.moveTo(new Date(app.clock.now().getTime() + seconds * 1_000));
  const stateOf = async (id: string) =>
    (
      await app.sql<{ attempts: number; deliveredAt: Date | null; deadAt: Date | null; waits: number }>(
        `SELECT attempts, delivered_at, dead_at,
           extract(epoch FROM next_attempt_at - $2::timestamptz)::float AS waits FROM mail_messages WHERE id = $1`,
        id,
        app.clock.now(),
      )
    )[0]!;

  /** To a domain of its own unless told otherwise, so that no test uses up the allowance of another. */
  async function write(given: Partial<Mail> = {}): Promise<string> {
    const to = `a@${(domains += 1)}.example.vn`;
    const mail = { to, accountId: null, subject: 'Lich hoc', body: 'Kinh gui', ...given };
    const [id] = await app.get(Database).inTransaction((tx) => app.get(Mailer).write(tx, [mail]));
    return id!;
  }

  async function delivered(given: Partial<Mail>): Promise<string> {
    await write(given);
    expect(await deliver()).toBe(1);
    return mailbox.letters.at(-1)!.raw;
  }

  const calendar = (name: string) => ({
    name,
    type: 'text/calendar; charset=utf-8; method=REQUEST',
    content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
  });

  it('can be read as plain text and as HTML that lets nothing typed become markup', async () => {
    const message = await delivered({
      body: 'Lop <b>"A"</b> & B\nhttps://khoi.example.vn/x?a=1&b=2\n\n1. Hop <i>A</i>\n\njavascript:x()',
    });
    const decoded = message
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    expect(decoded).toContain('multipart/alternative');
    expect(decoded).toContain('Lop <b>"A"</b> & B');
    expect(decoded).toMatch(/Lop &lt;b>&quot;A&quot;&lt;\/b> &amp; B|Lop &lt;b>"A"&lt;\/b> &amp; B/);
    expect(decoded).toContain('<a href="https://khoi.example.vn/x?a=1&amp;b=2">');
    expect(decoded).toMatch(/<strong>1\. Hop &lt;i(&gt;|>)A&lt;\/i(&gt;|>)<\/strong>/);
    expect(decoded).not.toContain('href="javascript');
    expect(decoded).not.toContain('List-Unsubscribe');
  });

  it('carries one calendar as another way to read it, where mail programs act on it', async () => {
    const message = await delivered({ attachments: [calendar('buoi-1.ics')] });
    expect(message).toContain('multipart/alternative');
    expect(message).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/);
    expect(message).not.toContain('Content-Disposition');
  });

  it('carries several as files', async () => {
    const message = await delivered({ attachments: [calendar('buoi-1.ics'), calendar('buoi-2.ics')] });
    expect(message).toContain('multipart/mixed');
    expect(message.match(/Content-Disposition: attachment/g)).toHaveLength(2);
    expect(message).toContain('buoi-2.ics');
  });

  it('says where one press ends mail of this kind', async () => {
    const message = await delivered({ unsubscribe: 'https://khoi.example.vn/unsubscribe/abc' });
    expect(message).toContain('List-Unsubscribe: <https://khoi.example.vn/unsubscribe/abc>');
    expect(message).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('leaves though the clock of whoever wrote it is a day ahead', async () => {
    const now = new Date();
    app.clock.moveTo(new Date(now.getTime() + 24 * 60 * 60 * 1_000));
    const id = await write();
    app.clock.moveTo(new Date(now.getTime() + 60_000));
    expect(await deliver()).toBe(1);
    expect((await stateOf(id)).deliveredAt).not.toBeNull();
  });

  it('is tried again later, later each time, while the server is busy', async () => {
    const id = await write();
    refusal = '451 come back later';
    expect(await deliver()).toBe(0);
    expect(await deliver()).toBe(0);
    const first = await stateOf(id);
    expect(first).toMatchObject({ attempts: 1, deliveredAt: null, deadAt: null });
    expect(first.waits).toBeGreaterThanOrEqual(45);
    expect(first.waits).toBeLessThan(75);

    later(75);
    expect(await deliver()).toBe(0);
    const second = await stateOf(id);
    expect(second.attempts).toBe(2);
    expect(second.waits).toBeGreaterThanOrEqual(180);

    later(300);
    refusal = null;
    expect(await deliver()).toBe(1);
    expect((await stateOf(id)).deliveredAt).toEqual(app.clock.now());
  });

  it('is given up after ten attempts, which outlast a long weekend', async () => {
    const id = await write();
    refusal = '451 come back later';
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await deliver();
      later(secondsUntilRetry(attempt, 1));
    }
    expect(await stateOf(id)).toMatchObject({ attempts: 10, deadAt: expect.any(Date) as Date, waits: null });
    expect((await stateOf(id)).deadAt!.getTime() - startOfSpecs.getTime()).toBeGreaterThan(3 * 24 * 3_600_000);
    refusal = null;
    expect(await deliver()).toBe(0);
  });

  it('is given up at once when the server refuses it for good', async () => {
    const id = await write();
    refusal = '550 no such user';
    await deliver();
    expect(await stateOf(id)).toMatchObject({ attempts: 1, deadAt: app.clock.now() });
  });

  it('goes to one domain no faster than its allowance, and to others meanwhile', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push(await write({ to: `n${n}@GMAIL.example` }));
    await write();
    expect(await deliver()).toBe(3);
    expect(await deliver()).toBe(0);
    later(60);
    expect(await deliver()).toBe(2);
    later(60);
    expect(await deliver()).toBe(1);
    expect((await Promise.all(ids.map(stateOf))).every(({ attempts }) => attempts === 1)).toBe(true);
  });

  it('uses up no allowance for messages another worker has in hand', async () => {
    const ids = [await write({ to: 'a@cham.example' }), await write({ to: 'b@cham.example' })];
    const other = new Client({ connectionString: app.databaseUrl });
    await other.connect();
    try {
      await other.query('BEGIN');
      await other.query('SELECT FROM mail_messages WHERE id = ANY ($1) FOR UPDATE', [ids]);
      expect(await deliver()).toBe(0);
    } finally {
      await other.end();
    }
    expect(await deliver()).toBe(2);
  });

  it('is not sent when it would come after the fact, unless somebody says so', async () => {
    const notAfter = new Date(app.clock.now().getTime() + 3_600_000);
    const [late, inTime] = [await write({ notAfter }), await write({ notAfter })];
    refusal = '451 come back later';
    await deliver();
    refusal = null;
    later(75);
    const a = new Builders(app);
    await a.change('mail_messages', { id: late }, { nextAttemptAt: notAfter });
    expect(await deliver()).toBe(1);
    expect(await stateOf(inTime)).toMatchObject({ deliveredAt: app.clock.now() });
    app.clock.moveTo(notAfter);
    expect(await deliver()).toBe(0);
    expect(await stateOf(late)).toMatchObject({ attempts: 1, deliveredAt: null, deadAt: notAfter, waits: null });
    const admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
    await app.as(admin).post('/api/v1/operations/replays', { kind: 'mail', id: late });
    expect(await deliver()).toBe(1);
  });

  it('waits for no other domain once the minute of its own is over', async () => {
    for (let n = 0; n < 3; n += 1) await write({ to: `n${n}@day.example` });
    await write({ to: 'x@nhac.example' });
    onArrival = ({ to }) => to === 'x@nhac.example' && later(60);
    expect(await deliver()).toBe(4);
  });

  it('keeps no worker waiting for messages that are leaving already', async () => {
    await write({ to: 'a@day-roi.example' });
    const other = new Client({ connectionString: app.databaseUrl });
    await other.connect();
    let underWay: Promise<number> | null = null;
    try {
      await other.query('BEGIN');
      await other.query(`LOCK TABLE mail_domain_minutes`);
      underWay = deliver();
      await app.get(MailJobs).deliver();
    } finally {
      await other.end();
    }
    expect(await underWay).toBe(1);
  });

  it('is written anew once and leaves once, however many wait with it', async () => {
    const written: string[] = [];
    app.get(MailWriters).add({
      name: 'many',
      writeAnew: async (_, mails) => {
        written.push(...mails.map(({ id }) => id));
        return new Map(mails.map(({ id }) => [id, { to: `${id}@${id}.example.vn`, ...plain }]));
      },
    });
    const plain = { accountId: null, subject: 'Lich hoc', body: 'Kinh gui' };
    const mails = Array.from({ length: 250 }, () => ({
      to: `a@${(domains += 1)}.example.vn`,
      writer: 'many',
      ...plain,
    }));
    const ids = await app.get(Database).inTransaction((tx) => app.get(Mailer).write(tx, mails));
    mailbox.letters.length = 0;
    expect(await deliver()).toBe(250);
    expect(written.toSorted()).toEqual(ids.toSorted());
    expect(mailbox.letters.map(({ to }) => to).toSorted()).toEqual(
      ids.map((id) => `${id}@${id}.example.vn`).toSorted(),
    );
  });

  it('leaves in a batch of which one message that is refused holds up no other', async () => {
    const refused = await write({ to: 'refused@example.vn' });
    const others = [await write(), await write(), await write()];
    refusedAddress = 'refused@example.vn';
    expect(await deliver()).toBe(3);
    expect(await stateOf(refused)).toMatchObject({ attempts: 1, deliveredAt: null, deadAt: app.clock.now() });
    for (const id of others) expect(await stateOf(id)).toMatchObject({ attempts: 1, deliveredAt: app.clock.now() });
  });
});

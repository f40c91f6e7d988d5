import { Mailbox } from '../../bench/mailbox';
import { InvitationsService } from '../../src/calendars/invitations.service';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import { RemindersService } from '../../src/reminders/reminders.service';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';
import { readCalendar } from './ical';

describe('an invitation says what is true when it leaves', () => {
  const mailbox = new Mailbox();
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let inClass: BuiltClass;
  let halfDays: readonly { id: string }[];
  let url: string;

  beforeAll(async () => {
    url = await mailbox.open();
  });
  afterAll(() => mailbox.close());
  beforeEach(async () => {
    mailbox.letters.length = 0;
    app = await TestApp.start({ SMTP_URL: url });
    a = new Builders(app);
    office = await a.office();
    inClass = await a.trainingClass({ name: 'Sơ cấp' });
    halfDays = [await a.halfDay(inClass, '2026-02-07'), await a.halfDay(inClass, '2026-02-08')];
    await a.enrollment({ in: inClass });
  });
  afterEach(() => app.stop());

  const run = async () => (await app.get(InvitationsService).send()).written;
  /** Of a change people are told by the reminder, which takes the files along. */
  const remind = async () => {
    await app.get(RemindersService).plan();
    await app.get(RemindersService).send();
  };
  const deliver = () => app.get(MailDeliveries).deliver();
  const move = (to: object) => app.as(office).patch(`/api/v1/half-days/${halfDays[0]!.id}`, { reason: 'Bão', ...to });
  const cancel = (n: number) =>
    app.as(office).post(`/api/v1/half-days/${halfDays[n]!.id}/cancellation`, { reason: 'Bão' });
  /** What each letter puts into a calendar. */
  const letters = () =>
    mailbox.letters.map(({ raw }) =>
      [...raw.matchAll(/Content-Type: text\/calendar[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/g)].map(([part, text]) => {
        const content = /Content-Transfer-Encoding: base64/i.test(part)
          ? Buffer.from(text!, 'base64').toString()
          : Buffer.from(
              text!
                .replace(/=\r\n/g, '')
                .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
              'latin1',
            ).toString();
        const { method, events } = readCalendar(content);
        return { method, start: events[0]!.start, sequence: events[0]!.sequence };
      }),
    );
  const subjects = async () =>
    (
      await app.sql<{ subject: string }>(
        'SELECT subject FROM mail_messages WHERE delivered_at IS NOT NULL ORDER BY ordinal',
      )
    ).map(({ subject }) => subject);
  const at = (moment: string) => new Date(`${moment}:00+07:00`);

  it('where a half-day moved after it was written, also before the next look, and is not told again', async () => {
    expect(await run()).toBe(1);
    await move({ startTime: '09:00' });
    expect(await deliver()).toBe(1);
    expect(letters()).toEqual([
      [
        { method: 'REQUEST', start: at('2026-02-07T09:00'), sequence: 1 },
        { method: 'REQUEST', start: at('2026-02-08T08:00'), sequence: 0 },
      ],
    ]);
    expect(await subjects()).toEqual(['Lịch học Sơ cấp: 2 buổi']);
    expect(await run()).toBe(0);
  });

  it('where the next look came first: the older mail tells the rest', async () => {
    await run();
    await move({ startTime: '09:00' });
    expect(await run()).toBe(0);
    await remind();
    expect(await deliver()).toBe(2);
    expect(letters()).toEqual([
      [{ method: 'REQUEST', start: at('2026-02-08T08:00'), sequence: 0 }],
      [{ method: 'REQUEST', start: at('2026-02-07T09:00'), sequence: 1 }],
    ]);
    expect(await subjects()).toEqual([
      'Lịch học Sơ cấp: 1 buổi',
      expect.stringMatching(/^Lịch học thay đổi: lớp Sơ cấp/),
    ]);
  });

  it('and takes nothing off a calendar that never held it', async () => {
    await run();
    await cancel(0);
    await cancel(1);
    expect(await run()).toBe(0);
    expect(await deliver()).toBe(0);
    expect(letters()).toEqual([]);
    const [mail] = await app.sql('SELECT dropped_reason, next_attempt_at FROM mail_messages');
    expect(mail).toEqual({ droppedReason: 'not_needed', nextAttemptAt: null });
  });

  it('as a change once the first has left, and takes it off where it stands', async () => {
    await run();
    await deliver();
    await move({ startTime: '09:00' });
    await remind();
    await deliver();
    expect((await subjects()).at(-1)).toMatch(/^Lịch học thay đổi: lớp Sơ cấp/);
    await cancel(0);
    await remind();
    await deliver();
    expect(letters().at(-1)).toMatchObject([{ method: 'CANCEL', sequence: 2 }]);
  });
});

import { Mailbox } from '../../bench/mailbox';
import { InvitationsService } from '../../src/calendars/invitations.service';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import type { MailAttachment } from '../../src/platform/mailer/mailer';
import { RemindersService } from '../../src/reminders/reminders.service';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson } from '../builders';
import { readCalendar } from '../calendars/ical';

interface Mail {
  readonly subject: string;
  readonly body: string;
  readonly attachments: readonly MailAttachment[];
}

describe('a half-day that changes', () => {
  /** Done while the first letter is on its way, before the mail server has taken it. */
  let onItsWay: (() => Promise<unknown>) | null = null;
  const mailbox = new Mailbox({
    before: async () => {
      const happens = onItsWay;
      onItsWay = null;
      await happens?.();
    },
  });
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let inClass: BuiltClass;
  let person: BuiltPerson;
  let email: string;
  let halfDay: { id: string };

  let url: string;
  beforeAll(async () => {
    url = await mailbox.open();
  });
  afterAll(() => mailbox.close());
  beforeEach(async () => {
    onItsWay = null;
    mailbox.letters.length = 0;
    app = await TestApp.start({ SMTP_URL: url, MAIL_CONCURRENCY: '1' });
    a = new Builders(app);
    office = await a.office();
    inClass = await a.trainingClass({
      name: 'Sơ cấp',
      code: 'SC-1',
      roomId: await a.room('Hội trường A', '59 Lê Duẩn', 80),
    });
    halfDay = await a.halfDay(inClass, '2026-02-07');
    await a.halfDay(inClass, '2026-02-08');
    person = await a.person();
    await a.enrollment({ in: inClass, person });
    [{ email }] = (await app.sql<{ email: string }>('SELECT email FROM persons WHERE id = $1', person.id)) as [
      { email: string },
    ];
    await everyJob();
    mailbox.letters.length = 0;
  });
  afterEach(() => app.stop());

  /** All that recurs, the invitations first: whoever comes first, there is one message. */
  const everyJob = async (...order: readonly ('invitations' | 'reminders')[]) => {
    app.clock.moveTo(new Date(app.clock.now().getTime() + 60_000));
    for (const one of order.length > 0 ? order : (['invitations', 'reminders'] as const)) {
      if (one === 'invitations') await app.get(InvitationsService).send();
      else {
        await app.get(RemindersService).plan();
        await app.get(RemindersService).send();
      }
    }
    await app.get(MailDeliveries).deliver();
  };
  const move = (to: object = { startTime: '09:00' }) =>
    app.as(office).patch(`/api/v1/half-days/${halfDay.id}`, { reason: 'Bão số 3', ...to });
  const mails = () =>
    app.sql<Mail>(
      'SELECT subject, body, attachments FROM mail_messages WHERE to_address = $1 AND dropped_reason IS NULL ORDER BY ordinal OFFSET 1',
      email,
    );
  const eventsIn = ({ attachments }: Mail) =>
    attachments.map(({ content }) => {
      const { method, events } = readCalendar(content);
      return { method, sequence: events[0]!.sequence, start: events[0]!.start, summary: events[0]!.summary };
    });
  const at = (moment: string) => new Date(`${moment}:00+07:00`);

  it.each([
    ['invitations first', ['invitations', 'reminders']],
    ['reminders first', ['reminders', 'invitations']],
  ] as const)(
    'sends one message: what it was, what it is, in which hall, why, and the file by which the calendar follows; %s',
    async (_, order) => {
      await move();
      await everyJob(...order);
      await everyJob(...order);
      const [mail, ...others] = await mails();
      expect(others).toEqual([]);
      expect(mail!.subject).toBe('Lịch học thay đổi: lớp Sơ cấp (SC-1)');
      expect(mail!.body).toContain('phòng: Hội trường A');
      expect(mail!.body).toContain('Lý do: Bão số 3.');
      expect(mail!.body).toContain('mở tệp lịch kèm theo');
      expect(eventsIn(mail!)).toMatchObject([{ method: 'REQUEST', sequence: 1, start: at('2026-02-07T09:00') }]);
      expect(mailbox.letters).toHaveLength(1);
    },
  );

  it('sends one message of a half-day that is cancelled, and of one that is added', async () => {
    await app.as(office).post(`/api/v1/half-days/${halfDay.id}/cancellation`, { reason: 'Mất điện' });
    await app.as(office).post(`/api/v1/classes/${inClass.id}/half-days`, { day: '2026-02-14', part: 'morning' });
    await everyJob();
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail!.body).toContain('– ĐÃ HỦY buổi sáng 07/02/2026 (08:00–11:30). Lý do: Mất điện.');
    expect(eventsIn(mail!)).toMatchObject([
      { method: 'CANCEL', summary: 'ĐÃ HỦY: Sơ cấp – buổi 1' },
      { method: 'REQUEST', start: at('2026-02-14T07:30') },
    ]);
  });

  it('sends one message when the class is cancelled', async () => {
    await app.as(office).post(`/api/v1/classes/${inClass.id}/cancellation`, { reason: 'Không đủ người' });
    await everyJob();
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail!.subject).toBe('Hủy lớp: lớp Sơ cấp (SC-1)');
    expect(eventsIn(mail!).map(({ method }) => method)).toEqual(['CANCEL', 'CANCEL']);
  });

  it('is put right in the calendar by itself where nobody is reminded of changes', async () => {
    await app.sql(`UPDATE reminder_rules SET enabled = false WHERE code = 'timetable_changed'`);
    await move();
    await everyJob();
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail!.subject).toBe('Thay đổi lịch học Sơ cấp');
    expect(eventsIn(mail!)).toMatchObject([{ sequence: 1 }]);
  });

  it('twice before its message left is told once, with the last hour', async () => {
    await move();
    app.clock.moveTo(new Date(app.clock.now().getTime() + 60_000));
    await app.get(RemindersService).plan();
    await app.get(RemindersService).send();
    await move({ startTime: '10:00', endTime: '12:00' });
    await everyJob();
    await everyJob();
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail!.body).toContain('chuyển sang sáng 07/02/2026 (10:00–12:00)');
    expect(eventsIn(mail!)).toMatchObject([{ sequence: 2, start: at('2026-02-07T10:00') }]);
  });

  it('keeps who is told of it twice apart: the manager gets the words alone', async () => {
    const manager = await a.account({ roles: [['class_manager', inClass]] });
    await move();
    await everyJob();
    const told = await app.sql<Mail>('SELECT attachments FROM mail_messages WHERE to_address = $1', manager.email);
    expect(told).toEqual([{ attachments: [] }]);
  });

  describe('while a mail about it is on its way', () => {
    /** The second of two letters was written anew together with the first, and the half-day changes while the first leaves. */
    const leaveWhileItMoves = async (before: () => Promise<unknown> = async () => {}) => {
      const other = await a.person();
      await a.enrollment({ in: inClass, person: other });
      await move();
      app.clock.moveTo(new Date(app.clock.now().getTime() + 60_000));
      await app.get(RemindersService).plan();
      await app.get(RemindersService).send();
      await before();
      onItsWay = () => move({ startTime: '10:00', endTime: '12:00' });
      await app.get(MailDeliveries).deliver();
      await app.get(MailDeliveries).deliver();
      return mailbox.letters.map(({ raw }) => /DTSTART;TZID[^\r\n]*T(\d{4})00/.exec(decoded(raw))?.[1]);
    };
    const decoded = (raw: string) =>
      raw.replace(/(?:^|\r\n)(?:[A-Za-z0-9+/]{20,}={0,2}\r\n)+/g, (block) =>
        Buffer.from(block.replace(/\s/g, ''), 'base64').toString(),
      );

    it('never reaches anybody with the hour it had', async () => {
      const hours = await leaveWhileItMoves();
      expect(hours.slice(1).every((hour) => hour !== '0900')).toBe(true);
      expect(hours).toContain('1000');
    });

    it('would without looking again as it leaves', async () => {
      const hours = await leaveWhileItMoves(() =>
        app.sql('UPDATE mail_messages SET writer = NULL WHERE delivered_at IS NULL'),
      );
      expect(hours).toEqual(['0900', '0900']);
    });
  });
});

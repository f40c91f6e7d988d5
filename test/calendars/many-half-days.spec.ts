import { InvitationsService } from '../../src/calendars/invitations.service';
import type { MailAttachment } from '../../src/platform/mailer/mailer';
import { momentAt } from '../../src/platform/clock';
import { RemindersService } from '../../src/reminders/reminders.service';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson } from '../builders';
import { readCalendar } from './ical';

const days = ['2026-02-07', '2026-02-08', '2026-02-14', '2026-02-15'];

describe('whoever would get many half-days by mail', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let inClass: BuiltClass;
  let halfDays: readonly { id: string }[];
  let person: BuiltPerson;
  let learner: BuiltAccount;

  beforeEach(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    inClass = await a.trainingClass({ name: 'Sơ cấp' });
    halfDays = [];
    for (const day of days) halfDays = [...halfDays, await a.halfDay(inClass, day)];
    person = await a.person();
    learner = await a.account({ person });
    await a.enrollment({ in: inClass, person });
  });
  afterEach(() => app.stop());

  const run = async () => {
    app.clock.moveTo(new Date(app.clock.now().getTime() + 60_000));
    return (await app.get(InvitationsService).send()).written;
  };
  /** Of a change people are told by the reminder, which takes the files along. */
  const remind = async () => {
    await app.get(RemindersService).plan();
    await app.get(RemindersService).send();
  };
  const mails = () =>
    app.sql<{ body: string; attachments: readonly MailAttachment[] }>(
      'SELECT body, attachments FROM mail_messages WHERE to_address = $1 ORDER BY ordinal',
      learner.email,
    );
  const move = (n: number) =>
    app.as(office).patch(`/api/v1/half-days/${halfDays[n]!.id}`, { startTime: '09:00', reason: 'Bão' });
  const feed = async () => {
    const { body } = await app
      .signedIn(learner)
      .post<{ address: string }>('/api/v1/calendar-feeds', { kind: 'person' });
    return new URL(body.address).pathname;
  };

  it('gets one file with all of them, each with an identity of its own, and is told how later changes come', async () => {
    await run();
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail!.attachments.map(({ name, type }) => [name, type])).toEqual([
      ['lich-hoc.ics', 'text/calendar; charset=utf-8; method=PUBLISH'],
    ]);
    const { method, events } = readCalendar(mail!.attachments[0]!.content);
    expect(method).toBe('PUBLISH');
    expect(events.map(({ uid, sequence }) => [uid, sequence])).toEqual(
      halfDays.map(({ id }) => [`${id}.${person.id}@training`, 0]),
    );
    expect(events.flatMap(({ attendees }) => attendees)).toEqual([]);
    expect(mail!.body).toContain('mở tệp ấy thì lịch sửa đúng buổi đã nhập');
  });

  it('gets what changes later as a file of that half-day alone, which counts on from what was taken in', async () => {
    await run();
    await move(1);
    await remind();
    const change = (await mails()).at(-1)!;
    const { method, events } = readCalendar(change.attachments[0]!.content);
    expect([method, change.attachments.length]).toEqual(['REQUEST', 1]);
    expect(events).toMatchObject([{ uid: `${halfDays[1]!.id}.${person.id}@training`, sequence: 1 }]);
  });

  it('gets none while a telephone reads their feed, and all once it no longer does', async () => {
    await app.as(null).get(await feed());
    expect(await run()).toBe(0);
    const page = await app.signedIn(learner).get<string>('/me/calendar');
    expect(page.text).toContain('Điện thoại đọc lần cuối lúc');
    app.clock.moveTo(momentAt('2026-01-25', '08:00'));
    expect(await run()).toBe(1);
  });

  it('gets them by mail while nothing read the address that was made', async () => {
    await feed();
    expect(await run()).toBe(1);
  });

  it('still has put right what a calendar got by mail before the telephone followed the feed', async () => {
    await run();
    await app.as(null).get(await feed());
    await move(0);
    await remind();
    expect((await mails()).at(-1)!.attachments).toHaveLength(1);
  });
});

import { InvitationsService } from '../../src/calendars/invitations.service';
import type { MailAttachment } from '../../src/platform/mailer/mailer';
import { RemindersService } from '../../src/reminders/reminders.service';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson } from '../builders';
import { type ReadEvent, readCalendar, wrongLines } from './ical';

interface Message {
  readonly subject: string;
  readonly body: string;
  readonly attachments: readonly MailAttachment[];
}

describe('invitations to half-days', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;

  beforeEach(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterEach(() => app.stop());

  const run = async () => (await app.get(InvitationsService).send()).written;
  /** Of a change people are told by the reminder, which takes the files along. */
  const everyLook = async () => {
    await run();
    await app.get(RemindersService).plan();
    await app.get(RemindersService).send();
  };
  const messagesTo = async (email: string) =>
    app.sql<Message>(
      'SELECT subject, body, attachments FROM mail_messages WHERE to_address = $1 ORDER BY written_at, id',
      email,
    );
  const emailOf = async ({ id }: BuiltPerson) =>
    (await app.sql<{ email: string }>('SELECT email FROM persons WHERE id = $1', id))[0]!.email;

  /** Runs, and answers what one person is told by it: the method and the event of each attachment. */
  async function toldNow(person: BuiltPerson): Promise<(ReadEvent & { method: string | null })[]> {
    const email = await emailOf(person);
    const before = (await messagesTo(email)).length;
    app.clock.moveTo(new Date(app.clock.now().getTime() + 60_000));
    await everyLook();
    return (await messagesTo(email)).slice(before).flatMap(({ attachments }) =>
      attachments.map(({ content }) => {
        const { method, events, zones } = readCalendar(content);
        expect(events).toHaveLength(1);
        expect(zones).toEqual(['Asia/Ho_Chi_Minh']);
        expect(wrongLines(content)).toEqual([]);
        return { method, ...events[0]! };
      }),
    );
  }

  async function learner(): Promise<{
    inClass: BuiltClass;
    halfDays: readonly { id: string }[];
    person: BuiltPerson;
    enrollmentId: string;
  }> {
    const inClass = await a.trainingClass({ name: 'Bồi dưỡng đảng viên mới' });
    const halfDays = [await a.halfDay(inClass, '2026-02-07'), await a.halfDay(inClass, '2026-02-08')];
    const { id: enrollmentId, person } = await a.enrollment({ in: inClass });
    return { inClass, halfDays, person, enrollmentId };
  }

  it('go out once a person is enrolled: one mail for the class, one calendar object for each half-day', async () => {
    const { person, halfDays } = await learner();
    const email = await emailOf(person);
    const told = await toldNow(person);
    expect(told).toMatchObject(
      halfDays.map(({ id }) => ({
        method: 'REQUEST',
        uid: `${id}.${person.id}@training`,
        sequence: 0,
        status: 'CONFIRMED',
        attendees: [`MAILTO:${email}`],
        organizer: 'mailto:dao-tao@example.vn',
      })),
    );
    expect(await toldNow(person)).toEqual([]);

    const [message] = await messagesTo(email);
    expect(message!.subject).toBe('Lịch học Bồi dưỡng đảng viên mới: 2 buổi');
    expect(message!.body).toContain('- Buổi 1: ngày 07/02/2026, 08:00–11:30');
    expect(message!.attachments.map(({ name, type }) => [name, type])).toEqual(
      [1, 2].map((n) => [`buoi-${n}.ics`, 'text/calendar; charset=utf-8; method=REQUEST']),
    );
  });

  it('follow each move, then take the half-day off, once', async () => {
    const { person, halfDays } = await learner();
    const [{ id }] = halfDays as [{ id: string }];
    const asOffice = app.as(office);
    await toldNow(person);

    await asOffice.patch(`/api/v1/half-days/${id}`, { startTime: '08:30', reason: 'Bão' });
    expect(await toldNow(person)).toMatchObject([
      { method: 'REQUEST', sequence: 1, start: new Date('2026-02-07T08:30:00+07:00') },
    ]);
    await asOffice.patch(`/api/v1/half-days/${id}`, { startTime: '09:00', reason: 'Bão' });
    expect(await toldNow(person)).toMatchObject([
      { method: 'REQUEST', sequence: 2, start: new Date('2026-02-07T09:00:00+07:00') },
    ]);

    const cancel = () => asOffice.post(`/api/v1/half-days/${id}/cancellation`, { reason: 'Mưa bão' });
    await cancel();
    const told = await toldNow(person);
    expect(told).toMatchObject([
      { method: 'CANCEL', sequence: 3, status: 'CANCELLED', uid: `${id}.${person.id}@training` },
    ]);
    expect((await cancel()).status).toBe(409);
    expect(await toldNow(person)).toEqual([]);
    const subjects = (await messagesTo(await emailOf(person))).map(({ subject }) => subject);
    expect(subjects.slice(1)).toEqual(
      Array(3).fill(expect.stringMatching(/^Lịch học thay đổi: lớp Bồi dưỡng đảng viên mới/)),
    );
  });

  it('are taken back from whoever leaves the class, and made again, counting on, when they come back', async () => {
    const { inClass, person, enrollmentId } = await learner();
    const { person: stays } = await a.enrollment({ in: inClass });
    await toldNow(person);
    await a.change('enrollments', { id: enrollmentId }, { endedAt: app.clock.now(), endedReason: 'Chuyển công tác' });
    await a.change('attendance_lines', { enrollmentId }, { live: false });
    expect((await toldNow(person)).map(({ method, sequence }) => [method, sequence])).toEqual([
      ['CANCEL', 1],
      ['CANCEL', 1],
    ]);
    expect(await toldNow(person)).toEqual([]);
    expect(await messagesTo(await emailOf(stays))).toHaveLength(1);

    await a.enrollment({ in: inClass, person });
    expect((await toldNow(person)).map(({ method, sequence }) => [method, sequence])).toEqual([
      ['REQUEST', 2],
      ['REQUEST', 2],
    ]);
  });

  it('are taken back while there is leave from the half-day, and made again once it moves', async () => {
    const { person, halfDays, inClass } = await learner();
    await inClass.becomes({ state: 'confirmed' });
    const [first, second] = halfDays as [{ id: string }, { id: string }];
    const cadre = await a.account({ person });
    await a.change('accounts', { personId: person.id }, { email: await emailOf(person) });
    const askFor = async ({ id }: { id: string }) =>
      (await app.as(cadre).post<{ id: string }>('/api/v1/leave-requests', { halfDayIds: [id], reason: 'Giỗ' })).body.id;
    const approve = (id: string) => app.as(office).post(`/api/v1/leave-requests/${id}/approval`);
    await approve(await askFor(second));
    // From what nobody told them of, nothing is taken back.
    expect((await toldNow(person)).map(({ uid }) => uid.split('.')[0])).toEqual([first.id]);

    const asked = await askFor(first);
    expect(await toldNow(person)).toEqual([]);
    await approve(asked);
    expect(await toldNow(person)).toMatchObject([{ method: 'CANCEL', sequence: 1, status: 'CANCELLED' }]);
    const messages = await messagesTo(await emailOf(person));
    expect(messages.map(({ body }) => body).join()).toContain('đồng chí được nghỉ');
    await app.as(office).patch(`/api/v1/half-days/${first.id}`, { startTime: '09:00', reason: 'Bão' });
    expect(await toldNow(person)).toMatchObject([
      { method: 'REQUEST', sequence: 2, start: new Date('2026-02-07T09:00:00+07:00') },
    ]);
  });

  it('are taken back when the class is cancelled', async () => {
    const { inClass, person } = await learner();
    await toldNow(person);
    await app.as(office).post(`/api/v1/classes/${inClass.id}/cancellation`, { reason: 'Không đủ người' });
    expect((await toldNow(person)).map(({ method, sequence }) => [method, sequence])).toEqual([
      ['CANCEL', 1],
      ['CANCEL', 1],
    ]);
  });

  it('do not speak of a half-day cancelled before anybody was told, nor of what is past', async () => {
    const { inClass, person, halfDays } = await learner();
    await app.as(office).post(`/api/v1/half-days/${halfDays[0]!.id}/cancellation`, { reason: 'Mưa bão' });
    expect((await toldNow(person)).map(({ method, uid }) => [method, uid])).toEqual([
      ['REQUEST', `${halfDays[1]!.id}.${person.id}@training`],
    ]);
    app.clock.moveTo(new Date('2026-02-08T08:00:00+07:00'));
    const { person: late } = await a.enrollment({ in: inClass });
    await run();
    expect(await messagesTo(await emailOf(late))).toEqual([]);
  });

  it('tell of three months at a time, and follow what was told wherever it moves', async () => {
    const inClass = await a.trainingClass({ closesOn: '2026-12-31' });
    const [march, april] = [await a.halfDay(inClass, '2026-03-31'), await a.halfDay(inClass, '2026-04-01')];
    const { person } = await a.enrollment({ in: inClass });
    const uids = (told: readonly ReadEvent[]) => told.map(({ uid }) => uid.split('.')[0]);
    expect(uids(await toldNow(person))).toEqual([march.id]);
    await app.as(office).patch(`/api/v1/half-days/${march.id}`, { day: '2026-11-07', reason: 'Bão' });
    expect(uids(await toldNow(person))).toEqual([march.id]);
    app.clock.moveTo(new Date('2026-02-01T07:00:00+07:00'));
    expect(uids(await toldNow(person))).toEqual([april.id]);
  });

  it('go only to people with an address: the account’s in its language, else the person’s', async () => {
    const inClass = await a.trainingClass({ name: 'Sơ cấp' });
    await a.halfDay(inClass, '2026-02-07');
    await a.enrollment({ in: inClass, person: await a.person({ email: null }) });
    const person = await a.person({ email: null });
    const { email } = await a.account({ person, locale: 'en' });
    await a.enrollment({ in: inClass, person });
    expect(await run()).toBe(1);
    const [message] = await messagesTo(email);
    expect(message!.subject).toBe('Timetable of Sơ cấp: 1 half-day');
    expect(message!.body).toContain('/me/calendar');
    expect(readCalendar(message!.attachments[0]!.content).events[0]!.summary).toBe('Sơ cấp – half-day 1');
  });

  it('go out once when several runs come at once, and leave one line in the journal', async () => {
    const inClass = await a.trainingClass({ seats: 30 });
    await a.halfDay(inClass, '2026-02-07');
    for (let n = 0; n < 12; n += 1) await a.enrollment({ in: inClass });
    const written = await Promise.all(Array.from({ length: 6 }, run));
    expect(written.reduce((sum, count) => sum + count, 0)).toBe(12);
    const [mails] = await app.sql<{ count: number }>('SELECT count(*) FROM mail_messages');
    expect(mails!.count).toBe(12);
    const told = await app.sql<{ facts: { count: number } }>(
      `SELECT facts FROM journal_lines WHERE action = 'calendars.invitations_sent' AND class_id = $1`,
      inClass.id,
    );
    expect(told.reduce((sum, { facts }) => sum + facts.count, 0)).toBe(12);
  });

  it('tell so many people a look; the next goes on', async () => {
    const inClass = await a.trainingClass({ seats: 30 });
    await a.halfDay(inClass, '2026-02-07');
    for (let n = 0; n < 3; n += 1) await a.enrollment({ in: inClass });
    const look = () => app.get(InvitationsService).send(2);
    expect(await look()).toEqual({ written: 2, isMore: true });
    expect(await look()).toEqual({ written: 1, isMore: false });
    expect(await look()).toEqual({ written: 0, isMore: false });
  });

  it('would go out again without the ledger', async () => {
    const inClass = await a.trainingClass();
    await a.halfDay(inClass, '2026-02-07');
    await a.enrollment({ in: inClass });
    await run();
    await a.remove('calendar_invitations');
    expect(await run()).toBe(1);
  });

  it('that the mail server refuses are shown with its answer, and go out again to a corrected address', async () => {
    const { inClass, person } = await learner();
    const page = () => app.signedIn(office).get<string>(`/me/calendar?classId=${inClass.id}`);
    const fail = (isDead: boolean) =>
      a.change('mail_messages', {}, { lastError: '550 no such user', deadAt: isDead ? app.clock.now() : null });
    await toldNow(person);
    expect((await page()).text).not.toContain('Thư mời học chưa đến nơi');
    await fail(false);
    expect((await page()).text).toContain('550 no such user');
    expect((await page()).text).toContain('Đang gửi lại');
    await fail(true);
    expect((await page()).text).toContain('Đã thôi gửi đến địa chỉ này');
    expect(await toldNow(person)).toEqual([]);

    await person.becomes({ email: 'dung@example.vn' });
    const told = await toldNow(person);
    expect(told.map(({ method, sequence }) => [method, sequence])).toEqual([
      ['REQUEST', 1],
      ['REQUEST', 1],
    ]);
    expect(await toldNow(person)).toEqual([]);
    expect((await page()).text).not.toContain('550 no such user');
    const manager = await a.account({ person: await a.person() });
    await fail(true);
    expect((await app.signedIn(manager).get<string>(`/me/calendar?classId=${inClass.id}`)).text).not.toContain(
      '550 no such user',
    );
  });
});

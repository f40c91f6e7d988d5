import { Mailbox } from '../../bench/mailbox';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson, type BuiltUnit } from '../builders';
import { Situations } from './situations';

interface Message {
  readonly id: string;
  readonly recipients: number;
  readonly states: Readonly<Record<string, number>>;
  readonly takenBackAt: string | null;
}
interface Preview {
  readonly recipients: number;
  readonly byMail: number;
  readonly byNoticeOnly: number;
  readonly unreached: readonly { readonly name: string; readonly reason: string }[];
  readonly subject: string;
  readonly body: string;
}
interface Refused {
  readonly code: string;
  readonly errors: readonly { readonly field: string; readonly code: string }[];
}

const words = { subject: 'Đổi hội trường', body: 'Từ buổi sau lớp học ở hội trường B.\n\nMang theo tài liệu.' };

describe('a message to a class', () => {
  const mailbox = new Mailbox();
  let app: TestApp;
  let a: Builders;
  let given: Situations;
  let office: BuiltAccount;
  let manager: BuiltAccount;
  let inClass: BuiltClass;
  let unit: BuiltUnit;
  let [learner, reached, silent] = [] as unknown as [BuiltAccount, BuiltPerson, BuiltPerson];

  beforeAll(async () => {
    app = await TestApp.start({ SMTP_URL: await mailbox.open(), PUBLIC_URL: 'https://hoc.example.vn' });
    a = new Builders(app);
    given = new Situations(app, a);
    office = await a.office();
  });
  afterAll(async () => {
    await app.stop();
    await mailbox.close();
  });
  beforeEach(async () => {
    given.goTo('2026-01-05');
    mailbox.letters.length = 0;
    inClass = await a.trainingClass({ name: 'Lớp Sơ cấp', code: `SC-${Math.random()}` });
    unit = await a.unit();
    manager = await a.account({ roles: [['class_manager', inClass]] });
    const person = await a.person({ in: unit });
    learner = await a.account({ person });
    [reached, silent] = [await a.person(), await a.person({ email: null, fullName: 'Phạm Thị Im' })];
    for (const one of [person, reached, silent]) await given.enroll(one, inClass);
  });

  const path = () => `/api/v1/classes/${inClass.id}/messages`;
  const send = (message: object = {}, who = office) =>
    app.as(who).post<Message & Refused>(path(), { audience: 'participants', ...words, ...message });
  const preview = (message: object = {}, who = office) =>
    app.as(who).post<Preview>(`${path()}/preview`, { audience: 'participants', ...words, ...message });
  const message = async (id: string) => (await app.as(office).get<Message>(`/api/v1/class-messages/${id}`)).body;
  const takeBack = (id: string, who = office) =>
    app.as(who).post<Message & Refused>(`/api/v1/class-messages/${id}/taking-back`);
  /** Until it leaves, and what then leaves. */
  const afterTheDelay = async () => {
    given.goTo('2026-01-05', '08:06');
    await given.planAndSend();
    await app.get(MailDeliveries).deliver();
  };
  const sentTo = () => mailbox.letters.map(({ to }) => to).toSorted();
  const emailOf = async ({ id }: { id: string }) =>
    (await app.sql<{ email: string }>('SELECT email FROM persons WHERE id = $1', id))[0]!.email;
  const lines = async (id: string) =>
    (
      await app
        .as(office)
        .get<{ items: readonly { recipientName: string; state: string }[] }>(`/api/v1/reminders?messageId=${id}`)
    ).body.items;

  it('goes once to everybody on the roster, by mail and in the service, and says whom it did not reach', async () => {
    const { body: sent, status } = await send();
    expect([status, sent.recipients]).toEqual([201, 3]);
    await given.planAndSend();
    await app.get(MailDeliveries).deliver();
    expect(sentTo()).toEqual([]);
    await afterTheDelay();
    await afterTheDelay();
    expect(sentTo()).toEqual([learner.email, await emailOf(reached)].toSorted());
    expect(await message(sent.id)).toMatchObject({ states: { left: 2, suppressed: 1 } });
    expect((await lines(sent.id)).find(({ recipientName }) => recipientName === silent.fullName)).toMatchObject({
      state: 'suppressed',
      stateReason: { code: 'no_address' },
    });
    const [notice] = await app.sql('SELECT text_vi, link FROM notices WHERE account_id = $1', learner.id);
    expect(notice!['textVi']).toMatch(/^Lớp Sơ cấp .*: Đổi hội trường$/);
    expect(notice!['link']).toBe(`/class-messages/${sent.id}`);
  });

  it('is seen before exactly as it goes out, to how many, and with who has no address; nothing is kept of it', async () => {
    const key = 'c1d6a8f2-0f7b-4a55-8f0e-3f6d1f0f2b77';
    const { body: shown } = await preview({ key });
    expect(shown).toMatchObject({
      recipients: 3,
      byMail: 2,
      byNoticeOnly: 0,
      unreached: [{ name: 'Phạm Thị Im', reason: 'no_address' }],
    });
    expect(await app.sql('SELECT id FROM class_messages WHERE class_id = $1', inClass.id)).toEqual([]);
    await send({ key });
    await afterTheDelay();
    const mails = await given.messages(inClass);
    // But for the address by which its reader, and nobody else, stops such mail.
    const withoutKey = (body: string) => body.replace(/unsubscribe\/[\w.-]+/, 'unsubscribe/…');
    expect(shown.body).toContain('/unsubscribe/…');
    expect(mails.map(({ subject, body }) => ({ subject, body: withoutKey(body) }))).toContainEqual({
      subject: shown.subject,
      body: shown.body,
    });
    expect(shown.body).toContain(words.body);
  });

  it('goes only to people one unit sends, to nominees not accepted yet, to the managers, and not to who left', async () => {
    const nominee = await a.person({ in: unit });
    await given.nominate(nominee, inClass);
    const counted = async (to: object) => (await preview(to)).body.recipients;
    expect(await counted({ unitId: unit.id })).toBe(1);
    expect(await counted({ audience: 'nominees' })).toBe(1);
    expect(await counted({ audience: 'people', unitId: unit.id })).toBe(2);
    expect(await counted({ audience: 'managers' })).toBe(1);
    await a.change('enrollments', { personId: reached.id }, { endedAt: app.clock.now(), endedReason: 'x' });
    expect(await counted({})).toBe(2);
  });

  it('goes to those who were on the roster of a class that was cancelled, and not to who left before', async () => {
    const left = await given.enroll(await a.person(), inClass);
    await left.ends(app.clock.now());
    given.goTo('2026-01-06');
    await app.as(office).post(`/api/v1/classes/${inClass.id}/cancellation`, { reason: 'Thiếu người' });
    expect((await preview()).body).toMatchObject({ recipients: 3 });
    expect((await preview({ unitId: unit.id })).body).toMatchObject({ recipients: 1 });
    expect((await app.as(office).get<string>(`/classes/${inClass.id}/messages/new`)).text).toContain(unit.id);
  });

  it('goes to one group of the class', async () => {
    await a.insert('class_groups', { classId: inClass.id, number: 2, createdAt: app.clock.now() });
    await a.change('enrollments', { personId: reached.id }, { groupNumber: 2, groupedAt: app.clock.now() });
    await send({ group: 2 });
    await afterTheDelay();
    expect(sentTo()).toEqual([await emailOf(reached)]);
    expect((await send({ group: 2, audience: 'managers' })).body.errors).toMatchObject([{ field: 'group' }]);
    expect((await app.as(office).get<string>(`/classes/${inClass.id}/messages/new`)).text).toContain('Chỉ tổ');
  });

  it('goes to the lecturers of its half-days, once each, at their address', async () => {
    const [one, other] = [await a.lecturer('Phạm An', 'Trường'), await a.lecturer('Lê Bình', 'Trường')];
    await app
      .as(office)
      .put(`/api/v1/lecturers/${one}`, { fullName: 'Phạm An', workplace: 'Trường', email: 'an@truong.vn' });
    await a.halfDay(inClass, '2026-02-07', { lecturerId: one });
    await a.halfDay(inClass, '2026-02-08', { lecturerId: one });
    await a.halfDay(inClass, '2026-02-14', { lecturerId: other });
    expect((await preview({ audience: 'lecturers' })).body).toMatchObject({
      recipients: 2,
      byMail: 1,
      unreached: [{ name: 'Lê Bình', reason: 'no_address' }],
    });
    const { body: sent } = await send({ audience: 'lecturers' });
    await afterTheDelay();
    expect(sentTo()).toEqual(['an@truong.vn']);
    expect(mailbox.letters).toHaveLength(1);
    expect((await lines(sent.id)).map(({ recipientName, state }) => [recipientName, state])).toEqual(
      expect.arrayContaining([
        ['Phạm An', 'left'],
        ['Lê Bình', 'suppressed'],
      ]),
    );
  });

  it('is sent once however often the form is pressed, also at one moment', async () => {
    const key = '5f0c1f9e-7a58-4a3e-9a2b-0d2b8f6f1a11';
    const answers = await Promise.all(Array.from({ length: 6 }, () => send({ key })));
    const edited = await send({ key, subject: 'Đổi hội trường lần nữa' });
    expect(edited.body.id).not.toBe(answers[0]!.body.id);
    await takeBack(edited.body.id);
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    await afterTheDelay();
    expect(mailbox.letters).toHaveLength(2);
  });

  it('would go out as often as it is pressed without the key of the form', async () => {
    await Promise.all([send(), send()]);
    await afterTheDelay();
    expect(mailbox.letters).toHaveLength(4);
  });

  it('is taken back whole until it leaves, also after it was written, and no longer once it reached everybody', async () => {
    const { body: early } = await send();
    expect((await takeBack(early.id)).body.takenBackAt).not.toBeNull();
    const { body: written } = await send();
    given.goTo('2026-01-05', '08:06');
    await given.planAndSend();
    expect(await message(written.id)).toMatchObject({ states: { written: 2 } });
    await takeBack(written.id);
    await app.get(MailDeliveries).deliver();
    // Who was told in the service has been told.
    expect(await message(written.id)).toMatchObject({ states: { left: 1, suppressed: 2 } });
    expect(mailbox.letters).toEqual([]);
    expect((await takeBack(written.id)).body.code).toBe('message_taken_back');

    given.goTo('2026-01-05', '09:00');
    const { body: gone } = await send();
    given.goTo('2026-01-05', '09:06');
    await given.planAndSend();
    await app.get(MailDeliveries).deliver();
    expect(await takeBack(gone.id)).toMatchObject({ status: 409, body: { code: 'message_left' } });
    expect((await message(gone.id)).takenBackAt).toBeNull();
  });

  it('says that it was taken back to who was told of it in the service', async () => {
    const { body: sent } = await send();
    given.goTo('2026-01-05', '08:06');
    await given.planAndSend();
    await takeBack(sent.id);
    const read = await app.as(learner).get<string>(`/class-messages/${sent.id}`);
    expect([read.status, read.text.includes('đã được lấy lại')]).toEqual([409, true]);
    expect(read.text).not.toContain('Mang theo tài liệu.');
  });

  it('is not sent where it reaches nobody', async () => {
    inClass = await a.trainingClass({ name: 'Lớp xa' });
    await given.enroll(silent, inClass);
    const page = `/classes/${inClass.id}/messages/preview`;
    const seen = await app.as(office).form(page, { audience: 'participants', ...words });
    expect([seen.status, seen.text.includes('Phạm Thị Im')]).toEqual([200, true]);
    expect(seen.text).not.toContain('Gửi cho 0 người');
  });

  it('respects who wants no such mail, and tells them in the service', async () => {
    await app.as(learner).put('/api/v1/me/reminders', { mail: false, notice: true, rhythm: 'each', locale: 'vi' });
    expect((await preview()).body).toMatchObject({ byMail: 1, byNoticeOnly: 1 });
  });

  it('names nobody in its subject, goes to somebody, and to units only where people are theirs', async () => {
    expect((await send({ subject: `Về ${silent.fullName}` })).body.errors).toMatchObject([
      { field: 'subject', code: 'personal_data_in_subject' },
    ]);
    expect((await send({ audience: 'lecturers' })).body.errors).toMatchObject([{ field: 'audience', code: 'nobody' }]);
    expect((await send({ audience: 'managers', unitId: unit.id })).body.errors).toMatchObject([{ field: 'unitId' }]);
  });

  it('is the office’s and the manager’s of the class; whoever got it reads it, and nobody else', async () => {
    const { body: sent } = await send({}, manager);
    const other = await a.account({ roles: [['class_manager', await a.trainingClass()]] });
    const secretary = await a.account({ roles: [['unit_secretary', unit]] });
    expect([(await send({}, other)).status, (await send({}, secretary)).status]).toEqual([403, 403]);
    expect((await takeBack(sent.id, other)).status).toBe(403);
    const read = async (who: BuiltAccount) => (await app.as(who).get<string>(`/class-messages/${sent.id}`)).status;
    expect([await read(learner), await read(manager), await read(other), await read(secretary)]).toEqual([
      200, 200, 404, 404,
    ]);
    expect((await app.as(learner).get<string>(`/class-messages/${sent.id}`)).text).not.toContain(silent.fullName);
  });

  it('is written on a page: what was typed stays, then seen, then sent with one press, listed and exported', async () => {
    const page = `/classes/${inClass.id}/messages`;
    const typed = { audience: 'participants', subject: words.subject, body: words.body.replaceAll('\n', '\r\n') };
    const wrong = await app.as(manager).form(`${page}/preview`, { ...typed, subject: '' });
    expect([wrong.status, wrong.text.includes('Mang theo tài liệu.')]).toEqual([422, true]);
    const seen = await app.as(manager).form(`${page}/preview`, typed);
    expect(seen.text).toContain('Gửi cho 3 người: 2 người qua thư điện tử');
    expect(seen.text).toContain('Phạm Thị Im');
    expect(seen.text).toContain('Gửi cho 2 người</button>');
    expect(seen.text).toContain('<p>Mang theo tài liệu.');
    const sent = await app.as(manager).form(page, typed);
    expect(sent.status).toBe(303);
    const shown = await app.as(manager).get<string>(sent.headers.get('location')!);
    expect(shown.text).toContain('Lấy lại thông báo');
    // Nothing is new before it leaves, so nothing is asked.
    expect(shown.text).toContain('hx-trigger="every 300s"');
    given.goTo('2026-01-05', '08:05');
    expect((await app.as(manager).get<string>(`${sent.headers.get('location')!}/progress`)).text).toContain('every 1s');
    expect((await app.as(manager).get<string>(page)).text).toContain('Đổi hội trường');
    const id = sent.headers.get('location')!.split('/').at(-1)!;
    const file = await app.as(manager).get<string>(`/reminders/workbook?messageId=${id}`);
    expect(file.headers.get('content-type')).toContain('spreadsheetml');
  });

  it('is journalled with its class, whom it went to and how many', async () => {
    const { body: sent } = await send();
    await takeBack(sent.id);
    const written = await app.sql(
      `SELECT action, facts, account_id FROM journal_lines WHERE subject_id = $1 ORDER BY id`,
      sent.id,
    );
    expect(written).toEqual([
      { action: 'class_messages.sent', facts: { audience: 'participants', recipients: 3 }, accountId: office.id },
      { action: 'class_messages.taken_back', facts: { stopped: 3 }, accountId: office.id },
    ]);
  });
});

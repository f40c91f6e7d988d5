import { InvitationsService } from '../../src/calendars/invitations.service';
import { Database } from '../../src/platform/database/database';
import type { MailAttachment } from '../../src/platform/mailer/mailer';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson } from '../builders';
import { Situations } from '../reminders/situations';
import { readCalendar, wrongLines } from './ical';

interface ToCall {
  readonly items: readonly {
    readonly fullName: string;
    readonly halfDays: readonly { readonly key: string; readonly what: string; readonly examId: string | null }[];
  }[];
}

describe('an examination in calendars people have by mail', () => {
  let app: TestApp;
  let a: Builders;
  let given: Situations;
  let office: BuiltAccount;
  let inClass: BuiltClass;
  let candidate: BuiltPerson;
  let watching: BuiltPerson;
  let lecturer: string;
  let moduleId: string;
  let code: string;

  const evening = { day: '2026-02-20', startTime: '18:00', endTime: '20:00' };
  beforeEach(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    given = new Situations(app, a);
    office = await a.office();
    given.goTo('2026-01-05');
    const course = await a.course({ kind: 'theory', award: 'diploma' });
    inClass = await a.trainingClass({
      ...{
        code: 'TC-1',
        name: 'Trung cấp',
        state: 'confirmed',
        course,
        roomId: await a.room('Hội trường A', '59 Lê Duẩn', 80),
      },
    });
    moduleId = await a.module(inClass, 1, 'Triết học');
    candidate = await a.person({ fullName: 'Nguyễn Văn An', email: 'an@donvi.vn' });
    watching = await a.person({ fullName: 'Hồ Thị Giám', email: 'giam@donvi.vn' });
    await given.enroll(candidate, inClass);
    lecturer = await a.lecturer('Phạm Bình', 'Trường');
    [{ code }] = (await app.sql<{ code: string }>('SELECT code FROM persons WHERE id = $1', watching.id)) as [
      { code: string },
    ];
  });
  afterEach(() => app.stop());

  const reach = (email: string) =>
    app.as(office).put(`/api/v1/lecturers/${lecturer}`, { fullName: 'Phạm Bình', workplace: 'Trường', email });
  const watchers = () => [{ personCode: code }, { lecturerId: lecturer }];
  const plan = async () => {
    const wanted = { ...evening, moduleId, invigilators: watchers() };
    return (await app.as(office).post<{ id: string }>(`/api/v1/classes/${inClass.id}/exams`, wanted)).body.id;
  };
  const change = (id: string, to: object = {}) =>
    app.as(office).put(`/api/v1/exams/${id}`, { ...evening, invigilators: watchers(), reason: 'Bão số 3', ...to });
  const run = async () => {
    app.clock.moveTo(new Date(app.clock.now().getTime() + 60_000));
    return (await app.get(InvitationsService).send()).written;
  };
  const mailsTo = async (address: string) => {
    const mails = await app.sql<{ subject: string; body: string; attachments: readonly MailAttachment[] }>(
      `SELECT subject, body, attachments FROM mail_messages WHERE to_address = $1 ORDER BY ordinal`,
      address,
    );
    return mails.map(({ attachments, ...mail }) => {
      expect(attachments.flatMap(({ content }) => wrongLines(content))).toEqual([]);
      return { ...mail, told: attachments.map(({ content }) => readCalendar(content)) };
    });
  };
  const last = async (address: string) => (await mailsTo(address)).at(-1)!;
  const toCall = async () => (await app.as(office).get<ToCall>('/api/v1/lecturers/calls')).body.items;

  it('is told to who sits it and who keeps watch, each in their own words, once', async () => {
    await reach('binh@truong.vn');
    const id = await plan();
    expect(await run()).toBe(3);
    expect(await run()).toBe(0);
    const first = await last('an@donvi.vn');
    expect(first.subject).toBe('Lịch thi Trung cấp: 1 kỳ thi');
    expect(first.body).toContain('- Thi Triết học: ngày 20/02/2026, 18:00–20:00; Hội trường A, 59 Lê Duẩn');
    expect(first.told).toMatchObject([
      {
        method: 'REQUEST',
        events: [
          {
            ...{ uid: `${id}.${candidate.id}@training`, sequence: 0, status: 'CONFIRMED' },
            ...{ summary: 'Thi Triết học – Trung cấp', location: 'Hội trường A, 59 Lê Duẩn' },
          },
        ],
      },
    ]);
    for (const address of ['giam@donvi.vn', 'binh@truong.vn']) {
      const { body, told } = await last(address);
      expect(body).toContain('- Coi thi Triết học: ngày 20/02/2026');
      expect(told[0]!.events[0]!.summary).toBe('Coi thi Triết học – Trung cấp');
    }
  });

  it('follows another time by one message, another room, and a cancellation', async () => {
    await reach('binh@truong.vn');
    const id = await plan();
    await run();
    expect((await change(id, { day: '2026-02-21' })).status).toBe(200);
    await run();
    await given.planAndSend();
    await run();
    const moved = await mailsTo('an@donvi.vn');
    expect(moved.map(({ subject }) => subject)).toEqual([
      'Lịch thi Trung cấp: 1 kỳ thi',
      'Lịch thi thay đổi: lớp Trung cấp (TC-1)',
    ]);
    expect(moved[1]!.told).toMatchObject([{ method: 'REQUEST', events: [{ sequence: 1 }] }]);
    expect((await last('binh@truong.vn')).subject).toBe('Thay đổi lịch thi Trung cấp');

    const other = await a.room('Phòng B2', '1 Lê Lợi', 80);
    expect((await change(id, { day: '2026-02-21', rooms: [{ roomId: other }] })).status).toBe(200);
    await given.planAndSend();
    await run();
    for (const address of ['an@donvi.vn', 'binh@truong.vn'])
      expect((await last(address)).told).toMatchObject([{ events: [{ sequence: 2, location: 'Phòng B2, 1 Lê Lợi' }] }]);

    await app.as(office).post(`/api/v1/exams/${id}/cancellation`, { reason: 'Hoãn' });
    await given.planAndSend();
    await run();
    for (const address of ['an@donvi.vn', 'giam@donvi.vn', 'binh@truong.vn'])
      expect((await last(address)).told).toMatchObject([{ method: 'CANCEL', events: [{ status: 'CANCELLED' }] }]);
    expect((await last('binh@truong.vn')).body).toContain('ĐÃ HỦY: Hoãn');
    expect(await mailsTo('an@donvi.vn')).toHaveLength(4);
  });

  it('is taken off who keeps watch no longer, and who sits it no longer', async () => {
    await reach('binh@truong.vn');
    const id = await plan();
    await run();
    expect((await change(id, { invigilators: undefined })).status).toBe(200);
    await app.as(office).put(`/api/v1/exams/${id}/candidates`, { enrollmentIds: [] });
    await run();
    for (const address of ['an@donvi.vn', 'giam@donvi.vn', 'binh@truong.vn']) {
      const { subject, told } = await last(address);
      expect(subject).toBe('Bỏ 1 kỳ thi khỏi lịch Trung cấp');
      expect(told).toMatchObject([{ method: 'CANCEL', events: [{ sequence: 1 }] }]);
    }
  });

  it('is told by a call to a lecturer without an address, and again as it moves or is theirs no longer', async () => {
    const id = await plan();
    const [one] = await toCall();
    expect(one).toMatchObject({ fullName: 'Phạm Bình', halfDays: [{ what: 'new', examId: id }] });
    const page = await app.as(office).get<string>('/lecturers/calls');
    expect(page.text).toContain('thi Triết học, 20/02/2026, 18:00–20:00');
    const note = (keys: readonly string[]) =>
      app.as(office).post(`/api/v1/lecturers/${lecturer}/calls`, { halfDays: keys });
    expect((await note(one!.halfDays.map(({ key }) => key))).status).toBe(204);
    expect(await toCall()).toEqual([]);
    await change(id, { startTime: '18:30' });
    expect(await toCall()).toMatchObject([{ halfDays: [{ what: 'changed' }] }]);
    expect((await change(id, { startTime: '18:30', invigilators: undefined })).status).toBe(200);
    expect(await toCall()).toMatchObject([{ halfDays: [{ what: 'off' }] }]);
  });

  it('is written anew where it moves while its mail waits', async () => {
    const id = await plan();
    await run();
    await change(id, { startTime: '19:00', endTime: '21:00' });
    const mails = await app.sql<{ id: string }>(`SELECT id FROM mail_messages WHERE to_address = 'an@donvi.vn'`);
    const anew = await app.get(Database).inTransaction((tx) =>
      app.get(InvitationsService).outdated(
        tx,
        mails.map((m) => m.id),
      ),
    );
    expect(anew).toEqual(mails.map((m) => m.id));
  });
});

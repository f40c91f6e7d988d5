import { cellText } from '../../src/platform/sheets/cells';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson } from '../builders';
import { readCalendar } from '../calendars/ical';
import { Situations } from '../reminders/situations';

describe('an examination is told of', () => {
  let app: TestApp;
  let a: Builders;
  let given: Situations;
  let office: BuiltAccount;
  let manager: BuiltAccount;
  let inClass: BuiltClass;
  let candidate: BuiltPerson;
  let watching: BuiltPerson;
  let examId: string;

  beforeAll(async () => {
    app = await TestApp.start({ PUBLIC_URL: 'https://hoc.example.vn' });
    a = new Builders(app);
    given = new Situations(app, a);
    office = await a.office();
  });
  afterAll(() => app.stop());
  /** In the evening of 20/02/2026, of one candidate, watched over by somebody of a roster. */
  beforeEach(async () => {
    given.goTo('2026-01-05');
    const course = await a.course({ kind: 'theory', award: 'diploma' });
    inClass = await a.trainingClass({ state: 'confirmed', course, roomId: await a.room() });
    const moduleId = await a.module(inClass, 1, 'Triết học');
    candidate = await a.person({ fullName: 'Nguyễn Văn An' });
    watching = await a.person({ fullName: 'Hồ Thị Giám' });
    await given.enroll(candidate, inClass);
    manager = await a.account({ roles: [['class_manager', inClass]] });
    const [{ code }] = (await app.sql<{ code: string }>('SELECT code FROM persons WHERE id = $1', watching.id)) as [
      { code: string },
    ];
    const { body } = await app.as(office).post<{ id: string }>(`/api/v1/classes/${inClass.id}/exams`, {
      ...{ ...evening, moduleId, invigilators: [{ personCode: code }] },
    });
    examId = body.id;
  });

  const evening = { day: '2026-02-20', startTime: '18:00', endTime: '20:00' };
  const told = async (rule: string) =>
    (await given.ledger(inClass))
      .filter((line) => line.rule === rule && line.state === 'written')
      .map(({ personId, accountId }) => personId ?? accountId)
      .toSorted();
  const everybody = () => [candidate.id, watching.id, manager.id].toSorted();

  it('the day before, to who sits it with the number, who keeps watch, and the manager, once', async () => {
    given.goTo('2026-02-19');
    await given.planAndSend();
    await given.planAndSend();
    expect(await told('exam_near')).toEqual(everybody());
    const bodies = (await given.messages(inClass))
      .map(({ body }) => body)
      .filter((body) => body.includes('18:00–20:00'));
    expect(bodies.filter((body) => body.includes('số báo danh 001'))).toHaveLength(1);
    expect(bodies.join()).toContain('– Triết học: 18:00–20:00 20/02/2026');
    expect(bodies.join()).toContain(`https://hoc.example.vn/exams/${examId}`);
  });

  it('when it is moved or cancelled, with what it was and why', async () => {
    await app.as(office).put(`/api/v1/exams/${examId}`, { ...evening, day: '2026-02-21', reason: 'Bão số 3' });
    await given.planAndSend();
    expect(await told('exam_changed')).toEqual([candidate.id, manager.id].toSorted());
    const [first] = (await given.messages(inClass)).filter(({ subject }) => subject.startsWith('Lịch thi thay đổi'));
    expect(first!.body).toContain('18:00–20:00 21/02/2026');
    expect(first!.body).toContain('(trước đây: 18:00 20/02/2026). Lý do: Bão số 3.');
    await app.as(office).post(`/api/v1/exams/${examId}/cancellation`, { reason: 'Hoãn' });
    given.goTo('2026-01-06');
    await given.planAndSend();
    const bodies = (await given.messages(inClass)).map(({ body }) => body);
    expect(bodies.some((body) => body.includes('HỦY kỳ thi lúc 18:00 21/02/2026. Lý do: Hoãn.'))).toBe(true);
  });

  it('as changed only to who kept watch before', async () => {
    const [joining, staying] = [await a.person({ fullName: 'Lê Văn Mới' }), watching];
    const codes = await app.sql<{ code: string }>('SELECT code FROM persons WHERE id = ANY ($1)', [
      joining.id,
      staying.id,
    ]);
    given.goTo('2026-01-06');
    const invigilators = codes.map(({ code }) => ({ personCode: code }));
    const moved = { ...evening, day: '2026-02-21', invigilators, reason: 'Bão số 3' };
    expect((await app.as(office).put(`/api/v1/exams/${examId}`, moved)).status).toBe(200);
    await given.planAndSend();
    expect(await told('exam_changed')).toEqual(everybody());
  });

  it('to who sits it without telephones of invigilators and what else the minutes say', async () => {
    await app.sql(`UPDATE exam_invigilators SET phone = '0912345678' WHERE exam_id = $1`, examId);
    await app.sql(`UPDATE exams SET incidents = 'Thí sinh 001 quay cóp' WHERE id = $1`, examId);
    const { status, text } = await app
      .as(await a.account({ person: candidate }))
      .get<object>(`/api/v1/exams/${examId}`);
    expect(status).toBe(200);
    for (const kept of ['0912345678', 'quay cóp', 'Hồ Thị Giám']) expect(text).not.toContain(kept);
    expect((await app.as(manager).get<object>(`/api/v1/exams/${examId}`)).text).toContain('0912345678');
  });

  it('in the calendars of who sits it and who keeps watch, and on the pages of months and rooms', async () => {
    const summaries = [
      [candidate, 'Thi Triết học'],
      [watching, 'Coi thi Triết học'],
    ] as const;
    for (const [person, summary] of summaries) {
      const { id: accountId } = await a.account({ person });
      const feed = { token: `of-${person.id}`, kind: 'person', accountId, personId: person.id };
      await a.insert('calendar_feeds', { ...feed, createdAt: app.clock.now() });
      const { text } = await app.as(null).get<string>(`/calendars/${feed.token}.ics`);
      const events = readCalendar(text);
      expect(JSON.stringify(events)).toContain(summary);
    }
    const month = await app.as(office).get<string>('/calendar?day=2026-02-20');
    expect(month.text).toMatch(/Có \d+ kỳ thi\./);
    const week = await app.as(office).get<string>('/calendar?view=week&day=2026-02-20');
    expect(week.text).toContain('18:00–20:00');
    expect((await app.as(office).get<string>('/rooms/today?day=2026-02-20')).text).toContain('Thi: Triết học');
  });

  it('on paper: the list for the door, the sheet to sign, and the minutes', async () => {
    const path = `/api/v1/exams/${examId}/papers`;
    const { content, status } = await app.as(office).download(`${path}/list?format=xlsx`);
    expect(status).toBe(200);
    const { rows } = await readWorkbook({ name: 'paper.xlsx', content });
    const text = rows.flat().map(cellText).join(' ');
    expect(text).toContain('DANH SÁCH THÍ SINH');
    expect(text).toContain('001 Nguyễn Văn An');
    for (const paper of ['signing', 'minutes']) {
      const pdf = await app.as(manager).download(`/exams/${examId}/papers/${paper}`);
      expect(pdf.content.subarray(0, 4).toString()).toBe('%PDF');
    }
    expect((await app.as(office).get(`${path}/unknown`)).status).toBe(404);
    const [line] = await app.sql(
      `SELECT action FROM journal_lines WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`,
      examId,
    );
    expect(line).toEqual({ action: 'printouts.printed' });
  });

  it('stands on the desk of who sits it with number and room, and of who keeps watch, until it is over', async () => {
    const own = await a.account({ person: candidate });
    const watcher = await a.account({ person: watching });
    const desk = async (who: BuiltAccount) => (await app.as(who).get<string>('/')).text;
    expect(await desk(own)).toContain(`href="/exams/${examId}"`);
    expect(await desk(own)).toContain('18:00–20:00 20/02/2026');
    expect(await desk(own)).toContain('dự thi, số báo danh 001');
    expect(await desk(watcher)).toMatch(/>coi thi</);
    expect((await app.as(own).get<string>(`/exams/${examId}`)).text).toContain('href="/"');
    await app.sql('UPDATE exam_invigilators i SET room_id = r.room_id FROM exam_rooms r WHERE r.exam_id = i.exam_id');
    expect((await app.as(watcher).get<string>(`/exams/${examId}`)).text).toContain('Phòng thi của đồng chí');
    given.goTo('2026-02-20', '20:01');
    expect(await desk(own)).not.toContain(`/exams/${examId}`);
  });

  it('goes with somebody whose two records become one', async () => {
    const twin = await a.person({ fullName: 'Hồ Thị Giám' });
    await app.as(office).post(`/api/v1/people/${twin.id}/mergers`, { otherId: watching.id, reason: 'Một người' });
    expect(await app.sql('SELECT person_id FROM exam_invigilators WHERE exam_id = $1', examId)).toEqual([
      { personId: twin.id },
    ]);
  });
});

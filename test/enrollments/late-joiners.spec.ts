import { AttendanceQueries } from '../../src/enrollments/attendance.queries';
import { momentAt } from '../../src/platform/clock';
import { cellText } from '../../src/platform/sheets/cells';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltClass, type BuiltEnrollment, type BuiltUnit } from '../builders';
import { Situations } from '../reminders/situations';

/** A class of three mornings; one person is in it from the start, the other joins after the first two were held. */
describe('somebody who joins a running class', () => {
  const days = ['2026-02-09', '2026-02-10', '2026-02-11'] as const;
  const joinedAt = momentAt('2026-02-10', '15:00');

  let app: TestApp;
  let a: Builders;
  let given: Situations;
  let unit: BuiltUnit;
  let aClass: BuiltClass;
  let halfDays: { id: string }[];
  let manager: BuiltAccount;
  let early: BuiltEnrollment;
  let late: BuiltEnrollment;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    given = new Situations(app, a);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    given.goTo('2026-02-01');
    unit = await a.unit();
    const course = await a.course();
    await a.rule(course, 'completion', 'attendance', { maximumAbsentShare: 0.2 });
    aClass = await a.trainingClass({ course, state: 'confirmed' });
    halfDays = [];
    for (const day of days) halfDays.push(await a.halfDay(aClass, day));
    manager = await a.account({ roles: [['class_manager', aClass]] });
    early = await a.enrollment({ in: aClass, person: await a.person({ in: unit, fullName: 'Lê Văn Sớm' }) });
    app.clock.moveTo(joinedAt);
    late = await a.enrollment({ in: aClass, person: await a.person({ in: unit, fullName: 'Trần Thị Muộn' }) });
  });

  const sheetOf = (index: number) => `/api/v1/half-days/${halfDays[index]!.id}/attendance`;
  const mark = (index: number, who: { id: string }, as: string, reason = 'Đối chiếu danh sách giấy') =>
    app.as(manager).put<{ code: string; errors: { code: string; message: string }[] }>(sheetOf(index), {
      entries: [{ enrollmentId: who.id, mark: as, reason }],
    });
  const markRest = (index: number) => app.as(manager).form(`/half-days/${halfDays[index]!.id}/check-ins/absences`, {});
  const markOf = async (index: number, who: { id: string }) =>
    (
      await app.sql<{ mark: string }>(
        `SELECT mark FROM attendance_lines WHERE half_day_id = $1 AND enrollment_id = $2`,
        halfDays[index]!.id,
        who.id,
      )
    )[0]!.mark;
  const results = async () =>
    (
      await app
        .as(await a.office())
        .get<{ items: { personId: string; completed: boolean; reasons: object[] }[] }>(
          `/api/v1/classes/${aClass.id}/closing-preview`,
        )
    ).body.items;

  it('is not absent when everybody left is', async () => {
    await markRest(0);
    expect(await markOf(0, early)).toBe('unexcused');
    expect(await markOf(0, late)).toBe('unmarked');
    app.clock.moveTo(momentAt(days[2], '12:00'));
    await markRest(2);
    expect(await markOf(2, late)).toBe('unexcused');
  });

  it('cannot be marked absent, by leave or without; may be marked present and that be taken back', async () => {
    for (const absent of ['unexcused', 'excused']) {
      const refused = await mark(0, late, absent);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('joined_later');
      expect(refused.text).toContain('vào lớp sau khi buổi học bắt đầu');
    }
    expect((await mark(0, late, 'present')).status).toBe(200);
    expect((await mark(0, late, 'unexcused')).status).toBe(422);
    expect((await mark(0, late, 'unmarked')).status).toBe(200);
    expect(await markOf(0, late)).toBe('unmarked');
    await expect(late.isMarked('unexcused')).rejects.toThrow('attendance_lines_absent_once_expected');
  });

  it('stands apart on the roster, on the sheet, in the list of half-days and on paper', async () => {
    app.clock.moveTo(momentAt(days[2], '12:00'));
    const reader = app.as(manager);
    const roster = await reader.get<{ items: { id: string }[] }>(`/api/v1/classes/${aClass.id}/enrollments`);
    expect(roster.body.items.find(({ id }) => id === late.id)).toMatchObject({
      unmarked: 1,
      beforeJoining: 2,
      unexcused: 0,
    });
    expect(roster.body.items.find(({ id }) => id === early.id)).toMatchObject({ unmarked: 3, beforeJoining: 0 });
    expect((await reader.get<string>(`/classes/${aClass.id}/roster`)).text).toContain('Trước khi vào lớp');

    const sheets = await app.get(AttendanceQueries).sheets(aClass.id, null);
    expect(sheets).toMatchObject([
      { people: 1, unmarked: 1, joinedLater: 1 },
      { people: 1, unmarked: 1, joinedLater: 1 },
      { people: 2, unmarked: 2, joinedLater: 0 },
    ]);
    const page = await reader.get<string>(`/half-days/${halfDays[0]!.id}/attendance`);
    expect(page.text).toContain('Chưa vào lớp: 1');
    expect(page.text).toContain('Vào lớp sau buổi này: 1 người');
    // Behind everybody who was expected, whatever the order of names.
    const order = await reader.get<{ items: { enrollmentId: string }[] }>(sheetOf(0));
    expect(order.body.items.map(({ enrollmentId }) => enrollmentId)).toEqual([early.id, late.id]);
    for (const path of ['attendance', 'check-ins']) {
      const { text } = await reader.get<string>(`/half-days/${halfDays[0]!.id}/${path}`);
      const places = ['Lê Văn Sớm</span>', 'Vào lớp sau buổi này: 1 người</h2>', 'Trần Thị Muộn</span>'];
      expect(places.map((place) => text.indexOf(place)).toSorted((x, y) => x - y)).toEqual(
        places.map((place) => text.indexOf(place)),
      );
    }
    await mark(0, early, 'present');
    expect((await reader.get<string>('/')).text).not.toContain('09/02/2026');

    const { content } = await reader.download(`/api/v1/classes/${aClass.id}/attendance-workbook`);
    const { rows } = await readWorkbook({ name: 'x.xlsx', content });
    const row = rows.map((cells) => cells.map(cellText)).find((cells) => cells.includes(late.person.code))!;
    expect(row.slice(4)).toEqual(['–', '–']);
  });

  it('is not marked absent by a filled workbook, which says why', async () => {
    const csv = `Mã số;Họ và tên;Sáng 09/02/2026\n${late.person.code};${late.person.fullName};K`;
    const tried = await app
      .as(manager)
      .upload<{ rows: { verdict: string; sentences: object[] }[] }>(`/api/v1/classes/${aClass.id}/attendance-imports`, {
        name: 'x.csv',
        content: Buffer.from(csv),
      });
    expect(tried.body.rows).toMatchObject([{ verdict: 'blocked' }]);
    expect(JSON.stringify(tried.body.rows)).toContain('vào lớp sau khi buổi học bắt đầu');
  });

  it('is judged by the half-days since, and told how many were left out', async () => {
    for (const index of [0, 1]) await markRest(index);
    app.clock.moveTo(momentAt(days[2], '12:00'));
    await mark(2, late, 'present');
    await mark(2, early, 'present');
    const [forLate, forEarly] = [late, early].map(({ person }) => person.id);
    const judged = new Map((await results()).map((result) => [result.personId, result]));
    expect(judged.get(forLate!)).toMatchObject({ completed: true });
    expect(JSON.stringify(judged.get(forLate!)!.reasons)).toContain(
      'Dự đủ 1 buổi. Không tính 2 buổi trước khi vào lớp.',
    );
    expect(judged.get(forEarly!)).toMatchObject({ completed: false });
  });

  it('is told of no absence from before, and warned by what may be missed since', async () => {
    for (const index of [0, 1]) await markRest(index);
    app.clock.moveTo(momentAt('2026-02-12', '08:00'));
    await markRest(2);
    await given.planAndSend();
    const told = (await given.ledger(aClass)).filter(({ personId }) => personId === late.person.id);
    const absences = await app.sql<{ anchor: string }>(
      `SELECT anchor FROM reminders WHERE class_id = $1 AND rule = 'absence_marked' AND person_id = $2`,
      aClass.id,
      late.person.id,
    );
    expect(absences).toEqual([{ anchor: days[2] }]);
    expect(told.map(({ rule }) => rule)).toContain('absence_limit_near');
    const [warned] = (await given.messages(aClass)).filter(({ subject }) => subject.startsWith('Sắp hết số buổi'));
    expect(warned).toBeDefined();
  });

  it('asks for no leave from before', async () => {
    const account = await a.account({ person: late.person });
    const asked = await app
      .as(account)
      .post<{ code: string }>('/api/v1/leave-requests', { halfDayIds: [halfDays[1]!.id], reason: 'Ốm' });
    expect(asked.body.code).toBe('leave_not_needed');
    expect((await app.as(account).get<string>('/leave-requests/new')).text).not.toContain(halfDays[1]!.id);
  });
});

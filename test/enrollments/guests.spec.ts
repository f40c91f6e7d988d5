import { momentAt } from '../../src/platform/clock';
import { cellText } from '../../src/platform/sheets/cells';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { writeXlsx } from '../../src/platform/sheets/xlsx/write-xlsx';
import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltClass, type BuiltEnrollment, type BuiltHalfDay } from '../builders';

interface Tried {
  readonly id: string;
  readonly fingerprint: string;
  readonly rows: readonly { readonly verdict: string; readonly name: string }[];
}
interface Learning {
  readonly halfDays: readonly {
    readonly mark: string;
    readonly origin: { readonly classCode: string; readonly asGuest: boolean } | null;
    readonly visit: { readonly classCode: string; readonly day: string } | null;
  }[];
}

/** K1 and K2 of one course; somebody of K1 was away on its first morning, and K2 teaches the same a day later. */
describe('somebody who makes up a half-day with another class', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let managers: { k1: BuiltAccount; k2: BuiltAccount };
  let course: { id: string };
  let k1: BuiltClass;
  let k2: BuiltClass;
  let missed: BuiltHalfDay;
  let visited: BuiltHalfDay;
  let learner: BuiltEnrollment;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(momentAt('2026-01-15', '08:00'));
    course = await a.course({ kind: 'theory', award: 'diploma' });
    await a.rule(course, 'completion', 'attendance', { maximumAbsentShare: 0.2 });
    k1 = await a.trainingClass({ course, state: 'confirmed' });
    k2 = await a.trainingClass({ course, state: 'confirmed' });
    missed = await a.halfDay(k1, '2026-02-09', { topic: 'Chuyên đề 1' });
    visited = await a.halfDay(k2, '2026-02-10', { topic: 'Chuyên đề 1' });
    managers = {
      k1: await a.account({ roles: [['class_manager', k1]] }),
      k2: await a.account({ roles: [['class_manager', k2]] }),
    };
    learner = await a.enrollment({ in: k1 });
    await a.enrollment({ in: k2 });
    app.clock.moveTo(momentAt('2026-02-10', '17:00'));
    await app
      .as(managers.k1)
      .put(`/api/v1/half-days/${missed.id}/attendance`, { entries: [{ enrollmentId: learner.id, mark: 'excused' }] });
  });

  const door = (of = learner) => `/api/v1/enrollments/${of.id}/half-days/${missed.id}`;
  const arrange = (by = managers.k1, at: { id: string } = visited, of = learner) =>
    app.as(by).post<Learning & { code: string }>(`${door(of)}/guest`, { atHalfDayId: at.id, reason: 'Đi công tác' });
  const markThere = (mark: string, reason?: string) =>
    app
      .as(managers.k2)
      .put(`/api/v1/half-days/${visited.id}/attendance`, { entries: [{ enrollmentId: learner.id, mark, reason }] });
  const own = async () => (await app.as(office).get<Learning>(`/api/v1/enrollments/${learner.id}`)).body.halfDays[0]!;
  const absentShare = async (of: BuiltClass) =>
    (
      await app.as(office).get<{ items: { absentShare: number }[] }>(`/api/v1/classes/${of.id}/closing-preview`)
    ).body.items.map((item) => item.absentShare);

  it('stands on the sheet there as a guest, and being present there counts here', async () => {
    const arranged = await arrange();
    expect(arranged.status).toBe(201);
    expect(arranged.body.halfDays).toMatchObject([{ mark: 'excused', origin: null, visit: { day: '2026-02-10' } }]);
    const code = (await app.as(office).get<{ code: string }>(`/api/v1/classes/${k1.id}`)).body.code;
    const sheet = await app.as(managers.k2).get<string>(`/half-days/${visited.id}/attendance`);
    expect(sheet.text).toContain(`Học ghép, lớp ${code}`);

    expect((await markThere('present')).status).toBe(200);
    expect(await own()).toMatchObject({ mark: 'present', origin: { asGuest: true } });
    expect(await absentShare(k1)).toEqual([0]);
    const page = await app.as(managers.k1).get<string>(`/half-days/${missed.id}/attendance`);
    expect(page.text).toMatch(/học ghép tại LOP-\d+, sáng 10\/02\/2026/);
    // The other class judges its own people by its own half-days.
    expect(await absentShare(k2)).toEqual([1]);
    const { body: roster } = await app
      .as(office)
      .get<{ items: { present: number; excused: number }[] }>(`/api/v1/classes/${k1.id}/enrollments`);
    expect(roster.items).toMatchObject([{ present: 1, excused: 0 }]);
  });

  it('has a trail there on both doors, for who runs that class, and for nobody else’s people', async () => {
    await arrange();
    await markThere('present');
    const stranger = await a.enrollment({ in: k1 });
    const trail = (of: BuiltEnrollment, door = '') =>
      app.as(managers.k2).get<string>(`${door}/half-days/${visited.id}/attendance/${of.id}`);
    expect((await trail(learner, '/api/v1')).status).toBe(200);
    const page = await trail(learner);
    expect(page.status).toBe(200);
    expect(page.text).toContain(learner.person.fullName);
    expect((await trail(stranger)).status).toBe(404);
  });

  it('stands on the papers and in the workbook there, which takes their marks, and at no other half-day of it', async () => {
    await a.halfDay(k2, '2026-02-11', { topic: 'Chuyên đề 2' });
    await arrange();
    const codeOf = async ({ id }: BuiltClass) =>
      (await app.as(office).get<{ code: string }>(`/api/v1/classes/${id}`)).body.code;
    const home = await codeOf(k1);
    const texts = async (path: string) => {
      const { content } = await app.as(managers.k2).download(path);
      const { rows } = await readWorkbook({ name: 'x.xlsx', content });
      return rows.map((row) => row.map(cellText));
    };
    const rowOf = (rows: string[][]) => rows.find((row) => row.includes(learner.person.fullName))!;
    const guest = expect.stringContaining(`(Học ghép, lớp ${home})`) as string;
    const printed = `/api/v1/classes/${k2.id}/printouts/attendance?format=xlsx`;
    expect(rowOf(await texts(printed)).slice(2)).toEqual([guest, '', '–']);
    expect(rowOf(await texts(`${printed}&filling=recorded`)).slice(2)).toEqual([guest, '', '–']);
    const toSign = await app.as(managers.k2).get<string>(`/half-days/${visited.id}/attendance-print`);
    expect(toSign.text).toContain(`Học ghép, lớp ${home}`);

    const rows = await texts(`/api/v1/classes/${k2.id}/attendance-workbook`);
    expect(rowOf(rows).slice(3)).toEqual([guest, '', '–']);
    const send = async (marks: readonly string[]) => {
      const filled = rows.map((row) => (row === rowOf(rows) ? row.toSpliced(4, 2, ...marks) : row));
      const content = await writeXlsx(
        'Điểm danh',
        Array<number>(8).fill(12),
        filled.map((row) => row.map((value) => ({ value }))),
      );
      return app
        .as(managers.k2)
        .upload<Tried>(`/api/v1/classes/${k2.id}/attendance-imports`, { name: 'điểm danh.xlsx', content });
    };
    const verdictOf = ({ body }: { body: Tried }) =>
      body.rows.find(({ name }) => name === learner.person.fullName)!.verdict;
    expect(verdictOf(await send(['x', 'x']))).toBe('blocked');
    const tried = await send(['x', '–']);
    expect(verdictOf(tried)).toBe('marks');
    const { id, fingerprint } = tried.body;
    const applied = await app.as(managers.k2).post(`/api/v1/attendance-imports/${id}/application`, { fingerprint });
    expect(applied.status).toBe(200);
    expect(await own()).toMatchObject({ mark: 'present', origin: { asGuest: true } });
  });

  it('stands in the calendar of the person, as long as it is arranged', async () => {
    const self = await a.account({ person: learner.person });
    const { body } = await app.signedIn(self).post<{ address: string }>('/api/v1/calendar-feeds', { kind: 'person' });
    const calendar = async () => (await app.as(null).get<string>(new URL(body.address).pathname)).text;
    await arrange();
    const arranged = await calendar();
    for (const { id } of [missed, visited]) expect(arranged).toContain(id);
    await app.as(managers.k1).post(`${door()}/guest-calling-off`, { reason: 'Đổi ngày' });
    const calledOff = await calendar();
    expect(calledOff).toContain(missed.id);
    expect(calledOff).not.toContain(visited.id);
  });

  it('is absent here as before when they do not come, or when the mark there is taken back', async () => {
    await arrange();
    await markThere('unexcused');
    expect(await own()).toMatchObject({ mark: 'excused', origin: null });
    await markThere('present', 'Nhầm người');
    expect(await own()).toMatchObject({ mark: 'present' });
    await markThere('unexcused', 'Nhầm người');
    expect(await own()).toMatchObject({ mark: 'excused', origin: null });
  });

  it('has a half-day made up at one other, of another class of the course that is held', async () => {
    const [other, elsewhere] = [
      await a.halfDay(k2, '2026-02-12'),
      await a.halfDay(await a.trainingClass(), '2026-02-12'),
    ];
    for (const wrong of [elsewhere, missed])
      expect(await arrange(managers.k1, wrong)).toMatchObject({
        status: 422,
        body: { errors: [{ code: 'not_a_parallel_half_day' }] },
      });
    await arrange();
    expect(await arrange(managers.k1, other)).toMatchObject({ status: 409, body: { code: 'guest_elsewhere' } });
    const calledOff = await app.as(managers.k1).post(`${door()}/guest-calling-off`, { reason: 'Đổi ngày' });
    expect(calledOff.status).toBe(200);
    expect((await arrange(managers.k1, other)).status).toBe(201);
    await markThere('unmarked');
  });

  it('is arranged by who runs their class, not by the other one, and by nobody themselves', async () => {
    expect((await arrange(managers.k2)).status).toBe(404);
    const self = await a.account({ person: learner.person, roles: [['class_manager', k1]] });
    expect(await arrange(self)).toMatchObject({ status: 403, body: { code: 'about_oneself' } });
    await learner.isMarked('present', missed);
    expect(await arrange()).toMatchObject({ status: 409, body: { code: 'attended_already' } });
  });

  it('is never in two half-days at one time', async () => {
    await a.enrollment({ in: await busyClass(), person: learner.person });
    expect(await arrange()).toMatchObject({ status: 409, body: { code: 'person_busy' } });
  });
  const busyClass = async () => {
    const busy = await a.trainingClass({ state: 'confirmed' });
    await a.halfDay(busy, '2026-02-10');
    return busy;
  };

  it('is arranged on the page in two steps, where half-days of the same topic come first', async () => {
    await a.halfDay(k2, '2026-02-08', { topic: 'Chuyên đề 7' });
    const path = `/enrollments/${learner.id}/half-days/${missed.id}`;
    const form = await app.as(managers.k1).get<string>(`${path}/guest`);
    expect(form.text.indexOf('Chuyên đề 1</option>')).toBeLessThan(form.text.indexOf('Chuyên đề 7</option>'));
    const sent = await app.as(managers.k1).form(`${path}/guest`, { atHalfDayId: visited.id, reason: 'Đi công tác' });
    expect(sent.status).toBe(303);
    const off = await app.as(managers.k1).form(`${path}/guest-calling-off`, { reason: 'Đổi ngày' });
    expect(off.status).toBe(303);
    expect((await own()).visit).toBeNull();
  });

  describe('and a class that is cancelled', () => {
    const cancel = (of: BuiltClass) =>
      app.as(office).post(`/api/v1/classes/${of.id}/cancellation`, { reason: 'Hủy nhầm lớp' });
    const reverse = (of: BuiltClass) =>
      app.as(office).post(`/api/v1/classes/${of.id}/cancellation/reversal`, { reason: 'Lớp vẫn tổ chức' });
    const visits = async () =>
      (
        await app.sql<{ halfDayId: string; live: boolean }>(
          `SELECT half_day_id, live FROM attendance_lines WHERE enrollment_id = $1 AND for_line_id IS NOT NULL ORDER BY during`,
          learner.id,
        )
      ).map(({ halfDayId, live }) => [halfDayId, live]);

    it('comes back without visits that were called off, and visits are arranged anew', async () => {
      app.clock.moveTo(momentAt('2026-01-15', '09:00'));
      const later = await a.halfDay(k2, '2026-02-12', { topic: 'Chuyên đề 1' });
      await arrange();
      await app.as(managers.k1).post(`${door()}/guest-calling-off`, { reason: 'Đổi ngày' });
      expect((await arrange(managers.k1, later)).status).toBe(201);
      expect((await cancel(k1)).status).toBe(204);
      expect((await reverse(k1)).status).toBe(200);
      expect(await visits()).toEqual([
        [visited.id, false],
        [later.id, false],
      ]);
      expect((await arrange()).status).toBe(201);
    });

    it('comes back with a visit that was marked', async () => {
      await arrange();
      await markThere('present');
      await cancel(k1);
      expect((await reverse(k1)).status).toBe(200);
      expect(await visits()).toEqual([[visited.id, true]]);
      expect((await markThere('unexcused', 'Nhầm người')).status).toBe(200);
      expect(await own()).toMatchObject({ mark: 'excused', origin: null });
    });

    it('sets those who would have visited it free, and makes them nobody’s guests when it takes place after all', async () => {
      app.clock.moveTo(momentAt('2026-01-15', '09:00'));
      await arrange();
      await cancel(k2);
      expect(await visits()).toEqual([[visited.id, false]]);
      expect((await reverse(k2)).status).toBe(200);
      expect(await visits()).toEqual([[visited.id, false]]);
      expect((await arrange()).status).toBe(201);
    });
  });

  describe('sits an examination with another class', () => {
    let ours: string;
    let theirs: string;
    beforeEach(async () => {
      ours = await a.module(k1, 1, 'Triết học');
      theirs = await a.module(k2, 3, 'Triết học');
    });
    const enter = (more: object, by = managers.k1) =>
      app
        .as(by)
        .put<{ errors: object[] }>(`/api/v1/enrollments/${learner.id}/marks`, { marks: [{ moduleId: ours, ...more }] });

    it('and has the mark here, which says where it was', async () => {
      await enter({ mark: 4 });
      expect((await enter({ mark: 7, attempt: 2, satInModuleId: theirs })).status).toBe(200);
      const { body } = await app.as(office).get<{ marks: object[] }>(`/api/v1/enrollments/${learner.id}/marks`);
      expect(body.marks).toMatchObject([
        { first: 4, resit: 7, firstSatIn: null, resitSatIn: expect.stringMatching(/LOP-/) as string },
      ]);
      const lines = await app.as(office).get<{ items: object[] }>(`/api/v1/enrollments/${learner.id}/mark-lines`);
      expect(lines.body.items).toMatchObject([{ satIn: expect.stringMatching(/LOP-/) as string }, { satIn: null }]);
    });

    it('of the course alone', async () => {
      const foreign = await a.module(await a.trainingClass(), 1, 'Triết học');
      for (const satInModuleId of [foreign, ours])
        expect(await enter({ mark: 7, satInModuleId })).toMatchObject({
          status: 422,
          body: { errors: [{ field: 'marks.0.satInModuleId', code: 'not_in_the_course' }] },
        });
    });

    it('as the page of their marks takes it', async () => {
      const path = `/enrollments/${learner.id}`;
      const form = await app.as(managers.k1).get<string>(`${path}/marks`);
      expect(form.text).toContain('Ghi điểm thi ghép');
      const early = { satInModuleId: theirs, attempt: '2', mark: '7' };
      expect((await app.as(managers.k1).form(`${path}/marks-elsewhere`, early)).status).toBe(422);
      const sent = await app.as(managers.k1).form(`${path}/marks-elsewhere`, { ...early, attempt: '1' });
      expect(sent.status).toBe(303);
    });
  });
});

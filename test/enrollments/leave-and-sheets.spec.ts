import { momentAt } from '../../src/platform/clock';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { writeXlsx } from '../../src/platform/sheets/xlsx/write-xlsx';
import { cellText } from '../../src/platform/sheets/cells';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';
import { whileMarked } from './while-marked';

const day = '2026-02-07';
const before = '2026-02-05';

let app: TestApp;
let a: Builders;
let office: BuiltAccount;
let aClass: BuiltClass;
let halfDay: { id: string };
let manager: BuiltAccount;

beforeAll(async () => {
  app = await TestApp.start({ LEAVE_REQUEST_DAYS: '3' });
  a = new Builders(app);
  office = await a.office();
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.moveTo(momentAt(before, '08:00'));
  aClass = await a.trainingClass({ state: 'confirmed' });
  halfDay = await a.halfDay(aClass, day);
  manager = await a.account({ roles: [['class_manager', aClass]] });
});

const aCadre = async () => {
  const { id, person } = await a.enrollment({ in: aClass, since: momentAt(before, '08:00') });
  return { enrollmentId: id, person, account: await a.account({ person }) };
};
const markOf = async (enrollmentId: string) =>
  (
    await app.sql<{ mark: string }>(
      'SELECT mark FROM attendance_lines WHERE enrollment_id = $1 AND half_day_id = $2',
      enrollmentId,
      halfDay.id,
    )
  )[0]!.mark;
const mark = (enrollmentId: string, given: string) =>
  app
    .as(manager)
    .put(`/api/v1/half-days/${halfDay.id}/attendance`, { entries: [{ enrollmentId, mark: given, reason: 'Sửa' }] });

describe('leave', () => {
  const ask = (account: BuiltAccount, halfDayIds = [halfDay.id]) =>
    app.as(account).post<{ id: string; code: string }>('/api/v1/leave-requests', { halfDayIds, reason: 'Đi công tác' });
  const decide = (id: string, how: string, by = manager, reason?: string) =>
    app.as(by).post(`/api/v1/leave-requests/${id}/${how}`, reason ? { reason } : {});

  it('is asked by the cadre, approved by the class manager, and excuses in the trail', async () => {
    const { account, enrollmentId } = await aCadre();
    const { body } = await ask(account);
    expect(body).toMatchObject({ state: 'asked', halfDays: [{ day, mark: 'unmarked' }] });
    expect(await markOf(enrollmentId)).toBe('unmarked');

    const approved = await decide(body.id, 'approval');
    expect(approved.body).toMatchObject({
      state: 'approved',
      decidedByName: manager.email,
      halfDays: [{ mark: 'excused' }],
    });
    const trail = await app.as(manager).get(`/api/v1/half-days/${halfDay.id}/attendance/${enrollmentId}`);
    expect(trail.body).toMatchObject({
      items: [{ mark: 'excused', source: 'leave', reason: 'Đơn xin nghỉ học được duyệt' }],
    });
    expect((await decide(body.id, 'rejection', manager, 'x')).body['code']).toBe('leave_decided');
    const written = await app.sql(`SELECT action FROM journal_lines WHERE subject_id = $1 ORDER BY id`, body.id);
    expect(written).toEqual([{ action: 'leave.asked' }, { action: 'leave.approved' }]);
  });

  it('excuses who was marked absent, and leaves alone who came after all', async () => {
    const [absent, came] = [await aCadre(), await aCadre()];
    const [first, second] = [(await ask(absent.account)).body.id, (await ask(came.account)).body.id];
    app.clock.moveTo(momentAt(day, '12:00'));
    await mark(absent.enrollmentId, 'unexcused');
    await mark(came.enrollmentId, 'present');
    await decide(first, 'approval');
    await decide(second, 'approval');
    expect([await markOf(absent.enrollmentId), await markOf(came.enrollmentId)]).toEqual(['excused', 'present']);
  });

  it('keeps the words of the cadre from the Group, who reads the sheet and the trail', async () => {
    const { account, enrollmentId } = await aCadre();
    await decide((await ask(account)).body.id, 'approval');
    const group = await a.groupOfficer();
    for (const path of ['attendance', `attendance/${enrollmentId}`, 'attendance-trail']) {
      const read = await app.as(group).get<string>(`/api/v1/half-days/${halfDay.id}/${path}`);
      expect(read.body).toMatchObject({ items: [{ source: 'leave' }] });
      expect(JSON.stringify(read.body)).not.toContain('Đi công tác');
    }
  });

  it('leaves alone who checks in while it is being approved', async () => {
    const { account, enrollmentId } = await aCadre();
    const { id } = (await ask(account)).body;
    const decided = await whileMarked(app, enrollmentId, () => decide(id, 'approval'));
    expect(decided.body).toMatchObject({ state: 'approved' });
    expect(await markOf(enrollmentId)).toBe('present');
  });

  it('can be asked for some days after the half-day, once, and not for one attended', async () => {
    const { account, enrollmentId } = await aCadre();
    app.clock.moveTo(momentAt('2026-02-11', '08:00'));
    expect((await ask(account)).body.code).toBe('leave_too_late');
    app.clock.moveTo(momentAt('2026-02-10', '08:00'));
    expect((await ask(account)).status).toBe(201);
    expect((await ask(account)).body.code).toBe('leave_not_needed');
    const [{ id } = { id: '' }] = await app.sql<{ id: string }>(
      `SELECT id FROM leave_requests WHERE enrollment_id = $1`,
      enrollmentId,
    );
    expect((await decide(id, 'withdrawal', account)).body).toMatchObject({ state: 'withdrawn' });
    await mark(enrollmentId, 'present');
    expect((await ask(account)).body.code).toBe('leave_not_needed');
  });

  it('is declined with a reason the cadre reads, and seen by nobody it is not for', async () => {
    const [{ account, person }, other] = [await aCadre(), await aCadre()];
    const { id } = (await ask(account)).body;
    const page = app.as(manager);
    const bare = await page.form(`/leave-requests/${id}/rejection`, { reason: '' });
    expect(bare.status).toBe(422);
    expect((await page.form(`/leave-requests/${id}/rejection`, { reason: 'Buổi thi, không vắng được' })).status).toBe(
      303,
    );
    expect((await app.as(account).get<string>(`/leave-requests/${id}`)).text).toContain('Buổi thi, không vắng được');

    const ids = async (by: BuiltAccount) =>
      (await app.as(by).get<{ items: { id: string }[] }>('/api/v1/leave-requests?state=declined')).body.items.map(
        (one) => one.id,
      );
    const secretary = await a.secretaryOf({ id: person.unitId });
    expect([await ids(account), await ids(manager), await ids(secretary)]).toEqual([[id], [id], [id]]);
    expect(await ids(office)).toContain(id);
    expect(await ids(other.account)).toEqual([]);
    expect((await app.as(other.account).get(`/api/v1/leave-requests/${id}`)).status).toBe(404);
    expect((await app.as(secretary).post(`/api/v1/leave-requests/${id}/approval`)).status).toBe(403);
  });

  it('loses nothing typed when no half-day was chosen', async () => {
    const { account } = await aCadre();
    const refused = await app.as(account).form('/leave-requests', { reason: 'Con ốm phải đưa đi viện' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Con ốm phải đưa đi viện');
  });

  describe('for a half-day that moves', () => {
    const move = async (to: object) =>
      expect(
        (await app.as(office).patch(`/api/v1/half-days/${halfDay.id}`, { ...to, reason: 'Bão số 3' })).status,
      ).toBe(200);
    const shown = async (id: string, by: BuiltAccount) =>
      (await app.as(by).get<{ state: string; halfDays: object[] }>(`/api/v1/leave-requests/${id}`)).body;

    it('to another day waits for the person to ask again, and excuses nobody', async () => {
      const [allowed, undecided, declined] = [await aCadre(), await aCadre(), await aCadre()];
      const ids: string[] = [];
      for (const { account } of [allowed, undecided, declined]) ids.push((await ask(account)).body.id);
      await decide(ids[0]!, 'approval');
      await decide(ids[2]!, 'rejection', manager, 'Buổi thi');
      expect(await markOf(allowed.enrollmentId)).toBe('excused');

      await move({ day: '2026-02-08' });
      expect(await markOf(allowed.enrollmentId)).toBe('unmarked');
      for (const [index, { account }] of [allowed, undecided].entries()) {
        expect(await shown(ids[index]!, account)).toMatchObject({
          state: 'reopened',
          decidedAt: null,
          halfDays: [{ day: '2026-02-08', movedFrom: day, movedFromTime: '08:00', mark: 'unmarked' }],
        });
      }
      expect(await shown(ids[2]!, declined.account)).toMatchObject({
        state: 'declined',
        halfDays: [{ movedFrom: null }],
      });
      expect((await app.as(manager).get<string>(`/leave-requests/${ids[0]}`)).text).toContain(
        'dời từ 08:00 ngày 07/02/2026',
      );
      const [last] = await app.sql(
        `SELECT action, facts FROM journal_lines WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`,
        ids[0],
      );
      expect(last).toMatchObject({ action: 'leave.reopened', facts: { movedFrom: day, day: '2026-02-08' } });
      const trail = await app.as(manager).get(`/api/v1/half-days/${halfDay.id}/attendance/${allowed.enrollmentId}`);
      expect(trail.body).toMatchObject({ items: [{ mark: 'unmarked', source: 'leave' }, { mark: 'excused' }] });

      expect((await decide(ids[0]!, 'approval')).body['code']).toBe('leave_decided');
      expect((await decide(ids[0]!, 'renewal', allowed.account)).body).toMatchObject({ state: 'asked' });
      await decide(ids[0]!, 'approval');
      expect(await markOf(allowed.enrollmentId)).toBe('excused');
    });

    it('keeps what was decided of the other half-days it was asked for', async () => {
      const other = await a.halfDay(aClass, '2026-02-14');
      const { account, enrollmentId } = await aCadre();
      const { id } = (await ask(account, [halfDay.id, other.id])).body;
      await decide(id, 'approval');
      await move({ day: '2026-02-08' });

      expect(await shown(id, account)).toMatchObject({
        state: 'approved',
        halfDays: [{ id: other.id, mark: 'excused' }],
      });
      const { items } = (
        await app.as(manager).get<{ items: object[] }>(`/api/v1/leave-requests?state=reopened&classId=${aClass.id}`)
      ).body;
      expect(items).toMatchObject([
        { enrollmentId, reason: 'Đi công tác', halfDays: [{ id: halfDay.id, movedFrom: day, mark: 'unmarked' }] },
      ]);
    });

    it('to another hour of the same day is to be asked for again, too', async () => {
      const { account, enrollmentId } = await aCadre();
      const { id } = (await ask(account)).body;
      await decide(id, 'approval');
      await move({ part: 'afternoon' });
      expect(await markOf(enrollmentId)).toBe('unmarked');
      expect(await shown(id, account)).toMatchObject({
        state: 'reopened',
        halfDays: [{ part: 'afternoon', movedFrom: day, movedFromTime: '08:00' }],
      });
    });

    it('only to another room or lecturer stands as it is', async () => {
      const { account, enrollmentId } = await aCadre();
      const { id } = (await ask(account)).body;
      await decide(id, 'approval');
      await move({ roomId: await a.room(), lecturerId: await a.lecturer() });
      expect(await markOf(enrollmentId)).toBe('excused');
      expect(await shown(id, account)).toMatchObject({ state: 'approved' });
    });
  });
});

interface Shown {
  readonly id: string;
  readonly fingerprint: string;
  readonly rows: readonly { readonly verdict: string; readonly name: string }[];
  readonly outcome: object | null;
}

describe('the attendance workbook', () => {
  beforeEach(() => app.clock.moveTo(momentAt(day, '12:00')));

  const workbook = async () => {
    const { content } = await app
      .as(manager)
      .download(`/api/v1/classes/${aClass.id}/attendance-workbook?halfDayId=${halfDay.id}`);
    const { rows } = await readWorkbook({ name: 'x.xlsx', content });
    return rows.map((row) => Array.from({ length: 7 }, (_, index) => cellText(row[index])));
  };
  /** Writes it again as a spreadsheet program would, with these cells filled in. */
  const fill = async (cells: Readonly<Record<string, readonly [string, string, string?]>>) => {
    const rows = (await workbook()).map((row) => {
      const [mark, out, reason = ''] = cells[row[1]!] ?? [row[4]!, row[5]!];
      return row[1]! in cells ? [...row.slice(0, 4), mark, out, reason] : row;
    });
    const content = await writeXlsx(
      'Điểm danh',
      rows[0]!.map(() => 12),
      rows.map((row) => row.map((value) => ({ value }))),
    );
    return { name: 'điểm danh.xlsx', content };
  };
  const send = (file: { name: string; content: Buffer }, to = aClass) =>
    app
      .as(to === aClass ? manager : office)
      .upload<Shown & { code: string }>(`/api/v1/classes/${to.id}/attendance-imports`, file);
  const apply = ({ id, fingerprint }: Shown) =>
    app.as(manager).post<Shown & { code: string }>(`/api/v1/attendance-imports/${id}/application`, { fingerprint });

  it('goes out with the roster, comes back filled, is tried, then recorded; the same file again changes nothing', async () => {
    const [one, two, three] = [await aCadre(), await aCadre(), await aCadre()];
    await mark(three.enrollmentId, 'excused');
    const file = await fill({ [one.person.code]: ['x', 'x'], [two.person.code]: ['K', ''] });
    const tried = await send(file);
    expect(tried.body.rows.map(({ verdict }) => verdict)).toEqual(['marks', 'marks', 'unchanged']);
    expect(await markOf(one.enrollmentId)).toBe('unmarked');

    expect((await apply(tried.body)).body.outcome).toEqual({ marked: 2, corrected: 0, unchanged: 1 });
    expect([await markOf(one.enrollmentId), await markOf(two.enrollmentId)]).toEqual(['present', 'unexcused']);
    const trail = await app.as(manager).get(`/api/v1/half-days/${halfDay.id}/attendance/${one.enrollmentId}`);
    expect(trail.body).toMatchObject({
      items: [
        { direction: 'out', source: 'sheet' },
        { direction: 'in', source: 'sheet' },
      ],
    });
    expect((await apply(tried.body)).body.code).toBe('attendance_import_applied');

    const again = await send(file);
    expect(again.body.rows.map(({ verdict }) => verdict)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect((await apply(again.body)).body.outcome).toMatchObject({ marked: 0, corrected: 0 });
  });

  it('needs a reason to correct, leaves blocked rows out, and says what is wrong with each', async () => {
    const [one, two, three] = [await aCadre(), await aCadre(), await aCadre()];
    await mark(one.enrollmentId, 'present');
    await mark(two.enrollmentId, 'present');
    const file = await fill({
      [one.person.code]: ['K', ''],
      [two.person.code]: ['K', '', 'Về giữa buổi'],
      [three.person.code]: ['có lẽ', ''],
    });
    const tried = await send(file);
    const verdicts = new Map(tried.body.rows.map(({ name, verdict }) => [name, verdict]));
    expect([one, two, three].map(({ person }) => verdicts.get(person.fullName))).toEqual([
      'blocked',
      'corrects',
      'blocked',
    ]);
    const shown = await app.as(manager).get<string>(`/attendance-imports/${tried.body.id}`);
    expect(shown.text).toContain('muốn sửa thì ghi lý do vào cột');
    expect(shown.text).toContain('có lẽ');
    expect((await apply(tried.body)).body.outcome).toMatchObject({ marked: 0, corrected: 1 });
  });

  it('records only what the trial showed', async () => {
    const one = await aCadre();
    const tried = await send(await fill({ [one.person.code]: ['x', ''] }));
    await mark(one.enrollmentId, 'unexcused');
    expect((await apply(tried.body)).body).toMatchObject({
      code: 'attendance_moved',
      detail: expect.stringContaining(`${one.person.fullName} (${one.person.code})`) as string,
    });
    expect(await markOf(one.enrollmentId)).toBe('unexcused');
    // What is shown by now is promised as well as what was shown first.
    const { body } = await app.as(manager).get<Shown>(`/api/v1/attendance-imports/${tried.body.id}`);
    expect(body.rows.map(({ verdict }) => verdict)).toEqual(['blocked']);
    expect((await apply(body)).body.outcome).toEqual({ marked: 0, corrected: 0, unchanged: 0 });
  });

  it('is refused when it is of another class, has no such columns, or is no workbook at all', async () => {
    const one = await aCadre();
    const file = await fill({ [one.person.code]: ['x', ''] });
    const other = await a.trainingClass({ state: 'confirmed' });
    await a.halfDay(other, day);
    expect((await send(file, other)).body.code).toBe('another_class_workbook');
    const csv = (text: string) => ({ name: 'x.csv', content: Buffer.from(text) });
    expect((await send(csv('Mã số;Họ và tên;Sáng 01/01/2026\nA;B;x'))).body.code).toBe('no_half_day_columns');
    expect((await send(csv('Tên;Lớp\nA;B'))).body.code).toBe('missing_columns');
    expect((await send({ name: 'x.xlsx', content: Buffer.from('%PDF-1.7') })).body.code).toBe('not_a_workbook');
    const page = await app.as(manager).upload<string>(`/classes/${aClass.id}/attendance-imports`, csv('Tên;Lớp\nA;B'));
    expect(page).toMatchObject({ status: 422 });
    expect(page.text).toContain('“Mã số”');
  });

  it('tells two half-days of one morning apart', async () => {
    const { enrollmentId, person } = await aCadre();
    const early = await app.as(office).post<{ items: { id: string }[] }>(`/api/v1/classes/${aClass.id}/half-days`, {
      day,
      part: 'morning',
      startTime: '07:00',
      endTime: '07:50',
    });
    const csv = `Mã số;Họ và tên;Sáng 07/02/2026 07:00;Sáng 07/02/2026 08:00\n${person.code};${person.fullName};K;x`;
    const tried = await send({ name: 'x.csv', content: Buffer.from(csv) });
    expect((await apply(tried.body)).status).toBe(200);
    const marks = await app.sql<{ id: string; mark: string }>(
      'SELECT half_day_id AS id, mark FROM attendance_lines WHERE enrollment_id = $1',
      enrollmentId,
    );
    expect(Object.fromEntries(marks.map(({ id, mark: given }) => [id, given]))).toEqual({
      [early.body.items[0]!.id]: 'unexcused',
      [halfDay.id]: 'present',
    });
    const { content } = await app.as(manager).download(`/api/v1/classes/${aClass.id}/attendance-workbook`);
    const { rows } = await readWorkbook({ name: 'x.xlsx', content });
    expect(rows.flatMap((row) => row.map(cellText))).toContain('Sáng 07/02/2026 08:00');
  });

  it('says so when a column is filled in whose half-day is held no more', async () => {
    const { person } = await aCadre();
    const csv = (marks: string) =>
      `Mã số;Họ và tên;Sáng 07/02/2026;Chiều 08/02/2026\n${person.code};${person.fullName};${marks}`;
    const filled = await send({ name: 'x.csv', content: Buffer.from(csv('x;x')) });
    expect(filled).toMatchObject({ status: 422, body: { code: 'half_day_column_lost' } });
    expect((await send({ name: 'x.csv', content: Buffer.from(csv('x;')) })).status).toBe(201);
  });

  it('is printed as a list to sign', async () => {
    const { person } = await aCadre();
    const printed = await app.as(manager).get<string>(`/half-days/${halfDay.id}/attendance-print`);
    expect(printed.text).toContain(person.fullName);
    expect(printed.text).toContain('Ký vào');
  });
});

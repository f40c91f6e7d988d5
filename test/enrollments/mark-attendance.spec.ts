import { momentAt } from '../../src/platform/clock';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';

const day = '2026-02-07';

describe('taking attendance', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(() => app.clock.moveTo(momentAt(day, '07:45')));
  afterAll(() => app.clock.moveTo(startOfSpecs));

  const aSheet = async ({ people = 2, ...given }: { people?: number } & Record<string, unknown> = {}) => {
    const aClass = await a.trainingClass({ state: 'confirmed', ...given });
    const halfDay = await a.halfDay(aClass, day);
    const ids: string[] = [];
    for (let n = 0; n < people; n += 1) ids.push((await a.enrollment({ in: aClass })).id);
    const path = `/api/v1/half-days/${halfDay.id}/attendance`;
    const mark = (enrollmentId: string, mark: string, reason?: string, by: BuiltAccount = office) =>
      app.as(by).put(path, { entries: [{ enrollmentId, mark, ...(reason ? { reason } : {}) }] });
    return { aClass, halfDay, ids: ids as [string, string], path, mark };
  };
  const managerOf = (aClass: BuiltClass) => a.account({ roles: [['class_manager', aClass]] });
  const sheetOf = async (path: string) =>
    (await app.as(office).get<{ items: { enrollmentId: string; mark: string }[] }>(path)).body.items;

  it('marks a page of people at once, with one line in the journal', async () => {
    const { ids, path, halfDay } = await aSheet();
    const answer = await app.as(office).put(path, {
      entries: [
        { enrollmentId: ids[0], mark: 'present' },
        { enrollmentId: ids[1], mark: 'excused' },
      ],
    });
    expect(answer).toMatchObject({ status: 200, body: { marked: 2, corrected: 0, unchanged: 0 } });
    const marks = Object.fromEntries((await sheetOf(path)).map(({ enrollmentId, mark }) => [enrollmentId, mark]));
    expect(marks).toEqual({ [ids[0]]: 'present', [ids[1]]: 'excused' });
    const lines = await app.sql(`SELECT action, facts FROM journal_lines WHERE subject_id = $1`, halfDay.id);
    expect(lines).toMatchObject([
      { action: 'attendance.taken', facts: { source: 'phone', marked: 2, present: 1, excused: 1, unexcused: 0 } },
    ]);
  });

  it('is the work of the office and of the manager of this class', async () => {
    const { aClass, ids, mark } = await aSheet();
    expect((await mark(ids[0], 'present', undefined, await managerOf(aClass))).status).toBe(200);
    expect((await mark(ids[1], 'present', undefined, await managerOf(await a.trainingClass()))).status).toBe(404);
    const secretary = await a.account({ roles: [['unit_secretary', await a.unit()]] });
    expect((await mark(ids[1], 'present', undefined, secretary)).status).toBe(403);
  });

  it('is never said to come from a code nobody scanned, nor from a leave nobody asked for', async () => {
    const { ids, path } = await aSheet();
    for (const source of ['qr', 'leave']) {
      const entries = [{ enrollmentId: ids[0], mark: 'present' }];
      expect((await app.as(office).put(path, { entries, source })).status).toBe(422);
    }
  });

  it('does not begin before the half-day is near', async () => {
    const { ids, mark } = await aSheet();
    app.clock.moveTo(momentAt('2026-02-06', '23:59'));
    const refused = await mark(ids[0], 'present');
    expect(refused).toMatchObject({ status: 409, body: { code: 'attendance_too_early' } });
    expect(refused.body['detail']).toContain('07/02/2026');
    app.clock.moveTo(momentAt(day, '07:00'));
    expect((await mark(ids[0], 'present')).status).toBe(200);
  });

  it('is over once the class is closed, and never comes for a cancelled half-day', async () => {
    const closed = await aSheet({ state: 'closed' });
    expect((await closed.mark(closed.ids[0], 'present')).body).toMatchObject({
      code: 'attendance_locked',
      status: 409,
    });
    const cancelled = await aSheet();
    await cancelled.halfDay.isCancelled(app.clock.now(), 'x');
    expect((await cancelled.mark(cancelled.ids[0], 'present')).body).toMatchObject({ code: 'half_day_not_held' });
  });

  it('needs a reason to change a mark, and keeps the trail of who marked whom from where', async () => {
    const { aClass, ids, path, mark } = await aSheet();
    const manager = await managerOf(aClass);
    await mark(ids[0], 'present', undefined, manager);

    const refused = await mark(ids[0], 'unexcused');
    expect(refused.body).toMatchObject({
      status: 422,
      code: 'correction_needs_reason',
      errors: [{ field: 'entries.0.reason' }],
    });
    const paper = await app
      .as(office)
      .put(path, { source: 'paper', entries: [{ enrollmentId: ids[0], mark: 'unexcused', reason: 'Điểm danh hộ' }] });
    expect(paper.body).toEqual({ marked: 0, corrected: 1, unchanged: 0 });

    const trail = await app.as(office).get(`${path}/${ids[0]}`);
    expect(trail.body).toMatchObject({
      items: [
        { mark: 'unexcused', source: 'paper', markedByName: office.email, reason: 'Điểm danh hộ' },
        { mark: 'present', source: 'phone', markedByName: manager.email, reason: null },
      ],
    });
  });

  it('records all entries or none', async () => {
    const { ids, path, mark } = await aSheet();
    await mark(ids[0], 'present');
    const refused = await app.as(office).put(path, {
      entries: [
        { enrollmentId: ids[1], mark: 'present' },
        { enrollmentId: ids[0], mark: 'excused' },
      ],
    });
    expect(refused.status).toBe(422);
    expect((await sheetOf(path)).find(({ enrollmentId }) => enrollmentId === ids[1])?.mark).toBe('unmarked');
  });

  it('leaves no trace of a mark that is the same already', async () => {
    const { ids, path, mark } = await aSheet();
    await mark(ids[0], 'present');
    expect((await mark(ids[0], 'present')).body).toEqual({ marked: 0, corrected: 0, unchanged: 1 });
    expect((await app.as(office).get<{ items: unknown[] }>(`${path}/${ids[0]}`)).body.items).toHaveLength(1);
  });

  it('names a person who is not on the sheet', async () => {
    const { path } = await aSheet();
    const stranger = await a.enrollment({ in: await a.trainingClass() });
    const refused = await app.as(office).put(path, { entries: [{ enrollmentId: stranger.id, mark: 'present' }] });
    expect(refused.body).toMatchObject({
      code: 'invalid_input',
      errors: [{ field: 'entries.0.enrollmentId', code: 'not_on_the_sheet' }],
    });
  });

  it('lets two people save the same sheet at once: one records, the other corrects with a reason or not at all', async () => {
    const { ids, mark, path } = await aSheet();
    const answers = await Promise.all([mark(ids[0], 'present'), mark(ids[0], 'excused')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect((await app.as(office).get<{ items: unknown[] }>(`${path}/${ids[0]}`)).body.items).toHaveLength(1);
  });
});

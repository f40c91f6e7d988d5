import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';

const day = '2026-02-07';

describe('the attendance page', () => {
  let app: TestApp;
  let a: Builders;
  let manager: BuiltAccount;
  let aClass: BuiltClass;
  let path: string;
  let ids: string[];

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(momentAt(day, '07:45'));
    aClass = await a.trainingClass({ state: 'confirmed' });
    manager = await a.account({ roles: [['class_manager', aClass]] });
    const halfDay = await a.halfDay(aClass, day);
    path = `/half-days/${halfDay.id}/attendance`;
    ids = [];
    for (let n = 0; n < 3; n += 1) ids.push((await a.enrollment({ in: aClass })).id);
  });

  const save = (fields: Record<string, string>) => app.as(manager).form(path, { do: 'save', ...fields });
  const markOf = async (id: string) =>
    (await app.sql<{ mark: string }>(`SELECT mark FROM attendance_lines WHERE enrollment_id = $1`, id))[0]!.mark;
  const isChecked = (html: string, id: string, mark: string) =>
    [...html.matchAll(/<input [^>]*type="radio"[^>]*>/g)].some(
      ([input]) =>
        input.includes(`name="mark.${id}"`) && input.includes(`value="${mark}"`) && input.includes('checked'),
    );

  it('shows one person a row with three choices, and saves them in one form', async () => {
    const shown = await app.as(manager).get<string>(path);
    expect(shown.text.match(/type="radio"/g)).toHaveLength(9);
    const saved = await save({ [`mark.${ids[0]}`]: 'present', [`mark.${ids[1]}`]: 'unexcused', source: 'paper' });
    expect(saved.status).toBe(303);
    expect([await markOf(ids[0]!), await markOf(ids[1]!), await markOf(ids[2]!)]).toEqual([
      'present',
      'unexcused',
      'unmarked',
    ]);
    const [{ source } = { source: '' }] = await app.sql<{ source: string }>(
      `SELECT source FROM attendance_marks m JOIN attendance_lines l ON l.id = m.line_id WHERE l.enrollment_id = $1`,
      ids[0],
    );
    expect(source).toBe('paper');
  });

  it('fills in only the unmarked, says so, and saves nothing by that', async () => {
    await save({ [`mark.${ids[0]}`]: 'excused' });
    const filled = await app.as(manager).form(path, {
      do: 'fill',
      [`mark.${ids[0]}`]: 'excused',
      [`shown.${ids[0]}`]: 'excused',
      [`mark.${ids[1]}`]: 'unexcused',
    });
    expect(filled.status).toBe(200);
    expect(filled.text).toContain('CHƯA LƯU');
    expect(filled.text).toContain('cho 1 người chưa điểm danh');
    expect(isChecked(filled.text, ids[0]!, 'excused')).toBe(true);
    expect(isChecked(filled.text, ids[1]!, 'unexcused')).toBe(true);
    expect(isChecked(filled.text, ids[2]!, 'present')).toBe(true);
    expect(await markOf(ids[2]!)).toBe('unmarked');
  });

  it('keeps what was chosen when a correction lacks its reason, and names the person', async () => {
    await save({ [`mark.${ids[0]}`]: 'present' });
    const refused = await save({
      [`mark.${ids[0]}`]: 'unexcused',
      [`shown.${ids[0]}`]: 'present',
      [`mark.${ids[1]}`]: 'excused',
    });
    expect(refused.status).toBe(422);
    expect(isChecked(refused.text, ids[0]!, 'unexcused')).toBe(true);
    expect(isChecked(refused.text, ids[1]!, 'excused')).toBe(true);
    expect(refused.text).toContain(`href="#form-reason-${ids[0]}"`);
    expect(refused.text).toContain(`id="form-reason-${ids[0]}"`);
    expect(await markOf(ids[1]!)).toBe('unmarked');
  });

  it('does not undo what somebody else corrected while the page was open', async () => {
    await save({ [`mark.${ids[0]}`]: 'present' });
    await save({ [`mark.${ids[0]}`]: 'excused', [`shown.${ids[0]}`]: 'present', [`reason.${ids[0]}`]: 'Có đơn' });
    await save({ [`mark.${ids[0]}`]: 'present', [`shown.${ids[0]}`]: 'present', [`mark.${ids[1]}`]: 'present' });
    expect([await markOf(ids[0]!), await markOf(ids[1]!)]).toEqual(['excused', 'present']);
  });

  it('shows the sheet without choices, and why, before its day', async () => {
    app.clock.moveTo(momentAt('2026-02-06', '09:00'));
    const early = await app.as(manager).get<string>(path);
    expect(early.text).toContain('mở lúc 07:00 07/02/2026');
    expect(early.text).not.toContain('type="radio"');
  });

  it('leads from a person to the trail', async () => {
    await save({ [`mark.${ids[0]}`]: 'present' });
    const shown = await app.as(manager).get<string>(path);
    expect(shown.text).toContain(`href="${path}/${ids[0]}"`);
    const trail = await app.as(manager).get<string>(`${path}/${ids[0]}`);
    expect(trail.text).toContain(manager.email);
    expect(trail.text).toContain('trên máy');
  });

  it('lists the half-days of today first', async () => {
    await a.halfDay(aClass, '2026-02-01');
    const list = await app.as(manager).get<string>(`/classes/${aClass.id}/attendance`);
    expect(list.text.indexOf('Điểm danh buổi này')).toBeGreaterThan(0);
    expect(list.text.indexOf('Điểm danh buổi này')).toBeLessThan(list.text.indexOf('01/02/2026'));
    expect(list.text).toContain('Đã điểm danh 0/3 người');
  });
});

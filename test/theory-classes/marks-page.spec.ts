import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';

describe('the grid of marks', () => {
  let app: TestApp;
  let a: Builders;
  let manager: BuiltAccount;
  let aClass: BuiltClass;
  let ids: string[];
  let moduleIds: string[];
  let path: string;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    const course = await a.course({ kind: 'theory', award: 'diploma' });
    await a.rule(course, 'completion', 'marks', { minimum: 5 });
    aClass = await a.trainingClass({ state: 'confirmed', course });
    path = `/classes/${aClass.id}/marks`;
    manager = await a.account({ roles: [['class_manager', aClass]] });
    moduleIds = [];
    for (const number of [1, 2]) moduleIds.push(await a.module(aClass, number));
    ids = [(await a.enrollment({ in: aClass })).id, (await a.enrollment({ in: aClass })).id];
  });

  const field = (id: string, module: number, attempt = 1) => `mark.${id}.${module}.${attempt}`;
  const valueOf = (html: string, name: string) =>
    [...html.matchAll(/<input [^>]*>/g)]
      .find(([input]) => input.includes(`name="${name}"`))?.[0]
      .match(/value="([^"]*)"/)?.[1];
  const stored = () =>
    app.sql(`SELECT mark::float8 AS mark, attempt FROM marks_in_force ORDER BY enrollment_id, module_id, attempt`);
  const marksOf = async (id: string) =>
    (
      await app.sql<{ mark: number }>(
        `SELECT mark::float8 AS mark FROM marks_in_force WHERE enrollment_id = $1 ORDER BY mark`,
        id,
      )
    ).map(({ mark }) => mark);

  it('saves what was typed, with a comma or a point', async () => {
    const saved = await app.as(manager).form(path, { [field(ids[0]!, 1)]: '7,5', [field(ids[1]!, 2)]: '8.25' });
    expect(saved.status).toBe(303);
    expect(await marksOf(ids[0]!)).toEqual([7.5]);
    expect(await marksOf(ids[1]!)).toEqual([8.25]);
    const shown = await app.as(manager).get<string>(path);
    expect(valueOf(shown.text, field(ids[0]!, 1))).toBe('7,5');
  });

  it('keeps everything typed when one mark is wrong, names it, and saves nothing', async () => {
    const before = await stored();
    const refused = await app.as(manager).form(path, { [field(ids[0]!, 1)]: '11', [field(ids[1]!, 2)]: '8' });
    expect(refused.status).toBe(422);
    expect(valueOf(refused.text, field(ids[0]!, 1))).toBe('11');
    expect(valueOf(refused.text, field(ids[1]!, 2))).toBe('8');
    expect(refused.text).toContain(`href="#form-mark-${ids[0]}-1-1"`);
    expect(refused.text).toContain(`id="form-mark-${ids[0]}-1-1"`);
    expect(refused.text).toMatch(/, Học phần 1, [^:]+: Điểm từ 0 đến 10/);
    expect(await stored()).toEqual(before);
  });

  it('opens the re-sit where the first mark is below what completion asks for', async () => {
    await app.as(manager).form(path, { [field(ids[0]!, 1)]: '4,5', [field(ids[1]!, 1)]: '5' });
    const shown = await app.as(manager).get<string>(path);
    expect(shown.text).toContain(`name="${field(ids[0]!, 1, 2)}"`);
    expect(shown.text).not.toContain(field(ids[1]!, 1, 2));
    await app.as(manager).form(path, { [field(ids[0]!, 1, 2)]: '6' });
    expect(await marksOf(ids[0]!)).toEqual([4.5, 6]);
  });

  it('does not undo what somebody else entered while the page was open', async () => {
    const open = await app.as(manager).get<string>(path);
    const shown = valueOf(open.text, 'shown')!.replaceAll('&quot;', '"');
    await app.as(manager).form(path, { shown, [field(ids[0]!, 1)]: '9' });
    await app.as(manager).form(path, { shown, [field(ids[0]!, 1)]: '', [field(ids[0]!, 2)]: '8' });
    expect(await marksOf(ids[0]!)).toEqual([8, 9]);
  });

  it('asks why when a saved mark changes, and keeps it all', async () => {
    await app.as(manager).form(path, { [field(ids[0]!, 1)]: '7,5' });
    const open = await app.as(manager).get<string>(path);
    const shown = valueOf(open.text, 'shown')!.replaceAll('&quot;', '"');
    const change = { shown, [field(ids[0]!, 1)]: '8' };
    const refused = await app.as(manager).form(path, change);
    expect(refused.status).toBe(422);
    expect(valueOf(refused.text, field(ids[0]!, 1))).toBe('8');
    expect(refused.text).toContain('href="#form-reason"');
    expect((await app.as(manager).form(path, { ...change, reason: 'Nhập nhầm dòng' })).status).toBe(303);
    expect(await marksOf(ids[0]!)).toEqual([8]);
  });

  it('shows where to write why when the only mark was taken back and comes again', async () => {
    const id = ids[0]!;
    const put = (mark: number | null, reason?: string) =>
      app.as(manager).put(`/api/v1${path}`, {
        reason,
        entries: [{ enrollmentId: id, moduleId: moduleIds[0], ...(mark === null ? {} : { mark }) }],
      });
    await put(7);
    expect((await put(null, 'Nhập nhầm người')).body).toEqual({ changed: 1 });
    const refused = await app.as(manager).form(path, { [field(id, 1)]: '6' });
    expect([refused.status, refused.text.includes('id="form-reason"')]).toEqual([422, true]);
    expect((await app.as(manager).form(path, { [field(id, 1)]: '6', reason: 'Nhập lại' })).status).toBe(303);
  });

  it('can be narrowed to one module, which suits a phone', async () => {
    const narrow = await app.as(manager).get<string>(`${path}?module=2`);
    expect(narrow.text).toContain(field(ids[0]!, 2));
    expect(narrow.text).not.toContain(field(ids[0]!, 1));
  });

  it('shows marks to read once the class is closed', async () => {
    await app.as(manager).form(path, { [field(ids[0]!, 1)]: '7,5' });
    await aClass.isClosed(app.clock.now());
    const shown = await app.as(manager).get<string>(path);
    expect(shown.text).toContain('7,5');
    expect(shown.text).not.toContain(`name="${field(ids[0]!, 1)}"`);
  });

  it('has its modules set up on a page that keeps what was typed', async () => {
    const office = await a.office();
    const modules = `/classes/${aClass.id}/modules`;
    const lines = { 'number.0': '1', 'name.0': 'Triết học', 'kind.0': 'module', 'weight.0': '2' };
    const wrong = await app.as(office).form(modules, { ...lines, 'weight.0': 'hai' });
    expect(wrong.status).toBe(422);
    expect(valueOf(wrong.text, 'weight.0')).toBe('hai');
    expect(valueOf(wrong.text, 'name.0')).toBe('Triết học');
    expect((await app.as(office).form(modules, { ...lines, 'name.1': '' })).status).toBe(303);
    const set = await app.sql(`SELECT number, name, weight FROM modules WHERE class_id = $1`, aClass.id);
    expect(set).toEqual([{ number: 1, name: 'Triết học', weight: 2 }]);
  });
});

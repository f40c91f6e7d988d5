import { readWorkbook } from '../../src/platform/sheets/workbook';
import { writeXlsx } from '../../src/platform/sheets/xlsx/write-xlsx';
import type { WrittenCell } from '../../src/platform/sheets/xlsx/written-cell';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';
import { caseFile } from '../cases/case-file';

interface Tried {
  readonly id: string;
  readonly summary: Readonly<Record<'changes' | 'same' | 'refused', number>>;
  readonly marks: number;
  readonly corrections: number;
  readonly errors?: unknown;
}

describe('marks by workbook', () => {
  let app: TestApp;
  let a: Builders;
  let manager: BuiltAccount;
  let aClass: BuiltClass;
  let ids: [string, string];
  let codes: string[];

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    const course = await a.course({ kind: 'theory', award: 'diploma' });
    await a.rule(course, 'completion', 'marks', { minimum: 5 });
    aClass = await a.trainingClass({ state: 'confirmed', course });
    manager = await a.account({ roles: [['class_manager', aClass]] });
    for (const number of [1, 2]) await a.module(aClass, number);
    const [an, binh] = [
      await a.enrollment({ in: aClass, person: await a.person({ fullName: '=HYPERLINK("http://x","An")' }) }),
      await a.enrollment({ in: aClass, person: await a.person({ fullName: 'Lê Thị Bình' }) }),
    ];
    ids = [an.id, binh.id];
    codes = (await rows()).map((row) => String(row[1]));
  });

  const download = async () => {
    const { content } = await app.as(manager).download(`/api/v1/classes/${aClass.id}/marks/workbook`);
    return content;
  };
  const sheet = async () => (await readWorkbook({ name: 'x.xlsx', content: await download() })).rows;
  const rows = async () => (await sheet()).filter((row) => typeof row[0] === 'number');
  /** The workbook as it was handed out, with some cells filled in: by row of the list, then by column. */
  const filled = async (cells: Readonly<Record<number, Readonly<Record<number, string | number>>>>) => {
    const given = await sheet();
    const head = given.findIndex((row) => typeof row[0] === 'number');
    const written = given.map((row, index) =>
      Array.from({ length: 8 }, (_, column): WrittenCell => {
        const value = cells[index - head]?.[column] ?? row[column] ?? '';
        return { value: typeof value === 'number' ? value : String(value as string) };
      }),
    );
    return { name: 'diem.xlsx', content: await writeXlsx('Điểm', Array<number>(8).fill(12), written) };
  };
  const send = (file: { name: string; content: Buffer }) =>
    app.as(manager).upload<Tried>(`/api/v1/classes/${aClass.id}/mark-imports`, file);
  const apply = (id: string, reason?: string) =>
    app.as(manager).post<Record<string, unknown>>(`/api/v1/mark-imports/${id}/application`, { reason });
  const modules = async () =>
    (await app.sql<{ id: string }>('SELECT id FROM modules WHERE class_id = $1 ORDER BY number', aClass.id)).map(
      ({ id }) => id,
    );
  const marksOf = (id: string) =>
    app.sql<{ mark: number }>(
      `SELECT mark::float8 AS mark FROM marks_in_force WHERE enrollment_id = $1 ORDER BY module_id, attempt`,
      id,
    );

  it('goes out with the roster by code and comes back unchanged without changing anything', async () => {
    expect((await rows()).map((row) => row[2])).toContain('=HYPERLINK("http://x","An")');
    const tried = await send({ name: 'diem.xlsx', content: await download() });
    expect(tried).toMatchObject({ status: 201, body: { summary: { changes: 0, same: 2, refused: 0 }, marks: 0 } });
  });

  it('is compared first, enters exactly that, and the same file again changes nothing', async () => {
    const file = await filled({ 0: { 4: '7,5', 6: 8 }, 1: { 4: 4, 5: 6 } });
    const tried = await send(file);
    expect(tried.body).toMatchObject({ summary: { changes: 2, same: 0, refused: 0 }, marks: 4, corrections: 0 });
    expect(await marksOf(ids[0])).toEqual([]);
    expect((await apply(tried.body.id)).body).toEqual({ changed: 4 });
    const all = [...(await marksOf(ids[0])), ...(await marksOf(ids[1]))].map(({ mark }) => mark);
    expect(all.toSorted((one, other) => one - other)).toEqual([4, 6, 7.5, 8]);
    expect((await apply(tried.body.id)).body).toMatchObject({ code: 'marks_already_applied' });
    expect((await send(file)).body).toMatchObject({ summary: { changes: 0, same: 2, refused: 0 } });
  });

  it('says what is wrong row by row, and enters the others', async () => {
    const file = await filled({ 0: { 4: '11', 6: 8 }, 1: { 4: 9 } });
    const tried = await send(file);
    expect(tried.body.summary).toEqual({ changes: 1, same: 0, refused: 1 });
    const shown = await app
      .as(manager)
      .get<{ rows: { items: { problems: unknown[] }[] } }>(`/api/v1/mark-imports/${tried.body.id}?verdict=refused`);
    expect(JSON.stringify(shown.body.rows.items[0]!.problems)).toContain('11');
    expect((await apply(tried.body.id)).body).toEqual({ changed: 1 });
    const strange = await send(await filled({ 0: { 1: codes[1]! }, 1: { 1: 'KHONG-CO' } }));
    expect(strange.body.summary).toEqual({ changes: 0, same: 0, refused: 2 });
    const noCodes = await send({ name: 'diem.csv', content: Buffer.from('Họ và tên;HP 1 lần 1\nAn;7\n') });
    expect(noCodes.status).toBe(422);
  });

  it('corrects with a reason, and not over what somebody entered since', async () => {
    const first = await send(await filled({ 0: { 4: 7 } }));
    await apply(first.body.id);
    const correction = await send(await filled({ 0: { 4: 8 } }));
    expect(correction.body).toMatchObject({ marks: 1, corrections: 1 });
    expect((await apply(correction.body.id)).body).toMatchObject({ errors: [{ field: 'reason' }] });
    const late = await send(await filled({ 0: { 4: 6 } }));
    expect((await apply(correction.body.id, 'Chấm phúc khảo')).body).toEqual({ changed: 1 });
    expect((await apply(late.body.id, 'Nhầm')).body).toMatchObject({
      status: 409,
      code: 'marks_changed_since_dry_run',
      facts: { marks: 1 },
      detail: expect.stringContaining(`=HYPERLINK("http://x","An") (${codes[0]})`) as string,
    });
  });

  it('is refused when somebody whose marks it could not take might have them by now', async () => {
    const tried = await send(await filled({ 0: { 4: 4, 5: 6 }, 1: { 5: 7 } }));
    expect(tried.body.summary).toEqual({ changes: 1, same: 0, refused: 1 });
    const entered = await app.as(manager).put(`/api/v1/enrollments/${ids[1]}/marks`, {
      marks: [{ moduleId: (await modules())[0], mark: 3 }],
    });
    expect(entered.status).toBe(200);
    expect((await apply(tried.body.id)).body).toMatchObject({
      code: 'marks_changed_since_dry_run',
      detail: expect.stringContaining('Lê Thị Bình') as string,
    });
    expect(await marksOf(ids[0])).toEqual([]);
  });

  it('is refused when one of its modules is gone', async () => {
    const tried = await send(await filled({ 0: { 6: 8 } }));
    await app.sql('DELETE FROM modules WHERE class_id = $1 AND number = 2', aClass.id);
    expect((await apply(tried.body.id)).body).toMatchObject({
      code: 'marks_changed_since_dry_run',
      facts: { marks: 1 },
    });
  });

  it('is refused when a heading names another module than its number, as after they were renumbered', async () => {
    const course = await a.course({ kind: 'theory', award: 'diploma' });
    const inClass = await a.trainingClass({ code: 'TC-BIG', state: 'confirmed', course });
    manager = await a.account({ roles: [['class_manager', inClass]] });
    const names = ['Tư tưởng Hồ Chí Minh', 'Triết học', 'Xây dựng Đảng'];
    for (const [index, name] of names.entries()) await a.module(inClass, index + 1, name);
    for (const number of [1, 2, 3])
      await a.enrollment({ in: inClass, person: await a.person({ code: `VPS-000${number}` }) });
    const sent = (file = caseFile('marks-01')) =>
      app.as(manager).upload<Tried & { detail: string }>(`/api/v1/classes/${inClass.id}/mark-imports`, file);

    const refused = await sent();
    expect(refused).toMatchObject({ status: 422, body: { code: 'heading_of_another_module' } });
    for (const named of [
      '“HP 1 – lần 1 (Triết học)”',
      'học phần 1 của lớp là “Tư tưởng Hồ Chí Minh”',
      'nay là học phần 2',
    ])
      expect(refused.body.detail).toContain(named);
    const csv = (heading: string) => ({ name: 'x.csv', content: Buffer.from(`Mã cán bộ;${heading}\nVPS-0001;9`) });
    expect((await sent(csv('HP 1 – lần 1 (Kinh tế chính trị)'))).status).toBe(422);
    // Without a name it is the number that counts, and case and punctuation are no other name.
    for (const heading of ['HP 1 – lần 1', 'HP 2 - lần 1 (TRIẾT HỌC.)'])
      expect((await sent(csv(heading))).body).toMatchObject({ marks: 1 });
    expect(
      await app.sql(
        'SELECT 1 FROM marks_in_force f JOIN modules m ON m.id = f.module_id WHERE m.class_id = $1',
        inClass.id,
      ),
    ).toEqual([]);
  });

  it('marks-02: takes a mark as the sheet shows it, and says of more decimals that they are more', async () => {
    const course = await a.course({ kind: 'theory', award: 'diploma' });
    const inClass = await a.trainingClass({ code: 'T35-L', state: 'confirmed', course });
    const teacher = await a.account({ roles: [['class_manager', inClass]] });
    for (const [index, name] of ['Triết học', 'Kinh tế chính trị'].entries()) await a.module(inClass, index + 1, name);
    const names = ['Nguyễn Văn An', 'Lê Thị Bình', 'Trần Văn Cư', 'Phạm Thị Dung', 'Hoàng Văn Em', 'Võ Thị Giang'];
    for (const [index, fullName] of [...names, 'Đỗ Văn Hải', 'Bùi Thị Khánh'].entries())
      await a.enrollment({ in: inClass, person: await a.person({ code: `T35-0${index + 1}`, fullName }) });
    const as = app.as(teacher);
    const { body } = await as.upload<Tried>(`/api/v1/classes/${inClass.id}/mark-imports`, caseFile('marks-02'));
    const shown = await as.get<{ rows: unknown }>(`/api/v1/mark-imports/${body.id}`);
    const said = JSON.stringify(shown.body);
    expect(said).toContain('“HP 1 – lần 1 (Triết học): 7.625” có nhiều hơn hai chữ số thập phân');
    expect(said.match(/too_many_decimals/g)).toHaveLength(2);
    expect(body.marks).toBe(6);
    await as.post(`/api/v1/mark-imports/${body.id}/application`);
    const stored = await app.sql<{ mark: number | string }>(
      'SELECT f.mark FROM marks_in_force f JOIN modules m ON m.id = f.module_id WHERE m.class_id = $1 ORDER BY f.mark',
      inClass.id,
    );
    expect(stored.map(({ mark }) => Number(mark))).toEqual([6.6, 7.3, 7.5, 7.55, 7.6, 7.7]);
  });

  it('tells of columns that hold something and were not read', async () => {
    const csv = `Mã cán bộ;HP 1 lần 1;Hệ số;;Ghi chú\n${codes[0]};7;8;9;\n${codes[1]};6;8;;`;
    const tried = await send({ name: 'x.csv', content: Buffer.from(csv) });
    expect(tried.body).toMatchObject({
      marks: 2,
      unread: [
        { label: 'Hệ số', cells: 2 },
        { label: null, cells: 1 },
      ],
    });
    const shown = await app.as(manager).get<string>(`/mark-imports/${tried.body.id}`);
    expect(shown.text).toContain('Cột “Hệ số” (C2:C3): 2 ô');
  });

  it('has its pages, where a refused file and a missing reason say what to do', async () => {
    const list = `/classes/${aClass.id}/mark-imports`;
    const broken = await app.as(manager).upload<string>(list, { name: 'x.xlsx', content: Buffer.from('không phải') });
    expect(broken.status).toBe(415);
    expect(broken.text).toContain('x.xlsx');
    await apply((await send(await filled({ 0: { 4: 7 } }))).body.id);
    const { id } = (await send(await filled({ 0: { 4: 8 } }))).body;
    const shown = await app.as(manager).get<string>(`/mark-imports/${id}`);
    expect(shown.text).toContain('1. Học phần 1, lần 1: 7 → 8');
    const refused = await app.as(manager).form(`/mark-imports/${id}/application`, {});
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('chấm phúc khảo');
    const done = await app.as(manager).form(`/mark-imports/${id}/application`, { reason: 'Chấm phúc khảo' });
    expect(done.status).toBe(303);
  });

  it('is refused for a class without modules, with what to do first', async () => {
    const file = await filled({});
    await a.remove('modules', { classId: aClass.id });
    const answer = await app.as(manager).upload(`/api/v1/classes/${aClass.id}/mark-imports`, file);
    expect(answer).toMatchObject({ status: 409, body: { code: 'no_modules_for_marks' } });
  });
});

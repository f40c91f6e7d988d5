import { madeWorkbook, type MadeSheet } from '../../bench/made-workbook';
import type { WhatWasRead } from '../../src/platform/sheets/tables';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, Builders } from '../builders';

interface Tried extends WhatWasRead {
  readonly id: string;
  readonly code: string;
  readonly detail: string;
  readonly summary: Readonly<Record<'changes' | 'same' | 'refused', number>>;
  readonly marks: number;
  readonly warnings: readonly { readonly vi: string }[];
}

describe('what of a file of marks is read', () => {
  let app: TestApp;
  let a: Builders;
  let manager: BuiltAccount;
  let inClass: BuiltClass;
  let code: string;
  const people = [
    { code: 'DHT-01', fullName: 'Nguyễn Văn An' },
    { code: 'DHT-02', fullName: 'Lê Thị Bình' },
  ];

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    for (const person of people) Object.assign(person, await a.person(person));
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    const course = await a.course({ kind: 'theory', award: 'diploma' });
    inClass = await a.trainingClass({ state: 'confirmed', course });
    [{ code }] = (await app.sql<{ code: string }>('SELECT code FROM classes WHERE id = $1', inClass.id)) as [
      { code: string },
    ];
    manager = await a.account({ roles: [['class_manager', inClass]] });
    for (const [index, name] of ['Triết học', 'Kinh tế chính trị'].entries()) await a.module(inClass, index + 1, name);
    for (const person of people) await a.enrollment({ in: inClass, person: person as never });
  });

  const sheetOf = (name: string, heading: string, marks: readonly string[]): MadeSheet => ({
    name,
    rows: [
      ['Mã cán bộ', 'Họ và tên', heading],
      ...marks.map((mark, index) => [people[index]!.code, people[index]!.fullName, mark]),
    ],
  });
  const send = async (...sheets: readonly MadeSheet[]) =>
    app.as(manager).upload<Tried>(`/api/v1/classes/${inClass.id}/mark-imports`, {
      name: 'diem.xlsx',
      content: await madeWorkbook(sheets),
    });
  const readAgain = ({ id }: Tried, choice: object) =>
    app.as(manager).post<Tried>(`/api/v1/mark-imports/${id}/readings`, choice);

  it('with a sheet for each module proposes the one in front, tells of the other, and takes both', async () => {
    const { body: tried } = await send(
      sheetOf('HP 1', 'HP 1 – lần 1 (Triết học)', ['7', '8']),
      sheetOf('HP 2', 'HP 2 – lần 1 (Kinh tế chính trị)', ['6', '5,5']),
    );
    expect(tried).toMatchObject({ marks: 2, unread: [{ where: 'HP 2!A1:C3', what: 'table', cells: 2 }] });
    expect(tried.tables.map(({ sheet, rows, sample, isRead }) => [sheet, rows, sample, isRead])).toEqual([
      ['HP 1', 2, 'Nguyễn Văn An', true],
      ['HP 2', 2, 'Nguyễn Văn An', false],
    ]);
    const page = await app.as(manager).get<string>(`/mark-imports/${tried.id}`);
    expect(page.text).toContain('Trang “HP 2”, A1:C3');

    const again = await readAgain(tried, { tables: ['1:1', '2:1'] });
    expect(again).toMatchObject({ status: 201, body: { marks: 4, unread: [], summary: { changes: 4, refused: 0 } } });
    const shown = await app.as(manager).get<string>(`/mark-imports/${again.body.id}`);
    expect(shown.text).toContain('HP 2, 3');
    expect((await app.as(manager).post(`/api/v1/mark-imports/${again.body.id}/application`, {})).body).toEqual({
      changed: 4,
    });

    const chosen = await app.as(manager).form(`/mark-imports/${tried.id}/readings`, { tables: '2:1' });
    expect(chosen.status).toBe(303);
    expect((await app.as(manager).form(`/mark-imports/${tried.id}/readings`, { tables: '9:9' })).status).toBe(422);
    const other = await a.account({ roles: [['class_manager', await a.trainingClass()]] });
    expect((await app.as(other).post(`/api/v1/mark-imports/${tried.id}/readings`, {})).status).toBe(404);
  });

  it('takes neither of two marks for one module from two sheets', async () => {
    const { body: tried } = await send(
      sheetOf('Giấy', 'HP 1 – lần 1 (Triết học)', ['7', '8']),
      sheetOf('Máy', 'HP 1 – lần 1 (Triết học)', ['9']),
    );
    const { body: both } = await readAgain(tried, { tables: ['1:1', '2:1'] });
    expect(both.summary).toEqual({ changes: 1, same: 0, refused: 2 });
    const shown = await app.as(manager).get<string>(`/mark-imports/${both.id}`);
    expect(shown.text).toContain('còn ở dòng 2 (Máy)');
  });

  it('refuses marks of a module the class has no more, and a column that stands there twice', async () => {
    const lost = await send(sheetOf('A', 'HP 1 – lần 1', ['7']), sheetOf('B', 'HP 1 – lần 1', []));
    expect(lost.status).toBe(201);
    const gone = await send({
      name: 'A',
      rows: [
        ['Mã cán bộ', 'Họ và tên', 'HP 1 – lần 1 (Triết học)', 'HP 3 – thi lại (Xây dựng Đảng)'],
        [people[0]!.code, people[0]!.fullName, '7', '8'],
      ],
    });
    expect(gone).toMatchObject({ status: 422, body: { code: 'module_column_lost' } });
    expect(gone.body.detail).toContain('“HP 3 – thi lại (Xây dựng Đảng)”');
    const twice = await send({
      name: 'A',
      rows: [
        ['Mã cán bộ', 'Họ và tên', 'HP 1 – lần 1', 'HP 1 – lần 1'],
        [people[0]!.code, people[0]!.fullName, '7', '8'],
      ],
    });
    expect(twice.body.code).toBe('module_column_lost');
  });

  it('asks where a heading has a number alone, since modules may have been renumbered', async () => {
    const { body } = await send(sheetOf('A', 'HP 2 – lần 1', ['7']));
    expect(body.warnings.map(({ vi }) => vi)).toEqual([
      expect.stringMatching(/“HP 2 – lần 1”.*học phần 2 “Kinh tế chính trị”/),
    ]);
    const page = await app.as(manager).get<string>(`/mark-imports/${body.id}`);
    expect(page.text).toContain('Kinh tế chính trị');
    expect((await send(sheetOf('A', 'HP 2 – lần 1 (Kinh tế chính trị)', ['7']))).body.warnings).toEqual([]);
  });

  it('enters nothing of a dry run whose modules were named anew since', async () => {
    const heading = 'HP 1 – lần 1 (Triết học)';
    const { body: tried } = await send(sheetOf('A', heading, ['7']));
    const apply = () => app.as(manager).post<{ code: string }>(`/api/v1/mark-imports/${tried.id}/application`, {});
    const nameIt = (number: number, name: string) => a.change('modules', { classId: inClass.id, number }, { name });
    await nameIt(1, 'Kinh tế chính trị');
    await nameIt(2, 'Triết học');
    expect((await apply()).body.code).toBe('marks_changed_since_dry_run');
    await nameIt(1, 'Triết học');
    expect((await apply()).status).toBe(200);
  });

  it('is refused when the workbook is of another class', async () => {
    const { content } = await app.as(manager).download(`/api/v1/classes/${inClass.id}/marks/workbook`);
    const course = await a.course({ kind: 'theory', award: 'diploma' });
    const other = await a.trainingClass({ state: 'confirmed', course });
    for (const [index, name] of ['Triết học', 'Kinh tế chính trị'].entries()) await a.module(other, index + 1, name);
    const ofOther = await a.account({ roles: [['class_manager', other]] });
    const refused = await app
      .as(ofOther)
      .upload<Tried>(`/api/v1/classes/${other.id}/mark-imports`, { name: 'x.xlsx', content });
    expect(refused).toMatchObject({ status: 422, body: { code: 'another_class_workbook' } });
    expect(refused.body.detail).toContain(code);
  });
});

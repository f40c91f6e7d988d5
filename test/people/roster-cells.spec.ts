import { type MadeCell, madeWorkbook } from '../../bench/made-workbook';
import { caseFile } from '../cases/case-file';
import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltUnit } from '../builders';
import { type DryRun, rosterOf, rosterRow, type ShownRoster } from './rosters';

describe('what is no value in a roster', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
  });

  const send = async <Body = DryRun>(file: { name: string; content: Buffer }) =>
    app.as(secretary).upload<Body>('/api/v1/roster-imports', file, { unitId: unit.id });
  const show = async (id: string) =>
    (await app.as(secretary).get<ShownRoster>(`/api/v1/roster-imports/${id}`)).body.rows.items;
  const people = async () =>
    app.sql(`SELECT code, full_name, cell, position FROM persons WHERE unit_id = $1 ORDER BY code`, unit.id);
  const withPeople = async (...codes: readonly string[]) => {
    for (const code of codes)
      await a.person({ in: unit, code, fullName: 'Lê Văn An', birthDate: '1980-05-12', cell: 'Chi bộ 1' });
    return people();
  };

  it('an error such as #N/A is told at its address, and takes nothing from anybody', async () => {
    const before = await withPeople('T45-0002', 'T45-0003', 'T45-0004');
    const { body } = await send(caseFile('roster-06'));
    const rows = await show(body.id);
    const told = (row: number) => rows.find(({ rowNumber }) => rowNumber === row)!;
    for (const [row, field, words] of [
      [3, 'fullName', 'Ô B3 (Họ và tên) mang giá trị lỗi #N/A'],
      [4, 'position', 'Ô F4 (Chức vụ chính quyền) mang giá trị lỗi #N/A'],
      [5, 'cell', 'Ô E5 (Chi bộ) mang giá trị lỗi #REF!'],
      [6, 'code', 'Ô A6 (Mã số) mang giá trị lỗi #REF!'],
    ] as const) {
      expect(told(row).verdict).toBe('refused');
      expect(told(row).problems[0]).toMatchObject({ field, code: 'no_value' });
      expect(told(row).problems[0]!.message.vi).toContain(words);
    }
    // Said once: a name or a code that is an error is not missing besides.
    for (const [row, its] of [
      [3, 'fullName'],
      [6, 'code'],
    ] as const)
      expect(told(row).problems.filter(({ field }) => field === its)).toHaveLength(1);
    await app.as(secretary).post(`/api/v1/roster-imports/${body.id}/application`);
    const after = await people();
    expect(after.filter(({ code }) => before.some((person) => person['code'] === code))).toEqual(before);
    expect(JSON.stringify(after)).not.toContain('#');
  });

  it('so is an error that a .csv holds as text', async () => {
    const { body } = await send(rosterOf([rosterRow('C-1', 'Lê An', { 'Chức vụ Đảng': '#VALUE!' })]));
    expect(await show(body.id)).toMatchObject([{ verdict: 'refused', problems: [{ field: 'partyPosition' }] }]);
  });

  it.each([
    ['roster-20', 'T169-0001'],
    ['roster-21', 'T174-0001'],
  ])('%s: letters of TCVN3 are never stored', async (start, code) => {
    const before = await withPeople(code);
    const refused = await send<{ code: string; detail: string }>(caseFile(start));
    expect(refused).toMatchObject({ status: 422, body: { code: 'old_font_letters' } });
    expect(refused.body.detail).toContain('ô B2 ghi “NguyÔn V¨n Hïng”, có lẽ là “Nguyễn Văn Hùng”');
    expect(await people()).toEqual(before);
  });

  it('cells in a font of before Unicode are taken as they look and told, and no letters that may be two are stored', async () => {
    const heading = ['M· sè', 'Hä vµ tªn', 'Giíi tÝnh', 'Ngµy sinh', 'Chøc vô', 'T×nh tr¹ng', 'Tr×nh ®é chuyªn m«n'];
    const row = (code: string, name: MadeCell, position: MadeCell): MadeCell[] => [
      ...[code, name, 'Nam', '12/03/1985', position],
      ...['ChÝnh thøc', '§¹i häc'].map((vnTime) => ({ vnTime })),
    ];
    const rows = [
      heading.map((vnTime) => ({ vnTime })),
      row('VN-1', { vnTime: 'NguyÔn V¨n Hïng' }, { vnTime: 'Tr­ëng phßng' }),
      row('VN-2', { vnTime: 'Đặng Văn Hòa' }, 'Chuyên viên'),
      row('VN-3', { vnTime: 'Tù' }, 'Chuyên viên'),
    ];
    const { body } = await send({ name: 'a.xlsx', content: await madeWorkbook([{ name: 'Danh sách', rows }]) });
    const [first, second, third] = await show(body.id);
    expect([first, second]).toMatchObject([
      { fullName: 'Nguyễn Văn Hùng', after: { position: 'Trưởng phòng', education: 'university' } },
      { fullName: 'Đặng Văn Hòa' },
    ]);
    expect(third).toMatchObject({ verdict: 'refused', problems: [{ field: 'fullName', code: 'no_value' }] });
    expect(third!.problems[0]!.message.vi).toContain(
      'B4 (Họ và tên) gõ bằng phông chữ cũ nên không rõ là chữ nào: Tù / Tự',
    );
    const page = await app.as(secretary).get<string>(`/roster-imports/${body.id}`);
    expect(page.text).toContain('NguyÔn V¨n Hïng (.VnTime) → Nguyễn Văn Hùng');
    await app.as(secretary).post(`/api/v1/roster-imports/${body.id}/application`);
    const names = (await people()).map(({ fullName }) => fullName);
    expect(names).toEqual(expect.arrayContaining(['Nguyễn Văn Hùng', 'Đặng Văn Hòa']));
    expect(names).not.toContain('Tù');
  });

  it('a quote that never closes is told by the row where it opens', async () => {
    const refused = await send<{ code: string; detail: string }>(caseFile('roster-26'));
    expect(refused).toMatchObject({ status: 422, body: { code: 'quote_never_closes' } });
    expect(refused.body.detail).toContain('mở ở dòng 4');
  });
});

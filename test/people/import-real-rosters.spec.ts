import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestApp } from '../app';
import { Builders, type BuiltUnit } from '../builders';
import type { DryRun, ShownRoster } from './rosters';

const folder = join(__dirname, '../../demo/data/rosters');
const files = readdirSync(folder).map((name) => ({ name, content: readFileSync(join(folder, name)) }));

describe('the eight rosters of an office suite', () => {
  let app: TestApp;
  let a: Builders;
  let units: Map<string, BuiltUnit>;
  let office: ReturnType<TestApp['as']>;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    units = new Map();
    for (const { name } of files) units.set(name, await a.unit(/-([A-Z]{3})\.xlsx$/.exec(name)![1]!));
    office = app.as(await a.office());
  });
  afterAll(() => app.stop());

  const send = async (file: (typeof files)[number]) =>
    (await office.upload<DryRun>('/api/v1/roster-imports', file, { unitId: units.get(file.name)!.id })).body;
  const people = async () => app.sql(`SELECT * FROM persons ORDER BY code`);

  it('are compared without storing anybody', async () => {
    const runs = await Promise.all(files.map(send));
    expect(runs.reduce((sum, run) => sum + run.summary.new, 0)).toBe(1_210);
    expect(runs.map(({ state, summary }) => [state, summary.refused, summary.notInFile])).toEqual(
      files.map(() => ['previewed', 0, 0]),
    );
    expect(await people()).toEqual([]);
  });

  it('are applied as compared', async () => {
    for (const file of files) {
      const { id, summary } = await send(file);
      const applied = await office.post(`/api/v1/roster-imports/${id}/application`);
      expect([applied.status, applied.body]).toEqual([200, summary]);
    }
    const [check] = await app.sql(
      `SELECT count(*) AS people, count(DISTINCT unit_id) AS units,
              bool_and(full_name IS NFC NORMALIZED AND position IS NFC NORMALIZED) AS composed,
              min(birth_date) AS oldest, max(birth_date) AS youngest,
              count(*) FILTER (WHERE standing = 'official' AND (joined_on IS NULL OR official_on IS NULL)) AS undated,
              bool_and(ratings ?& ARRAY['2024', '2025']) AS rated
       FROM persons`,
    );
    expect(check).toMatchObject({ people: 1_210, units: 8, composed: true, undated: 0, rated: true });
    expect(String(check!['oldest'])).toMatch(/^19[5-7]\d-/);
    expect(String(check!['youngest'])).toMatch(/^200\d-/);
  });

  it('reads what stands in a row', async () => {
    const found = await office.get<{ items: unknown[] }>('/api/v1/people?search=BFC-0001');
    expect(found.body.items).toMatchObject([
      {
        code: 'BFC-0001',
        fullName: 'Nguyễn Ngọc Anh',
        sex: 'female',
        birthDate: '1993-09-23',
        cell: 'Chi bộ 5',
        position: 'Tổ trưởng sản xuất',
        partyPosition: null,
        keyCadre: false,
        planned: false,
        standing: 'official',
        joinedOn: '2013-06-02',
        officialOn: '2014-06-02',
        education: 'college',
        theoryLevel: 'none',
        theoryLevelEarned: null,
        ratings: { 2024: 'good', 2025: 'completed' },
        phone: '0943306559',
        email: 'bfc.0001@example.vn',
        leftOn: null,
        unitCode: 'BFC',
      },
    ]);
  });

  it('change nothing the second time', async () => {
    const before = await people();
    for (const file of files) {
      const { id, summary } = await send(file);
      expect(summary).toMatchObject({ new: 0, changed: 0, refused: 0, notInFile: 0 });
      await office.post(`/api/v1/roster-imports/${id}/application`);
    }
    expect(await people()).toEqual(before);
  });

  it('lists the rows of a roster page by page, in the order of the sheet', async () => {
    const file = files.find(({ name }) => name.includes('CSM'))!;
    const { id } = await send(file);
    const rowNumbers: number[] = [];
    let after = '';
    for (;;) {
      const { body } = await office.get<ShownRoster>(`/api/v1/roster-imports/${id}?limit=100${after}`);
      rowNumbers.push(...body.rows.items.map(({ rowNumber }) => rowNumber));
      if (body.rows.next === null) break;
      after = `&after=${body.rows.next}`;
    }
    expect(rowNumbers).toEqual(Array.from({ length: 260 }, (_, index) => index + 2));
  });
});

import { Database } from '../../src/platform/database/database';
import { peopleLike } from '../../src/people/likeness';
import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltUnit } from '../builders';
import { type DryRun, rosterOf, rosterRow, type ShownRoster } from './rosters';

const like = 'like_somebody_elsewhere';
const sentence = 'Có người giống thế này (cùng họ tên, ngày sinh) ở đơn vị khác.';

describe('somebody like a person of another unit', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
    await a.person({ fullName: 'Đỗ Thị Hoà', birthDate: '1985-03-08', position: 'Giám đốc Nhà máy' });
  });
  afterAll(() => app.stop());

  it('is told of in the dry run of a roster by one sentence that names nobody and nothing', async () => {
    const { body: sent } = await app
      .as(secretary)
      .upload<DryRun>(
        '/api/v1/roster-imports',
        rosterOf([
          rosterRow('L-1', 'ÐỖ  THỊ HÒA', { 'Ngày sinh': '08/03/1985' }),
          rosterRow('L-2', 'Đỗ Thị Hoà', { 'Ngày sinh': '09/03/1985' }),
          rosterRow('L-3', 'Đỗ Thị Hoài', { 'Ngày sinh': '08/03/1985' }),
        ]),
        { unitId: unit.id },
      );
    expect(sent.summary).toMatchObject({ new: 3, refused: 0 });
    const { body } = await app.as(secretary).get<ShownRoster>(`/api/v1/roster-imports/${sent.id}`);
    const problems = body.rows.items.map((row) => row.problems);
    expect(problems.map((of) => of.map(({ code }) => code))).toEqual([[like], [], []]);
    expect(problems[0]![0]!.message.vi).toContain(sentence);
    expect(JSON.stringify(problems)).not.toContain('Giám đốc Nhà máy');

    const page = await app.as(secretary).get(`/roster-imports/${sent.id}`);
    expect(page.text).toContain(sentence);
    expect((await app.as(secretary).post(`/api/v1/roster-imports/${sent.id}/application`)).status).toBe(200);
  });

  it('is told of in the dry run of a list, of whom the unit does not have', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 3]] });
    const list = 'TT;Họ và tên;Ngày sinh\n1;Đỗ Thị Hoàng;08/03/1985\n2;Đặng Thị Hằng;20/12/1985\n3;Đặng Thị Hằng;1985';
    await a.person({ fullName: 'Đặng Thị Hằng', birthDate: '1985-12-20', position: 'Giám đốc Chi nhánh' });
    const { body } = await app
      .as(secretary)
      .upload<{ rows: { verdict: string; reason: string }[] }>(`/api/v1/classes/${inClass.id}/list-imports`, {
        name: 'danh-sach.csv',
        content: Buffer.from(list),
      });
    const said = body.rows.slice(1).map(({ verdict, reason }) => [verdict, JSON.stringify(reason).includes(sentence)]);
    expect(said).toEqual([
      ['not_on_roster', false],
      ['not_on_roster', true],
      ['not_on_roster', false],
    ]);
    expect(JSON.stringify(body)).not.toContain('Giám đốc Chi nhánh');
  });

  it('is a warning of their nomination, until the office told the two apart', async () => {
    const twin = await a.person({ fullName: 'Lý Thị Hai Nơi' });
    const here = await a.person({ in: unit, fullName: 'Lý Thị Hai Nơi' });
    const inClass = await a.trainingClass({ allocations: [[unit, 3]] });
    const warned = async () => {
      const path = `/api/v1/classes/${inClass.id}/candidates?unitId=${unit.id}`;
      const { body } = await app
        .as(secretary)
        .get<{ items: { personId: string; checks: { rule: string; outcome: string }[] }[] }>(path);
      const { checks } = body.items.find(({ personId }) => personId === here.id)!;
      return checks.filter(({ outcome }) => outcome === 'warn').map(({ rule }) => rule);
    };
    expect(await warned()).toEqual(['like_elsewhere']);
    const office = await a.office();
    const said = await app.as(office).post(`/api/v1/people/${here.id}/distinctions`, { otherId: twin.id });
    expect(said.status).toBe(204);
    expect(await warned()).toEqual([]);
  });

  it('is not told of when they are on the roster of the unit itself only', async () => {
    const { body: sent } = await app
      .as(secretary)
      .upload<DryRun>('/api/v1/roster-imports', rosterOf([rosterRow('L-9', 'Lê Chỉ Một Mình')]), { unitId: unit.id });
    await app.as(secretary).post(`/api/v1/roster-imports/${sent.id}/application`);
    const { body: again } = await app
      .as(secretary)
      .upload<DryRun>('/api/v1/roster-imports', rosterOf([rosterRow('L-9', 'Lê Chỉ Một Mình')]), { unitId: unit.id });
    const { body } = await app.as(secretary).get<ShownRoster>(`/api/v1/roster-imports/${again.id}`);
    expect(body.rows.items[0]!.problems).toEqual([]);
  });

  it('is found for a roster of five thousand by one statement that reads the index', async () => {
    const names = Array.from({ length: 5_000 }, (_, n) => ({
      fullName: `Nguyễn Văn Nhiều ${n}`,
      birthDate: '1980-01-02',
    }));
    await app.sql(
      `INSERT INTO persons (unit_id, code, full_name, folded_name, sort_name, sex, birth_date, key_cadre, planned, standing, education, theory_level)
       SELECT $1, 'M-' || n, 'Nguyễn Văn Nhiều ' || n, 'nguyen van nhieu ' || n, 'n', 'male', '1980-01-02', false, false, 'official', 'university', 'none'
       FROM generate_series(0, 4999) n`,
      unit.id,
    );
    const found = await app.get(Database).inTransaction((tx) => peopleLike(tx, names));
    expect(found).toHaveLength(5_000);
    expect(found[4_999]).toMatchObject({ place: 4_999, unitId: unit.id });
  });
});

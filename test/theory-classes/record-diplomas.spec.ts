import { Database } from '../../src/platform/database/database';
import { DiplomasService } from '../../src/theory-classes/diplomas.service';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';

const school = 'Học viện Chính trị khu vực II';

interface Listed {
  readonly items: readonly { readonly id: string; readonly fullName: string; readonly number: string | null }[];
}

describe('diplomas', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let aClass: BuiltClass;
  let ids: [string, string];
  let prefix = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    prefix += 1;
    const course = await a.course({ kind: 'theory', award: 'diploma' });
    aClass = await a.trainingClass({ state: 'closed', course, opensOn: '2024-09-10', closesOn: '2025-12-20' });
    const rows: { enrollmentId: string; school: string }[] = [];
    for (const fullName of ['Trần Văn An', 'Lê Thị Bình']) {
      const { id } = await a.enrollment({ in: aClass, person: await a.person({ fullName }) });
      rows.push({ enrollmentId: id, school });
    }
    await app.get(Database).inTransaction(async (tx) => {
      await app.get(DiplomasService).open(tx, rows);
      await app.get(DiplomasService).open(tx, rows);
    });
    ids = (await listed()).map(({ id }) => id) as [string, string];
  });

  const listed = async () => (await app.as(office).get<Listed>(`/api/v1/classes/${aClass.id}/diplomas`)).body.items;
  const record = (id: string, number: string, issuedOn = '2026-01-02', by = office) =>
    app.as(by).put(`/api/v1/diplomas/${id}`, { number: `${prefix}-${number}`, issuedOn });

  it('are opened once without a number, and recorded when the school issues them', async () => {
    expect(await listed()).toMatchObject([
      { fullName: 'Trần Văn An', number: null, school },
      { fullName: 'Lê Thị Bình', number: null },
    ]);
    const recorded = await record(ids[0], 'B 001');
    expect(recorded).toMatchObject({ status: 200, body: { number: `${prefix}-B 001`, issuedOn: '2026-01-02' } });
  });

  it('can be corrected, with what stood there before in the journal', async () => {
    await record(ids[0], 'B 001');
    await record(ids[0], 'B 010');
    const lines = await app.sql(`SELECT action, facts FROM journal_lines WHERE subject_id = $1 ORDER BY id`, ids[0]);
    expect(lines).toMatchObject([
      { action: 'diplomas.recorded' },
      { action: 'diplomas.corrected', facts: { numberBefore: `${prefix}-B 001`, number: `${prefix}-B 010` } },
    ]);
  });

  it('never share a number within a school', async () => {
    await record(ids[0], 'B 001');
    const refused = await record(ids[1], 'B 001');
    expect(refused.body).toMatchObject({ status: 409, code: 'diploma_number_taken' });
    expect(refused.body['detail']).toContain(`${prefix}-B 001`);
  });

  it('are not issued in the future', async () => {
    expect((await record(ids[0], 'B 001', '2026-01-06')).body).toMatchObject({
      errors: [{ field: 'issuedOn', code: 'not_yet' }],
    });
  });

  it('are not issued before their class is over', async () => {
    const early = await record(ids[0], 'B 001', '2025-12-19');
    expect(early).toMatchObject({ status: 422, body: { errors: [{ field: 'issuedOn', code: 'before_class_ends' }] } });
    expect(JSON.stringify(early.body)).toContain('20/12/2025');
    expect((await record(ids[0], 'B 001', '2025-12-20')).status).toBe(200);
  });

  it('are recorded by the office only', async () => {
    const manager = await a.account({ roles: [['class_manager', aClass]] });
    expect((await record(ids[0], 'B 001', '2026-01-02', manager)).status).toBe(403);
  });

  it('are entered in one go on the page, and two numbers may change places', async () => {
    const path = `/classes/${aClass.id}/diplomas`;
    const [one, two] = ids;
    const blank = { [`shown.${one}`]: '|', [`shown.${two}`]: '|' };
    const given = {
      [`number.${one}`]: `${prefix}-1`,
      [`number.${two}`]: `${prefix}-2`,
      [`issuedOn.${one}`]: '',
      [`issuedOn.${two}`]: '',
    };
    expect((await app.as(office).form(path, { ...blank, ...given, issuedOn: '2026-01-02' })).status).toBe(303);
    const swapped = await app.as(office).form(path, {
      [`shown.${one}`]: `${prefix}-1|2026-01-02`,
      [`shown.${two}`]: `${prefix}-2|2026-01-02`,
      [`number.${one}`]: `${prefix}-2`,
      [`number.${two}`]: `${prefix}-1`,
      [`issuedOn.${one}`]: '2026-01-02',
      [`issuedOn.${two}`]: '2026-01-02',
    });
    expect(swapped.status).toBe(303);
    expect((await listed()).map(({ number }) => number)).toEqual([`${prefix}-2`, `${prefix}-1`]);
  });

  it('name the school that issued them, which may be another than the rules say', async () => {
    const path = `/api/v1/classes/${aClass.id}/diplomas`;
    const of = (diplomaId: string, number: string, more = {}) => ({
      diplomaId,
      number,
      issuedOn: '2026-01-02',
      ...more,
    });
    const other = 'Trường Chính trị tỉnh Đồng Nai';
    const numbered = `${prefix}-S`;
    const both = [of(ids[0], numbered, { school: other }), of(ids[1], numbered)];
    const recorded = await app.as(office).put<{ items: unknown[] }>(path, { diplomas: both });
    expect(recorded.body.items).toMatchObject([
      { school: other, number: numbered },
      { school, number: numbered },
    ]);
    const same = await app.as(office).put(path, { diplomas: [of(ids[1], numbered, { school: other })] });
    expect(same.body).toMatchObject({ code: 'diploma_number_taken' });
    const [line] = await app.sql(`SELECT facts FROM journal_lines WHERE subject_id = $1`, ids[0]);
    expect(line).toMatchObject({ facts: { school: other, schoolBefore: school } });
  });

  it('keep what was typed when a day is missing', async () => {
    const refused = await app.as(office).form(`/classes/${aClass.id}/diplomas`, {
      [`shown.${ids[0]}`]: '|',
      [`number.${ids[0]}`]: 'B 77',
      [`issuedOn.${ids[0]}`]: '',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="B 77"');
    expect(refused.text).toContain('Chưa ghi “Ngày cấp, Trần Văn An”.');
  });
});

import { TestApp } from '../app';
import { type BuiltAccount, type BuiltPerson, Builders, type BuiltUnit } from '../builders';
import { fieldsOf } from '../form-on-page';

interface Correctable {
  readonly version: number;
  readonly fullName: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly cell: string | null;
}

describe('somebody on a roster', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;
  let person: BuiltPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    person = await a.person({ in: unit, phone: '0900000001' });
  });

  const correct = (changes: object, by = secretary, version?: string) =>
    app
      .as(by)
      .with(version === undefined ? {} : { 'if-match': version })
      .patch<Correctable & { code: string; errors: object[] }>(`/api/v1/people/${person.id}`, {
        reason: 'Theo hồ sơ gốc',
        ...changes,
      });
  const read = async () => app.as(secretary).get<Correctable>(`/api/v1/people/${person.id}`);
  const lines = () =>
    app.sql(
      `SELECT reason, facts FROM journal_lines WHERE action = 'people.corrected' AND person_id = $1 ORDER BY id`,
      person.id,
    );

  describe('is corrected by hand', () => {
    it('by the secretary of the unit, with a reason, and the journal names what changed', async () => {
      const corrected = await correct({ fullName: 'LÊ  THỊ HOA', sex: 'female', cell: null, phone: '0912.345.678' });
      expect(corrected.body).toMatchObject({ fullName: 'Lê Thị Hoa', sex: 'female', cell: null, phone: '0912345678' });
      expect(await lines()).toEqual([
        { reason: 'Theo hồ sơ gốc', facts: { fields: ['fullName', 'sex', 'cell', 'phone'] } },
      ]);
      const found = await app.as(secretary).get<{ items: { id: string }[] }>('/api/v1/people?search=le+thi+hoa');
      expect(found.body.items.map(({ id }) => id)).toEqual([person.id]);
    });

    it('by the office too, and by nobody else', async () => {
      const change = { position: 'Giám đốc' };
      expect((await correct(change, await a.office())).status).toBe(200);
      expect((await correct(change, await a.secretaryOf(await a.unit()))).status).toBe(404);
      expect((await correct(change, await a.groupOfficer())).status).toBe(403);
      expect((await correct(change, await a.account({ person: await a.person({ in: unit }) }))).status).toBe(403);
      const themselves = await a.account({ person, roles: [['unit_secretary', unit]] });
      expect((await correct(change, themselves)).body).toMatchObject({ status: 403, code: 'about_oneself' });
    });

    it('by the rules rosters are read with', async () => {
      const refused = await correct({ email: 'khong-phai-thu', phone: '12', reason: '' });
      expect((refused.body.errors as { field: string }[]).map(({ field }) => field).sort()).toEqual([
        'email',
        'phone',
        'reason',
      ]);
      expect((await correct({ fullName: 'An và Bình' })).body.errors).toMatchObject([{ field: 'fullName' }]);
      expect((await correct({ joinedOn: '2030-01-01' })).body.errors).toMatchObject([
        { field: 'joinedOn', code: 'in_the_future' },
        { field: 'officialOn', code: 'before_joining' },
      ]);
    });

    it('in one fact while another is wrong already', async () => {
      await person.becomes({ joinedOn: '1970-01-01' });
      expect((await correct({ phone: '0912345679' })).status).toBe(200);
      expect((await correct({ joinedOn: '1971-01-01' })).body.errors).toMatchObject([
        { field: 'joinedOn', code: 'before_birth' },
      ]);
    });

    it('never below a theory level earned here', async () => {
      await a.change('persons', { id: person.id }, { theoryLevelEarned: 'elementary' });
      expect((await correct({ theoryLevel: 'none' })).body).toMatchObject({
        status: 409,
        code: 'theory_level_earned_here',
      });
      expect((await correct({ theoryLevel: 'advanced' })).status).toBe(200);
    });

    it('on the version that was seen', async () => {
      const seen = (await read()).headers.get('etag')!;
      expect((await correct({ cell: 'Chi bộ 7' }, secretary, seen)).status).toBe(200);
      const stale = await correct({ cell: 'Chi bộ 8' }, secretary, seen);
      expect(stale.body).toMatchObject({ status: 412, code: 'changed_meanwhile' });
      expect((await read()).body.cell).toBe('Chi bộ 7');
    });

    it('and a correction that changes nothing leaves no line', async () => {
      await correct({ phone: '0900 000 001' });
      expect(await lines()).toEqual([]);
    });
  });

  describe('on the page', () => {
    it('a stale form shows both, keeps what was typed and takes over the rest', async () => {
      const as = app.as(secretary);
      const form = fieldsOf((await as.get<string>(`/people/${person.id}/edit`)).text);
      expect(form).toMatchObject({ phone: '0900000001', cell: 'Chi bộ 1', standing: 'official' });
      await correct({ phone: '0900000002', cell: 'Chi bộ 2' });

      const typed = { ...form, cell: 'Chi bộ 3', position: 'Trưởng phòng', reason: 'Theo quyết định' };
      const refused = await as.form(`/people/${person.id}`, typed);
      expect(refused.status).toBe(412);
      expect(refused.text).toContain('“0900000001” nay là “0900000002”');
      expect(refused.text).toContain('“Chi bộ 1” nay là “Chi bộ 2”; đồng chí điền “Chi bộ 3”');

      const again = fieldsOf(refused.text);
      expect(again).toMatchObject({
        phone: '0900000002',
        cell: 'Chi bộ 3',
        position: 'Trưởng phòng',
        reason: 'Theo quyết định',
      });
      expect((await as.form(`/people/${person.id}`, again)).status).toBe(303);
      expect((await read()).body).toMatchObject({ phone: '0900000002', cell: 'Chi bộ 3', position: 'Trưởng phòng' });
    });

    it('what is emptied is taken away, and what is always there is asked for', async () => {
      const as = app.as(secretary);
      const form = fieldsOf((await as.get<string>(`/people/${person.id}/edit`)).text);
      const refused = await as.form(`/people/${person.id}`, { ...form, fullName: '', email: '' });
      expect(refused.status).toBe(422);
      expect(refused.text.match(/class="field field-wrong/g)).toHaveLength(2);
      await as.form(`/people/${person.id}`, { ...form, email: '', 'ratings.2024': '', reason: 'Không còn dùng' });
      expect((await read()).body).toMatchObject({ email: null, ratings: { 2025: 'good' } });
    });
  });

  describe('comes and goes', () => {
    const leave = (on: string) =>
      app.as(secretary).post(`/api/v1/people/${person.id}/departure`, { on, reason: 'Nghỉ việc' });
    const comeBack = (on: string, by = secretary) =>
      app.as(by).post(`/api/v1/people/${person.id}/return`, { on, reason: 'Ký lại hợp đồng' });
    const memberships = () =>
      app.sql('SELECT unit_id, left_on FROM former_memberships WHERE person_id = $1', person.id);

    it('and back into the unit, with what they were before', async () => {
      await leave('2025-06-01');
      expect((await comeBack('2025-05-01')).body).toMatchObject({ errors: [{ field: 'on', code: 'too_early' }] });
      expect((await comeBack('2026-02-01')).body).toMatchObject({ errors: [{ field: 'on', code: 'not_yet' }] });
      expect((await comeBack('2025-12-01')).status).toBe(204);
      expect((await read()).body).toMatchObject({ leftOn: null });
      expect(await memberships()).toEqual([{ unitId: unit.id, leftOn: '2025-06-01' }]);
      expect((await comeBack('2025-12-01')).body).toMatchObject({ status: 409, code: 'not_gone' });
    });

    it('as if never gone, when that was a mistake', async () => {
      await leave('2025-06-01');
      expect((await comeBack('2025-06-01', await a.secretaryOf(await a.unit()))).status).toBe(404);
      await comeBack('2025-06-01');
      expect(await memberships()).toEqual([]);
    });

    it('by the page', async () => {
      await leave('2025-06-01');
      const as = app.as(secretary);
      expect((await as.get<string>(`/people/${person.id}/move`)).text).toContain(
        'Đã ghi rời đơn vị từ ngày 01/06/2025',
      );
      const done = await as.form(`/people/${person.id}/move/return`, { on: '2025-06-01', reason: 'Ghi nhầm' });
      expect(done.status).toBe(303);
    });
  });

  describe('like somebody on file', () => {
    const add = (code: string, given: object, by = secretary) =>
      app.as(by).post<{ code: string; personIds: string[] }>('/api/v1/people', {
        unitId: unit.id,
        code,
        fullName: 'Đặng Thị Hòa',
        sex: 'female',
        birthDate: '1991-07-01',
        standing: 'official',
        education: 'university',
        ...given,
      });

    it('of the own unit is asked about before they are added', async () => {
      const known = await a.person({ in: unit, fullName: 'Đặng Thị Hoà', birthDate: '1991-07-01' });
      const asked = await add('HOA-1', {});
      expect(asked.body).toMatchObject({ status: 409, code: 'person_known', facts: { personIds: [known.id] } });
      const typed = {
        ...{ unitId: unit.id, code: 'HOA-1', fullName: 'Đặng Thị Hòa', sex: 'female', birthDate: '1991-07-01' },
        ...{ standing: 'official', education: 'university', keyCadre: 'false', planned: 'false', theoryLevel: 'none' },
      };
      const page = await app.as(secretary).form('/people', typed);
      expect(page.text).toContain(`/people/${known.id}`);
      expect(page.text).toContain('name="isSomebodyElse"');
      const answered = await app.as(secretary).form('/people', { ...typed, isSomebodyElse: 'true', code: known.code });
      expect(answered.text).toMatch(/name="isSomebodyElse"[^>]* checked/);
      expect((await add('HOA-1', { isSomebodyElse: true })).status).toBe(201);
    });

    it('of another unit is told of, and nothing of them', async () => {
      const elsewhere = await a.person({ fullName: 'Bùi Văn Lạ', birthDate: '1988-03-04' });
      const told = await add('LA-1', { fullName: 'Bùi Văn Lạ', birthDate: '1988-03-04' });
      expect(told.body).toMatchObject({ status: 409, code: 'like_somebody_elsewhere' });
      expect(told.text).not.toContain(elsewhere.id);
      expect(told.text).not.toContain(elsewhere.code);
      const office = await add('LA-1', { fullName: 'Bùi Văn Lạ', birthDate: '1988-03-04' }, await a.office());
      expect(office.body).toMatchObject({ code: 'person_known', facts: { personIds: [elsewhere.id] } });
    });
  });
});

import { readWorkbook } from '../../src/platform/sheets/workbook';
import { cellText } from '../../src/platform/sheets/cells';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltPerson, Builders, type BuiltUnit } from '../builders';

interface Asked {
  readonly id: string;
  readonly state: string;
  readonly stood: string;
  readonly asked: string;
  readonly answer: string | null;
  readonly code: string;
}

describe('what somebody says is wrong on their record', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;
  let office: BuiltAccount;
  let person: BuiltPerson;
  let own: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
    person = await a.person({ in: unit, fullName: 'Trần Văn Bảy', phone: '0900000001' });
    own = await a.account({ person });
    await app.sql('DELETE FROM notices');
    await app.sql('DELETE FROM mail_messages');
  });

  const path = '/api/v1/correction-requests';
  const ask = (fact: string, value?: string, by = own) =>
    app.as(by).post<Asked>(path, { fact, value, note: 'Theo thẻ đảng viên' });
  const asked = async (fact = 'joinedOn', value = '2008-07-01') => (await ask(fact, value)).body.id;
  const correct = (id: string, changes: object, by = secretary) =>
    app.as(by).post<Asked>(`${path}/${id}/correction`, { reason: 'Theo thẻ đảng viên', ...changes });
  const decline = (id: string, by = secretary) =>
    app.as(by).post<Asked>(`${path}/${id}/rejection`, { answer: 'Thẻ ghi như hồ sơ.' });
  const listOf = async (by: BuiltAccount, query = '') =>
    (await app.as(by).get<{ items: Asked[] }>(`${path}${query}`)).body.items.map(({ id }) => id);
  const told = async () => {
    const mails = await app.sql<{ toAddress: string; body: string }>('SELECT to_address, body FROM mail_messages');
    const notices = await app.sql<{ link: string }>('SELECT link FROM notices WHERE account_id = $1', own.id);
    return { mails, notices: notices.map(({ link }) => link) };
  };
  const desk = async (by: BuiltAccount) => (await app.as(by).get<string>('/')).text;

  it('waits for the secretary of the unit, who corrects it there and then', async () => {
    const { status, body } = await ask('joinedOn', '2008-07-01');
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'open', stood: '2008-06-01', asked: '2008-07-01', note: 'Theo thẻ đảng viên' });
    expect(await desk(secretary)).toContain('1 đề nghị sửa thông tin cá nhân chờ trả lời');
    expect(await listOf(secretary, '?state=open')).toEqual([body.id]);

    const corrected = await correct(body.id, { joinedOn: '2008-07-01' });
    expect(corrected.body).toMatchObject({ state: 'corrected', answer: 'Theo thẻ đảng viên' });
    const record = await app.as(own).get<{ joinedOn: string }>(`/api/v1/people/${person.id}`);
    expect(record.body.joinedOn).toBe('2008-07-01');
    expect(await desk(secretary)).not.toContain('chờ trả lời');
    const { mails, notices } = await told();
    expect(mails).toMatchObject([{ toAddress: own.email, body: expect.stringContaining('đã được sửa') as string }]);
    expect(notices).toEqual([`/correction-requests/${body.id}`]);
    expect((await app.as(own).get<string>(`/people/${person.id}`)).text).toContain('Đã sửa');
    expect((await correct(body.id, {})).body).toMatchObject({ status: 409, code: 'correction_answered' });
  });

  it('is not answered as corrected while it reads as it did', async () => {
    const id = await asked();
    for (const changes of [{}, { position: 'Trưởng phòng' }]) {
      expect((await correct(id, changes)).body).toMatchObject({
        status: 422,
        errors: [{ field: 'joinedOn', code: 'not_corrected' }],
      });
    }
    expect((await told()).mails).toEqual([]);
    expect(await listOf(secretary, '?state=open')).toEqual([id]);
    // Corrected before it was answered: what is left is to say so.
    await person.becomes({ joinedOn: '2008-07-01' });
    expect((await correct(id, {})).body).toMatchObject({ state: 'corrected' });
  });

  it('is declined with a sentence that the person reads', async () => {
    const id = await asked();
    expect((await app.as(secretary).post(`${path}/${id}/rejection`, {})).status).toBe(422);
    expect((await decline(id)).body).toMatchObject({ state: 'declined' });
    expect((await told()).mails).toMatchObject([{ body: expect.stringContaining('Thẻ ghi như hồ sơ.') as string }]);
    expect((await app.as(own).get<string>(`/people/${person.id}`)).text).toContain('Thẻ ghi như hồ sơ.');
    expect((await ask('joinedOn', '2008-07-01')).status).toBe(201);
  });

  it('is seen by the person, the unit and the office, and answered by those who keep the roster', async () => {
    const id = await asked();
    const [other, group, data] = [
      await a.secretaryOf(await a.unit()),
      await a.groupOfficer(),
      await a.account({ roles: [['data_officer', (await a.organization()).bloc]] }),
    ];
    const seen = async (by: BuiltAccount) => (await app.as(by).get(`${path}/${id}`)).status;
    expect(await Promise.all([own, secretary, office, data].map(seen))).toEqual([200, 200, 200, 200]);
    expect(
      await Promise.all([other, group, await a.account({ person: await a.person({ in: unit }) })].map(seen)),
    ).toEqual([404, 404, 404]);
    expect(await listOf(own)).toEqual([id]);
    expect(await listOf(other)).toEqual([]);
    expect((await decline(id, other)).status).toBe(404);
    expect((await decline(id, data)).status).toBe(403);
    expect((await correct(id, {}, other)).status).toBe(404);
    expect((await decline(id, office)).status).toBe(200);
  });

  it('goes along when the person moves to another unit', async () => {
    const id = await asked();
    const there = await a.unit();
    const theirs = await a.secretaryOf(there);
    await person.movesTo(there);
    expect((await decline(id)).status).toBe(404);
    expect(await listOf(theirs, '?state=open')).toEqual([id]);
    expect((await decline(id, theirs)).status).toBe(200);
  });

  it('is one open request a fact, and ten at most', async () => {
    expect((await ask('phone', '0900 000 001')).body).toMatchObject({
      errors: [{ field: 'value', code: 'as_it_stands' }],
    });
    const facts = ['fullName', 'cell', 'position', 'partyPosition', 'phone', 'joinedOn', 'officialOn', 'birthDate'];
    const days = ['joinedOn', 'officialOn', 'birthDate'];
    for (const fact of facts) {
      const value = fact === 'phone' ? '0912345678' : days.includes(fact) ? '2001-02-03' : 'Nguyễn Khác';
      expect((await ask(fact, value)).status).toBe(201);
    }
    expect((await ask('phone', '0912345679')).body).toMatchObject({ status: 409, code: 'correction_asked' });
    expect((await ask('keyCadre', 'false')).status).toBe(201);
    expect((await ask('ratings.2025')).status).toBe(201);
    expect((await ask('planned', 'false')).body).toMatchObject({ status: 429, code: 'too_many_corrections' });
  });

  describe('at once', () => {
    const taken = async (asking: readonly Promise<{ status: number }>[]) =>
      (await Promise.all(asking)).filter(({ status }) => status === 201).length;
    const twice = () => taken(Array.from({ length: 6 }, () => ask('cell', 'Chi bộ 9')));

    it('is one open request a fact, which without the index it is not', async () => {
      expect(await twice()).toBe(1);
      await app.sql('DELETE FROM correction_requests');
      await app.sql('DROP INDEX correction_requests_one_open');
      expect(await twice()).toBe(6);
      await app.sql('DELETE FROM correction_requests');
      await app.sql(
        "CREATE UNIQUE INDEX correction_requests_one_open ON correction_requests (person_id, fact) WHERE state = 'open'",
      );
    });

    it('is ten at most', async () => {
      const years = Array.from({ length: 14 }, (_, n) => `ratings.20${10 + n}`);
      expect(await taken(years.map((fact) => ask(fact, 'excellent')))).toBe(10);
    });
  });

  it('is read by the rules of its fact, and of one’s own record alone', async () => {
    expect((await ask('email', 'khong')).body).toMatchObject({ errors: [{ field: 'value', code: 'not_an_email' }] });
    expect((await ask('code', 'X')).body).toMatchObject({ errors: [{ field: 'fact', code: 'not_a_fact' }] });
    expect((await ask('phone', '0912345678', office)).status).toBe(404);
  });

  it('is listed by state, unit, name and time, and leaves as a workbook', async () => {
    const second = await a.person({ in: unit, fullName: 'Lê Thị An' });
    const [first] = [await asked()];
    app.clock.moveTo(new Date(app.clock.now().getTime() + 60_000));
    const { id } = (await ask('cell', 'Chi bộ 3', await a.account({ person: second }))).body;
    await decline(first);
    expect(await listOf(secretary)).toEqual([id, first]);
    expect(await listOf(secretary, '?sort=askedAt')).toEqual([first, id]);
    expect(await listOf(secretary, '?sort=name')).toEqual([id, first]);
    expect(await listOf(secretary, '?state=declined')).toEqual([first]);
    expect(await listOf(office, `?unitId=${unit.id}&sort=-name`)).toEqual([first, id]);
    const page = await app.as(secretary).get<{ items: Asked[]; next: string }>(`${path}?limit=1`);
    expect(await listOf(secretary, `?limit=1&after=${encodeURIComponent(page.body.next)}`)).toEqual([first]);

    const { content, status } = await app.as(secretary).download(`${path}/workbook?sort=name`);
    expect(status).toBe(200);
    const sheet = await readWorkbook({ name: 'x.xlsx', content });
    expect(sheet.rows.slice(2).map((row) => [1, 4, 5, 6, 8].map((column) => cellText(row[column]!)))).toEqual([
      ['Lê Thị An', 'Chi bộ', 'Chi bộ 1', 'Chi bộ 3', 'Chờ trả lời'],
      ['Trần Văn Bảy', 'Ngày vào Đảng', '01/06/2008', '01/07/2008', 'Không sửa'],
    ]);
  });

  it('is asked and answered by pages', async () => {
    const mine = app.as(own);
    const choice = await mine.get<string>('/correction-requests/new');
    expect(choice.text).toContain('href="/correction-requests/new?fact=ratings.2025"');
    const form = await mine.get<string>('/correction-requests/new?fact=education');
    expect(form.text).toContain('<option value="master"');
    const refused = await mine.form('/correction-requests', { fact: 'education', value: '' });
    expect(refused.status).toBe(422);
    expect((await mine.form('/correction-requests', { fact: 'education', value: 'master' })).status).toBe(303);
    const [id] = await listOf(own);

    const theirs = app.as(secretary);
    expect((await theirs.get<string>(`/people/${person.id}`)).text).toContain(`/correction-requests/${id}`);
    const correction = await theirs.get<string>(`/correction-requests/${id}/correction`);
    expect(correction.text).toContain('<option value="master" selected');
    expect(correction.text).toContain('Cán bộ báo sai: Trình độ chuyên môn');
    expect(correction.text).toContain('người này đọc được như câu trả lời');
    const page = await theirs.form(`/correction-requests/${id}/rejection`, { answer: '' });
    expect(page.status).toBe(422);
    expect((await theirs.form(`/correction-requests/${id}/rejection`, { answer: 'Chưa có bằng.' })).status).toBe(303);
  });
});

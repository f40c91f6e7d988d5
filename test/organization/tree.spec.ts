import { OrganizationQueries, type UnitToday } from '../../src/organization/organization.queries';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltUnit, Builders } from '../builders';
import { rosterOf, rosterRow } from '../people/rosters';
import { without } from '../races/crowd';

describe('the tree of units', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let bloc: UnitToday;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    bloc = (await units()).find(({ kind }) => kind === 'bloc')!;
  });
  afterAll(() => app.stop());

  const units = async () => (await app.as(office).get<{ items: UnitToday[] }>('/api/v1/units')).body.items;
  const byCode = async (code: string) => (await units()).find((unit) => unit.code === code);
  const post = (path: string, body: object) => app.as(office).post(`/api/v1/units${path}`, body);
  const journal = (id: string) =>
    app.sql('SELECT action, reason FROM journal_lines WHERE subject_id = $1 ORDER BY id', id);
  const reason = 'Quyết định 5-QĐ/ĐUK';

  it('grows by a form: a Group below the Bloc, a unit below it, one outside the Group', async () => {
    const form = await app.as(office).get<string>('/units/new');
    // While there is one Group, most units stand below it.
    expect(form.text).toContain(`<option value="${(await a.organization()).group.id}" selected`);
    const group = { code: 'TD-1', kind: 'group', nameVi: 'Tập đoàn', parentId: bloc.id };
    const added = await app.as(office).form('/units', group);
    expect(added.status).toBe(303);
    const { id: groupId } = (await byCode('TD-1'))!;
    expect(added.headers.get('location')).toBe(`/units/${groupId}`);
    expect((await app.as(office).get<string>('/units/new')).text).toContain(`<option value="${bloc.id}" selected`);

    const refused = await app.as(office).form('/units', { ...group, nameVi: 'Lần hai' });
    expect([refused.status, refused.text.includes('Mã đơn vị này đã có'), refused.text.includes('Lần hai')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await post('', { ...group, code: 'TD-2', parentId: groupId })).body).toMatchObject({
      errors: [{ field: 'parentId', code: 'not_a_parent' }],
    });
    const outside = await post('', { code: 'NGOAI', kind: 'base', nameVi: 'Ngoài Tập đoàn', parentId: bloc.id });
    expect(outside.body).toMatchObject({ parentId: bloc.id, nameEn: 'Ngoài Tập đoàn', isLive: true });
    const early = await post('', { ...group, code: 'MAI', kind: 'base', since: '2026-01-06' });
    expect(early.body).toMatchObject({ errors: [{ field: 'since', code: 'not_yet' }] });
    expect(await byCode('MAI')).toBeUndefined();
    // What is entered of earlier years finds its name.
    expect((await app.as(office).get(`/api/v1/units/${String(outside.body['id'])}/names`)).body).toMatchObject({
      items: [{ since: '2020-10-01' }],
    });
  });

  it('grows by pasted lines: all of them, in any order, or none with each problem told', async () => {
    const refused = await app.as(office).form('/units/pasted', {
      parentId: bloc.id,
      units: 'P-1; Đơn vị một; P-9\nKHOI; Trùng mã\nP-2; Đơn vị hai',
    });
    expect([refused.status, refused.text.includes('Dòng 2 (KHOI)'), refused.text.includes('P-2; Đơn vị hai')]).toEqual([
      422,
      true,
      true,
    ]);
    const orphan = await app.as(office).form('/units/pasted', { parentId: bloc.id, units: 'P-1; Đơn vị một; P-9' });
    expect(orphan.text).toContain('không tìm thấy mã đơn vị cấp trên');
    expect(await byCode('P-2')).toBeUndefined();

    const lines = 'P-1; Đơn vị một; P-TD\nP-TD; Tập đoàn hai; ; Group two; tập đoàn\nP-2; Đơn vị hai';
    const added = await app.as(office).form('/units/pasted', { parentId: bloc.id, units: lines });
    expect([added.status, added.headers.get('location')]).toEqual([303, '/units']);
    const group = (await byCode('P-TD'))!;
    expect([group.kind, group.parentId, group.nameEn]).toEqual(['group', bloc.id, 'Group two']);
    expect([(await byCode('P-1'))!.parentId, (await byCode('P-2'))!.parentId]).toEqual([group.id, bloc.id]);
    expect((await post('/batch', { units: [{ code: 'P-3', nameVi: 'Ba', parentCode: 'P-1' }] })).status).toBe(201);
  });

  it('grows from a sheet: read into lines that are tried out and corrected, stored once they are sent', async () => {
    const sheet = (...rows: string[]) => ({
      name: 'don-vi.csv',
      content: Buffer.from(['DANH SÁCH ĐƠN VỊ', '', 'STT;Tên đơn vị;Mã;Trực thuộc;Loại', ...rows].join('\n')),
    });
    const right = sheet('1;"Đơn vị; một";T-1;T-TD;', '', '2;Tập đoàn ba;T-TD;;Tập đoàn');
    const shown = await app.as(office).upload<string>('/units/pasted/sheet', right);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('2 đơn vị, không có lỗi. Chưa lưu.');
    const lines = 'T-1\tĐơn vị; một\tT-TD\nT-TD\tTập đoàn ba\t\t\tTập đoàn';
    expect(/<textarea[^>]*>([^<]*)<\/textarea>/.exec(shown.text)![1]).toBe(lines);
    expect(await byCode('T-1')).toBeUndefined();

    const wrong = await app.as(office).upload<string>('/units/pasted/sheet', sheet('1;Trùng;KHOI;;', '2;;T-9;;'));
    expect([wrong.status, wrong.text.includes('Dòng 2: cần ít nhất mã và tên')]).toEqual([422, true]);
    expect(wrong.text).toContain('KHOI\tTrùng\nT-9');
    const nothing = { name: 'khac.csv', content: Buffer.from('Họ tên;Ngày sinh\nAn;1990\n') };
    const none = await app.as(office).upload<string>('/units/pasted/sheet', nothing);
    expect([none.status, none.text.includes('Mã')]).toEqual([422, true]);

    // A Bloc that became part of this one comes first by its code, and has nothing below it.
    await a.change('units', { id: (await a.mergedBloc()).id }, { code: 'CU' });
    const read = await app.as(office).upload('/api/v1/units/sheet', right);
    expect(read.body).toMatchObject({
      items: [
        { code: 'T-1', nameVi: 'Đơn vị; một', parentCode: 'T-TD', kind: 'base' },
        { code: 'T-TD', parentCode: 'KHOI', kind: 'group' },
      ],
    });
    const tried = await app.as(office).form('/units/pasted', { parentId: bloc.id, units: lines, preview: 'yes' });
    expect([tried.status, tried.text.includes('Chưa lưu')]).toEqual([200, true]);
    const units = [{ code: 'T-1', nameVi: 'Một', parentCode: 'T-TD' }];
    expect((await post('/batch/preview', { units })).body).toMatchObject({ errors: [{ code: 'no_parent' }] });
    expect(await byCode('T-TD')).toBeUndefined();

    expect((await app.as(office).form('/units/pasted', { parentId: bloc.id, units: lines })).status).toBe(303);
    expect(await byCode('T-1')).toMatchObject({ nameVi: 'Đơn vị; một', parentId: (await byCode('T-TD'))!.id });
  });

  it('offers the eight organisations, and stores them only when they are sent', async () => {
    expect((await app.as(office).get<string>('/units/pasted')).text).not.toContain('Phân bón Bình Điền');
    const example = async () => {
      const page = await app.as(office).get<string>('/units/pasted?example=true');
      return /<textarea[^>]*>([^<]*)<\/textarea>/.exec(page.text)![1]!;
    };
    const offered = await example();
    expect(await byCode('BFC')).toBeUndefined();
    expect((await app.as(office).form('/units/pasted', { parentId: bloc.id, units: offered })).status).toBe(303);
    const { parentId } = (await byCode('BFC'))!;
    expect((await units()).find(({ id }) => id === parentId)?.kind).toBe('group');
    expect(await example()).toBe('');
  });

  it('moves a unit with what is below it from a day on, never below itself', async () => {
    const [upper, lower] = [await a.unit(), await a.unit()];
    const under = (unit: BuiltUnit, parentId: string, since: string) =>
      app.as(office).form(`/units/${unit.id}/moves`, { parentId, since, reason });
    expect((await under(lower, upper.id, '2026-01-05')).status).toBe(303);
    expect((await byCode(lower.code))!.parentId).toBe(upper.id);
    const secretary = await a.secretaryOf(upper);
    expect((await app.as(secretary).get(`/people?unitId=${lower.id}`)).status).toBe(200);

    const circle = await under(upper, lower.id, '2026-01-05');
    expect([circle.status, circle.text.includes('Hãy chọn một đơn vị cấp trên khác')]).toEqual([422, true]);
    expect((await under(upper, upper.id, '2026-01-05')).status).toBe(422);
    // It will stand there by then.
    expect((await under(lower, bloc.id, '2026-03-01')).status).toBe(303);
    expect((await under(upper, lower.id, '2026-02-01')).status).toBe(422);
    expect((await under(upper, lower.id, '2026-03-01')).status).toBe(303);
    expect((await under(lower, upper.id, '2026-04-01')).status).toBe(422);
    const early = await under(lower, upper.id, '2026-02-01');
    expect([early.status, early.text.includes('01/03/2026')]).toEqual([422, true]);
    const parents = await app.as(office).get<{ items: object[] }>(`/api/v1/units/${lower.id}/parents`);
    expect(parents.body.items).toMatchObject([
      { parentId: bloc.id, since: '2026-03-01', until: null },
      { parentId: upper.id, since: '2026-01-05', until: '2026-02-28' },
      { until: '2026-01-04' },
    ]);
    expect(await journal(lower.id)).toEqual([
      { action: 'units.moved', reason },
      { action: 'units.moved', reason },
    ]);
  });

  it('lets a unit leave once nobody and nothing belongs to it, and says what does, with its doors', async () => {
    const unit = await a.unit();
    const secretary = await a.secretaryOf(unit);
    const person = await a.person({ in: unit });
    const inClass = await a.trainingClass({ allocations: [[unit, 2]] });
    const letter = { number: '1-CV/ĐU', date: '2026-01-05' };
    const nominated = await app
      .as(secretary)
      .post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, { personId: person.id, letter });
    const end = (given: Record<string, string> = {}) =>
      app.as(office).form(`/units/${unit.id}/end`, { on: '2026-01-05', reason, ...given });

    const page = await app.as(office).get<string>(`/units/${unit.id}/end`);
    for (const door of [`/people?unitId=${unit.id}`, `/classes/${inClass.id}/nominations?unitId=${unit.id}`])
      expect(page.text).toContain(`href="${door}"`);
    expect(page.text).toContain('1 chỉ tiêu chưa dùng');
    const all = { peopleLeave: 'true', endsGrants: 'true' };
    const refused = await end();
    expect([refused.status, refused.text.includes('Đơn vị chưa rời Khối được')]).toEqual([409, true]);
    expect((await app.as(secretary).get('/people')).status).toBe(200);

    await app.as(secretary).post(`/api/v1/nominations/${nominated.body.id}/withdrawal`, { reason: 'Rời Khối' });
    const returned = await app
      .as(secretary)
      .post(`/api/v1/classes/${inClass.id}/seats/returns`, { unitId: unit.id, count: 2, reason: 'Rời Khối' });
    expect([returned.status, returned.body['code']]).toEqual([200, undefined]);
    expect((await app.as(office).get(`/api/v1/units/${unit.id}/end`)).body).toMatchObject({
      people: 1,
      grants: [{ accountId: secretary.id, role: 'unit_secretary' }],
      classes: [],
    });
    expect((await end()).status).toBe(409);
    expect((await end({ ...all, on: '2026-01-06' })).status).toBe(422);
    expect((await end(all)).status).toBe(303);

    expect(await byCode(unit.code)).toMatchObject({ leftOn: '2026-01-05', isLive: false });
    expect((await app.as(secretary).get('/people')).status).toBe(403);
    expect(await app.sql('SELECT left_on FROM persons WHERE id = $1', person.id)).toEqual([{ leftOn: '2026-01-05' }]);
    const given = await app.as(office).post(`/api/v1/classes/${inClass.id}/seats/allocations`, {
      shares: [{ unitId: unit.id, seats: 1 }],
    });
    expect(given.status).toBe(422);
    expect((await post(`/${unit.id}/moves`, { parentId: bloc.id, since: '2026-01-05', reason })).body).toMatchObject({
      code: 'unit_has_left',
    });

    const reported = async (year: number) => {
      const { units } = (
        await app.as(office).get<{ units: { unitId: string }[] }>(`/api/v1/reports/joint?year=${year}`)
      ).body;
      return units.some(({ unitId }) => unitId === unit.id);
    };
    const now = app.clock.now();
    app.clock.moveTo(new Date('2027-02-01T01:00:00Z'));
    expect([await reported(2026), await reported(2027)]).toEqual([true, false]);
    app.clock.moveTo(now);

    const shown = await app.as(office).get<string>(`/units/${unit.id}`);
    expect(shown.text).toContain('Đã rời Khối từ 05/01/2026');
    expect((await app.as(office).form(`/units/${unit.id}/return`, { reason: 'Trở lại' })).status).toBe(303);
    expect((await post(`/${unit.id}/return`, { reason: 'Trở lại' })).body).toMatchObject({ code: 'unit_has_not_left' });
    expect(await byCode(unit.code)).toMatchObject({ leftOn: null, isLive: true });
    expect(await journal(unit.id)).toEqual([
      { action: 'units.left', reason },
      { action: 'units.came_back', reason: 'Trở lại' },
    ]);
  });

  it('gives a unit that left neither people nor roles, and no roster for it is even tried', async () => {
    const [unit, from] = [await a.unit(), await a.unit()];
    const person = await a.person({ in: from });
    const account = await a.account({});
    await a.change('units', { id: unit.id }, { leftOn: '2026-01-05' });
    const roster = rosterOf([rosterRow(`${unit.code}-1`, 'Lê An')]);
    const answers = [
      await app.as(office).post('/api/v1/people', {
        unitId: unit.id,
        code: `${unit.code}-9`,
        fullName: 'Lê An',
        sex: 'male',
        birthDate: '1980-05-12',
        standing: 'official',
        education: 'university',
      }),
      await app.as(office).upload('/api/v1/roster-imports', roster, { unitId: unit.id }),
      await app
        .signedIn(await a.account({ roles: [['admin', (await a.organization()).bloc]] }))
        .post(`/api/v1/accounts/${account.id}/grants`, { role: 'unit_secretary', unitId: unit.id }),
    ];
    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual([
      [409, 'unit_has_left'],
      [409, 'unit_has_left'],
      [409, 'unit_has_left'],
    ]);
    const move = { unitId: unit.id, on: '2026-01-04', reason };
    expect((await app.as(office).post(`/api/v1/people/${person.id}/moves`, move)).status).toBe(422);
    expect(await app.sql('SELECT 1 FROM persons WHERE unit_id = $1', unit.id)).toEqual([]);
  });

  it('applies no roster that was tried before its unit left', async () => {
    const unit = await a.unit();
    const roster = rosterOf([rosterRow(`${unit.code}-1`, 'Lê An')]);
    const { body } = await app.as(office).upload<{ id: string }>('/api/v1/roster-imports', roster, { unitId: unit.id });
    await a.change('units', { id: unit.id }, { leftOn: '2026-01-05' });
    const applied = await app.as(office).post(`/api/v1/roster-imports/${body.id}/application`);
    expect([applied.status, applied.body['code']]).toEqual([409, 'unit_has_left']);
  });

  it('lets a unit come back below one that became part of another, and not below one that left', async () => {
    const [upper, lower] = [await a.unit(), await a.unit()];
    await post(`/${lower.id}/moves`, { parentId: upper.id, since: '2026-01-05', reason });
    const end = (unit: BuiltUnit) => post(`/${unit.id}/end`, { on: '2026-01-05', reason });
    expect([(await end(lower)).status, (await end(upper)).status]).toEqual([200, 200]);
    const refused = await app.as(office).form(`/units/${lower.id}/return`, { reason });
    expect([refused.status, refused.text.includes('đã rời Khối. Hãy ghi đơn vị cấp trên trở lại trước')]).toEqual([
      409,
      true,
    ]);
    await post(`/${upper.id}/return`, { reason });
    const whole = await a.unit();
    const merger = { unitIds: [upper.id], intoUnitId: whole.id, on: '2026-01-05', reason };
    expect((await app.as(office).post('/api/v1/unit-mergers', merger)).status).toBe(201);
    expect((await post(`/${lower.id}/return`, { reason })).status).toBe(200);
    // It stands below what its unit above became part of, which therefore stays.
    expect((await end(whole)).body).toMatchObject({ code: 'unit_still_needed', facts: { unitsBelow: 1 } });
  });

  it('gives no seat to a unit that leaves while seats are shared out', async () => {
    const unit = await a.unit();
    const inClass = await a.trainingClass({ seats: 3 });
    const organization = app.get(OrganizationQueries);
    const look = organization.baseUnits.bind(organization);
    const leftMeanwhile: OrganizationQueries['baseUnits'] = async () => {
      const seen = await look();
      await a.change('units', { id: unit.id }, { leftOn: '2026-01-05' });
      return seen;
    };
    await without(organization, 'baseUnits', leftMeanwhile, async () => {
      const shares = [{ unitId: unit.id, seats: 2 }];
      const given = await app.as(office).post(`/api/v1/classes/${inClass.id}/seats/allocations`, { shares, reason });
      expect([given.status, given.body['code']]).toEqual([409, 'unit_has_left']);
    });
    expect(await app.sql('SELECT 1 FROM seats WHERE unit_id = $1', unit.id)).toEqual([]);
  });

  it('leaves nothing below a unit that leaves at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [unit, other] = [await a.unit(), await a.unit()];
      await Promise.all([
        post(`/${unit.id}/end`, { on: '2026-01-05', reason }),
        round % 2
          ? post('', { code: `L-${round}`, kind: 'base', nameVi: 'Mới', parentId: unit.id })
          : app
              .as(office)
              .post('/api/v1/unit-mergers', { unitIds: [other.id], intoUnitId: unit.id, on: '2026-01-05', reason }),
      ]);
      // What became part of it before it left stays part of it.
      const below = await app.sql(
        `SELECT 1 FROM units u JOIN unit_parents p ON p.parent_id = u.id AND upper_inf(p.valid) JOIN units b ON b.id = p.unit_id
         WHERE u.id = $1 AND u.left_on IS NOT NULL AND (b.merged_into_id IS NULL OR EXISTS (
           SELECT FROM journal_lines l JOIN journal_lines m ON m.id > l.id AND m.subject_id = b.id AND m.action = 'units.merged'
           WHERE l.subject_id = u.id AND l.action = 'units.left'))`,
        unit.id,
      );
      expect([round, below]).toEqual([round, []]);
    }
  });
});

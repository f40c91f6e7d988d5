import { InvariantsService } from '../src/invariants/invariants.service';
import { DeclaredRoutes } from '../src/platform/access/declared-routes';
import { startOfSpecs, TestApp } from './app';
import { type BuiltAccount, Builders } from './builders';
import { deciding, decidingNothing, ownRowLeftOut } from './oneself.table';
import { inPerson } from './permissions.table';
import { rosterOf, rosterRow } from './people/rosters';
import { World } from './world';

describe('nobody decides about oneself', () => {
  let app: TestApp;
  let a: Builders;
  let world: World;
  /** A learner of the class who holds every office there is, and one who holds it as somebody's deputy only. */
  let officer: BuiltAccount;
  let deputy: BuiltAccount;
  let moduleId: string;
  let nominations: { id: string; personId: string };

  /** Lends whatever an account holds to another for the days of the spec. */
  const lend = async (from: BuiltAccount, to: BuiltAccount) =>
    app.sql(
      `INSERT INTO grants (account_id, role, unit_id, class_id, granted_at, lent_from, starts_on, ends_on, lent_reason)
       SELECT $2, role, unit_id, class_id, granted_at, id, '2026-01-01', '2026-03-01', 'Nghỉ phép' FROM grants
       WHERE account_id = $1 AND lent_from IS NULL`,
      from.id,
      to.id,
    );

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    world = await World.build(app, a);
    const { ids, callers } = world;
    officer = callers.get('C')!;
    for (const caller of ['T', 'G', 'S'] as const) await lend(callers.get(caller)!, officer);
    const [nomination] = await app.sql<{ id: string; personId: string }>(
      `SELECT id, person_id FROM nominations WHERE id = $1`,
      ids['nominations'],
    );
    nominations = nomination!;
    const [nominee] = await app.sql<{ id: string; fullName: string }>(
      `SELECT id, full_name FROM persons WHERE id = $1`,
      nominations.personId,
    );
    deputy = await a.account({ person: nominee! });
    for (const caller of ['T', 'G', 'S'] as const) await lend(callers.get(caller)!, deputy);
    moduleId = await a.module({ id: ids['classes']! }, 1);
    await a.insert('essays', {
      enrollmentId: ids['enrollments'],
      number: 1,
      body: 'Bài thu hoạch',
      handedInAt: app.clock.now(),
    });
    const enrollment = { enrollmentId: ids['enrollments'] };
    await a.change('classes', { id: ids['classes'] }, { closesOn: '2026-02-07' });
    const at = app.clock.now();
    const exception = await a.insert('admission_overrides', {
      ...{ classId: ids['classes'], personId: ids['people'], rule: 'rating', decisionNumber: '1-QĐ', reason: 'x' },
      ...{ decisionDate: '2026-01-02', authority: 'Ban Thường vụ', recordedAt: at },
    });
    const permission = await a.insert('exam_permissions', {
      ...{ ...enrollment, moduleId: await a.module({ id: ids['classes']! }, 2), decisionNumber: '1-QĐ', reason: 'x' },
      ...{ decidedOn: '2026-01-02', recordedAt: at },
    });
    await a.change(
      'person_mergers',
      { id: ids['mergers'] },
      { undoneAt: null, undoneByName: null, undoneReason: null, facts: { goes: { unitId: ids['unitId'] } } },
    );
    await a.change('persons', { id: ids['people'] }, { leftOn: '2026-01-04' });
    const [leaver] = await app.sql<{ id: string }>('SELECT id FROM leavers WHERE person_id = $1', ids['people']);
    Object.assign(ids, {
      leavers: leaver!.id,
      ...{ moduleId, personId: ids['people'], otherUnit: (await a.unit()).id, ownAddress: officer.email },
      ...{ overrides: exception, overrideId: exception, 'exam-permissions': permission, permissionId: permission },
    });
  });
  afterAll(() => app.stop());
  afterEach(() => app.clock.moveTo(startOfSpecs));

  it('is said of every door that changes something', () => {
    const routes = app
      .get(DeclaredRoutes)
      .list()
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`);
    const isOther = (route: string) => {
      const place = route.replace(/^\w+ (\/api\/v1)?\//, '');
      return decidingNothing.some((one) => (one.endsWith('/') ? place.startsWith(one) : place === one));
    };
    const said = [...Object.keys(deciding), ...ownRowLeftOut];
    expect(routes.filter((route) => said.includes(route) === isOther(route))).toEqual([]);
    expect(said.filter((route) => !routes.includes(route))).toEqual([]);
  });

  it.each(Object.entries(deciding))('%s is refused, and says who decides', async (route, sent) => {
    app.clock.moveTo(new Date('2026-02-07T12:00:00+07:00'));
    const [method, path] = route.split(' ') as [string, string];
    const caller = path.includes('/nominations/') ? deputy : officer;
    const as = inPerson.includes(route) ? app.signedIn(caller) : app.as(caller);
    const { status, text } = await as.call(method, world.fill(path), sent(world.ids));
    expect({ status, told: text.includes('cán bộ khác có cùng thẩm quyền') }).toEqual({ status: 403, told: true });
    if (path.startsWith('/api')) expect(JSON.parse(text)).toMatchObject({ code: 'about_oneself' });
  });

  it('of several nominations the own one is refused and the others are decided', async () => {
    const other = await a.person({ in: { id: world.ids['unitId']! } });
    const { body } = await app.as(deputy).post<{ id: string }>(`/api/v1/classes/${world.ids['classes']}/nominations`, {
      personId: other.id,
      unitId: world.ids['unitId'],
      letter: { number: '2-CV/ĐU', date: '2026-01-05' },
    });
    const decisions = [nominations.id, body.id].map((nominationId) => ({ nominationId, decision: 'endorse' }));
    await app.as(deputy).post('/api/v1/nominations/reviews', { decisions });
    expect(
      await app.sql(`SELECT id, state FROM nominations WHERE id IN ($1, $2) ORDER BY state`, nominations.id, body.id),
    ).toEqual([
      { id: body.id, state: 'endorsed' },
      { id: nominations.id, state: 'submitted' },
    ]);
  });

  it('offers no button for what would be refused', async () => {
    const own = await app.as(deputy).get<string>(`/nominations/${nominations.id}`);
    expect(own.text).not.toContain(`/nominations/${nominations.id}/endorsement`);
    const others = await app.as(world.callers.get('G')!).get<string>(`/nominations/${nominations.id}`);
    expect(others.text).toContain(`/nominations/${nominations.id}/endorsement`);
  });

  it('the office takes nobody late who is itself', async () => {
    app.clock.moveTo(new Date('2026-01-25T08:00:00+07:00'));
    const nominate = (personId: string) =>
      app.as(deputy).post(`/api/v1/classes/${world.ids['classes']}/nominations`, {
        personId,
        unitId: world.ids['unitId'],
        letter: { number: '3-CV/ĐU', date: '2026-01-05' },
        lateReason: 'Bổ sung',
      });
    expect((await nominate(nominations.personId)).body['code']).toBe('about_oneself');
    const other = await a.person({ in: { id: world.ids['unitId']! } });
    expect((await nominate(other.id)).status).toBe(201);
  });

  it('of a sheet of attendance, and of marks, one’s own row is left to others and the rest is done', async () => {
    const { classes: classId, 'half-days': halfDayId, enrollments: own } = world.ids;
    app.clock.moveTo(new Date('2026-02-07T12:00:00+07:00'));
    const other = await a.enrollment({ in: { id: classId! } });
    const entries = [own, other.id].map((enrollmentId) => ({ enrollmentId, mark: 'present' }));
    const sheet = (sent: object[]) =>
      app.as(officer).put<Record<string, unknown>>(`/api/v1/half-days/${halfDayId}/attendance`, { entries: sent });
    expect((await sheet(entries)).body).toEqual({ marked: 1, corrected: 0, unchanged: 0, refused: [own] });

    const marks = [own, other.id].map((enrollmentId) => ({ enrollmentId, moduleId, mark: 8 }));
    const { body } = await app.as(officer).put(`/api/v1/classes/${classId}/marks`, { entries: marks });
    expect(body).toEqual({ changed: 1, refused: [own] });
    expect(await app.sql('SELECT enrollment_id AS id FROM module_marks')).toEqual([{ id: other.id }]);
    expect(await app.sql(`SELECT mark FROM attendance_lines WHERE enrollment_id = $1`, own)).toEqual([
      { mark: 'unmarked' },
    ]);
  });

  it('of a roster one’s own row is told as left to others, and the rest is taken', async () => {
    const { unitId, people, newcomer } = world.ids;
    const rows = await app.sql<{ code: string; born: string }>(
      `SELECT code, to_char(birth_date, 'DD/MM/YYYY') AS born FROM persons WHERE id = ANY ($1) ORDER BY id = $2`,
      [people, newcomer],
      newcomer,
    );
    const roster = rosterOf(
      rows.map(({ code, born }) => rosterRow(code, 'Lê An', { 'Ngày sinh': born, 'Chức vụ chính quyền': 'Giám đốc' })),
    );
    const sent = await app
      .as(officer)
      .upload<{ id: string; summary: object }>('/api/v1/roster-imports', roster, { unitId: unitId! });
    expect(sent.body.summary).toMatchObject({ changed: 1, refused: 1 });
    const path = `roster-imports/${sent.body.id}`;
    expect((await app.as(officer).get(`/${path}`)).text).toContain('cán bộ khác có cùng thẩm quyền');
    await app.as(officer).post(`/api/v1/${path}/application`);
    const directors = 'SELECT id FROM persons WHERE unit_id = $1 AND position = $2';
    expect(await app.sql(directors, unitId, 'Giám đốc')).toEqual([{ id: newcomer }]);
  });

  it('of a sheet of attendance and a sheet of marks, too', async () => {
    const { classes: classId, people } = world.ids;
    app.clock.moveTo(new Date('2026-02-07T12:00:00+07:00'));
    const [own] = await app.sql<{ code: string; fullName: string }>(
      'SELECT code, full_name FROM persons WHERE id = $1',
      people,
    );
    const { code, fullName } = own!;
    for (const [kind, heading, cell, verdict] of [
      ['attendance-imports', 'Sáng 07/02/2026', 'x', 'blocked'],
      ['mark-imports', 'HP 1 lần 1', '9', 'refused'],
    ] as const) {
      const content = Buffer.from(`Mã số;Họ và tên;${heading}\n${code};${fullName};${cell}\n`);
      const { body } = await app
        .as(officer)
        .upload<{ id: string }>(`/api/v1/classes/${classId}/${kind}`, { name: 'x.csv', content });
      const page = await app.as(officer).get<string>(`/${kind}/${body.id}`);
      expect(page.text).toContain('cán bộ khác có cùng thẩm quyền');
      expect((await app.as(officer).get<string>(`/api/v1/${kind}/${body.id}`)).text).toContain(verdict);
    }
  });

  it('leaves nothing for the doctor to find', async () => {
    expect(await app.get(InvariantsService).examine(['I12'])).toEqual([{ invariant: 'I12', broken: 0, ids: [] }]);
  });
});

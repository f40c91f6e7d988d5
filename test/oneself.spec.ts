import { InvariantsService } from '../src/invariants/invariants.service';
import { TestApp } from './app';
import { type BuiltAccount, Builders } from './builders';
import { World } from './world';

const reason = 'Theo quyết định';
const decision = { decision: '12-QĐ/ĐUK', decidedOn: '2026-01-02', reason };

describe('nobody decides about oneself', () => {
  let app: TestApp;
  let a: Builders;
  let world: World;
  /** A learner of the class who holds every office there is, and one who holds it as somebody's deputy only. */
  let officer: BuiltAccount;
  let deputy: BuiltAccount;
  let moduleId: string;
  let otherUnit: string;
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
    otherUnit = (await a.unit()).id;
  });
  afterAll(() => app.stop());

  const ownEnrollment: readonly (readonly [string, string, () => object])[] = [
    ['PUT', '/api/v1/enrollments/:id/marks', () => ({ marks: [{ moduleId, mark: 9 }] })],
    ['POST', '/api/v1/enrollments/:id/essay-acceptance', () => ({})],
    ['PUT', '/api/v1/enrollments/:id/essay-mark', () => ({ mark: 10 })],
    ['POST', '/api/v1/enrollments/:id/essay-return', () => ({ reason, dueAt: '2026-12-31T17:00:00+07:00' })],
    [
      'POST',
      '/api/v1/enrollments/:id/exam-permissions',
      () => ({ moduleIds: [moduleId], decisionNumber: '1-QĐ', decidedOn: '2026-01-02', reason }),
    ],
    ['PUT', '/api/v1/enrollments/:id/completion-override', () => decision],
    ['DELETE', '/api/v1/enrollments/:id/completion-override', () => ({})],
    ['POST', '/api/v1/leave-requests/:id/approval', () => ({})],
    ['POST', '/api/v1/leave-requests/:id/rejection', () => ({ reason })],
    ['PUT', '/api/v1/diplomas/:id', () => ({ number: 'B-1', issuedOn: '2026-01-02' })],
    ['POST', '/api/v1/certificates/:id/corrections', () => ({ reason, holderName: 'Tên Khác' })],
    ['POST', '/api/v1/certificates/:id/replacement', () => ({ reason })],
    ['POST', '/api/v1/certificates/:id/revocation', () => ({ reason, decision: '1-QĐ' })],
    ['POST', '/api/v1/training-records/:id/corrections', () => ({ reason, holderName: 'Tên Khác' })],
    ['POST', '/api/v1/training-records/:id/withdrawal', () => ({ reason })],
    ['POST', '/api/v1/people/:id/departure', () => ({ on: '2026-01-02', reason })],
    ['POST', '/api/v1/people/:id/return', () => ({ on: '2026-01-02', reason })],
    ['POST', '/api/v1/correction-requests/:id/correction', () => ({ cell: 'Chi bộ 2', reason })],
    ['POST', '/api/v1/correction-requests/:id/rejection', () => ({ answer: reason })],
    ['PATCH', '/api/v1/people/:id', () => ({ standing: 'official', reason })],
    ['POST', '/api/v1/people/:id/moves', () => ({ on: '2026-01-02', unitId: otherUnit, reason })],
    [
      'POST',
      '/api/v1/classes/:id/overrides',
      () => ({
        personId: world.ids['people'],
        rule: 'standing',
        decisionNumber: '1-QĐ',
        decisionDate: '2026-01-02',
        authority: 'Ban Thường vụ',
        reason,
      }),
    ],
  ];

  it.each(ownEnrollment)('%s %s is refused, and says who decides', async (method, path, body) => {
    const { status, body: told } = await app.as(officer).call(method, world.fill(path), body());
    expect({ status, code: told['code'] }).toEqual({ status: 403, code: 'about_oneself' });
    expect(told['detail']).toContain('cán bộ khác');
  });

  it.each([
    ['endorsement', {}],
    ['acceptance', {}],
    ['return', { reason, correctBy: '2026-01-15' }],
    ['rejection', { reason }],
  ])('the %s of one’s own nomination is refused to a deputy too', async (move, body) => {
    const { status, body: told } = await app.as(deputy).post(`/api/v1/nominations/${nominations.id}/${move}`, body);
    expect({ status, code: told['code'] }).toEqual({ status: 403, code: 'about_oneself' });
    const [kept] = await app.sql(`SELECT state, decided_by FROM nominations WHERE id = $1`, nominations.id);
    expect(kept).toEqual({ state: 'submitted', decidedBy: null });
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

  it('nobody exempts oneself from a study', async () => {
    const path = world.fill('/api/v1/classes/:id/obliged-units/:unitId/exemptions/:personId');
    const own = path.replace(world.ids['personId']!, world.ids['people']!);
    const body = { ground: 'away', decidedBy: 'Chi bộ' };
    expect((await app.as(officer).put(own, body)).body['code']).toBe('about_oneself');
    expect((await app.as(officer).put(path, body)).status).toBeLessThan(300);
  });

  it('of a sheet of attendance, and of marks, one’s own row is left to others and the rest is done', async () => {
    const { classes: classId, 'half-days': halfDayId, enrollments: own } = world.ids;
    app.clock.moveTo(new Date('2026-02-07T12:00:00+07:00'));
    const other = await a.enrollment({ in: { id: classId! } });
    const entries = [own, other.id].map((enrollmentId) => ({ enrollmentId, mark: 'present' }));
    const sheet = (sent: object[]) =>
      app.as(officer).put<Record<string, unknown>>(`/api/v1/half-days/${halfDayId}/attendance`, { entries: sent });
    expect((await sheet(entries.slice(0, 1))).body['code']).toBe('about_oneself');
    expect((await sheet(entries)).body).toEqual({ marked: 1, corrected: 0, unchanged: 0, refused: [own] });

    const marks = [own, other.id].map((enrollmentId) => ({ enrollmentId, moduleId, mark: 8 }));
    const { body } = await app.as(officer).put(`/api/v1/classes/${classId}/marks`, { entries: marks });
    expect(body).toEqual({ changed: 1, refused: [own] });
    expect(await app.sql('SELECT enrollment_id AS id FROM module_marks')).toEqual([{ id: other.id }]);
    expect(await app.sql(`SELECT mark FROM attendance_lines WHERE enrollment_id = $1`, own)).toEqual([
      { mark: 'unmarked' },
    ]);
  });

  it('nobody is made manager of a class by oneself', async () => {
    const { status, body } = await app
      .signedIn(officer)
      .post(`/api/v1/classes/${world.ids['classes']}/managers`, { email: officer.email });
    expect({ status, code: body['code'] }).toEqual({ status: 403, code: 'about_oneself' });
  });

  it('leaves nothing for the doctor to find', async () => {
    expect(await app.get(InvariantsService).examine(['I12'])).toEqual([{ invariant: 'I12', ids: [] }]);
  });
});

import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { Situations } from '../reminders/situations';
import { ClassInCourse, type Learner } from './class-in-course';
import { Builders, type BuiltClass, type BuiltHalfDay, type BuiltNomination } from '../builders';

interface Part {
  readonly classId: string;
  readonly code: string;
  readonly capacity: number;
  readonly people: readonly { readonly personId: string }[];
  readonly halfDays: number;
  readonly withoutRoom: number;
  readonly withoutLecturer: number;
  readonly emptied: readonly { readonly what: string; readonly name: string; readonly day: string }[];
  readonly carried: Readonly<Record<string, number>>;
}
interface Outcome {
  readonly parts: readonly Part[];
  readonly stay: number;
  readonly fingerprint: string;
  readonly code?: string;
}

/** Class K is under way: unit A has An, Bình and a reserve, unit B has Chi and Dũng. Two of six mornings are over. */
describe('a class that is split', () => {
  let app: TestApp;
  let builders: Builders;
  let here: ClassInCourse;
  let k: BuiltClass;
  let mornings: BuiltHalfDay[];
  let room: string;
  let an: Learner;
  let binh: Learner;
  let chi: Learner;
  let dung: Learner;
  let reserve: BuiltNomination;
  let philosophy: string;
  const reason = 'Hội trường chỉ có hai chỗ';

  beforeAll(async () => {
    app = await TestApp.start();
    builders = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    here = await ClassInCourse.gather(app, builders);
    const { a, units } = here;
    room = await a.room();
    k = await here.aClass([2, 2], { roomId: room });
    const lecturerId = await a.lecturer();
    mornings = await here.mornings(k, { lecturerId });
    philosophy = await a.module(k, 1, 'Triết học');
    await a.insert('module_half_days', { halfDayId: mornings[0]!.id, moduleId: philosophy });
    an = await here.learner(k, 1, 'Nguyễn Văn An');
    binh = await here.learner(k, 2, 'Trần Thị Bình');
    chi = await here.learner(k, 3, 'Lê Thị Chi', units[1]);
    dung = await here.learner(k, 4, 'Phạm Văn Dũng', units[1]);
    reserve = await a.nomination({ in: k, of: units[0], rank: 1 });
    here.midway();
  });

  const wanted = (more: object = {}, part: object = {}) => ({
    division: 'units',
    parts: [{ code: `K2-${k.id}`, name: 'Lớp mới', unitIds: [here.units[1].id], ...part }],
    reason,
    ...more,
  });
  const split = (body: object, by = here.office) => app.as(by).post<Outcome>(`/api/v1/classes/${k.id}/splits`, body);
  const look = (body: object) => app.as(here.office).post<Outcome>(`/api/v1/classes/${k.id}/splits/preview`, body);

  it('has its people go with seats, attendance and the call they answered, and stays with the others', async () => {
    const { status, body } = await split(wanted());
    expect(status).toBe(201);
    const [part] = body.parts;
    expect(part).toMatchObject({ capacity: 2, halfDays: 6, carried: { people: 2, seats: 2, attendance: 4 } });
    expect(body.stay).toBe(3);
    const k2 = { id: part!.classId };
    expect((await here.roster(k2)).map(({ personId }) => personId).sort()).toEqual(
      [chi.person.id, dung.person.id].sort(),
    );
    expect((await here.roster(k)).map(({ personId }) => personId).sort()).toEqual(
      [an.person.id, binh.person.id].sort(),
    );
    expect(await here.roster(k, true)).toMatchObject([{ continuedBy: { classCode: part!.code } }, {}]);
    // What was missed while both were one class was missed, whatever the course carries in a transfer.
    expect(await here.marksOf(chi, k2)).toEqual([
      'present',
      'unexcused',
      'unmarked',
      'unmarked',
      'unmarked',
      'unmarked',
    ]);
    const { body: made } = await app.as(here.office).get<Record<string, unknown>>(`/api/v1/classes/${k2.id}`);
    expect(made).toMatchObject({
      state: 'confirmed',
      openingDecision: '1-QĐ/ĐUK',
      capacity: 2,
      splitFrom: { id: k.id },
    });
    const { body: left } = await app.as(here.office).get<Record<string, unknown>>(`/api/v1/classes/${k.id}`);
    expect(left).toMatchObject({ capacity: 2, splitInto: [{ id: k2.id }] });
    expect(await here.broken()).toEqual([]);
  });

  it('shows beforehand who goes and what comes along, and does exactly that or nothing', async () => {
    const before = await look(wanted());
    expect(before.status).toBe(200);
    expect(before.body.parts[0]).toMatchObject({ carried: { seats: 2 }, people: [{}, {}] });
    expect((await here.roster(k)).length).toBe(4);
    await app.as(here.office).post(`/api/v1/nominations/${dung.nominationId}/withdrawal`, { reason: 'Bận' });
    const after = await split(wanted({ expects: before.body.fingerprint }));
    expect(after).toMatchObject({ status: 409, body: { code: 'places_changed_meanwhile' } });
    expect((await here.roster(k)).length).toBe(3);
  });

  it('has the half-days that are over in common and those to come at places of their own', async () => {
    const other = await here.a.room();
    const k3 = await here.aClass([1, 1]);
    await here.a.halfDay(k3, '2026-02-05', { roomId: other });
    const { body } = await split(wanted({}, { roomId: other }));
    expect(body.parts[0]).toMatchObject({ withoutRoom: 1, withoutLecturer: 4 });
    expect(body.parts[0]!.emptied).toMatchObject([{ what: 'room', day: '2026-02-05' }]);
    const held = await app.sql(
      `SELECT number, room_id = $2 AS own, room_id = $3 AS same, room_shared_reason IS NOT NULL AS shared FROM half_days WHERE class_id = $1 ORDER BY number`,
      body.parts[0]!.classId,
      other,
      room,
    );
    expect(held).toMatchObject([
      { same: true, shared: true },
      { same: true, shared: true },
      { own: true },
      { own: null },
      { own: true },
      { own: true },
    ]);
    const page = await app.as(here.office).get<string>(`/classes/${body.parts[0]!.classId}`);
    expect(page.text).toContain('1 buổi chưa có phòng, 4 buổi chưa có giảng viên');
    expect(page.text).toContain('Chọn chủ nhiệm lớp');
  });

  it('lets leave, examination marks, permissions and essays go along', async () => {
    const { a } = here;
    const self = await a.account({ person: chi.person });
    const asked = await app.as(self).post<{ id: string }>('/api/v1/leave-requests', {
      halfDayIds: [mornings[3]!.id],
      reason: 'Công tác',
    });
    expect(asked.status).toBe(201);
    await app.as(here.office).put(`/api/v1/enrollments/${chi.enrollment.id}/marks`, {
      marks: [{ moduleId: philosophy, mark: 8 }],
    });
    const permission = await app.as(here.office).post(`/api/v1/enrollments/${chi.enrollment.id}/exam-permissions`, {
      ...{ moduleIds: [philosophy], decisionNumber: '7-QĐ', decidedOn: '2026-02-01', reason: 'Ốm' },
    });
    const dueAt = '2026-03-01T17:00:00+07:00';
    expect((await app.as(here.office).put(`/api/v1/classes/${k.id}/essay-term`, { dueAt })).status).toBe(200);
    const essay = await app.as(self).post(`/api/v1/enrollments/${chi.enrollment.id}/essay`, { body: 'Bài của tôi' });
    expect(essay.status).toBe(201);
    const { body } = await split(wanted());
    expect(body.parts[0]!.carried).toMatchObject({
      ...{ leave: 1, marks: 1, essays: 1 },
      permissions: permission.status === 201 ? 1 : 0,
    });
    const there = (await here.roster({ id: body.parts[0]!.classId })).find((one) => one.personId === chi.person.id)!;
    const request = await app
      .as(here.office)
      .post<{ code?: string }>(`/api/v1/leave-requests/${asked.body.id}/approval`, {});
    expect([200, 201]).toContain(request.status);
    expect(await here.marksOf(chi, { id: body.parts[0]!.classId })).toContain('excused');
    const page = await app.as(self).get<string>(`/enrollments/${there.id}/essay`);
    expect(page.text).toContain('Bài của tôi');
    expect(await here.broken()).toEqual([]);
  });

  it('takes reserves and letters of a unit along and seats them where there is room', async () => {
    const body = wanted({}, { unitIds: [here.units[0].id], moreSeats: 1 });
    const { body: outcome } = await split(body);
    expect(outcome.parts[0]).toMatchObject({ capacity: 3, carried: { reserves: 1, seats: 2 }, promoted: 0 });
    const [arrived] = await app.sql(
      `SELECT n.state, n.rank, n.letter_number, n.class_id FROM nominations n WHERE n.goes_on_with_id = $1`,
      reserve.id,
    );
    // The further seat is the pool's, and the class does not let units take from it.
    expect(arrived).toMatchObject({ state: 'submitted', rank: 1, letterNumber: '12-CV/ĐU' });
    expect(await here.broken()).toEqual([]);
  });

  it('is divided evenly, the people of each unit as well', async () => {
    const { body } = await split(wanted({ division: 'evenly' }, { unitIds: undefined }));
    const units = await app.sql<{ unitId: string }>(
      `SELECT e.unit_id FROM enrollments e WHERE e.class_id = $1 AND e.ended_at IS NULL`,
      body.parts[0]!.classId,
    );
    expect(new Set(units.map(({ unitId }) => unitId)).size).toBe(2);
    expect(await here.broken()).toEqual([]);
  });

  it('keeps its groups: who is in which, and which half-days are theirs', async () => {
    const { a } = here;
    for (const number of [1, 2]) await a.insert('class_groups', { classId: k.id, number, createdAt: app.clock.now() });
    for (const [number, learners] of [[1, [an, chi]] as const, [2, [binh, dung]] as const])
      for (const { enrollment } of learners)
        await a.change(
          'enrollments',
          { id: enrollment.id },
          { groupNumber: number, groupedAt: '2026-01-15T08:00:00+07:00' },
        );
    const added = await app.as(here.office).post<{ items: { id: string }[] }>(`/api/v1/classes/${k.id}/half-days`, {
      ...{ day: '2026-02-20', part: 'morning', groupNumbers: [1] },
    });
    expect(added.status).toBe(201);
    const { body } = await split(wanted({ division: 'groups' }, { unitIds: undefined, groupNumbers: [1] }));
    const [part] = body.parts;
    expect(part!.people.map(({ personId }) => personId).sort()).toEqual([an.person.id, chi.person.id].sort());
    const groups = await app.sql(
      `SELECT DISTINCT group_number FROM enrollments WHERE class_id = $1 AND ended_at IS NULL`,
      part!.classId,
    );
    expect(groups).toEqual([{ groupNumber: 1 }]);
    expect(await here.marksOf(chi, { id: part!.classId })).toHaveLength(7);
    const form = await app.as(here.office).get<string>(`/classes/${k.id}/split?division=groups`);
    expect(form.text).toContain('Tổ 2');
    expect(await here.broken()).toEqual([]);
  });

  it('becomes several, and who is named by hand goes alone', async () => {
    const { body } = await split({
      division: 'people',
      parts: [
        { code: `A-${k.id}`, name: 'Lớp A', personIds: [an.person.id] },
        { code: `B-${k.id}`, name: 'Lớp B', personIds: [chi.person.id] },
      ],
      reason,
    });
    expect(body.parts.map(({ people }) => people.map(({ personId }) => personId))).toEqual([
      [an.person.id],
      [chi.person.id],
    ]);
    expect((await here.roster(k)).length).toBe(2);
    expect(await here.broken()).toEqual([]);
  });

  it('is refused where nobody would stay, nobody would go, or oneself would go', async () => {
    const everybody = wanted({}, { unitIds: here.units.map(({ id }) => id) });
    expect(await split(everybody)).toMatchObject({ status: 409, body: { code: 'nobody_stays' } });
    const nobody = wanted({}, { unitIds: [(await here.a.unit()).id] });
    expect(await split(nobody)).toMatchObject({ status: 422, body: { errors: [{ code: 'nobody_goes' }] } });
    const { bloc } = await here.a.organization();
    const learner = await here.a.account({ roles: [['training_officer', bloc]], person: chi.person });
    expect(await split(wanted(), learner)).toMatchObject({ status: 403, body: { code: 'about_oneself' } });
    await k.becomes({ state: 'closed' });
    expect(await split(wanted())).toMatchObject({ status: 409, body: { code: 'class_cannot_be_split' } });
    const refused = await app.as(here.office).get<string>(`/classes/${k.id}/split`);
    expect(refused.text).toContain('Lớp này không tách được');
  });

  it('tells everybody who goes once, who was entered without a nomination too, and reminds as the class did', async () => {
    const { a, units } = here;
    const entered = await a.person({ in: units[1] });
    const setFor = { rule: 'essay_near', classId: k.id, enabled: false, setAt: app.clock.now() };
    await a.insert('reminder_rule_exceptions', setFor);
    await a.enrollment({ in: k, person: entered, since: momentAt('2026-01-15', '08:00') });
    const { body } = await split(wanted());
    const exceptions = await app.sql<{ rule: string; enabled: boolean }>(
      'SELECT rule, enabled FROM reminder_rule_exceptions WHERE class_id = $1',
      body.parts[0]!.classId,
    );
    expect(exceptions).toEqual([{ rule: 'essay_near', enabled: false }]);
    app.clock.moveTo(momentAt('2026-02-03', '18:00'));
    await new Situations(app, a).planAndSend();
    const told = await app.sql<{ personId: string }>(
      `SELECT person_id FROM reminders WHERE rule = 'learner_moved' AND person_id IN (SELECT person_id FROM enrollments WHERE class_id = $1)`,
      k.id,
    );
    expect(told.map(({ personId }) => personId).sort()).toEqual([chi.person.id, dung.person.id, entered.id].sort());
  });

  it('is split from its page: chosen, seen, done', async () => {
    const overview = await app.as(here.office).get<string>(`/classes/${k.id}`);
    expect(overview.text).toContain(`/classes/${k.id}/split`);
    const form = await app.as(here.office).get<string>(`/classes/${k.id}/split?division=people`);
    expect(form.text).toContain('Lê Thị Chi');
    const typed = {
      ...{ division: 'people', count: '1', 'code.1': `T-${k.id}`, 'name.1': 'Lớp tách', reason },
      [`to.${chi.person.id}`]: '1',
    };
    const seen = await app.as(here.office).form(`/classes/${k.id}/split/preview`, typed);
    expect(seen.text).toContain(`1 người sang T-${k.id}: Lê Thị Chi.`);
    const two = await app
      .as(here.office)
      .form(`/classes/${k.id}/split/preview`, { ...typed, 'moreSeats.1': '7', reshape: 'units 2 ' });
    expect(two.status).toBe(200);
    expect(two.text).toContain('name="code.2"');
    expect(two.text).toContain('value="7"');
    expect(two.text).toContain(reason);
    expect(two.text).not.toContain('id="confirm"');
    const [{ code: taken }] = (await app.sql<{ code: string }>('SELECT code FROM classes WHERE id = $1', k.id)) as [
      { code: string },
    ];
    const twice = { count: '2', 'code.2': `t-${k.id}`, 'name.2': 'Lớp ba', [`to.${an.person.id}`]: '2' };
    for (const [field, more] of [
      ['code.1', { 'code.1': taken }],
      ['code.2', twice],
    ] as const) {
      const refused = await app.as(here.office).form(`/classes/${k.id}/split/preview`, { ...typed, ...more });
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(refused.text).toMatch(
        new RegExp(`name="${field}"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="${field}"`),
      );
    }
    const wrong = await app.as(here.office).form(`/classes/${k.id}/split`, { ...typed, 'code.1': '' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="Lớp tách"');
    const done = await app.as(here.office).form(`/classes/${k.id}/split`, typed);
    expect(done.status).toBe(303);
    const there = await app.as(here.office).get<string>(done.headers.get('location')!);
    expect(there.text).toContain('Tách từ lớp');
  });
});

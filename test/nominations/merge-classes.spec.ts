import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { Builders, type BuiltClass, type BuiltHalfDay, type BuiltNomination } from '../builders';
import { Situations } from '../reminders/situations';
import { ClassInCourse, type Learner } from './class-in-course';

interface Outcome {
  readonly code?: string;
  readonly carried: Readonly<Record<string, number>>;
  readonly capacityBefore: number;
  readonly capacity: number;
  readonly promoted: number;
  readonly halfDaysLeft: readonly { readonly day: string; readonly marked: number }[];
  readonly modulesLeft: readonly string[];
  readonly visitsEnded: number;
  readonly smallRooms: readonly { readonly name: string; readonly seats: number }[];
  readonly inBoth: readonly { readonly personId: string }[];
  readonly busy: readonly { readonly personId: string; readonly classId: string }[];
  readonly fingerprint: string;
}

/** Classes A and B of one course meet at the same hours. A has An and one reserve, B has Chi, Dũng, a reserve and one who waits for review. */
describe('a class that is merged into another one', () => {
  let app: TestApp;
  let builders: Builders;
  let here: ClassInCourse;
  let into: BuiltClass;
  let from: BuiltClass;
  let mornings: BuiltHalfDay[];
  let theirs: BuiltHalfDay[];
  let an: Learner;
  let chi: Learner;
  let dung: Learner;
  let theirReserve: BuiltNomination;
  let open: BuiltNomination;
  const reason = 'Không đủ giảng viên';

  beforeAll(async () => {
    app = await TestApp.start();
    builders = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    here = await ClassInCourse.gather(app, builders);
    const { a, units } = here;
    into = await here.aClass([1, 0], { roomId: await a.room('Phòng nhỏ ' + here.course.id, '1 Lê Duẩn', 2) });
    from = await here.aClass([1, 3], { roomId: await a.room() });
    mornings = await here.mornings(into);
    theirs = await here.mornings(from);
    an = await here.learner(into, 1, 'Nguyễn Văn An');
    await a.nomination({ in: into, of: units[0], rank: 1 });
    chi = await here.learner(from, 1, 'Lê Thị Chi');
    dung = await here.learner(from, 2, 'Phạm Văn Dũng', units[1]);
    open = await a.nomination({ in: from, of: units[1], seat: 3 });
    theirReserve = await a.nomination({ in: from, of: units[0], rank: 1 });
    here.midway();
  });

  const wanted = (more: object = {}) => ({ intoClassId: into.id, reason, ...more });
  const merge = (more: object = {}) =>
    app.as(here.office).post<Outcome>(`/api/v1/classes/${from.id}/merger`, wanted(more));
  const look = (more: object = {}) =>
    app.as(here.office).post<Outcome>(`/api/v1/classes/${from.id}/merger/preview`, wanted(more));

  it('has everybody and everything go there, each seat counted once', async () => {
    const { status, body } = await merge();
    expect(status).toBe(201);
    expect(body).toMatchObject({ capacityBefore: 1, capacity: 4, carried: { people: 4, seats: 3, attendance: 4 } });
    expect((await here.roster(into)).map(({ personId }) => personId).sort()).toEqual(
      [an, chi, dung].map(({ person }) => person.id).sort(),
    );
    expect(await here.roster(from)).toEqual([]);
    expect(await here.marksOf(chi, into)).toEqual([
      ...['present', 'unexcused', 'unmarked', 'unmarked', 'unmarked', 'unmarked'],
    ]);
    const ranks = await app.sql<{ rank: number }>(
      `SELECT rank FROM nominations WHERE class_id = $1 AND rank IS NOT NULL ORDER BY rank`,
      into.id,
    );
    expect(ranks).toEqual([{ rank: 1 }, { rank: 2 }]);
    const [goesOn] = await app.sql(
      `SELECT state, class_id = $2 AS there, submitted_at IS NOT NULL AS sent FROM nominations WHERE goes_on_with_id = $1`,
      open.id,
      into.id,
    );
    expect(goesOn).toEqual({ state: 'submitted', there: true, sent: true });
    expect(await here.broken()).toEqual([]);
  });

  it('ends in a state of its own, gives its places free and leads to the other', async () => {
    await merge();
    const { body } = await app.as(here.office).get<Record<string, unknown>>(`/api/v1/classes/${from.id}`);
    expect(body).toMatchObject({ state: 'merged', stage: 'merged', mergedInto: { id: into.id }, cancelledAt: null });
    const left = await app.sql<{ number: number }>(
      'SELECT number FROM half_days WHERE class_id = $1 AND cancelled_at IS NULL ORDER BY number',
      from.id,
    );
    expect(left).toEqual([{ number: 1 }, { number: 2 }]);
    const page = await app.as(here.office).get<string>(`/classes/${from.id}`);
    expect(page.text).toContain('Lớp đã ghép ngày 03/02/2026');
    expect(page.text).toContain(`/classes/${into.id}`);
    const other = await app.as(here.office).get<string>(`/classes/${into.id}`);
    expect(other.text).toContain('Gồm cả lớp');
    const late = await app.as(here.office).post<{ code: string }>(`/api/v1/nominations/${open.id}/acceptance`, {});
    expect(late.status).toBe(409);
    expect((await merge()).body.code).toBe('class_cannot_be_merged');
  });

  it('shows beforehand what finds no partner, what room is too small, and whose visits end', async () => {
    const { a } = here;
    const extra = await a.halfDay(from, '2026-02-01', { part: 'afternoon', topic: 'Ngoại khóa' });
    await a.insert('attendance_lines', {
      ...{ enrollmentId: chi.enrollment.id, halfDayId: extra.id, personId: chi.person.id },
      ...{ during: extra.during, mark: 'present' },
    });
    await a.module(from, 1, 'Chuyên đề riêng');
    const third = await here.aClass([1, 0]);
    const visitor = await here.learner(third, 1, 'Khách Học Ghép');
    const own = await a.halfDay(third, '2026-02-02', { part: 'evening' });
    const line = await a.insert('attendance_lines', {
      ...{ enrollmentId: visitor.enrollment.id, halfDayId: own.id, personId: visitor.person.id, during: own.during },
    });
    await a.insert('attendance_lines', {
      ...{ enrollmentId: visitor.enrollment.id, halfDayId: theirs[4]!.id, personId: visitor.person.id },
      ...{ during: theirs[4]!.during, forLineId: line },
    });
    const { status, body } = await look();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      halfDaysLeft: [{ day: '2026-02-01', marked: 1 }],
      modulesLeft: ['Chuyên đề riêng'],
      visitsEnded: 1,
      smallRooms: [{ seats: 2 }],
    });
    expect((await here.roster(from)).length).toBe(2);
    const page = await app.as(here.office).form(`/classes/${from.id}/merger/preview`, { ...wanted() });
    expect(page.text).toContain('Chiều 01/02/2026 – Ngoại khóa: 1 lượt điểm danh không có buổi tương ứng');
    expect(page.text).toContain('chỉ có 2 chỗ mà lớp sẽ có 4 chỉ tiêu');
  });

  it('shows beforehand which lists could be applied no more, and what reminders were set for the class alone', async () => {
    await here.a.insert('reminder_rule_exceptions', {
      ...{ rule: 'half_day_near', classId: from.id, enabled: false, setAt: app.clock.now() },
    });
    await here.a.insert('imports', {
      ...{ kind: 'list_import', classId: from.id, unitId: here.units[0].id, fileName: 'danh-sach.xlsx', sha256: 'x' },
      ...{ read: {}, state: 'previewed', uploadedAt: app.clock.now(), uploadedBy: here.office.id },
    });
    expect((await look()).body).toMatchObject({ remindersLeft: 1, openLists: 1 });
    const page = await app.as(here.office).form(`/classes/${from.id}/merger/preview`, { ...wanted() });
    expect(page.text).toContain('1 đơn vị đã tải danh sách trích ngang lên lớp này mà chưa áp dụng');
    expect(page.text).toContain('1 quy tắc nhắc đặt riêng cho lớp này không đi theo');
  });

  it('names who is in both classes and who is in a third one at those hours, and waits for a decision', async () => {
    const { a, units } = here;
    await a.nomination({ in: into, person: dung.person, rank: 1 });
    const third = await a.trainingClass({ state: 'confirmed', opensOn: '2026-02-02', allocations: [[units[0], 2]] });
    await a.halfDay(third, '2026-02-06', { part: 'evening' });
    await mornings[5]!.isCancelled(app.clock.now());
    const evening = await a.halfDay(into, '2026-02-06', { part: 'evening' });
    await here.learner(third, 1, 'Người khác');
    const by = await a.nomination({ in: third, person: chi.person, state: 'accepted', seat: 2 });
    await a.enrollment({ in: third, person: chi.person, by });
    const { body } = await look();
    expect(body.inBoth.map(({ personId }) => personId)).toEqual([dung.person.id]);
    expect(body.busy).toMatchObject([{ personId: chi.person.id, classId: third.id }]);
    expect((await merge()).body.code).toBe('in_both_classes');
    await app.sql(
      `UPDATE nominations SET state = 'withdrawn', ended_at = now(), rank = NULL WHERE class_id = $1 AND person_id = $2`,
      into.id,
      dung.person.id,
    );
    expect(await merge()).toMatchObject({ status: 409, body: { code: 'busy_at_its_hours' } });
    const page = await app.as(here.office).form(`/classes/${from.id}/merger`, { ...wanted() });
    expect(page.text).toContain('name="overlapReason"');
    expect((await merge({ overlapReason: 'QĐ 5-QĐ/ĐUK' })).status).toBe(201);
    const lines = await app.sql(
      `SELECT overlap_reason FROM attendance_lines WHERE half_day_id = $1 AND person_id = $2`,
      evening.id,
      chi.person.id,
    );
    expect(lines).toEqual([{ overlapReason: 'QĐ 5-QĐ/ĐUK' }]);
  });

  it('lets seats nobody holds go along when asked, and reserves move up', async () => {
    const { body } = await merge({ withFreeSeats: true });
    expect(body).toMatchObject({ capacity: 5 });
    expect(await here.broken()).toEqual([]);
    const free = await app.sql<{ unitId: string }>(
      'SELECT unit_id FROM seats WHERE class_id = $1 AND nomination_id IS NULL',
      into.id,
    );
    expect(free).toEqual([{ unitId: here.units[1].id }]);
  });

  it('is not done when the class changed since it was looked at', async () => {
    const { body } = await look();
    await app.as(here.office).post(`/api/v1/nominations/${open.id}/withdrawal`, { reason: 'Bận' });
    expect(await merge({ expects: body.fingerprint })).toMatchObject({
      status: 409,
      body: { code: 'places_changed_meanwhile' },
    });
    expect((await here.roster(from)).length).toBe(2);
  });

  it('takes only a class of the course under way', async () => {
    const other = await here.a.trainingClass({ state: 'confirmed' });
    expect(await merge({ intoClassId: other.id })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'intoClassId', code: 'not_a_class_to_merge_into' }] },
    });
    expect((await merge({ intoClassId: from.id })).status).toBe(422);
  });

  it('tells everybody once, of what they had and where it is now', async () => {
    const situations = new Situations(app, here.a);
    await merge();
    app.clock.moveTo(momentAt('2026-02-03', '18:00'));
    await situations.planAndSend();
    const told = await app.sql<{ rule: string; personId: string }>(
      `SELECT rule, person_id FROM reminders WHERE person_id = ANY ($1::uuid[]) AND rule NOT IN ('half_day_near', 'class_near')`,
      [chi.person.id, open.person.id, theirReserve.person.id],
    );
    expect(told.map(({ rule, personId }) => [rule, personId]).sort()).toEqual(
      [chi.person.id, open.person.id, theirReserve.person.id].map((id) => ['learner_moved', id]).sort(),
    );
  });

  it('is divided again by those who came with it', async () => {
    await merge();
    const page = await app.as(here.office).get<string>(`/classes/${into.id}/split?division=people&cameFrom=${from.id}`);
    expect(page.text).toMatch(new RegExp(`to.${chi.person.id}" value="1" checked`));
    expect(page.text).not.toMatch(new RegExp(`to.${an.person.id}" value="1" checked`));
  });

  it('a class that was split off comes back with all it has', async () => {
    const { body: split } = await app
      .as(here.office)
      .post<{ parts: { classId: string }[] }>(`/api/v1/classes/${from.id}/splits`, {
        division: 'people',
        parts: [{ code: `T-${from.id}`, name: 'Tách', personIds: [dung.person.id] }],
        reason,
      });
    const back = await app
      .as(here.office)
      .post<Outcome>(`/api/v1/classes/${split.parts[0]!.classId}/merger`, { intoClassId: from.id, reason });
    expect(back.status).toBe(201);
    expect(await here.marksOf(dung, from)).toEqual([
      ...['present', 'unexcused', 'unmarked', 'unmarked', 'unmarked', 'unmarked'],
    ]);
    expect((await here.roster(from)).length).toBe(2);
    expect(await here.broken()).toEqual([]);
  });
});

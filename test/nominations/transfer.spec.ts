import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { Situations } from '../reminders/situations';
import {
  Builders,
  type BuiltAccount,
  type BuiltClass,
  type BuiltEnrollment,
  type BuiltHalfDay,
  type BuiltPerson,
  type BuiltUnit,
} from '../builders';

interface Learning {
  readonly id: string;
  readonly endedAt: string | null;
  readonly continues: { readonly classCode: string } | null;
  readonly continuedBy: { readonly classCode: string } | null;
  readonly halfDays: readonly {
    readonly number: number;
    readonly mark: string;
    readonly expected: boolean;
    readonly origin: { readonly classCode: string; readonly day: string } | null;
  }[];
}
interface Refused {
  readonly code: string;
  readonly detail: string;
}

/** Two classes of one course, six mornings each; K1 began a week before K2. Today K1 has held four, K2 two. */
describe('somebody who is transferred to another class of the course', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let unit: BuiltUnit;
  let course: { id: string };
  let k1: BuiltClass;
  let k2: BuiltClass;
  let k1Mornings: BuiltHalfDay[];
  let k2Mornings: BuiltHalfDay[];
  let person: BuiltPerson;
  let enrollment: BuiltEnrollment;
  let philosophy: { k1: string; k2: string };
  let economics: { k1: string; k2: string };

  const days = (from: number) => [0, 1, 2, 3, 4, 5].map((n) => `2026-02-${String(from + n).padStart(2, '0')}`);
  const mornings = async (of: BuiltClass, from: number) => {
    const made: BuiltHalfDay[] = [];
    for (const day of days(from)) made.push(await a.halfDay(of, day));
    return made;
  };

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(momentAt('2026-01-15', '08:00'));
    unit = await a.unit();
    course = await a.course({ kind: 'theory', award: 'diploma' });
    await a.rule(course, 'completion', 'attendance', { maximumAbsentShare: 0.2 });
    await a.rule(course, 'completion', 'marks', { minimum: 5 });
    k1 = await a.trainingClass({ course, state: 'confirmed', allocations: [[unit, 1]], opensOn: '2026-02-02' });
    k2 = await a.trainingClass({ course, state: 'confirmed', allocations: [[unit, 1]], opensOn: '2026-02-09' });
    k1Mornings = await mornings(k1, 2);
    k2Mornings = await mornings(k2, 9);
    // In another order, and with one more in between.
    philosophy = { k1: await a.module(k1, 1, 'Triết học'), k2: await a.module(k2, 2, 'Triết học') };
    economics = { k1: await a.module(k1, 2, 'Kinh tế chính trị'), k2: await a.module(k2, 1, 'Kinh tế chính trị') };
    person = await a.person({ in: unit, fullName: 'Nguyễn Văn Chuyển' });
    const by = await a.nomination({ in: k1, person, state: 'accepted', seat: 1 });
    enrollment = await a.enrollment({ in: k1, person, by, marks: ['present', 'present', 'unexcused', 'present'] });
    app.clock.moveTo(momentAt('2026-02-10', '15:00'));
  });

  const transfer = (into: BuiltClass = k2, by = office) =>
    app.as(by).post<Learning & Refused>(`/api/v1/enrollments/${enrollment.id}/transfer`, {
      classId: into.id,
      reason: 'Đơn vị đề nghị tại Công văn 12-CV/ĐU',
    });
  const learning = async (id = enrollment.id) => (await app.as(office).get<Learning>(`/api/v1/enrollments/${id}`)).body;
  const enter = (moduleId: string, mark: number, id = enrollment.id, more: object = {}) =>
    app.as(office).put<{ code?: string }>(`/api/v1/enrollments/${id}/marks`, {
      marks: [{ moduleId, mark, ...('attempt' in more ? { attempt: more.attempt } : {}) }],
      ...('reason' in more ? { reason: more.reason } : {}),
    });
  const marksOf = async (id: string) =>
    (
      await app.as(office).get<{
        marks: { moduleId: string; first: number | null; resit: number | null; firstSatIn: string | null }[];
      }>(`/api/v1/enrollments/${id}/marks`)
    ).body.marks;
  const codeOf = async ({ id }: BuiltClass) =>
    (await app.as(office).get<{ code: string }>(`/api/v1/classes/${id}`)).body.code;
  const seatsHeld = async ({ id }: BuiltClass) =>
    (await app.sql<{ held: number }>('SELECT count(nomination_id)::int AS held FROM seats WHERE class_id = $1', id))[0]!
      .held;

  it('brings along what was attended and missed, each half-day with where it was', async () => {
    const there = await transfer();
    expect(there.status).toBe(201);
    const code = await codeOf(k1);
    expect(there.body.continues).toMatchObject({ classCode: code });
    expect(there.body.halfDays.map(({ mark, origin }) => [mark, origin?.day ?? null])).toEqual([
      ['present', '2026-02-02'],
      ['present', '2026-02-03'],
      // It is yet to come here, so who missed it there may still come; what was attended is not attended twice.
      ['unmarked', null],
      ['present', '2026-02-05'],
      ['unmarked', null],
      ['unmarked', null],
    ]);
    const sheet = await app.as(office).get<string>(`/half-days/${k2Mornings[0]!.id}/attendance`);
    expect(sheet.text).toContain(`học tại ${code}, sáng 02/02/2026`);
    const paper = await app.as(office).get<string>(`/enrollments/${there.body.id}`);
    expect(paper.text).toContain(`học tại ${code}, sáng 05/02/2026`);
  });

  it('is absent there from what was missed before, where it was held already', async () => {
    app.clock.moveTo(momentAt('2026-02-11', '15:00'));
    const there = await transfer();
    expect(there.body.halfDays[2]).toMatchObject({ mark: 'unexcused', expected: false, origin: { day: '2026-02-04' } });
    const { body } = await app
      .as(office)
      .get<{ items: { personId: string; absentShare: number }[] }>(`/api/v1/classes/${k2.id}/closing-preview`);
    expect(body.items).toMatchObject([{ personId: person.id, absentShare: 0.25 }]);
  });

  it('keeps leave that was given for the very hour', async () => {
    const both = [await a.halfDay(k1, '2026-02-20'), await a.halfDay(k2, '2026-02-20')];
    const line = { enrollmentId: enrollment.id, halfDayId: both[0]!.id, personId: person.id, mark: 'excused' };
    await a.insert('attendance_lines', { ...line, during: both[0]!.during });
    const there = await transfer();
    expect(there.body.halfDays.at(-1)).toMatchObject({ mark: 'excused', origin: { day: '2026-02-20' } });
  });

  it('brings along marks with the class they were sat in; the re-sit follows there', async () => {
    await enter(philosophy.k1, 4);
    await enter(economics.k1, 8);
    const { body: there } = await transfer();
    const code = await codeOf(k1);
    expect(await marksOf(there.id)).toMatchObject([
      { moduleId: economics.k2, first: 8, firstSatIn: code },
      { moduleId: philosophy.k2, first: 4, firstSatIn: code },
    ]);
    expect((await enter(philosophy.k2, 6, there.id, { attempt: 2 })).status).toBe(200);
    expect(await marksOf(there.id)).toMatchObject([{}, { first: 4, resit: 6 }]);
    const silent = await enter(economics.k2, 9, there.id);
    expect(silent).toMatchObject({ status: 422, body: { errors: [{ code: 'reason_needed' }] } });
    const page = await app.as(office).get<string>(`/enrollments/${there.id}/marks`);
    expect(page.text).toContain(`thi tại ${code}`);
  });

  it('brings along the marks of modules of one name each to its own, the first to the first', async () => {
    const twice = async (of: BuiltClass) => [
      await a.module(of, 3, 'Thi hết phần'),
      await a.module(of, 4, 'Thi hết phần'),
    ];
    const [here, there] = [await twice(k1), await twice(k2)];
    for (const [n, moduleId] of here.entries()) await enter(moduleId, 7 + n);
    const moved = await transfer();
    expect(moved.status).toBe(201);
    const marks = (await marksOf(moved.body.id)) as { moduleId: string; first: number | null }[];
    expect(there.map((id) => marks.find(({ moduleId }) => moduleId === id)!.first)).toEqual([7, 8]);
  });

  it('leaves what was recorded in the old class to be read', async () => {
    await enter(philosophy.k1, 7);
    await transfer();
    expect(await marksOf(enrollment.id)).toMatchObject([{ first: 7, firstSatIn: null }, { first: null }]);
    const secretary = await a.secretaryOf(unit);
    const page = await app.as(secretary).get<string>(`/enrollments/${enrollment.id}/marks`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Đã thôi học lớp này ngày 10/02/2026');
    expect((await learning()).halfDays.map(({ mark }) => mark).slice(0, 4)).toEqual([
      'present',
      'present',
      'unexcused',
      'present',
    ]);
  });

  it('stands on both rosters, and each says where the other is', async () => {
    await transfer();
    const roster = async (of: BuiltClass, ended: boolean) =>
      (
        await app
          .as(office)
          .get<{ items: Learning[] }>(`/api/v1/classes/${of.id}/enrollments${ended ? '?ended=true' : ''}`)
      ).body.items;
    expect(await roster(k1, false)).toEqual([]);
    expect(await roster(k1, true)).toMatchObject([{ continuedBy: { classCode: await codeOf(k2) } }]);
    expect(await roster(k2, false)).toMatchObject([{ continues: { classCode: await codeOf(k1) } }]);
  });

  it('holds one seat: the old one goes to the next reserve at once', async () => {
    const reserve = await a.nomination({ in: k1, of: unit, rank: 1 });
    await transfer();
    expect([await seatsHeld(k1), await seatsHeld(k2)]).toEqual([1, 1]);
    const after = await app.as(office).get<{ seat: number; rank: null }>(`/api/v1/nominations/${reserve.id}`);
    expect(after.body).toMatchObject({ seat: 1, rank: null });
    const nominations = await app.sql(
      'SELECT n.state, n.letter_number, e.ended_at IS NULL AS learns FROM nominations n JOIN enrollments e ON e.nomination_id = n.id WHERE n.person_id = $1 ORDER BY n.created_at',
      person.id,
    );
    expect(nominations).toEqual([
      { state: 'transferred', letterNumber: '12-CV/ĐU', learns: false },
      { state: 'accepted', letterNumber: '12-CV/ĐU', learns: true },
    ]);
  });

  it('takes a seat of the unit that theirs became part of', async () => {
    const became = await a.unit();
    const merger = { unitIds: [unit.id], intoUnitId: became.id, on: '2026-02-10', reason: 'QĐ 9' };
    expect((await app.as(office).post('/api/v1/unit-mergers', merger)).status).toBe(201);
    const form = await app.as(office).get<string>(`/enrollments/${enrollment.id}/transfer`);
    expect(form.text).toContain('còn 1 chỗ');
    const there = await transfer();
    expect(there).toMatchObject({ status: 201, body: { unitId: became.id } });
    expect([await seatsHeld(k1), await seatsHeld(k2)]).toEqual([0, 1]);
  });

  it('stays where they are when the other class is full', async () => {
    await a.nomination({ in: k2, of: unit, seat: 1 });
    const refused = await transfer();
    expect(refused).toMatchObject({ status: 409, body: { code: 'no_seat_to_move_to' } });
    expect(await learning()).toMatchObject({ endedAt: null, continuedBy: null });
    expect(await seatsHeld(k1)).toBe(1);
  });

  it('goes nowhere but to another class of the course that is under way', async () => {
    const others = [
      k1,
      await a.trainingClass({ seats: 1 }),
      await a.trainingClass({ course, state: 'draft' }),
      await a.trainingClass({ course, state: 'closed' }),
    ];
    for (const other of others)
      expect(await transfer(other)).toMatchObject({ status: 422, body: { errors: [{ code: 'not_another_class' }] } });
  });

  it('begins anew where the course carries nothing, and the old class stays readable', async () => {
    await app.as(office).patch(`/api/v1/courses/${course.id}`, { carries: 'nothing' });
    await enter(philosophy.k1, 7);
    const { body: there } = await transfer();
    expect(there.halfDays.map(({ mark }) => mark)).toEqual(Array(6).fill('unmarked'));
    expect(await marksOf(there.id)).toMatchObject([{ first: null }, { first: null }]);
    expect(await marksOf(enrollment.id)).toMatchObject([{ first: 7 }, { first: null }]);
  });

  it('is moved by the office alone, and by nobody themselves', async () => {
    const secretary = await a.secretaryOf(unit);
    expect((await transfer(k2, secretary)).status).toBe(403);
    const self = await a.account({ person, roles: [['training_officer', (await a.organization()).bloc]] });
    expect(await transfer(k2, self)).toMatchObject({ status: 403, body: { code: 'about_oneself' } });
  });

  it('hears of it once, as do the unit and the managers of both classes, and nobody hears of an acceptance', async () => {
    const given = new Situations(app, a);
    const people = [await a.secretaryOf(unit)];
    for (const one of [k1, k2]) people.push(await a.account({ roles: [['class_manager', one]] }));
    people.push(await a.account({ person }));
    app.clock.moveTo(momentAt('2026-02-10', '15:30'));
    await transfer();
    await given.planAndSend();
    await given.planAndSend();
    const addresses = people.map(({ email }) => email);
    const told = await app.sql<{ address: string; body: string }>(
      `SELECT to_address AS address, body FROM mail_messages
       WHERE to_address = ANY ($1) AND body ~ '(chuyển từ|: từ) Lớp mẫu|đã được duyệt|Được nhận vào học'`,
      addresses,
    );
    expect(told.map(({ address }) => address).toSorted()).toEqual(addresses.toSorted());
    const [toSecretary, toPerson] = [people[0]!, people[3]!].map(
      ({ email }) => told.find(({ address }) => address === email)!.body,
    );
    expect(toSecretary).toMatch(/Nguyễn Văn Chuyển: từ Lớp mẫu .* sang Lớp mẫu .*Công văn 12-CV\/ĐU/);
    expect(toPerson).toContain('Đồng chí được chuyển từ');
  });

  it('is transferred on the page in two steps, where what goes along is said before', async () => {
    const form = await app.as(office).get<string>(`/enrollments/${enrollment.id}/transfer`);
    expect(form.text).toContain('Mang theo cả điểm danh và điểm');
    expect(form.text).toContain('còn 1 chỗ');
    const sent = await app
      .as(office)
      .form(`/enrollments/${enrollment.id}/transfer`, { classId: k2.id, reason: 'Đi công tác' });
    expect(sent.status).toBe(303);
    expect(k1Mornings).toHaveLength(6);
  });
});

import { startOfSpecs, TestApp } from '../app';
import { aStudy } from '../study-sessions/study';
import { Builders, type BuiltAccount, type BuiltUnit } from '../builders';
import { buildUnit } from '../builders/units';
import type { Figures } from '../../src/reports/figures';
import type { JointReport, UnitScorecard } from '../../src/reports/reports.service';
import { enrolled } from './little-world';

describe('the reports of a year', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let lix: BuiltUnit;
  let pac: BuiltUnit;
  let short: { id: string };
  let theory: { id: string };

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    [lix, pac] = [await a.unit('LIX'), await a.unit('PAC')];
    [short, theory] = [
      await a.course(),
      await a.course({ kind: 'theory', award: 'diploma', approvalSteps: ['group', 'bloc'] }),
    ];
    await arrangeYear();
    await arrangeWhatDoesNotCount();
  });
  afterAll(() => app.stop());

  /** A closed class with three learners, an announced one with nominations in every state. */
  async function arrangeYear(): Promise<void> {
    const closed = await a.trainingClass({
      course: short,
      state: 'closed',
      allocations: [
        [lix, 3],
        [pac, 2],
      ],
    });
    await a.halfDay(closed, '2026-02-07');
    await a.halfDay(closed, '2026-02-14');
    await enrolled(a, { in: closed, of: lix, seat: 1, marks: ['present', 'present'], completed: true });
    await enrolled(a, { in: closed, of: lix, seat: 2, marks: ['present', 'unexcused'], completed: false });
    await enrolled(a, { in: closed, of: pac, seat: 4, marks: ['excused', 'unmarked'], completed: true });

    const announced = await a.trainingClass({
      course: theory,
      seats: 4,
      opensOn: '2026-09-01',
      closesOn: '2026-12-31',
    });
    await announced.seatGoesTo(pac, 1);
    await a.nomination({ in: announced, of: pac, state: 'submitted', seat: 1 });
    await a.nomination({ in: announced, of: pac, state: 'endorsed', seat: 2 });
    await a.nomination({ in: announced, of: lix, state: 'returned', seat: 3 });
    await a.nomination({ in: announced, of: pac, rank: 1, endorsedAt: app.clock.now(), state: 'endorsed' });
    for (const rank of [1, 2]) await a.nomination({ in: closed, of: lix, state: 'submitted', rank });
    for (const state of ['rejected', 'withdrawn', 'substituted'] as const) {
      await a.nomination({ in: announced, of: lix, state });
    }
    await a.trainingClass({
      course: theory,
      state: 'draft',
      seats: 10,
      opensOn: '2026-12-31',
      closesOn: '2027-01-05',
    });
  }

  /** Another year, a cancelled class, a draft nobody sent, somebody who left the class. */
  async function arrangeWhatDoesNotCount(): Promise<void> {
    const before = await a.trainingClass({ course: short, allocations: [[lix, 1]], opensOn: '2025-12-31' });
    await enrolled(a, { in: before, of: lix, seat: 1, marks: [], completed: true });
    const cancelled = await a.trainingClass({ course: short, state: 'cancelled', allocations: [[pac, 7]] });
    await a.nomination({ in: cancelled, of: pac, state: 'class_cancelled' });
    await a.nomination({ in: cancelled, of: pac, state: 'class_cancelled', submittedAt: null });
    const announced = await a.trainingClass({ course: short, state: 'confirmed', seats: 1 });
    await a.nomination({ in: announced, of: lix, state: 'draft' });
    const gone = await enrolled(a, { in: announced, of: lix, seat: 1, marks: [] });
    await gone.ends(app.clock.now());
  }

  const joint = async (by: BuiltAccount = office, query = '?year=2026') =>
    (await app.as(by).get<JointReport>(`/api/v1/reports/joint${query}`)).body;

  it('counts classes and seats per course, and adds them up', async () => {
    const { courses, total } = await joint();
    const of = (course: { id: string }) => courses.find(({ courseId }) => courseId === course.id);
    expect(of(short)).toMatchObject({
      classes: { planned: 0, announced: 0, open: 1, closed: 1, cancelled: 1, total: 3 },
      capacity: { seats: 6, pool: 1 },
      seats: { allocated: 5, held: 4 },
    });
    expect(of(theory)).toMatchObject({
      classes: { planned: 1, announced: 1, open: 0, closed: 0, cancelled: 0, total: 2 },
      capacity: { seats: 14, pool: 13 },
      seats: { allocated: 1, held: 3 },
    });
    expect(total).toMatchObject({
      classes: { planned: 1, announced: 1, open: 1, closed: 1, cancelled: 1, total: 5 },
      capacity: { seats: 20, pool: 14 },
      seats: { allocated: 6, held: 7 },
    });
  });

  it('counts nominations, learners and results per unit', async () => {
    const { units } = await joint();
    expect(units.find(({ unitId }) => unitId === lix.id)).toMatchObject({
      unitCode: 'LIX',
      nominated: 9,
      nominations: {
        ...{ waitingForGroup: 0, waitingForOffice: 0, reserves: 0, accepted: 3, returned: 1, rejected: 1 },
        ...{ withdrawn: 1, substituted: 1, classCancelled: 0, leftOver: 2 },
      },
      enrolled: 2,
      completion: { judged: 2, completed: 1, rate: 50 },
      attendance: { marked: 4, present: 3, rate: 75 },
    });
    expect(units.find(({ unitId }) => unitId === pac.id)).toMatchObject({
      nominated: 5,
      nominations: {
        waitingForGroup: 1,
        waitingForOffice: 1,
        reserves: 1,
        accepted: 1,
        classCancelled: 1,
        leftOver: 0,
      },
      enrolled: 1,
      completion: { judged: 1, completed: 1, rate: 100 },
      attendance: { marked: 1, present: 0, rate: 0 },
    });
  });

  it('gives the same total by course and by unit', async () => {
    const { courses, units, total } = await joint();
    const sums = (rows: readonly Figures[]) =>
      [
        (row: Figures) => row.seats.allocated,
        (row: Figures) => row.seats.held,
        (row: Figures) => row.nominated,
        (row: Figures) => row.enrolled,
        (row: Figures) => row.completion.judged,
        (row: Figures) => row.completion.completed,
        (row: Figures) => row.attendance.marked,
        (row: Figures) => row.attendance.present,
      ].map((of) => rows.reduce((all, row) => all + of(row), 0));
    expect(sums(courses)).toEqual([6, 7, 14, 3, 3, 2, 5, 3]);
    expect(sums(units)).toEqual(sums(courses));
    expect(total).toMatchObject({ completion: { rate: 66.7 }, attendance: { rate: 60 } });
  });

  it('speaks of the year asked for, and of this year unless told', async () => {
    expect(await joint(office, '')).toEqual(await joint());
    expect((await joint(office, '?year=2025')).total).toMatchObject({ classes: { total: 1 }, enrolled: 1 });
    expect((await joint(office, '?year=2024')).total).toMatchObject({
      classes: { total: 0 },
      completion: { rate: null },
    });
    expect((await app.as(office).get('/api/v1/reports/joint?year=nay')).status).toBe(422);
  });

  it('is read alike by the Bloc and the Group, each for the units it leads', async () => {
    const groupOfficer = await a.groupOfficer();
    expect(await joint(groupOfficer)).toEqual(await joint());

    const { bloc } = await a.organization();
    await buildUnit(a, { code: 'NGOAI', kind: 'base', below: bloc });
    const codes = (report: JointReport) => report.units.map(({ unitCode }) => unitCode);
    expect(codes(await joint())).toEqual(['LIX', 'NGOAI', 'PAC']);
    expect(codes(await joint(groupOfficer))).toEqual(['LIX', 'PAC']);
  });

  it('is not for secretaries, class managers and cadres', async () => {
    const others = [
      await a.secretaryOf(lix),
      await a.account(),
      await a.account({ person: await a.person({ in: pac }) }),
    ];
    for (const account of others) {
      expect((await app.as(account).get('/api/v1/reports/joint')).status).toBe(403);
      expect((await app.as(account).get('/reports/joint')).status).toBe(403);
    }
    expect((await app.as(null).get('/api/v1/reports/joint')).status).toBe(401);
  });

  describe('the scorecard of a unit', () => {
    const scorecard = async (by: BuiltAccount, query = '') =>
      app.as(by).get<UnitScorecard>(`/api/v1/reports/unit${query}`);

    it('shows the unit’s year per course, as the joint report has it', async () => {
      const { body } = await scorecard(office, `?unitId=${lix.id}`);
      expect(body).toMatchObject((await joint()).units.find(({ unitId }) => unitId === lix.id)!);
      expect(body.courses.find(({ courseId }) => courseId === short.id)).toMatchObject({
        nominated: 5,
        seats: { allocated: 3, held: 3 },
        completion: { judged: 2, completed: 1 },
      });
      expect(body.courses.reduce((sum, course) => sum + course.nominated, 0)).toBe(body.nominated);
    });

    it('counts key cadres by theory level as the roster is today', async () => {
      const unit = await a.unit();
      await a.person({ in: unit, theoryLevel: 'advanced', planned: false });
      await a.person({ in: unit, theoryLevel: 'none' });
      await a.person({ in: unit, theoryLevel: 'none' });
      await a.person({ in: unit, theoryLevel: 'none', keyCadre: false });
      await a.person({ in: unit, theoryLevel: 'none', leftOn: '2025-06-01' });
      expect((await scorecard(office, `?unitId=${unit.id}`)).body.keyCadres).toEqual([
        { theoryLevel: 'none', keyCadres: 2, planned: 2 },
        { theoryLevel: 'elementary', keyCadres: 0, planned: 0 },
        { theoryLevel: 'intermediate', keyCadres: 0, planned: 0 },
        { theoryLevel: 'advanced', keyCadres: 1, planned: 0 },
      ]);
    });

    it('opens to a secretary for the own unit only, without naming it', async () => {
      const secretary = await a.secretaryOf(lix);
      expect((await scorecard(secretary)).body).toMatchObject({ unitCode: 'LIX', nominated: 9 });
      expect((await scorecard(secretary, `?unitId=${pac.id}`)).status).toBe(404);
      expect((await app.as(secretary).get(`/reports/unit?unitId=${pac.id}`)).status).toBe(404);
    });

    it('asks an officer of several units which is meant', async () => {
      const groupOfficer = await a.groupOfficer();
      expect((await scorecard(groupOfficer, `?unitId=${pac.id}`)).body).toMatchObject({ unitCode: 'PAC' });
      expect((await scorecard(groupOfficer)).body).toMatchObject({ status: 422, errors: [{ field: 'unitId' }] });
      expect((await app.as(groupOfficer).get<string>('/reports/unit')).text).toContain('Chọn đơn vị');
      expect((await scorecard(await a.account())).status).toBe(403);
    });
  });

  it('shows percentages with the comma in Vietnamese and the point in English', async () => {
    const { bloc } = await a.organization();
    const english = await a.account({ roles: [['training_officer', bloc]], locale: 'en' });
    expect((await app.as(office).get<string>('/reports/joint')).text).toContain('66,7%');
    expect((await app.as(english).get<string>('/reports/joint')).text).toContain('66.7%');
    expect((await app.as(office).get<string>(`/reports/unit?unitId=${lix.id}`)).text).toContain('50,0%');
  });

  it('leaves studies that are not held yet out of the totals, and says so', async () => {
    const unit = await a.unit('HELD');
    await a.person({ in: unit });
    const reported = async () => (await app.as(office).get<string>('/reports/joint?year=2026')).text;
    await aStudy(a, [unit]);
    expect(await reported()).toContain('Chưa tổ chức');
    expect(await reported()).toMatch(/<tfoot[^]*0 \/ 0/);
    app.clock.moveTo(new Date('2026-02-07T12:00:00+07:00'));
    expect(await reported()).toMatch(/<tfoot[^]*0 \/ 1/);
    app.clock.moveTo(startOfSpecs);
  });
});

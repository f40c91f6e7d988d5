import { TestApp } from '../app';
import { Builders } from '../builders';
import type { Coverage } from '../../src/reports/coverage.service';
import type { JointReport, UnitScorecard } from '../../src/reports/reports.service';
import type { TrainingPlan } from '../../src/training-plans/training-plans.queries';
import { aRandomYear, type RandomYear } from './random-year';
import {
  type Numbers,
  Recomputed,
  toldByCoverage,
  toldByJoint,
  toldByPlan,
  toldByScorecard,
  toldOfStudies,
} from './recomputed';

describe.each([7, 20_260, 30_112])('the numbers of a year made by chance, seed %i', (seed) => {
  let app: TestApp;
  let year: RandomYear;
  let recomputed: Recomputed;

  beforeAll(async () => {
    app = await TestApp.start();
    year = await aRandomYear(app, new Builders(app), seed);
    recomputed = new Recomputed(app);
  });
  afterAll(() => app.stop());

  const read = async <Body>(path: string) => (await app.as(year.office).get<Body>(`/api/v1/${path}`)).body;
  const joint = () => read<JointReport>('reports/joint?year=2026');

  it('are those of the tables in the joint report', async () => {
    const numbers = toldByJoint(await joint());
    expect(numbers).toEqual(await recomputed.joint());
    const rates = (await joint()).units.flatMap(({ completion, attendance }) => [
      [completion.completed, completion.judged, completion.rate],
      [attendance.present, attendance.marked, attendance.rate],
    ]);
    for (const [part, whole, rate] of rates)
      if (whole === 0) expect(rate).toBeNull();
      else expect(Math.abs(rate! - (part! / whole!) * 100)).toBeLessThanOrEqual(0.05);
  });

  it('are those of the tables on each scorecard, course by course', async () => {
    const all = await recomputed.joint();
    for (const { id } of year.units) {
      const card = await read<UnitScorecard>(`reports/unit?year=2026&unitId=${id}`);
      expect(toldByScorecard(card)).toEqual(
        Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(id))),
      );
      expect(card.courses.reduce((sum, { nominated }) => sum + nominated, 0)).toBe(card.nominated);
    }
  });

  it('are those of the tables of who took part in studies', async () => {
    expect(toldOfStudies(await joint())).toEqual(await recomputed.studies());
  });

  it('are those of the tables of who lacks what', async () => {
    expect(toldByCoverage(await read<Coverage>('reports/coverage'))).toEqual(await recomputed.coverage());
  });

  it('are those of the tables in the plan', async () => {
    expect(toldByPlan(await read<TrainingPlan>('training-plans/2026'))).toEqual(await recomputed.plan());
  });

  it('are those of the tables among the results of each class', async () => {
    const classes = await app.sql<{ id: string; judged: number; completed: number }>(
      `SELECT k.id, count(d.id)::int AS judged, count(d.id) FILTER (WHERE d.completed)::int AS completed
       FROM classes k LEFT JOIN completions d ON d.class_id = k.id WHERE k.state = 'closed' GROUP BY k.id`,
    );
    for (const { id, judged, completed } of classes) {
      const { items } = await read<{ items: { completed: boolean }[] }>(`classes/${id}/completions?limit=500`);
      expect([items.length, items.filter((item) => item.completed).length]).toEqual([judged, completed]);
    }
  });

  it.each<[string, string, () => Promise<Numbers>, () => Promise<Numbers>]>([
    ['joint report', `UPDATE seats SET unit_id = NULL WHERE ctid = (SELECT s.ctid FROM seats s JOIN classes k ON k.id = s.class_id WHERE s.unit_id IS NOT NULL AND k.state = 'confirmed' AND k.opens_on > '2026-01-01' LIMIT 1)`, async () => toldByJoint(await joint()), () => recomputed.joint()], // prettier-ignore
    ['studies', `UPDATE attendance_lines SET mark = 'excused' WHERE ctid = (SELECT l.ctid FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id JOIN obliged_units o ON o.class_id = h.class_id JOIN enrollments e ON e.id = l.enrollment_id AND e.unit_id = o.unit_id JOIN persons p ON p.id = l.person_id AND p.standing = 'official' WHERE l.mark = 'present' AND NOT EXISTS (SELECT FROM exemptions x WHERE x.person_id = p.id) LIMIT 1)`, async () => toldOfStudies(await joint()), () => recomputed.studies()], // prettier-ignore
    ['needs', `UPDATE persons SET theory_level = 'advanced' WHERE ctid = (SELECT ctid FROM persons WHERE left_on IS NULL AND theory_level = 'none' AND coalesce(key_by_post, key_cadre) LIMIT 1)`, async () => toldByCoverage(await read('reports/coverage')), () => recomputed.coverage()], // prettier-ignore
    ['plan', `UPDATE classes SET plan_line_id = NULL WHERE id = (SELECT id FROM classes WHERE plan_line_id IS NOT NULL LIMIT 1)`, async () => toldByPlan(await read('training-plans/2026')), () => recomputed.plan()], // prettier-ignore
  ])('would not be, were one row another: %s', async (_, change, ofReport, ofTables) => {
    const before = await ofReport();
    await app.sql(change);
    expect(await ofTables()).not.toEqual(before);
    expect(await ofTables()).toEqual(await ofReport());
  });
});

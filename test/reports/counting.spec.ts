jest.setTimeout(300_000);
import { CountingService } from '../../src/reports/counting/counting.service';
import type { NeedLine } from '../../src/reports/coverage';
import type { Coverage } from '../../src/reports/coverage.service';
import type { JointReport, UnitScorecard } from '../../src/reports/reports.service';
import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';
import { aRandomYear, type RandomYear } from './random-year';
import { Recomputed, toldByCoverage, toldByJoint, toldByScorecard, toldOfStudies } from './recomputed';

describe('reports that are counted by the clock', () => {
  let app: TestApp;
  let year: RandomYear;
  let recomputed: Recomputed;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start({ REPORTS_COUNTED_AT_ONCE: '0' });
    const a = new Builders(app);
    year = await aRandomYear(app, a, 20_260);
    secretary = await a.secretaryOf(year.units[0]!);
    recomputed = new Recomputed(app);
  });
  afterAll(() => app.stop());

  const office = () => app.as(year.office);
  const read = async <Body>(path: string) => (await office().get<Body>(`/api/v1/reports/${path}`)).body;
  const joint = () => read<JointReport>('joint?year=2026');
  const coverage = () => read<Coverage>('coverage');
  const told = async () => [toldByJoint(await joint()), toldOfStudies(await joint()), toldByCoverage(await coverage())];
  const ofTables = () => Promise.all([recomputed.joint(), recomputed.studies(), recomputed.coverage()]);
  const look = () => app.untilRead('reports', () => app.get(CountingService).look());

  it('are counted as they are asked for until the clock has counted them once', async () => {
    expect(await joint()).toMatchObject({ countedAt: null });
    const atOnce = await told();
    await look();
    expect(await joint()).toMatchObject({ countedAt: app.clock.now().toISOString() });
    expect(await told()).toEqual(atOnce);
    expect(atOnce).toEqual(await ofTables());
  });

  it('say of each unit and of what is lacked what is said when they are counted at once', async () => {
    const all = await recomputed.joint();
    for (const { id } of year.units) {
      const card = await read<UnitScorecard>(`unit?year=2026&unitId=${id}`);
      expect(toldByScorecard(card)).toEqual(
        Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(id))),
      );
    }
    const { total, months } = await coverage();
    expect(months).toBe(6);
    for (const kind of ['new_member', 'theory_level', 'certificate', 'study'] as const) {
      const { items } = await read<{ items: NeedLine[] }>(`coverage/needs?kind=${kind}&limit=500`);
      expect(new Set(items.map(({ person }) => person.personId)).size).toBe(total.needs[kind]);
    }
    for (const order of ['name', 'deadline', 'unit']) {
      const ids = (items: readonly NeedLine[]) => items.map(({ id }) => id);
      const { items } = await read<{ items: NeedLine[] }>(`coverage/needs?sort=${order}&limit=500`);
      const { items: back } = await read<{ items: NeedLine[] }>(`coverage/needs?sort=-${order}&limit=500`);
      expect(ids(back)).toEqual(ids(items).toReversed());
    }
  });

  it('lead to lists that say the number as it was counted, and when', async () => {
    await app.sql(
      `UPDATE report_sums SET count = count + 7 WHERE measure IN ('accepted', 'completed') AND year = 2026`,
    );
    const { total, countedAt } = await joint();
    const behind = (query: string) => read<{ count: number; countedAt: string | null }>(`behind?year=2026&${query}`);
    expect(await behind('number=accepted')).toMatchObject({ count: total.nominations.accepted, countedAt });
    expect(await behind('number=completed')).toMatchObject({ count: total.completion.completed, countedAt });
    const [unit] = year.units;
    const card = await read<UnitScorecard>(`unit?year=2026&unitId=${unit!.id}`);
    expect((await behind(`number=accepted&unitId=${unit!.id}`)).count).toBe(card.nominations.accepted);
    expect(await behind('number=accepted&search=khong+co+ai')).toMatchObject({ count: 0, countedAt: null });
    expect((await office().get('/reports/behind?year=2026&number=accepted')).text).toContain(
      'Số liệu lúc 12:00 15/06/2026.',
    );
    await app.sql(
      `UPDATE report_sums SET count = count - 7 WHERE measure IN ('accepted', 'completed') AND year = 2026`,
    );
  });

  it('say their hour on each page, and only to whoever may that they can be counted anew', async () => {
    const hour = 'Số liệu lúc 12:00 15/06/2026.';
    for (const path of ['joint', `unit?unitId=${year.units[0]!.id}`, 'coverage']) {
      const { text } = await office().get(`/reports/${path}`);
      expect(text).toContain(hour);
      expect(text).toContain('href="/reports/recount"');
    }
    const { text } = await app.as(secretary).get('/reports/coverage');
    expect(text).toContain(hour);
    expect(text).not.toContain('/reports/recount');
  });

  it('know of a change the journal tells once the clock has looked again', async () => {
    const before = await told();
    const [running] = await app.sql<{ id: string; courseId: string }>(
      `SELECT id, course_id FROM classes WHERE state = 'announced' AND opens_on BETWEEN '2026-01-01' AND '2026-12-31' LIMIT 1`,
    );
    const [person] = await app.sql<{ id: string }>(
      `SELECT id FROM persons WHERE theory_level = 'none' AND key_cadre AND left_on IS NULL LIMIT 1`,
    );
    expect((await office().post(`/api/v1/classes/${running!.id}/cancellation`, { reason: 'Hủy lớp' })).status).toBe(
      204,
    );
    const corrected = { theoryLevel: 'advanced', reason: 'Theo bằng gốc' };
    expect(await office().patch(`/api/v1/people/${person!.id}`, corrected)).toMatchObject({ status: 200 });
    app.clock.moveTo(momentAt('2026-06-15', '12:05'));
    expect((await told())[0]).toEqual(before[0]);
    await look();
    expect(await joint()).toMatchObject({ countedAt: app.clock.now().toISOString() });
    expect(await told()).toEqual(await ofTables());
    expect((await told())[0]).not.toEqual(before[0]);
    expect((await told())[2]).not.toEqual(before[2]);
  });

  it('follow a class into the year it was moved to', async () => {
    const [moved] = await app.sql<{ id: string; unitId: string }>(
      `SELECT id FROM classes WHERE state = 'draft' AND opens_on >= '2026-01-01' LIMIT 1`,
    );
    await app.sql(`UPDATE classes SET opens_on = opens_on + 366, closes_on = closes_on + 366 WHERE id = $1`, moved!.id);
    await app.sql(
      `INSERT INTO journal_lines (at, actor_name, action, subject_type, subject_id, class_id) VALUES (now(), 'Một người', 'classes.changed', 'class', $1, $1)`,
      moved!.id,
    );
    await look();
    expect(toldByJoint(await joint())).toEqual(await recomputed.joint());
    const sums = await app.sql(`SELECT FROM report_sums WHERE year = 2027 AND measure = 'planned'`);
    expect(sums).not.toEqual([]);
  });

  it('hold a thousand people at once at most, however many a line is about', async () => {
    const unit = year.units[0]!.id;
    await app.sql(
      `INSERT INTO persons (unit_id, code, full_name, folded_name, sort_name, sex, birth_date, key_cadre, planned, standing, joined_on, official_on, education, theory_level)
       SELECT $1, 'many-' || n, 'Nguyễn Văn A', 'nguyen van a', 'a', 'male', '1980-05-12', true, true, 'official', '2008-06-01', '2009-06-01', 'university', 'none'
       FROM generate_series(1, 1200) n`,
      unit,
    );
    await app.sql(
      `INSERT INTO journal_lines (at, actor_name, action, subject_type, subject_id, unit_id) VALUES (now(), 'Một người', 'people.imported', 'unit', $1, $1)`,
      unit,
    );
    await look();
    const [most] = await app.sql<{ all: number; atOnce: number }>(
      `SELECT sum(people)::int AS all, max(people)::int AS at_once FROM (
         SELECT count(DISTINCT person_id) AS people FROM report_needs WHERE unit_id = $1 GROUP BY xmin::text) t`,
      unit,
    );
    expect(most!.all).toBeGreaterThanOrEqual(1_200);
    expect(most!.atOnce).toBeLessThanOrEqual(1_000);
    expect(toldByCoverage(await coverage())).toEqual(await recomputed.coverage());
    await app.sql(`DELETE FROM persons WHERE code LIKE 'many-%'`);
  });

  it('are counted whole when somebody asks, and every day', async () => {
    const change = (level: string) =>
      app.sql(
        `UPDATE persons SET theory_level = $1 WHERE id = (SELECT id FROM persons WHERE left_on IS NULL AND coalesce(key_by_post, key_cadre) ORDER BY id LIMIT 1)`,
        level,
      );
    const lacking = async () => (await coverage()).total.needs.theory_level;
    await change('none');
    await look();
    const { body } = await office().post<{ jobId: string }>('/api/v1/reports/recounts');
    await look();
    expect((await office().get(`/api/v1/jobs/${body.jobId}`)).body).toMatchObject({ state: 'done' });
    const asked = await lacking();
    await change('advanced');
    await look();
    expect(await lacking()).toBe(asked);
    app.clock.moveTo(momentAt('2026-06-16', '00:05'));
    await look();
    expect(await lacking()).toBe(asked - 1);
    expect(await told()).toEqual(await ofTables());
  });

  it('are shown to go on, then done, to whoever asked on the page', async () => {
    expect((await office().form('/reports/recount', {})).status).toBe(303);
    expect((await office().get('/reports/recount')).text).toContain('hx-get="/reports/recount/progress"');
    await look();
    const progress = (await office().get('/reports/recount/progress')).text;
    expect(progress).not.toContain('hx-get');
    expect(progress).toContain('/reports/joint');
  });
});

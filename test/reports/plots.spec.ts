import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, Builders, type BuiltUnit } from '../builders';
import { aStudy } from '../study-sessions/study';
import { momentAt } from '../../src/platform/clock';
import { enrolled } from './little-world';

describe('what a plot shows is said above it', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let unit: BuiltUnit;
  let trainingClass: BuiltClass;
  let study: BuiltClass;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    unit = await a.unit('LIX');
    const other = await a.unit('PAC');
    const course = await a.course({ kind: 'theory', award: 'diploma' });
    trainingClass = await a.trainingClass({
      course,
      state: 'confirmed',
      allocations: [
        [unit, 3],
        [other, 2],
      ],
    });
    await a.halfDay(trainingClass, '2026-02-07');
    await a.halfDay(trainingClass, '2026-02-08');
    const moduleId = await a.module(trainingClass, 1, 'Triết học');
    for (const [seat, marks, its] of [
      [1, ['present', 'unexcused'], 4],
      [2, ['present', 'excused'], 8.5],
    ] as const) {
      const { id } = await enrolled(a, { in: trainingClass, of: unit, seat, marks });
      await app.as(office).put(`/api/v1/enrollments/${id}/marks`, { marks: [{ moduleId, mark: its, attempt: 1 }] });
    }
    const came = await a.person({ in: other, theoryLevel: 'advanced' });
    const missed = await a.person({ in: other, theoryLevel: 'none' });
    study = await aStudy(a, [other]);
    for (const person of [came, missed]) await a.enrollment({ in: study, person });
    app.clock.moveTo(momentAt('2026-02-09', '08:00'));
    await app.sql(`UPDATE attendance_lines SET mark = 'present' WHERE person_id = $1`, came.id);
  });
  afterAll(() => app.stop());

  it.each<[string, () => string, string]>([
    ['/reports/joint', () => '', 'Còn 3/5 chỉ tiêu chưa có người; nhiều nhất: PAC, 2/2'],
    ['/reports/joint', () => '', '1/2 đảng viên phải dự đã dự; PAC còn 1/2 chưa dự, nhiều nhất'],
    ['/reports/unit?unitId=', () => unit.id, 'Còn 1/3 chỉ tiêu chưa có người'],
    ['/reports/unit?unitId=', () => unit.id, '2/2 cán bộ chủ chốt chưa có trình độ trung cấp'],
    ['/reports/coverage', () => '', '3/4 cán bộ chủ chốt chưa có trình độ trung cấp; nhiều nhất: LIX, 2/2'],
    ['/classes/', () => `${trainingClass.id}/seats`, 'Còn 3/5 chỗ chưa có người; nhiều nhất: PAC, 2/2'],
    ['/classes/', () => `${trainingClass.id}/nominations`, 'Đã cử 2 lượt cho 5 chỗ; đã hết hạn 20/01/2026'],
    ['/classes/', () => `${trainingClass.id}/attendance`, 'Vắng nhiều nhất: Sáng 08/02/2026, 2/2 học viên'],
    ['/classes/', () => `${trainingClass.id}/marks`, 'Nhiều điểm dưới 5 nhất: Triết học, 1/2 học viên'],
    ['/classes/', () => `${study.id}/study`, '1/2 đảng viên phải dự đã dự; PAC còn 1/2 chưa dự, nhiều nhất'],
  ])('on %s', async (path, rest, sentence) => {
    const { status, text } = await app.as(office).get(`${path}${rest()}`);
    expect(status).toBe(200);
    const said = [
      ...text.matchAll(/<figcaption>([^<]+)<\/figcaption><svg class="plot-wide" role="img" aria-label="([^"]+)"/g),
    ];
    expect(said.map(([, title]) => title).join(' · ')).toContain(sentence);
    for (const [, title, alt] of said) expect(alt).toBe(title);
  });

  it('and nothing is drawn of nothing', async () => {
    for (const path of ['/reports/joint?year=2020', '/reports/unit?year=2020'])
      expect((await app.as(office).get(path)).text).not.toContain('<figure');
  });
});

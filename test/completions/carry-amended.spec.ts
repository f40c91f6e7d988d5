import type { BuiltClass, BuiltEnrollment } from '../builders';
import { a, app, close, given, office, beginAtTheOffice } from './at-the-office';

beginAtTheOffice();

/** Somebody did not complete K1; a decision then changed a mark and two half-days of it. Now they are in K2. */
describe('somebody who goes on with a class whose result was amended', () => {
  let k1: BuiltClass;
  let before: BuiltEnrollment;
  let now: BuiltEnrollment;

  beforeEach(async () => {
    const course = await given.course({ kind: 'theory', award: 'diploma' });
    await a.rule(course, 'completion', 'marks', { minimum: 5 });
    k1 = await given.class(course);
    before = await given.enrolled(k1, { marks: ['unexcused', 'present', 'unexcused'] });
    const sat = await a.module(k1, 1, 'Triết học');
    const missed = await a.module(k1, 2, 'Kinh tế chính trị');
    await a.insert('module_marks', {
      moduleId: sat,
      enrollmentId: before.id,
      attempt: 1,
      mark: 6,
      enteredAt: app.clock.now(),
    });
    await close(k1);
    const [first, second] = await app.sql<{ id: string }>(
      'SELECT id FROM half_days WHERE class_id = $1 ORDER BY day',
      k1.id,
    );
    const [completion] = await app.sql<{ id: string }>(
      'SELECT id FROM completions WHERE enrollment_id = $1',
      before.id,
    );
    const amended = await app.as(office).post(`/api/v1/completions/${completion!.id}/amendments`, {
      reason: 'Phúc khảo',
      decision: '20-QĐ/ĐUK',
      decidedOn: '2026-01-04',
      authority: 'Ban Thường vụ Đảng ủy Khối',
      attendance: [
        { halfDayId: first!.id, mark: 'present' },
        { halfDayId: second!.id, mark: 'unexcused' },
      ],
      marks: [
        { moduleId: sat, mark: 3 },
        { moduleId: missed, mark: 7 },
      ],
    });
    expect(amended.status).toBe(201);
    const k2 = await a.trainingClass({ course, state: 'confirmed', opensOn: '2026-02-02' });
    for (const day of ['2026-02-02', '2026-02-03', '2026-02-04']) await a.halfDay(k2, day);
    await a.module(k2, 1, 'Triết học');
    await a.module(k2, 2, 'Kinh tế chính trị');
    now = await a.enrollment({ in: k2, person: before.person });
  });

  it('takes along what the decision said', async () => {
    const sent = { enrollmentId: before.id, reason: 'Học lại' };
    const went = await app
      .as(office)
      .post<{ halfDays: { mark: string }[] }>(`/api/v1/enrollments/${now.id}/continuation`, sent);
    expect(went.status).toBe(201);
    expect(went.body.halfDays.map(({ mark }) => mark)).toEqual(['present', 'unmarked', 'unmarked']);
    const marks = await app.as(office).get<{ marks: object[] }>(`/api/v1/enrollments/${now.id}/marks`);
    expect(marks.body.marks).toMatchObject([{ first: 3 }, { first: 7 }]);
  });
});

import { ClosingRunsService } from '../../src/completions/closing-runs.service';
import { CompletionsQueries } from '../../src/completions/completions.queries';
import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltClass } from '../builders';
import { Closing } from './closing';

describe('a completion', () => {
  let app: TestApp;
  let a: Builders;
  let given: Closing;
  let office: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    given = new Closing(app, a);
    office = await a.office();
  });
  afterAll(() => app.stop());

  const close = async (inClass: BuiltClass) => {
    await app.get(ClosingRunsService).workOn(await given.ask(office, inClass));
  };
  const notRecomputable = () => app.get(CompletionsQueries).notRecomputable();
  const completionOf = async (enrollmentId: string) => {
    const [row] = await app.sql<{ id: string }>(`SELECT id FROM completions WHERE enrollment_id = $1`, enrollmentId);
    return row!.id;
  };

  it('can be recomputed from attendance, essay and marks, also after the rules changed', async () => {
    const course = await given.course({ kind: 'theory', award: 'none' });
    await a.rule(course, 'completion', 'essay', { minimum: 5 });
    await a.rule(course, 'completion', 'grades', { excellent: 9, very_good: 8, good: 7, fairly_good: 6, average: 5 });
    const inClass = await given.class(course);
    const [first] = await given.crowd(inClass, 3, 1);
    const handedIn = { body: 'Bài thu hoạch', handed_in_at: app.clock.now() };
    await app.sql(
      `INSERT INTO essays (enrollment_id, body, handed_in_at, mark) VALUES ($1, $2, $3, 7.25)`,
      first!.id,
      handedIn.body,
      handedIn.handed_in_at,
    );
    await close(inClass);
    await app.sql(
      `UPDATE course_rules SET valid = daterange(lower(valid), '2026-01-01') WHERE course_id = $1 AND rule = 'attendance'`,
      course.id,
    );
    await a.insert('course_rules', {
      course_id: course.id,
      purpose: 'completion',
      rule: 'attendance',
      parameters: { maximumAbsentShare: 0 },
      severity: 'block',
      valid: '[2026-01-01,)',
      citation_vi: 'Mới',
      citation_en: 'New',
      verified: true,
    });
    expect(await notRecomputable()).toEqual([]);
  });

  it('is found when the attendance behind it was changed behind everybody’s back', async () => {
    const inClass = await given.class();
    const [touched] = await given.crowd(inClass, 3);
    await close(inClass);
    expect(await notRecomputable()).toEqual([]);
    await app.sql(
      `UPDATE attendance_lines SET mark = 'unexcused' WHERE ctid IN (SELECT ctid FROM attendance_lines WHERE enrollment_id = $1 LIMIT 1)`,
      touched!.id,
    );
    expect(await notRecomputable()).toEqual([await completionOf(touched!.id)]);
    await app.sql(`UPDATE attendance_lines SET mark = 'present' WHERE enrollment_id = $1`, touched!.id);
  });

  it('is not counted when the authority decided otherwise', async () => {
    const inClass = await given.class();
    const [absent] = await given.crowd(inClass, 1, 1);
    await app.as(office).put(`/api/v1/enrollments/${absent!.id}/completion-override`, {
      decision: '1-QĐ',
      decidedOn: '2026-01-02',
      reason: 'Đã học bù',
    });
    await close(inClass);
    expect(await notRecomputable()).toEqual([]);
  });
});

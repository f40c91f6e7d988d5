import { CompletionsQueries } from '../../src/completions/completions.queries';
import { a, app, close, given, office, beginAtTheOffice } from './at-the-office';

beginAtTheOffice();

describe('a completion', () => {
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
    const handedIn = { enrollmentId: first!.id, body: 'Bài thu hoạch', handedInAt: app.clock.now(), mark: 7.25 };
    await a.insert('essays', handedIn);
    await close(inClass);
    await a.change('course_rules', { courseId: course.id, rule: 'attendance' }, { valid: '[2020-01-01,2026-01-01)' });
    await a.rule(course, 'completion', 'attendance', { maximumAbsentShare: 0 }, 'block', '[2026-01-01,)');
    expect(await notRecomputable()).toEqual([]);
  });

  it('is found when the attendance behind it was changed behind everybody’s back', async () => {
    const inClass = await given.class();
    const [touched] = await given.crowd(inClass, 3);
    await close(inClass);
    expect(await notRecomputable()).toEqual([]);
    const [halfDay] = await app.sql<{ id: string }>('SELECT id FROM half_days WHERE class_id = $1 LIMIT 1', inClass.id);
    await touched!.isMarked('unexcused', halfDay);
    expect(await notRecomputable()).toEqual([await completionOf(touched!.id)]);
    await touched!.isMarked('present');
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

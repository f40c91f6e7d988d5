import type { CourseRule } from '../courses/courses.queries';
import { judge } from './judge';
import type { Attended } from '../enrollments/attended';
import type { CompletionFacts, ModuleFact } from './judge.facts';

const rule = (code: string, parameters: Record<string, unknown>, severity: 'warn' | 'block' = 'block'): CourseRule => ({
  id: code,
  rule: code,
  parameters,
  severity,
  citation: { vi: 'Quy định mẫu', en: 'Sample regulation' },
  verified: true,
  validFrom: '2020-01-01',
  validTo: null,
});
const attendance = rule('attendance', { maximumAbsentShare: 0.2 });
const marks = rule('marks', { minimum: 5 });
const grades = rule('grades', { excellent: 9, very_good: 8, good: 7, fairly_good: 6, average: 5 });

const attended = (given: Partial<Attended>): Attended => ({
  present: 0,
  excused: 0,
  unexcused: 0,
  unmarked: 0,
  missedBefore: 0,
  beforeJoining: 0,
  ...given,
});
const facts = (given: Partial<CompletionFacts> = {}): CompletionFacts => ({
  attendance: attended({ present: 10 }),
  essay: null,
  modules: [],
  ...given,
});
const modules = (...given: readonly (readonly [weight: number, mark: number | null])[]): ModuleFact[] =>
  given.map(([weight, mark], index) => ({
    number: index + 1,
    name: `Học phần ${index + 1}`,
    weight,
    first: mark,
    resit: null,
  }));
const sentenceOf = (rules: readonly CourseRule[], given: CompletionFacts) => judge(rules, given).reasons[0]!.sentence;

describe('attendance', () => {
  it('counts absences without leave apart where the rule says so, and tells how many to make up', () => {
    const apart = rule('attendance', { maximumAbsentShare: 0.3, maximumUnexcusedShare: 0.1 });
    const excused = facts({ attendance: attended({ present: 7, excused: 2, unexcused: 1 }) });
    expect(judge([apart], excused).completed).toBe(true);
    const unexcused = facts({ attendance: attended({ present: 7, unexcused: 2, unmarked: 1 }) });
    expect(judge([apart], unexcused).completed).toBe(false);
    expect(sentenceOf([apart], unexcused).vi).toBe(
      'Vắng 3 trên 10 buổi (30%): 0 có phép, 2 không phép, 1 chưa điểm danh được tính là vắng; không quá mức 30%; không phép 30%, quá mức 10%. Cần học bù ít nhất 2 buổi ở lớp khác cùng chương trình; hỏi chủ nhiệm lớp để đăng ký.',
    );
  });

  it.each([
    ['exactly at the limit', attended({ present: 8, unexcused: 2 }), true],
    ['one half-day over it', attended({ present: 7, unexcused: 3 }), false],
    ['at the limit of a class of 15', attended({ present: 12, excused: 3 }), true],
    ['just over it, in a class of 19', attended({ present: 15, excused: 4 }), false],
    ['nothing', attended({ present: 10 }), true],
    ['everything', attended({ unexcused: 10 }), false],
  ])('judges a person who missed %s', (_, given, completed) => {
    expect(judge([attendance], facts({ attendance: given })).completed).toBe(completed);
  });

  it('counts excused and unexcused absences alike', () => {
    const absent = (mark: 'excused' | 'unexcused') =>
      judge([attendance], facts({ attendance: attended({ present: 7, [mark]: 3 }) }));
    expect(absent('excused').completed).toBe(false);
    expect(absent('excused').absentShare).toBe(absent('unexcused').absentShare);
  });

  it('counts a half-day nobody marked as absent, and says so', () => {
    const given = facts({ attendance: attended({ present: 7, excused: 1, unmarked: 2 }) });
    expect(judge([attendance], given)).toMatchObject({ completed: false, absentShare: 0.3 });
    expect(sentenceOf([attendance], given).vi).toBe(
      'Vắng 3 trên 10 buổi (30%): 1 có phép, 0 không phép, 2 chưa điểm danh được tính là vắng; quá mức 20%. Cần học bù ít nhất 1 buổi ở lớp khác cùng chương trình; hỏi chủ nhiệm lớp để đăng ký.',
    );
    expect(sentenceOf([attendance], given).en).toContain('2 not marked and counted as absent');
  });

  it('counts a half-day from before joining as missed where the rule says so, else leaves it out', () => {
    const missed = facts({ attendance: attended({ present: 1, missedBefore: 2 }) });
    expect(judge([attendance], missed)).toMatchObject({ completed: false, absentShare: 0.6667 });
    expect(sentenceOf([attendance], missed).vi).toBe(
      'Vắng 2 trên 3 buổi (66,7%): 0 có phép, 0 không phép, 2 trước khi vào lớp chưa học bù; quá mức 20%. Cần học bù ít nhất 2 buổi ở lớp khác cùng chương trình; hỏi chủ nhiệm lớp để đăng ký.',
    );
    const leftOut = facts({ attendance: attended({ present: 1, beforeJoining: 2 }) });
    expect(judge([attendance], leftOut)).toMatchObject({ completed: true, absentShare: 0 });
    expect(sentenceOf([attendance], leftOut).vi).toBe('Dự đủ 1 buổi. Không tính 2 buổi trước khi vào lớp.');
  });

  it('is not met when no half-day was held', () => {
    const none = facts({ attendance: attended({}) });
    expect(judge([attendance], none)).toMatchObject({ completed: false, absentShare: null });
    expect(sentenceOf([attendance], none).vi).toContain('chưa tổ chức buổi học nào');
  });

  it('tells the share even without a rule on it', () => {
    expect(judge([], facts({ attendance: attended({ present: 2, unexcused: 1 }) }))).toEqual({
      completed: true,
      reasons: [],
      grade: null,
      averageMark: null,
      absentShare: 0.3333,
    });
  });
});

describe('marks', () => {
  it('counts a re-sit at most as its cap, and takes no rule about examinations for one to be met', () => {
    const capped = rule('marks', { minimum: 5, resitCap: 7 });
    const exams = [rule('exam_attendance', { maximumAbsentShare: 0.2 }), rule('final_parts', {})];
    const resat = [{ ...modules([1, 4])[0]!, resit: 9 }];
    expect(judge([capped, ...exams, grades], facts({ modules: resat }))).toMatchObject({
      completed: true,
      averageMark: 7,
      grade: 'good',
      reasons: [{ rule: 'marks' }],
    });
  });

  it.each([
    ['every module at the minimum', modules([1, 5], [2, 5]), true],
    ['a module a hundredth below it, though the average is high', modules([1, 4.99], [9, 10]), false],
    ['a module without a mark', modules([1, 9], [1, null]), false],
    ['no modules at all', [], false],
  ])('judges a class with %s', (_, given, completed) => {
    expect(judge([marks], facts({ modules: given })).completed).toBe(completed);
  });

  it('weighs the modules and rounds the average to two decimals', () => {
    expect(judge([], facts({ modules: modules([3, 7], [1, 8]) })).averageMark).toBe(7.25);
    expect(judge([], facts({ modules: modules([1, 7], [1, 7], [1, 8]) })).averageMark).toBe(7.33);
    expect(judge([], facts({ modules: modules([1, 7.11], [1, 7.12]) })).averageMark).toBe(7.12);
  });

  it('has no average while a mark is missing', () => {
    expect(judge([grades], facts({ modules: modules([1, 9], [1, null]) }))).toMatchObject({
      averageMark: null,
      grade: null,
    });
  });

  it('names the modules that are missing or too low', () => {
    expect(sentenceOf([marks], facts({ modules: modules([1, 9], [1, null], [1, null]) })).vi).toBe(
      'Chưa có điểm học phần 2, 3; cần nhập đủ điểm.',
    );
    expect(sentenceOf([marks], facts({ modules: modules([1, 4.5], [1, 8]) })).vi).toBe(
      'Học phần dưới 5 điểm: 1 (4,5).',
    );
    expect(sentenceOf([marks], facts({ modules: modules([1, 4.5], [1, 8]) })).en).toBe(
      'Modules marked below 5: 1 (4.5).',
    );
  });
});

describe('the essay', () => {
  const handIn = rule('essay', { minimum: null });
  const marked = rule('essay', { minimum: 5 });
  const accepted = rule('essay', { minimum: null, accepted: true });

  it.each([
    ['nothing handed in', handIn, null, false],
    ['one handed in, where that is enough', handIn, { mark: null }, true],
    ['one marked low, where handing in is enough', handIn, { mark: 2 }, true],
    ['one not marked yet, where a mark is needed', marked, { mark: null }, false],
    ['a mark exactly at the minimum', marked, { mark: 5 }, true],
    ['a mark just below it', marked, { mark: 4.99 }, false],
    ['one sent back, where handing in is enough', handIn, { mark: null, decision: 'sent_back' as const }, false],
    ['one handed in, where it must be accepted', accepted, { mark: null }, false],
    ['one accepted, where it must be', accepted, { mark: null, decision: 'accepted' as const }, true],
  ])('judges %s', (_, given, essay, completed) => {
    expect(judge([given], facts({ essay })).completed).toBe(completed);
  });

  it('says whether it is missing or only waits for its mark', () => {
    expect(sentenceOf([marked], facts()).vi).toBe('Chưa nộp bài thu hoạch.');
    expect(sentenceOf([marked], facts({ essay: { mark: null } })).vi).toContain('chưa được chấm');
    const sentBack = facts({ essay: { mark: null, decision: 'sent_back' } });
    expect(sentenceOf([handIn], sentBack).en).toContain('sent back');
    expect(sentenceOf([accepted], facts({ essay: { mark: null } })).vi).toContain('chưa được nhận');
  });

  it('gives the average of a class without modules', () => {
    expect(judge([grades], facts({ essay: { mark: 8 } }))).toMatchObject({ averageMark: 8, grade: 'very_good' });
  });
});

describe('grades', () => {
  it.each([
    [10, 'excellent'],
    [9, 'excellent'],
    [8.99, 'very_good'],
    [8, 'very_good'],
    [7, 'good'],
    [6, 'fairly_good'],
    [5.99, 'average'],
    [5, 'average'],
    [4.99, null],
  ])('reads the mark %s as %s', (mark, grade) => {
    expect(judge([grades], facts({ modules: modules([1, mark]) })).grade).toBe(grade);
  });

  it('are for those who completed', () => {
    const missed = facts({ modules: modules([1, 9]), attendance: attended({ unexcused: 10 }) });
    expect(judge([attendance, grades], missed)).toMatchObject({ completed: false, grade: null, averageMark: 9 });
  });

  it('are not given where the course has none, or where there is no mark', () => {
    expect(judge([marks], facts({ modules: modules([1, 9]) })).grade).toBeNull();
    expect(judge([grades], facts()).grade).toBeNull();
  });
});

describe('a judgement', () => {
  it('needs every rule that blocks, and gives the reason of each with its citation', () => {
    const both = judge([attendance, marks], facts({ modules: modules([1, 4]) }));
    expect(both.completed).toBe(false);
    expect(both.reasons.map(({ rule: code, ok }) => [code, ok])).toEqual([
      ['attendance', true],
      ['marks', false],
    ]);
    expect(both.reasons[0]!.citation.vi).toBe('Quy định mẫu');
  });

  it('is not stopped by a rule that only warns', () => {
    const warned = judge([rule('essay', { minimum: null }, 'warn')], facts());
    expect(warned.completed).toBe(true);
    expect(warned.reasons[0]).toMatchObject({ ok: false, severity: 'warn' });
  });

  it('follows a decision of the authority, and still says what the rules found', () => {
    const decided = judge(
      [attendance, grades],
      facts({ attendance: attended({ unexcused: 10 }), essay: { mark: 7 } }),
      true,
    );
    expect(decided).toMatchObject({ completed: true, grade: 'good', absentShare: 1 });
    expect(decided.reasons[0]!.ok).toBe(false);
  });

  it('refuses a rule it does not know rather than let everybody pass', () => {
    expect(() => judge([rule('karma', {})], facts())).toThrow('karma');
  });
});

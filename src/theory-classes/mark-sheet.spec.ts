import { examBarOf } from './exam-bar';
import { graduationOf } from './graduation';
import { changesBy, countedMark, type MarkEntry, type Sitting, type StoredMark, weightedAverage } from './mark-sheet';

const entry = (mark: number | null, given: Partial<MarkEntry> = {}): MarkEntry => ({
  enrollmentId: 'e',
  moduleId: 'm',
  attempt: 1,
  mark,
  ...given,
});
const stored = (mark: number | null, given: Partial<StoredMark> = {}): StoredMark => ({
  revision: 1,
  ...entry(mark, given),
});
const open: Sitting = { minimum: 5, barOf: () => null };
const codes = (entries: readonly MarkEntry[], before: readonly StoredMark[], sitting = open) =>
  changesBy(entries, before, sitting).problems.map(({ code }) => code);

describe('entering marks', () => {
  it('tells what each mark was before', () => {
    const { changes } = changesBy([entry(7.5), entry(6, { moduleId: 'n' })], [stored(5)], open);
    expect(changes).toMatchObject([
      { from: 5, mark: 7.5, revision: 2 },
      { from: null, mark: 6, revision: 1 },
    ]);
  });

  it('leaves alone what is the same already', () => {
    expect(changesBy([entry(5), entry(null, { moduleId: 'n' })], [stored(5)], open).changes).toEqual([]);
  });

  it('takes a re-sit after a first mark, stored or in the same list', () => {
    expect(codes([entry(6, { attempt: 2 })], [stored(4)])).toEqual([]);
    expect(codes([entry(6, { attempt: 2 }), entry(4)], [])).toEqual([]);
  });

  it('refuses a re-sit without a first mark', () => {
    expect(codes([entry(6, { attempt: 2 })], [])).toEqual(['resit_without_first']);
  });

  it('does not take back the first mark of a re-sit', () => {
    expect(codes([entry(null)], [stored(4), stored(6, { attempt: 2 })])).toEqual(['resit_without_first']);
  });

  it('refuses a re-sit where the first mark passed, but not when it is taken back', () => {
    expect(codes([entry(9, { attempt: 2 })], [stored(5)])).toEqual(['resit_not_needed']);
    expect(codes([entry(6)], [stored(4), stored(6, { attempt: 2 })])).toEqual(['resit_not_needed']);
    expect(codes([entry(null, { attempt: 2 })], [stored(8), stored(6, { attempt: 2 })])).toEqual([]);
    expect(codes([entry(9, { attempt: 2 })], [stored(5)], { ...open, minimum: null })).toEqual([]);
  });

  it('refuses a mark of who is barred, not what was there before', () => {
    const bar = examBarOf('module', { absent: 3, halfDays: 10 }, 0.2, null);
    const barred = { ...open, barOf: () => bar };
    expect(codes([entry(6)], [], barred)).toEqual(['barred_from_exam']);
    expect(codes([entry(null)], [stored(6)], barred)).toEqual([]);
    expect(codes([entry(6)], [stored(6)], barred)).toEqual([]);
    expect(changesBy([entry(6)], [], barred).problems[0]!.message.vi).toContain('vắng 3/10 buổi (30%), quá mức 20%');
  });

  it('counts on from a mark that was taken back', () => {
    expect(changesBy([entry(6)], [stored(null, { revision: 2 })], open).changes).toMatchObject([
      { from: null, mark: 6, revision: 3 },
    ]);
  });

  it('refuses the same mark twice', () => {
    expect(codes([entry(6), entry(7)], [])).toEqual(['entered_twice']);
  });
});

describe('the mark of a module', () => {
  it('is that of the re-sit when there was one, even a lower one', () => {
    expect(countedMark({ first: 4.5, resit: null }, null)).toBe(4.5);
    expect(countedMark({ first: 4.5, resit: 4 }, null)).toBe(4);
    expect(countedMark({ first: null, resit: null }, 5)).toBeNull();
  });
});

describe('a re-sit', () => {
  it('counts at most the cap, when there is one', () => {
    expect(countedMark({ first: 4, resit: 9 }, 7)).toBe(7);
    expect(countedMark({ first: 4, resit: 6 }, 7)).toBe(6);
    // The cap is on the re-sit alone.
    expect(countedMark({ first: 9, resit: null }, 7)).toBe(9);
  });
});

describe('absence before an examination', () => {
  const permission = {
    id: 'p',
    paperId: 'd',
    decisionNumber: '12-QĐ/ĐUK',
    decidedOn: '2026-01-02',
    reason: 'Ốm',
  } as const;

  it.each([
    ['exactly at the limit', 2, 10, null],
    ['one over it', 3, 10, 'barred'],
    ['at the limit of a class of 15', 3, 15, null],
    ['no half-day at all', 0, 0, null],
  ])('%s', (_, absent, halfDays, expected) => {
    const bar = examBarOf('module', { absent, halfDays }, 0.2, null);
    expect(bar && 'barred').toBe(expected);
  });

  it('bars nobody without a rule, nor from a field report, and is lifted by a decision', () => {
    const much = { absent: 9, halfDays: 10 };
    expect(examBarOf('module', much, null, null)).toBeNull();
    expect(examBarOf('field_report', much, 0.2, null)).toBeNull();
    expect(examBarOf('graduation_exam', much, 0.2, permission)).toMatchObject({ liftedBy: permission });
  });
});

describe('graduation', () => {
  const rules = { minimum: 5, cutOffs: { excellent: 9, very_good: 8, good: 7, fairly_good: 6, average: 5 } };
  const marked = (...marks: (number | null)[]) =>
    graduationOf(
      marks.map((mark) => ({ weight: 1, mark })),
      rules,
    );

  it('is graded by the average of who passed every module', () => {
    expect(marked(9, 9)).toEqual({ average: 9, outcome: 'passed', grade: 'excellent' });
    expect(marked(8.99, 8.99)).toMatchObject({ grade: 'very_good' });
    expect(marked(10, 4.9)).toEqual({ average: 7.45, outcome: 'failed', grade: null });
    expect(marked(10, null)).toEqual({ average: null, outcome: 'incomplete', grade: null });
  });
});

describe('the average', () => {
  it('counts each module by its weight', () => {
    expect(
      weightedAverage([
        { weight: 1, mark: 6 },
        { weight: 2, mark: 9 },
      ]),
    ).toBe(8);
  });

  it('is there once every module has a mark', () => {
    expect(
      weightedAverage([
        { weight: 1, mark: 6 },
        { weight: 2, mark: null },
      ]),
    ).toBeNull();
    expect(weightedAverage([])).toBeNull();
  });

  it('rounds a half up, whatever the fractions are in binary', () => {
    expect(
      weightedAverage([
        { weight: 1, mark: 1.01 },
        { weight: 1, mark: 1 },
      ]),
    ).toBe(1.01);
  });
});

import { changesBy, countedMark, type MarkEntry, type StoredMark, weightedAverage } from './mark-sheet';

const entry = (mark: number | null, given: Partial<MarkEntry> = {}): MarkEntry => ({
  enrollmentId: 'e',
  moduleId: 'm',
  attempt: 1,
  mark,
  ...given,
});
const stored = (mark: number, given: Partial<MarkEntry> = {}) => entry(mark, given) as StoredMark;
const codes = (...parts: Parameters<typeof changesBy>) => changesBy(...parts).problems.map(({ code }) => code);

describe('entering marks', () => {
  it('tells what each mark was before', () => {
    const { changes } = changesBy([entry(7.5), entry(6, { moduleId: 'n' })], [stored(5)]);
    expect(changes).toMatchObject([
      { from: 5, mark: 7.5 },
      { from: null, mark: 6 },
    ]);
  });

  it('leaves alone what is the same already', () => {
    expect(changesBy([entry(5), entry(null, { moduleId: 'n' })], [stored(5)]).changes).toEqual([]);
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

  it('refuses the same mark twice', () => {
    expect(codes([entry(6), entry(7)], [])).toEqual(['entered_twice']);
  });
});

describe('the mark of a module', () => {
  it('is that of the re-sit when there was one, even a lower one', () => {
    expect(countedMark({ first: 4.5, resit: null })).toBe(4.5);
    expect(countedMark({ first: 4.5, resit: 4 })).toBe(4);
    expect(countedMark({ first: null, resit: null })).toBeNull();
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

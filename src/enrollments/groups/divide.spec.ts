import { divide, type ToDivide } from './divide';

const people = (...units: readonly string[]): ToDivide[] =>
  units.map((unitId, index) => ({ enrollmentId: `p${index + 1}`, unitId }));
const empty = (count: number) => new Map(Array.from({ length: count }, (_, index) => [index + 1, 0]));
const sizesOf = (divided: ReadonlyMap<string, number>) =>
  [1, 2, 3].map((number) => [...divided.values()].filter((one) => one === number).length);

describe('dividing people into groups', () => {
  it('spreads every unit over the groups, which differ by one at most', () => {
    const divided = divide(people('a', 'a', 'a', 'b', 'b', 'b', 'a'), 'evenly', empty(3));
    expect(sizesOf(divided)).toEqual([3, 2, 2]);
    expect(new Set(['p1', 'p2', 'p3'].map((one) => divided.get(one)))).toEqual(new Set([1, 2, 3]));
    expect(new Set(['p4', 'p5', 'p6'].map((one) => divided.get(one)))).toEqual(new Set([1, 2, 3]));
  });

  it('cuts the list by the alphabet into parts that differ by one at most', () => {
    const divided = divide(people('a', 'b', 'a', 'b', 'a'), 'alphabet', empty(2));
    expect([...divided.values()]).toEqual([1, 1, 1, 2, 2]);
  });

  it('keeps the people of a unit together, the largest unit first', () => {
    const divided = divide(people('a', 'b', 'b', 'b', 'c', 'c'), 'unit', empty(2));
    expect([...divided]).toEqual([
      ['p2', 1],
      ['p3', 1],
      ['p4', 1],
      ['p5', 2],
      ['p6', 2],
      ['p1', 2],
    ]);
  });

  it('fills the smallest group first, and divides fewer people than groups', () => {
    const sizes = new Map([
      [1, 4],
      [2, 3],
      [5, 1],
    ]);
    expect([...divide(people('a', 'b', 'c'), 'evenly', sizes).values()]).toEqual([5, 5, 2]);
    expect([...divide(people('a'), 'alphabet', empty(3)).values()]).toEqual([1]);
  });
});

import { changedRows, fingerprintOf } from './promises';

interface Row {
  readonly name: string;
  readonly does: object | null;
}
const promiseOf = ({ does }: Row) => does;
const row = (name: string, does: object | null = null): Row => ({ name, does });

describe('what a row promised', () => {
  it('is kept by the same deed, in whatever order its parts were stored, and whatever else is shown', () => {
    expect(changedRows([row('An', { from: 1, to: 2 })], [row('AN', { to: 2, from: 1 })], promiseOf)).toEqual([]);
    expect(changedRows([row('An', { to: undefined })], [row('An', {})], promiseOf)).toEqual([]);
  });

  it('is broken by another deed, by none, and by one where there was none', () => {
    const was = [row('An', { to: 1 }), row('Bình', { to: 1 }), row('Chi'), row('Dung')];
    const is = [row('An', { to: 2 }), row('Bình'), row('Chi', { to: 1 }), row('Dung')];
    expect(changedRows(was, is, promiseOf).map(({ was: { name } }) => name)).toEqual(['An', 'Bình', 'Chi']);
  });

  it('has a name of its own', () => {
    const [one, same, other] = [[row('An', { to: 1 })], [row('Bình', { to: 1 })], [row('An', { to: 2 })]];
    expect(fingerprintOf(one, promiseOf)).toBe(fingerprintOf(same, promiseOf));
    expect(fingerprintOf(one, promiseOf)).not.toBe(fingerprintOf(other, promiseOf));
  });
});

import type { Place } from '../passages/places.queries';
import { shareOut } from './division';

const place = (personId: string, unitId: string, more: Partial<Place> = {}): Place => ({
  ...{ personId, unitId, fullName: personId, unitName: unitId, nominationId: `n-${personId}`, enrollmentId: null },
  ...{ state: 'accepted', rank: null, hasSeat: true, groupNumber: null, cameFromId: null },
  ...more,
});
const places = [
  ...['a1', 'a2', 'a3', 'a4'].map((id) => place(id, 'A')),
  ...['b1', 'b2'].map((id) => place(id, 'B')),
  place('a5', 'A', { state: 'submitted', rank: 1, hasSeat: false }),
  place('b3', 'B', { state: 'draft', hasSeat: false }),
];
const names = (shares: readonly (readonly Place[])[]) => shares.map((share) => share.map(({ personId }) => personId));

describe('the people of a class that is split', () => {
  it('go in turn, half of each unit, and a draft stays', () => {
    expect(names(shareOut('evenly', places, [{}]))).toEqual([['a2', 'a4', 'b2']]);
  });
  it('go in turn to two classes, those who wait after those with a seat', () => {
    expect(names(shareOut('evenly', places, [{}, {}]))).toEqual([
      ['a2', 'b1'],
      ['a3', 'b2'],
    ]);
  });
  it('go by unit, drafts and reserves as well', () => {
    expect(names(shareOut('units', places, [{ unitIds: ['B'] }]))).toEqual([['b1', 'b2', 'b3']]);
  });
  it('go with their groups, and who is in none stays', () => {
    const grouped = [place('a1', 'A', { groupNumber: 1 }), place('a2', 'A', { groupNumber: 2 }), place('a3', 'A')];
    expect(names(shareOut('groups', grouped, [{ groupNumbers: [2] }]))).toEqual([['a2']]);
  });
  it('go one by one, to the first class that names them', () => {
    const parts = [{ personIds: ['a1'] }, { personIds: ['a1', 'b1'] }];
    expect(names(shareOut('people', places, parts))).toEqual([['a1'], ['b1']]);
  });
});

import { admissionOf, seatedIn, type Standing } from './exam';

const nothing: Standing = {
  isListed: false,
  isBarred: false,
  isBusy: false,
  isElsewhere: false,
  first: null,
  resit: null,
  wasAbsent: false,
};

describe('who sits an examination', () => {
  it.each<[string, Partial<Standing>, 1 | 2]>([
    ['admitted', {}, 1],
    ['listed', { isListed: true }, 1],
    ['barred', { isBarred: true, isListed: true }, 1],
    ['marked', { first: 4 }, 1],
    ['busy', { isBusy: true }, 1],
    ['elsewhere', { isElsewhere: true, isBusy: true }, 1],
    ['not_due', {}, 2],
    ['not_due', { first: 5 }, 2],
    ['admitted', { first: 4.9 }, 2],
    ['admitted', { wasAbsent: true }, 2],
    ['marked', { first: 4, resit: 4 }, 2],
    ['barred', { first: 4, isBarred: true }, 2],
  ])('is %s for %j at attempt %i', (admission, standing, attempt) => {
    expect(admissionOf({ ...nothing, ...standing }, attempt, 5)).toBe(admission);
  });

  it('has nobody sit again where no rule says what is too low', () => {
    expect(admissionOf({ ...nothing, first: 1 }, 2, null)).toBe('not_due');
  });
});

describe('the rooms of an examination', () => {
  it('are filled in their order', () => {
    const rooms = [
      { roomId: 'a', places: 2 },
      { roomId: 'b', places: 1 },
    ];
    expect(seatedIn(rooms, 3)).toEqual(['a', 'a', 'b']);
    expect(seatedIn([], 2)).toEqual([null, null]);
  });
});

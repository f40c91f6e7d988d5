import { fairShare } from './fair-share';
import { smallest } from '../platform/lists';

const claims = (...eligible: number[]) => eligible.map((count, index) => ({ unitId: `u${index}`, eligible: count }));
const seatsOf = (...parts: Parameters<typeof fairShare>) => fairShare(...parts).map(({ seats }) => seats);

describe('a fair share of seats', () => {
  it('follows the number of eligible cadres', () => {
    expect(seatsOf(claims(40, 20, 20), 20)).toEqual([10, 5, 5]);
  });

  it('always adds up to the seats there are', () => {
    for (let seats = 3; seats <= 60; seats += 1) {
      expect(seatsOf(claims(37, 11, 5, 1, 1), seats).reduce((sum, count) => sum + count, 0)).toBe(seats);
    }
  });

  it('gives every unit with an eligible cadre at least one', () => {
    expect(smallest(seatsOf(claims(200, 1, 1), 10))).toBe(1);
  });

  it('gives none to a unit without eligible cadres', () => {
    expect(seatsOf(claims(10, 0), 4)).toEqual([4, 0]);
  });

  it('gives the larger units one each when there are fewer seats than units', () => {
    expect(seatsOf(claims(5, 9, 7), 2)).toEqual([0, 1, 1]);
  });

  it('gives nothing when nobody qualifies', () => {
    expect(seatsOf(claims(0, 0), 5)).toEqual([0, 0]);
  });
});

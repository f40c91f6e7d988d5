import { weekdaysBetween } from './weekdays';

describe('the weekdays of a stretch', () => {
  it.each([
    ['2026-12-14', '2026-12-14', [1]],
    ['2026-12-14', '2026-12-16', [1, 2, 3]],
    ['2026-12-18', '2026-12-21', [1, 5, 6, 7]],
    ['2026-12-14', '2026-12-19', [1, 2, 3, 4, 5, 6]],
    ['2026-12-14', '2026-12-20', null],
    ['2026-01-17', '2026-10-25', null],
  ])('from %s to %s are %j', (first, last, weekdays) => {
    expect(weekdaysBetween(first, last)).toEqual(weekdays);
  });
});

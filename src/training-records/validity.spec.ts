import { validityOn } from './validity';

describe('an award', () => {
  it.each([
    [null, 'lasting'],
    ['2026-01-04', 'ended'],
    ['2026-01-05', 'ends_soon'],
    ['2026-04-05', 'ends_soon'],
    ['2026-04-06', 'in_force'],
  ])('that holds until %s is %s on 5/1/2026', (validUntil, validity) =>
    expect(validityOn(validUntil, '2026-01-05')).toBe(validity),
  );
});

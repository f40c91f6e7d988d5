import { isHeld, validityOn } from './validity';

describe('an award', () => {
  it.each([
    [null, 'lasting', true],
    ['2026-01-04', 'ended', false],
    ['2026-01-05', 'ends_soon', true],
    ['2026-04-05', 'ends_soon', true],
    ['2026-04-06', 'in_force', true],
  ])('that holds until %s is %s on 5/1/2026', (validUntil, validity, held) => {
    const award = { awardNumber: '012', awardRevokedOn: null, validUntil };
    expect([validityOn(award, '2026-01-05'), isHeld(award, '2026-01-05')]).toEqual([validity, held]);
  });

  it.each([
    ['2025-12-01', 'revoked'],
    [null, 'not_given'],
  ])('without a number, revoked on %s, is %s and not held', (awardRevokedOn, validity) => {
    const award = { awardNumber: null, awardRevokedOn, validUntil: null };
    expect([validityOn(award, '2026-01-05'), isHeld(award, '2026-01-05')]).toEqual([validity, false]);
  });
});

import { assertMayBeMarked } from './marking-moment';

const halfDay = { day: '2026-02-07', cancelledAt: null, classState: 'confirmed' } as const;
const refusalOn = (today: string, given: Partial<Parameters<typeof assertMayBeMarked>[0]> = {}) => {
  try {
    assertMayBeMarked({ ...halfDay, ...given }, today);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the moment to take attendance', () => {
  it('begins on the day of the half-day', () => {
    expect(refusalOn('2026-02-06')).toBe('attendance_too_early');
    expect(refusalOn('2026-02-07')).toBeNull();
  });

  it('lasts while the class is open', () => {
    expect(refusalOn('2026-12-31')).toBeNull();
    expect(refusalOn('2026-02-08', { classState: 'closed' })).toBe('attendance_locked');
    expect(refusalOn('2026-02-08', { classState: 'cancelled' })).toBe('attendance_locked');
  });

  it('never comes for a cancelled half-day', () => {
    expect(refusalOn('2026-02-07', { cancelledAt: new Date(0) })).toBe('half_day_not_held');
  });
});

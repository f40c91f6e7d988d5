import { momentAt } from '../platform/clock';
import { assertMayBeMarked } from './marking-moment';

const halfDay = { opensAt: momentAt('2026-02-07', '07:00'), cancelledAt: null, classState: 'confirmed' } as const;
const refusalAt = (now: Date, given: Partial<Parameters<typeof assertMayBeMarked>[0]> = {}) => {
  try {
    assertMayBeMarked({ ...halfDay, ...given }, now);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the moment to take attendance', () => {
  it('begins when its attendance opens', () => {
    expect(refusalAt(momentAt('2026-02-07', '06:59'))).toBe('attendance_too_early');
    expect(refusalAt(momentAt('2026-02-07', '07:00'))).toBeNull();
  });

  it('lasts while the class is open', () => {
    expect(refusalAt(momentAt('2026-12-31'))).toBeNull();
    expect(refusalAt(momentAt('2026-02-08'), { classState: 'closed' })).toBe('attendance_locked');
    expect(refusalAt(momentAt('2026-02-08'), { classState: 'cancelled' })).toBe('attendance_locked');
  });

  it('never comes for a cancelled half-day', () => {
    expect(refusalAt(momentAt('2026-02-07', '08:00'), { cancelledAt: new Date(0) })).toBe('half_day_not_held');
  });
});

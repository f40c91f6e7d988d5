import { momentAt } from '../../platform/clock';
import { isDue } from './due';

describe('the backup of the day', () => {
  const at = (day: string, time: string) => momentAt(day, time);
  const good = (requestedAt: Date) => ({ requestedAt, hasFailed: false });
  const failed = (requestedAt: Date) => ({ requestedAt, hasFailed: true });
  const longAgo = at('2026-01-01', '00:00');

  it.each([
    ['before its hour, when yesterday’s was made', at('2026-01-05', '01:59'), good(at('2026-01-04', '02:00')), false],
    ['at its hour', at('2026-01-05', '02:00'), good(at('2026-01-04', '02:00')), true],
    ['once it was made', at('2026-01-05', '23:59'), good(at('2026-01-05', '02:00')), false],
    ['when somebody asked for one after its hour', at('2026-01-05', '03:00'), good(at('2026-01-05', '02:30')), false],
    ['though somebody asked for one before', at('2026-01-05', '03:00'), good(at('2026-01-05', '01:30')), true],
    ['when the machine was off at its hour', at('2026-01-05', '01:00'), good(at('2026-01-03', '02:00')), true],
    ['within an hour after one failed', at('2026-01-05', '02:59'), failed(at('2026-01-05', '02:00')), false],
    ['an hour after one failed', at('2026-01-05', '03:00'), failed(at('2026-01-05', '02:00')), true],
    ['when there never was one', at('2026-01-05', '08:00'), null, true],
  ])('%s', (_, now, last, due) => {
    expect(isDue(now, '02:00', last, longAgo)).toBe(due);
  });

  it('is not owed for an hour before the service began', () => {
    const began = at('2026-01-05', '08:00');
    expect(isDue(at('2026-01-05', '09:00'), '02:00', null, began)).toBe(false);
    expect(isDue(at('2026-01-06', '02:00'), '02:00', null, began)).toBe(true);
  });
});

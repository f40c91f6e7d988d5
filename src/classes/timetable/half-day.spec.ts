import { momentAt } from '../../platform/clock';
import type { Refusal } from '../../platform/problems/refusal';
import { rangeOf } from './during';
import { HalfDay } from './half-day.entity';
import { halfDayOn } from './pattern';

describe('a half-day', () => {
  const planned = halfDayOn({ day: '2026-02-07', part: 'morning' });
  const before = momentAt('2026-02-01');
  const { startsAt, endsAt, ...columns } = planned;
  const aHalfDay = (given: object = {}) =>
    Object.assign(new HalfDay(), { ...columns, during: rangeOf({ startsAt, endsAt }), cancelledAt: null }, given);

  it('moves while it has not begun', () => {
    const halfDay = aHalfDay();
    halfDay.move(before, halfDayOn({ day: '2026-02-08', part: 'afternoon' }));
    expect([halfDay.day, halfDay.part, halfDay.startsAt]).toEqual([
      '2026-02-08',
      'afternoon',
      momentAt('2026-02-08', '13:30'),
    ]);
  });

  it('stays when it was held, though its topic may still be put right', () => {
    const halfDay = aHalfDay();
    const started = momentAt('2026-02-07', '07:30');
    expect(refusalOf(() => halfDay.move(started, halfDayOn({ day: '2026-02-08', part: 'morning' }))).code).toBe(
      'half_day_begun',
    );
    halfDay.move(started, { ...planned, topic: 'Chuyên đề 1' });
    expect(halfDay.topic).toBe('Chuyên đề 1');
  });

  it('is cancelled once, for a reason, and then stays as it is', () => {
    const halfDay = aHalfDay();
    expect(refusalOf(() => halfDay.cancel(before, ' ')).fields).toMatchObject([{ field: 'reason' }]);
    halfDay.cancel(before, 'Bão');
    expect(halfDay.isCancelled).toBe(true);
    expect(refusalOf(() => halfDay.cancel(before, 'Bão')).code).toBe('half_day_cancelled');
    expect(refusalOf(() => halfDay.move(before, planned)).code).toBe('half_day_cancelled');
  });

  it('reads the range PostgreSQL answers as the moments it was given', () => {
    const halfDay = aHalfDay({ during: '["2026-02-07 00:30:00+00","2026-02-07 04:30:00+00")' });
    expect([halfDay.startsAt, halfDay.endsAt]).toEqual([planned.startsAt, planned.endsAt]);
  });

  it('begins in the part of the day it is said to be in', () => {
    const refusal = refusalOf(() => halfDayOn({ day: '2026-02-07', part: 'afternoon', from: '07:30', to: '11:30' }));
    expect(refusal.fields).toMatchObject([{ field: 'startTime', code: 'not_in_that_part' }]);
  });

  it('does not end before it begins', () => {
    const refusal = refusalOf(() => halfDayOn({ day: '2026-02-07', part: 'morning', from: '09:00', to: '08:00' }));
    expect(refusal.fields).toMatchObject([{ field: 'endTime', code: 'before_start' }]);
  });
});

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('Nothing was refused.');
}

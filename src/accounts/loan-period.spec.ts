import { addDays } from '../platform/clock';
import { longestLoanInDays, problemsOfPeriod } from './loan-period';

const today = '2026-01-05';
const codes = (startsOn: string, endsOn: string) =>
  problemsOfPeriod({ startsOn, endsOn }, today).map(({ field, code }) => `${field} ${code}`);

describe('the period of a loan', () => {
  it('may be this one day', () => {
    expect(codes(today, today)).toEqual([]);
  });

  it('lies neither in the past nor backwards', () => {
    expect(codes('2026-01-01', '2026-01-04')).toEqual(['endsOn in_the_past']);
    expect(codes('2026-01-09', '2026-01-08')).toEqual(['endsOn before_start']);
    expect(codes('2026-01-04', '2026-01-08')).toEqual(['startsOn in_the_past']);
  });

  it('is 366 days at most, both ends counted', () => {
    expect(codes(today, addDays(today, longestLoanInDays - 1))).toEqual([]);
    expect(codes(today, addDays(today, longestLoanInDays))).toEqual(['endsOn too_long']);
  });
});

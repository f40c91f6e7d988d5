import { weeksOfYear } from './load-plot';

describe('the weeks of a year', () => {
  it('are all there, from the one of New Year to the one of its last day', () => {
    const weeks = weeksOfYear(2026, []);
    expect([weeks[0]!.monday, weeks.at(-1)!.sunday, weeks.length]).toEqual(['2025-12-29', '2027-01-03', 53]);
  });

  it('add up the kinds of courses', () => {
    const weeks = weeksOfYear(2026, [
      { monday: '2026-01-05', kind: 'short', halfDays: 3 },
      { monday: '2026-01-05', kind: 'theory', halfDays: 2 },
    ]);
    expect(weeks[1]).toMatchObject({ byKind: { short: 3, theory: 2, study_session: 0 }, total: 5 });
  });
});

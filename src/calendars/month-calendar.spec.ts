import { byDay, monthOf, weekOf, weeksOfMonth } from './month-calendar';

describe('the month of a calendar', () => {
  it('is whole weeks from Monday to Sunday', () => {
    const weeks = weeksOfMonth('2026-01-17');
    expect([weeks[0]![0], weeks.at(-1)!.at(-1)]).toEqual(['2025-12-29', '2026-02-01']);
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
  });

  it('has four weeks when February begins on a Monday, six when a long month ends on one', () => {
    expect([weeksOfMonth('2027-02-10').length, weeksOfMonth('2026-08-31').length]).toEqual([4, 6]);
  });

  it('ends on its own last day, leap years and December included', () => {
    expect([monthOf('2028-02-03').to, monthOf('2026-12-31').to]).toEqual(['2028-02-29', '2026-12-31']);
  });
});

describe('the week of a day', () => {
  it('begins on Monday, also for a Sunday', () => {
    expect(weekOf('2026-02-01')).toEqual({ from: '2026-01-26', to: '2026-02-01' });
    expect(weekOf('2026-02-02')).toEqual({ from: '2026-02-02', to: '2026-02-08' });
  });
});

it('keeps the order of what falls on one day', () => {
  const items = [
    { day: '2026-02-02', of: 'a' },
    { day: '2026-02-03', of: 'b' },
    { day: '2026-02-02', of: 'c' },
  ];
  expect(
    byDay(items)
      .get('2026-02-02')!
      .map(({ of }) => of),
  ).toEqual(['a', 'c']);
});

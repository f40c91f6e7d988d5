import { plotOfRooms, plotOfWeeks, weeksOfYear } from './load-plot';

const names = { short: 'Bồi dưỡng', theory: 'Lý luận', study_session: 'Hội nghị' };

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

describe('a plot', () => {
  it('carries no inline style, which the content policy refuses', () => {
    const plots = [
      plotOfWeeks(weeksOfYear(2026, [{ monday: '2026-01-05', kind: 'short', halfDays: 3 }]), names),
      plotOfRooms([{ roomName: 'Hội trường A', halfDays: 3 }], 'Chưa xếp phòng'),
    ];
    for (const plot of plots) {
      expect(plot).not.toMatch(/style/);
      expect(plot).toMatch(/font-size="1[24]px"/);
    }
  });

  it('shows the name of a room as words, whatever stands in it', () => {
    const plot = plotOfRooms([{ roomName: '<script>alert("A")</script>', halfDays: 1 }], '');
    expect(plot).toContain('&lt;script&gt;');
    expect(plot).not.toContain('<script');
  });
});

import { planTimetable, type TimetablePattern } from './pattern';
import { showTime } from '../../platform/clock';
import { usualTimes } from '../day-parts';

const weekends: TimetablePattern = {
  weekdays: [6, 7],
  parts: ['morning', 'afternoon'],
  from: '2026-01-17',
  to: '2026-10-25',
  skipHolidays: true,
};
const skippedDays = (pattern: TimetablePattern) => planTimetable(pattern).skipped;
const daysOf = (pattern: TimetablePattern) => [...new Set(planTimetable(pattern).planned.map(({ day }) => day))];

describe('planning half-days', () => {
  it('takes Saturdays and Sundays, mornings and afternoons, but for the Tết weekends and the Hung Kings’ day', () => {
    const planned = planTimetable(weekends).planned;
    const days = daysOf(weekends);
    // 41 weekends, less two at Tết and the Sunday of 26/04.
    expect(planned).toHaveLength(41 * 4 - 8 - 2);
    expect(days.at(0)).toBe('2026-01-17');
    expect(days.at(-1)).toBe('2026-10-25');
    for (const off of ['2026-02-14', '2026-02-15', '2026-02-21', '2026-02-22', '2026-04-26']) {
      expect(days).not.toContain(off);
    }
    expect(days).toEqual(expect.arrayContaining(['2026-02-07', '2026-02-08', '2026-02-28', '2026-03-01']));
    expect(planned.slice(0, 3).map(({ day, part }) => [day, part])).toEqual([
      ['2026-01-17', 'morning'],
      ['2026-01-17', 'afternoon'],
      ['2026-01-18', 'morning'],
    ]);
  });

  it('names the days it left out and why', () => {
    expect(skippedDays(weekends).map(({ day, holiday }) => [day, holiday.vi])).toEqual([
      ['2026-02-14', 'Tết Nguyên đán'],
      ['2026-02-15', 'Tết Nguyên đán'],
      ['2026-02-21', 'Tết Nguyên đán'],
      ['2026-02-22', 'Tết Nguyên đán'],
      ['2026-04-26', 'Giỗ tổ Hùng Vương'],
    ]);
  });

  it('keeps holidays when told to', () => {
    expect(daysOf({ ...weekends, skipHolidays: false })).toContain('2026-02-14');
    expect(skippedDays({ ...weekends, skipHolidays: false })).toEqual([]);
  });

  it('finds Tết of each year by the moon, and the days the Government adds', () => {
    const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7] as const, parts: ['morning'] as const, skipHolidays: true };
    const around = (from: string, to: string) => daysOf({ ...everyDay, from, to });
    expect(around('2025-01-23', '2025-02-04')).toEqual(['2025-01-23', '2025-01-24', '2025-02-03', '2025-02-04']);
    // The sixth and the seventh are days of rest; two more are given for them.
    expect(around('2027-02-03', '2027-02-12')).toEqual(['2027-02-03', '2027-02-04', '2027-02-12']);
    expect(around('2026-08-30', '2026-09-03')).toEqual(['2026-08-30', '2026-09-03']);
  });

  it('stops when there are enough half-days', () => {
    const planned = planTimetable({ ...weekends, to: undefined, count: 5 }).planned;
    expect(planned.map(({ day, part }) => `${day} ${part}`).at(-1)).toBe('2026-01-24 morning');
    expect(planned).toHaveLength(5);
    expect(skippedDays({ ...weekends, to: undefined, count: 5 })).toEqual([]);
  });

  it('plans thirteen months of weekends around Tết and the other holidays of 2027 and 2028', () => {
    const { planned, skipped } = planTimetable({ ...weekends, from: '2027-01-10', to: '2028-02-29' });
    // 60 Sundays and 59 Saturdays, less six that are holidays.
    expect(planned).toHaveLength((60 + 59 - 6) * 2);
    expect([planned[0]!.day, planned.at(-1)!.day]).toEqual(['2027-01-10', '2028-02-27']);
    expect(skipped.map(({ day, holiday, verified }) => [day, holiday.vi, verified])).toEqual([
      ['2027-02-06', 'Tết Nguyên đán', false],
      ['2027-02-07', 'Tết Nguyên đán', false],
      ['2027-05-01', 'Quốc tế Lao động', true],
      ['2028-01-01', 'Tết Dương lịch', true],
      ['2028-01-29', 'Tết Nguyên đán', false],
      ['2028-01-30', 'Tết Nguyên đán', false],
    ]);
  });

  it('finds the day of the last of so many half-days', () => {
    const { planned } = planTimetable({ ...weekends, from: '2027-01-10', to: undefined, count: 26 });
    expect(planned).toHaveLength(26);
    expect([planned.at(-1)!.day, planned.at(-1)!.part]).toEqual(['2027-02-28', 'afternoon']);
  });

  it('goes by the list and the times it is given', () => {
    const worked = { holiday: { vi: 'Làm bù', en: 'Worked in lieu' }, kind: 'working_day', verified: true } as const;
    const times = { ...usualTimes, morning: { from: '08:00', to: '11:00' } };
    const rules = { offOn: (day: string) => (day === '2026-01-18' ? worked : null), times };
    const { planned, skipped } = planTimetable({ ...weekends, to: '2026-01-25', parts: ['morning'] }, rules);
    expect(skipped).toEqual([{ day: '2026-01-18', ...worked }]);
    expect(planned.map(({ day, startsAt }) => `${day} ${showTime(startsAt)}`)).toEqual([
      '2026-01-17 08:00',
      '2026-01-24 08:00',
      '2026-01-25 08:00',
    ]);
  });

  it('holds each part at its usual times in Ho Chi Minh City', () => {
    const planned = planTimetable({
      ...weekends,
      parts: ['evening', 'morning', 'afternoon'],
      to: '2026-01-17',
    }).planned;
    expect(planned.map(({ startsAt, endsAt }) => `${showTime(startsAt)}–${showTime(endsAt)}`)).toEqual([
      '07:30–11:30',
      '13:30–17:00',
      '18:00–21:00',
    ]);
    expect(planned[0]!.startsAt.toISOString()).toBe('2026-01-17T00:30:00.000Z');
  });

  it.each([
    ['an end before the start', { to: '2026-01-16' }, 'to', 'before_from'],
    ['two ends', { count: 26 }, 'count', 'two_ends'],
    ['no end at all', { to: undefined }, 'to', 'required'],
    ['an end years away', { to: '2062-10-25' }, 'to', 'too_long'],
    ['no such weekday in the span', { weekdays: [1] as const, to: '2026-01-18' }, 'weekdays', 'no_half_day'],
    ['nothing but holidays', { from: '2026-02-14', to: '2026-02-22' }, 'weekdays', 'no_half_day'],
    ['more than any class has', { weekdays: [1, 2, 3, 4, 5, 6, 7] as const }, 'to', 'too_many'],
    [
      'more than three years hold',
      { to: undefined, count: 400, weekdays: [7] as const, parts: ['morning'] as const },
      'count',
      'too_many',
    ],
  ])('refuses %s, naming the field and the remedy in both languages', (_, change, field, code) => {
    const plan = () => planTimetable({ ...weekends, parts: ['morning', 'afternoon', 'evening'], ...change }).planned;
    const refusal = refusalOf(plan);
    expect(refusal.fields).toMatchObject([{ field, code }]);
    expect(refusal.fields[0]!.message.vi).toMatch(/hãy|Hãy|Cần/);
    expect(refusal.fields[0]!.message.en).not.toBe('');
  });
});

function refusalOf(work: () => unknown): {
  fields: { field: string; code: string; message: { vi: string; en: string } }[];
} {
  try {
    work();
  } catch (error) {
    return error as ReturnType<typeof refusalOf>;
  }
  throw new Error('Nothing was refused.');
}

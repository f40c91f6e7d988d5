import { addDays, momentAt } from '../../platform/clock';
import { publicHolidayOn } from '../holidays/holidays';
import { closingDay, shiftHalfDays, shiftInDays } from './clone';
import type { PlannedHalfDay } from '../timetable/pattern';

const onMorning = (day: string): PlannedHalfDay => ({
  day,
  part: 'morning',
  startsAt: momentAt(day, '08:00'),
  endsAt: momentAt(day, '11:15'),
  roomId: 'r-1',
  lecturerId: null,
  topic: 'Bài mở đầu',
});

describe('the half-days of a cloned class', () => {
  it.each([
    ['2026-03-07', '2026-03-07'],
    ['2026-03-02', '2026-03-07'],
    ['2026-02-07', '2026-02-07'],
    ['2026-02-01', '2026-02-07'],
    ['2026-01-31', '2026-01-31'],
  ])('move by whole weeks and never before the opening day: for %s the first to %s', (opensOn, first) => {
    expect(addDays('2026-02-07', shiftInDays('2026-02-07', opensOn))).toBe(first);
  });

  it('keep their weekday, times, room and topic', () => {
    const { kept } = shiftHalfDays([onMorning('2026-02-07')], 28, publicHolidayOn);
    expect(kept).toEqual([
      {
        ...onMorning('2026-03-07'),
        startsAt: momentAt('2026-03-07', '08:00'),
        endsAt: momentAt('2026-03-07', '11:15'),
      },
    ]);
  });

  it('are dropped where they fall on a holiday, which is named', () => {
    const { kept, dropped } = shiftHalfDays([onMorning('2026-04-23'), onMorning('2026-04-24')], 7, publicHolidayOn);
    expect(kept.map(({ day }) => day)).toEqual([]);
    expect(dropped.map(({ day }) => day)).toEqual(['2026-04-30', '2026-05-01']);
    expect(dropped[0]!.holiday.vi).not.toBe('');
  });

  it('never lie behind the closing day', () => {
    expect(closingDay('2026-02-10', 20, [])).toBe('2026-03-02');
    expect(closingDay('2026-02-10', 20, [onMorning('2026-03-08'), onMorning('2026-03-07')])).toBe('2026-03-08');
  });
});

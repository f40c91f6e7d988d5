import { computedHolidays, publicHolidayOn } from './holidays';

describe('the public holidays of a year as they can be computed', () => {
  it('know Tết by the moon, and say that it is not settled yet', () => {
    const unverified = computedHolidays(2027).filter(({ verified, nameVi }) => !verified && nameVi.startsWith('Tết'));
    expect(unverified.map(({ day }) => day)).toEqual([
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-02-09',
    ]);
    expect(new Set(unverified.map(({ nameVi }) => nameVi))).toEqual(new Set(['Tết Nguyên đán']));
  });

  it('tell days in lieu from holidays, and the law from what was announced', () => {
    const of = (day: string) => computedHolidays(2026).find((holiday) => holiday.day === day);
    expect(of('2026-01-02')).toMatchObject({ kind: 'compensatory_day_off', source: 'Lịch nghỉ đã công bố năm 2026' });
    expect(of('2026-09-02')).toMatchObject({ kind: 'holiday', source: 'Bộ luật Lao động 2019, Điều 112' });
    expect(publicHolidayOn('2026-09-03')).toBeNull();
  });
});

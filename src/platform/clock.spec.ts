import { assert, constantFrom, date, integer, property, string } from 'fast-check';
import { DateTime } from 'luxon';
import { addDays, addMonths, dayOf, daysBetween, momentAt, showMoment, showTime, zone } from './clock';

const asTold = (moment: Date) => DateTime.fromJSDate(moment, { zone });
const moments = date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
const days = moments.map((moment) => asTold(moment).toISODate()!);

describe('time in Ho Chi Minh City', () => {
  it('is what the table of time zones says, before and after its clocks were last changed', () => {
    const shown = (moment: Date) => [dayOf(moment), showMoment(moment), showTime(moment)];
    const told = (moment: Date) => ['yyyy-MM-dd', 'HH:mm dd/MM/yyyy', 'HH:mm'].map((as) => asTold(moment).toFormat(as));
    assert(property(moments, (moment) => expect(shown(moment)).toEqual(told(moment))));
    for (const moment of [new Date('1975-06-12T15:59:00Z'), new Date('1975-12-31T23:59:00Z'), new Date('1976-01-01')])
      expect(shown(moment)).toEqual(told(moment));
  });

  it('is found from a day and a time, and nowhere for what is neither', () => {
    const times = moments.map((moment) => asTold(moment).toFormat('HH:mm'));
    const isAsTold = (day: string, time: string) =>
      expect(momentAt(day, time).getTime()).toBe(DateTime.fromISO(`${day}T${time}`, { zone }).toMillis());
    assert(property(days, times, isAsTold));
    const odd = constantFrom('2026-02-31', '2026-13-01', '2026-2-3', '', '24:00', '7:30', '07:60', '2026-01-01');
    assert(property(odd, odd, isAsTold));
    assert(property(string(), (day) => isAsTold(day, '00:00')));
  });

  it('goes on by whole days, and is counted in them', () => {
    const told = (day: string) => DateTime.fromISO(day, { zone });
    assert(
      property(days, integer({ min: -40_000, max: 40_000 }), (day, more) => {
        expect(addDays(day, more)).toBe(told(day).plus({ days: more }).toISODate());
        expect(daysBetween(day, addDays(day, more))).toBe(told(addDays(day, more)).diff(told(day), 'days').days);
      }),
    );
  });

  it('goes on by whole months, to the last day of one that is shorter', () => {
    const told = (day: string, months: number) => DateTime.fromISO(day, { zone }).plus({ months }).toISODate();
    const isAsTold = (day: string, months: number) => expect(addMonths(day, months)).toBe(told(day, months));
    assert(property(days, integer({ min: -1_000, max: 1_000 }), isAsTold));
    const ends = constantFrom('2024-02-29', '2026-01-31', '2026-08-31', '2027-12-31', '1975-06-13', '2026-02-31', '');
    assert(property(ends, integer({ min: -30, max: 30 }), isAsTold));
  });
});

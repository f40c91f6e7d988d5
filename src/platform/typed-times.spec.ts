import { DayField, MomentField, TimeField } from './request-fields';
import { readRequest } from './requests';
import { InvalidInput } from './problems/refusals';
import { dayTyped, momentTyped, timeTyped } from './typed-times';

describe('a day as it is typed', () => {
  it.each([
    ['05/12/2026', '2026-12-05'],
    ['5/12/2026', '2026-12-05'],
    [' 5/1/2026 ', '2026-01-05'],
    ['5-12-2026', '2026-12-05'],
    ['05.12.2026', '2026-12-05'],
    ['05122026', '2026-12-05'],
    ['2026-12-05', '2026-12-05'],
    // It is no day; the check says so.
    ['31/02/2026', '2026-02-31'],
  ])('%s is %s', (typed, day) => expect(dayTyped(typed)).toBe(day));

  it.each(['5/12', '5/12/26', '5/12-2026', '12/2026', '1/2/3/2026', 'mai', '123/1/2026'])(
    '%s stays as it is',
    (typed) => expect(dayTyped(typed)).toBe(typed),
  );
});

describe('a time as it is typed', () => {
  it.each([
    ['07:30', '07:30'],
    ['7:30', '07:30'],
    ['7.30', '07:30'],
    ['7h30', '07:30'],
    ['17 giờ', '17 giờ'],
    ['17g', '17:00'],
    ['7H', '07:00'],
    ['0730', '07:30'],
    ['1730', '17:30'],
    ['7', '7'],
    ['5:30 PM', '5:30 PM'],
  ])('%s is read as %s', (typed, time) => expect(timeTyped(typed)).toBe(time));
});

describe('a moment as it is typed', () => {
  it.each([
    [{ day: '05/12/2026', time: '7h30' }, '2026-12-05T07:30:00+07:00'],
    ['2026-12-05T07:30', '2026-12-05T07:30:00+07:00'],
    ['2026-12-05T00:30:00Z', '2026-12-05T00:30:00Z'],
  ])('%j is %s', (typed, moment) => expect(momentTyped(typed)).toBe(moment));

  it.each([{ day: '05/12/2026' }, { time: '07:30' }, '05/12/2026', '2026-12-05 07:30', null, 7])(
    '%j stays as it is',
    (typed) => expect(momentTyped(typed)).toBe(typed),
  );
});

class Asked {
  @DayField({ optional: true })
  readonly day?: string;

  @TimeField({ optional: true })
  readonly time?: string;

  @MomentField({ optional: true })
  readonly moment?: string;
}

describe('what a form asks', () => {
  it('is read in the order of the office', () => {
    expect(
      readRequest(Asked, { day: '5/12/2026', time: '7h30', 'moment.day': '06.12.2026', 'moment.time': '17:00' }),
    ).toEqual({ day: '2026-12-05', time: '07:30', moment: '2026-12-06T17:00:00+07:00' });
  });

  it.each([
    [{ day: '2026/12/05' }, 'day not_a_day'],
    [{ day: '12/25/2026' }, 'day not_a_day'],
    [{ day: '31/02/2026' }, 'day not_a_day'],
    [{ day: '01/01/1899' }, 'day not_a_day'],
    [{ time: '25:00' }, 'time not_a_time'],
    [{ 'moment.day': '05/12/2026' }, 'moment not_a_moment'],
    [{ 'moment.day': '31/02/2026', 'moment.time': '07:30' }, 'moment not_a_moment'],
    [{ 'moment.day': '05/12/2026', 'moment.time': '24:30' }, 'moment not_a_moment'],
  ])('%j is refused', (sent, problem) => {
    expect.assertions(1);
    try {
      readRequest(Asked, sent);
    } catch (error) {
      expect((error as InvalidInput).fields.map(({ field, code }) => `${field} ${code}`)).toEqual([problem]);
    }
  });

  it('is refused with the form it wants', () => {
    expect(() => readRequest(Asked, { day: 'mai' })).toThrow(InvalidInput);
    try {
      readRequest(Asked, { day: 'mai' });
    } catch (error) {
      expect((error as InvalidInput).fields[0]!.message.vi).toBe(
        'Ngày viết theo thứ tự ngày/tháng/năm, ví dụ 05/12/2026.',
      );
    }
  });
});

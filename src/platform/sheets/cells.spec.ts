import { growth } from '../../../test/growth';
import {
  type Cell,
  cellText,
  deniesIt,
  isBlank,
  isNo,
  isYes,
  type NoDay,
  orderOfDay,
  readDay,
  whyNoDay,
} from './cells';

describe('cellText', () => {
  it.each<[Cell | undefined, string]>([
    [null, ''],
    [undefined, ''],
    ['  Trưởng\u00a0phòng\n Kỹ  thuật ', 'Trưởng phòng Kỹ thuật'],
    ['Hà'.normalize('NFD'), 'Hà'],
    [2024, '2024'],
    [true, 'true'],
    [{ day: '2026-01-05' }, '05/01/2026'],
  ])('reads %j as "%s"', (cell, text) => expect(cellText(cell)).toBe(text));

  it('takes a dash for blank, and a zero for something', () => {
    expect([null, '', ' \u00a0', '-', '–', '—'].map(isBlank)).toEqual([true, true, true, true, true, true]);
    expect([0, '0', 'x', false].map(isBlank)).toEqual([false, false, false, false]);
  });
});

describe('readDay', () => {
  it.each<Cell>([
    { day: '1976-11-17' },
    '17/11/1976',
    '17.11.1976',
    '17-11-1976',
    ' 17 / 11 / 1976 ',
    '1976-11-17',
    '1976/11/17',
    '17/11-1976',
    '17,11,1976',
    '17 11 1976',
    '17⁄11⁄1976',
    "'17/11/1976",
    '17/XI/1976',
    '17-Nov-1976',
    '17 tháng 11 năm 1976',
    'ngày 17 tháng 11 năm 1976',
    'Sinh ngày 17/11/1976',
    '17/11/1976 00:00:00',
    '1976-11-17T00:00:00.000Z',
    '17111976',
    17111976,
  ])('reads %j as one and the same day', (cell) => expect(readDay(cell)).toEqual({ day: '1976-11-17' }));

  it('puts the day before the month', () => {
    expect(readDay('5/6/1990')).toEqual({ day: '1990-06-05' });
    expect(readDay('05.06.1990')).toEqual({ day: '1990-06-05' });
  });

  it('reads a bare year, typed as a number or as text', () => {
    expect(readDay(1990)).toEqual({ year: 1990 });
    expect(readDay(' 1990 ')).toEqual({ year: 1990 });
    expect(readDay('00/00/1990')).toEqual({ year: 1990 });
  });

  it('knows leap years', () => {
    expect(readDay('29/02/2000')).toEqual({ day: '2000-02-29' });
    expect(readDay('29/02/1999')).toBe('unreadable');
    expect(readDay('29/02/1900')).toBe('unreadable');
  });

  it.each<[Cell, NoDay]>([
    ['31/02/1990', 'no_such_day'],
    ['31/04/1990', 'no_such_day'],
    ['00/01/1990', 'no_such_day'],
    ['32 tháng 3 năm 1990', 'no_such_day'],
    ['12/25/1990', 'month_first'],
    ['05/06/90', 'short_year'],
    ['12.03.85', 'short_year'],
    ['05/1990', 'month_only'],
    ['Tháng 3/1985', 'month_only'],
    ['tháng 3 năm 1985', 'month_only'],
    ['17/11/1876', 'unclear'],
    [1876, 'unclear'],
    [34235, 'day_number'],
    ['khoảng 1990', 'unclear'],
    ['12/03/1985 (CMND ghi 1984)', 'unclear'],
    ['12/03/1985 14:30', 'unclear'],
    ['19850312', 'unclear'],
    ['12 Abc 1990', 'unclear'],
    [true, 'unclear'],
  ])('does not guess at %j, and says why', (cell, why) => {
    expect(readDay(cell)).toBe('unreadable');
    expect(whyNoDay(cell)).toBe(why);
  });

  it('knows where only the day, or only the month, can come first', () => {
    const cells = [
      '25/11/1979',
      '11/25/1979',
      '05/12/1980',
      '11/25/1979, Tiền Giang',
      '31/02/1990',
      '1985-03-12',
      '12-Mar-1985',
      { day: '1985-03-12' },
    ];
    expect(cells.map(orderOfDay)).toEqual([
      'day_first',
      'month_first',
      'either',
      'month_first',
      null,
      null,
      null,
      null,
    ]);
  });

  it('takes time that grows only with the length of what is no day', () => {
    const read = (length: number) => expect(whyNoDay('T'.repeat(length))).toBe('unclear');
    expect(growth(read, 2_000)).toBeLessThan(40);
  });

  it.each<Cell | undefined>([null, undefined, '', '  ', '-'])('reads %j as nothing said', (cell) =>
    expect(readDay(cell)).toBeNull(),
  );
});

describe('marks', () => {
  it('knows a yes and a no, and neither', () => {
    expect(['x', 'X', 'có', 'CÓ', 'Có'.normalize('NFD'), 1, '1', true, ' x '].every(isYes)).toBe(true);
    expect([null, '', '-', 'không', 'Chưa', 0, false].every(isNo)).toBe(true);
    expect(['Phó Giám đốc', 'xx', 2].some((cell) => isYes(cell) || isNo(cell))).toBe(false);
  });

  it('knows a no of several words where yes or no was asked for', () => {
    const noes = [
      'Ko',
      'K',
      'Không có',
      'Chưa có',
      'Chưa quy hoạch',
      'Không thuộc diện QH',
      'HẾT QUY HOẠCH',
      'Thôi QH',
    ];
    expect([...noes, null, 'không'].filter((cell) => !deniesIt(cell))).toEqual([]);
    const others = [
      'Không rõ',
      'Chưa xác định',
      'Chưa có; đang đề nghị',
      'Khối trưởng',
      'Phó Giám đốc',
      'x',
      'Đang đề nghị',
    ];
    expect(others.filter(deniesIt)).toEqual([]);
  });
});

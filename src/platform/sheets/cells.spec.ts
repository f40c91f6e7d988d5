import { type Cell, cellText, isBlank, isNo, isYes, readDay } from './cells';

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
  it.each<Cell>([{ day: '1976-11-17' }, '17/11/1976', '17.11.1976', '17-11-1976', ' 17 / 11 / 1976 ', '1976-11-17'])(
    'reads %j as one and the same day',
    (cell) => expect(readDay(cell)).toEqual({ day: '1976-11-17' }),
  );

  it('puts the day before the month', () => {
    expect(readDay('5/6/1990')).toEqual({ day: '1990-06-05' });
    expect(readDay('05.06.1990')).toEqual({ day: '1990-06-05' });
  });

  it('reads a bare year, typed as a number or as text', () => {
    expect(readDay(1990)).toEqual({ year: 1990 });
    expect(readDay(' 1990 ')).toEqual({ year: 1990 });
  });

  it('knows leap years', () => {
    expect(readDay('29/02/2000')).toEqual({ day: '2000-02-29' });
    expect(readDay('29/02/1999')).toBe('unreadable');
    expect(readDay('29/02/1900')).toBe('unreadable');
  });

  it.each<Cell>([
    '31/02/1990',
    '31/04/1990',
    '00/01/1990',
    '12/25/1990',
    '17/11-1976',
    '05/06/90',
    '05/1990',
    '17/11/1876',
    1876,
    34235,
    'khoảng 1990',
    true,
  ])('does not guess at %j', (cell) => expect(readDay(cell)).toBe('unreadable'));

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
});

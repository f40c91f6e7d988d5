import type { Cell } from './cells';
import { doubtfulDays, isDoubtful } from './day-columns';
import { findHeader } from './find-headers';

const doubtAbout = (...cells: readonly Cell[]) => {
  const rows = [['Ngày sinh'], ...cells.map((cell) => [cell])];
  const header = findHeader({ name: '', rows }, { labels: { birth: ['Ngày sinh'] }, required: [['birth']] });
  return doubtfulDays(header, rows.slice(1), ['birth']).get('birth')?.doubt ?? null;
};
const date = (day: string): Cell => ({ day });

describe('a column of days', () => {
  it('was turned where all that could be turned are dates, and the others text', () => {
    const turned = [date('1985-12-03'), date('1983-01-07'), date('1975-09-01')];
    expect(doubtAbout(...turned, '25/11/1980')).toBe('swapped');
    expect(doubtAbout(date('1985-12-03'), '25/11/1980', '31/12/1979', '29/02/1992')).toBe('swapped');
    expect(doubtAbout(...turned, '25/11/1980', null, '1990')).toBe('swapped');
  });

  it('was not where a date has a later day, or a text an earlier one, or it is of one kind', () => {
    expect(doubtAbout(date('1985-12-03'), date('1983-01-17'), date('1975-09-01'), '25/11/1980')).toBeNull();
    expect(doubtAbout(date('1985-12-03'), date('1983-01-07'), '05/11/1980', '25/11/1980')).toBeNull();
    expect(doubtAbout(date('1985-12-03'), date('1983-01-07'), date('1975-09-01'), date('1975-09-02'))).toBeNull();
    expect(doubtAbout('25/11/1980', '31/12/1979', '29/02/1992', '13/01/1990')).toBeNull();
    expect(doubtAbout(date('1985-12-03'), '25/11/1980')).toBeNull();
  });

  it('has the month first where some days are none otherwise, and none is one only the other way', () => {
    expect(doubtAbout('05/13/1980', '05/12/1980', '11/25/1979', '03/04/1981')).toBe('month_first');
    expect(doubtAbout('5-13-1980', date('1980-01-01'))).toBe('month_first');
    expect(doubtAbout('05/13/1980', '25/12/1980', '03/04/1981')).toBeNull();
    expect(doubtAbout('05/12/1980', '03/04/1981')).toBeNull();
  });

  it('with the month first is doubtful in its dates, too: a spreadsheet turned them', () => {
    const cells = ['11/25/1980', date('1980-05-12'), '03/04/1981', '1990', null];
    expect(cells.map((cell) => isDoubtful(cell, 'month_first'))).toEqual([true, true, true, false, false]);
  });
});

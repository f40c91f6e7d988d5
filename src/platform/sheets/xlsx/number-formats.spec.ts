import { numberFormats, shownNumber } from './number-formats';

const escaped = (code: string) => code.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const formatOf = (code: string | number) =>
  numberFormats(
    typeof code === 'number'
      ? `<styleSheet><cellXfs><xf numFmtId="${code}"/></cellXfs></styleSheet>`
      : `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="${escaped(code)}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`,
  ).get(0);
const shown = (number: number, code: string | number) => shownNumber(number, formatOf(code), false);

describe('what a number cell says', () => {
  it.each([
    [31118, 'dd/mm/yyyy', { day: '1985-03-12' }],
    [31118, 'm/d/yyyy', { day: '1985-03-12' }],
    [31118, 14, { day: '1985-03-12' }],
    [31118.5, 'dd/mm/yyyy h:mm', { day: '1985-03-12' }],
    [31118, '[$-42A]d mmmm yyyy;@', { day: '1985-03-12' }],
    [31118, '"ngày "dd" tháng "mm" năm "yyyy', { day: '1985-03-12' }],
    [31107, 'mmm\\-yy', '03/1985'],
    [31107, 17, '03/1985'],
    [30498, 'mm/yyyy', '07/1983'],
    [28856, 'yyyy', 1979],
    [31118, 'dd/mm', '12/03'],
    [31118, 16, '12/03'],
    [1980, 'dd/mm/yyyy', 1980],
    [0, 'dd/mm/yyyy', 0],
    [-5, 'dd/mm/yyyy', -5],
    [2958466, 'dd/mm/yyyy', 2958466],
  ])('%d shown as %s is %j', (number, code, cell) => expect(shown(number, code)).toEqual(cell));

  it.each([
    [903123456, '0000000000', '0903123456'],
    [903123456, '0000 000 000', '0903 123 456'],
    [903123456, '0#########', '0903123456'],
    [7, '"T01-"0000', 'T01-0007'],
    [7, '\\A0', 'A7'],
    [12345, '000', '12345'],
    [1903123456, '"+84 "000000000', '+84 1903123456'],
    [8, '0', 8],
    [8, '0.0', 8],
    [1200, '#,##0', 1200],
    [8, '0" điểm"', 8],
    [7.5, '0000', 7.5],
  ])('%d shown as %s is %j', (number, code, cell) => expect(shown(number, code)).toEqual(cell));

  it('loses the tail of binary fractions and nothing else', () => {
    expect(
      [7.599999999999999, 0.1 + 0.2, 7.6, 1 / 3, 123456789012345].map((n) => shownNumber(n, undefined, false)),
    ).toEqual([7.6, 0.3, 7.6, 0.333333333333333, 123456789012345]);
  });
});

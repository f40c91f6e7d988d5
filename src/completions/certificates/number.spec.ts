import { certificateNumber } from './number';

const place = { sequence: 7, year: 2026, series: 'GCN' };

describe('a certificate number', () => {
  it.each([
    ['{seq:3}/{year}/GCN-ĐUK', '007/2026/GCN-ĐUK'],
    ['{seq}-{year}', '7-2026'],
    ['GCN {year}.{seq:5}', 'GCN 2026.00007'],
    ['{number}/GCN-{series}-{year}', '7/GCN-GCN-2026'],
    ['{number:4}/{year}', '0007/2026'],
  ])('follows the template %s', (template, number) => {
    expect(certificateNumber(template, place)).toBe(number);
  });

  it('grows beyond its digits rather than repeat', () => {
    expect(certificateNumber('{seq:3}/{year}', { ...place, sequence: 1000 })).toBe('1000/2026');
  });

  it.each([
    ['{year}/GCN', 'needs {number}'],
    ['{series}/{year}', 'needs {number}'],
    ['{seq:3}/GCN', 'needs {year}'],
    ['{seq}/{year}/{unit}', '“unit”'],
    ['{seq:x}/{year}', '“seq:x”'],
    ['{seq}/{year}/{', '“{”'],
  ])('refuses %s and says what is wrong', (template, said) => {
    expect(() => certificateNumber(template, place)).toThrow(said);
  });
});

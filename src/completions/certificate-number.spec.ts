import { certificateNumber } from './certificate-number';

const place = { sequence: 7, year: 2026 };

describe('a certificate number', () => {
  it.each([
    ['{seq:3}/{year}/GCN-ĐUK', '007/2026/GCN-ĐUK'],
    ['{seq}-{year}', '7-2026'],
    ['GCN {year}.{seq:5}', 'GCN 2026.00007'],
  ])('follows the template %s', (template, number) => {
    expect(certificateNumber(template, place)).toBe(number);
  });

  it('grows beyond its digits rather than repeat', () => {
    expect(certificateNumber('{seq:3}/{year}', { sequence: 1000, year: 2026 })).toBe('1000/2026');
  });

  it.each(['{year}/GCN', '{seq:3}/GCN', 'GCN'])('refuses %s, whose numbers would repeat', (template) => {
    expect(() => certificateNumber(template, place)).toThrow('would repeat');
  });

  it('refuses a part it does not know', () => {
    expect(() => certificateNumber('{seq}/{year}/{unit}', place)).toThrow('{unit}');
  });
});

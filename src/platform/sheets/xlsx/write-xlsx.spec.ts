import { readWorkbook } from '../workbook';
import { cellText } from '../cells';
import { writeXlsx } from './write-xlsx';
import { largest } from '../../lists';

describe('a sheet that is written', () => {
  it('has no cell longer than Excel opens, and no formula but text', async () => {
    const texts = ['=cmd|calc!A0', 'dài '.repeat(20_000), '😀'.repeat(20_000), '<b>\u0001&'];
    const content = await writeXlsx(
      'Dài',
      [20],
      texts.map((value) => [{ value }]),
    );
    const { rows } = await readWorkbook({ name: 'x.xlsx', content });
    const read = rows.flat().map(cellText);
    expect(read).toContain('=cmd|calc!A0');
    expect(read).toContain('<b>&');
    expect(largest(read.map(({ length }) => length))).toBeLessThanOrEqual(32_767);
  });

  it.each([
    ['Posts the catalogue does not know', 'Posts the catalogue does not kn'],
    ['Lớp 01/2026: [mới]?', 'Lớp 01 2026   mới'],
    ["'Chức vụ'", 'Chức vụ'],
  ])('has a name Excel can open for “%s”', async (name, expected) => {
    const content = await writeXlsx(name, [20], [[{ value: 'x' }]]);
    const { name: read } = await readWorkbook({ name: 'x.xlsx', content });
    expect(read).toBe(expected);
  });
});

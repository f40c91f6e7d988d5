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
});

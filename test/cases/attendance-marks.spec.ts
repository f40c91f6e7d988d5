import { readAttendanceSheet } from '../../src/enrollments/sheets/filled-sheet';
import { attendanceTable } from '../../src/enrollments/sheets/headings';
import { readTables, tablesIn } from '../../src/platform/sheets/tables';
import { caseFile } from './case-file';

const halfDays = (['morning', 'afternoon'] as const).map((part) => ({
  ...{ id: part, day: '2026-11-29', part, time: null },
}));
const ofClass = { code: 'SC-1', halfDays, earlier: [] };

describe('the marks of an attendance sheet', () => {
  it('attendance-03: a cross beside ticks is an absence, each sign is told, and a legend below the codes is nobody', async () => {
    const filled = readAttendanceSheet(await readTables(caseFile('attendance-03'), attendanceTable(halfDays)), ofClass);
    expect(filled.rows.map(({ marks }) => marks)).toEqual([
      { morning: 'present', afternoon: 'present' },
      { morning: 'present', afternoon: 'unexcused' },
      { morning: 'excused', afternoon: 'excused' },
      { morning: 'unexcused', afternoon: 'present' },
      { morning: 'present' },
    ]);
    expect(filled.rows.map(({ problems }) => problems.length)).toEqual([0, 0, 0, 0, 1]);
    expect(filled.unread.map(({ what, where, sample, cells }) => [what, where, sample, cells])).toEqual([
      ['sign', 'D4,D5,D8', 'ü (Wingdings) → ✓', 3],
      ['sign', 'D7', 'û (Wingdings) → ✗', 1],
      ['sign', 'E4,E7', 'ü (Wingdings) → ✓', 2],
      ['sign', 'E5', 'û (Wingdings) → ✗', 1],
      ['row', '10:10', expect.stringContaining('Ký hiệu') as string, 1],
    ]);
  });

  it('do not take a cross for an absence where nobody has a tick', () => {
    const rows = [
      ['Mã số', 'Họ và tên', 'Sáng 29/11/2026'],
      ['A-1', 'Nguyễn Văn An', '✗'],
    ];
    const [row] = readAttendanceSheet(tablesIn([{ name: 'Sheet1', rows }], attendanceTable(halfDays)), ofClass).rows;
    expect(row).toMatchObject({ marks: {}, problems: [{ vi: expect.stringContaining('✗') as string }] });
  });
});

import { AttendanceLine, type AttendanceMark } from './attendance-line.entity';

const aLine = (mark: AttendanceMark) => Object.assign(new AttendanceLine(), { mark });

describe('a line of attendance', () => {
  it('takes its first mark without a reason', () => {
    const line = aLine('unmarked');
    expect(line.record('present', null)).toBe('first');
    expect(line.mark).toBe('present');
  });

  it('is corrected only with a reason', () => {
    const line = aLine('present');
    expect(line.record('unexcused', null)).toBe('reason_missing');
    expect(line.mark).toBe('present');
    expect(line.record('unexcused', 'Điểm danh hộ')).toBe('corrected');
    expect(line.mark).toBe('unexcused');
  });

  it('needs a reason to have a mark taken back', () => {
    const line = aLine('excused');
    expect(line.record('unmarked', null)).toBe('reason_missing');
    expect(line.record('unmarked', 'Nhầm người')).toBe('corrected');
  });

  it('stays as it is when marked the same again', () => {
    expect(aLine('excused').record('excused', null)).toBe('unchanged');
    expect(aLine('unmarked').record('unmarked', null)).toBe('unchanged');
  });
});

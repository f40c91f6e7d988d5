import { AttendanceLine, type AttendanceMark } from './attendance-line.entity';

const aLine = (mark: AttendanceMark) =>
  Object.assign(new AttendanceLine(), { mark, expected: true, inAt: null, outAt: null });

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

  it('notes who came in and who went out, each once', () => {
    const line = aLine('unmarked');
    const [came, left] = [new Date('2026-02-07T01:00:00Z'), new Date('2026-02-07T04:30:00Z')];
    expect(line.record('present', null, { direction: 'in', at: came })).toBe('first');
    expect(line.record('present', null, { direction: 'in', at: left })).toBe('unchanged');
    expect(line.record('present', null, { direction: 'out', at: left })).toBe('first');
    expect(line).toMatchObject({ mark: 'present', inAt: came, outAt: left });
  });

  it('takes a going back only with a reason, and forgets both once somebody was not there', () => {
    const line = aLine('unmarked');
    const at = new Date('2026-02-07T01:00:00Z');
    line.record('present', null, { direction: 'in', at });
    line.record('present', null, { direction: 'out', at });
    expect(line.record('present', null, { direction: 'in', at })).toBe('reason_missing');
    expect(line.record('present', 'Nhầm người', { direction: 'in', at })).toBe('corrected');
    expect(line).toMatchObject({ inAt: at, outAt: null });
    line.record('unexcused', 'Điểm danh hộ');
    expect(line).toMatchObject({ inAt: null, outAt: null });
  });

  it('is never an absence of somebody who had not joined yet', () => {
    const line = Object.assign(aLine('unmarked'), { expected: false });
    expect(line.record('unexcused', 'Vắng')).toBe('not_expected');
    expect(line.record('present', null)).toBe('first');
    expect(line.record('excused', 'Xin nghỉ')).toBe('not_expected');
  });

  it('stays as it is when marked the same again', () => {
    expect(aLine('excused').record('excused', null)).toBe('unchanged');
    expect(aLine('unmarked').record('unmarked', null)).toBe('unchanged');
  });
});

import { choicesShown, errorsOnSheet, readAttendanceForm } from './attendance-form';
import type { SheetRow } from './attendance.queries';

const row = (enrollmentId: string, mark: SheetRow['mark']) => ({ enrollmentId, mark, expected: true }) as SheetRow;

describe('the form of an attendance sheet', () => {
  it('sends on the rows that differ from what the page had shown', () => {
    const typed = {
      'mark.a': 'present',
      'shown.a': 'present',
      'mark.b': 'excused',
      'shown.b': 'present',
      'mark.c': 'present',
    };
    expect(readAttendanceForm(typed).entries.map(({ enrollmentId }) => enrollmentId)).toEqual(['b', 'c']);
  });

  it('comes from a phone unless the box says paper', () => {
    expect(readAttendanceForm({}).source).toBe('phone');
    expect(readAttendanceForm({ source: 'paper' }).source).toBe('paper');
    expect(readAttendanceForm({ source: 'qr' }).source).toBe('phone');
  });

  it('fills in nobody who joined the class later', () => {
    const rows = [{ ...row('a', 'unmarked'), expected: false }, row('b', 'unmarked')];
    expect(choicesShown(rows, {}, true)).toMatchObject({ 'mark.a': '', 'mark.b': 'present' });
  });

  it('fills in the unmarked only, and keeps what was chosen', () => {
    const rows = [row('a', 'excused'), row('b', 'unmarked'), row('c', 'unmarked')];
    expect(choicesShown(rows, { 'mark.c': 'unexcused' }, true)).toMatchObject({
      'mark.a': 'excused',
      'mark.b': 'present',
      'mark.c': 'unexcused',
    });
    expect(choicesShown(rows, {}, false)).toMatchObject({ 'mark.b': '' });
  });

  it('shows what somebody else stored meanwhile where nothing was chosen here', () => {
    const typed = { 'mark.a': 'present', 'shown.a': 'present' };
    expect(choicesShown([row('a', 'unexcused')], typed, false)).toMatchObject({ 'mark.a': 'unexcused' });
  });

  it('finds the field of an entry that was refused', () => {
    const { entries } = readAttendanceForm({ 'mark.a': 'present', 'mark.b': 'excused' });
    const error = { code: 'required', message: { vi: '', en: '' } };
    const fields = errorsOnSheet(
      [
        { ...error, field: 'entries.1.reason' },
        { ...error, field: 'entries.0.enrollmentId' },
      ],
      entries,
    ).map(({ field }) => field);
    expect(fields).toEqual(['reason.b', 'mark.a']);
  });
});

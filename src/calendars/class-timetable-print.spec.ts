import type { HalfDayItem } from '../classes/classes.queries';
import { momentAt } from '../platform/clock';
import { sheetOf } from './class-timetable-print';

const aHalfDay = (day: string, given: Partial<HalfDayItem> = {}, [from, to] = ['07:30', '11:30']): HalfDayItem => ({
  id: day,
  classId: 'class',
  number: 1,
  day,
  part: 'morning',
  startsAt: momentAt(day, from),
  endsAt: momentAt(day, to),
  roomId: null,
  heldRoomId: null,
  roomName: null,
  roomSeats: null,
  roomSharedReason: null,
  managerOverlapReason: null,
  lecturerId: null,
  lecturerName: null,
  topic: null,
  groupNumbers: null,
  cancelledAt: null,
  cancelledReason: null,
  ...given,
});

const halfDaysCounted = (count: number) =>
  Array.from({ length: count }, (_, index) => aHalfDay(`2026-01-${String((index % 28) + 1).padStart(2, '0')}`));

describe('the sheet of a timetable', () => {
  it('says the usual time once and beside a half-day only another one', () => {
    const sheet = sheetOf([
      aHalfDay('2026-01-10'),
      aHalfDay('2026-01-11'),
      aHalfDay('2026-01-12', {}, ['08:00', '11:00']),
    ]);
    expect(sheet.usualTimes).toEqual([{ part: 'morning', time: '07:30–11:30' }]);
    expect(sheet.months[0]!.halfDays.map(({ ownTime }) => ownTime)).toEqual([null, null, '08:00–11:00']);
  });

  it('numbers the rooms only when there are several, the most used first', () => {
    const inHall = { heldRoomId: 'hall' };
    const alone = sheetOf([aHalfDay('2026-01-10', inHall), aHalfDay('2026-01-11', inHall)]);
    expect([alone.roomIds, alone.months[0]!.halfDays[0]!.roomMark]).toEqual([['hall'], null]);
    const several = sheetOf([
      aHalfDay('2026-01-09', { heldRoomId: 'annex' }),
      aHalfDay('2026-01-10', inHall),
      aHalfDay('2026-01-11', inHall),
    ]);
    expect(several.roomIds).toEqual(['hall', 'annex']);
    expect(several.months[0]!.halfDays.map(({ roomMark }) => roomMark)).toEqual([2, 1, 1]);
  });

  it('counts what is held, and keeps what was cancelled in its place', () => {
    const sheet = sheetOf([aHalfDay('2026-01-10'), aHalfDay('2026-02-11', { cancelledAt: momentAt('2026-01-01') })]);
    expect([sheet.held, sheet.months.map(({ month }) => month)]).toEqual([1, ['2026-01', '2026-02']]);
  });

  it.each([
    [30, 'roomy'],
    [31, 'close'],
    [80, 'close'],
    [81, 'dense'],
  ])('of %i half-days is %s', (count, density) => {
    expect(sheetOf(halfDaysCounted(count)).density).toBe(density);
  });
});

import { momentAt } from '../platform/clock';
import { outcomeOf } from './reminder';
import type { ReminderFacts } from './reminder-facts.queries';

const due: ReminderFacts = {
  id: 'r',
  rule: 'deadline_near',
  ruleIsOn: true,
  tooLateAfterDays: 1,
  dueOn: '2026-01-17',
  anchor: '2026-01-20',
  classId: 'c',
  classCode: 'LLCT-12',
  className: 'Lớp Trung cấp',
  classState: 'announced',
  opensOn: '2026-02-07',
  startsAt: momentAt('2026-02-07', '08:00'),
  place: 'Hội trường A',
  callClosesAt: momentAt('2026-01-20', '17:00'),
  to: 'bi-thu@example.vn',
  recipient: 'a',
  recipientName: 'Trần Thị Lan',
  accountId: 'a',
  locale: 'vi',
  isConcerned: true,
  isSameDay: true,
  unitId: 'u',
  unitName: 'Đảng ủy CSM',
  seats: 3,
  freeSeats: 2,
  nominated: 1,
  drafts: 0,
  hasAnsweredNone: false,
  nomineeName: null,
  nominationState: null,
  returnReason: null,
  correctBy: null,
  change: null,
  waiting: 0,
};
const onTheDay = (given: Partial<ReminderFacts>, day = '2026-01-17', time = '08:00') =>
  outcomeOf({ ...due, ...given }, momentAt(day, time), day);

describe('a reminder that is due', () => {
  it('goes out when it still applies, a day late too', () => {
    expect(onTheDay({})).toEqual({ state: 'sent', reason: null });
    expect(onTheDay({}, '2026-01-18').state).toBe('sent');
  });

  it.each([
    ['the class was cancelled', { classState: 'cancelled' }, 'class_cancelled'],
    ['the class is closed', { classState: 'closed' }, 'class_over'],
    ['the list is settled', { classState: 'confirmed' }, 'call_over'],
    ['the end of the call was moved', { isSameDay: false }, 'day_moved'],
    ['the seats were filled', { freeSeats: 0 }, 'seats_filled'],
    ['as many were sent as there are seats', { nominated: 3 }, 'seats_filled'],
    ['the unit answered none', { hasAnsweredNone: true }, 'answered_none'],
    ['the seats went to others', { seats: 0, freeSeats: 0 }, 'no_seats'],
    ['the secretary changed', { isConcerned: false }, 'not_in_charge'],
    ['the rule was switched off', { ruleIsOn: false }, 'rule_off'],
    ['there is no address', { to: null }, 'no_address'],
    ['the person left the class', { rule: 'class_near', isConcerned: false }, 'not_enrolled'],
    [
      'the nomination was sent again',
      { rule: 'nomination_returned', nominationState: 'submitted' },
      'nomination_settled',
    ],
    ['everything was decided', { rule: 'review_waiting', waiting: 0 }, 'nothing_waits'],
  ] as const)('is suppressed when %s', (_, given, reason) => {
    expect(onTheDay(given)).toEqual({ state: 'suppressed', reason });
  });

  it('is missed rather than sent after the fact', () => {
    const missed = { state: 'missed', reason: 'too_late' };
    expect(onTheDay({}, '2026-01-19')).toEqual(missed);
    expect(onTheDay({ dueOn: '2026-01-19' }, '2026-01-20', '17:00')).toEqual(missed);
    expect(onTheDay({ dueOn: '2026-01-19' }, '2026-01-20', '16:59').state).toBe('sent');

    const classNear = { rule: 'class_near', dueOn: '2026-02-06', anchor: '2026-02-07' } as const;
    expect(onTheDay(classNear, '2026-02-07', '07:59').state).toBe('sent');
    expect(onTheDay(classNear, '2026-02-07', '08:00')).toEqual(missed);
    expect(onTheDay({ ...classNear, startsAt: null }, '2026-02-07', '21:00').state).toBe('sent');
  });
});

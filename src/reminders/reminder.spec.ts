import { momentAt } from '../platform/clock';
import { quietEnd } from '../platform/reminder-hours';
import { outcomeOf } from './reminder';
import type { DueReminder } from './rules/definition';

const due: DueReminder = {
  id: 'r',
  rule: 'deadline_near',
  ruleIsOn: true,
  tooLateAfterDays: 1,
  daysBefore: 3,
  dueOn: '2026-01-17',
  anchor: '2026-01-20',
  applies: true,
  whyNot: null,
  overAt: momentAt('2026-01-20', '17:00'),
  classId: 'c',
  classCode: 'LLCT-12',
  className: 'Lớp Trung cấp',
  opensOn: '2026-02-07',
  startsAt: null,
  place: null,
  address: null,
  unitId: 'u',
  unitName: 'Đảng ủy CSM',
  to: 'bi-thu@example.vn',
  recipient: 'a',
  chooser: 'a',
  recipientName: 'Trần Thị Lan',
  accountId: 'a',
  locale: 'vi',
  formOfAddress: 'dong_chi',
  urgent: false,
  duty: false,
  byMail: true,
  byNotice: true,
  facts: {},
};
const hours = { digestAt: '07:30', quietFrom: '21:00', quietUntil: '07:00' };
const onTheDay = (given: Partial<DueReminder>, day = '2026-01-17', time = '08:00') => {
  const now = momentAt(day, time);
  return outcomeOf({ ...due, ...given }, { now, today: day, quietUntil: quietEnd(hours, now) });
};
const suppressed = (reason: string) => ({ state: 'suppressed', reason });

describe('a reminder that is due', () => {
  it('goes out when it still applies, a day late too', () => {
    expect(onTheDay({})).toEqual({ state: 'written', reason: null });
    expect(onTheDay({}, '2026-01-18').state).toBe('written');
  });

  it.each([
    ['the rule was switched off', { ruleIsOn: false }, 'rule_off'],
    ['the rule knows why not', { applies: false, whyNot: 'seats_filled' }, 'seats_filled'],
    ['the rule would not remind of it any more', { applies: false }, 'not_needed'],
    ['there is no address and no account', { to: null, accountId: null }, 'no_address'],
    ['the recipient wants neither mail nor notice', { byMail: false, byNotice: false }, 'opted_out'],
  ] as const)('is suppressed when %s', (_, given, reason) => {
    expect(onTheDay(given)).toEqual(suppressed(reason));
  });

  it('is missed rather than sent after the fact', () => {
    const missed = { state: 'missed', reason: 'too_late' };
    expect(onTheDay({}, '2026-01-19')).toEqual(missed);
    expect(onTheDay({ dueOn: '2026-01-19' }, '2026-01-20', '17:00')).toEqual(missed);
    expect(onTheDay({ dueOn: '2026-01-19' }, '2026-01-20', '16:59').state).toBe('written');
    expect(onTheDay({ overAt: null }, '2026-01-18', '20:59').state).toBe('written');
  });

  it('goes out whatever was chosen when there is a duty to know of it', () => {
    expect(onTheDay({ duty: true, byMail: false, byNotice: false }).state).toBe('written');
    expect(onTheDay({ duty: true, to: null, accountId: null })).toEqual(suppressed('no_address'));
  });

  it('that reached the quiet hours and would be too late after them goes out only when it is urgent', () => {
    expect(onTheDay({}, '2026-01-17', '22:00')).toEqual(suppressed('quiet_hours'));
    expect(onTheDay({ urgent: true }, '2026-01-17', '22:00').state).toBe('written');
  });
});

describe('the quiet hours', () => {
  it('reach over midnight', () => {
    expect(quietEnd(hours, momentAt('2026-01-17', '20:59'))).toBeNull();
    expect(quietEnd(hours, momentAt('2026-01-17', '21:00'))).toEqual(momentAt('2026-01-18', '07:00'));
    expect(quietEnd(hours, momentAt('2026-01-18', '06:59'))).toEqual(momentAt('2026-01-18', '07:00'));
    expect(quietEnd(hours, momentAt('2026-01-18', '07:00'))).toBeNull();
  });

  it('may lie within a day, or not be at all', () => {
    const siesta = { ...hours, quietFrom: '12:00', quietUntil: '13:00' };
    expect(quietEnd(siesta, momentAt('2026-01-17', '12:30'))).toEqual(momentAt('2026-01-17', '13:00'));
    expect(quietEnd(siesta, momentAt('2026-01-17', '22:00'))).toBeNull();
    expect(quietEnd({ ...hours, quietFrom: '00:00', quietUntil: '00:00' }, momentAt('2026-01-17', '00:00'))).toBeNull();
  });
});

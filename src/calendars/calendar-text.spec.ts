import type { CalendarEvent } from './calendar-events';
import { feedText, invitationText } from './calendar-text';

const event: CalendarEvent = {
  id: 'half-day',
  personId: 'person',
  className: 'Lớp mẫu',
  number: 3,
  startsAt: new Date('2026-02-07T01:00:00Z'),
  endsAt: new Date('2026-02-07T04:30:00Z'),
  topic: null,
  lecturerName: null,
  place: null,
  isCancelled: false,
  sequence: 4,
  changedAt: new Date('2026-01-05T01:02:03Z'),
};
const parties = {
  organizer: { name: 'Văn phòng', email: 'dao-tao@example.vn' },
  attendee: { name: 'Lê "Tư" An\r\nX', email: 'an@example.vn' },
};
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('the text of a calendar', () => {
  it('says moments in the zone of the city, and the stamp in UTC', () => {
    expect(unfolded(feedText('Lịch', [event], 'vi'))).toEqual(
      expect.arrayContaining([
        'UID:half-day.person@training',
        'SEQUENCE:4',
        'DTSTAMP:20260105T010203Z',
        'DTSTART;TZID=Asia/Ho_Chi_Minh:20260207T080000',
        'DTEND;TZID=Asia/Ho_Chi_Minh:20260207T113000',
      ]),
    );
  });

  it('lets no name of a class or a person write lines of its own', () => {
    const feed = unfolded(feedText('Khóa 1; A, B\r\nMETHOD:CANCEL', [event], 'vi'));
    expect(feed).toContain('X-WR-CALNAME:Khóa 1\\; A\\, B METHOD:CANCEL');
    expect(feed).not.toContain('METHOD:CANCEL');
    const invitation = unfolded(invitationText('REQUEST', event, parties, 'vi'));
    expect(invitation.find((line) => line.startsWith('ATTENDEE'))).toContain(';CN="Lê Tư AnX"');
    expect(invitation).toContain('METHOD:REQUEST');
  });

  it('names the same half-day alike in a feed and in an invitation', () => {
    const uid = (text: string) => unfolded(text).find((line) => line.startsWith('UID:'));
    expect(uid(invitationText('CANCEL', event, parties, 'vi'))).toBe(uid(feedText('Lịch', [event], 'en')));
    expect(uid(feedText('Lịch', [{ ...event, personId: null }], 'vi'))).toBe('UID:half-day@training');
  });
});

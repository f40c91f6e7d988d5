import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { DateTime } from 'luxon';
import { zone } from '../platform/clock';
import { calendarWords } from './calendar-text.words';
import type { CalendarEvent } from './calendar-events';
import type { Locale } from '../platform/messages/words';

/** Ho Chi Minh City has no daylight saving and had none since calendars on telephones exist. */
const vtimezone = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** How often a telephone is asked to look again, in seconds. */
const lookAgainAfter = 3600;

/** A fixed name, not the address of the service: were it to move, every calendar would hold each half-day twice. */
const domain = 'training';

/** One identity per half-day or examination; on a personal calendar one per person and each of them. */
const uidOf = (id: string, personId: string | null): string =>
  personId ? `${id}.${personId}@${domain}` : `${id}@${domain}`;

/** What a feed answers: every half-day, those cancelled marked so. The same half-days give the same bytes. */
export function feedText(name: string, events: readonly CalendarEvent[], locale: Locale): string {
  return textOf(
    { name: escaped(name), ttl: lookAgainAfter },
    events.map((event) => eventData(event, locale)),
  );
}

/** The two sides of an invitation. */
export interface Parties {
  readonly organizer: { readonly name: string; readonly email: string };
  readonly attendee: { readonly name: string; readonly email: string };
}

/** One half-day as mail carries it: RFC 5546 wants one UID in each object. */
export function invitationText(
  method: `${ICalCalendarMethod}`,
  event: CalendarEvent,
  { organizer, attendee }: Parties,
  locale: Locale,
): string {
  const invited: ICalEventData = {
    ...eventData(event, locale),
    organizer: quotable(organizer),
    // Whoever is on the roster comes: there is nothing to answer, and nobody reads answers.
    attendees: [{ ...quotable(attendee), rsvp: false, status: ICalAttendeeStatus.ACCEPTED }],
  };
  return textOf({ method: method as ICalCalendarMethod }, [invited]);
}

/**
 * Many half-days in one file to take in at once. Each keeps its own UID and SEQUENCE, so that a later invitation to one of
 * them puts right what this file laid; PUBLISH, because a REQUEST of several identities is read as one meeting (RFC 5546).
 */
export function manyText(events: readonly CalendarEvent[], organizer: Parties['organizer'], locale: Locale): string {
  return textOf(
    { method: ICalCalendarMethod.PUBLISH },
    events.map((event) => ({ ...eventData(event, locale), organizer: quotable(organizer) })),
  );
}

function textOf(calendar: Parameters<typeof ical>[0], events: readonly ICalEventData[]): string {
  return `${ical({
    ...calendar,
    prodId: { company: 'training', product: 'timetable', language: 'VI' },
    // Named on the events alone: a zone named on the calendar would also pull DTSTAMP out of UTC, where RFC 5545 wants it.
    timezone: { name: null, generator: () => vtimezone },
    events: [...events],
  }).toString()}\r\n`;
}

function eventData(event: CalendarEvent, locale: Locale): ICalEventData {
  const say = calendarWords[locale];
  const { className, number, topic, lecturerName, place, isCancelled, isExam, isOnLeave = false } = event;
  const summary = isExam ? examSummary(event, locale) : say.summary(className, number);
  const told = [topic && !isExam && say.topic(topic), lecturerName && say.lecturer(lecturerName)].filter(Boolean);
  return {
    id: uidOf(event.id, event.personId),
    sequence: event.sequence,
    stamp: event.changedAt,
    start: DateTime.fromJSDate(event.startsAt),
    end: DateTime.fromJSDate(event.endsAt),
    timezone: zone,
    summary: isCancelled ? say.cancelled(summary) : isOnLeave ? say.onLeave(summary) : summary,
    location: place,
    description: told.length > 0 ? told.join('\n') : null,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // Programs that keep a cancelled event in sight show the hour as free; so it is for who has leave.
    transparency: isCancelled || isOnLeave ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  };
}

/** "Thi Triết học – Trung cấp khóa 12" */
function examSummary({ className, topic, isResit, isWatch }: CalendarEvent, locale: Locale): string {
  const say = calendarWords[locale];
  return isWatch ? say.watch(className, topic) : say.exam(className, topic, isResit === true);
}

/** The library escapes the texts of events, not the name of a calendar. */
const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');

/** A parameter in quotes has no way to write a quote (RFC 5545, 3.2). */
const quotable = <P extends { readonly name: string }>(party: P): P => ({
  ...party,
  name: party.name.replace(/["\\\p{Cc}]/gu, ''),
});

import ICAL from 'ical.js';

export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string | null;
  /** Whether the hour counts as taken: OPAQUE or TRANSPARENT. */
  readonly transparency: string | null;
  readonly summary: string;
  readonly location: string | null;
  readonly description: string | null;
  readonly stamp: string;
  /** The moment, by the zone the calendar itself describes. */
  readonly start: Date;
  readonly startZone: string | null;
  readonly organizer: string | null;
  readonly attendees: readonly string[];
}

export interface ReadCalendar {
  readonly method: string | null;
  readonly name: string | null;
  readonly zones: readonly string[];
  readonly events: readonly ReadEvent[];
}

const textOf = (component: ICAL.Component, name: string): string | null => {
  const value = component.getFirstPropertyValue(name);
  return value === null ? null : String(value);
};

/** A calendar as a program that is not ours reads it. */
export function readCalendar(text: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const zones = calendar.getAllSubcomponents('vtimezone').map((component) => new ICAL.Timezone(component));
  return {
    method: textOf(calendar, 'method'),
    name: textOf(calendar, 'x-wr-calname'),
    zones: zones.map(({ tzid }) => tzid),
    events: calendar.getAllSubcomponents('vevent').map((component) => {
      const start = component.getFirstPropertyValue('dtstart') as ICAL.Time;
      const tzid = component.getFirstProperty('dtstart')!.getFirstParameter('tzid') ?? null;
      start.zone = zones.find((zone) => zone.tzid === tzid) ?? start.zone;
      return {
        uid: textOf(component, 'uid')!,
        sequence: Number(textOf(component, 'sequence')),
        status: textOf(component, 'status'),
        transparency: textOf(component, 'transp'),
        summary: textOf(component, 'summary')!,
        location: textOf(component, 'location'),
        description: textOf(component, 'description'),
        stamp: textOf(component, 'dtstamp')!,
        start: start.toJSDate(),
        startZone: tzid,
        organizer: textOf(component, 'organizer'),
        attendees: component.getAllProperties('attendee').map((property) => String(property.getFirstValue())),
      };
    }),
  };
}

/** What RFC 5545 (3.1) asks of the lines themselves; the offending ones. */
export function wrongLines(text: string): string[] {
  const tooLong = text.split('\r\n').filter((line) => Buffer.byteLength(line, 'utf8') > 75);
  const bareBreaks = text.replaceAll('\r\n', '').match(/[\r\n]/g) ?? [];
  return [...tooLong, ...bareBreaks, ...(text.endsWith('\r\n') ? [] : ['the last line does not end'])];
}

/** A half-day as a calendar shows it. */
export interface CalendarEvent {
  /** Of the half-day. */
  readonly id: string;
  /** Whose calendar it is; null on a calendar of a class. */
  readonly personId: string | null;
  readonly className: string;
  readonly number: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly topic: string | null;
  readonly lecturerName: string | null;
  readonly place: string | null;
  readonly isCancelled: boolean;
  /** On a person's own calendar: whether they have leave from it. */
  readonly isOnLeave?: boolean;
  /** Becomes SEQUENCE: in a feed the half-day's own, counted by the database; in a mail the invitation's, which never falls (`claim` in invitations.queries.ts). */
  readonly sequence: number;
  /** Becomes DTSTAMP. */
  readonly changedAt: Date;
}

/** The columns of {@link CalendarEvent} but for the person's, of half-days `h` joined by {@link eventJoins}. */
export const eventColumns = `
  h.id, c.name AS class_name, h.number, lower(h.during) AS starts_at, upper(h.during) AS ends_at, h.topic, l.full_name AS lecturer_name,
  coalesce(nullif(concat_ws(', ', t.name, t.address), ''), nullif(concat_ws(', ', r.name, r.address), '')) AS place,
  h.cancelled_at IS NOT NULL AS is_cancelled, h.sequence, h.changed_at`;

/** What an event needs beside its half-day. @param unit whose site it is held at, for a study of many sites; SQL */
export const eventJoins = (unit: string) => `
  LEFT JOIN lecturers l ON l.id = h.lecturer_id
  LEFT JOIN rooms r ON r.id = h.held_room_id
  LEFT JOIN obliged_units o ON o.class_id = h.class_id AND o.unit_id = ${unit} LEFT JOIN sites t ON t.id = o.site_id`;

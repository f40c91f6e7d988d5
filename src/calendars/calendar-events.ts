/** A half-day as a calendar shows it. */
export interface CalendarEvent {
  /** Of the half-day or the examination. */
  readonly id: string;
  /** Whose calendar it is; null on a calendar of a class. */
  readonly personId: string | null;
  readonly className: string;
  /** Of the half-day; 0 for an examination. */
  readonly number: number;
  /** Whether it is an examination, whose topic is what is examined. */
  readonly isExam?: boolean;
  readonly isResit?: boolean;
  /** Whether they invigilate it. */
  readonly isWatch?: boolean;
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

/** The columns of {@link CalendarEvent} of examinations `x` of classes `c`, joined by {@link examJoins}. */
export const examColumns = `
  x.id, c.name AS class_name, 0 AS number, lower(x.during) AS starts_at, upper(x.during) AS ends_at, m.name AS topic, NULL AS lecturer_name,
  at.place, x.cancelled_at IS NOT NULL AS is_cancelled, x.sequence, x.changed_at, true AS is_exam, x.attempt = 2 AS is_resit`;

/** @param room the one somebody sits in; all of the examination's where it is none; SQL */
export const examJoins = (room: string) => `
  LEFT JOIN modules m ON m.id = x.module_id
  LEFT JOIN LATERAL (SELECT string_agg(concat_ws(', ', r.name, r.address), '; ' ORDER BY t.position) AS place
    FROM exam_rooms t JOIN rooms r ON r.id = t.room_id WHERE t.exam_id = x.id AND (${room} IS NULL OR t.room_id = ${room})) at ON true`;

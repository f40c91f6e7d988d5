import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Locale } from '../platform/messages/words';
import { PlatformSettings } from '../platform/settings';
import { feedFollowedForDays } from './calendar-feeds.words';
import type { Timetable } from './mail-to-come';
import { type CalendarEvent, eventColumns, eventJoins } from './calendar-events';

/** One half-day one person is to be told of, as it is now. `sequence` is the one of the mail, not of the half-day. */
export interface DueInvitation extends CalendarEvent {
  /** Whose calendar it is: a learner's, or a lecturer's. */
  readonly personId: string;
  readonly teaches: boolean;
  readonly classId: string;
  readonly cancelledReason: string | null;
  readonly method: 'REQUEST' | 'CANCEL';
  /** Whether the person's calendar holds an older version of it. */
  readonly isKnown: boolean;
  readonly to: string;
  readonly recipientName: string;
  readonly accountId: string | null;
  readonly locale: Locale;
}

/** Whom a mail tells, and of which class. */
export interface InvitationEnvelope {
  readonly mailId: string;
  readonly personId: string;
  readonly classId: string;
}

/** A message about half-days that did not arrive. */
export interface RefusedInvitation {
  readonly personId: string;
  readonly fullName: string;
  readonly to: string;
  /** What the mail server said. */
  readonly error: string;
  /** Whether it is tried no more. */
  readonly isGivenUp: boolean;
}

/** Messages that the mail server refused for good, or that came back. */
const refusedMail = `(SELECT id, to_address FROM mail_messages WHERE dead_at IS NOT NULL OR returned_at IS NOT NULL)`;

/**
 * A class of eighteen months would otherwise fill one mail with two hundred files: people are told of this month and
 * the two after it, and on the first of each month of one more. What a calendar holds already is kept right for ever.
 */
const monthsAhead = 3;

/** Whether the mail of an invitation `i` put it into a calendar: one that left, or without a mail server (`$4` is false) any, since it is read where it is kept. A call counts. */
const isKnown = `coalesce(CASE WHEN i.called_at IS NOT NULL OR (refused.id IS NULL AND (m.delivered_at IS NOT NULL OR NOT $4::boolean))
  THEN i.method = 'REQUEST' ELSE i.was_known END, false)`;
/** A calendar that was told nothing, an older version, or one that fell away; after a mail that was refused once there is another address. */
const isDue = (
  address: string,
) => `CASE told.method WHEN 'REQUEST' THEN i.method IS DISTINCT FROM 'REQUEST' OR i.half_day_sequence < h.sequence
  OR (refused.to_address <> ${address} AND i.called_at IS NULL) ELSE i.method = 'REQUEST' END`;
const isAhead = `h.day >= $1::date AND lower(h.during) > $2
  AND (h.day < date_trunc('month', $1::date::timestamp) + interval '${monthsAhead} months' OR i.method = 'REQUEST')`;
const mailOf = `LEFT JOIN mail_messages m ON m.id = i.mail_id LEFT JOIN ${refusedMail} refused ON refused.id = i.mail_id`;
const addressOfLearner = 'coalesce(a.email, p.email)';

/**
 * People and half-days still to come whose calendar is not right. Of several enrollments in one class the live one counts,
 * else the last. A calendar knows what a mail that left told it, and not what one told that waits or came back. `$1` is
 * today, `$2` now. @param among narrows the people, by what names them
 */
const dueLearners = (among: (attendee: string) => string) => `
  SELECT e.person_id AS attendee, e.person_id, NULL::uuid AS lecturer_id, e.unit_id, h.id AS half_day_id, h.sequence AS half_day_sequence, told.method,
    ${isKnown} AS is_known, lower(h.during) AS starts_at, ${addressOfLearner}::text AS address, a.id AS account_id, coalesce(a.locale, 'vi') AS locale, p.full_name
  FROM half_days h
  JOIN classes c ON c.id = h.class_id
  JOIN enrollments e ON e.class_id = h.class_id
  CROSS JOIN LATERAL (SELECT CASE WHEN e.ended_at IS NULL AND h.cancelled_at IS NULL AND c.state <> 'cancelled' AND is_for_group(h.group_numbers, e.group_number) THEN 'REQUEST' ELSE 'CANCEL' END AS method) told
  LEFT JOIN calendar_invitations i ON i.attendee = e.person_id AND i.half_day_id = h.id
  ${mailOf}
  JOIN persons p ON p.id = e.person_id
  LEFT JOIN accounts a ON a.person_id = p.id AND a.disabled_at IS NULL
  WHERE ${isAhead} AND ${addressOfLearner} IS NOT NULL
    -- Whose telephone follows their feed has them there; what a calendar got by mail is still kept right.
    AND (i.method = 'REQUEST' OR NOT EXISTS (SELECT FROM calendar_feeds f
      WHERE f.person_id = e.person_id AND f.revoked_at IS NULL AND f.read_at > $2::timestamptz - interval '${feedFollowedForDays} days'))
    AND NOT EXISTS (SELECT 1 FROM enrollments o WHERE o.class_id = e.class_id AND o.person_id = e.person_id AND o.id <> e.id
      AND (o.ended_at IS NULL OR (e.ended_at IS NOT NULL AND (o.ended_at, o.id) > (e.ended_at, e.id))))
    AND ${isDue(addressOfLearner)} ${among('e.person_id')}`;

/** The same of who teaches them, and of who was told they would. @param which of them are asked for */
const lecturersOf = (which: string) => `
  SELECT w.id AS attendee, NULL::uuid AS person_id, w.id AS lecturer_id, NULL::uuid AS unit_id, h.id AS half_day_id, h.sequence AS half_day_sequence, told.method,
    ${isKnown} AS is_known, lower(h.during) AS starts_at, w.email::text AS address, NULL::uuid AS account_id, 'vi' AS locale, w.full_name
  FROM half_days h
  JOIN classes c ON c.id = h.class_id AND c.state <> 'draft'
  CROSS JOIN LATERAL (
    SELECT h.lecturer_id AS id WHERE h.lecturer_id IS NOT NULL
    UNION SELECT lecturer_id FROM calendar_invitations WHERE half_day_id = h.id AND lecturer_id IS NOT NULL) concerned
  JOIN lecturers w ON w.id = concerned.id
  CROSS JOIN LATERAL (SELECT CASE WHEN h.lecturer_id = w.id AND h.cancelled_at IS NULL AND c.state <> 'cancelled' THEN 'REQUEST' ELSE 'CANCEL' END AS method) told
  LEFT JOIN calendar_invitations i ON i.attendee = w.id AND i.half_day_id = h.id
  ${mailOf}
  WHERE ${isAhead} AND ${which}`;
const dueLecturers = (among: (attendee: string) => string) =>
  lecturersOf(`w.email IS NOT NULL AND ${isDue('w.email')} ${among('w.id')}`);

/** Who has no address, or whose mail did not arrive, and is to be called. */
export const lecturersToCall = lecturersOf(
  `CASE WHEN w.email IS NULL THEN ${isDue('w.email')} ELSE refused.to_address = w.email AND i.called_at IS NULL END`,
);

/** Timetables that another message tells are left to it. */
const keysOf = (timetables: readonly Timetable[]) =>
  timetables.map(({ personId, classId }) => `${personId}:${classId}`);
const notOtherwise = (attendee: string, place: string) =>
  `AND (${attendee} || ':' || h.class_id) <> ALL (${place}::text[])`;
const amongThem = (attendee: string) => `AND ${attendee} = ANY ($3::uuid[])
  AND ($5::uuid[] IS NULL OR (${attendee}, h.class_id) IN (SELECT * FROM unnest($3::uuid[], $5::uuid[])))
  ${notOtherwise(attendee, '$6')}`;

@Injectable()
export class InvitationsQueries {
  private readonly leaves: boolean;

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    settings: PlatformSettings,
  ) {
    this.leaves = settings.smtpUrl !== null;
  }

  /** Whom the mail server refuses, by name, for half-days still to come of one class. */
  async refused(classId: string): Promise<RefusedInvitation[]> {
    return this.database.read(
      `SELECT p.id AS person_id, p.full_name, m.to_address AS "to", m.last_error AS error, (m.dead_at IS NOT NULL OR m.returned_at IS NOT NULL) AS is_given_up
       FROM persons p JOIN mail_messages m ON (m.delivered_at IS NULL OR m.returned_at IS NOT NULL) AND m.last_error IS NOT NULL AND m.id IN (
         SELECT i.mail_id FROM calendar_invitations i JOIN half_days h ON h.id = i.half_day_id
         WHERE i.attendee = p.id AND h.class_id = $1 AND lower(h.during) > $2)
       WHERE p.id IN (SELECT person_id FROM enrollments WHERE class_id = $1) ORDER BY p.sort_name, p.id, m.written_at DESC`,
      [classId, this.clock.now()],
    );
  }

  /** Of these, rows noted on a later mail that waits are told by the earlier one. */
  async bringForward(tx: Tx, envelopes: readonly InvitationEnvelope[]): Promise<void> {
    await tx.execute(
      `UPDATE calendar_invitations i SET mail_id = e.id
       FROM jsonb_to_recordset($1::jsonb) AS v ("mailId" uuid, "personId" uuid, "classId" uuid)
       JOIN mail_messages e ON e.id = v."mailId", half_days h, mail_messages later
       WHERE i.attendee = v."personId" AND h.id = i.half_day_id AND h.class_id = v."classId" AND later.id = i.mail_id
         AND later.to_address = e.to_address AND later.ordinal > e.ordinal AND later.next_attempt_at IS NOT NULL`,
      [JSON.stringify(envelopes)],
    );
  }

  /** Which of these mails tell a half-day as it no longer is. */
  async outdated(tx: Tx, mailIds: readonly string[]): Promise<string[]> {
    const mails = await tx.rows<{ id: string }>(
      `SELECT DISTINCT i.mail_id AS id FROM calendar_invitations i JOIN half_days h ON h.id = i.half_day_id
       WHERE i.mail_id = ANY ($1::uuid[]) AND h.sequence > i.half_day_sequence AND lower(h.during) > $2`,
      [mailIds, this.clock.now()],
    );
    return mails.map(({ id }) => id);
  }

  /** Takes up to `count` people, and as many lecturers, for this transaction alone, the soonest half-day first; those another run holds are passed over. @param toldOtherwise whose timetables another message tells */
  async takePeople(tx: Tx, count: number, toldOtherwise: readonly Timetable[]): Promise<string[]> {
    const among = (attendee: string) => notOtherwise(attendee, '$5');
    const soonest = (due: string) =>
      `(SELECT attendee, min(starts_at) AS starts_at FROM (${due}) d GROUP BY attendee) d`;
    const asked = [this.clock.today(), this.clock.now(), count, this.leaves, keysOf(toldOtherwise)];
    const learners = await tx.rows<{ id: string }>(
      `SELECT p.id FROM persons p JOIN ${soonest(dueLearners(among))} ON d.attendee = p.id
       ORDER BY d.starts_at, p.id LIMIT $3 FOR NO KEY UPDATE OF p SKIP LOCKED`,
      asked,
    );
    const lecturers = await tx.rows<{ id: string }>(
      `SELECT w.id FROM lecturers w JOIN ${soonest(dueLecturers(among))} ON d.attendee = w.id
       ORDER BY d.starts_at, w.id LIMIT $3 FOR NO KEY UPDATE OF w SKIP LOCKED`,
      asked,
    );
    const people = [...learners, ...lecturers];
    return people.map(({ id }) => id);
  }

  /** Waits for whoever has these people in hand. */
  async holdPeople(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.execute(`SELECT FROM persons WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`, [ids]);
    await tx.execute(`SELECT FROM lecturers WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`, [ids]);
  }

  /** Whom these mails tell, and of which class; nothing of a mail whose half-days a later one tells. */
  async envelopes(tx: Tx, mailIds: readonly string[]): Promise<InvitationEnvelope[]> {
    return tx.rows(
      `SELECT DISTINCT i.mail_id, i.attendee AS person_id, h.class_id
       FROM calendar_invitations i JOIN half_days h ON h.id = i.half_day_id WHERE i.mail_id = ANY ($1::uuid[])`,
      [mailIds],
    );
  }

  /** What these mails tell, as it is now, of half-days still to come. */
  async told(tx: Tx, mailIds: readonly string[]): Promise<(DueInvitation & { readonly mailId: string })[]> {
    return tx.rows(
      `SELECT ${eventColumns}, i.sequence, $2::timestamptz AS changed_at, i.attendee AS person_id, h.class_id, i.method, h.cancelled_reason, i.lecturer_id IS NOT NULL AS teaches,
         i.was_known AS is_known, coalesce(a.email, p.email, w.email)::text AS "to", coalesce(p.full_name, w.full_name) AS recipient_name, a.id AS account_id,
         coalesce(a.locale, 'vi') AS locale, i.mail_id
       FROM calendar_invitations i JOIN half_days h ON h.id = i.half_day_id JOIN classes c ON c.id = h.class_id
       LEFT JOIN persons p ON p.id = i.person_id LEFT JOIN lecturers w ON w.id = i.lecturer_id
       LEFT JOIN accounts a ON a.person_id = p.id AND a.disabled_at IS NULL
       LEFT JOIN LATERAL (SELECT unit_id FROM enrollments e WHERE e.class_id = h.class_id AND e.person_id = i.person_id
         ORDER BY e.ended_at DESC NULLS FIRST, e.id DESC LIMIT 1) d ON true
       ${eventJoins('d.unit_id')}
       WHERE i.mail_id = ANY ($1::uuid[]) AND lower(h.during) > $2 AND (i.method = 'REQUEST' OR i.was_known) AND coalesce(a.email, p.email, w.email) IS NOT NULL
       ORDER BY i.attendee, h.class_id, h.during`,
      [mailIds, this.clock.now()],
    );
  }

  /**
   * Notes what these people are told now and answers it. A statement of its own, so that it sees what the run before
   * left behind. The sequence of a mail never falls, whatever person and half-day went through.
   * @param classIds each person's, where it is only of one class
   */
  async claim(
    tx: Tx,
    personIds: readonly string[],
    classIds: readonly string[] | null = null,
    toldOtherwise: readonly Timetable[] = [],
  ): Promise<DueInvitation[]> {
    return tx.rows(
      `WITH due AS (${dueLearners(amongThem)} UNION ALL ${dueLecturers(amongThem)}), claimed AS (
         INSERT INTO calendar_invitations AS i (person_id, lecturer_id, half_day_id, method, half_day_sequence, sequence, was_known, sent_at)
         SELECT person_id, lecturer_id, half_day_id, method, half_day_sequence, half_day_sequence, is_known, $2 FROM due ORDER BY attendee, half_day_id
         ON CONFLICT ON CONSTRAINT calendar_invitations_once DO UPDATE SET method = excluded.method, sent_at = excluded.sent_at,
           half_day_sequence = excluded.half_day_sequence, was_known = excluded.was_known, called_at = NULL, called_by = NULL, sequence = greatest(excluded.sequence, i.sequence + 1)
           WHERE (i.method, i.half_day_sequence) IS DISTINCT FROM (excluded.method, excluded.half_day_sequence)
             OR i.mail_id IN (SELECT id FROM ${refusedMail} refused)
         RETURNING attendee, half_day_id, method, sequence
       )
       SELECT ${eventColumns}, x.sequence, $2::timestamptz AS changed_at, x.attendee AS person_id, h.class_id, x.method, h.cancelled_reason, d.lecturer_id IS NOT NULL AS teaches,
         d.is_known, d.address AS "to", d.full_name AS recipient_name, d.account_id, d.locale
       FROM claimed x JOIN due d USING (attendee, half_day_id) JOIN half_days h ON h.id = x.half_day_id JOIN classes c ON c.id = h.class_id
       ${eventJoins('d.unit_id')} ORDER BY x.attendee, h.class_id, h.during`,
      [this.clock.today(), this.clock.now(), personIds, this.leaves, classIds, keysOf(toldOtherwise)],
    );
  }

  async noteMails(
    tx: Tx,
    mails: readonly { readonly mailId: string; readonly told: readonly DueInvitation[] }[],
  ): Promise<void> {
    const rows = mails.flatMap(({ mailId, told }) => told.map(({ id, personId }) => ({ id, personId, mailId })));
    await tx.execute(
      `UPDATE calendar_invitations i SET mail_id = v."mailId"
       FROM jsonb_to_recordset($1::jsonb) AS v (id uuid, "personId" uuid, "mailId" uuid) WHERE i.attendee = v."personId" AND i.half_day_id = v.id`,
      [JSON.stringify(rows)],
    );
  }
}

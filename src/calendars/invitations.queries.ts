import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { FormOfAddress } from '../platform/messages/address';
import type { Locale } from '../platform/messages/words';
import { PlatformSettings } from '../platform/settings';
import type { Timetable } from './mail-to-come';
import type { CalendarEvent } from './calendar-events';
import {
  appointmentOf,
  appointments,
  dueInvitations,
  duePeople,
  dueTeaching,
  refusedMail,
  roomHasChanged,
} from './due-invitations';

/** One half-day or examination one person is to be told of, as it is now. `sequence` is the one of the mail, not of that. */
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
  readonly formOfAddress: FormOfAddress;
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

interface Taken {
  readonly people: readonly string[];
  /** Whether as many were taken as may be, so that others may be left. */
  readonly isMore: boolean;
}

/** Timetables that another message tells are left to it. */
const keysOf = (timetables: readonly Timetable[]) =>
  timetables.map(({ personId, classId }) => `${personId}:${classId}`);
const notOtherwise = (attendee: string, place: string) =>
  `AND (${attendee} || ':' || h.class_id) <> ALL (${place}::text[])`;
const amongThem = (attendee: string) => `AND ${attendee} = ANY ($4::uuid[])
  AND ($5::uuid[] IS NULL OR (${attendee}, h.class_id) IN (SELECT * FROM unnest($4::uuid[], $5::uuid[])))
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
         SELECT i.mail_id FROM calendar_invitations i JOIN ${appointments} h ON h.id = i.appointment_id
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
       JOIN mail_messages e ON e.id = v."mailId", ${appointments} h
       WHERE i.attendee = v."personId" AND h.id = i.appointment_id AND h.class_id = v."classId"
         AND (SELECT m.is_waiting AND m.to_address = e.to_address AND m.ordinal > e.ordinal FROM mail_messages m WHERE m.id = i.mail_id)`,
      [JSON.stringify(envelopes)],
    );
  }

  /** Which of these mails tell a half-day or an examination as it no longer is. */
  async outdated(tx: Tx, mailIds: readonly string[]): Promise<string[]> {
    const mails = await tx.rows<{ id: string }>(
      `SELECT DISTINCT i.mail_id AS id FROM calendar_invitations i JOIN ${appointments} h ON h.id = i.appointment_id
       WHERE i.mail_id = ANY ($1::uuid[]) AND (h.sequence > i.appointment_sequence OR (${roomHasChanged})) AND lower(h.during) > $2`,
      [mailIds, this.clock.now()],
    );
    return mails.map(({ id }) => id);
  }

  /** Takes up to `count` people, and as many lecturers, for this transaction alone, the soonest half-day first; those another run holds are passed over. @param toldOtherwise whose timetables another message tells */
  async takePeople(tx: Tx, count: number, toldOtherwise: readonly Timetable[]): Promise<Taken> {
    const among = (attendee: string) => notOtherwise(attendee, '$5');
    const soonest = (due: string) =>
      `(SELECT attendee, min(starts_at) AS starts_at FROM (${due}) d GROUP BY attendee) d`;
    const asked = [this.clock.today(), this.clock.now(), this.leaves, count, keysOf(toldOtherwise)];
    const learners = await tx.rows<{ id: string }>(
      `SELECT p.id FROM persons p JOIN ${soonest(duePeople(among))} ON d.attendee = p.id
       ORDER BY d.starts_at, p.id LIMIT $4 FOR NO KEY UPDATE OF p SKIP LOCKED`,
      asked,
    );
    const lecturers = await tx.rows<{ id: string }>(
      `SELECT w.id FROM lecturers w JOIN ${soonest(dueTeaching(among))} ON d.attendee = w.id
       ORDER BY d.starts_at, w.id LIMIT $4 FOR NO KEY UPDATE OF w SKIP LOCKED`,
      asked,
    );
    return {
      people: [...learners, ...lecturers].map(({ id }) => id),
      isMore: learners.length === count || lecturers.length === count,
    };
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
       FROM calendar_invitations i JOIN ${appointments} h ON h.id = i.appointment_id WHERE i.mail_id = ANY ($1::uuid[])`,
      [mailIds],
    );
  }

  /** What these mails tell, as it is now, of half-days still to come. */
  async told(tx: Tx, mailIds: readonly string[]): Promise<(DueInvitation & { readonly mailId: string })[]> {
    return tx.rows(
      `SELECT v.*, i.sequence, $2::timestamptz AS changed_at, i.attendee AS person_id, i.method, i.lecturer_id IS NOT NULL AS teaches,
         i.was_known AS is_known, coalesce(a.email, p.email, w.email)::text AS "to", coalesce(p.full_name, w.full_name) AS recipient_name, a.id AS account_id,
         coalesce(a.locale, 'vi') AS locale, address_of(p.standing) AS form_of_address, i.mail_id
       FROM calendar_invitations i JOIN ${appointments} o ON o.id = i.appointment_id
       LEFT JOIN persons p ON p.id = i.person_id LEFT JOIN lecturers w ON w.id = i.lecturer_id
       LEFT JOIN accounts a ON a.person_id = p.id AND a.disabled_at IS NULL
       LEFT JOIN LATERAL (SELECT unit_id FROM enrollments e WHERE e.class_id = o.class_id AND e.person_id = i.person_id
         ORDER BY e.ended_at DESC NULLS FIRST, e.id DESC LIMIT 1) d ON true
       ${appointmentOf('i', 'd.unit_id')}
       WHERE i.mail_id = ANY ($1::uuid[]) AND lower(v.during) > $2 AND (i.method = 'REQUEST' OR i.was_known) AND coalesce(a.email, p.email, w.email) IS NOT NULL
       ORDER BY i.attendee, v.class_id, v.during`,
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
      `WITH due AS (${dueInvitations(amongThem)}), claimed AS (
         INSERT INTO calendar_invitations AS i (person_id, lecturer_id, half_day_id, exam_id, room_id, method, appointment_sequence, sequence, was_known, sent_at)
         SELECT person_id, lecturer_id, half_day_id, exam_id, room_id, method, appointment_sequence, appointment_sequence, is_known, $2 FROM due ORDER BY attendee, appointment_id
         ON CONFLICT ON CONSTRAINT calendar_invitations_once DO UPDATE SET method = excluded.method, sent_at = excluded.sent_at, room_id = excluded.room_id,
           appointment_sequence = excluded.appointment_sequence, was_known = excluded.was_known, called_at = NULL, called_by = NULL, sequence = greatest(excluded.sequence, i.sequence + 1)
           WHERE (i.method, i.appointment_sequence, i.room_id) IS DISTINCT FROM (excluded.method, excluded.appointment_sequence, excluded.room_id)
             OR i.mail_id IN (SELECT id FROM ${refusedMail} refused)
         RETURNING attendee, appointment_id, half_day_id, exam_id, room_id, method, sequence
       )
       SELECT v.*, k.sequence, $2::timestamptz AS changed_at, k.attendee AS person_id, k.method, d.lecturer_id IS NOT NULL AS teaches,
         d.is_known, d.address AS "to", d.full_name AS recipient_name, d.account_id, d.locale,
         address_of((SELECT standing FROM persons WHERE id = k.attendee)) AS form_of_address
       FROM claimed k JOIN due d USING (attendee, appointment_id)
       ${appointmentOf('k', 'd.unit_id')} ORDER BY k.attendee, v.class_id, v.during`,
      [this.clock.today(), this.clock.now(), this.leaves, personIds, classIds, keysOf(toldOtherwise)],
    );
  }

  async noteMails(
    tx: Tx,
    mails: readonly { readonly mailId: string; readonly told: readonly DueInvitation[] }[],
  ): Promise<void> {
    const rows = mails.flatMap(({ mailId, told }) => told.map(({ id, personId }) => ({ id, personId, mailId })));
    await tx.execute(
      `UPDATE calendar_invitations i SET mail_id = v."mailId"
       FROM jsonb_to_recordset($1::jsonb) AS v (id uuid, "personId" uuid, "mailId" uuid) WHERE i.attendee = v."personId" AND i.appointment_id = v.id`,
      [JSON.stringify(rows)],
    );
  }
}

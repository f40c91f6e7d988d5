import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Locale } from '../platform/messages/words';
import { PlatformSettings } from '../platform/settings';
import { type CalendarEvent, eventColumns, eventJoins } from './calendar-events';

/** One half-day one person is to be told of, as it is now. `sequence` is the one of the mail, not of the half-day. */
export interface DueInvitation extends CalendarEvent {
  readonly personId: string;
  readonly classId: string;
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

/**
 * People and half-days still to come whose calendar is not right: not told, told of an older version, or told of one
 * that fell away. Of several enrollments in one class the live one counts, else the last. A calendar knows what a mail
 * that left told it, and not what one told that waits or came back; after one that was refused a person is told once
 * there is another address. Without a mail server (`$4` is false) mail is read where it is kept. `$1` is today, `$2` now.
 */
const due = `
  SELECT e.person_id, e.unit_id, h.id AS half_day_id, h.sequence AS half_day_sequence, told.method, 
    coalesce(CASE WHEN refused.id IS NULL AND (m.delivered_at IS NOT NULL OR NOT $4::boolean) THEN i.method = 'REQUEST' ELSE i.was_known END, false) AS is_known,
    lower(h.during) AS starts_at, coalesce(a.email, p.email)::text AS address, a.id AS account_id, coalesce(a.locale, 'vi') AS locale, p.full_name
  FROM half_days h
  JOIN classes c ON c.id = h.class_id
  JOIN enrollments e ON e.class_id = h.class_id
  CROSS JOIN LATERAL (SELECT CASE WHEN e.ended_at IS NULL AND h.cancelled_at IS NULL AND c.state <> 'cancelled' AND is_for_group(h.group_numbers, e.group_number) THEN 'REQUEST' ELSE 'CANCEL' END AS method) told
  LEFT JOIN calendar_invitations i ON i.person_id = e.person_id AND i.half_day_id = h.id
  LEFT JOIN mail_messages m ON m.id = i.mail_id
  LEFT JOIN ${refusedMail} refused ON refused.id = i.mail_id
  JOIN persons p ON p.id = e.person_id
  LEFT JOIN accounts a ON a.person_id = p.id AND a.disabled_at IS NULL
  WHERE h.day >= $1::date AND lower(h.during) > $2
    AND (h.day < date_trunc('month', $1::date::timestamp) + interval '${monthsAhead} months' OR i.method = 'REQUEST') AND coalesce(a.email, p.email) IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM enrollments o WHERE o.class_id = e.class_id AND o.person_id = e.person_id AND o.id <> e.id
      AND (o.ended_at IS NULL OR (e.ended_at IS NOT NULL AND (o.ended_at, o.id) > (e.ended_at, e.id))))
    AND CASE told.method WHEN 'REQUEST' THEN i.method IS DISTINCT FROM 'REQUEST' OR i.half_day_sequence < h.sequence
      OR refused.to_address <> coalesce(a.email, p.email) ELSE i.method = 'REQUEST' END`;

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
         WHERE i.person_id = p.id AND h.class_id = $1 AND lower(h.during) > $2)
       WHERE p.id IN (SELECT person_id FROM enrollments WHERE class_id = $1) ORDER BY p.sort_name, p.id, m.written_at DESC`,
      [classId, this.clock.now()],
    );
  }

  /** Takes up to `count` people for this transaction alone, the soonest half-day first; those another run holds are passed over. */
  async takePeople(tx: Tx, count: number): Promise<string[]> {
    const people = await tx.rows<{ id: string }>(
      `SELECT p.id FROM persons p JOIN (SELECT person_id, min(starts_at) AS starts_at FROM (${due}) d GROUP BY person_id) d ON d.person_id = p.id
       ORDER BY d.starts_at, p.id LIMIT $3 FOR NO KEY UPDATE OF p SKIP LOCKED`,
      [this.clock.today(), this.clock.now(), count, this.leaves],
    );
    return people.map(({ id }) => id);
  }

  /** Waits for whoever has these people in hand. */
  async holdPeople(tx: Tx, personIds: readonly string[]): Promise<void> {
    await tx.execute(`SELECT FROM persons WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`, [personIds]);
  }

  /** Whom these mails tell, and of which class; nothing of a mail whose half-days a later one tells. */
  async envelopes(tx: Tx, mailIds: readonly string[]): Promise<InvitationEnvelope[]> {
    return tx.rows(
      `SELECT DISTINCT i.mail_id, i.person_id, h.class_id
       FROM calendar_invitations i JOIN half_days h ON h.id = i.half_day_id WHERE i.mail_id = ANY ($1::uuid[])`,
      [mailIds],
    );
  }

  /** What these mails tell, as it is now, of half-days still to come. */
  async told(tx: Tx, mailIds: readonly string[]): Promise<(DueInvitation & { readonly mailId: string })[]> {
    return tx.rows(
      `SELECT ${eventColumns}, i.sequence, $2::timestamptz AS changed_at, i.person_id, h.class_id, i.method,
         i.was_known AS is_known, coalesce(a.email, p.email)::text AS "to", p.full_name AS recipient_name, a.id AS account_id,
         coalesce(a.locale, 'vi') AS locale, i.mail_id
       FROM calendar_invitations i JOIN half_days h ON h.id = i.half_day_id JOIN classes c ON c.id = h.class_id
       JOIN persons p ON p.id = i.person_id LEFT JOIN accounts a ON a.person_id = p.id AND a.disabled_at IS NULL
       CROSS JOIN LATERAL (SELECT unit_id FROM enrollments e WHERE e.class_id = h.class_id AND e.person_id = i.person_id
         ORDER BY e.ended_at DESC NULLS FIRST, e.id DESC LIMIT 1) d
       ${eventJoins('d.unit_id')}
       WHERE i.mail_id = ANY ($1::uuid[]) AND lower(h.during) > $2 AND (i.method = 'REQUEST' OR i.was_known) AND coalesce(a.email, p.email) IS NOT NULL
       ORDER BY i.person_id, h.class_id, h.during`,
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
  ): Promise<DueInvitation[]> {
    return tx.rows(
      `WITH due AS (${due} AND e.person_id = ANY ($3::uuid[])
         AND ($5::uuid[] IS NULL OR (e.person_id, h.class_id) IN (SELECT * FROM unnest($3::uuid[], $5::uuid[])))), claimed AS (
         INSERT INTO calendar_invitations AS i (person_id, half_day_id, method, half_day_sequence, sequence, was_known, sent_at)
         SELECT person_id, half_day_id, method, half_day_sequence, half_day_sequence, is_known, $2 FROM due ORDER BY person_id, half_day_id
         ON CONFLICT ON CONSTRAINT calendar_invitations_once DO UPDATE SET method = excluded.method, sent_at = excluded.sent_at,
           half_day_sequence = excluded.half_day_sequence, was_known = excluded.was_known, sequence = greatest(excluded.sequence, i.sequence + 1)
           WHERE (i.method, i.half_day_sequence) IS DISTINCT FROM (excluded.method, excluded.half_day_sequence)
             OR i.mail_id IN (SELECT id FROM ${refusedMail} refused)
         RETURNING person_id, half_day_id, method, sequence
       )
       SELECT ${eventColumns}, x.sequence, $2::timestamptz AS changed_at, x.person_id, h.class_id, x.method,
         d.is_known, d.address AS "to", d.full_name AS recipient_name, d.account_id, d.locale
       FROM claimed x JOIN due d USING (person_id, half_day_id) JOIN half_days h ON h.id = x.half_day_id JOIN classes c ON c.id = h.class_id
       ${eventJoins('d.unit_id')} ORDER BY x.person_id, h.class_id, h.during`,
      [this.clock.today(), this.clock.now(), personIds, this.leaves, classIds],
    );
  }

  async noteMails(
    tx: Tx,
    mails: readonly { readonly mailId: string; readonly told: readonly DueInvitation[] }[],
  ): Promise<void> {
    const rows = mails.flatMap(({ mailId, told }) => told.map(({ id, personId }) => ({ id, personId, mailId })));
    await tx.execute(
      `UPDATE calendar_invitations i SET mail_id = v."mailId"
       FROM jsonb_to_recordset($1::jsonb) AS v (id uuid, "personId" uuid, "mailId" uuid) WHERE i.person_id = v."personId" AND i.half_day_id = v.id`,
      [JSON.stringify(rows)],
    );
  }
}

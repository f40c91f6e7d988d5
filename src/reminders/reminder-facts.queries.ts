import { Injectable } from '@nestjs/common';
import type { DayPart } from '../classes/day-parts';
import { Clock, type Day } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import type { Locale } from '../platform/messages/words';
import {
  answeredNone,
  callOpening,
  dayOfMoment,
  firstHalfDay,
  managersOf,
  reviewer,
  sentNominations,
  waitingSince,
  waitsForReview,
} from './reminder-candidates';
import type { ReminderRule } from './reminder-rules';

/** A change of a half-day, and the half-day as it is now. Moments as JSON writes them. */
export interface TimetableChangeFacts {
  readonly halfDayId: string;
  readonly kind: 'added' | 'moved' | 'cancelled';
  /** How many were added at once. */
  readonly halfDays: number;
  readonly was: { readonly part: DayPart; readonly startsAt: string; readonly endsAt: string } | null;
  readonly now: { readonly part: DayPart; readonly startsAt: string; readonly endsAt: string };
  readonly isCancelled: boolean;
  readonly roomName: string | null;
  readonly lecturerName: string | null;
  readonly reason: string | null;
  readonly overAt: string;
}

/** A due reminder with the world as it is now: what decides whether it still applies, and what its mail says. */
export interface ReminderFacts {
  readonly id: string;
  readonly rule: ReminderRule;
  readonly ruleIsOn: boolean;
  readonly tooLateAfterDays: number;
  readonly dueOn: Day;
  /** The day the rule counted from when the reminder was planned. */
  readonly anchor: Day;

  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly classState: string;
  readonly opensOn: Day;
  /** The first half-day; null while the timetable is empty. */
  readonly startsAt: Date | null;
  readonly place: string | null;
  readonly callClosesAt: Date | null;

  /** Where it goes: the account's address, else the person's; null when there is none. */
  readonly to: string | null;
  readonly recipient: string;
  readonly recipientName: string;
  readonly accountId: string | null;
  readonly locale: Locale;

  /** Whether the recipient is still the one to tell: in charge of the unit, or enrolled. */
  readonly isConcerned: boolean;
  /** Whether the day counted from is still that day. */
  readonly isSameDay: boolean;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly seats: number;
  readonly freeSeats: number;
  readonly nominated: number;
  readonly drafts: number;
  readonly hasAnsweredNone: boolean;

  readonly nomineeName: string | null;
  readonly nominationState: string | null;
  readonly returnReason: string | null;
  readonly correctBy: Day | null;
  /** What changed in the timetable; null under the other rules. */
  readonly change: TimetableChangeFacts | null;
  /** Nominations of that day that still wait for this recipient. */
  readonly waiting: number;
}

const anchor = `(r.due_on + r.days_before)`;
const seatsOfUnit = (more = '') =>
  `(SELECT count(*) FROM seats s WHERE s.class_id = c.id AND s.unit_id = r.unit_id ${more})::int`;
const reaches = (role: string, unit: string) => `
  EXISTS (SELECT 1 FROM grants_in_force($1::date) g WHERE g.account_id = r.account_id AND g.role = ${role}
    AND ${unit} IN (SELECT units_below(g.unit_id, $1::date)))`;

const facts = `
  SELECT r.id, r.rule, rule.enabled AS "ruleIsOn", rule.too_late_after_days AS "tooLateAfterDays", r.due_on AS "dueOn", ${anchor} AS anchor,
    c.id AS "classId", c.code AS "classCode", c.name AS "className", c.state AS "classState", c.opens_on AS "opensOn",
    lower(h.during) AS "startsAt", coalesce(
      (SELECT concat_ws(', ', s.name, s.address) FROM obliged_units o JOIN sites s ON s.id = o.site_id WHERE o.class_id = c.id AND o.unit_id = r.unit_id),
      (SELECT concat_ws(', ', m.name, m.address) FROM rooms m WHERE m.id = coalesce(h.room_id, c.room_id))) AS place,
    c.call_closes_at AS "callClosesAt",
    coalesce(a.email::text, p.email::text) AS "to", r.recipient, coalesce(p.full_name, a.name) AS "recipientName", a.id AS "accountId",
    coalesce(a.locale, 'vi') AS locale,
    CASE r.rule
      WHEN 'class_near' THEN EXISTS (SELECT 1 FROM enrollments e WHERE e.class_id = c.id AND e.person_id = r.person_id AND e.ended_at IS NULL)
      WHEN 'review_waiting' THEN a.id IS NOT NULL
      WHEN 'timetable_changed' THEN CASE WHEN r.person_id IS NOT NULL
        THEN EXISTS (SELECT 1 FROM enrollments e WHERE e.class_id = c.id AND e.person_id = r.person_id AND e.ended_at IS NULL)
        ELSE EXISTS (SELECT 1 FROM ${managersOf('c.id')} g WHERE g.account_id = r.account_id) END
      ELSE a.id IS NOT NULL AND ${reaches(`'unit_secretary'`, 'r.unit_id')} END AS "isConcerned",
    CASE r.rule
      WHEN 'call_opened' THEN ${callOpening} = ${anchor}
      WHEN 'deadline_near' THEN ${dayOfMoment('c.call_closes_at')} = ${anchor}
      WHEN 'class_near' THEN c.opens_on = ${anchor}
      WHEN 'nomination_returned' THEN strpos(r.occurrence, concat_ws(':', n.id, extract(epoch FROM n.decided_at))) = 1
      ELSE true END AS "isSameDay",
    r.unit_id AS "unitId", unit_name_on(r.unit_id, $1) AS "unitName",
    ${seatsOfUnit()} AS seats, ${seatsOfUnit('AND s.nomination_id IS NULL')} AS "freeSeats",
    ${sentNominations('r.unit_id')}::int AS nominated,
    (SELECT count(*) FROM nominations d WHERE d.class_id = c.id AND d.unit_id = r.unit_id AND d.state = 'draft')::int AS drafts,
    ${answeredNone('r.unit_id')} AS "hasAnsweredNone",
    t.change, nominee.full_name AS "nomineeName", n.state AS "nominationState", n.reason AS "returnReason", n.correct_by AS "correctBy",
    CASE WHEN r.rule = 'review_waiting' THEN (
      SELECT count(*) FROM nominations n JOIN courses co ON co.id = c.course_id
      WHERE n.class_id = c.id AND ${waitsForReview} AND ${waitingSince} = ${anchor} AND ${reaches(`(${reviewer})`, 'n.unit_id')}
    )::int ELSE 0 END AS waiting
  FROM reminders r
  JOIN reminder_rules rule ON rule.code = r.rule
  JOIN classes c ON c.id = r.class_id
  LEFT JOIN LATERAL ${firstHalfDay} h ON true
  LEFT JOIN persons p ON p.id = r.person_id
  LEFT JOIN accounts a ON a.disabled_at IS NULL AND (a.id = r.account_id OR a.person_id = r.person_id)
  LEFT JOIN nominations n ON n.id = r.nomination_id
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('halfDayId', d.id, 'kind', t.kind, 'halfDays', t.half_days, 'reason', t.reason,
        'was', CASE WHEN t.was_during IS NOT NULL
          THEN jsonb_build_object('part', t.was_part, 'startsAt', lower(t.was_during), 'endsAt', upper(t.was_during)) END,
        'now', jsonb_build_object('part', d.part, 'startsAt', lower(d.during), 'endsAt', upper(d.during)),
        'isCancelled', d.cancelled_at IS NOT NULL, 'roomName', m.name, 'lecturerName', l.full_name,
        'overAt', t.over_at) AS change, t.sequence
    FROM timetable_changes t JOIN half_days d ON d.id = t.half_day_id
    LEFT JOIN rooms m ON m.id = d.room_id LEFT JOIN lecturers l ON l.id = d.lecturer_id
    WHERE t.id = CASE WHEN r.rule = 'timetable_changed' THEN split_part(r.occurrence, ':', 2)::uuid END
  ) t ON true
  LEFT JOIN persons nominee ON nominee.id = n.person_id
  WHERE r.id = ANY ($2::uuid[])
  ORDER BY r.class_id, r.rule, r.recipient, r.unit_id, r.due_on, "nomineeName", t.sequence`;

@Injectable()
export class ReminderFactsQueries {
  constructor(private readonly clock: Clock) {}

  /** Takes up to `count` due reminders for this transaction alone; those another sender holds are passed over. */
  async takeDue(tx: Tx, count: number): Promise<ReminderFacts[]> {
    const today = this.clock.today();
    const taken: { id: string }[] = await tx.query(
      `SELECT id FROM reminders WHERE state = 'due' AND due_on <= $1 ORDER BY due_on, id LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [today, count],
    );
    return tx.query(facts, [today, taken.map(({ id }) => id)]);
  }
}

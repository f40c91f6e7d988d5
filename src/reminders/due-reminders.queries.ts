import { Injectable } from '@nestjs/common';
import { addDays } from '../platform/clock';
import { tryLockAlone } from '../platform/database/advisory-locks';
import type { Tx } from '../platform/database/database';
import type { Moment } from './reminder';
import type { DueReminder } from './rules/definition';
import { reminderDefinitions } from './rules/definitions';
import { digestOf, type ReminderHours } from '../platform/reminder-hours';
import type { ReminderRule } from './rules/rule';
import { addressOf, firstHalfDay, placeOf, startOfDay } from './rules/sql';

interface Taken {
  readonly id: string;
  readonly rule: ReminderRule;
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly classId: string | null;
}

/** A reminder that was written and has not left. */
export interface MailedReminder extends DueReminder {
  readonly mailId: string;
}

/** A lecturer of a message stands as a person: both have an address and no grants. */
const columns = `r.id, r.rule, r.account_id, coalesce(r.person_id, r.lecturer_id) AS person_id, r.class_id`;
const waiting = `
  reminders r JOIN reminder_rules rule ON rule.code = r.rule
  LEFT JOIN classes c ON c.id = r.class_id
  LEFT JOIN reminder_rule_exceptions of_class ON of_class.rule = r.rule AND of_class.class_id = c.id
  LEFT JOIN reminder_rule_exceptions of_course ON of_course.rule = r.rule AND of_course.course_id = c.course_id
  LEFT JOIN accounts a ON a.id = r.account_id
  LEFT JOIN reminder_choices choice ON choice.chooser = coalesce(a.person_id, r.recipient)
  LEFT JOIN reminder_digests d ON d.account_id = r.account_id AND d.day = $1
  WHERE r.state = 'due' AND r.due_on <= $1`;
const tooLateAfterDays = `coalesce(of_class.too_late_after_days, of_course.too_late_after_days, rule.too_late_after_days)`;
/** What stands in the recipient's one mail of the day. */
const inDigest = `(r.account_id IS NOT NULL AND r.resend_of IS NULL AND NOT rule.urgent AND coalesce(choice.digest, true))`;
/** What the next mail of the day would tell too late. */
const cannotWait = `least(r.over_at, ${startOfDay(`r.due_on + ${tooLateAfterDays} + 1`)})
  <= CASE WHEN d.account_id IS NULL THEN $2::timestamptz ELSE $3::timestamptz END`;

/** Due reminders, taken for one transaction alone; those another sender holds are passed over. */
@Injectable()
export class DueRemindersQueries {
  /** Those that are told by themselves, up to `count`. In quiet hours only what cannot wait for their end. */
  async takeSingle(tx: Tx, moment: Moment, hours: ReminderHours, count: number): Promise<DueReminder[]> {
    const { today, now, quietUntil } = moment;
    const taken = await tx.rows<Taken>(
      `SELECT ${columns} FROM ${waiting} AND (NOT ${inDigest} OR ${cannotWait}) AND coalesce(r.not_before <= $6, true) AND ($4::timestamptz IS NULL OR r.over_at <= $4)
       ORDER BY r.due_on, r.id LIMIT $5 FOR UPDATE OF r SKIP LOCKED`,
      [today, digestOf(hours, today), digestOf(hours, addDays(today, 1)), quietUntil, count, now],
    );
    return this.asTheyAre(tx, moment, taken);
  }

  /**
   * Those of up to `count` accounts whose mail of the day is to be written. One sender at a time does this, because a
   * recipient's reminders must come into one hand; another finds nothing.
   */
  async takeForDigests(tx: Tx, moment: Moment, count: number): Promise<DueReminder[]> {
    const { mine } = await tx.row<{ mine: boolean }>(`SELECT ${tryLockAlone("'mails of the day'")} AS mine`);
    if (!mine) return [];
    const taken = await tx.rows<Taken>(
      `SELECT ${columns} FROM ${waiting} AND ${inDigest} AND d.account_id IS NULL AND r.account_id IN (
         SELECT r.account_id FROM ${waiting} AND ${inDigest} AND d.account_id IS NULL GROUP BY r.account_id ORDER BY r.account_id LIMIT $2)
       ORDER BY r.due_on, r.id FOR UPDATE OF r SKIP LOCKED`,
      [moment.today, count],
    );
    return this.asTheyAre(tx, moment, taken);
  }

  /** What these mails tell, with the world as it is now. */
  async ofMails(tx: Tx, moment: Moment, mailIds: readonly string[]): Promise<MailedReminder[]> {
    const taken = await tx.rows<Taken & { mailId: string }>(
      `SELECT ${columns}, r.mail_id FROM reminders r WHERE r.mail_id = ANY ($1::uuid[]) AND r.state = 'written'
       ORDER BY r.due_on, r.id FOR UPDATE`,
      [mailIds],
    );
    const reminders = await this.asTheyAre(tx, moment, taken);
    return reminders.map((reminder, at) => ({ ...reminder, mailId: taken[at]!.mailId }));
  }

  /** Whom a message to a class would be told, with the world as it is now. */
  async ofMessage(tx: Tx, moment: Moment, messageId: string): Promise<DueReminder[]> {
    const lines = await tx.rows<Taken>(
      `SELECT ${columns} FROM reminders r WHERE r.rule = 'class_message' AND split_part(r.occurrence, ':', 1) = $1 ORDER BY r.id`,
      [messageId],
    );
    return this.asTheyAre(tx, moment, lines);
  }

  /** The same reminders with the world as it is now, in their order. */
  private async asTheyAre(tx: Tx, moment: Moment, taken: readonly Taken[]): Promise<DueReminder[]> {
    await this.awaitTakenBack(tx, taken);
    const found = new Map<string, DueReminder>();
    for (const rule of new Set(taken.map(({ rule }) => rule))) {
      const ofRule = taken.filter((one) => one.rule === rule);
      for (const reminder of await this.ofRule(tx, moment, rule, ofRule)) found.set(reminder.id, reminder);
    }
    return taken.map(({ id }) => found.get(id)!);
  }

  /** A decision is being taken back or it is told, never both: whoever takes it back has its nomination alone until it is. */
  private async awaitTakenBack(tx: Tx, taken: readonly Taken[]): Promise<void> {
    if (taken.length === 0) return;
    await tx.execute(
      `SELECT FROM nominations n WHERE n.id IN (
         SELECT h.id FROM decisions_held d JOIN nominations h ON h.id IN (d.nomination_id, d.promoted_id)
         JOIN reminders r ON r.nomination_id = h.id OR (r.person_id = h.person_id AND r.class_id = h.class_id)
         WHERE r.id = ANY ($1::uuid[])) ORDER BY n.id FOR KEY SHARE`,
      [taken.map(({ id }) => id)],
    );
  }

  private async ofRule(
    tx: Tx,
    { today, now }: Moment,
    rule: ReminderRule,
    taken: readonly Taken[],
  ): Promise<DueReminder[]> {
    const each = (pick: (one: Taken) => string | null) => [...new Set(taken.flatMap((one) => pick(one) ?? []))];
    return tx.rows(dueReminders(rule), [
      today,
      now,
      each(({ id }) => id),
      each(({ accountId }) => accountId),
      each(({ personId }) => personId),
      each(({ classId }) => classId),
    ]);
  }
}

/**
 * The candidates are asked for those recipients (`$4` accounts, `$5` persons) and classes (`$6`) alone, so that a large
 * class is not gone through again and again. What was sent again is about the same occurrence.
 * @param lines where the lines `r` come from, and which of them: those of the ledger with the ids `$3` unless told
 */
export function dueReminders(
  rule: ReminderRule,
  { lines, which } = { lines: 'reminders', which: 'r.id = ANY ($3::uuid[])' },
): string {
  const { candidates, whyNot, facts } = reminderDefinitions[rule];
  return `
    SELECT r.id, r.rule, coalesce(of_class.enabled, of_course.enabled, rule.enabled) AS rule_is_on, rule.urgent, rule.duty,
      ${tooLateAfterDays} AS too_late_after_days, r.days_before, r.due_on, r.anchor,
      k.subject IS NOT NULL AS applies, CASE WHEN k.subject IS NULL THEN (${whyNot}) END AS why_not,
      nullif(coalesce(k.over_at, r.over_at), 'infinity') AS over_at,
      c.id AS class_id, c.code AS class_code, c.name AS class_name, c.opens_on, lower(h.during) AS starts_at,
      ${placeOf('h')} AS place, ${addressOf('h')} AS address, r.unit_id, unit_name_on(r.unit_id, $1) AS unit_name,
      coalesce(a.email::text, p.email::text, taught.email::text) AS "to", r.recipient, coalesce(a.person_id, r.recipient) AS chooser, coalesce(p.full_name, a.name, taught.full_name) AS recipient_name, a.id AS account_id,
      coalesce(a.locale, 'vi') AS locale,
      address_of((SELECT standing FROM persons WHERE id = coalesce(a.person_id, p.id))) AS form_of_address, coalesce(choice.mail, true) AS by_mail, coalesce(choice.notice, true) AS by_notice,
      CASE WHEN k.subject IS NOT NULL THEN ${facts} END AS facts
    FROM ${lines} r
    JOIN reminder_rules rule ON rule.code = r.rule
    LEFT JOIN classes c ON c.id = r.class_id
    LEFT JOIN reminder_rule_exceptions of_class ON of_class.rule = r.rule AND of_class.class_id = c.id
    LEFT JOIN reminder_rule_exceptions of_course ON of_course.rule = r.rule AND of_course.course_id = c.course_id
    LEFT JOIN LATERAL ${firstHalfDay} h ON true
    LEFT JOIN persons p ON p.id = r.person_id
    LEFT JOIN lecturers taught ON taught.id = r.lecturer_id
    LEFT JOIN accounts a ON a.disabled_at IS NULL AND (a.id = r.account_id OR a.person_id = r.person_id)
    LEFT JOIN reminder_choices choice ON choice.chooser = coalesce(a.person_id, r.recipient)
    LEFT JOIN nominations n ON n.id = r.nomination_id
    LEFT JOIN (
      SELECT * FROM (${candidates}) q
      WHERE (q.account_id = ANY ($4::uuid[]) OR q.person_id = ANY ($5::uuid[])) AND (q.class_id IS NULL OR q.class_id = ANY ($6::uuid[]))
    ) k ON coalesce(k.account_id, k.person_id) = r.recipient AND concat_ws(':', k.subject, k.anchor, r.days_before) = regexp_replace(r.occurrence, '#[0-9]+$', '')
    WHERE ${which} AND $2::timestamptz IS NOT NULL`;
}

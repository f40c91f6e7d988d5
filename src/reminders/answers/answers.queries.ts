import { Injectable } from '@nestjs/common';
import { addDays, Clock, momentAt } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { DueReminder } from '../rules/definition';
import { reminderDefinitions } from '../rules/definitions';
import { dueReminders } from '../due-reminders.queries';
import type { ReminderReason, ReminderRule } from '../rules/rule';

/** Somebody who may be told: a person, their account, or an account that is no person. */
export interface Somebody {
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly name: string;
}

/** A call that opens next year is not among today's candidates, so they are asked for as of later. */
const daysAhead = 366;

const whereAsked = `(k.account_id = ANY ($4::uuid[]) OR k.person_id = ANY ($5::uuid[])) AND (k.class_id IS NULL OR k.class_id = ANY ($6::uuid[]))`;

/** What a rule would write into the ledger for them, planned or not: a line for each of its days. */
const linesToCome = (rule: ReminderRule) => `(
  SELECT gen_random_uuid() AS id, w.code AS rule, k.account_id, k.person_id, NULL::uuid AS lecturer_id, coalesce(k.account_id, k.person_id) AS recipient,
    concat_ws(':', k.subject, k.anchor, days) AS occurrence, k.class_id, k.unit_id, k.nomination_id, days AS days_before,
    CASE WHEN w.working_days THEN working_day_near(k.anchor - days, days <= 0) ELSE k.anchor - days END AS due_on, k.anchor, k.over_at
  FROM (${reminderDefinitions[rule].candidates}) k
  JOIN reminder_rules w ON w.code = '${rule}'
  LEFT JOIN classes e ON e.id = k.class_id
  LEFT JOIN reminder_rule_exceptions x ON x.rule = w.code AND x.class_id = e.id
  LEFT JOIN reminder_rule_exceptions y ON y.rule = w.code AND y.course_id = e.course_id
  CROSS JOIN unnest(coalesce(x.days_before, y.days_before, w.days_before)) days
  WHERE ${whereAsked} AND $3::uuid[] IS NOT NULL)`;

/** The line the rule would not write, as if it had: the unit is one of theirs with seats in the class, if there is one. */
const lineThatIsNot = (rule: ReminderRule) => `(
  SELECT gen_random_uuid() AS id, '${rule}'::text AS rule, s.account_id, s.person_id, NULL::uuid AS lecturer_id, coalesce(s.account_id, s.person_id) AS recipient,
    NULL::text AS occurrence, s.class_id, coalesce(
      (SELECT seats.unit_id FROM seats WHERE seats.class_id = s.class_id AND seats.unit_id IN (
         SELECT units_below(g.unit_id, $1::date) FROM grants_in_force($1::date) g WHERE g.account_id = s.account_id AND g.role = 'unit_secretary') LIMIT 1),
      (SELECT min(g.unit_id::text)::uuid FROM grants_in_force($1::date) g WHERE g.account_id = s.account_id AND g.role = 'unit_secretary'),
      (SELECT unit_id FROM persons WHERE id = s.person_id)) AS unit_id,
    NULL::uuid AS nomination_id, 0 AS days_before, $1::date AS due_on, NULL::date AS anchor, 'infinity'::timestamptz AS over_at
  FROM (SELECT ($4::uuid[])[1] AS account_id, ($5::uuid[])[1] AS person_id, ($6::uuid[])[1] AS class_id) s WHERE $3::uuid[] IS NOT NULL)`;

@Injectable()
export class ReminderAnswersQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The person of a name and their account, if they have one in use. */
  async person(personId: string): Promise<Somebody | null> {
    const [row] = await this.database.read<Somebody>(
      `SELECT p.id AS person_id, a.id AS account_id, p.full_name AS name FROM persons p
       LEFT JOIN accounts a ON a.person_id = p.id AND a.disabled_at IS NULL WHERE p.id = $1`,
      [personId],
    );
    return row ?? null;
  }

  /** What the rule would tell them, the earliest first. @param classId about this class only; null asks about all */
  async toCome(rule: ReminderRule, who: Somebody, classId: string | null): Promise<DueReminder[]> {
    const classIds = classId ? [classId] : await this.classesOf(rule, who);
    const lines = await this.ask(rule, who, classIds, linesToCome(rule));
    const about = lines.filter((line) => classId === null || line.classId === classId);
    return about.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  }

  /** Why the rule does not tell them, where it can say so. */
  async whyNot(rule: ReminderRule, who: Somebody, classId: string | null): Promise<ReminderReason | null> {
    const [line] = await this.ask(rule, who, classId ? [classId] : [], lineThatIsNot(rule));
    return line?.whyNot ?? null;
  }

  /** Somebody the rule would tell about a class: whose facts show what its words become. */
  async exampleIn(rule: ReminderRule, classId: string): Promise<DueReminder | null> {
    const [row] = await this.database.read<Omit<Somebody, 'name'>>(
      `SELECT k.account_id, k.person_id FROM (${reminderDefinitions[rule].candidates}) k
       WHERE k.class_id = $3 AND $2::timestamptz IS NOT NULL AND $1::date IS NOT NULL LIMIT 1`,
      [this.clock.today(), this.later(), classId],
    );
    const [line] = row ? await this.toCome(rule, { ...row, name: '' }, classId) : [];
    return line ?? null;
  }

  private async classesOf(rule: ReminderRule, { accountId, personId }: Somebody): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      `SELECT DISTINCT k.class_id AS id FROM (${reminderDefinitions[rule].candidates}) k
       WHERE (k.account_id = $3 OR k.person_id = $4) AND k.class_id IS NOT NULL AND $2::timestamptz IS NOT NULL AND $1::date IS NOT NULL`,
      [this.clock.today(), this.later(), accountId, personId],
    );
    return rows.map(({ id }) => id);
  }

  private ask(rule: ReminderRule, { accountId, personId }: Somebody, classIds: readonly string[], lines: string) {
    const some = (id: string | null) => (id === null ? [] : [id]);
    return this.database.read<DueReminder>(dueReminders(rule, { lines, which: 'true' }), [
      this.clock.today(),
      this.later(),
      [],
      some(accountId),
      some(personId),
      classIds,
    ]);
  }

  private later(): Date {
    return momentAt(addDays(this.clock.today(), daysAhead));
  }
}

import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database';
import type { ReminderRule } from '../rules/rule';
import { reminderRules } from '../rules/rule';
import type { RuleException, RuleInForce, RuleSettings } from './settings';

/** Where a rule may be otherwise than everywhere. */
export type Place = { readonly courseId: string } | { readonly classId: string };

export interface PlacedException extends RuleException {
  readonly rule: ReminderRule;
  readonly courseId: string | null;
  readonly classId: string | null;
  readonly placeName: string;
}

const inOrder = (one: { readonly rule: ReminderRule }, other: { readonly rule: ReminderRule }) =>
  reminderRules.indexOf(one.rule) - reminderRules.indexOf(other.rule);

const settings = `rule.code AS rule, rule.urgent, rule.duty, rule.working_days`;

@Injectable()
export class RuleSettingsQueries {
  constructor(private readonly database: Database) {}

  async everywhere(): Promise<RuleSettings[]> {
    const rows = await this.database.read<RuleSettings>(
      `SELECT ${settings}, rule.days_before, rule.enabled, rule.too_late_after_days FROM reminder_rules rule`,
    );
    return rows.toSorted(inOrder);
  }

  /** What is in force in one course or class, part by part: the class's own word, else its course's, else that of everywhere. */
  async inForce(place: Place, tx?: Tx): Promise<RuleInForce[]> {
    const [classId, courseId] = 'classId' in place ? [place.classId, null] : [null, place.courseId];
    const part = (name: string, as: string) => `
      coalesce(k.${name}, o.${name}, rule.${name}) AS "${as}",
      CASE WHEN k.${name} IS NOT NULL THEN 'class' WHEN o.${name} IS NOT NULL THEN 'course' ELSE 'everywhere' END AS "${as}From"`;
    type Row = RuleSettings & Record<`${keyof RuleException}From`, RuleInForce['from']['enabled']>;
    const rows = await this.database.read<Row>(
      `SELECT ${settings}, ${part('days_before', 'daysBefore')}, ${part('enabled', 'enabled')}, ${part('too_late_after_days', 'tooLateAfterDays')}
       FROM reminder_rules rule
       LEFT JOIN reminder_rule_exceptions k ON k.rule = rule.code AND k.class_id = $1
       LEFT JOIN reminder_rule_exceptions o ON o.rule = rule.code
         AND o.course_id = coalesce($2::uuid, (SELECT course_id FROM classes WHERE id = $1))`,
      [classId, courseId],
      ...(tx ? [tx] : []),
    );
    return rows.toSorted(inOrder).map(({ daysBeforeFrom, enabledFrom, tooLateAfterDaysFrom, ...row }) => ({
      ...row,
      from: { daysBefore: daysBeforeFrom, enabled: enabledFrom, tooLateAfterDays: tooLateAfterDaysFrom },
    }));
  }

  /** Courses first, then the latest classes; at most 100. */
  async exceptions(rule: ReminderRule | null): Promise<PlacedException[]> {
    return this.database.read<PlacedException>(
      `SELECT x.rule, x.course_id, x.class_id, coalesce(o.name_vi, c.name || ' (' || c.code || ')') AS place_name,
         x.days_before, x.enabled, x.too_late_after_days
       FROM reminder_rule_exceptions x LEFT JOIN courses o ON o.id = x.course_id LEFT JOIN classes c ON c.id = x.class_id
       WHERE $1::text IS NULL OR x.rule = $1 ORDER BY x.class_id IS NOT NULL, o.position, c.opens_on DESC, x.rule LIMIT 100`,
      [rule],
    );
  }

  /** What one place says of a rule itself; null when it says nothing. */
  async exception(rule: ReminderRule, place: Place): Promise<RuleException | null> {
    const { courseId, classId } = { courseId: null, classId: null, ...place };
    const [row] = await this.database.read<RuleException>(
      `SELECT days_before, enabled, too_late_after_days FROM reminder_rule_exceptions
       WHERE rule = $1 AND course_id IS NOT DISTINCT FROM $2::uuid AND class_id IS NOT DISTINCT FROM $3::uuid`,
      [rule, courseId, classId],
    );
    return row ?? null;
  }
}

import { Injectable } from '@nestjs/common';
import type { ClassReminders } from '../../classes/clones/class-reminders';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { InvalidInput, NotAllowed } from '../../platform/problems/refusals';
import type { ReminderRule } from '../rules/rule';
import { mayManageReminders } from '../reminders.policy';
import { type RuleException, type RuleSettings, wrongDays } from './settings';
import type { Place } from './settings.queries';
import { settingActions } from './settings.words';

/** Days and switches of the rules, everywhere and where they differ. They hold from the next planning on. */
@Injectable()
export class RuleSettingsService implements ClassReminders {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws NotAllowed | InvalidInput for days that make no sense for the rule */
  async change(actor: Actor, { rule, ...wanted }: RuleSettings, reason: string): Promise<void> {
    assertMayChange(actor, rule, wanted.daysBefore);
    await this.database.inTransaction(async (tx) => {
      const was = await tx.rows<Record<string, unknown>>(
        `SELECT id, days_before, enabled, too_late_after_days, urgent, duty, working_days
         FROM reminder_rules WHERE code = $1 FOR UPDATE`,
        [rule],
      );
      await tx.execute(
        `UPDATE reminder_rules SET days_before = $2, enabled = $3, too_late_after_days = $4, urgent = $5, duty = $6, working_days = $7 WHERE code = $1`,
        [
          rule,
          wanted.daysBefore,
          wanted.enabled,
          wanted.tooLateAfterDays,
          wanted.urgent,
          wanted.duty,
          wanted.workingDays,
        ],
      );
      const { id, ...before } = was[0]!;
      await this.journal.write(tx, actor, {
        action: settingActions.rule_changed,
        subject: { type: 'reminder_rule', id: String(id) },
        reason,
        facts: { rule, was: before, now: wanted },
      });
    });
  }

  /** What is all null ends the exception. @throws NotAllowed | InvalidInput */
  async except(
    actor: Actor,
    rule: ReminderRule,
    place: Place,
    exception: RuleException,
    reason: string,
  ): Promise<void> {
    assertMayChange(actor, rule, exception.daysBefore ?? []);
    const { daysBefore, enabled, tooLateAfterDays } = exception;
    const isNone = daysBefore === null && enabled === null && tooLateAfterDays === null;
    await this.database.inTransaction(async (tx) => {
      if (isNone) await this.end(tx, rule, place);
      else await this.set(tx, actor, rule, place, exception);
      const placed = 'classId' in place;
      await this.journal.write(tx, actor, {
        action: isNone ? settingActions.exception_ended : settingActions.exception_set,
        subject: placed ? { type: 'class', id: place.classId } : { type: 'course', id: place.courseId },
        classId: placed ? place.classId : null,
        reason,
        facts: { rule, ...exception },
      });
    });
  }

  async copyWith(tx: Tx, actor: Actor, fromClassId: string, toClassId: string): Promise<void> {
    const copied = await tx.rows<RuleException & { rule: ReminderRule }>(
      `INSERT INTO reminder_rule_exceptions (rule, class_id, days_before, enabled, too_late_after_days, set_at, set_by)
       SELECT rule, $2, days_before, enabled, too_late_after_days, $3, $4 FROM reminder_rule_exceptions WHERE class_id = $1
       RETURNING rule, days_before, enabled, too_late_after_days`,
      [fromClassId, toClassId, this.clock.now(), actor.accountId],
    );
    await this.journal.write(
      tx,
      actor,
      ...copied.map((exception) => ({
        action: settingActions.exception_set,
        subject: { type: 'class', id: toClassId },
        classId: toClassId,
        facts: { ...exception },
      })),
    );
  }

  async exceptionsOf(tx: Tx, classId: string): Promise<number> {
    const { count } = await tx.row<{ count: number }>(
      `SELECT count(*) FROM reminder_rule_exceptions WHERE class_id = $1`,
      [classId],
    );
    return count;
  }

  private async set(tx: Tx, actor: Actor, rule: ReminderRule, place: Place, exception: RuleException): Promise<void> {
    const { courseId, classId } = { courseId: null, classId: null, ...place };
    const { daysBefore, enabled, tooLateAfterDays } = exception;
    await tx.execute(
      `INSERT INTO reminder_rule_exceptions (rule, course_id, class_id, days_before, enabled, too_late_after_days, set_at, set_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT ON CONSTRAINT reminder_rule_exceptions_once DO UPDATE SET days_before = excluded.days_before, enabled = excluded.enabled,
         too_late_after_days = excluded.too_late_after_days, set_at = excluded.set_at, set_by = excluded.set_by`,
      [rule, courseId, classId, daysBefore, enabled, tooLateAfterDays, this.clock.now(), actor.accountId],
    );
  }

  private async end(tx: Tx, rule: ReminderRule, place: Place): Promise<void> {
    const { courseId, classId } = { courseId: null, classId: null, ...place };
    await tx.execute(
      `DELETE FROM reminder_rule_exceptions WHERE rule = $1 AND course_id IS NOT DISTINCT FROM $2::uuid AND class_id IS NOT DISTINCT FROM $3::uuid`,
      [rule, courseId, classId],
    );
  }
}

function assertMayChange(actor: Actor, rule: ReminderRule, days: readonly number[]): void {
  if (!mayManageReminders(actor)) throw new NotAllowed();
  const wrong = wrongDays(rule, days);
  if (wrong) throw new InvalidInput([wrong]);
}

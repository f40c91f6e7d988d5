import type { FieldError } from '../../platform/problems/refusal';
import { daysLookedBack, essayDaysChased, halfDaysLookedAhead } from '../rules/sql';
import type { ReminderRule } from '../rules/rule';

export type SettingSource = 'everywhere' | 'course' | 'class';

/** What one course or class has otherwise than everywhere; null stays as it is everywhere. */
export interface RuleException {
  readonly daysBefore: readonly number[] | null;
  readonly enabled: boolean | null;
  readonly tooLateAfterDays: number | null;
}

/** A rule as it is everywhere. */
export interface RuleSettings {
  readonly rule: ReminderRule;
  /** Days before the day the rule looks at; negative ones lie after it. */
  readonly daysBefore: readonly number[];
  readonly enabled: boolean;
  /** So many days after the day it was due it is not sent any more. */
  readonly tooLateAfterDays: number;
  readonly urgent: boolean;
  readonly duty: boolean;
  readonly workingDays: boolean;
}

/** What is in force in one place, and where each part of it was decided. */
export interface RuleInForce extends RuleSettings {
  readonly from: Readonly<Record<keyof RuleException, SettingSource>>;
}

const [ahead, waiting] = [
  [0, 60],
  [-60, -1],
] as const;
/** What happened is told of for as long as the rules look back. */
const happened = [-daysLookedBack, 0] as const;

/** Before what is to come, after what happened, and never so far that the rule's own query finds nothing. */
const dayLimits: Readonly<Record<ReminderRule, readonly [number, number]>> = {
  call_opened: happened,
  deadline_near: ahead,
  deadline_passed: [-daysLookedBack, -1],
  nomination_accepted: happened,
  nomination_reserve: happened,
  nomination_promoted: happened,
  nomination_rejected: happened,
  nomination_returned: [-60, 0],
  nominee_left: [-60, 0],
  endorsement_waiting: waiting,
  review_waiting: waiting,
  review_overdue: waiting,
  class_near: ahead,
  half_day_near: [0, halfDaysLookedAhead],
  timetable_changed: happened,
  exam_near: [0, halfDaysLookedAhead],
  exam_changed: happened,
  class_cancelled: happened,
  cancellation_reversed: happened,
  learner_moved: happened,
  leave_waiting: happened,
  leave_decided: happened,
  absence_marked: happened,
  absence_limit_near: happened,
  essay_near: ahead,
  essay_overdue: [-essayDaysChased, -1],
  essay_sent_back: happened,
  completion_ready: happened,
  result_amended: happened,
  class_reopened: happened,
  certificate_expiring: [0, 365],
  probation_ending: [0, 365],
  class_message: [0, 0],
  plan_answer_due: ahead,
  holidays_to_settle: [-91, 0],
};

export const dayLimitsOf = (rule: ReminderRule): readonly [number, number] => dayLimits[rule];

/** Days that make no sense for the rule; null when all do. */
export function wrongDays(rule: ReminderRule, days: readonly number[]): FieldError | null {
  const [least, most] = dayLimitsOf(rule);
  const outside = days.filter((day) => day < least || day > most);
  if (outside.length === 0) return null;
  const named = outside.join(', ');
  return {
    field: 'daysBefore',
    code: 'days_out_of_range',
    message: {
      vi: `Loại nhắc này nhận số ngày từ ${least} đến ${most}, nên không dùng được: ${named}. Số âm là sau ngày được tính.`,
      en: `This rule takes days from ${least} to ${most}, so these cannot be used: ${named}. A negative number is after the day counted from.`,
    },
  };
}

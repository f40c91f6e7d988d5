import type { FieldError } from '../platform/problems/refusal';
import type { ReminderRule } from './reminder-rules';

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

/** Rules that look back have no days before, and what waits cannot be late on the day it came. */
const dayLimits: Partial<Record<ReminderRule, readonly [number, number]>> = {
  call_opened: [-14, 0],
  nomination_returned: [-60, 0],
  review_waiting: [-60, -1],
  timetable_changed: [-14, 0],
  class_cancelled: [-14, 0],
};

export const dayLimitsOf = (rule: ReminderRule): readonly [number, number] => dayLimits[rule] ?? [-60, 60];

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

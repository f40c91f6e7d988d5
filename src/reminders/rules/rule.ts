/** What people are reminded of. Days and limits of each are data: the rows of `reminder_rules`. */
export const reminderRules = [
  'call_opened',
  'deadline_near',
  'deadline_passed',
  'nomination_accepted',
  'nomination_reserve',
  'nomination_promoted',
  'nomination_rejected',
  'nomination_returned',
  'nominee_left',
  'endorsement_waiting',
  'review_waiting',
  'review_overdue',
  'class_near',
  'half_day_near',
  'timetable_changed',
  'exam_near',
  'exam_changed',
  'class_cancelled',
  'cancellation_reversed',
  'learner_moved',
  'leave_waiting',
  'leave_decided',
  'absence_marked',
  'absence_limit_near',
  'essay_near',
  'essay_overdue',
  'essay_sent_back',
  'completion_ready',
  'result_amended',
  'class_reopened',
  'certificate_expiring',
  'probation_ending',
  'class_message',
  'plan_answer_due',
  'holidays_to_settle',
] as const;
export type ReminderRule = (typeof reminderRules)[number];

/** What was decided, and of what was written what became of it: it left, came back, or could not leave. */
export const reminderStates = ['due', 'written', 'left', 'returned', 'failed', 'suppressed', 'missed'] as const;
export type ReminderState = (typeof reminderStates)[number];

/** Why a reminder was not sent, or waits; the sentence of each stands in `reminderReasons`. */
export type ReminderReason =
  | 'class_cancelled'
  | 'class_over'
  | 'call_over'
  | 'day_moved'
  | 'seats_filled'
  | 'answered_none'
  | 'no_seats'
  | 'not_in_charge'
  | 'not_enrolled'
  | 'nomination_settled'
  | 'nomination_changed'
  | 'leaver_settled'
  | 'nothing_waits'
  | 'list_sent'
  | 'no_half_day'
  | 'leave_settled'
  | 'attendance_changed'
  | 'essay_handed_in'
  | 'certificate_over'
  | 'probation_settled'
  | 'taken_back'
  | 'plan_answered'
  | 'holidays_settled'
  | 'not_needed'
  | 'opted_out'
  | 'quiet_hours'
  | 'no_address'
  | 'rule_off'
  | 'too_late'
  | 'joined_later'
  | 'mail_refused'
  | 'mail_too_late'
  | 'mail_returned'
  | 'address_bad'
  | 'mail_paused';

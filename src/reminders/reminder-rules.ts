/** What people are reminded of. Days and limits of each are data: the rows of `reminder_rules`. */
export const reminderRules = [
  'call_opened',
  'deadline_near',
  'class_near',
  'nomination_returned',
  'review_waiting',
  'timetable_changed',
  'class_cancelled',
] as const;
export type ReminderRule = (typeof reminderRules)[number];

export const reminderStates = ['due', 'sent', 'suppressed', 'failed', 'missed'] as const;
export type ReminderState = (typeof reminderStates)[number];

/** Why a reminder was not sent; the sentence of each stands in `reminderReasons`. */
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
  | 'nothing_waits'
  | 'not_needed'
  | 'opted_out'
  | 'quiet_hours'
  | 'no_address'
  | 'rule_off'
  | 'too_late'
  | 'joined_later'
  | 'mail_refused';

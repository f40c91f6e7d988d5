import type { ReminderDefinition } from './reminder-definition';
import type { ReminderRule } from './reminder-rules';
import { callOpened } from './rules/call-opened';
import { classCancelled } from './rules/class-cancelled';
import { classNear } from './rules/class-near';
import { deadlineNear } from './rules/deadline-near';
import { nominationReturned } from './rules/nomination-returned';
import { reviewWaiting } from './rules/review-waiting';
import { timetableChanged } from './rules/timetable-changed';

/** What people are reminded of: each rule, and the file that defines it. */
export const reminderDefinitions: Readonly<Record<ReminderRule, ReminderDefinition>> = {
  call_opened: callOpened,
  deadline_near: deadlineNear,
  class_near: classNear,
  nomination_returned: nominationReturned,
  review_waiting: reviewWaiting,
  timetable_changed: timetableChanged,
  class_cancelled: classCancelled,
};

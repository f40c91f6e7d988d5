import type { ReminderDefinition } from './definition';
import type { ReminderRule } from './rule';
import { absenceLimitNear } from './rules/absence-limit-near';
import { absenceMarked } from './rules/absence-marked';
import { callOpened } from './rules/call-opened';
import { certificateExpiring } from './rules/certificate-expiring';
import { classCancelled } from './rules/class-cancelled';
import { classNear } from './rules/class-near';
import { completionReady } from './rules/completion-ready';
import { deadlineNear } from './rules/deadline-near';
import { deadlinePassed } from './rules/deadline-passed';
import { endorsementWaiting } from './rules/endorsement-waiting';
import { essayNear } from './rules/essay-near';
import { essayOverdue } from './rules/essay-overdue';
import { essaySentBack } from './rules/essay-sent-back';
import { halfDayNear } from './rules/half-day-near';
import { leaveDecided } from './rules/leave-decided';
import { leaveWaiting } from './rules/leave-waiting';
import { nominationAccepted } from './rules/nomination-accepted';
import { nominationPromoted } from './rules/nomination-promoted';
import { nominationRejected } from './rules/nomination-rejected';
import { nominationReserve } from './rules/nomination-reserve';
import { nominationReturned } from './rules/nomination-returned';
import { probationEnding } from './rules/probation-ending';
import { reviewOverdue } from './rules/review-overdue';
import { reviewWaiting } from './rules/review-waiting';
import { timetableChanged } from './rules/timetable-changed';

/** What people are reminded of: each rule, and the file that defines it. */
export const reminderDefinitions: Readonly<Record<ReminderRule, ReminderDefinition>> = {
  call_opened: callOpened,
  deadline_near: deadlineNear,
  deadline_passed: deadlinePassed,
  nomination_accepted: nominationAccepted,
  nomination_reserve: nominationReserve,
  nomination_promoted: nominationPromoted,
  nomination_rejected: nominationRejected,
  nomination_returned: nominationReturned,
  endorsement_waiting: endorsementWaiting,
  review_waiting: reviewWaiting,
  review_overdue: reviewOverdue,
  class_near: classNear,
  half_day_near: halfDayNear,
  timetable_changed: timetableChanged,
  class_cancelled: classCancelled,
  leave_waiting: leaveWaiting,
  leave_decided: leaveDecided,
  absence_marked: absenceMarked,
  absence_limit_near: absenceLimitNear,
  essay_near: essayNear,
  essay_overdue: essayOverdue,
  essay_sent_back: essaySentBack,
  completion_ready: completionReady,
  certificate_expiring: certificateExpiring,
  probation_ending: probationEnding,
};

import type { ReminderDefinition } from './definition';
import type { ReminderRule } from './rule';
import { holidaysToSettle } from './holidays-to-settle';
import { absenceLimitNear } from './absence-limit-near';
import { absenceMarked } from './absence-marked';
import { callOpened } from './call-opened';
import { cancellationReversed } from './cancellation-reversed';
import { certificateExpiring } from './certificate-expiring';
import { classCancelled } from './class-cancelled';
import { classMessage } from './class-message';
import { classNear } from './class-near';
import { classReopened } from './class-reopened';
import { completionReady } from './completion-ready';
import { deadlineNear } from './deadline-near';
import { deadlinePassed } from './deadline-passed';
import { endorsementWaiting } from './endorsement-waiting';
import { essayNear } from './essay-near';
import { essayOverdue } from './essay-overdue';
import { essaySentBack } from './essay-sent-back';
import { examChanged } from './exam-changed';
import { examNear } from './exam-near';
import { halfDayNear } from './half-day-near';
import { learnerMoved } from './learner-moved';
import { leaveDecided } from './leave-decided';
import { leaveWaiting } from './leave-waiting';
import { nominationAccepted } from './nomination-accepted';
import { nominationPromoted } from './nomination-promoted';
import { nominationRejected } from './nomination-rejected';
import { nominationReserve } from './nomination-reserve';
import { nominationReturned } from './nomination-returned';
import { nomineeLeft } from './nominee-left';
import { planAnswerDue } from './plan-answer-due';
import { probationEnding } from './probation-ending';
import { resultAmended } from './result-amended';
import { reviewOverdue } from './review-overdue';
import { reviewWaiting } from './review-waiting';
import { timetableChanged } from './timetable-changed';

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
  nominee_left: nomineeLeft,
  endorsement_waiting: endorsementWaiting,
  review_waiting: reviewWaiting,
  review_overdue: reviewOverdue,
  class_near: classNear,
  half_day_near: halfDayNear,
  timetable_changed: timetableChanged,
  exam_near: examNear,
  exam_changed: examChanged,
  class_cancelled: classCancelled,
  cancellation_reversed: cancellationReversed,
  learner_moved: learnerMoved,
  leave_waiting: leaveWaiting,
  leave_decided: leaveDecided,
  absence_marked: absenceMarked,
  absence_limit_near: absenceLimitNear,
  essay_near: essayNear,
  essay_overdue: essayOverdue,
  essay_sent_back: essaySentBack,
  completion_ready: completionReady,
  result_amended: resultAmended,
  class_reopened: classReopened,
  certificate_expiring: certificateExpiring,
  probation_ending: probationEnding,
  class_message: classMessage,
  plan_answer_due: planAnswerDue,
  holidays_to_settle: holidaysToSettle,
};

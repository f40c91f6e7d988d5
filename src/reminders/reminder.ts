import { addDays, type Day, momentAt } from '../platform/clock';
import { momentOf } from './reminder-change';
import type { ReminderFacts } from './reminder-facts.queries';
import type { ReminderReason } from './reminder-rules';

export type Outcome =
  | { readonly state: 'sent'; readonly reason: null }
  | { readonly state: 'suppressed' | 'missed'; readonly reason: ReminderReason };

/** What becomes of a reminder that is due: it still applies and goes out, or it does not and the ledger says why. */
export function outcomeOf(facts: ReminderFacts, now: Date, today: Day): Outcome {
  const noNeed = whyNoNeed(facts);
  if (noNeed) return { state: 'suppressed', reason: noNeed };
  if (isTooLate(facts, now, today)) return { state: 'missed', reason: 'too_late' };
  if (!facts.to) return { state: 'suppressed', reason: 'no_address' };
  return { state: 'sent', reason: null };
}

function whyNoNeed(facts: ReminderFacts): ReminderReason | null {
  const { classState, isConcerned, isSameDay } = facts;
  if (!facts.ruleIsOn) return 'rule_off';
  if (classState === 'cancelled') return 'class_cancelled';
  if (classState === 'closed' || classState === 'draft') return 'class_over';
  switch (facts.rule) {
    case 'call_opened':
    case 'deadline_near':
      if (!isConcerned) return 'not_in_charge';
      return isSameDay ? whyNoNominationIsNeeded(facts) : 'day_moved';
    case 'class_near':
      if (!isConcerned) return 'not_enrolled';
      return isSameDay ? null : 'day_moved';
    case 'nomination_returned':
      if (!isConcerned) return 'not_in_charge';
      return facts.nominationState === 'returned' && isSameDay ? null : 'nomination_settled';
    case 'review_waiting':
      if (!isConcerned) return 'not_in_charge';
      return facts.waiting > 0 ? null : 'nothing_waits';
    case 'timetable_changed':
      return isConcerned ? null : facts.unitId === null ? 'not_in_charge' : 'not_enrolled';
  }
}

function whyNoNominationIsNeeded({
  rule,
  classState,
  seats,
  freeSeats,
  nominated,
  hasAnsweredNone,
}: ReminderFacts): ReminderReason | null {
  // Nominations are taken while a class is announced; once it is confirmed the list is complete.
  if (classState !== 'announced') return 'call_over';
  if (hasAnsweredNone) return 'answered_none';
  if (seats === 0) return 'no_seats';
  return rule === 'deadline_near' && (freeSeats === 0 || nominated >= seats) ? 'seats_filled' : null;
}

function isTooLate(facts: ReminderFacts, now: Date, today: Day): boolean {
  const overAt = overAtOf(facts);
  return addDays(facts.dueOn, facts.tooLateAfterDays) < today || (overAt !== null && overAt <= now);
}

/** From when it would be a mail after the fact. */
function overAtOf({ rule, callClosesAt, startsAt, opensOn, correctBy, change }: ReminderFacts): Date | null {
  switch (rule) {
    case 'call_opened':
    case 'deadline_near':
      return callClosesAt;
    case 'class_near':
      return startsAt ?? momentAt(addDays(opensOn, 1));
    case 'nomination_returned':
      return correctBy ? momentAt(addDays(correctBy, 1)) : null;
    case 'review_waiting':
      return null;
    case 'timetable_changed':
      return change && momentOf(change.overAt);
  }
}

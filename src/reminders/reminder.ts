import { addDays, type Day, momentAt } from '../platform/clock';
import type { DueReminder } from './rules/definition';
import type { ReminderReason } from './rules/rule';
import { largest } from '../platform/lists';

export type Outcome =
  | { readonly state: 'written'; readonly reason: null }
  | { readonly state: 'suppressed' | 'missed'; readonly reason: ReminderReason };

/** When it is decided. */
export interface Moment {
  readonly now: Date;
  readonly today: Day;
  /** The end of the quiet hours we are in; null outside them. */
  readonly quietUntil: Date | null;
}

/** What becomes of a reminder that is due: it still applies and goes out, or it does not and the ledger says why. */
export function outcomeOf(reminder: DueReminder, moment: Moment): Outcome {
  const { ruleIsOn, applies, whyNot } = reminder;
  if (!ruleIsOn) return suppressed('rule_off');
  if (!applies && whyNot) return suppressed(whyNot);
  if (isTooLate(reminder, moment)) return { state: 'missed', reason: 'too_late' };
  if (!applies) return suppressed('not_needed');
  const noWay = whyNoWay(reminder);
  if (noWay) return suppressed(noWay);
  if (moment.quietUntil && !reminder.urgent) return suppressed('quiet_hours');
  return { state: 'written', reason: null };
}

/** The same as its mail leaves: the mail knows until when it may, and its hour is past asking. Null when it is told by that mail. */
export function whyNotInMail(reminder: DueReminder): ReminderReason | null {
  const { ruleIsOn, applies, whyNot, to } = reminder;
  if (!ruleIsOn) return 'rule_off';
  if (!applies) return whyNot ?? 'not_needed';
  if (waysOf(reminder).mail) return null;
  return to === null ? 'no_address' : 'opted_out';
}

/** The ways by which somebody is told; a choice against what one has a duty to know does not count. */
export function waysOf({ to, accountId, duty, byMail, byNotice }: DueReminder): { mail: boolean; notice: boolean } {
  return { mail: to !== null && (byMail || duty), notice: accountId !== null && (byNotice || duty) };
}

/** Why there is no way to tell somebody; null when there is one. */
export function whyNoWay(reminder: DueReminder): ReminderReason | null {
  const { mail, notice } = waysOf(reminder);
  if (mail || notice) return null;
  return reminder.to === null ? 'no_address' : 'opted_out';
}

const suppressed = (reason: ReminderReason): Outcome => ({ state: 'suppressed', reason });

const isTooLate = (reminder: DueReminder, { now }: Moment): boolean => tooLateFrom(reminder) <= now;

/** From when it would come after the fact. */
function tooLateFrom({ dueOn, tooLateAfterDays, overAt }: DueReminder): Date {
  const lastDayOver = momentAt(addDays(dueOn, tooLateAfterDays + 1));
  return overAt !== null && overAt < lastDayOver ? overAt : lastDayOver;
}

/** From when none of them is worth telling: what tells several goes out as long as one of them is. */
export const lastTooLate = (reminders: readonly DueReminder[]): Date =>
  new Date(largest(reminders.map((reminder) => tooLateFrom(reminder).getTime())));

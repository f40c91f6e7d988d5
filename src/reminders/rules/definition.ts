import type { Day } from '../../platform/clock';
import type { FormOfAddress } from '../../platform/messages/address';
import type { Locale } from '../../platform/messages/words';
import type { ReminderReason, ReminderRule } from './rule';

/** A reminder that is due, with the world as it is now: what decides whether it goes out, how, and what it says. */
export interface DueReminder<Facts = unknown> {
  readonly id: string;
  readonly rule: ReminderRule;
  readonly ruleIsOn: boolean;
  readonly tooLateAfterDays: number;
  readonly daysBefore: number;
  readonly dueOn: Day;
  /** The day the rule counted from when the reminder was planned. */
  readonly anchor: Day;

  /** Whether the rule would remind of it now. */
  readonly applies: boolean;
  /** Why it would not, where the rule can tell. */
  readonly whyNot: ReminderReason | null;
  /** From when it is too late to say; null when it never is. */
  readonly overAt: Date | null;

  readonly classId: string | null;
  readonly classCode: string | null;
  readonly className: string | null;
  readonly opensOn: Day | null;
  /** The first half-day; null while the timetable is empty. */
  readonly startsAt: Date | null;
  readonly place: string | null;
  /** Where the place is, without its name: for a map. */
  readonly address: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;

  /** Where mail goes: the account's address, else the person's; null when there is none. */
  readonly to: string | null;
  readonly recipient: string;
  /** Whose choices count: the person, or an account that is no person. */
  readonly chooser: string;
  readonly recipientName: string;
  readonly accountId: string | null;
  readonly locale: Locale;
  /** How the recipient is spoken to. */
  readonly formOfAddress: FormOfAddress;
  readonly urgent: boolean;
  /** What the recipient has a duty to know: no choice switches it off. */
  readonly duty: boolean;
  readonly byMail: boolean;
  readonly byNotice: boolean;

  /** What the rule knows beyond this; moments as JSON of the database writes them. */
  readonly facts: Facts;
}

/** Words with `{placeholders}`; a line whose placeholders are all empty is left out. */
export interface ReminderText {
  /** Also the notice, so without personal data. */
  readonly subject: string;
  /** What happened and what to do; greeting, link and closing are added. */
  readonly body: string;
}

/** The text of each placeholder. */
export type PlaceholderValues = Readonly<Record<string, string>>;

/** One kind of reminder, wholly: who, when not, and in which words. Days and limits are data, in `reminder_rules`. */
export interface ReminderDefinition<Facts = unknown> {
  /** Whether its mail to somebody of themselves takes along the files by which their calendar follows. */
  readonly carriesCalendar?: true;
  /** False where a use case writes the lines, and planning does not. */
  readonly isPlanned?: false;
  /**
   * SQL: one row per recipient and `subject` (what it is about, so that it is said once), with `account_id` or
   * `person_id`, `class_id`, `unit_id`, `nomination_id`, `anchor` (the day the rule counts from), `over_at` (from when
   * it is too late) and `since` (the day the recipient came to it). `$1` is today, `$2` now. Asked when reminders are
   * planned and again before one is sent: what is no longer among the rows is not sent.
   */
  readonly candidates: string;
  /**
   * SQL: the anchor of each row it may be about, as `day`, where these are too many to be gone through at once; then its
   * candidates say `inPortion` of their anchor.
   */
  readonly anchors?: string;
  /** SQL expression over the reminder `r`, its class `c`, nomination `n` and account `a`: a {@link ReminderReason} or NULL. */
  readonly whyNot: string;
  /** SQL expression over the same, a jsonb. */
  readonly facts: string;
  /** What its placeholders stand for; a group is what one recipient is told about one class under this rule. */
  values(group: readonly DueReminder<Facts>[], locale: Locale, today: Day): PlaceholderValues;
  /** What keeps it apart from what is told the same recipient about the same class and unit; together unless told. */
  apart?(reminder: DueReminder<Facts>): string;
  /** The page on which something can be done about it. */
  link(reminder: DueReminder<Facts>): string;
  readonly texts: Readonly<Record<Locale, ReminderText>>;
}

/** Types the facts inside a definition and forgets them outside. */
export const defineReminder = <Facts>(definition: ReminderDefinition<Facts>): ReminderDefinition =>
  definition as ReminderDefinition;

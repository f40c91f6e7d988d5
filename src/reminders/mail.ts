import type { CalendarFiles } from '../calendars/invitations.service';
import { addDays, type Day, dayOf, showDay, showMoment, showTime } from '../platform/clock';
import { addressedAround, spokenTo } from '../platform/messages/address';
import { type Bilingual, type Locale, locales } from '../platform/messages/words';
import type { Mail } from '../platform/mailer/mailer';
import { lastTooLate } from './reminder';
import type { DueReminder, ReminderText } from './rules/definition';
import { reminderDefinitions } from './rules/definitions';
import { mailWords } from './mail.words';
import type { ReminderRule } from './rules/rule';
import { fillIn } from './text';

/** The words of every rule as they are now: the office's, or ours. */
export type ReminderTexts = Readonly<Record<ReminderRule, Readonly<Record<Locale, ReminderText>>>>;

/** What one recipient is told about one class under one rule: one paragraph of a mail, one notice. */
export type ReminderGroup = readonly [DueReminder, ...DueReminder[]];

/** What one recipient is told about one class and unit under one rule belongs together. */
export const grouped = (reminders: readonly DueReminder[]): ReminderGroup[] =>
  together(reminders, (reminder) => [reminder.recipient, matterOf(reminder)].join(':'));

/** What reminders of one recipient are about when they are told together. */
export function matterOf(reminder: DueReminder): string {
  const { rule, classId, unitId } = reminder;
  return [rule, classId, unitId, reminderDefinitions[rule].apart?.(reminder)].join(':');
}

/** Items with the same key, in their order. */
export function together<T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] {
  const found = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const before = found.get(keyOf(item));
    if (before) before.push(item);
    else found.set(keyOf(item), [item]);
  }
  return [...found.values()];
}

/** Who writes mail of reminders anew as it leaves. */
export const remindersWriter = 'reminders';

/** The page on which something can be done about it. */
export const linkOf = ([reminder]: ReminderGroup): string => reminderDefinitions[reminder.rule].link(reminder);

/** Puts due reminders into words. */
export class ReminderWriter {
  /** @param publicUrl how people reach the service */
  constructor(
    private readonly texts: ReminderTexts,
    private readonly today: Day,
    private readonly publicUrl: string,
    private readonly unsubscribeAddress: (chooser: string) => string,
  ) {}

  /** What stands in the service: the subject alone, which holds no personal data. */
  noticeOf(group: ReminderGroup): Bilingual {
    const [vi, en] = locales.map((locale) => this.textOf(group, locale).subject);
    return { vi: vi!, en: en! };
  }

  /** All that reaches a phone: the subject, and the moment or the day it speaks of. */
  shortTextOf(group: ReminderGroup): string {
    const [{ locale, anchor }] = group;
    return `${this.textOf(group, locale).subject} – ${momentTold(group, locale) ?? showDay(anchor)}`;
  }

  /** One mail to one recipient; several groups make the mail of the day. @param files by which the recipient's calendar follows */
  mailOf(groups: readonly ReminderGroup[], files?: Pick<CalendarFiles, 'attachments' | 'paragraphs'>): Mail {
    const [[{ locale, formOfAddress, recipientName, chooser, to, accountId }]] = groups as readonly [ReminderGroup];
    const say = spokenTo(mailWords[locale], formOfAddress);
    const told = groups.map((group) => this.told(group, locale));
    const unsubscribe = groups.every(([{ duty }]) => duty) ? null : this.unsubscribeAddress(chooser);
    const isWritten = groups.every(([{ rule }]) => rule === 'class_message');
    const closing = [
      isWritten ? say.closingOfMessage() : say.closing(),
      ...(unsubscribe ? [say.unsubscribe(unsubscribe)] : []),
    ].join('\n');
    const { attachments = [], paragraphs = [] } = files ?? {};
    const envelope = { to: to!, accountId, notAfter: lastTooLate(groups.flat()), unsubscribe, attachments };
    if (told.length === 1) {
      const [{ subject, body }] = told as [ReminderText];
      return { ...envelope, subject, body: [say.greeting(recipientName), body, ...paragraphs, closing].join('\n\n') };
    }
    const numbered = told.map(({ subject, body }, at) => `${at + 1}. ${subject}\n\n${body}`);
    return {
      ...envelope,
      subject: say.digest(told.length, showDay(this.today)),
      body: [say.greeting(recipientName), say.digestTold(told.length), ...numbered, closing].join('\n\n'),
    };
  }

  private told(group: ReminderGroup, locale: Locale): ReminderText {
    const { subject, body } = this.textOf(group, locale);
    // Only the pages that verify ask nobody to sign in; the others are of no use without an account.
    const link = linkOf(group);
    const isRead = group[0].accountId !== null || link.startsWith('/verify/');
    return { subject, body: isRead ? `${body}\n${this.publicUrl}${link}` : body };
  }

  private textOf(group: ReminderGroup, locale: Locale): ReminderText {
    const { rule, formOfAddress } = group[0];
    const write = (told: ReminderGroup) =>
      fillIn(this.texts[rule][locale], reminderDefinitions[rule].values(told, locale, this.today));
    // Both at once, parted by what stands in no text.
    const spoken = addressedAround(
      group,
      (told) => {
        const { subject, body } = write(told);
        return `${subject}\0${body}`;
      },
      formOfAddress,
    );
    const [subject = '', body = ''] = spoken.split('\0');
    return { subject, body };
  }
}

/** When it is over, where that is said to the minute; what is over with a day is until the end of that day. */
function momentTold(group: ReminderGroup, locale: Locale): string | null {
  const [first] = group.flatMap(({ overAt }) => overAt ?? []).toSorted((one, other) => one.getTime() - other.getTime());
  if (!first) return null;
  if (showTime(first) !== '00:00') return showMoment(first);
  return mailWords[locale].untilEndOf(showDay(addDays(dayOf(first), -1)));
}

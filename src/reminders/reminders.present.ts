import type { Actor } from '../platform/access/actor';
import { mayReadMail } from '../platform/mailer/mail.policy';
import type { Bilingual } from '../platform/messages/words';
import type { ReminderRow } from './reminders.queries';
import { reasonWords, ruleWords } from './reminders.words';

/** A line of the ledger as the API tells it: the rule and the reason in words, in both languages. */
export interface ReminderItem extends Omit<ReminderRow, 'reason'> {
  readonly ruleText: Bilingual;
  readonly stateReason: (Bilingual & { readonly code: string }) | null;
}

/** What a mail server said names addresses, so it is told to those who may read the message. */
export function presentReminder({ reason, mailError, ...row }: ReminderRow, reader: Actor): ReminderItem {
  const { rule, daysBefore } = row;
  return {
    ...row,
    mailError: mayReadMail(reader, { accountId: row.mailAccountId }) ? mailError : null,
    ruleText: { vi: ruleWords.vi[rule](daysBefore), en: ruleWords.en[rule](daysBefore) },
    stateReason: reason && { code: reason, vi: reasonWords.vi[reason], en: reasonWords.en[reason] },
  };
}

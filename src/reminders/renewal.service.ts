import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { type MailWriter, MailWriters, type WaitingMail, type WrittenAnew } from '../platform/mailer/mail-writers';
import { DueRemindersQueries, type MailedReminder } from './due-reminders.queries';
import { whyNotInMail } from './reminder';
import { grouped, remindersWriter } from './mail';
import type { ReminderReason } from './rules/rule';
import { ReminderWriters } from './writers';

/**
 * What a mail of reminders says at the moment it leaves. What does not apply any more is left out of it, and the ledger
 * says why; what a later mail was to tell of the same matter is told by this one.
 */
@Injectable()
export class ReminderRenewalService implements MailWriter, OnModuleInit {
  readonly name = remindersWriter;

  constructor(
    private readonly mailWriters: MailWriters,
    private readonly due: DueRemindersQueries,
    private readonly writers: ReminderWriters,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.mailWriters.add(this);
  }

  async writeAnew(tx: Tx, mails: readonly WaitingMail[]): Promise<ReadonlyMap<string, WrittenAnew>> {
    const ids = mails.map(({ id }) => id);
    const moment = { now: this.clock.now(), today: this.clock.today(), quietUntil: null };
    await this.bringForward(tx, ids);
    const reminders = await this.due.ofMails(tx, moment, ids);
    const left = reminders.filter((reminder) => whyNotInMail(reminder) === null);
    await this.leaveOut(tx, reminders);
    const writer = await this.writers.at(tx, moment.today);
    return new Map(
      ids.map((id): [string, WrittenAnew] => {
        const told = left.filter(({ mailId }) => mailId === id);
        if (told.length > 0) return [id, writer.mailOf(grouped(told))];
        return [id, reminders.some(({ mailId }) => mailId === id) ? 'not_needed' : 'superseded'];
      }),
    );
  }

  /** What later mails that wait were to tell the same recipient about the same class and unit under the same rule; the mail of a day stays whole. */
  private async bringForward(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.execute(
      `UPDATE reminders r SET mail_id = earlier.mail_id FROM (
         SELECT DISTINCT ON (l.id) l.id, e.mail_id
         FROM reminders e JOIN mail_messages m ON m.id = e.mail_id
         JOIN mail_messages later ON later.to_address = m.to_address AND later.ordinal > m.ordinal AND later.next_attempt_at IS NOT NULL
         JOIN reminders l ON l.mail_id = later.id AND l.state = 'written' AND (l.rule, l.recipient) = (e.rule, e.recipient)
           AND (l.class_id, l.unit_id) IS NOT DISTINCT FROM (e.class_id, e.unit_id)
         WHERE e.mail_id = ANY ($1::uuid[]) AND e.state = 'written'
           AND NOT EXISTS (SELECT FROM reminder_digests d WHERE d.mail_id IN (m.id, later.id))
         ORDER BY l.id, m.ordinal) earlier
       WHERE r.id = earlier.id`,
      [ids],
    );
  }

  /** Whoever was told in the service has been told; of the others the ledger says why not. */
  private async leaveOut(tx: Tx, reminders: readonly MailedReminder[]): Promise<void> {
    const rows = reminders.flatMap((reminder): { id: string; reason: ReminderReason }[] => {
      const reason = whyNotInMail(reminder);
      return reason ? [{ id: reminder.id, reason }] : [];
    });
    if (rows.length === 0) return;
    await tx.execute(
      `UPDATE reminders r SET
         mail_id = CASE WHEN notice_id IS NULL THEN mail_id END,
         state = CASE WHEN notice_id IS NULL THEN 'suppressed' ELSE state END,
         state_reason = CASE WHEN notice_id IS NULL THEN v.reason END,
         written_at = CASE WHEN notice_id IS NOT NULL THEN written_at END
       FROM jsonb_to_recordset($1::jsonb) AS v (id uuid, reason text) WHERE r.id = v.id`,
      [JSON.stringify(rows)],
    );
  }
}

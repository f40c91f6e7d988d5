import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InvitationsService } from '../calendars/invitations.service';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { type MailWriter, MailWriters, type WaitingMail, type WrittenAnew } from '../platform/mailer/mail-writers';
import { DueRemindersQueries, type MailedReminder } from './due-reminders.queries';
import { timetableOf } from './calendar-mail.service';
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
    private readonly invitations: InvitationsService,
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
    const files = await this.invitations.takeAlongAnew(tx, left.flatMap(envelopeOf));
    // Where nothing is left to remind of, a calendar may still have to follow.
    const calendarsAlone = await this.invitations.writeAnew(
      tx,
      mails.filter(({ id }) => left.every(({ mailId }) => mailId !== id)),
    );
    return new Map(
      ids.map((id): [string, WrittenAnew] => {
        const told = left.filter(({ mailId }) => mailId === id);
        if (told.length > 0) return [id, writer.mailOf(grouped(told), files.get(id))];
        const alone = calendarsAlone.get(id)!;
        if (typeof alone !== 'string') return [id, alone];
        return [id, reminders.some(({ mailId }) => mailId === id) ? 'not_needed' : alone];
      }),
    );
  }

  outdated(tx: Tx, mailIds: readonly string[]): Promise<readonly string[]> {
    return this.invitations.outdated(tx, mailIds);
  }

  /** What later mails that wait were to tell the same recipient about the same class and unit under the same rule; the mail of a day and what somebody wrote stay whole. */
  private async bringForward(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.execute(
      `UPDATE reminders r SET mail_id = earlier.mail_id FROM (
         SELECT DISTINCT ON (l.id) l.id, e.mail_id
         FROM reminders e JOIN mail_messages m ON m.id = e.mail_id
         CROSS JOIN LATERAL (SELECT id FROM mail_messages w WHERE w.to_address = m.to_address AND w.ordinal > m.ordinal AND w.is_waiting OFFSET 0) later
         JOIN reminders l ON l.mail_id = later.id AND l.state = 'written' AND l.rule <> 'class_message' AND (l.rule, l.recipient) = (e.rule, e.recipient)
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

/** Which calendar the files of a mail are for, once for each mail. */
function envelopeOf(reminder: MailedReminder, at: number, all: readonly MailedReminder[]) {
  const own = timetableOf(reminder);
  const isFirst = all.findIndex(({ mailId }) => mailId === reminder.mailId) === at;
  return own && isFirst ? [{ ...own, mailId: reminder.mailId }] : [];
}

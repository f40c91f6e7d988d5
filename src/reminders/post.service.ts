import { Injectable } from '@nestjs/common';
import { InvitationsService } from '../calendars/invitations.service';
import { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { Mailer } from '../platform/mailer/mailer';
import { type NewNotice, NoticesService } from '../platform/notices/notices.service';
import { timetableOf } from './calendar-mail.service';
import { type Moment, type Outcome, outcomeOf, waysOf } from './reminder';
import type { DueReminder } from './rules/definition';
import { grouped, linkOf, matterOf, type ReminderGroup, remindersWriter, type ReminderWriter, together } from './mail';
import { reminderActions } from './reminders.words';
import { ReminderWebhooks } from './webhooks';
import { ReminderWriters } from './writers';

const byItself = Actor.service('reminders');

interface Settled {
  readonly id: string;
  readonly outcome: Outcome;
  readonly mailId: string | null;
  readonly noticeId: string | null;
}

/** Puts reminders into words, into the outbox and into the ledger, all in one transaction; mail leaves after commit. */
@Injectable()
export class ReminderPostService {
  constructor(
    private readonly mailer: Mailer,
    private readonly notices: NoticesService,
    private readonly webhooks: ReminderWebhooks,
    private readonly writers: ReminderWriters,
    private readonly invitations: InvitationsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** A mail for each recipient, class and rule. Returns how many reminders were settled. */
  async send(tx: Tx, reminders: readonly DueReminder[], moment: Moment): Promise<number> {
    await this.post(tx, reminders, moment, (group) => matterOf(group[0]));
    return reminders.length;
  }

  /** One mail for each account: its mail of the day. Returns how many reminders were settled. */
  async sendTogether(tx: Tx, reminders: readonly DueReminder[], moment: Moment): Promise<number> {
    const mailed = await this.post(tx, reminders, moment, () => 'the mail of the day');
    await tx.execute(
      `INSERT INTO reminder_digests (account_id, day, mail_id)
       SELECT "accountId", $2, "mailId" FROM jsonb_to_recordset($1::jsonb) AS m ("accountId" uuid, "mailId" uuid)`,
      [JSON.stringify([...mailed].map(([accountId, mailId]) => ({ accountId, mailId }))), moment.today],
    );
    return reminders.length;
  }

  /** Writes, settles and journals. @param envelopeOf groups of a recipient with the same answer share a mail. Returns the accounts told, each with its mail. */
  private async post(
    tx: Tx,
    reminders: readonly DueReminder[],
    moment: Moment,
    envelopeOf: (group: ReminderGroup) => string,
  ): Promise<Map<string, string | null>> {
    if (reminders.length === 0) return new Map();
    const outcomes = new Map(reminders.map((reminder) => [reminder.id, outcomeOf(reminder, moment)]));
    const groups = grouped(reminders.filter(({ id }) => outcomes.get(id)!.state === 'written'));
    const writer = await this.writers.at(tx, moment.today);

    const noticeIds = await this.writeNotices(tx, groups, writer);
    const mailIds = await this.writeMails(tx, groups, writer, envelopeOf);
    await this.webhooks.write(tx, groups, writer);
    const groupOf = new Map(groups.flatMap((group) => group.map(({ id }) => [id, group] as const)));
    const settled = reminders.map(({ id }): Settled => {
      const group = groupOf.get(id);
      const [mailId, noticeId] = group ? [mailIds.get(group) ?? null, noticeIds.get(group) ?? null] : [null, null];
      return { id, outcome: outcomes.get(id)!, mailId, noticeId };
    });
    await this.settle(tx, settled);
    await this.journal.write(tx, byItself, ...linesOf(groups));
    return new Map(
      groups.flatMap((group) => {
        const { accountId } = group[0];
        return accountId ? [[accountId, mailIds.get(group) ?? null] as const] : [];
      }),
    );
  }

  private async writeNotices(tx: Tx, groups: readonly ReminderGroup[], writer: ReminderWriter) {
    const told = groups.filter(([first]) => waysOf(first).notice);
    const notices = told.map((group): NewNotice => ({
      accountId: group[0].accountId!,
      text: writer.noticeOf(group),
      link: linkOf(group),
    }));
    const ids = await this.notices.write(tx, notices);
    return new Map(told.map((group, at) => [group, ids[at]!]));
  }

  private async writeMails(
    tx: Tx,
    groups: readonly ReminderGroup[],
    writer: ReminderWriter,
    envelopeOf: (group: ReminderGroup) => string,
  ) {
    const envelopes = together(
      groups.filter(([first]) => waysOf(first).mail),
      (group) => `${group[0].recipient}:${envelopeOf(group)}`,
    );
    const timetables = envelopes.flatMap(([[first]]) => timetableOf(first) ?? []);
    const files = timetables.length > 0 ? await this.invitations.takeAlong(tx, timetables) : [];
    const filesFor = ([[first]]: (typeof envelopes)[number]) => {
      const own = timetableOf(first);
      return files.find(({ told: [{ personId, classId }] }) => personId === own?.personId && classId === own.classId);
    };
    const ids = await this.mailer.write(
      tx,
      envelopes.map((told) => ({ ...writer.mailOf(told, filesFor(told)), writer: remindersWriter })),
    );
    const taken = envelopes.flatMap((told, at) => {
      const taking = filesFor(told);
      return taking ? [{ mailId: ids[at]!, files: taking }] : [];
    });
    if (taken.length > 0) await this.invitations.noteTaken(tx, taken);
    return new Map(envelopes.flatMap((told, at) => told.map((group) => [group, ids[at]!] as const)));
  }

  private async settle(tx: Tx, settled: readonly Settled[]): Promise<void> {
    const rows = settled.map(({ id, outcome, mailId, noticeId }) => ({ id, ...outcome, mailId, noticeId }));
    await tx.execute(
      `UPDATE reminders r SET state = v.state, state_reason = v.reason, mail_id = v."mailId", notice_id = v."noticeId",
         written_at = CASE WHEN v.state = 'written' THEN $2::timestamptz END
       FROM jsonb_to_recordset($1::jsonb) AS v (id uuid, state text, reason text, "mailId" uuid, "noticeId" uuid) WHERE r.id = v.id`,
      [JSON.stringify(rows), this.clock.now()],
    );
  }
}

function linesOf(groups: readonly ReminderGroup[]) {
  return together(groups, ([{ classId, rule }]) => `${classId} ${rule}`).map((told) => {
    const { id, classId, rule } = told[0][0];
    const subject = classId ? { type: 'class', id: classId } : { type: 'reminder', id };
    return { action: reminderActions.sent, subject, classId, facts: { rule, count: told.length } };
  });
}

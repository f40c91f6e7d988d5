import { Injectable } from '@nestjs/common';
import { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { type Mail, Mailer } from '../platform/mailer/mailer';
import { type NewNotice, NoticesService } from '../platform/notices/notices.service';
import { PlatformSettings } from '../platform/settings';
import { lastTooLate, type Moment, type Outcome, outcomeOf, waysOf } from './reminder';
import type { DueReminder } from './reminder-definition';
import { linkOf, type ReminderGroup, ReminderWriter } from './reminder-mail';
import { ReminderTextsQueries } from './reminder-texts.queries';
import { ReminderWebhooks } from './reminder-webhooks';
import { UnsubscribeAddresses } from './unsubscribe-addresses';

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
    private readonly texts: ReminderTextsQueries,
    private readonly webhooks: ReminderWebhooks,
    private readonly unsubscribe: UnsubscribeAddresses,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  /** A mail for each recipient, class and rule. Returns how many reminders were settled. */
  async send(tx: Tx, reminders: readonly DueReminder[], moment: Moment): Promise<number> {
    await this.post(tx, reminders, moment, (group) => [group[0].rule, group[0].classId, group[0].unitId].join(':'));
    return reminders.length;
  }

  /** One mail for each account: its mail of the day. Returns how many reminders were settled. */
  async sendTogether(tx: Tx, reminders: readonly DueReminder[], moment: Moment): Promise<number> {
    const mailed = await this.post(tx, reminders, moment, () => 'the mail of the day');
    await tx.query(
      `INSERT INTO reminder_digests (account_id, day, mail_id)
       SELECT "accountId", $2, "mailId" FROM jsonb_to_recordset($1::jsonb) AS m ("accountId" uuid, "mailId" uuid)`,
      [JSON.stringify([...mailed].map(([accountId, mailId]) => ({ accountId, mailId }))), moment.today],
    );
    return reminders.length;
  }

  /** The ledger follows its mail: what the server refused for good, or took too late, was not sent, unless it is sent after all. */
  async follow(tx: Tx): Promise<void> {
    await tx.query(
      `UPDATE reminders r SET state = 'failed', sent_at = NULL,
         state_reason = CASE WHEN m.not_after <= m.dead_at THEN 'mail_too_late' ELSE 'mail_refused' END
       FROM mail_messages m WHERE m.id = r.mail_id AND m.dead_at IS NOT NULL AND r.state = 'sent'`,
    );
    await tx.query(
      `UPDATE reminders r SET state = 'sent', state_reason = NULL, sent_at = m.delivered_at
       FROM mail_messages m WHERE m.id = r.mail_id AND m.delivered_at IS NOT NULL AND r.state = 'failed'`,
    );
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
    const groups = grouped(reminders.filter(({ id }) => outcomes.get(id)!.state === 'sent'));
    const texts = await this.texts.inForce(tx);
    const addressOf = await this.unsubscribe.inTx(tx);
    const writer = new ReminderWriter(texts, moment.today, this.settings.publicUrl, addressOf);

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
    const mails = envelopes.map((told): Mail => {
      const { to, accountId } = told[0][0];
      return { to: to!, accountId, notAfter: lastTooLate(told.flat()), ...writer.mailOf(told) };
    });
    const ids = await this.mailer.write(tx, mails);
    return new Map(envelopes.flatMap((told, at) => told.map((group) => [group, ids[at]!] as const)));
  }

  private async settle(tx: Tx, settled: readonly Settled[]): Promise<void> {
    const rows = settled.map(({ id, outcome, mailId, noticeId }) => ({ id, ...outcome, mailId, noticeId }));
    await tx.query(
      `UPDATE reminders r SET state = v.state, state_reason = v.reason, mail_id = v."mailId", notice_id = v."noticeId",
         sent_at = CASE WHEN v.state = 'sent' THEN $2::timestamptz END
       FROM jsonb_to_recordset($1::jsonb) AS v (id uuid, state text, reason text, "mailId" uuid, "noticeId" uuid) WHERE r.id = v.id`,
      [JSON.stringify(rows), this.clock.now()],
    );
  }
}

/** What one recipient is told about one class and unit under one rule belongs together. */
const grouped = (reminders: readonly DueReminder[]): ReminderGroup[] =>
  together(reminders, ({ rule, recipient, classId, unitId }) => [rule, recipient, classId, unitId].join(':'));

function linesOf(groups: readonly ReminderGroup[]) {
  return together(groups, ([{ classId, rule }]) => `${classId} ${rule}`).map((told) => {
    const { id, classId, rule } = told[0][0];
    const subject = classId ? { type: 'class', id: classId } : { type: 'reminder', id };
    return { action: 'reminders.sent', subject, classId, facts: { rule, count: told.length } };
  });
}

/** Items with the same key, in their order. */
function together<T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] {
  const found = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const before = found.get(keyOf(item));
    if (before) before.push(item);
    else found.set(keyOf(item), [item]);
  }
  return [...found.values()];
}

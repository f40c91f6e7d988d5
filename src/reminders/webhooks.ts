import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database';
import { PlatformSettings } from '../platform/settings';
import { type WebhookEvent, WebhookOutbox } from '../webhooks/outbox';
import { declareWebhookTopic } from '../webhooks/topics';
import { lastTooLate } from './reminder';
import { linkOf, type ReminderGroup, type ReminderWriter } from './mail';
import { type ReminderRule, reminderRules } from './rules/rule';
import { ruleNames } from './reminders.words';

const topicOf = (rule: ReminderRule) => `reminder.${rule}`;

for (const rule of reminderRules) {
  declareWebhookTopic({ code: topicOf(rule), name: { vi: ruleNames.vi[rule], en: ruleNames.en[rule] } });
}

/** Tells gateways for SMS or chat what somebody is reminded of, in the transaction that sends the reminder. */
@Injectable()
export class ReminderWebhooks {
  constructor(
    private readonly database: Database,
    private readonly outbox: WebhookOutbox,
    private readonly settings: PlatformSettings,
  ) {}

  async write(tx: Tx, groups: readonly ReminderGroup[], writer: ReminderWriter): Promise<void> {
    const topics = await this.outbox.listenedTo(tx);
    const told = groups.filter(([{ rule }]) => topics.has(topicOf(rule)));
    if (told.length === 0) return;
    const phones = await this.phones(
      tx,
      told.map(([{ recipient }]) => recipient),
    );
    const events = told.map((group): WebhookEvent => {
      const [{ rule, recipient, accountId, classId, locale }] = group;
      return {
        topic: topicOf(rule),
        notAfter: lastTooLate(group),
        // The words of the notice and when: without personal data, short enough for a text message.
        data: {
          reminderIds: group.map(({ id }) => id),
          recipient: { id: recipient, accountId, phone: phones.get(recipient) ?? null },
          classId,
          locale,
          text: writer.shortTextOf(group),
          link: accountId ? `${this.settings.publicUrl}${linkOf(group)}` : null,
        },
      };
    });
    await this.outbox.write(tx, events);
  }

  private async phones(tx: Tx, recipients: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    const rows = await this.database.read<{ id: string; phone: string | null }>(
      `SELECT r.id, p.phone FROM unnest($1::uuid[]) AS r (id)
       LEFT JOIN accounts a ON a.id = r.id JOIN persons p ON p.id = coalesce(a.person_id, r.id)`,
      [recipients],
      tx,
    );
    return new Map(rows.map(({ id, phone }) => [id, phone]));
  }
}

import { Injectable } from '@nestjs/common';
import { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { type Outcome, outcomeOf } from './reminder';
import { candidates } from './reminder-candidates';
import { type ReminderFacts, ReminderFactsQueries } from './reminder-facts.queries';
import { ReminderPostService } from './reminder-post.service';
import { type ReminderRule, reminderRules } from './reminder-rules';

const batch = 500;
const byItself = Actor.service('reminders');

interface Decided {
  readonly facts: ReminderFacts;
  readonly outcome: Outcome;
}

/**
 * Reminders are planned by query and sent once (I8): the unique key lets any number of planners and senders run at
 * once, and nothing is lost with the queue. The ledger is their record; the journal gets one line per class and rule sent.
 */
@Injectable()
export class RemindersService {
  constructor(
    private readonly database: Database,
    private readonly facts: ReminderFactsQueries,
    private readonly post: ReminderPostService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Writes into the ledger what is due today or was missed; returns how many lines are new. */
  async plan(): Promise<number> {
    let planned = 0;
    for (const rule of reminderRules) planned += await this.database.inTransaction((tx) => this.planRule(tx, rule));
    return planned;
  }

  /** In one order, so that two planners at once wait for each other's lines instead of crossing. */
  private async planRule(tx: Tx, rule: ReminderRule): Promise<number> {
    const added: unknown[] = await tx.query(
      `INSERT INTO reminders (rule, account_id, person_id, class_id, unit_id, nomination_id, occurrence, days_before, due_on, state, state_reason, planned_at)
       SELECT rule.code, k.account_id, k.person_id, k.class_id, k.unit_id, k.nomination_id, concat_ws(':', k.subject, k.anchor, days), days, k.anchor - days,
         CASE WHEN late.is_late THEN 'missed' ELSE 'due' END,
         CASE WHEN late.is_late AND k.since > k.anchor - days THEN 'joined_later' WHEN late.is_late THEN 'too_late' END,
         $2
       FROM reminder_rules rule
       CROSS JOIN unnest(rule.days_before) days
       CROSS JOIN (${candidates[rule]}) k
       CROSS JOIN LATERAL (SELECT k.anchor - days + rule.too_late_after_days < $1::date OR k.over_at <= $2 AS is_late) late
       WHERE rule.code = $3 AND rule.enabled AND k.anchor - days <= $1::date
       ORDER BY coalesce(k.account_id, k.person_id), k.subject, days
       ON CONFLICT ON CONSTRAINT reminders_once DO NOTHING RETURNING id`,
      [this.clock.today(), this.clock.now(), rule],
    );
    return added.length;
  }

  /** Writes the mail and the notice of each due reminder that still applies; returns how many reminders were settled. */
  async send(): Promise<number> {
    await this.database.inTransaction((tx) => this.markRefused(tx));
    for (let settled = 0; ;) {
      const count = await this.database.inTransaction((tx) => this.sendBatch(tx));
      settled += count;
      if (count < batch) return settled;
    }
  }

  private async sendBatch(tx: Tx): Promise<number> {
    const [now, today] = [this.clock.now(), this.clock.today()];
    const due = await this.facts.takeDue(tx, batch);
    const decided = due.map((facts) => ({ facts, outcome: outcomeOf(facts, now, today) }));
    const groups = grouped(decided.filter(({ outcome }) => outcome.state === 'sent').map(({ facts }) => facts));
    const mailIds = await this.post.write(tx, groups);
    const mails = new Map(groups.map(([first], index) => [first!.id, mailIds[index]!]));
    await this.settle(tx, decided, mails);
    await this.journal.write(tx, byItself, ...linesOf(groups));
    return due.length;
  }

  private async settle(tx: Tx, decided: readonly Decided[], mails: ReadonlyMap<string, string>): Promise<void> {
    const rows = decided.map(({ facts: { id }, outcome }) => {
      const mailId = mails.get(id) ?? null;
      const isTold = outcome.state === 'sent' && mailId === null;
      return { id, mailId, ...(isTold ? toldTogether : outcome) };
    });
    await tx.query(
      `UPDATE reminders r SET state = v.state, state_reason = v.reason, mail_id = v."mailId", sent_at = CASE WHEN v.state = 'sent' THEN $2::timestamptz END
       FROM jsonb_to_recordset($1::jsonb) AS v (id uuid, state text, reason text, "mailId" uuid) WHERE r.id = v.id`,
      [JSON.stringify(rows), this.clock.now()],
    );
  }

  /** Mail the server refused for good: the ledger must not claim it was sent. */
  private async markRefused(tx: Tx): Promise<void> {
    await tx.query(
      `UPDATE reminders r SET state = 'failed', state_reason = 'mail_refused', sent_at = NULL
       FROM mail_messages m WHERE m.id = r.mail_id AND m.delivered_at IS NULL AND m.attempts >= 10 AND r.state = 'sent'`,
    );
  }
}

const toldTogether: Outcome = { state: 'suppressed', reason: 'told_together' };

/** What one recipient is told about one class under one rule stands in one mail, that of the first. */
function grouped(facts: readonly ReminderFacts[]): ReminderFacts[][] {
  const groups = new Map<string, ReminderFacts[]>();
  for (const one of facts) {
    const key = [one.rule, one.recipient, one.classId, one.unitId].join(':');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function linesOf(groups: readonly (readonly ReminderFacts[])[]) {
  const counts = new Map<string, number>();
  for (const [{ classId, rule }] of groups as readonly (readonly [ReminderFacts])[]) {
    const key = `${classId} ${rule}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => {
    const [classId, rule] = key.split(' ') as [string, ReminderRule];
    return { action: 'reminders.sent', subject: { type: 'class', id: classId }, classId, facts: { rule, count } };
  });
}

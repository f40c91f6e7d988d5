import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { PlatformSettings } from '../platform/settings';
import { DueRemindersQueries } from './due-reminders.queries';
import type { Moment } from './reminder';
import { digestOf, quietEnd } from '../platform/reminder-hours';
import { planning } from './planning';
import { ReminderPostService } from './post.service';
import { reminderDefinitions } from './rules/definitions';
import { type ReminderRule, reminderRules } from './rules/rule';

const batch = 500;
const digestsAtOnce = 50;

/**
 * Reminders are planned by query and sent once (I8): the unique key lets any number of planners and senders run at
 * once, and nothing is lost with the queue. The ledger is their record; the journal gets one line per class and rule sent.
 */
@Injectable()
export class RemindersService {
  constructor(
    private readonly database: Database,
    private readonly due: DueRemindersQueries,
    private readonly post: ReminderPostService,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  /** Writes into the ledger what is due today or was missed; returns how many lines are new. */
  async plan(): Promise<number> {
    let planned = 0;
    for (const rule of reminderRules.filter((one) => reminderDefinitions[one].isPlanned !== false)) {
      planned += await this.database.inTransaction((tx) => this.planRule(tx, rule));
    }
    return planned;
  }

  private async planRule(tx: Tx, rule: ReminderRule): Promise<number> {
    const { planned } = await tx.row<{ planned: number }>(planning(rule), [this.clock.today(), this.clock.now(), rule]);
    return planned;
  }

  /** Writes the mail and the notice of each due reminder that still applies; returns how many reminders were settled. */
  async send(): Promise<number> {
    const { reminderHours } = this.settings;
    const moment = this.moment();
    const single = await this.untilNoneIsLeft(async (tx) =>
      this.post.send(tx, await this.due.takeSingle(tx, moment, reminderHours, batch), moment),
    );
    if (moment.quietUntil || moment.now < digestOf(reminderHours, moment.today)) return single;
    const together = await this.untilNoneIsLeft(async (tx) =>
      this.post.sendTogether(tx, await this.due.takeForDigests(tx, moment, digestsAtOnce), moment),
    );
    return single + together;
  }

  private moment(): Moment {
    const now = this.clock.now();
    return { now, today: this.clock.today(), quietUntil: quietEnd(this.settings.reminderHours, now) };
  }

  private async untilNoneIsLeft(sendSome: (tx: Tx) => Promise<number>): Promise<number> {
    for (let settled = 0; ;) {
      const count = await this.database.inTransaction(sendSome);
      if (count === 0) return settled;
      settled += count;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { addDays, Clock, type Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { RecurringLooks } from '../platform/jobs/recurring-looks';
import { PlatformSettings } from '../platform/settings';
import { DueRemindersQueries } from './due-reminders.queries';
import type { Moment } from './reminder';
import { digestOf, quietEnd } from '../platform/reminder-hours';
import { planReminders } from './plan.job';
import { endOfPortion, planning } from './planning';
import { ReminderPostService } from './post.service';
import { reminderDefinitions } from './rules/definitions';
import { type ReminderRule, reminderRules } from './rules/rule';

const linesAtOnce = 5_000;
const batch = 500;
const digestsAtOnce = 50;

const plannedRules = reminderRules.filter((rule) => reminderDefinitions[rule].isPlanned !== false);

interface Planned {
  /** Lines. */
  readonly planned: number;
  readonly isMore: boolean;
}

/** A place as it is kept: a rule, and the day its portions go on with where it has any. */
function placeIn(kept: string | null): { readonly rule: ReminderRule | undefined; readonly day: Day | null } {
  const [rule, day = null] = (kept ?? '').split(' ');
  return { rule: plannedRules.find((one) => one === rule), day };
}

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
    private readonly looks: RecurringLooks,
  ) {}

  /**
   * Writes into the ledger what is due today or was missed, so many lines at a time, rule by rule; the next look goes on
   * with the rule, and the day of it, where this one stopped. What is in the ledger is not planned again.
   */
  async plan(atMost = linesAtOnce): Promise<Planned> {
    const place = placeIn(await this.looks.placeOf(planReminders.name));
    let [planned, left] = [0, atMost];
    for (const rule of plannedRules.slice(plannedRules.indexOf(place.rule ?? plannedRules[0]!))) {
      const from = rule === place.rule ? place.day : null;
      const done = await this.database.inTransaction((tx) => this.planRule(tx, rule, { from, left, atMost }));
      planned += done.planned;
      left -= done.found;
      if (done.isMore) return { planned, isMore: true };
    }
    if (place.rule) await this.looks.goOnFrom(planReminders.name, null);
    return { planned, isMore: false };
  }

  private async planRule(
    tx: Tx,
    rule: ReminderRule,
    { from, left, atMost }: { readonly from: Day | null; readonly left: number; readonly atMost: number },
  ): Promise<Planned & { readonly found: number }> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const { anchors } = reminderDefinitions[rule];
    const since = from ?? '-infinity';
    const [end] = anchors ? await tx.rows<{ day: Day }>(endOfPortion(anchors), [today, since, rule, atMost]) : [];
    const portion = anchors ? [since, end?.day ?? 'infinity'] : [];
    const { found, planned } = await tx.row<{ found: number; planned: number }>(planning(rule), [
      ...[today, now, rule, left],
      ...portion,
    ]);
    const isFull = found === left;
    const next = isFull ? from : end && addDays(end.day, 1);
    const isMore = isFull || end !== undefined;
    if (isMore) await this.looks.goOnFrom(planReminders.name, [rule, next ?? []].flat().join(' '), tx);
    return { found, planned, isMore };
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

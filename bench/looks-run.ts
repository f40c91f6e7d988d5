import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { schedule } from '../src/schedule';
import { messagesInHand } from './killing-run';
import { arrangeReminders } from './many-reminders';
import { Mailbox } from './mailbox';
import { ServiceProcess } from './service-process';

/** So late, counted in its own interval, a look is overdue. */
const mostTurnsLate = 2;
/** A wave that takes longer loses something. */
const mostTurns = 8;
/** How long a turn is waited for, also on a busy machine. */
const longestTurnSeconds = 30;
const glance = 50;

export interface LooksSetting {
  /** Of a worker, beside the addresses of database and mailbox. */
  readonly env: Readonly<Record<string, string>>;
  readonly program: readonly string[];
  readonly databaseUrl: string;
  readonly pool: Pool;
}

export interface LooksReport {
  readonly due: number;
  /** Mails written of what was due. */
  readonly written: number;
  /** Reminders of which no letter came. */
  readonly lost: number;
  /** Letters under a Message-ID that had come. */
  readonly repeated: number;
  /** Mails or letters beyond one for each reminder. */
  readonly doubled: number;
  /** Looks done later than {@link mostTurnsLate} of their own intervals. */
  readonly overdue: number;
  /** The most turns a look was late by. */
  readonly late: number;
}

/** When to make trouble while a wave of reminders goes out; at the latest when it ends without. */
export interface Wave {
  /** Until workers have asked for looks of the present turn. */
  untilAskedFor(): Promise<void>;
  /** Until half of its letters came. */
  untilHalfCame(): Promise<void>;
}

/**
 * Reminders fall due in waves while workers run and something goes wrong with their queue or their clock. Time is told to
 * the database alone: in each turn one interval of each look goes by, and nobody but the workers asks for anything.
 */
export class LooksRun {
  private readonly mailbox = new Mailbox();
  private readonly workers: ServiceProcess[] = [];
  private readonly missed = new Map<string, number>();
  private smtpUrl = '';
  private waves = 0;
  private due = 0;
  private overdue = 0;
  private late = 0;
  private turnBegan = 'infinity';

  constructor(private readonly setting: LooksSetting) {}

  /** @param more environment variables; @param before what Node loads before the program */
  async startWorker(
    more: Readonly<Record<string, string>> = {},
    before: readonly string[] = [],
  ): Promise<ServiceProcess> {
    this.smtpUrl ||= await this.mailbox.open();
    const worker = await ServiceProcess.start({
      program: [...before, ...this.setting.program],
      env: {
        DATABASE_URL: this.setting.databaseUrl,
        DATABASE_POOL: '6',
        MAIL_CONCURRENCY: String(messagesInHand),
        SMTP_URL: this.smtpUrl,
        MAIL_PER_DOMAIN_PER_MINUTE: '0',
        QUIET_HOURS: '03:00-03:00',
        ...this.setting.env,
        ...more,
      },
    });
    this.workers.push(worker);
    return worker;
  }

  /**
   * As many reminders more fall due; ends when their letters came, every look is done, and the trouble is over.
   * @returns whether it is of use to go on: nothing is lost or overdue
   */
  async wave(size: number, trouble: (wave: Wave) => Promise<void>): Promise<boolean> {
    const before = this.letters;
    await arrangeReminders(this.setting.pool, size, (this.waves += 1));
    this.due += size;
    let [isEnding, isTroubled] = [false, true];
    const until = async (isSo: () => boolean | Promise<boolean>) => {
      while (!isEnding && !(await isSo())) await delay(glance);
    };
    const troubled = trouble({
      untilAskedFor: () => until(() => this.isAskedFor()),
      untilHalfCame: () => until(() => this.letters - before >= size / 2),
    }).finally(() => (isTroubled = false));
    // Told when it is awaited.
    troubled.catch(() => {});
    for (let turn = 1; turn <= mostTurns; turn += 1) {
      const wasTroubled = isTroubled;
      const areAllDone = await this.turn();
      if (!wasTroubled && areAllDone && this.letters - before >= size) break;
    }
    isEnding = true;
    await troubled;
    return this.overdue === 0 && this.letters - before >= size;
  }

  /** @param kills of workers, whose messages in hand come again under their Message-IDs, which fold the two */
  async report(kills = 0): Promise<LooksReport> {
    const { rows } = await this.setting.pool.query<{ to: string }>(
      `SELECT to_address::text AS "to" FROM mail_messages`,
    );
    const came = new Set(this.mailbox.letters.map(({ to }) => to));
    const written = new Set(rows.map(({ to }) => to));
    const different = new Set(this.mailbox.letters.map(({ messageId }) => messageId)).size;
    const repeated = this.letters - different;
    return {
      due: this.due,
      written: rows.length,
      lost: this.due - came.size,
      repeated,
      doubled: rows.length - written.size + different - came.size + Math.max(0, repeated - kills * messagesInHand),
      overdue: this.overdue,
      late: this.late,
    };
  }

  async stop(): Promise<void> {
    for (const worker of this.workers) worker.kill();
    await Promise.all(this.workers.map((worker) => worker.ended()));
    if (this.smtpUrl) await this.mailbox.close();
  }

  private get letters(): number {
    return this.mailbox.letters.length;
  }

  /** One interval of each look goes by. @returns whether each was asked for and done */
  private async turn(): Promise<boolean> {
    const { rows } = await this.setting.pool.query<{ now: string }>(
      `WITH turned AS (
         UPDATE recurring_looks r SET asked_at = asked_at - s.interval, done_at = done_at - s.interval, known_since = known_since - s.interval
         FROM unnest($1::text[], $2::interval[]) AS s (look, interval) WHERE r.look = s.look)
       SELECT now()::text AS now`,
      [schedule.map(({ job }) => job), schedule.map(({ everySeconds }) => `${everySeconds} s`)],
    );
    this.turnBegan = rows[0]!.now;
    const ended = performance.now() + longestTurnSeconds * 1_000;
    let left = await this.undone();
    while (left.length > 0 && performance.now() < ended) {
      await delay(glance);
      left = await this.undone();
    }
    for (const { job } of schedule) this.judge(job, left.includes(job));
    return left.length === 0;
  }

  private judge(look: string, isMissed: boolean): void {
    const turns = isMissed ? (this.missed.get(look) ?? 0) + 1 : 0;
    this.missed.set(look, turns);
    this.late = Math.max(this.late, turns);
    if (turns === mostTurnsLate) this.overdue += 1;
  }

  private async undone(): Promise<string[]> {
    const { rows } = await this.setting.pool.query<{ look: string }>(
      `SELECT look FROM recurring_looks WHERE asked_at IS NULL OR asked_at < $1 OR done_at IS NULL OR done_at < asked_at`,
      [this.turnBegan],
    );
    return rows.map(({ look }) => look);
  }

  private async isAskedFor(): Promise<boolean> {
    const { rowCount } = await this.setting.pool.query('SELECT FROM recurring_looks WHERE asked_at >= $1', [
      this.turnBegan,
    ]);
    return (rowCount ?? 0) > 0;
  }
}

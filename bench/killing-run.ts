import type { Pool } from 'pg';
import { JobQueue } from '../src/platform/jobs/job-queue';
import { type Letter, Mailbox } from './mailbox';
import { ServiceProcess } from './service-process';

const workersAtATime = 2;
const looks = ['reminders.plan', 'reminders.send', 'mail.deliver'];
const betweenLooks = 200;
/** The usual `MAIL_CONCURRENCY`. */
export const messagesInHand = 4;

export interface KillingSetting {
  readonly program: string;
  readonly databaseUrl: string;
  readonly pool: Pool;
  readonly reminders: number;
  readonly kills: number;
  /** Where the queue is for one part of the run after the other; null is PostgreSQL. */
  readonly backends: readonly (string | null)[];
}

/** What the mailbox has, beside what the ledger says. */
export interface KillingReport {
  readonly kills: number;
  readonly distinct: number;
  /** Letters that came again under a Message-ID that had come: accepted by the server and not yet recorded by a worker that died. */
  readonly repeated: number;
  /** Lines of the ledger that say it left. */
  readonly sent: number;
  readonly lines: number;
  /** Message-IDs of the ledger that never came, and letters the ledger does not know, or knows to somebody else. */
  readonly lost: number;
  readonly unknown: number;
}

/** Only what a dying worker had in hand may come twice; the last of them die when the queue moves. */
export const mostRepeated = (kills: number): number => (kills + workersAtATime) * messagesInHand;

/**
 * Reminders go out while the workers that send them are killed in turn: just before the mail server accepts a letter,
 * just after, and all at once when the queue moves. Nothing may be lost, and nothing come that the ledger does not know.
 */
export class KillingRun {
  private readonly mailbox = new Mailbox({
    before: (letter) => this.killBefore(letter),
    after: (letter) => this.killAfter(letter),
  });
  private readonly workers = new Map<string, ServiceProcess>();
  private readonly starting = new Set<Promise<void>>();
  private queue: JobQueue;
  private part = 0;
  private started = 0;
  private kills = 0;
  private smtpUrl = '';
  private broken: unknown = null;

  constructor(private readonly setting: KillingSetting) {}

  async run(): Promise<KillingReport> {
    this.smtpUrl = await this.mailbox.open();
    this.queue = this.queueOfPart();
    try {
      for (let n = 0; n < workersAtATime; n += 1) this.startWorker();
      await this.untilAllIsSent();
      return await this.report();
    } finally {
      await Promise.allSettled(this.starting);
      for (const worker of this.workers.values()) worker.kill();
      await Promise.all([...this.workers.values()].map((worker) => worker.ended()));
      await this.queue.onApplicationShutdown();
      await this.mailbox.close();
    }
  }

  /** Says "look now" more often than the schedule, so that a run takes seconds; several planners and senders are at it at once. */
  private async untilAllIsSent(): Promise<void> {
    for (;;) {
      if (this.broken) throw this.broken;
      await this.moveQueueInTime();
      const { rows } = await this.setting.pool.query<{ left: number }>(
        `SELECT $1::int - count(*)::int AS left FROM mail_messages WHERE delivered_at IS NOT NULL`,
        [this.setting.reminders],
      );
      if (rows[0]!.left <= 0 && this.kills >= this.setting.kills) return;
      await this.sayLookNow();
      await new Promise((resolve) => setTimeout(resolve, betweenLooks));
    }
  }

  /** Each twice, so that two do the same at once; no more while nobody is there to look. */
  private async sayLookNow(): Promise<void> {
    const { waiting = 0 } = await this.queue.counts();
    if (waiting >= looks.length) return;
    await Promise.all(looks.flatMap((name) => [this.queue.add({ name }, {}), this.queue.add({ name }, {})]));
  }

  /** The next letters bring the next kill: they are spread evenly over the run. */
  private get isTime(): boolean {
    const { reminders, kills } = this.setting;
    return this.kills < kills && this.mailbox.letters.length >= ((this.kills + 1) * reminders) / (kills + 1) - 1;
  }

  private killBefore(letter: Letter): void {
    if (!this.isTime || this.kills % 2 === 1) return;
    if (this.kill(letter.sender)) throw new Error('451 nobody is there to hear this');
  }

  private killAfter(letter: Letter): void {
    if (this.isTime && this.kills % 2 === 1) this.kill(letter.sender);
  }

  private kill(sender: string): boolean {
    const worker = this.workers.get(sender);
    if (!worker?.isAlive) return false;
    worker.kill();
    this.workers.delete(sender);
    this.kills += 1;
    this.startWorker();
    return true;
  }

  private async moveQueueInTime(): Promise<void> {
    const { backends, kills } = this.setting;
    const due = Math.min(backends.length - 1, Math.floor((this.kills * backends.length) / Math.max(1, kills)));
    if (due === this.part) return;
    this.part = due;
    // The old queue is left behind as it is, with all that was on it.
    await Promise.allSettled(this.starting);
    const old = [...this.workers.values()];
    this.workers.clear();
    for (const worker of old) worker.kill();
    await this.queue.onApplicationShutdown();
    this.queue = this.queueOfPart();
    for (let n = 0; n < workersAtATime; n += 1) this.startWorker();
  }

  private queueOfPart(): JobQueue {
    return new JobQueue({ databaseUrl: this.setting.databaseUrl, redisUrl: this.setting.backends[this.part]! });
  }

  private startWorker(): void {
    const { program, databaseUrl, backends } = this.setting;
    const name = `worker-${(this.started += 1)}`;
    const redisUrl = backends[this.part];
    const env = {
      DATABASE_URL: databaseUrl,
      DATABASE_POOL: '10',
      MAIL_CONCURRENCY: String(messagesInHand),
      SMTP_URL: `${this.smtpUrl}?name=${name}`,
      MAIL_PER_DOMAIN_PER_MINUTE: '0',
      QUIET_HOURS: '03:00-03:00',
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    };
    const starting = ServiceProcess.start({ program: [program], env })
      .then((worker) => void this.workers.set(name, worker))
      .catch((error: unknown) => void (this.broken = error))
      .finally(() => this.starting.delete(starting));
    this.starting.add(starting);
  }

  private async report(): Promise<KillingReport> {
    const { rows } = await this.setting.pool.query<{ messageId: string | null; to: string | null; state: string }>(
      `SELECT r.outcome AS state, m.message_id AS "messageId", m.to_address::text AS "to" FROM reminder_lines r LEFT JOIN mail_messages m ON m.id = r.mail_id`,
    );
    const recipients = new Map(rows.map(({ messageId, to }) => [messageId, to]));
    const { letters } = this.mailbox;
    const came = new Set(letters.map(({ messageId }) => messageId));
    return {
      kills: this.kills,
      distinct: came.size,
      repeated: letters.length - came.size,
      lines: rows.length,
      sent: rows.filter(({ state }) => state === 'left').length,
      lost: rows.filter(({ messageId }) => messageId === null || !came.has(messageId)).length,
      unknown: letters.filter(({ messageId, to }) => recipients.get(messageId) !== to).length,
    };
  }
}

import { once } from 'node:events';
import { join } from 'node:path';
import { Worker as Thread } from 'node:worker_threads';
import { Pool } from 'pg';
import { Clock } from '../src/platform/clock';
import { Database } from '../src/platform/database/database';
import { DeliveryAttempts } from '../src/platform/jobs/delivery-attempts';
import { MailAllowances } from '../src/platform/mailer/mail-allowances';
import { MailAddresses } from '../src/platform/mailer/mail-addresses';
import { MailDeliveries } from '../src/platform/mailer/mail-deliveries';
import { MailPauses } from '../src/platform/mailer/mail-pauses';
import { MailRenewal } from '../src/platform/mailer/mail-renewal';
import { MailSecrets } from '../src/platform/mailer/mail-secrets';
import { MailWriters } from '../src/platform/mailer/mail-writers';
import { SmtpTransport, type LeavingMail } from '../src/platform/mailer/mail-transport';
import { PlatformSettings } from '../src/platform/settings';
import { RemindersService } from '../src/reminders/reminders.service';
import { numberAfter } from './arguments';
import { bareMail, bareQueue, type Rate, rated } from './bare-post';
import type { BenchedService } from './benched-service';
import { median } from './figures';
import { arrangeReminders } from './many-reminders';
import { PrivateRedis } from './private-redis';

const usualCount = 100_000;
const usualRounds = 5;
const usualOfRound = 10_000;
const bareAtMost = 5_000;
/** After so long what has left of the whole is counted, and the rest stays. */
const enoughDeliverySeconds = 300;

/** How often a second, of each. */
interface Round {
  readonly planned: number;
  readonly written: number;
  readonly delivered: number;
  readonly bareMail: number;
  /** By backend. */
  readonly bareQueue: Readonly<Record<string, number>>;
}

/**
 * Reminders planned, written and delivered to a mail server beside us, in turns with what carries them: bare queues whose
 * jobs do nothing, and nodemailer alone sending the same message. First rounds of some, then all at once.
 */
export async function measureReminders(service: BenchedService): Promise<boolean> {
  const pool = new Pool({ connectionString: service.databaseUrl, max: 2 });
  pool.on('error', () => {});
  const sink = new Thread(join(__dirname, 'sink-thread.js'));
  // Listened for at once: a sink that is up before Redis says so to nobody.
  const isUp = once(sink, 'message');
  const redis = await PrivateRedis.start().catch(() => null);
  try {
    const [sinkUrl] = (await isUp) as [string];
    const bench = new RemindersBench(service, pool, sinkUrl, redis?.url ?? null);
    const [ofRound, rounds] = [numberAfter('--of-round', usualOfRound), numberAfter('--rounds', usualRounds)];
    const taken: Round[] = [];
    for (let round = 1; round <= rounds; round += 1) taken.push(await bench.round(round, ofRound));
    const whole = await bench.round(rounds + 1, numberAfter('--count', usualCount));
    bench.report(`${rounds} rounds of ${ofRound}, medians`, taken);
    bench.report('all at once', [whole]);
    if (!redis) console.log('redis-server is not on this machine: nothing was measured against a queue on Redis.');
    return bench.isWell;
  } finally {
    await sink.terminate();
    await redis?.stop();
    await pool.end();
  }
}

class RemindersBench {
  isWell = true;
  private readonly inHand: number;

  constructor(
    private readonly service: BenchedService,
    private readonly pool: Pool,
    private readonly sinkUrl: string,
    private readonly redisUrl: string | null,
  ) {
    this.inHand = service.get(PlatformSettings).mailConcurrency;
  }

  /** Look by look, until none is left. */
  private async planAll(reminders: RemindersService): Promise<number> {
    for (let count = 0; ;) {
      const { planned, isMore } = await reminders.plan();
      count += planned;
      if (!isMore) return count;
    }
  }

  async round(wave: number, count: number): Promise<Round> {
    await arrangeReminders(this.pool, count, wave);
    const bare = Math.min(bareAtMost, count);
    const { databaseUrl, config } = this.service;
    const queue = { databaseUrl, concurrency: config.workerConcurrency };
    const onPostgres = await bareQueue({ ...queue, redisUrl: null }, bare);
    const onRedis = this.redisUrl && (await bareQueue({ ...queue, redisUrl: this.redisUrl }, bare));
    const reminders = this.service.get(RemindersService);
    const planned = await rated(() => this.planAll(reminders));
    const written = await rated(() => reminders.send());
    const alone = await bareMail(this.sinkUrl, this.inHand, await this.oneMail(), bare);
    const delivered = await this.deliver();
    this.isWell &&= planned.count === count && written.count === count && (await this.isTold(delivered));
    return {
      planned: planned.perSecond,
      written: written.perSecond,
      delivered: delivered.perSecond,
      bareMail: alone.perSecond,
      bareQueue: { PostgreSQL: onPostgres.perSecond, ...(onRedis && { Redis: onRedis.perSecond }) },
    };
  }

  /** Whether the outbox says the same, and nobody is told twice. */
  private async isTold({ count }: Rate): Promise<boolean> {
    const { rows } = await this.pool.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM mail_messages WHERE delivered_at IS NOT NULL AND attempts = 1`,
    );
    const isSame = rows[0]!.left === (this.told += count);
    if (!isSame) console.log(`${this.told} are said to have left, the outbox says ${rows[0]!.left}.`);
    return isSame;
  }
  private told = 0;

  private async oneMail(): Promise<LeavingMail> {
    const { rows } = await this.pool.query<LeavingMail>(
      `SELECT message_id AS "messageId", to_address::text AS "to", to_account_id AS "accountId", subject, body FROM mail_messages
       WHERE delivered_at IS NULL LIMIT 1`,
    );
    return rows[0]!;
  }

  private async deliver(): Promise<Rate> {
    const { service } = this;
    const settings = service.get(PlatformSettings);
    const { mailFrom: from, mailConcurrency: connections, deadlines } = settings;
    const transport = new SmtpTransport({ url: this.sinkUrl, from, connections, seconds: deadlines.mailSeconds });
    const deliveries = new MailDeliveries(
      service.get(Database),
      transport,
      service.get(MailRenewal),
      service.get(MailWriters),
      service.get(MailSecrets),
      service.get(DeliveryAttempts),
      service.get(MailAllowances),
      service.get(MailAddresses),
      service.get(MailPauses),
      service.get(Clock),
      settings,
    );
    const enough = setTimeout(() => void deliveries.onModuleDestroy(), enoughDeliverySeconds * 1_000);
    try {
      return await rated(() => deliveries.deliver());
    } finally {
      clearTimeout(enough);
      transport.onApplicationShutdown();
    }
  }

  report(title: string, rounds: readonly Round[]): void {
    const of = (pick: (round: Round) => number) => median(rounds.map(pick));
    const table: Record<string, object> = {};
    for (const backend of Object.keys(rounds[0]!.bareQueue)) {
      const slower = (round: Round) => Math.min(round.bareMail, round.bareQueue[backend]!);
      table[`queue on ${backend}`] = {
        'no-op jobs/s': Math.round(of((round) => round.bareQueue[backend]!)),
        'bare mails/s': Math.round(of((round) => round.bareMail)),
        'planned, × slower (10)': rounded(of((round) => round.planned / slower(round))),
        'written, × slower': rounded(of((round) => round.written / slower(round))),
        'delivered, × slower (0.7)': rounded(of((round) => round.delivered / slower(round))),
      };
    }
    const each = [of(({ planned }) => planned), of(({ written }) => written), of(({ delivered }) => delivered)];
    const [planned, written, delivered] = each.map((perSecond) => Math.round(perSecond));
    console.log(
      `${title}, ${this.inHand} messages in hand: ${planned} planned, ${written} written, ${delivered} delivered a second`,
    );
    console.table(table);
  }
}

const rounded = (value: number) => Math.round(value * 100) / 100;

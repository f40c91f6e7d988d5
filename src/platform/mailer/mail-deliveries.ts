import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../clock';
import { Database, type Tx } from '../database/database';
import { DeliveryAttempts, type FailedAttempt } from '../jobs/delivery-attempts';
import { DeliveryLoops } from '../jobs/delivery-loops';
import { PlatformSettings } from '../settings';
import { type Allowance, MailAllowances } from './mail-allowances';
import type { KeptMail } from './mailer';
import { MailTransport, RefusedForGood } from './mail-transport';

const isDue = 'delivered_at IS NULL AND dead_at IS NULL AND next_attempt_at <= $1 AND coalesce(not_after > $1, true)';

/** While one batch waits for the mail server, the other is taken and recorded. */
const mostBatches = 2;

/** Domains that have used up a minute's allowance, and which minute it was: they wait for the next. */
type FullDomains = Map<string, number>;

type DueMail = KeptMail & { readonly attempts: number };

/**
 * Lets messages leave in small batches. Each has a short transaction that holds its rows, so two workers never have the
 * same message, and one that dies hands its batch back. One exception cannot be closed: when a worker dies after the mail
 * server said "accepted" and before our commit, the message leaves again, with the same Message-ID, by which mailboxes
 * fold the two.
 */
@Injectable()
export class MailDeliveries implements OnModuleDestroy {
  private readonly loops = new DeliveryLoops();

  constructor(
    private readonly database: Database,
    private readonly transport: MailTransport,
    private readonly attempts: DeliveryAttempts,
    private readonly allowances: MailAllowances,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  get isUnderWay(): boolean {
    return this.loops.isUnderWay;
  }

  /** Sends what is due; returns how many left. */
  async deliver(): Promise<number> {
    if (!this.transport.delivers) return 0;
    const full: FullDomains = new Map();
    return this.loops.run(
      this.batches,
      () => this.prepare(),
      () => (this.allowances.areLimited ? this.deliverWithin(full) : this.deliverBatch(null)),
    );
  }

  private async prepare(): Promise<void> {
    await this.database.inTransaction((tx) => this.attempts.giveUpLate(tx, 'mail_messages'));
    if (this.allowances.areLimited) await this.allowances.forgetOld();
  }

  async onModuleDestroy(): Promise<void> {
    await this.loops.stop();
  }

  /** All batches together are what a worker has in hand: as many messages as it may send at a time. */
  private get batches(): number {
    return Math.min(mostBatches, this.settings.mailConcurrency);
  }

  private get batchSize(): number {
    return Math.ceil(this.settings.mailConcurrency / this.batches);
  }

  private async deliverWithin(full: FullDomains): Promise<number | null> {
    const now = this.clock.now();
    const minute = Math.floor(now.getTime() / 60_000);
    const waiting = [...full].flatMap(([domain, fullIn]) => (fullIn === minute ? domain : []));
    // Only what nobody has in hand: waiting for a slow server elsewhere must not use up the minute here.
    const wanted = await this.database.read<Allowance>(
      `SELECT domain, count(*)::int AS count FROM (
         SELECT domain FROM mail_messages WHERE ${isDue} AND domain <> ALL ($2) ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED) due
       GROUP BY domain`,
      [now, waiting, this.batchSize],
    );
    if (wanted.length === 0) return null;
    const allowed = await this.allowances.take(wanted);
    for (const { domain, count } of allowed) if (count === 0) full.set(domain, minute);
    const open = allowed.filter(({ count }) => count > 0);
    // Another batch may have taken all of them since; there may be others.
    return open.length === 0 ? 0 : ((await this.deliverBatch(open)) ?? 0);
  }

  /** @param allowed how many to which domains; null for no limit. Returns how many left, or null when none was due. */
  private async deliverBatch(allowed: readonly Allowance[] | null): Promise<number | null> {
    return this.database.inTransaction(async (tx) => {
      const mails = await this.take(tx, allowed);
      if (mails.length === 0) return null;
      const failures = (await Promise.all(mails.map((mail) => this.send(mail)))).filter((failure) => failure !== null);
      const failed = new Set(failures.map(({ id }) => id));
      const delivered = mails.flatMap(({ id }) => (failed.has(id) ? [] : id));
      await this.attempts.succeeded(tx, 'mail_messages', delivered);
      for (const failure of failures) await this.attempts.failed(tx, 'mail_messages', failure);
      return delivered.length;
    });
  }

  private async send(mail: DueMail): Promise<FailedAttempt | null> {
    try {
      await this.transport.send(mail);
      return null;
    } catch (error) {
      const isForGood = error instanceof RefusedForGood;
      const said = isForGood ? error.message : String(error);
      return { id: mail.id, attempts: mail.attempts, error: said, isForGood };
    }
  }

  private async take(tx: Tx, allowed: readonly Allowance[] | null): Promise<DueMail[]> {
    const due = (ofDomain: string, limit: string) =>
      `SELECT id, message_id AS "messageId", to_address AS "to", to_account_id AS "accountId", subject, body, unsubscribe, attachments, attempts
       FROM mail_messages WHERE ${isDue} ${ofDomain} ORDER BY next_attempt_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
    const now = this.clock.now();
    if (!allowed) return this.database.read<DueMail>(due('', '$2'), [now, this.batchSize], tx);
    return this.database.read<DueMail>(
      `SELECT m.* FROM jsonb_to_recordset($2::jsonb) AS allowed (domain text, count integer),
       LATERAL (${due('AND domain = allowed.domain', 'allowed.count')}) m`,
      [now, JSON.stringify(allowed)],
      tx,
    );
  }
}

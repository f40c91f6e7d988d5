import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../clock';
import { Database, type Tx } from '../database/database';
import { DeliveryAttempts, type Outbox } from '../jobs/delivery-attempts';
import { DeliveryLoops } from '../jobs/delivery-loops';
import { PlatformSettings } from '../settings';
import { MailAddresses } from './mail-addresses';
import { MailAllowances } from './mail-allowances';
import { MailPauses } from './mail-pauses';
import { type Lent, MailSecrets, withoutSecret, withSecret } from './mail-secrets';
import { MailWriters } from './mail-writers';
import { MailRenewal, type RenewedMail } from './mail-renewal';
import { type LeavingMail, MailRefused, MailTransport } from './mail-transport';

export const mailOutbox: Outbox = { table: 'mail_messages', forgotten: ['returned_at = NULL'] };

/** While two batches are with the mail server, another is taken or recorded. */
const mostBatches = 3;
const withTheServer = 2;
/** How many are written anew together, how few of them are left when the next are, and after how long they are not new any more. */
const renewedTogether = 100;
const fewLeft = 50;
const newForMilliseconds = 5_000;

/** Domains that have used up a minute's allowance, and which minute it was: they wait for the next. */
type FullDomains = Map<string, number>;

type ReadyMail = RenewedMail & { readonly renewedAt: number };

type DueMail = LeavingMail & { readonly id: string; readonly attempts: number };

interface Refused {
  readonly mail: DueMail;
  readonly refusal: MailRefused;
}

/**
 * Lets messages leave in small batches, each written anew a moment before. A batch has a short transaction that holds
 * its rows, so two workers never have the same message, and one that dies hands its batch back. One exception cannot be
 * closed: when a worker dies after the mail server said "accepted" and before our commit, the message leaves again, with
 * the same Message-ID, by which mailboxes fold the two.
 */
@Injectable()
export class MailDeliveries implements OnModuleDestroy {
  private readonly loops = new DeliveryLoops();
  private renewed: readonly ReadyMail[] = [];
  private inHand: readonly ReadyMail[] = [];
  private isTry = false;
  /** Whether those that were written anew last were as many as can be. */
  private isMany = false;
  private pausesBegun = 0;
  private renewing: Promise<boolean> | null = null;

  constructor(
    private readonly database: Database,
    private readonly transport: MailTransport,
    private readonly renewal: MailRenewal,
    private readonly writers: MailWriters,
    private readonly secrets: MailSecrets,
    private readonly attempts: DeliveryAttempts,
    private readonly allowances: MailAllowances,
    private readonly addresses: MailAddresses,
    private readonly pauses: MailPauses,
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
      () => this.deliverNext(full),
    );
  }

  private async prepare(): Promise<void> {
    this.renewed = [];
    await this.database.inTransaction((tx) => this.attempts.giveUpLate(tx, mailOutbox));
    if (this.allowances.areLimited) await this.allowances.forgetOld();
  }

  async onModuleDestroy(): Promise<void> {
    await this.loops.stop();
  }

  /** Each holds a connection to the database while the mail server has it; half of the pool is for others. */
  private get batches(): number {
    const { mailConcurrency, databasePool } = this.settings;
    return Math.min(mostBatches, mailConcurrency, Math.floor(databasePool / 2));
  }

  /** Those with the mail server are together as many messages as it may be sent at a time. */
  private get batchSize(): number {
    return Math.ceil(this.settings.mailConcurrency / Math.min(withTheServer, this.batches));
  }

  /** Returns how many left, or null when none may leave now. */
  private async deliverNext(full: FullDomains): Promise<number | null> {
    const ready = this.nextAre(full);
    if (ready.length === 0) {
      this.renewing ??= this.renew(full).finally(() => (this.renewing = null));
      const mayBeMore = await this.renewing;
      if (this.renewed.length === 0) return mayBeMore ? 0 : null;
    } else if (ready.length < fewLeft && this.isMany && !this.renewing) {
      // The other batch does not wait for it.
      this.renewing = this.renew(full).finally(() => (this.renewing = null));
      await this.renewing;
    }
    const next = this.nextAre(full).slice(0, this.batchSize);
    this.renewed = this.renewed.filter((mail) => !next.includes(mail));
    this.inHand = [...this.inHand, ...next];
    try {
      const mails = this.allowances.areLimited ? await this.allowed(next, full) : next;
      // Another batch may have taken all of them since; there may be others.
      return mails.length === 0 ? 0 : await this.deliverBatch(mails);
    } finally {
      this.inHand = this.inHand.filter((mail) => !next.includes(mail));
    }
  }

  /** What is left of the messages written anew, while they are new and their domains take more. */
  private nextAre(full: FullDomains): readonly ReadyMail[] {
    const newSince = this.clock.now().getTime() - newForMilliseconds;
    const closed = this.closed(full);
    return this.renewed.filter(({ domain, renewedAt }) => renewedAt > newSince && !closed.includes(domain));
  }

  /** Whether there may be more than what was found: others held some, or a batch or a domain's minute ended meanwhile. */
  private async renew(full: FullDomains): Promise<boolean> {
    const [asked, pauses, inHand] = [this.minute, this.pausesBegun, this.inHand];
    const ready = this.nextAre(full);
    const { mails, wereHeld, isTry } = await this.renewal.renew(
      renewedTogether,
      this.closed(full),
      [...ready, ...inHand].map(({ id }) => id),
    );
    const renewedAt = this.clock.now().getTime();
    const isPaused = this.pausesBegun !== pauses;
    const left = this.renewed.filter((mail) => ready.includes(mail));
    this.renewed = isPaused ? [] : [...left, ...mails.map((mail) => ({ ...mail, renewedAt }))];
    [this.isTry, this.isMany] = [isTry, mails.length === renewedTogether];
    const hasBatchEnded = inHand.some((mail) => !this.inHand.includes(mail));
    return wereHeld || hasBatchEnded || (full.size > 0 && this.minute !== asked);
  }

  private get minute(): number {
    return Math.floor(this.clock.now().getTime() / 60_000);
  }

  private closed(full: FullDomains): string[] {
    return [...full].flatMap(([domain, fullIn]) => (fullIn === this.minute ? domain : []));
  }

  private async allowed(mails: readonly ReadyMail[], full: FullDomains): Promise<readonly ReadyMail[]> {
    const wanted = new Map<string, ReadyMail[]>();
    for (const mail of mails) wanted.set(mail.domain, [...(wanted.get(mail.domain) ?? []), mail]);
    const allowed = await this.allowances.take([...wanted].map(([domain, of]) => ({ domain, count: of.length })));
    for (const { domain, count } of allowed) if (count === 0) full.set(domain, this.minute);
    return allowed.flatMap(({ domain, count }) => wanted.get(domain)!.slice(0, count));
  }

  private async deliverBatch(batch: readonly ReadyMail[]): Promise<number> {
    const [secret, plain] = [true, false].map((isSecret) =>
      batch.flatMap(({ id, writer }) => (this.secrets.needs(writer) === isSecret ? [id] : [])),
    );
    const lent = await this.secrets.lend(secret!);
    return this.database.inTransaction(async (tx) => {
      const mails = await this.stillSo(tx, batch, await this.take(tx, plain!, lent));
      const refused = (await Promise.all(mails.map((mail) => this.send(mail, lent)))).filter(
        (refusal) => refusal !== null,
      );
      const failed = new Set(refused.map(({ mail }) => mail.id));
      const delivered = mails.flatMap(({ id }) => (failed.has(id) ? [] : id));
      await this.attempts.succeeded(tx, mailOutbox, delivered);
      for (const one of refused) await this.record(tx, one);
      if (this.isTry && delivered.length > 0) await this.pauses.end(tx);
      return delivered.length;
    });
  }

  /** What changed since it was written anew waits for being written once more. */
  private async stillSo(tx: Tx, batch: readonly ReadyMail[], mails: readonly DueMail[]): Promise<readonly DueMail[]> {
    const outdated = new Set<string>();
    const carrying = batch.filter(({ carriesFiles }) => carriesFiles);
    for (const name of new Set(carrying.map(({ writer }) => writer))) {
      const ofWriter = carrying.flatMap(({ id, writer }) => (writer === name ? [id] : []));
      for (const id of (await this.writers.of(name)?.outdated?.(tx, ofWriter)) ?? []) outdated.add(id);
    }
    return mails.filter(({ id }) => !outdated.has(id));
  }

  private async send(mail: DueMail, { secrets }: Lent): Promise<Refused | null> {
    const secret = secrets.get(mail.id);
    try {
      await this.transport.send(secret ? { ...mail, body: withSecret(mail.body, secret) } : mail);
      return null;
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      const { verdict, message } = error;
      return { mail, refusal: secret ? new MailRefused(verdict, withoutSecret(message, secret)) : error };
    }
  }

  /** A "no" to us is not the message's: it waits with all others, behind them, and no attempt is counted. */
  private async record(tx: Tx, { mail: { id, to, attempts }, refusal: { verdict, message } }: Refused): Promise<void> {
    if (verdict === 'sender') {
      this.renewed = [];
      this.pausesBegun += 1;
      const until = await this.pauses.begin(tx, message);
      await tx.execute(`UPDATE mail_messages SET next_attempt_at = $2 WHERE id = $1`, [id, until]);
      return;
    }
    const isForGood = verdict !== 'later';
    await this.attempts.failed(tx, mailOutbox, { id, attempts, error: message, isForGood });
    if (verdict !== 'address') return;
    await this.addresses.cameBack(tx, { id, reason: message });
    await this.addresses.markBad(tx, { id, to, reason: message });
  }

  private async take(tx: Tx, ids: readonly string[], { secrets, until }: Lent): Promise<DueMail[]> {
    return this.database.read<DueMail>(
      `SELECT id, message_id, to_address AS "to", to_account_id AS account_id, subject, body, unsubscribe, attachments, attempts
       FROM mail_messages WHERE id = ANY ($1::uuid[] || $3::uuid[]) AND CASE WHEN id = ANY ($3) THEN next_attempt_at = $4 ELSE next_attempt_at <= $2 END
       ORDER BY ordinal FOR UPDATE SKIP LOCKED`,
      [ids, this.clock.now(), [...secrets.keys()], until],
      tx,
    );
  }
}

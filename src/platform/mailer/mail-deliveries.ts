import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../clock';
import { Database, type Tx } from '../database/database';
import { DeliveryAttempts } from '../jobs/delivery-attempts';
import { DeliveryLoops, type Turn } from '../jobs/delivery-loops';
import { PlatformSettings } from '../settings';
import { MailAllowances } from './mail-allowances';
import type { KeptMail } from './mailer';
import { MailTransport, RefusedForGood } from './mail-transport';

const isDue = 'delivered_at IS NULL AND dead_at IS NULL AND next_attempt_at <= $1';

/**
 * Lets messages leave. Each has a short transaction of its own that holds its row, so two workers never have the same
 * one, and one that dies hands it back. One exception cannot be closed: when a worker dies after the mail server said
 * "accepted" and before our commit, the message leaves again, with the same Message-ID, by which mailboxes fold the two.
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

  /** Sends what is due; returns how many left. */
  async deliver(): Promise<number> {
    if (!this.transport.delivers) return 0;
    if (!this.allowances.areLimited) return this.loops.run(this.hands, () => this.deliverOne(null));
    await this.allowances.forgetOld();
    // What has used up its minute waits for the next look.
    const full = new Set<string>();
    return this.loops.run(this.hands, () => this.deliverWithin(full));
  }

  async onModuleDestroy(): Promise<void> {
    await this.loops.stop();
  }

  /** Each hand holds a connection to the database while the mail server answers; half of them are left to others. */
  private get hands(): number {
    const { mailConcurrency, databasePool } = this.settings;
    return Math.max(1, Math.min(mailConcurrency, Math.floor(databasePool / 2)));
  }

  private async deliverWithin(full: Set<string>): Promise<Turn> {
    const [next] = await this.database.read<{ domain: string }>(
      `SELECT domain FROM mail_messages WHERE ${isDue} AND domain <> ALL ($2) ORDER BY next_attempt_at LIMIT 1`,
      [this.clock.now(), [...full]],
    );
    if (!next) return 'none';
    if (await this.allowances.take(next.domain)) {
      const turn = await this.deliverOne(next.domain);
      // Another hand took the last one to that domain; there may be others.
      return turn === 'none' ? 'not_delivered' : turn;
    }
    full.add(next.domain);
    return 'not_delivered';
  }

  private async deliverOne(domain: string | null): Promise<Turn> {
    return this.database.inTransaction(async (tx) => {
      const mail = await this.take(tx, domain);
      if (!mail) return 'none';
      const { id, attempts } = mail;
      try {
        await this.transport.send(mail);
      } catch (error) {
        const isForGood = error instanceof RefusedForGood;
        const said = isForGood ? error.message : String(error);
        await this.attempts.failed(tx, 'mail_messages', { id, attempts, error: said, isForGood });
        return 'not_delivered';
      }
      await this.attempts.succeeded(tx, 'mail_messages', id);
      return 'delivered';
    });
  }

  private async take(tx: Tx, domain: string | null): Promise<(KeptMail & { attempts: number }) | undefined> {
    const [mail] = await this.database.read<KeptMail & { attempts: number }>(
      `SELECT id, message_id AS "messageId", to_address AS "to", to_account_id AS "accountId", subject, body, unsubscribe, attachments, attempts
       FROM mail_messages WHERE ${isDue} AND ($2::text IS NULL OR domain = $2)
       ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [this.clock.now(), domain],
      tx,
    );
    return mail;
  }
}

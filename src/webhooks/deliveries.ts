import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { DeliveryAttempts } from '../platform/jobs/delivery-attempts';
import { DeliveryLoops } from '../platform/jobs/delivery-loops';
import { PlatformSettings } from '../platform/settings';
import { webhookOutbox } from './outbox';
import { ReceiverGone, WebhookSender } from './sender';
import { signedHeaders } from './signature';

const mostHands = 4;

interface DueDelivery {
  readonly id: string;
  readonly payload: string;
  readonly attempts: number;
  readonly url: string;
  readonly secrets: readonly string[];
}

/**
 * Sends what webhooks are to be told, each in a short transaction of its own as mail is. A worker that dies between the
 * receiver's answer and our commit sends again under the same `webhook-id`, by which the receiver drops the second.
 */
@Injectable()
export class WebhookDeliveries implements OnModuleDestroy {
  private readonly loops = new DeliveryLoops();

  constructor(
    private readonly database: Database,
    private readonly sender: WebhookSender,
    private readonly attempts: DeliveryAttempts,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  get isUnderWay(): boolean {
    return this.loops.isUnderWay;
  }

  /** Returns how many were delivered. */
  async deliver(): Promise<number> {
    const hands = Math.max(1, Math.min(mostHands, Math.floor(this.settings.databasePool / 4)));
    return this.loops.run(
      hands,
      () => this.database.inTransaction((tx) => this.attempts.giveUpLate(tx, webhookOutbox)),
      () => this.database.inTransaction((tx) => this.deliverOne(tx)),
    );
  }

  async onModuleDestroy(): Promise<void> {
    await this.loops.stop();
  }

  private async deliverOne(tx: Tx): Promise<number | null> {
    const now = this.clock.now();
    const due = await this.take(tx, now);
    if (!due) return null;
    const { id, attempts, payload } = due;
    const headers = signedHeaders({ id: `msg_${id}`, at: now, payload }, due.secrets);
    try {
      await this.sender.post(due.url, headers, payload);
    } catch (error) {
      const { message } = error as Error;
      const isForGood = error instanceof ReceiverGone;
      await this.attempts.failed(tx, webhookOutbox, { id, attempts, error: message, isForGood });
      return 0;
    }
    await this.attempts.succeeded(tx, webhookOutbox, [id]);
    return 1;
  }

  /** What goes to a webhook that is off waits until it is on. */
  private async take(tx: Tx, now: Date): Promise<DueDelivery | undefined> {
    const [due] = await this.database.read<DueDelivery>(
      `SELECT d.id, d.payload, d.attempts, w.url,
         CASE WHEN w.previous_until > $1 THEN ARRAY[w.secret, w.previous_secret] ELSE ARRAY[w.secret] END AS secrets
       FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id
       WHERE d.delivered_at IS NULL AND d.dead_at IS NULL AND d.next_attempt_at <= $1 AND coalesce(d.not_after > $1, true) AND w.enabled
       ORDER BY d.next_attempt_at LIMIT 1 FOR UPDATE OF d SKIP LOCKED`,
      [now],
      tx,
    );
    return due;
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { DeliveryAttempts } from '../platform/jobs/delivery-attempts';
import type { Action } from '../platform/journal/actions';
import { Journal } from '../platform/journal/journal';
import { NotFound } from '../platform/problems/refusals';
import { Randomness } from '../platform/randomness';
import { PlatformSettings } from '../platform/settings';
import { addressProblem } from './address';
import { secretFrom } from './signature';
import { webhookTopics } from './topics';
import { unknownTopic, wrongAddress } from './webhooks.refusals';
import type { AddWebhookRequest, ChangeWebhookRequest } from './webhooks.requests';
import { webhookOutbox } from './outbox';
import { webhookActions } from './webhooks.words';

const secretBytes = 32;

/** A webhook that was made or got a new secret: the only time the secret is told. */
export interface SecretTold {
  readonly id: string;
  readonly secret: string;
}

/** Other programs that are told what happens here, such as a gateway for SMS. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly attempts: DeliveryAttempts,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly settings: PlatformSettings,
  ) {}

  /** @throws InvalidInput | WebhookNameTaken */
  async add(actor: Actor, { name, url, topics }: AddWebhookRequest): Promise<SecretTold> {
    this.assertSound({ url, topics });
    const secret = this.newSecret();
    return this.database.inTransaction(async (tx) => {
      const added = await tx.row<{ id: string }>(
        `INSERT INTO webhooks (name, url, topics, enabled, secret, created_at, created_by) VALUES ($1, $2, $3, true, $4, $5, $6) RETURNING id`,
        [name, url, topics, secret, this.clock.now(), actor.accountId],
      );
      const { id } = added;
      await this.journal.write(tx, actor, lineOf(webhookActions.added, id, { name, url, topics }));
      return { id, secret };
    });
  }

  /** @throws NotFound | InvalidInput | WebhookNameTaken */
  async change(actor: Actor, id: string, wanted: ChangeWebhookRequest): Promise<void> {
    this.assertSound(wanted);
    const { name, url, topics, enabled } = wanted;
    await this.database.inTransaction(async (tx) => {
      await this.lock(tx, id);
      await tx.execute(
        `UPDATE webhooks SET name = coalesce($2, name), url = coalesce($3, url), topics = coalesce($4, topics), enabled = coalesce($5, enabled) WHERE id = $1`,
        [id, name ?? null, url ?? null, topics ?? null, enabled ?? null],
      );
      await this.journal.write(tx, actor, lineOf(webhookActions.changed, id, { ...wanted }));
    });
  }

  /** The secret before it goes on signing for a day. @throws NotFound */
  async rotateSecret(actor: Actor, id: string): Promise<SecretTold> {
    const secret = this.newSecret();
    return this.database.inTransaction(async (tx) => {
      await this.lock(tx, id);
      await tx.execute(
        `UPDATE webhooks SET previous_secret = secret, previous_until = $3::timestamptz + interval '1 day', secret = $2 WHERE id = $1`,
        [id, secret, this.clock.now()],
      );
      await this.journal.write(tx, actor, lineOf(webhookActions.secret_rotated, id, {}));
      return { id, secret };
    });
  }

  /** Tries again what was given up, one or all of this webhook; returns how many. @throws NotFound */
  async replay(actor: Actor, id: string, deliveryId: string | null): Promise<number> {
    return this.database.inTransaction(async (tx) => {
      await this.lock(tx, id);
      const given = await tx.rows<{ id: string }>(
        `SELECT id FROM webhook_deliveries WHERE webhook_id = $1 AND dead_at IS NOT NULL AND ($2::uuid IS NULL OR id = $2)`,
        [id, deliveryId],
      );
      if (deliveryId && given.length === 0) throw new NotFound();
      const count = await this.attempts.replay(
        tx,
        webhookOutbox,
        given.map((delivery) => delivery.id),
      );
      if (count > 0) await this.journal.write(tx, actor, lineOf(webhookActions.replayed, id, { count, deliveryId }));
      return count;
    });
  }

  private assertSound({ url, topics }: { url?: string; topics?: readonly string[] }): void {
    const problem = url === undefined ? null : addressProblem(url, this.settings.webhookLoopback);
    if (problem) throw wrongAddress(problem);
    const known = webhookTopics().map(({ code }) => code);
    if (topics?.some((topic) => !known.includes(topic))) throw unknownTopic();
  }

  private async lock(tx: Tx, id: string): Promise<void> {
    const [found] = await tx.rows<{ id: string }>(`SELECT id FROM webhooks WHERE id = $1 FOR UPDATE`, [id]);
    if (!found) throw new NotFound();
  }

  private newSecret(): string {
    return secretFrom(this.randomness.token(secretBytes));
  }
}

const lineOf = (action: Action, id: string, facts: Readonly<Record<string, unknown>>) => ({
  action,
  subject: { type: 'webhook', id },
  facts,
});

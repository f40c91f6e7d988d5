import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';
import type { DeliveryState, WebhookDeliveriesRequest } from './webhooks.requests';

/** A webhook as it is shown; its secret never is again. */
export interface WebhookItem {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly topics: readonly string[];
  readonly enabled: boolean;
  readonly createdAt: Date;
  readonly waiting: number;
  readonly dead: number;
  readonly lastDeliveredAt: Date | null;
}

export interface WebhookDeliveryItem {
  readonly id: string;
  readonly topic: string;
  readonly state: DeliveryState;
  readonly writtenAt: Date;
  readonly deliveredAt: Date | null;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly deadAt: Date | null;
  readonly lastError: string | null;
}

const state = `CASE WHEN d.delivered_at IS NOT NULL THEN 'delivered' WHEN d.dead_at IS NOT NULL THEN 'dead' ELSE 'waiting' END`;

@Injectable()
export class WebhooksQueries {
  constructor(private readonly database: Database) {}

  /** By name; an office has a handful. */
  async list(): Promise<WebhookItem[]> {
    return this.items(null);
  }

  async webhook(id: string): Promise<WebhookItem | null> {
    const [item] = await this.items(id);
    return item ?? null;
  }

  /** Newest first. */
  async deliveries(
    webhookId: string,
    { state: wanted, after, limit = usualPage }: WebhookDeliveriesRequest,
  ): Promise<PageOf<WebhookDeliveryItem>> {
    const [writtenAt, id] = cursorValues(after, 2) ?? [null, null];
    const rows = await this.database.read<WebhookDeliveryItem>(
      `SELECT d.id, d.topic, ${state} AS state, d.written_at, d.delivered_at, d.attempts, d.next_attempt_at, d.dead_at, d.last_error
       FROM webhook_deliveries d WHERE d.webhook_id = $1 AND ($2::text IS NULL OR ${state} = $2)
         AND ($3::timestamptz IS NULL OR d.written_at < $3 OR (d.written_at = $3 AND d.id > $4::uuid))
       ORDER BY d.written_at DESC, d.id LIMIT $5`,
      [webhookId, wanted ?? null, writtenAt, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.writtenAt.toISOString(), row.id]);
  }

  private async items(id: string | null): Promise<WebhookItem[]> {
    return this.database.read<WebhookItem>(
      `SELECT w.id, w.name, w.url, w.topics, w.enabled, w.created_at,
         coalesce(d.waiting, 0) AS waiting, coalesce(d.dead, 0) AS dead, d.last_delivered_at
       FROM webhooks w LEFT JOIN LATERAL (
         SELECT (count(*) FILTER (WHERE delivered_at IS NULL AND dead_at IS NULL))::int AS waiting,
           (count(*) FILTER (WHERE dead_at IS NOT NULL))::int AS dead, max(delivered_at) AS last_delivered_at
         FROM webhook_deliveries WHERE webhook_id = w.id) d ON true
       WHERE $1::uuid IS NULL OR w.id = $1 ORDER BY w.name, w.id`,
      [id],
    );
  }
}

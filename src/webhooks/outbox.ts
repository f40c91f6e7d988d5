import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import type { Outbox } from '../platform/jobs/delivery-attempts';

export const webhookOutbox: Outbox = { table: 'webhook_deliveries', forgotten: [] };

/** Something webhooks may be told of; its data holds what a gateway needs and no more. */
export interface WebhookEvent {
  readonly topic: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** From when it would come after the fact: what did not leave by then is given up. */
  readonly notAfter: Date;
}

/** Deliveries are written in the transaction that causes them, and leave after commit, also when the clock of whoever wrote them is ahead. */
@Injectable()
export class WebhookOutbox {
  constructor(private readonly clock: Clock) {}

  /** Topics somebody listens to now. */
  async listenedTo(tx: Tx): Promise<ReadonlySet<string>> {
    const rows = await tx.rows<{ topic: string }>(
      `SELECT DISTINCT topic FROM webhooks CROSS JOIN LATERAL unnest(topics) topic WHERE enabled`,
    );
    return new Set(rows.map(({ topic }) => topic));
  }

  /** One delivery for each event and each webhook that listens to its topic. */
  async write(tx: Tx, events: readonly WebhookEvent[]): Promise<void> {
    if (events.length === 0) return;
    const now = this.clock.now();
    const rows = events.map(({ topic, data, notAfter }) => ({
      topic,
      notAfter,
      payload: JSON.stringify({ type: topic, timestamp: now.toISOString(), data }),
    }));
    await tx.execute(
      `INSERT INTO webhook_deliveries (webhook_id, topic, payload, not_after, written_at, next_attempt_at)
       SELECT w.id, e.topic, e.payload, e."notAfter", $2, least($2, now()) FROM jsonb_to_recordset($1::jsonb) AS e (topic text, payload text, "notAfter" timestamptz)
       JOIN webhooks w ON w.enabled AND e.topic = ANY (w.topics)`,
      [JSON.stringify(rows), now],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { JobQueue } from '../platform/jobs/job-queue';
import { type LastLook, RecurringLooks } from '../platform/jobs/recurring-looks';
import { cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';
import { backlogs } from '../platform/jobs/backlogs';
import type { DeadLetterKind, DeadLettersRequest } from './operations.requests';

export interface QueueFigures {
  readonly backend: 'PostgreSQL' | 'Redis';
  readonly isPaused: boolean;
  /** Jobs on the queue by state. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many ended in about the last hour. */
  readonly lastHour: { readonly completed: number; readonly failed: number };
}

export interface BacklogFigures {
  readonly name: string;
  readonly waiting: number;
  /** Since when the oldest is due; null when nothing is. */
  readonly oldestAt: Date | null;
  readonly dead: number;
}

export interface OperationsFigures {
  readonly at: Date;
  /** Null when the queue does not answer: what is due stands in the database all the same. */
  readonly queue: QueueFigures | null;
  readonly backlogs: readonly BacklogFigures[];
  /** When each recurring look was last done. */
  readonly looks: readonly LastLook[];
}

/** Something that was tried as often as it is tried, and failed. */
export interface DeadLetter {
  readonly id: string;
  /** The subject of a mail, the topic of a delivery, the name of a job. */
  readonly what: string;
  /** To whom it was to go; empty for jobs. */
  readonly to: string;
  readonly error: string | null;
  readonly attempts: number;
  readonly at: Date;
}

/** BullMQ keeps few failed jobs; all are shown at once. */
const mostJobs = 500;

const deadRows: Readonly<Record<Exclude<DeadLetterKind, 'jobs'>, string>> = {
  mail: `SELECT id, subject AS what, to_address AS "to", last_error AS error, attempts, dead_at AS at FROM mail_messages WHERE dead_at IS NOT NULL`,
  webhooks: `SELECT d.id, d.topic AS what, w.name AS "to", d.last_error AS error, d.attempts, d.dead_at AS at
    FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id WHERE d.dead_at IS NOT NULL`,
};

@Injectable()
export class OperationsQueries {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly looks: RecurringLooks,
    private readonly clock: Clock,
  ) {}

  async figures(): Promise<OperationsFigures> {
    const [queue, backlogs, looks] = await Promise.all([this.queueFigures(), this.backlogs(), this.looks.last()]);
    return { at: this.clock.now(), queue, backlogs, looks };
  }

  /** What is due and not done, counted in the database. `$1` of their statements is now. */
  async backlogs(): Promise<BacklogFigures[]> {
    const parts = backlogs().map(
      ({ name, waiting, dead }) =>
        `SELECT '${name}' AS name, count(*)::int AS waiting, min(since) AS oldest_at, (SELECT count(*)::int FROM (${dead}) d) AS dead FROM (${waiting}) w`,
    );
    return this.database.read(`SELECT b.* FROM (${parts.join(' UNION ALL ')}) b WHERE $1::timestamptz IS NOT NULL`, [
      this.clock.now(),
    ]);
  }

  /** Newest first. */
  async deadLetters({ kind, after, limit = usualPage }: DeadLettersRequest): Promise<PageOf<DeadLetter>> {
    if (kind === 'jobs') return { items: await this.failedJobs(), next: null };
    const [at, id] = cursorValues(after, 2) ?? [null, null];
    const rows = await this.database.read<DeadLetter>(
      `SELECT * FROM (${deadRows[kind]}) l WHERE $1::timestamptz IS NULL OR l.at < $1 OR (l.at = $1 AND l.id > $2::uuid)
       ORDER BY l.at DESC, l.id LIMIT $3`,
      [at, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.at.toISOString(), row.id]);
  }

  private async failedJobs(): Promise<DeadLetter[]> {
    const jobs = await this.queue.failed(mostJobs).catch(() => []);
    return jobs.map(({ name, ...job }) => ({ ...job, what: name, to: '' }));
  }

  private async queueFigures(): Promise<QueueFigures | null> {
    const { queue } = this;
    return Promise.all([queue.isPaused(), queue.counts(), queue.lastHour()])
      .then(([isPaused, counts, lastHour]) => ({ backend: queue.backend, isPaused, counts, lastHour }))
      .catch(() => null);
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { RecurringLooks } from '../../platform/jobs/recurring-looks';
import type { Bilingual } from '../../platform/messages/words';
import { cursorValues, pageOf, type PageOf, type PageQuery, usualPage } from '../../platform/paging';
import { makeBackups } from './job';
import type { BackupPhase } from './maker';

export type BackupState = 'requested' | 'making' | 'examined' | 'failed';

export interface BackupItem {
  readonly id: string;
  readonly state: BackupState;
  readonly requestedAt: Date;
  /** The moment whose data it holds; null until it begins. */
  readonly takenAt: Date | null;
  readonly endedAt: Date | null;
  /** Where the file is, on the machine that made it. */
  readonly file: string | null;
  /** Whether it opens only with a key. */
  readonly sealed: boolean;
  readonly phase: BackupPhase | null;
  readonly done: number;
  readonly total: number;
  /** Of the file. */
  readonly bytes: number | null;
  readonly sha256: string | null;
  /** How many rows it holds, of each table. */
  readonly rows: Readonly<Record<string, number>> | null;
  /** Why it is no good. */
  readonly failure: Bilingual | null;
  /** When its file gave way to newer ones. */
  readonly removedAt: Date | null;
}

/** Whether a day's work could be brought back. */
export interface BackupStanding {
  /** The newest that was restored and examined; null when there is none. */
  readonly lastGood: BackupItem | null;
  readonly underWay: BackupItem | null;
  /** Whether more than a day went by since then. */
  readonly isOverdue: boolean;
  /** Since the last good one, or since the service is there. */
  readonly secondsAgo: number;
}

const columns =
  'id, state, requested_at, taken_at, ended_at, file, sealed, phase, done, total, bytes, sha256, rows, failure, removed_at';

/** A day, and what making one may take. */
const overdueAfterSeconds = 26 * 3_600;

@Injectable()
export class BackupsQueries {
  constructor(
    private readonly database: Database,
    private readonly looks: RecurringLooks,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list({ after, limit = usualPage }: PageQuery): Promise<PageOf<BackupItem>> {
    const [at, id] = cursorValues(after, 2) ?? [null, null];
    const rows = await this.database.read<BackupItem>(
      `SELECT ${columns} FROM backups WHERE $1::timestamptz IS NULL OR requested_at < $1 OR (requested_at = $1 AND id > $2::uuid)
       ORDER BY requested_at DESC, id LIMIT $3`,
      [at, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.requestedAt.toISOString(), row.id]);
  }

  async backup(id: string): Promise<BackupItem | null> {
    const [item] = await this.database.read<BackupItem>(`SELECT ${columns} FROM backups WHERE id = $1`, [id]);
    return item ?? null;
  }

  async standing(): Promise<BackupStanding> {
    const rows = await this.database.read<BackupItem>(
      `(SELECT ${columns} FROM backups WHERE state = 'examined' ORDER BY taken_at DESC LIMIT 1)
       UNION ALL (SELECT ${columns} FROM backups WHERE state IN ('requested', 'making'))`,
    );
    const lastGood = rows.find(({ state }) => state === 'examined') ?? null;
    const underWay = rows.find(({ state }) => state !== 'examined') ?? null;
    const since = lastGood?.takenAt ?? (await this.looks.knownSince(makeBackups.name)) ?? this.clock.now();
    const secondsAgo = Math.max(0, (this.clock.now().getTime() - since.getTime()) / 1_000);
    return { lastGood, underWay, isOverdue: secondsAgo > overdueAfterSeconds, secondsAgo };
  }
}

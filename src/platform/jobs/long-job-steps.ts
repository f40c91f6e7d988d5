import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Database, type Tx } from '../database/database';
import type { Bilingual } from '../messages/words';

/** A part of long work. */
export interface LongJobStep {
  readonly name: string;
  readonly done: number;
  /** Null until it begins. */
  readonly total: number | null;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** Why it could not go on the last time it was tried. */
  readonly error: Bilingual | null;
}

const columns = `name, done, total, started_at, finished_at, error`;

/** The parts of long work, one after the other, for whoever watches it; each is written with the work it counts. */
@Injectable()
export class LongJobSteps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In this order; planned already, nothing changes. */
  async plan(tx: Tx, jobId: string, names: readonly string[]): Promise<void> {
    await tx.execute(
      `INSERT INTO long_job_steps (job_id, position, name)
       SELECT $1, position, name FROM unnest($2::text[]) WITH ORDINALITY AS s (name, position) ON CONFLICT DO NOTHING`,
      [jobId, names],
    );
  }

  async of(jobId: string): Promise<LongJobStep[]> {
    return this.database.read(`SELECT ${columns} FROM long_job_steps WHERE job_id = $1 ORDER BY position`, [jobId]);
  }

  /** The first that is not finished; null when all are. */
  async current(tx: Tx, jobId: string): Promise<LongJobStep | null> {
    const [step] = await tx.rows<LongJobStep>(
      `SELECT ${columns} FROM long_job_steps WHERE job_id = $1 AND finished_at IS NULL ORDER BY position LIMIT 1`,
      [jobId],
    );
    return step ?? null;
  }

  async begin(tx: Tx, jobId: string, name: string, total: number): Promise<void> {
    await tx.execute(`UPDATE long_job_steps SET started_at = $3, total = $4 WHERE job_id = $1 AND name = $2`, [
      jobId,
      name,
      this.clock.now(),
      total,
    ]);
  }

  /** @param more what was done besides; @param isLast nothing is left */
  async advance(tx: Tx, jobId: string, name: string, more: number, isLast: boolean): Promise<void> {
    await tx.execute(
      `UPDATE long_job_steps SET done = done + $3, error = NULL, finished_at = CASE WHEN $4 THEN $5::timestamptz END
       WHERE job_id = $1 AND name = $2`,
      [jobId, name, more, isLast, this.clock.now()],
    );
  }

  /** Notes why the current step could not go on. */
  async note(tx: Tx, jobId: string, error: Bilingual): Promise<void> {
    await tx.execute(
      `UPDATE long_job_steps SET error = $2 WHERE job_id = $1
         AND position = (SELECT min(position) FROM long_job_steps WHERE job_id = $1 AND finished_at IS NULL)`,
      [jobId, JSON.stringify(error)],
    );
  }
}

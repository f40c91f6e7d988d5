import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Clock } from '../clock';
import { Database, type Tx } from '../database/database';

export interface LongJob {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly unitId: string | null;
  readonly classId: string | null;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly error: string | null;
  readonly requestedBy: string | null;
  readonly finishedAt: Date | null;
}

const columns = `id, kind, subject_id, unit_id, class_id, state, done, total, error,
  requested_by, finished_at`;

/** Work that takes longer than a page: the row says what is due and how far it is; the queue only says "look now". */
@Injectable()
export class LongJobs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Asks for the work; the same work that is not finished yet is not asked for twice. Returns its id. */
  async request(
    tx: Tx,
    actor: Actor,
    work: { kind: string; subjectId: string; unitId?: string; classId?: string; total: number },
  ): Promise<string> {
    const row = await tx.row<{ id: string }>(
      `INSERT INTO long_jobs (kind, subject_id, unit_id, class_id, state, total, requested_at, requested_by)
       VALUES ($1, $2, $3, $4, 'queued', $5, $6, $7)
       ON CONFLICT (kind, subject_id) WHERE state IN ('queued', 'running') DO UPDATE SET kind = excluded.kind RETURNING id`,
      [
        work.kind,
        work.subjectId,
        work.unitId ?? null,
        work.classId ?? null,
        work.total,
        this.clock.now(),
        actor.accountId,
      ],
    );
    return row.id;
  }

  async unfinished(kind: string, tx?: Tx): Promise<LongJob[]> {
    return this.database.read(
      `SELECT ${columns} FROM long_jobs WHERE kind = $1 AND state IN ('queued', 'running') ORDER BY requested_at`,
      [kind],
      tx,
    );
  }

  async find(id: string): Promise<LongJob | null> {
    const [row] = await this.database.read<LongJob>(`SELECT ${columns} FROM long_jobs WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** The newest work of a kind on a subject. */
  async latest(kind: string, subjectId: string, tx?: Tx): Promise<LongJob | null> {
    const [row] = await this.database.read<LongJob>(
      `SELECT ${columns} FROM long_jobs WHERE kind = $1 AND subject_id = $2 ORDER BY requested_at DESC, id LIMIT 1`,
      [kind, subjectId],
      tx,
    );
    return row ?? null;
  }

  async progress(tx: Tx, id: string, done: number): Promise<void> {
    await tx.execute(`UPDATE long_jobs SET state = 'running', done = least($2, total) WHERE id = $1`, [id, done]);
  }

  async finish(tx: Tx, id: string): Promise<void> {
    await tx.execute(`UPDATE long_jobs SET state = 'done', done = total, finished_at = $2 WHERE id = $1`, [
      id,
      this.clock.now(),
    ]);
  }

  /** Failed work goes on where it stopped; it stays the same work, asked for when it was. */
  async resume(tx: Tx, id: string): Promise<void> {
    await tx.execute(
      `UPDATE long_jobs SET state = 'queued', error = NULL, finished_at = NULL WHERE id = $1 AND state = 'failed'`,
      [id],
    );
  }

  /** The work cannot go on by itself; `error` is a sentence a person can act on. */
  async fail(tx: Tx, id: string, error: string): Promise<void> {
    await tx.execute(`UPDATE long_jobs SET state = 'failed', error = $2, finished_at = $3 WHERE id = $1`, [
      id,
      error,
      this.clock.now(),
    ]);
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import type { Tx } from '../database/database';
import { Randomness } from '../randomness';

/** What leaves the service row by row, named by whoever owns it: each row knows when it is tried next, how often it was, and whether it was given up. */
export interface Outbox {
  readonly table: string;
  /** What a row that is tried again from the start forgets beside its end, as assignments. */
  readonly forgotten: readonly string[];
}

/** What was refused so often is dead: it is not tried again unless somebody says so. */
export const mostAttempts = 10;

const tooLate = 'Not sent: it would have come after the fact';

const firstWait = 60;
const longestWait = 24 * 60 * 60;

/**
 * Seconds until the next attempt: a minute, then four times as long each time, a day at most, so that ten attempts
 * outlast a long weekend. A quarter more or less, so that what failed together does not come back together.
 * @param chance from 0 to below 1
 */
export function secondsUntilRetry(attempts: number, chance: number): number {
  return Math.min(firstWait * 4 ** (attempts - 1), longestWait) * (0.75 + chance / 2);
}

export interface FailedAttempt {
  readonly id: string;
  /** How often it was tried before. */
  readonly attempts: number;
  readonly error: string;
  /** Whether it is of no use to try again. */
  readonly isForGood: boolean;
}

/** How an attempt ended, and what comes of it: the same for everything that leaves the service. */
@Injectable()
export class DeliveryAttempts {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  async succeeded(tx: Tx, outbox: Outbox, ids: readonly string[]): Promise<void> {
    await tx.execute(
      `UPDATE ${outbox.table} SET delivered_at = $2, attempts = attempts + 1, next_attempt_at = NULL, last_error = NULL WHERE id = ANY ($1::uuid[])`,
      [ids, this.clock.now()],
    );
  }

  async failed(tx: Tx, outbox: Outbox, { id, attempts, error, isForGood }: FailedAttempt): Promise<void> {
    const now = this.clock.now();
    const isDead = isForGood || attempts + 1 >= mostAttempts;
    const next = new Date(now.getTime() + secondsUntilRetry(attempts + 1, this.randomness.fraction()) * 1_000);
    await tx.execute(
      `UPDATE ${outbox.table} SET attempts = $2, last_error = $3, next_attempt_at = $4, dead_at = $5 WHERE id = $1`,
      [id, attempts + 1, error.slice(0, 1_000), isDead ? null : next, isDead ? now : null],
    );
  }

  /** Gives up what did not leave in time, in one statement; what somebody has in hand may still leave. */
  async giveUpLate(tx: Tx, outbox: Outbox): Promise<void> {
    await tx.execute(
      `UPDATE ${outbox.table} SET dead_at = $1, next_attempt_at = NULL, last_error = left(concat_ws('; ', $2::text, last_error), 1000)
       WHERE id IN (SELECT id FROM ${outbox.table} WHERE delivered_at IS NULL AND dead_at IS NULL AND not_after <= $1 FOR UPDATE SKIP LOCKED)`,
      [this.clock.now(), tooLate],
    );
  }

  /** Lets what was given up be tried again from the start, however late it is by now: somebody said so. Returns how many of these had been. */
  async replay(tx: Tx, outbox: Outbox, ids: readonly string[]): Promise<number> {
    const count = await tx.execute(
      `UPDATE ${outbox.table} SET ${['dead_at = NULL, not_after = NULL, attempts = 0, next_attempt_at = $2', ...outbox.forgotten].join(', ')}
       WHERE dead_at IS NOT NULL AND id = ANY ($1::uuid[])`,
      [ids, this.clock.now()],
    );
    return count;
  }
}

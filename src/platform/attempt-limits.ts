import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { Database } from './database/database';
import { declareJob, Handles } from './jobs/jobs';

export interface AttemptsAllowed {
  /** Of `key`, `points` and `expire`, as the limiter lays it. */
  readonly table: string;
  readonly attempts: number;
  readonly seconds: number;
  /** Whether attempts may be given back, so that who is refused now may not be a moment later. */
  readonly givesBack?: boolean;
}

/** Attempts by key in a window of time, counted in the database for all processes together; only hashes of keys are kept. */
export class AttemptLimit {
  private readonly limiter: RateLimiterPostgres;

  constructor(
    source: DataSource,
    private readonly allowed: AttemptsAllowed,
  ) {
    this.limiter = new RateLimiterPostgres({
      storeClient: source,
      storeType: 'typeorm',
      tableName: allowed.table,
      tableCreated: true,
      clearExpiredByTimeout: false,
      points: allowed.attempts,
      duration: allowed.seconds,
      // Once somebody is refused, the database is not asked again until the time is over.
      ...(allowed.givesBack ? {} : { inMemoryBlockOnConsumed: allowed.attempts + 1 }),
    });
  }

  /** Counts one attempt. Returns how many seconds to wait when it is one too many, else null. */
  async count(key: string): Promise<number | null> {
    try {
      await this.limiter.consume(hashed(key));
      return null;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return secondsIn(refused);
    }
  }

  /** How many seconds to wait when all attempts are used up, else null; counts nothing. */
  async secondsToWait(key: string): Promise<number | null> {
    const made = await this.limiter.get(hashed(key));
    return made && made.consumedPoints >= this.allowed.attempts ? secondsIn(made) : null;
  }

  /** Counts an attempt that failed. */
  async failed(key: string): Promise<void> {
    await this.limiter.penalty(hashed(key));
  }

  /** Takes back an attempt that was counted before it was known that it would do. */
  async giveBack(key: string): Promise<void> {
    await this.limiter.reward(hashed(key));
  }

  async forget(key: string): Promise<void> {
    await this.limiter.delete(hashed(key));
  }
}

const hashed = (key: string) => createHash('sha256').update(key).digest('hex');
const secondsIn = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1_000));

const forgetAttempts = declareJob('attempts.forget', {
  vi: 'Xóa các lần thử đã quá hạn',
  en: 'Clears attempts whose time is over',
});

/** Whoever counts attempts asks here, so that what is over can be cleared for all of them. */
@Injectable()
export class AttemptLimits {
  private readonly counted = new Map<string, AttemptsAllowed>();

  constructor(
    private readonly source: DataSource,
    private readonly database: Database,
  ) {}

  of(allowed: AttemptsAllowed): AttemptLimit {
    this.counted.set(allowed.table, allowed);
    return new AttemptLimit(this.source, allowed);
  }

  /** Attempts whose time is over; the limiter counts by the time of the machine, so this asks the database's. */
  @Handles(forgetAttempts)
  async forgetOld(): Promise<void> {
    for (const { table } of this.counted.values())
      await this.database.read(`DELETE FROM ${table} WHERE expire < extract(epoch FROM now()) * 1000`);
  }
}

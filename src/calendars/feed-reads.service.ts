import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { NotFound } from '../platform/problems/refusals';
import { PlatformSettings } from '../platform/settings';
import { CalendarFeedsQueries, type LiveFeed } from './calendar-feeds.queries';
import { TooManyReads } from './calendar-feeds.refusals';

const windowSeconds = 60 * 60;

/** Opens an address to whoever holds it, so many times an hour; who guesses at addresses is stopped by where they come from. */
@Injectable()
export class FeedReadsService {
  private readonly limiter: RateLimiterPostgres;

  constructor(
    source: DataSource,
    private readonly feeds: CalendarFeedsQueries,
    settings: PlatformSettings,
  ) {
    this.limiter = new RateLimiterPostgres({
      storeClient: source,
      storeType: 'typeorm',
      tableName: 'calendar_reads',
      tableCreated: true,
      clearExpiredByTimeout: false,
      points: settings.calendarReadLimit,
      duration: windowSeconds,
    });
  }

  /** @param from the reader's network address @throws NotFound | TooManyReads */
  async open(token: string, from: string): Promise<LiveFeed> {
    const guesses = hashed(`from ${from}`);
    const guessed = await this.limiter.get(guesses);
    if (guessed && guessed.remainingPoints <= 0) throw tooMany(guessed);
    const feed = /^[\w-]+$/.test(token) ? await this.feeds.live(token) : null;
    if (!feed) {
      await this.limiter.penalty(guesses);
      throw new NotFound();
    }
    await this.count(hashed(`address ${token}`));
    return feed;
  }

  private async count(key: string): Promise<void> {
    try {
      await this.limiter.consume(key);
    } catch (error) {
      throw error instanceof RateLimiterRes ? tooMany(error) : error;
    }
  }
}

const hashed = (key: string) => createHash('sha256').update(key).digest('hex');

const tooMany = ({ msBeforeNext }: RateLimiterRes) => new TooManyReads(Math.max(1, Math.ceil(msBeforeNext / 1_000)));

import { Injectable } from '@nestjs/common';
import { type AttemptLimit, AttemptLimits } from '../platform/attempt-limits';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/problems/refusals';
import { PlatformSettings } from '../platform/settings';
import { CalendarFeedsQueries, type LiveFeed } from './calendar-feeds.queries';
import { TooManyReads } from './calendar-feeds.refusals';

const windowSeconds = 60 * 60;

/** Opens an address to whoever holds it, so many times an hour; who guesses at addresses is stopped by where they come from. */
@Injectable()
export class FeedReadsService {
  private readonly reads: AttemptLimit;

  constructor(
    attempts: AttemptLimits,
    private readonly feeds: CalendarFeedsQueries,
    private readonly database: Database,
    private readonly clock: Clock,
    settings: PlatformSettings,
  ) {
    this.reads = attempts.of({
      table: 'calendar_reads',
      attempts: settings.calendarReadLimit,
      seconds: windowSeconds,
    });
  }

  /** @param from the reader's network address @throws NotFound | TooManyReads */
  async open(token: string, from: string): Promise<LiveFeed> {
    const guesses = `from ${from}`;
    const afterGuesses = await this.reads.secondsToWait(guesses);
    if (afterGuesses !== null) throw new TooManyReads(afterGuesses);
    const feed = /^[\w-]+$/.test(token) ? await this.feeds.live(token) : null;
    if (!feed) {
      await this.reads.failed(guesses);
      throw new NotFound();
    }
    const afterReads = await this.reads.count(`address ${token}`);
    if (afterReads !== null) throw new TooManyReads(afterReads);
    await this.noteRead(token, feed.readAt);
    return feed;
  }

  /** By the hour is enough to know that a telephone follows it. */
  private async noteRead(token: string, readAt: Date | null): Promise<void> {
    const now = this.clock.now();
    if (readAt && now.getTime() - readAt.getTime() < windowSeconds * 1_000) return;
    await this.database.inTransaction((tx) =>
      tx.execute(
        `UPDATE calendar_feeds SET read_at = $2 WHERE token = $1 AND coalesce(read_at <= $2::timestamptz - make_interval(secs => ${windowSeconds}), true)`,
        [token, now],
      ),
    );
  }
}

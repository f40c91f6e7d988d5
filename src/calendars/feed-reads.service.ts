import { Injectable } from '@nestjs/common';
import { type AttemptLimit, AttemptLimits } from '../platform/attempt-limits';
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
    return feed;
  }
}

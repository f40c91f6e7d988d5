import { Injectable } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Action } from '../platform/journal/actions';
import { Journal } from '../platform/journal/journal';
import { NotAllowed, NotFound } from '../platform/problems/refusals';
import { Randomness } from '../platform/randomness';
import { type FeedWanted, mayMakeFeed, maySeeFeed } from './calendar-feeds.policy';
import { FeedRevoked, feedWithoutClass } from './calendar-feeds.refusals';
import { feedActions } from './calendar-feeds.words';

interface Feed extends FeedWanted {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string | null;
  readonly revokedAt: Date | null;
}

/** Addresses from which a telephone reads a timetable without signing in. */
@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /**
   * Makes an address; the one there was for the same timetable ends with it. Returns the feed's id.
   * @throws InvalidInput | NotFound | NotAllowed | ChangedMeanwhile when two make it at once
   */
  async make(actor: Actor, wanted: FeedWanted): Promise<string> {
    await this.assertMayMake(actor, wanted);
    const { kind, classId } = wanted;
    return this.database.inTransaction(async (tx) => {
      const [old] = await tx.rows<Feed>(
        `${feed} WHERE kind = $1 AND coalesce(class_id, account_id) = $2 AND revoked_at IS NULL FOR UPDATE`,
        [kind, classId ?? actor.accountId],
      );
      if (old) await this.revokeWith(tx, actor, old);
      const personId = kind === 'person' ? actor.personId : null;
      const made = await tx.row<{ id: string }>(
        `INSERT INTO calendar_feeds (token, kind, account_id, person_id, class_id, created_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [this.randomness.token(), kind, actor.accountId, personId, classId, this.clock.now()],
      );
      const { id } = made;
      await this.journal.write(tx, actor, lineOf(feedActions.feed_made, { id, kind, classId, personId }));
      return id;
    });
  }

  /** @throws NotFound | FeedRevoked */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const [found] = await tx.rows<Feed>(`${feed} WHERE id = $1 FOR UPDATE`, [id]);
      if (!found || !maySeeFeed(actor, found)) throw new NotFound();
      if (found.revokedAt) throw new FeedRevoked();
      await this.revokeWith(tx, actor, found);
    });
  }

  private async assertMayMake(actor: Actor, wanted: FeedWanted): Promise<void> {
    const { kind, classId } = wanted;
    if ((kind === 'class') !== (classId !== null)) throw feedWithoutClass();
    if (classId) {
      await this.classes.seen(actor, classId);
    }
    if (!mayMakeFeed(actor, wanted)) throw new NotAllowed();
  }

  private async revokeWith(tx: Tx, actor: Actor, revoked: Feed): Promise<void> {
    await tx.execute(`UPDATE calendar_feeds SET revoked_at = $2, revoked_by = $3 WHERE id = $1`, [
      revoked.id,
      this.clock.now(),
      actor.accountId,
    ]);
    await this.journal.write(tx, actor, lineOf(feedActions.feed_revoked, revoked));
  }
}

const feed = `SELECT id, kind, account_id, person_id, class_id, revoked_at FROM calendar_feeds`;

const lineOf = (action: Action, { id, kind, classId, personId }: Omit<Feed, 'accountId' | 'revokedAt'>) => ({
  action,
  subject: { type: 'calendar_feed', id },
  classId,
  personId,
  facts: { kind },
});

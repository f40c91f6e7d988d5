import { Database, type Tx } from '../database/database';
import { PlatformSettings } from '../settings';
import { JobQueue } from './job-queue';

/** What recurs: the job of each look, and how often it is due. */
export type Schedule = readonly { readonly job: string; readonly everySeconds: number }[];

/** A recurring look, and when it was last done. */
export interface LastLook {
  readonly look: string;
  /** Null until it is done for the first time. */
  readonly doneAt: Date | null;
  /** By the clock of the database. */
  readonly secondsAgo: number;
  readonly isOverdue: boolean;
  /** How long the last took; null when it was never done. */
  readonly tookSeconds: number | null;
  /** For how long each ended with more to do, or took longer than until its next; 0 when the last did not. */
  readonly behindSeconds: number;
  /** Whether so for longer than a look may be late. */
  readonly isBehind: boolean;
}

/** What became of a look. */
interface DoneLook {
  readonly seconds: number;
  readonly isMore: boolean;
}

/**
 * When each look of the schedule is due is told by the clock of the database, which all processes share: the queue may be
 * wiped and a machine's clock be wrong, and the looks go on.
 */
export class RecurringLooks {
  readonly names: readonly string[];
  private readonly columns: readonly [names: readonly string[], seconds: readonly number[]];

  constructor(
    schedule: Schedule,
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly settings: PlatformSettings,
  ) {
    this.names = schedule.map(({ job }) => job);
    this.columns = [this.names, schedule.map(({ everySeconds }) => everySeconds)];
  }

  /** Asks the queue for the looks that are due. @param patienceSeconds by how much others may be late before this process asks in their place */
  async askForDue(patienceSeconds: number): Promise<void> {
    await this.askFor(
      await this.database.read<Asked>(
        `WITH asked AS (
           UPDATE recurring_looks r SET asked_at = now() FROM unnest($1::text[], $2::int[]) AS s (look, seconds)
           WHERE r.look = s.look AND coalesce(r.asked_at, r.known_since) <= now() - make_interval(secs => s.seconds + $3)
           RETURNING r.look, r.queue_id)
         SELECT * FROM asked`,
        [...this.columns, patienceSeconds],
      ),
    );
  }

  /** What another worker left lying when it died must not wait until its look is due. */
  async askForAll(): Promise<void> {
    await this.learn();
    await this.askFor(
      await this.database.read<Asked>(
        `WITH asked AS (UPDATE recurring_looks SET asked_at = now() WHERE look = ANY ($1) RETURNING look, queue_id)
         SELECT * FROM asked`,
        [this.names],
      ),
    );
  }

  /** Writes down which looks there are. */
  async learn(): Promise<void> {
    await this.database.read(`INSERT INTO recurring_looks (look) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`, [
      this.names,
    ]);
  }

  /** One that left something is due again at once. */
  async done(look: string, { seconds, isMore }: DoneLook): Promise<void> {
    await this.database.read(
      `UPDATE recurring_looks r SET done_at = now(), took_seconds = $4::real, asked_at = CASE WHEN NOT $5::boolean THEN asked_at END,
         behind_since = CASE WHEN $5::boolean OR $4::real > s.seconds THEN coalesce(behind_since, now()) END
       FROM unnest($1::text[], $2::int[]) AS s (look, seconds) WHERE r.look = $3 AND s.look = r.look`,
      [...this.columns, look, seconds, isMore],
    );
  }

  /** Since when the service has had this look, by the clock of the database; null when it never had. */
  async knownSince(look: string, tx?: Tx): Promise<Date | null> {
    const [row] = await this.database.read<{ knownSince: Date }>(
      `SELECT known_since FROM recurring_looks WHERE look = $1`,
      [look],
      tx,
    );
    return row?.knownSince ?? null;
  }

  /** Where a look that goes through much in parts stopped; null where it begins anew. */
  async placeOf(look: string, tx?: Tx): Promise<string | null> {
    const [row] = await this.database.read<{ place: string | null }>(
      `SELECT place FROM recurring_looks WHERE look = $1`,
      [look],
      tx,
    );
    return row?.place ?? null;
  }

  async goOnFrom(look: string, place: string | null, tx?: Tx): Promise<void> {
    await this.database.read(
      `INSERT INTO recurring_looks (look, place) VALUES ($1, $2) ON CONFLICT (look) DO UPDATE SET place = excluded.place`,
      [look, place],
      tx,
    );
  }

  async last(): Promise<LastLook[]> {
    return this.database.read(
      `SELECT look, done_at, seconds_ago, seconds_ago > seconds + $3 AS is_overdue, took_seconds, behind_seconds, behind_seconds > $3 AS is_behind
       FROM (SELECT s.look, s.seconds, r.done_at, r.took_seconds,
               coalesce(extract(epoch FROM now() - r.behind_since), 0)::float8 AS behind_seconds,
               coalesce(extract(epoch FROM now() - coalesce(r.done_at, r.known_since)), 0)::float8 AS seconds_ago
             FROM unnest($1::text[], $2::int[]) AS s (look, seconds) LEFT JOIN recurring_looks r ON r.look = s.look) l
       ORDER BY look`,
      [...this.columns, this.settings.deadlines.lateLookSeconds],
    );
  }

  /** One that nobody took yet is not asked for again, or they would pile up while no worker is there. */
  private async askFor(asked: readonly Asked[]): Promise<void> {
    for (const [index, { look, queueId }] of asked.entries()) {
      try {
        if (queueId !== null && (await this.queue.stillWaits(look, queueId))) continue;
        const id = await this.queue.askFor(look);
        await this.database.read(`UPDATE recurring_looks SET queue_id = $2 WHERE look = $1`, [look, id]);
      } catch (error) {
        // Not asked for after all; whoever looks next tries again.
        const left = asked.slice(index).map((one) => one.look);
        await this.database.read(`UPDATE recurring_looks SET asked_at = NULL WHERE look = ANY ($1)`, [left]);
        throw error;
      }
    }
  }
}

interface Asked {
  readonly look: string;
  readonly queueId: string | null;
}

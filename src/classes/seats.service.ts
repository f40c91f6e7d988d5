import { Injectable } from '@nestjs/common';
import type { Day } from '../platform/clock';
import { lockAlone, lockShared, tryLockShared } from '../platform/database/advisory-locks';
import type { Tx } from '../platform/database/database';
import { SeatsTaken, TooFewFreeSeats } from './seats.refusals';

/** Whose seats are meant: a unit's, or those of the common pool. */
export type SeatOwner = { readonly unitId: string } | 'pool';

export interface FreedSeat {
  readonly number: number;
  /** Whose seat it is; null for one of the pool. */
  readonly unitId: string | null;
}

export interface SeatWanted {
  readonly classId: string;
  readonly unitId: string;
  readonly nominationId: string;
  /** Whether a seat of the common pool will do when the unit has none of its own. */
  readonly poolToo: boolean;
}

/**
 * A seat is a row: taking one locks it, so a class cannot be oversold (I1). Whoever takes one shares the class's lock, so
 * they do not wait for each other; whoever frees or moves seats has it alone, because a freed seat must find every reserve
 * there is (I5): see {@link lockForFreeing} and {@link lockForWaiting}. In which order: `seat-locks.md`.
 */
@Injectable()
export class SeatsService {
  /** The seats of a new class, all in the common pool. */
  async create(tx: Tx, classId: string, capacity: number): Promise<void> {
    await tx.execute(`INSERT INTO seats (class_id, number) SELECT $1, n FROM generate_series(1, $2::int) n`, [
      classId,
      capacity,
    ]);
  }

  /**
   * Every way in takes its seats here, as part of a statement that has `wanted (id, class_id, unit_id, pool_too, place)`:
   * for each nomination, in the order of their places, the first free seat of its unit, then of the pool. What was got is
   * in `taken (id, number)`. Seats of a class somebody is moving, and of one that has ended, are not taken.
   * @param lockedRows whether what others hold is left alone; it may only be waited for under {@link lockForWaiting}
   */
  taking(lockedRows: 'SKIP LOCKED' | ''): string {
    const free = (owner: string) => `CROSS JOIN LATERAL (SELECT number FROM seats s
      WHERE s.class_id = g.class_id AND s.nomination_id IS NULL AND ${owner} ORDER BY number LIMIT g.count FOR UPDATE ${lockedRows}) s`;
    return `still AS MATERIALIZED (
        SELECT class_id FROM (SELECT DISTINCT class_id FROM wanted ORDER BY 1) w WHERE ${tryLockShared(reservesOf('class_id'))}),
      looking AS MATERIALIZED (
        SELECT w.*, row_number() OVER (PARTITION BY class_id, unit_id ORDER BY place) AS nth FROM wanted w JOIN still USING (class_id)),
      own AS MATERIALIZED (
        SELECT class_id, unit_id, number, row_number() OVER (PARTITION BY class_id, unit_id ORDER BY number) AS nth
        FROM (SELECT class_id, unit_id, count(*) FROM looking GROUP BY 1, 2 ORDER BY 1, 2) g ${free('s.unit_id = g.unit_id')}),
      lacking AS MATERIALIZED (
        SELECT l.id, l.class_id, row_number() OVER (PARTITION BY l.class_id ORDER BY l.place) AS nth
        FROM looking l LEFT JOIN own USING (class_id, unit_id, nth) WHERE own.number IS NULL AND l.pool_too),
      pool AS MATERIALIZED (
        SELECT class_id, number, row_number() OVER (PARTITION BY class_id ORDER BY number) AS nth
        FROM (SELECT class_id, count(*) FROM lacking GROUP BY 1 ORDER BY 1) g ${free('s.unit_id IS NULL')}),
      got AS MATERIALIZED (
        SELECT id, class_id, number FROM looking JOIN own USING (class_id, unit_id, nth)
        UNION ALL SELECT id, class_id, number FROM lacking JOIN pool USING (class_id, nth)),
      -- Once the seats are held: a cancellation that was carried out meanwhile is seen.
      going_on AS MATERIALIZED (
        SELECT id AS class_id FROM classes WHERE id = ANY (ARRAY(SELECT class_id FROM got)) AND NOT class_has_ended(state)
        ORDER BY id FOR KEY SHARE ${lockedRows}),
      taken AS (
        UPDATE seats s SET nomination_id = got.id FROM got JOIN going_on USING (class_id)
        WHERE s.class_id = got.class_id AND s.number = got.number RETURNING got.id, s.number)`;
  }

  /** A seat for one nomination, waiting for those under way: nobody hears "full" because of a transaction that rolls back. Null when none is free. */
  async take(tx: Tx, wanted: SeatWanted): Promise<number | null> {
    await this.lockForWaiting(tx, wanted.classId, seatSeconds);
    const number = await this.takeNow(tx, wanted);
    await waitAtMost(tx);
    return number;
  }

  /** As {@link take}, for whoever already holds {@link lockForFreeing}: nobody can be about to free one. */
  async takeNow(tx: Tx, { classId, unitId, nominationId, poolToo }: SeatWanted): Promise<number | null> {
    const [taken] = await tx.rows<{ number: number }>(
      `WITH wanted AS (SELECT $1::uuid AS id, $2::uuid AS class_id, $3::uuid AS unit_id, $4::boolean AS pool_too, 1 AS place),
         ${this.taking('')} SELECT number FROM taken`,
      [nominationId, classId, unitId, poolToo],
    );
    return taken?.number ?? null;
  }

  /** Must come before a seat is freed or moved: from here to the end of the transaction nobody takes one or becomes a reserve. */
  async lockForFreeing(tx: Tx, classId: string): Promise<void> {
    await this.lock(tx, classId, lockAlone, queueSeconds);
  }

  /** The same of every class that goes on in which these units have seats, and of others besides, before the units themselves are held. */
  async lockForFreeingOf(tx: Tx, unitIds: readonly string[], besides: readonly string[] = []): Promise<void> {
    const classes = await tx.rows<{ id: string }>(
      `SELECT id FROM classes WHERE NOT class_has_ended(state)
         AND (id = ANY ($2::uuid[]) OR id IN (SELECT class_id FROM seats WHERE unit_id = ANY ($1::uuid[]))) ORDER BY id`,
      [unitIds, besides],
    );
    for (const { id } of classes) await this.lockForFreeing(tx, id);
  }

  /**
   * Must come before somebody waits for a seat or becomes a reserve: waits for seats being freed; those who wait do not hinder each other.
   * @param seconds how long is waited for what is locked afterwards
   */
  async lockForWaiting(tx: Tx, classId: string, seconds = queueSeconds): Promise<void> {
    await this.lock(tx, classId, lockShared, seconds);
  }

  private async lock(tx: Tx, classId: string, lock: (guarded: string) => string, seconds: number): Promise<void> {
    await tx.execute(
      `SELECT set_config('lock_timeout', '${queueSeconds}s', true), ${lock(reservesOf('$1::text'))}, set_config('lock_timeout', $2, true)`,
      [classId, `${seconds}s`],
    );
  }

  /** Frees the seat of a nomination, if it holds one; needs {@link lockForFreeing}. */
  async free(tx: Tx, nominationId: string): Promise<FreedSeat | null> {
    const [freed] = await tx.rows<FreedSeat>(
      `UPDATE seats SET nomination_id = NULL WHERE nomination_id = $1 RETURNING number, unit_id`,
      [nominationId],
    );
    return freed ?? null;
  }

  /** Frees the seats of several nominations; needs {@link lockForFreeing}. */
  async freeThese(tx: Tx, nominationIds: readonly string[]): Promise<void> {
    await tx.execute(`UPDATE seats SET nomination_id = NULL WHERE nomination_id = ANY ($1::uuid[])`, [nominationIds]);
  }

  /** How many seats are free, by the unit that owns them; null is the pool. Only owners of free seats are named. */
  async freeByOwner(tx: Tx, classId: string): Promise<Map<string | null, number>> {
    const rows = await tx.rows<{ unitId: string | null; free: number }>(
      `SELECT unit_id, count(*)::int AS free FROM seats WHERE class_id = $1 AND nomination_id IS NULL GROUP BY unit_id`,
      [classId],
    );
    return new Map(rows.map(({ unitId, free }) => [unitId, free]));
  }

  async freeAll(tx: Tx, classId: string): Promise<void> {
    await tx.execute(`UPDATE seats SET nomination_id = NULL WHERE class_id = $1`, [classId]);
  }

  /**
   * The seat a nomination held before; needs {@link lockForFreeing}.
   * @param unitId whose it is again; whose it is now unless told
   */
  async giveBack(tx: Tx, classId: string, number: number, nominationId: string, unitId?: string | null): Promise<void> {
    await tx.execute(
      `UPDATE seats SET nomination_id = $3, unit_id = CASE WHEN $4 THEN $5::uuid ELSE unit_id END WHERE class_id = $1 AND number = $2`,
      [classId, number, nominationId, unitId !== undefined, unitId ?? null],
    );
  }

  /** The seat goes from one nomination to another without ever being free. Returns whether there was one. */
  async handOver(tx: Tx, fromNominationId: string, toNominationId: string): Promise<boolean> {
    const count = await tx.execute(`UPDATE seats SET nomination_id = $2 WHERE nomination_id = $1`, [
      fromNominationId,
      toNominationId,
    ]);
    return count > 0;
  }

  /** Whose the seats of these nominations are, in their order; needs {@link lockForFreeing}. */
  async held(tx: Tx, nominationIds: readonly string[]): Promise<(FreedSeat & { readonly nominationId: string })[]> {
    return tx.rows(
      `SELECT nomination_id, number, unit_id FROM seats WHERE nomination_id = ANY ($1::uuid[]) ORDER BY number FOR UPDATE`,
      [nominationIds],
    );
  }

  /** Takes seats away from a class with whoever held them; needs {@link lockForFreeing}. */
  async remove(tx: Tx, classId: string, numbers: readonly number[]): Promise<void> {
    const removed = await tx.execute(`DELETE FROM seats WHERE class_id = $1 AND number = ANY ($2::int[])`, [
      classId,
      numbers,
    ]);
    await tx.execute(
      `UPDATE classes SET capacity = capacity - $2, min_size = CASE WHEN min_size <= capacity - $2 THEN min_size END, version = version + 1 WHERE id = $1`,
      [classId, removed],
    );
  }

  /** The last free seats of the pool become those of the holders, each of the unit it was of elsewhere; needs {@link lockForFreeing}. */
  async occupy(
    tx: Tx,
    classId: string,
    holders: readonly { readonly nominationId: string; readonly unitId: string | null }[],
  ): Promise<void> {
    const seated = await tx.execute(
      `UPDATE seats s SET unit_id = h."unitId", nomination_id = h."nominationId"
       FROM (SELECT number, row_number() OVER (ORDER BY number DESC) AS nth FROM seats
         WHERE class_id = $1 AND unit_id IS NULL AND nomination_id IS NULL) f
       JOIN ROWS FROM (jsonb_to_recordset($2::jsonb) AS ("nominationId" uuid, "unitId" uuid)) WITH ORDINALITY
         AS h ("nominationId", "unitId", ordinal) ON f.nth = $3 - h.ordinal + 1
       WHERE s.class_id = $1 AND s.number = f.number`,
      [classId, JSON.stringify(holders), holders.length],
    );
    if (seated !== holders.length) throw new TooFewFreeSeats(holders.length, seated);
  }

  /** Moves free seats between units and the pool; needs {@link lockForFreeing}. @throws TooFewFreeSeats */
  async move(tx: Tx, classId: string, from: SeatOwner, to: SeatOwner, count: number): Promise<void> {
    const moved = await tx.execute(
      // Chosen once and kept: a sub-select in the condition may run again for every row and choose more.
      `WITH chosen AS MATERIALIZED (
         SELECT number FROM seats WHERE class_id = $1 AND unit_id IS NOT DISTINCT FROM $2 AND nomination_id IS NULL
         ORDER BY number LIMIT $4 FOR UPDATE)
       UPDATE seats SET unit_id = $3 FROM chosen WHERE class_id = $1 AND seats.number = chosen.number`,
      [classId, unitOf(from), unitOf(to), count],
    );
    if (moved !== count) throw new TooFewFreeSeats(count, moved);
  }

  /** The seats of a unit, whoever holds them, are the pool's. */
  async leaveToPool(tx: Tx, classId: string, unitId: string): Promise<void> {
    await tx.execute('UPDATE seats SET unit_id = NULL WHERE class_id = $1 AND unit_id = $2', [classId, unitId]);
  }

  /** Takes note that the release day was carried out, once; needs {@link lockForFreeing}. Returns that day, null when none is due. */
  async noteRelease(tx: Tx, classId: string, today: Day): Promise<Day | null> {
    const [due] = await tx.rows<{ day: Day }>(
      `UPDATE classes SET released_after = release_after, version = version + 1
       WHERE id = $1 AND release_after < $2 AND release_after IS DISTINCT FROM released_after RETURNING release_after AS day`,
      [classId, today],
    );
    return due?.day ?? null;
  }

  /** Every free seat of every unit goes to the pool; needs {@link lockForFreeing}. Returns how many did. */
  async release(tx: Tx, classId: string): Promise<number> {
    const released = await tx.execute(
      `UPDATE seats SET unit_id = NULL WHERE class_id = $1 AND unit_id IS NOT NULL AND nomination_id IS NULL`,
      [classId],
    );
    return released;
  }

  /**
   * Adds seats to the pool, or takes free ones away, the pool's first; needs {@link lockForFreeing}.
   * @param holders everybody who holds a seat, asked for when there are too many of them
   * @throws SeatsTaken
   */
  async resize(tx: Tx, classId: string, capacity: number, holders: () => Promise<string[]>): Promise<void> {
    const seats = await tx.row<{ total: number; taken: number; highest: number }>(
      `SELECT count(*) AS total, count(nomination_id) AS taken, max(number) AS highest FROM seats WHERE class_id = $1`,
      [classId],
    );
    const { total, taken, highest } = seats;
    if (capacity < taken) throw new SeatsTaken(await holders());
    await tx.execute(`INSERT INTO seats (class_id, number) SELECT $1, $2 + n FROM generate_series(1, $3::int) n`, [
      classId,
      highest,
      capacity - total,
    ]);
    await tx.execute(
      `WITH chosen AS MATERIALIZED (
         SELECT number FROM seats WHERE class_id = $1 AND nomination_id IS NULL ORDER BY unit_id IS NOT NULL, number DESC LIMIT $2 FOR UPDATE)
       DELETE FROM seats USING chosen WHERE class_id = $1 AND seats.number = chosen.number`,
      [classId, Math.max(0, total - capacity)],
    );
    await tx.execute(`UPDATE classes SET capacity = $2, version = version + 1 WHERE id = $1`, [classId, capacity]);
  }
}

const unitOf = (owner: SeatOwner) => (owner === 'pool' ? null : owner.unitId);

/** What the lock of a class's seats and reserves guards. */
const reservesOf = (classId: string) => `'reserves of ' || ${classId}`;

/** How long a caller waits for one seat that may go free, and in the queue of those who move seats; then they hear "busy". */
export const seatSeconds = 8;
const queueSeconds = 20;

export async function waitAtMost(tx: Tx, seconds = queueSeconds): Promise<void> {
  await tx.execute(`SELECT set_config('lock_timeout', $1, true)`, [`${seconds}s`]);
}

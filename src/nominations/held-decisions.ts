import { Injectable } from '@nestjs/common';
import type { FreedSeat } from '../classes/seats.service';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { PlatformSettings } from '../platform/settings';
import type { Nomination, StoodBefore } from './nomination.entity';

/** The seat a rejection freed, and who moved up. */
export interface FreedPlace {
  readonly seat: FreedSeat;
  readonly promoted: readonly { readonly nominationId: string; readonly seat: number; readonly rank: number }[];
}

export const standingOf = ({ state, rank, reason, correctBy, decidedAt, decidedBy }: Nomination): StoodBefore => ({
  ...{ state, rank, reason, correctBy, decidedAt, decidedBy },
});

/**
 * Whether nobody is told yet what became of a nomination, because the decision on it, or the one that moved it up, can still
 * be taken back. SQL
 * @param nomination its id @param now the parameter it is
 */
export const isHeldBack = (nomination: string, now: string) => `EXISTS (
  SELECT FROM decisions_held d WHERE (d.nomination_id = ${nomination} OR d.promoted_id = ${nomination}) AND d.told_from > ${now}::timestamptz)`;

/** Until when the decision a nomination `n` stands by can be taken back; null where it cannot. SQL */
export const undoUntil =
  '(SELECT d.told_from FROM decisions_held d WHERE d.nomination_id = n.id AND d.decided_at = n.decided_at)';

/** Expired rows are let go a hundred at a time, and not at once: whoever is about to tell still looks at them. */
const keptMinutes = 60;

/** Decisions wait a while before anybody is told, so that a slip is undone and not explained. */
@Injectable()
export class HeldDecisions {
  constructor(
    private readonly settings: PlatformSettings,
    private readonly clock: Clock,
  ) {}

  /** Holds decisions back as they are written. */
  async hold(
    tx: Tx,
    reviewId: string,
    decided: readonly Nomination[],
    before: ReadonlyMap<string, StoodBefore>,
    freed: ReadonlyMap<string, FreedPlace>,
  ): Promise<void> {
    const minutes = this.settings.decisionWaitMinutes;
    if (minutes === 0 || decided.length === 0) return;
    const rows = decided.map(({ id, decidedAt }) => {
      const { seat = null, promoted = [] } = freed.get(id) ?? {};
      const onto = promoted.find((one) => one.seat === seat?.number);
      return {
        ...before.get(id)!,
        ...{ id, at: decidedAt, seat: seat?.number, owner: seat?.unitId, promoted: onto?.nominationId },
        promotedRank: onto?.rank,
      };
    });
    await tx.execute(
      `WITH expired AS (
         DELETE FROM decisions_held WHERE nomination_id IN (
           SELECT nomination_id FROM decisions_held WHERE told_from < $3::timestamptz - interval '${keptMinutes} minutes'
             AND nomination_id NOT IN (SELECT id FROM jsonb_to_recordset($1::jsonb) AS e (id uuid))
           ORDER BY told_from LIMIT 100 FOR UPDATE SKIP LOCKED))
       INSERT INTO decisions_held (nomination_id, review_id, decided_at, told_from, state, rank, reason, correct_by,
         decided_at_before, decided_by_before, seat_number, seat_unit_id, promoted_id, promoted_rank)
       SELECT v.id, $2, v.at, v.at + make_interval(mins => $4), v.state, v.rank, v.reason, v."correctBy",
         v."decidedAt", v."decidedBy", v.seat, v.owner, v.promoted, v."promotedRank"
       FROM jsonb_to_recordset($1::jsonb) AS v (id uuid, at timestamptz, state text, rank int, reason text, "correctBy" date,
         "decidedAt" timestamptz, "decidedBy" uuid, seat int, owner uuid, promoted uuid, "promotedRank" int)
       ON CONFLICT (nomination_id) DO UPDATE SET review_id = excluded.review_id, decided_at = excluded.decided_at,
         told_from = excluded.told_from, state = excluded.state, rank = excluded.rank, reason = excluded.reason,
         correct_by = excluded.correct_by, decided_at_before = excluded.decided_at_before,
         decided_by_before = excluded.decided_by_before, seat_number = excluded.seat_number,
         seat_unit_id = excluded.seat_unit_id, promoted_id = excluded.promoted_id, promoted_rank = excluded.promoted_rank`,
      [JSON.stringify(rows), reviewId, this.clock.now(), minutes],
    );
  }
}

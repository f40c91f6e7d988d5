import { Injectable } from '@nestjs/common';
import { seatActions } from '../classes/classes.words';
import { type FreedSeat, SeatsService } from '../classes/seats.service';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { lockAlone } from '../platform/database/advisory-locks';
import type { Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { type Admission, AdmissionsService } from './admissions.service';
import { blockingSentences, type Check, isBlocked } from './checks';
import { Nomination } from './nomination.entity';
import { nominationActions } from './nominations.words';
import { promotionsOf } from './promotion';

/** Who moved up, and who could have but no longer qualifies. */
export interface PromotionOutcome {
  readonly promoted: readonly { readonly nominationId: string; readonly seat: number; readonly rank: number }[];
  readonly passedOver: readonly { readonly nominationId: string; readonly checks: readonly Check[] }[];
}

/** Reserves: ranked by their unit, promoted in the transaction that frees a seat (I5). */
@Injectable()
export class ReservesService {
  constructor(
    private readonly seats: SeatsService,
    private readonly admissions: AdmissionsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The next rank of the reserves of each unit in a class; two who ask at once get different ones. Null when the class is over by now. */
  async nextRanks(tx: Tx, classId: string, unitIds: readonly string[]): Promise<Map<string, number> | null> {
    const units = [...new Set(unitIds)].toSorted();
    await tx.execute(`SELECT ${lockAlone(`'ranks of ' || $1::text || unit_id`)} FROM unnest($2::uuid[]) unit_id`, [
      classId,
      units,
    ]);
    const rows = await tx.rows<{ unitId: string; rank: number }>(
      `SELECT unit_id, (SELECT coalesce(max(rank), 0) + 1 FROM nominations n WHERE n.class_id = c.id AND n.unit_id = u.unit_id) AS rank
       FROM classes c, unnest($2::uuid[]) u (unit_id) WHERE c.id = $1 AND NOT class_has_ended(c.state)`,
      [classId, units],
    );
    return rows.length === 0 ? null : new Map(rows.map(({ unitId, rank }) => [unitId, rank]));
  }

  /**
   * Frees the seats of nominations that ended, one after the other, because each may find another reserve; together where
   * nobody waits and none goes to the pool. Needs the lock for freeing. Returns who moved up, by the nomination whose seat was freed.
   */
  async freeSeats(
    tx: Tx,
    actor: Actor,
    admission: Admission,
    held: readonly (FreedSeat & { readonly nominationId: string })[],
  ): Promise<ReadonlyMap<string, PromotionOutcome['promoted']>> {
    const moved = new Map<string, PromotionOutcome['promoted']>();
    const movesNobody = held.length > 1 && !(await this.mayMoveUp(tx, admission));
    if (movesNobody) {
      const ids = held.map(({ nominationId }) => nominationId);
      await this.seats.freeThese(tx, ids);
      return moved;
    }
    for (const { nominationId, ...freed } of held) {
      await this.seats.freeThese(tx, [nominationId]);
      moved.set(nominationId, (await this.promote(tx, actor, admission, freed)).promoted);
    }
    return moved;
  }

  private async mayMoveUp(tx: Tx, { trainingClass }: Admission): Promise<boolean> {
    if (trainingClass.isReleasedOn(this.clock.today())) return true;
    const { waits } = await tx.row<{ waits: boolean }>(
      `SELECT EXISTS (SELECT FROM nominations WHERE class_id = $1 AND rank IS NOT NULL) AS waits`,
      [trainingClass.id],
    );
    return waits;
  }

  /**
   * Gives free seats to those who wait, see {@link promotionsOf}. Needs the lock for freeing. Who is passed over because
   * they no longer qualify stays a reserve and is told why.
   * @param freed the seat that was freed just now, if one was
   */
  async promote(tx: Tx, actor: Actor, admission: Admission, freed: FreedSeat | null = null): Promise<PromotionOutcome> {
    const { trainingClass } = admission;
    const free = await this.seats.freeByOwner(tx, trainingClass.id);
    if (free.size === 0) return { promoted: [], passedOver: [] };
    const isReleased = trainingClass.isReleasedOn(this.clock.today());
    const { poolOpen, freedToPool } = trainingClass;
    const passesOn = (freedToPool || isReleased) && freed !== null && freed.unitId !== null;
    const anyUnit = poolOpen && (free.has(null) || passesOn);
    const waiting = await this.waiting(
      tx,
      admission,
      anyUnit ? null : [...free.keys()].filter((owner) => owner !== null),
    );

    const { promoted, passedOver, givesToPool } = promotionsOf(
      waiting,
      free,
      { poolOpen, freedToPool, isReleased },
      freed?.unitId,
    );
    if (givesToPool) await this.giveToPool(tx, actor, trainingClass.id, givesToPool);
    const seated: PromotionOutcome['promoted'][number][] = [];
    for (const { reserve, from } of promoted) {
      const move = await this.seat(tx, actor, reserve.nomination, from === null);
      if (move) seated.push(move);
    }
    for (const reserve of passedOver) await this.passOver(tx, actor, reserve);
    return {
      promoted: seated,
      passedOver: passedOver.map(({ nomination, checks }) => ({ nominationId: nomination.id, checks })),
    };
  }

  /** The reserves of some units, or of all, each checked anew. */
  private async waiting(tx: Tx, admission: Admission, unitIds: readonly string[] | null): Promise<CheckedReserve[]> {
    const nominations = await tx
      .createQueryBuilder(Nomination, 'n')
      .where('n.class_id = :classId AND n.rank IS NOT NULL', { classId: admission.trainingClass.id })
      .andWhere('(:everybody OR n.unit_id = ANY (:unitIds))', { everybody: unitIds === null, unitIds: unitIds ?? [] })
      .orderBy('n.unit_id')
      .addOrderBy('n.rank')
      .getMany();
    const checksOf = await this.checksByPerson(tx, admission, nominations);
    return nominations.map((nomination) => {
      const { personId, unitId, rank, placedAt } = nomination;
      const checks = checksOf.get(personId) ?? [];
      return { nomination, checks, unitId, rank, placedAt, isEligible: !isBlocked(checks) };
    });
  }

  /** The checks of one class's reserves as they stand now. */
  private async checksByPerson(
    tx: Tx,
    admission: Admission,
    reserves: readonly { readonly unitId: string; readonly personId: string }[],
  ): Promise<ReadonlyMap<string, readonly Check[]>> {
    if (reserves.length === 0) return new Map();
    const unitOf = new Map(reserves.map(({ personId, unitId }) => [personId, unitId]));
    const checked = await this.admissions.checkOf(tx, admission, unitOf);
    return new Map([...checked].map(([personId, { checks }]) => [personId, checks]));
  }

  private async seat(tx: Tx, actor: Actor, reserve: Nomination, fromPool: boolean) {
    const { classId, unitId, id: nominationId, rank } = reserve;
    const seat = await this.seats.takeNow(tx, { classId, unitId, nominationId, poolToo: fromPool });
    // Takers of free seats do not wait for this lock: one of them came first, and this reserve goes on waiting.
    if (seat === null) return null;
    reserve.promote();
    await tx.save(reserve);
    await this.journal.write(tx, actor, {
      ...about(reserve),
      action: nominationActions.promoted,
      facts: { seat, rank, fromPool },
    });
    return { nominationId, seat, rank: rank! };
  }

  private async passOver(tx: Tx, actor: Actor, { nomination, checks }: CheckedReserve): Promise<void> {
    const because = blockingSentences(checks);
    nomination.passOver(this.clock.now(), because);
    await tx.save(nomination);
    await this.journal.write(tx, actor, {
      ...about(nomination),
      action: nominationActions.passed_over,
      facts: { because, rank: nomination.rank },
    });
  }

  private async giveToPool(tx: Tx, actor: Actor, classId: string, unitId: string): Promise<void> {
    await this.seats.move(tx, classId, { unitId }, 'pool', 1);
    await this.journal.write(tx, actor, {
      action: seatActions.passed_on,
      subject: { type: 'class', id: classId },
      classId,
      facts: { unitId },
    });
  }
}

interface CheckedReserve {
  readonly nomination: Nomination;
  readonly checks: readonly Check[];
  readonly unitId: string;
  readonly rank: number | null;
  readonly placedAt: Date | null;
  readonly isEligible: boolean;
}

/** The parts of a journal line that every move of a nomination shares. */
export function about({ id, classId, unitId, personId }: Nomination) {
  return { subject: { type: 'nomination', id }, classId, unitId, personId } as const;
}

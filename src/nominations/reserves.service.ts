import { Injectable } from '@nestjs/common';
import { SeatsService } from '../classes/seats.service';
import type { TrainingClass } from '../classes/training-class.entity';
import type { Actor } from '../platform/access/actor';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { isBlocked } from './checks';
import { AdmissionsService } from './admissions.service';
import { Nomination } from './nomination.entity';

/** Reserves: ranked by their unit, promoted in the transaction that frees a seat (I5). */
@Injectable()
export class ReservesService {
  constructor(
    private readonly database: Database,
    private readonly seats: SeatsService,
    private readonly admissions: AdmissionsService,
    private readonly journal: Journal,
  ) {}

  /** The next rank of a unit's reserves in a class; two who ask at once get different ones. */
  async nextRank(tx: Tx, classId: string, unitId: string): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('ranks of ' || $1 || $2, 0))`, [classId, unitId]);
    const [row]: { rank: number }[] = await tx.query(
      `SELECT coalesce(max(rank), 0) + 1 AS rank FROM nominations WHERE class_id = $1 AND unit_id = $2`,
      [classId, unitId],
    );
    return row!.rank;
  }

  /**
   * Gives free seats to those who wait: first each unit's own to its next eligible reserve, then the pool's, where the
   * class has one, in the order in which the nominations came. Needs the lock for freeing. Who is passed over because
   * they no longer qualify stays a reserve, and the journal says why.
   */
  async promote(tx: Tx, actor: Actor, trainingClass: TrainingClass): Promise<void> {
    const waiting = await tx
      .createQueryBuilder(Nomination, 'n')
      .where('n.class_id = :classId AND n.rank IS NOT NULL', { classId: trainingClass.id })
      .orderBy('n.unit_id')
      .addOrderBy('n.rank')
      .getMany();
    const eligible = await this.eligible(tx, actor, trainingClass.id, waiting);

    const left = await this.seat(tx, actor, eligible, false);
    if (!trainingClass.poolOpen) return;
    await this.seat(tx, actor, left.toSorted(byArrival), true);
  }

  /** Reserves who qualify and wait although a seat they could take is free: there must be none (I5). Returns nomination ids. */
  async waitingThoughFree(): Promise<string[]> {
    const tx = this.database.reader;
    const waiting: { id: string; classId: string; unitId: string; personId: string }[] = await tx.query(
      `SELECT n.id, n.class_id AS "classId", n.unit_id AS "unitId", n.person_id AS "personId" FROM nominations n JOIN classes c ON c.id = n.class_id
       WHERE n.rank IS NOT NULL AND c.state IN ('announced', 'confirmed') AND EXISTS (SELECT 1 FROM seats s
         WHERE s.class_id = n.class_id AND s.nomination_id IS NULL AND (s.unit_id = n.unit_id OR (c.pool_open AND s.unit_id IS NULL)))`,
    );
    const found: string[] = [];
    for (const { id, classId, unitId, personId } of waiting) {
      const checked = await this.admissions.check(tx, await this.admissions.of(tx, classId), unitId, [personId]);
      if (!isBlocked(checked.get(personId)?.checks ?? [])) found.push(id);
    }
    return found;
  }

  private async seat(tx: Tx, actor: Actor, reserves: readonly Nomination[], poolToo: boolean): Promise<Nomination[]> {
    const left: Nomination[] = [];
    for (const reserve of reserves) {
      const { classId, unitId, id: nominationId } = reserve;
      const number = await this.seats.takeNow(tx, { classId, unitId, nominationId, poolToo });
      if (number === null) {
        left.push(reserve);
        continue;
      }
      const rank = reserve.rank;
      reserve.promote();
      await tx.save(reserve);
      await this.journal.write(tx, actor, {
        ...about(reserve),
        action: 'nominations.promoted',
        facts: { seat: number, rank },
      });
    }
    return left;
  }

  private async eligible(tx: Tx, actor: Actor, classId: string, waiting: readonly Nomination[]): Promise<Nomination[]> {
    if (waiting.length === 0) return [];
    const admission = await this.admissions.of(tx, classId);
    const eligible: Nomination[] = [];
    for (const reserves of byUnit(waiting)) {
      const { unitId } = reserves[0]!;
      const checked = await this.admissions.check(
        tx,
        admission,
        unitId,
        reserves.map(({ personId }) => personId),
      );
      for (const reserve of reserves) {
        const checks = checked.get(reserve.personId)?.checks ?? [];
        if (!isBlocked(checks)) {
          eligible.push(reserve);
          continue;
        }
        const broken = checks.filter(({ outcome }) => outcome === 'block').map(({ rule }) => rule);
        await this.journal.write(tx, actor, {
          ...about(reserve),
          action: 'nominations.passed_over',
          facts: { broken, rank: reserve.rank },
        });
      }
    }
    return eligible;
  }
}

const byArrival = (one: Nomination, other: Nomination) =>
  Number(one.submittedAt) - Number(other.submittedAt) || one.rank! - other.rank!;

function byUnit(nominations: readonly Nomination[]): Nomination[][] {
  const groups = new Map<string, Nomination[]>();
  for (const nomination of nominations)
    groups.set(nomination.unitId, [...(groups.get(nomination.unitId) ?? []), nomination]);
  return [...groups.values()];
}

/** The parts of a journal line that every move of a nomination shares. */
export function about({ id, classId, unitId, personId }: Nomination) {
  return { subject: { type: 'nomination', id }, classId, unitId, personId } as const;
}

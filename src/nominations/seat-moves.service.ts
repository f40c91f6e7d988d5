import { Injectable } from '@nestjs/common';
import { type SeatOwner, SeatsService } from '../classes/seats.service';
import { fairShare } from '../classes/fair-share';
import { SeatsQueries } from '../classes/seats.queries';
import { OrganizationQueries } from '../organization/organization.queries';
import type { Actor } from '../platform/access/actor';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { NotAllowed } from '../platform/problems/refusals';
import { type Admission, AdmissionsService } from './admissions.service';
import { CandidatesQueries } from './candidates.queries';
import { assertMayNominateFor } from './nominations.policy';
import { ReservesService } from './reserves.service';

export interface UnitSeats {
  readonly unitId: string;
  readonly seats: number;
}

/** Who gets how many seats: each move has who, when and why, and promotes whoever it lets in. */
@Injectable()
export class SeatMovesService {
  constructor(
    private readonly database: Database,
    private readonly seats: SeatsService,
    private readonly seatsQueries: SeatsQueries,
    private readonly admissions: AdmissionsService,
    private readonly reserves: ReservesService,
    private readonly candidates: CandidatesQueries,
    private readonly organization: OrganizationQueries,
    private readonly journal: Journal,
  ) {}

  /** A fair share of all seats: largest remainder over each unit's eligible cadres, at least one each. */
  async suggest(classId: string): Promise<UnitSeats[]> {
    const { trainingClass } = await this.admissions.of(this.database.reader, classId);
    const [units, shares] = await Promise.all([this.organization.baseUnits(), this.seatsQueries.shares(classId)]);
    // Who is nominated already is no candidate any more, but is still why the unit needs the seat.
    const nominated = new Map(shares.map(({ unitId, held, reserves }) => [unitId, held + reserves]));
    const claims = await Promise.all(
      units.map(async ({ id }) => ({
        unitId: id,
        eligible:
          (await this.candidates.of(classId, id)).filter(({ isEligible }) => isEligible).length +
          (nominated.get(id) ?? 0),
      })),
    );
    return fairShare(claims, trainingClass.capacity);
  }

  /** Sets how many seats each named unit has; the difference comes from the pool or goes back to it. @throws TooFewFreeSeats */
  async allocate(actor: Actor, classId: string, shares: readonly UnitSeats[], reason: string | null): Promise<void> {
    await this.move(actor, classId, 'seats.allocated', reason, { shares }, async (tx) => {
      const held = new Map((await this.sharesNow(tx, classId)).map(({ unit_id, seats }) => [unit_id, seats]));
      const changes = shares.map(({ unitId, seats }) => ({ unitId, change: seats - (held.get(unitId) ?? 0) }));
      for (const { unitId, change } of changes.filter(({ change }) => change < 0))
        await this.seats.move(tx, classId, { unitId }, 'pool', -change);
      for (const { unitId, change } of changes.filter(({ change }) => change > 0))
        await this.seats.move(tx, classId, 'pool', { unitId }, change);
    });
  }

  /** A unit lends free seats to another. */
  async lend(
    actor: Actor,
    classId: string,
    from: string,
    to: string,
    count: number,
    reason: string | null,
  ): Promise<void> {
    await this.move(actor, classId, 'seats.lent', reason, { from, to, count }, (tx) =>
      this.seats.move(tx, classId, { unitId: from }, { unitId: to }, count),
    );
  }

  /** A unit gives free seats back to the pool; its secretary may. */
  async giveBack(actor: Actor, classId: string, unitId: string, count: number, reason: string | null): Promise<void> {
    assertMayNominateFor(actor, unitId);
    await this.moveWithLock(actor, classId, 'seats.returned', reason, { unitId, count }, (tx) =>
      this.seats.move(tx, classId, { unitId }, 'pool', count),
    );
  }

  /** Every free seat of every unit goes to the pool. Returns how many. */
  async release(actor: Actor, classId: string, reason: string | null): Promise<number> {
    const free = (await this.seatsQueries.shares(classId)).filter((share) => share.unitId !== null && share.free > 0);
    const owners: [SeatOwner, number][] = free.map((share) => [{ unitId: share.unitId! }, share.free]);
    await this.move(
      actor,
      classId,
      'seats.released',
      reason,
      { count: sum(owners.map(([, count]) => count)) },
      async (tx) => {
        for (const [owner, count] of owners) await this.seats.move(tx, classId, owner, 'pool', count);
      },
    );
    return sum(owners.map(([, count]) => count));
  }

  /** Raised: promotion at once. Lowered below the holders: refused. @throws SeatsTaken */
  async resize(actor: Actor, classId: string, capacity: number, reason: string | null): Promise<void> {
    await this.move(actor, classId, 'seats.resized', reason, { capacity }, (tx) =>
      this.seats.resize(tx, classId, capacity),
    );
  }

  private async move(
    actor: Actor,
    classId: string,
    action: string,
    reason: string | null,
    facts: Record<string, unknown>,
    act: (tx: Tx, admission: Admission) => Promise<void>,
  ): Promise<void> {
    if (!actor.holds('training_officer')) throw new NotAllowed();
    await this.moveWithLock(actor, classId, action, reason, facts, act);
  }

  private async moveWithLock(
    actor: Actor,
    classId: string,
    action: string,
    reason: string | null,
    facts: Record<string, unknown>,
    act: (tx: Tx, admission: Admission) => Promise<void>,
  ): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const admission = await this.admissions.of(tx, classId);
      this.admissions.assertNotOver(admission);
      await this.seats.lockForFreeing(tx, classId);
      await act(tx, admission);
      await this.journal.write(tx, actor, { action, subject: { type: 'class', id: classId }, classId, reason, facts });
      await this.reserves.promote(tx, actor, admission.trainingClass);
    });
  }

  private async sharesNow(tx: Tx, classId: string): Promise<{ unit_id: string; seats: number }[]> {
    return tx.query(
      `SELECT unit_id, count(*) AS seats FROM seats WHERE class_id = $1 AND unit_id IS NOT NULL GROUP BY unit_id`,
      [classId],
    );
  }
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

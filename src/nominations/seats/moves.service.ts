import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { maySeeClass } from '../../classes/classes.policy';
import { seatActions } from '../../classes/classes.words';
import { SeatsService } from '../../classes/seats.service';
import { assertUnitLives } from '../../organization/living-units';
import { OrganizationQueries } from '../../organization/organization.queries';
import type { Actor } from '../../platform/access/actor';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { NotFound } from '../../platform/problems/refusals';
import { type Admission, AdmissionsService } from '../admissions.service';
import { blockingSentences } from '../checks';
import { ReasonNeeded } from '../nominations.refusals';
import { type PromotionOutcome, ReservesService } from '../reserves.service';
import { SeatsChangedMeanwhile } from './moves.refusals';
import { assertMakesSense, type SeatMove, type UnitSeats } from './moves';
import { assertMayMove } from './seats.policy';
import { SeatSharesQueries, type SeatShare } from './shares.queries';

export interface MoveTerms {
  readonly reason?: string | null | undefined;
  /** The fingerprint of a trial: the move is made only if exactly that happens. */
  readonly expects?: string | undefined;
}

/** What a move does, or would do. */
export interface SeatMoveOutcome extends PromotionOutcome {
  /** The shares afterwards. */
  readonly shares: readonly SeatShare[];
  /** Seats that changed hands, or were added or taken away. */
  readonly count: number;
  /** Stands for all of it: two outcomes alike have the same. */
  readonly fingerprint: string;
}

/** Who gets how many seats: each move has who, when and why, and promotes whoever it lets in. */
@Injectable()
export class SeatMovesService {
  constructor(
    private readonly database: Database,
    private readonly seats: SeatsService,
    private readonly shares: SeatSharesQueries,
    private readonly admissions: AdmissionsService,
    private readonly reserves: ReservesService,
    private readonly organization: OrganizationQueries,
    private readonly journal: Journal,
  ) {}

  /** @throws ReasonNeeded | InvalidInput | TooFewFreeSeats | SeatsTaken | SeatsChangedMeanwhile | ClassOver | UnitHasLeft | UnitIsMerged */
  async make(actor: Actor, classId: string, move: SeatMove, terms: MoveTerms = {}): Promise<SeatMoveOutcome> {
    await this.assertMayMake(actor, move);
    if (!terms.reason?.trim()) throw new ReasonNeeded();
    return this.database.inTransaction((tx) => this.makeWith(tx, actor, classId, move, terms));
  }

  /** What {@link make} would do now, and to whom; nothing is changed. */
  async tryOut(actor: Actor, classId: string, move: SeatMove): Promise<SeatMoveOutcome> {
    await this.assertMayMake(actor, move);
    return this.database.tryOut((tx) => this.makeWith(tx, actor, classId, move, {}));
  }

  /** Within a transaction, for whoever asked already whether the actor may make such a move. */
  async makeWith(
    tx: Tx,
    actor: Actor,
    classId: string,
    move: SeatMove,
    { reason = null, expects }: MoveTerms,
  ): Promise<SeatMoveOutcome> {
    await this.seats.lockForFreeing(tx, classId);
    const admission = await this.admissions.of(tx, classId);
    if (!maySeeClass(actor, admission.trainingClass)) throw new NotFound();
    this.admissions.assertNotOver(admission);
    const count = await this.carryOut(tx, admission, move);
    const { kind, ...facts } = move;
    await this.journal.write(tx, actor, {
      action: seatActions[kind],
      subject: { type: 'class', id: classId },
      classId,
      reason,
      facts: { ...facts, count },
    });
    const promotion = await this.reserves.promote(tx, actor, admission);
    const shares = await this.shares.of(classId, tx);
    const outcome = { ...promotion, shares, count, fingerprint: fingerprintOf(promotion, shares) };
    if (expects !== undefined && expects !== outcome.fingerprint) throw new SeatsChangedMeanwhile();
    return outcome;
  }

  /** All seats of a unit that leaves: free ones to the pool, and those somebody keeps, so that they come free there. */
  async giveUpWith(
    tx: Tx,
    actor: Actor,
    classId: string,
    { unitId, count }: { readonly unitId: string; readonly count: number },
    reason: string,
  ): Promise<void> {
    if (count > 0) await this.makeWith(tx, actor, classId, { kind: 'returned', unitId, count }, { reason });
    await this.seats.leaveToPool(tx, classId, unitId);
  }

  private async assertMayMake(actor: Actor, move: SeatMove): Promise<void> {
    assertMayMove(actor, move);
    assertMakesSense(
      move,
      (await this.organization.baseUnits()).map(({ id }) => id),
    );
  }

  /** Returns how many seats moved. */
  private async carryOut(tx: Tx, { trainingClass }: Admission, move: SeatMove): Promise<number> {
    const { id: classId, capacity } = trainingClass;
    switch (move.kind) {
      case 'allocated':
        return this.allocate(tx, classId, move.shares);
      case 'lent':
        await assertUnitLives(tx, move.to);
        await this.seats.move(tx, classId, { unitId: move.from }, { unitId: move.to }, move.count);
        return move.count;
      case 'returned':
        await this.seats.move(tx, classId, { unitId: move.unitId }, 'pool', move.count);
        return move.count;
      case 'released':
        return this.seats.release(tx, classId);
      case 'resized':
        await this.seats.resize(tx, classId, move.capacity, () => this.shares.holderNames(tx, classId));
        return move.capacity - capacity;
    }
  }

  /** The difference comes from the pool or goes back to it. */
  private async allocate(tx: Tx, classId: string, shares: readonly UnitSeats[]): Promise<number> {
    const now = await this.shares.of(classId, tx);
    const held = new Map(now.map(({ unitId, seats }) => [unitId, seats]));
    const changes = shares.map(({ unitId, seats }) => ({ unitId, change: seats - (held.get(unitId) ?? 0) }));
    await assertUnitLives(tx, ...changes.filter(({ change }) => change > 0).map(({ unitId }) => unitId));
    for (const { unitId, change } of changes.filter(({ change }) => change < 0))
      await this.seats.move(tx, classId, { unitId }, 'pool', -change);
    for (const { unitId, change } of changes.filter(({ change }) => change > 0))
      await this.seats.move(tx, classId, 'pool', { unitId }, change);
    return changes.reduce((sum, { change }) => sum + Math.abs(change), 0);
  }
}

function fingerprintOf({ promoted, passedOver }: PromotionOutcome, shares: readonly SeatShare[]): string {
  const told = [
    shares.map(({ unitId, seats, held, reserves }) => [unitId, seats, held, reserves]),
    promoted.map(({ nominationId }) => nominationId),
    passedOver.map(({ nominationId, checks }) => [nominationId, blockingSentences(checks).en]),
  ];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32);
}

import { Injectable } from '@nestjs/common';
import { SeatsService } from '../../classes/seats.service';
import { EnrollmentsService } from '../../enrollments/enrollments.service';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { refusalOf } from '../../platform/problems/each-by-itself';
import { found } from '../../platform/problems/refusals';
import { type Admission, AdmissionsService } from '../admissions.service';
import { Nomination, type StoodBefore } from '../nomination.entity';
import { assertMayDecide, mayEndorseOrReview, mayReview } from '../nominations.policy';
import { AlreadyNominated } from '../nominations.refusals';
import { NominationsService } from '../nominations.service';
import { nominationActions } from '../nominations.words';
import { about, ReservesService } from '../reserves.service';
import type { ReviewResult } from '../reviews.service';
import { DecisionMovedOn, DecisionStands, LearnsAlready, SeatGivenAway } from './decision-reversals.refusals';

interface Held extends StoodBefore {
  readonly at: Date;
  readonly toldFrom: Date;
  readonly seatNumber: number | null;
  readonly seatUnitId: string | null;
  readonly promotedId: string | null;
  readonly promotedRank: number | null;
}

interface Seat {
  readonly unitId: string | null;
  readonly nominationId: string | null;
}

const undone = 'Hoàn tác';

/** Takes decisions back while nobody was told of them: the nomination, its seat and whoever moved up stand as before. */
@Injectable()
export class TakenBackDecisions {
  constructor(
    private readonly database: Database,
    private readonly nominations: NominationsService,
    private readonly admissions: AdmissionsService,
    private readonly enrollments: EnrollmentsService,
    private readonly reserves: ReservesService,
    private readonly seats: SeatsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws DecisionStands | DecisionMovedOn | SeatGivenAway | LearnsAlready */
  async takeBack(actor: Actor, nominationId: string): Promise<void> {
    await this.database.inTransaction((tx) => this.takeBackWith(tx, actor, nominationId), nominationId);
  }

  /** All that was decided in one go, the last first, since an earlier one may have made room for it; each has its own result. */
  async takeBackReview(actor: Actor, reviewId: string): Promise<ReviewResult[]> {
    const of = await this.database.read<{ id: string }>(
      `SELECT nomination_id AS id FROM decisions_held WHERE review_id = $1 ORDER BY decided_at DESC, nomination_id`,
      [reviewId],
    );
    const results: ReviewResult[] = [];
    for (const { id: nominationId } of of) {
      const refusal = await refusalOf(() => this.takeBack(actor, nominationId));
      results.push({ nominationId, refusal });
    }
    return results;
  }

  private async takeBackWith(tx: Tx, actor: Actor, id: string): Promise<void> {
    const nomination = await this.nominations.loadToEnd(tx, id);
    const { state } = nomination;
    assertMayDecide(actor, nomination, state === 'accepted' ? mayReview : mayEndorseOrReview);
    const held = await this.heldOf(tx, nomination);
    const admission = await this.admissions.of(tx, nomination.classId);
    this.admissions.assertNotOver(admission);
    if (state === 'accepted') await this.unenroll(tx, actor, nomination);
    if (state === 'rejected') await this.assertNotNominatedAnew(tx, nomination);
    nomination.takeBackDecision({
      ...{ state: held.state, rank: held.rank, reason: held.reason, correctBy: held.correctBy },
      ...{ decidedAt: held.decidedAt, decidedBy: held.decidedBy },
    });
    if (state === 'rejected' && held.rank !== null) await this.makeRoom(tx, nomination, held.rank);
    await tx.save(nomination);
    if (held.seatNumber !== null) await this.giveSeatBack(tx, actor, admission, nomination, held);
    await tx.execute(`DELETE FROM decisions_held WHERE nomination_id = $1`, [id]);
    await this.journal.write(tx, actor, {
      ...about(nomination),
      action: nominationActions.decision_taken_back,
      facts: { was: state, seat: held.seatNumber },
    });
    // Whoever waits again may find a seat that went free meanwhile (I5).
    if (state === 'rejected') await this.reserves.promote(tx, actor, admission);
  }

  /** @throws DecisionStands | DecisionMovedOn */
  private async heldOf(tx: Tx, nomination: Nomination): Promise<Held> {
    const [held] = await tx.rows<Held>(
      `SELECT d.decided_at AS at, d.told_from, d.state, d.rank, d.reason, d.correct_by, d.decided_at_before AS decided_at,
         d.decided_by_before AS decided_by, d.seat_number, d.seat_unit_id, d.promoted_id, d.promoted_rank
       FROM decisions_held d WHERE d.nomination_id = $1 FOR UPDATE`,
      [nomination.id],
    );
    if (!held) throw new DecisionStands(nomination.state, null);
    if (held.at.getTime() !== nomination.decidedAt?.getTime() || !isDecided(nomination)) throw new DecisionMovedOn();
    if (held.toldFrom <= this.clock.now()) throw new DecisionStands(nomination.state, held.toldFrom);
    return held;
  }

  /** @throws LearnsAlready */
  private async unenroll(tx: Tx, actor: Actor, { id, personId }: Nomination): Promise<void> {
    // Whoever writes to calendars has the person alone, as this has from here on.
    await tx.execute(`SELECT FROM persons WHERE id = $1 FOR NO KEY UPDATE`, [personId]);
    if (!(await this.enrollments.unmake(tx, actor, id, undone))) throw new LearnsAlready();
  }

  /** @throws AlreadyNominated */
  private async assertNotNominatedAnew(tx: Tx, { classId, personId }: Nomination): Promise<void> {
    const [anew] = await tx.rows<unknown>(
      `SELECT FROM nominations WHERE class_id = $1 AND person_id = $2 AND ended_at IS NULL`,
      [classId, personId],
    );
    if (anew) throw new AlreadyNominated();
  }

  /** The seat it held; where the reserve that moved up holds it, the reserve waits again. @throws SeatGivenAway */
  private async giveSeatBack(
    tx: Tx,
    actor: Actor,
    { trainingClass }: Admission,
    nomination: Nomination,
    { seatNumber, seatUnitId, promotedId, promotedRank }: Held,
  ): Promise<void> {
    const { classId, unitId, id: nominationId } = nomination;
    const [seat] = await tx.rows<Seat>(
      `SELECT unit_id, nomination_id FROM seats WHERE class_id = $1 AND number = $2 FOR UPDATE`,
      [classId, seatNumber],
    );
    // What the rejection passed on to the pool is the unit's again; what somebody lent since is not.
    const isStillTheirs = seat && (seat.unitId === seatUnitId || seat.unitId === null);
    const isPassedOn = seat?.nominationId != null && seat.nominationId === promotedId;
    const stepsBack = isStillTheirs && isPassedOn && (await this.stepBack(tx, actor, promotedId, promotedRank!));
    if (isStillTheirs && (seat.nominationId === null || stepsBack))
      return this.seats.giveBack(tx, classId, seatNumber!, nominationId, seatUnitId);
    const other = await this.seats.takeNow(tx, { classId, unitId, nominationId, poolToo: trainingClass.poolOpen });
    if (other === null) throw new SeatGivenAway();
  }

  /** Puts whoever moved up back among the reserves, as long as nothing was decided on them. */
  private async stepBack(tx: Tx, actor: Actor, id: string, rank: number): Promise<boolean> {
    const reserve = found(await this.nominations.loadForUpdate(tx, id));
    if (reserve.state !== 'submitted' && reserve.state !== 'endorsed') return false;
    await this.makeRoom(tx, reserve, rank);
    reserve.stepBack(rank);
    await tx.save(reserve);
    const action = nominationActions.stepped_back;
    await this.journal.write(tx, actor, { ...about(reserve), action, facts: { rank } });
    return true;
  }

  /** Whoever became a reserve since, and got the rank that was free, comes after. */
  private async makeRoom(tx: Tx, { classId, unitId }: Nomination, rank: number): Promise<void> {
    const [behind] = await tx.rows<{ ids: string[]; most: number }>(
      `SELECT array_agg(id) AS ids, max(rank) AS most FROM nominations WHERE class_id = $1 AND unit_id = $2 AND rank >= $3
       HAVING bool_or(rank = $3)`,
      [classId, unitId, rank],
    );
    if (!behind) return;
    // No two may have one rank even for a moment.
    await tx.execute(`UPDATE nominations SET rank = rank + $2 WHERE id = ANY ($1::uuid[])`, [behind.ids, behind.most]);
    await tx.execute(`UPDATE nominations SET rank = rank - $2 + 1, version = version + 1 WHERE id = ANY ($1::uuid[])`, [
      behind.ids,
      behind.most,
    ]);
  }
}

const isDecided = ({ state }: Nomination) => state === 'accepted' || state === 'returned' || state === 'rejected';

import { Injectable } from '@nestjs/common';
import { ClassesService } from '../../classes/classes.service';
import { SeatsService } from '../../classes/seats.service';
import { CancelledRostersService } from '../../enrollments/cancelled-rosters.service';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { AdmissionsService } from '../admissions.service';
import { LeaverFlags } from '../leavers/leaver-flags';
import { Nomination } from '../nomination.entity';
import { nominationActions } from '../nominations.words';
import { about, ReservesService } from '../reserves.service';
import { SeatMovesService } from '../seats/moves.service';
import { type PersonBack, ReversalsQueries, type WouldComeBack } from './reversals.queries';

/** A class that takes place after all: whoever and whatever the cancellation took away comes back where it stood, as far as it is free. */
@Injectable()
export class ReversalsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly classes: ClassesService,
    private readonly seats: SeatsService,
    private readonly rosters: CancelledRostersService,
    private readonly admissions: AdmissionsService,
    private readonly reserves: ReservesService,
    private readonly seatMoves: SeatMovesService,
    private readonly leavers: LeaverFlags,
    private readonly queries: ReversalsQueries,
  ) {}

  /** @returns what came back and what did not @throws NotFound | NotAllowed | ClassNotInState | ClassWouldBeOver */
  async reverse(actor: Actor, classId: string, reason: string): Promise<WouldComeBack> {
    return this.database.inTransaction(async (tx) => {
      await this.seats.lockForFreeing(tx, classId);
      const trainingClass = await this.classes.loadToManage(tx, actor, classId);
      const { cancelledAt } = trainingClass;
      const found = await this.queries.wouldComeBack(classId, tx);
      const halfDayIds = found.halfDays.filter(({ lost }) => lost === null).map(({ id }) => id);
      await this.classes.restoreWith(tx, actor, trainingClass, halfDayIds, reason);
      await tx.execute(
        `INSERT INTO cancellation_reversals (class_id, cancelled_at, reason, reversed_at, reversed_by) VALUES ($1, $2, $3, $4, $5)`,
        [classId, cancelledAt, reason, this.clock.now(), actor.accountId],
      );
      const back = found.people.filter(({ isBusy }) => !isBusy);
      for (const person of back) await this.nominate(tx, actor, person, reason);
      await this.rosters.comeBack(
        tx,
        actor,
        classId,
        back.flatMap(({ enrollmentId }) => enrollmentId ?? []),
        reason,
      );
      await this.leavers.ofClassThatGoesOn(tx, classId);
      // A seat to which nobody came back is free: a reserve of the unit gets it (I5).
      await this.reserves.promote(tx, actor, await this.admissions.of(tx, classId));
      for (const lent of await this.queries.seatsLeftBehind(tx, classId))
        await this.seatMoves.makeWith(tx, actor, classId, { kind: 'lent', ...lent }, { reason });
      return found;
    });
  }

  private async nominate(
    tx: Tx,
    actor: Actor,
    { nominationId, state, rank, seatNumber, reason: said }: PersonBack,
    reason: string,
  ): Promise<void> {
    if (nominationId === null || state === null) return;
    const nomination = await tx.findOneByOrFail(Nomination, { id: nominationId });
    nomination.comeBack({ state, rank, reason: said });
    await tx.save(nomination);
    if (seatNumber !== null) await this.seats.giveBack(tx, nomination.classId, seatNumber, nominationId);
    await this.journal.write(tx, actor, { ...about(nomination), action: nominationActions.came_back, reason });
  }
}

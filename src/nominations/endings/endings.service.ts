import { Injectable } from '@nestjs/common';
import { SeatsService } from '../../classes/seats.service';
import { AccountsService } from '../../accounts/accounts.service';
import { mayKeepUnit } from '../../organization/organization.policy';
import { UnitTreeService } from '../../organization/unit-tree.service';
import { MovesService } from '../../people/moves.service';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { NotFound } from '../../platform/problems/refusals';
import { LeaversQueries } from '../leavers/leavers.queries';
import { NominationsService } from '../nominations.service';
import { SeatMovesService } from '../seats/moves.service';
import { StudiesOfUnits } from '../studies-of-units';
import { isInTheWay, UnitEndingsQueries } from './endings.queries';
import { notYet, UnitStillNeeded } from './endings.refusals';
import type { UnitEndRequest } from './endings.requests';

/** Units that leave the Bloc: whoever has a place in a class keeps it until it is decided otherwise; what is free or open ends. */
@Injectable()
export class UnitEndingsService {
  constructor(
    private readonly database: Database,
    private readonly endings: UnitEndingsQueries,
    private readonly tree: UnitTreeService,
    private readonly moves: MovesService,
    private readonly accounts: AccountsService,
    private readonly nominations: NominationsService,
    private readonly seats: SeatsService,
    private readonly seatMoves: SeatMovesService,
    private readonly studies: StudiesOfUnits,
    private readonly leavers: LeaversQueries,
    private readonly clock: Clock,
  ) {}

  /** Returns how many people of the unit learn on or are nominated. @throws NotFound | InvalidInput | UnitStillNeeded | UnitHasLeft | UnitIsMerged | AboutOneself */
  async end(actor: Actor, unitId: string, { on, reason, peopleLeave, endsGrants }: UnitEndRequest): Promise<number> {
    if (!mayKeepUnit(actor, unitId)) throw new NotFound();
    if (on > this.clock.today()) throw notYet();
    return this.database.inTransaction(async (tx) => {
      const { classes } = await this.endings.inTheWay(unitId, tx);
      const theirs = classes.map(({ classId }) => classId);
      await this.seats.lockForFreeingOf(tx, [unitId], theirs);
      await this.tree.leaveWith(tx, actor, unitId, { on, reason });
      await this.endCalls(tx, actor, unitId, reason);
      if (peopleLeave) await this.moves.departAllWith(tx, actor, unitId, { on, reason });
      if (endsGrants)
        for (const { accountId, role } of await this.endings.grantsOn(unitId, tx))
          await this.accounts.endGrantWith(tx, actor, { accountId, role, unitId });
      const left = await this.endings.inTheWay(unitId, tx);
      if (isInTheWay(left)) throw new UnitStillNeeded(left);
      return this.leavers.awayFrom(tx, unitId);
    });
  }

  /** Who was drafted or waits as a reserve has no place to keep. */
  private async endCalls(tx: Tx, actor: Actor, unitId: string, reason: string): Promise<void> {
    for (const id of await this.endings.withoutSeat(tx, unitId)) await this.nominations.endWith(tx, actor, id, reason);
    for (const { classId, freeSeats } of (await this.endings.inTheWay(unitId, tx)).classes)
      await this.seatMoves.giveUpWith(tx, actor, classId, { unitId, count: freeSeats }, reason);
    await this.studies.endCallsWith(tx, actor, unitId, reason);
  }
}

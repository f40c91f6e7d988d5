import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../accounts/accounts.service';
import { mayKeepUnit } from '../../organization/organization.policy';
import { UnitTreeService } from '../../organization/unit-tree.service';
import { MovesService } from '../../people/moves.service';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/problems/refusals';
import { isInTheWay, UnitEndingsQueries } from './endings.queries';
import { notYet, UnitStillNeeded } from './endings.refusals';
import type { UnitEndRequest } from './endings.requests';

/** Units that leave the Bloc: once nothing of theirs is under way, or what may go with them does. */
@Injectable()
export class UnitEndingsService {
  constructor(
    private readonly database: Database,
    private readonly endings: UnitEndingsQueries,
    private readonly tree: UnitTreeService,
    private readonly moves: MovesService,
    private readonly accounts: AccountsService,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | InvalidInput | UnitStillNeeded | UnitHasLeft | UnitIsMerged | AboutOneself */
  async end(actor: Actor, unitId: string, { on, reason, peopleLeave, endsGrants }: UnitEndRequest): Promise<void> {
    if (!mayKeepUnit(actor, unitId)) throw new NotFound();
    if (on > this.clock.today()) throw notYet();
    await this.database.inTransaction(async (tx) => {
      await this.tree.leaveWith(tx, actor, unitId, { on, reason });
      if (peopleLeave) await this.moves.departAllWith(tx, actor, unitId, { on, reason });
      if (endsGrants)
        for (const { accountId, role } of await this.endings.grantsOn(unitId, tx))
          await this.accounts.endGrantWith(tx, actor, { accountId, role, unitId });
      const left = await this.endings.inTheWay(unitId, tx);
      if (isInTheWay(left)) throw new UnitStillNeeded(left);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { assertMayManageClasses } from '../../classes/classes.policy';
import { ClassesQueries } from '../../classes/classes.queries';
import { SeatsService } from '../../classes/seats.service';
import { assertUnitLives } from '../../organization/living-units';
import type { Actor } from '../../platform/access/actor';
import type { Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { SeatMovesService } from '../seats/moves.service';
import { SeatSharesQueries } from '../seats/shares.queries';
import { type OpenStudy, StudiesOfUnits } from '../studies-of-units';
import type { JoiningRequest } from './joinings.requests';
import { nothingToJoin } from './joinings.refusals';
import { joiningWords } from './joinings.words';

/** A class whose call is open, in which a unit has no seat yet. */
interface ClassToJoin {
  readonly classId: string;
  readonly className: string;
  readonly opensOn: Day;
  /** Free seats of the pool. */
  readonly freeInPool: number;
}

/** What goes on while a unit joins, and what it may be let into. */
export interface Joinable {
  readonly classes: readonly ClassToJoin[];
  readonly studies: readonly OpenStudy[];
}

/** A unit that is new, or came back, while classes are called for and studies go on: it gets seats and is called, at once. */
@Injectable()
export class JoiningsService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesQueries,
    private readonly seats: SeatsService,
    private readonly shares: SeatSharesQueries,
    private readonly moves: SeatMovesService,
    private readonly studies: StudiesOfUnits,
  ) {}

  async open(actor: Actor, unitId: string): Promise<Joinable> {
    const { items } = await this.classes.list({ actor, openCall: true, sort: 'opensOn', limit: 200 });
    const called = items.filter(({ courseKind }) => courseKind !== 'study_session');
    const shares = await this.shares.ofUnit(
      called.map(({ id }) => id),
      unitId,
    );
    const classes = called.flatMap(({ id, name, opensOn }) => {
      const { seats, freeInPool } = shares.get(id) ?? { seats: 0, freeInPool: 0 };
      return seats === 0 && freeInPool > 0 ? [{ classId: id, className: name, opensOn, freeInPool }] : [];
    });
    return {
      classes,
      studies: await this.studies.notCalledTo(unitId),
    };
  }

  /** All of it, or nothing. @throws NotAllowed | InvalidInput | UnitHasLeft | UnitIsMerged | TooFewFreeSeats | ClassOver | NoSite */
  async join(actor: Actor, unitId: string, { seats = [], studyIds = [] }: JoiningRequest): Promise<void> {
    assertMayManageClasses(actor);
    const given = seats.filter((share) => share.seats > 0);
    if (given.length + studyIds.length === 0) throw nothingToJoin();
    const reason = joiningWords.vi.reason;
    await this.database.inTransaction(async (tx) => {
      await assertUnitLives(tx, unitId);
      for (const { classId, seats: more } of given.toSorted((one, other) => (one.classId < other.classId ? -1 : 1))) {
        await this.seats.lockForFreeing(tx, classId);
        const held = (await this.shares.of(classId, tx)).find((share) => share.unitId === unitId)?.seats ?? 0;
        const shares = [{ unitId, seats: held + more }];
        await this.moves.makeWith(tx, actor, classId, { kind: 'allocated', shares }, { reason });
      }
      for (const classId of studyIds) await this.studies.joinWith(tx, actor, unitId, classId);
    });
  }
}

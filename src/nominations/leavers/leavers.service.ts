import { Injectable } from '@nestjs/common';
import { EnrollmentsService } from '../../enrollments/enrollments.service';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { found } from '../../platform/problems/refusals';
import { countDone } from '../../platform/problems/each-by-itself';
import { NominationsService } from '../nominations.service';
import { nominationActions } from '../nominations.words';
import type { LeaverDecision } from './leaver-decisions';
import { assertMaySettleLeaver, maySeeLeaver } from './leavers.policy';
import { type LeaverItem, LeaversQueries } from './leavers.queries';
import { LeaverSettled, reasonToEnd } from './leavers.refusals';

/** Whoever left or moved with a place in a class: they stay, or it ends; somebody else in their place is a substitution. */
@Injectable()
export class LeaversService {
  constructor(
    private readonly database: Database,
    private readonly queries: LeaversQueries,
    private readonly nominations: NominationsService,
    private readonly enrollments: EnrollmentsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** They keep the place, until they leave or move once more. @throws NotFound | NotAllowed | AboutOneself | LeaverSettled */
  async stay(actor: Actor, id: string, reason: string | null): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const leaver = await this.settled(tx, actor, id);
      const stays = await tx.rows<unknown>(
        `UPDATE leavers SET stays_since = $2, stays_by = $3, stays_reason = $4
         WHERE id = $1 AND stays_since IS NULL AND id IN (SELECT id FROM open_leavers) RETURNING id`,
        [id, this.clock.now(), actor.accountId, reason],
      );
      if (stays.length === 0) throw new LeaverSettled();
      const { classId, personId, unitId, nominationId, enrollmentId, nowOfUnitId, leftOn } = leaver;
      await this.journal.write(tx, actor, {
        action: nominationActions.stays,
        subject: nominationId ? { type: 'nomination', id: nominationId } : { type: 'enrollment', id: enrollmentId! },
        classId,
        personId,
        unitId,
        reason,
        facts: { nowOf: nowOfUnitId, leftOn },
      });
    });
  }

  /** The place goes, as with any withdrawal. @throws NotFound | NotAllowed | AboutOneself | LeaverSettled | NominationOver | ClassOver */
  async withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    const { nominationId } = await this.settled(this.database.reader, actor, id);
    if (nominationId !== null) return this.nominations.withdraw(actor, nominationId, reason);
    await this.database.inTransaction(async (tx) => {
      const { enrollmentId } = await this.settled(tx, actor, id);
      if (enrollmentId === null) throw new LeaverSettled();
      await this.enrollments.end(tx, actor, enrollmentId, reason);
    });
  }

  /** One decision for several; whoever was settled meanwhile, or is not the actor's to decide about, stays as they are. Returns how many were settled. */
  async decideAll(
    actor: Actor,
    ids: readonly string[],
    decision: LeaverDecision,
    reason: string | null,
  ): Promise<number> {
    if (decision === 'ends' && !reason) throw reasonToEnd();
    const settled = await countDone(ids, async (id) => {
      await (decision === 'stays' ? this.stay(actor, id, reason) : this.withdraw(actor, id, reason!));
      return true;
    });
    if (settled === 0) throw new LeaverSettled();
    return settled;
  }

  private async settled(tx: Tx, actor: Actor, id: string): Promise<LeaverItem> {
    const leaver = found(await this.queries.leaver(id, tx), (leaver) => maySeeLeaver(actor, leaver));
    assertMaySettleLeaver(actor, leaver);
    if (leaver.state === 'over') throw new LeaverSettled();
    return leaver;
  }
}

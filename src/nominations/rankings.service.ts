import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { AdmissionsService } from './admissions.service';
import type { Nomination } from './nomination.entity';
import { assertMay, mayNominateFor } from './nominations.policy';
import { NotAReserve, placeBeyond } from './nominations.refusals';
import { NominationsService } from './nominations.service';
import { nominationActions } from './nominations.words';
import { about } from './reserves.service';

/** A unit decides in which order its reserves move up. */
@Injectable()
export class RankingsService {
  constructor(
    private readonly database: Database,
    private readonly nominations: NominationsService,
    private readonly admissions: AdmissionsService,
    private readonly journal: Journal,
  ) {}

  /**
   * Puts a reserve at a place of its unit's order; those behind make room.
   * @param place 1 is the first to move up
   * @throws NotAReserve | InvalidInput | ClassOver
   */
  async place(actor: Actor, id: string, place: number): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      // Nobody becomes a reserve or moves up meanwhile.
      const nomination = await this.nominations.loadToEnd(tx, id);
      assertMay(actor, nomination, mayNominateFor);
      this.admissions.assertNotOver(await this.admissions.of(tx, nomination.classId));
      if (!nomination.isReserve) throw new NotAReserve();
      const waiting = await this.waiting(tx, nomination);
      if (place > waiting.length) throw placeBeyond(waiting.length);
      await this.rank(tx, waiting.filter((other) => other !== id).toSpliced(place - 1, 0, id));
      await this.journal.write(tx, actor, {
        ...about(nomination),
        action: nominationActions.ranked,
        facts: { place, was: waiting.indexOf(id) + 1, of: waiting.length },
      });
    });
  }

  private async waiting(tx: Tx, { classId, unitId }: Nomination): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT id FROM nominations WHERE class_id = $1 AND unit_id = $2 AND rank IS NOT NULL ORDER BY rank FOR UPDATE`,
      [classId, unitId],
    );
    return rows.map(({ id }) => id);
  }

  private async rank(tx: Tx, ids: readonly string[]): Promise<void> {
    // No two may have one rank even for a moment, so all of them step aside first.
    await tx.execute(
      `UPDATE nominations SET rank = rank + (SELECT max(rank) + cardinality($1::uuid[]) FROM nominations WHERE id = ANY ($1))
       WHERE id = ANY ($1)`,
      [ids],
    );
    await tx.execute(
      `UPDATE nominations n SET rank = o.place, version = version + 1 FROM unnest($1::uuid[]) WITH ORDINALITY AS o (id, place) WHERE n.id = o.id`,
      [ids],
    );
  }
}

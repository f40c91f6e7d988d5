import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { AdmissionsService } from './admissions.service';
import { assertMayNominateFor } from './nominations.policy';
import { HasLiveNominations } from './nominations.refusals';
import { nominationActions } from './nominations.words';

/** "None this time" is an answer: the unit is not reminded again. */
@Injectable()
export class UnitAnswersService {
  constructor(
    private readonly database: Database,
    private readonly admissions: AdmissionsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Units become part of another: where each of them that has seats said none, so did the one they are part of. Before
   * seats move. Whoever gets seats of a unit that did not answer is asked.
   */
  async carryWith(tx: Tx, unitIds: readonly string[], intoId: string): Promise<void> {
    await tx.execute(
      `INSERT INTO unit_answers (class_id, unit_id, answered_at, answered_by, note)
       SELECT DISTINCT ON (w.class_id) w.class_id, $2, w.answered_at, w.answered_by, w.note
       FROM standing_unit_answers w JOIN classes c ON c.id = w.class_id AND NOT class_has_ended(c.state)
       WHERE w.unit_id = ANY ($1::uuid[]) AND NOT EXISTS (
         SELECT FROM seats s WHERE s.class_id = w.class_id AND (s.unit_id = $2 OR s.unit_id = ANY ($1::uuid[])) AND NOT EXISTS (
           SELECT FROM standing_unit_answers o WHERE o.class_id = s.class_id AND o.unit_id = s.unit_id))
       ORDER BY w.class_id, w.answered_at DESC ON CONFLICT (class_id, unit_id) DO NOTHING`,
      [unitIds, intoId],
    );
  }

  /** @throws HasLiveNominations while somebody of the unit is nominated */
  async answerNone(actor: Actor, classId: string, unitId: string, note: string | null): Promise<void> {
    assertMayNominateFor(actor, unitId);
    await this.database.inTransaction(async (tx) => {
      this.admissions.assertOpen(await this.admissions.of(tx, classId), null);
      const live = await tx.rows<unknown>(
        `SELECT 1 FROM nominations WHERE class_id = $1 AND unit_id = $2 AND ended_at IS NULL LIMIT 1`,
        [classId, unitId],
      );
      if (live.length > 0) throw new HasLiveNominations();
      await tx.execute(
        `INSERT INTO unit_answers (class_id, unit_id, answered_at, answered_by, note) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (class_id, unit_id) DO UPDATE SET answered_at = excluded.answered_at, answered_by = excluded.answered_by, note = excluded.note`,
        [classId, unitId, this.clock.now(), actor.accountId, note],
      );
      await this.journal.write(tx, actor, {
        action: nominationActions.none_this_time,
        subject: { type: 'class', id: classId },
        classId,
        unitId,
        reason: note,
      });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { assertMayManageClasses } from '../../classes/classes.policy';
import { ClassesService } from '../../classes/classes.service';
import { SeatsService } from '../../classes/seats.service';
import { CancelledRostersService } from '../../enrollments/cancelled-rosters.service';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { Nomination } from '../nomination.entity';
import { liveStates } from '../nomination.states';
import { nominationActions } from '../nominations.words';
import { about } from '../reserves.service';

/** A class that will not take place: its nominations and enrollments end with it and nobody moves up. */
@Injectable()
export class CancellationsService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesService,
    private readonly seats: SeatsService,
    private readonly rosters: CancelledRostersService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async cancelClass(actor: Actor, classId: string, reason: string): Promise<void> {
    assertMayManageClasses(actor);
    await this.database.inTransaction(async (tx) => {
      await this.seats.lockForFreeing(tx, classId);
      await this.classes.cancelWith(tx, actor, classId, reason);
      await this.keepPlaces(tx, classId);
      await this.seats.freeAll(tx, classId);
      const live = await tx.findBy(Nomination, { classId, state: In(liveStates) });
      for (const nomination of live) {
        nomination.endWithClass(this.clock.now(), reason);
        await tx.save(nomination);
        await this.journal.write(tx, actor, {
          ...about(nomination),
          action: nominationActions.class_cancelled,
          reason,
        });
      }
      await this.rosters.end(tx, actor, classId, reason);
    });
  }

  /** Where each stood, for a cancellation that is taken back. */
  private async keepPlaces(tx: Tx, classId: string): Promise<void> {
    await tx.execute(
      `INSERT INTO places_before_cancellation (class_id, cancelled_at, nomination_id, state, rank, seat_number, reason)
       SELECT c.id, c.cancelled_at, n.id, n.state, n.rank, s.number, n.reason
       FROM classes c JOIN nominations n ON n.class_id = c.id AND n.ended_at IS NULL LEFT JOIN seats s ON s.nomination_id = n.id WHERE c.id = $1`,
      [classId],
    );
  }
}

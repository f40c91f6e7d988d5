import { Injectable } from '@nestjs/common';
import { SeatsService } from '../classes/seats.service';
import { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { AdmissionsService } from './admissions.service';
import { countDone } from '../platform/problems/each-by-itself';
import { Nomination } from './nomination.entity';
import { nominationActions } from './nominations.words';
import { about, ReservesService } from './reserves.service';

export const placesAtOnce = 500;

const clockwork = Actor.service('Hạn sửa đề nghị');

/** A returned nomination keeps its place until a day; when that day is over without an answer, the place goes to others. */
@Injectable()
export class ReturnedPlacesService {
  constructor(
    private readonly database: Database,
    private readonly seats: SeatsService,
    private readonly admissions: AdmissionsService,
    private readonly reserves: ReservesService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Gives up places whose day is over, so many at a time. Safe to run twice, or twice at once. Returns how many it gave up. */
  async giveUpOverdue(): Promise<number> {
    const overdue = await this.database.read<{ id: string; classId: string }>(
      `SELECT n.id, n.class_id FROM nominations n JOIN classes c ON c.id = n.class_id
       WHERE n.state = 'returned' AND n.place_given_up_at IS NULL AND n.correct_by < $1 AND class_is_under_way(c.state)
       ORDER BY n.correct_by, n.id LIMIT $2`,
      [this.clock.today(), placesAtOnce],
    );
    return countDone(overdue, ({ id, classId }) => this.giveUp(id, classId));
  }

  /** The same of one nomination, before it is sent again: its place must not outlive its day because a look was late. */
  async giveUpIfOverdue(id: string): Promise<void> {
    const [found] = await this.database.read<{ classId: string }>(
      `SELECT class_id FROM nominations WHERE id = $1 AND state = 'returned' AND place_given_up_at IS NULL AND correct_by < $2`,
      [id, this.clock.today()],
    );
    if (found) await this.giveUp(id, found.classId);
  }

  private async giveUp(id: string, classId: string): Promise<boolean> {
    return this.database.inTransaction(async (tx) => {
      await this.seats.lockForFreeing(tx, classId);
      const nomination = await tx.findOneOrFail(Nomination, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!nomination.keepsPlace || nomination.correctBy! >= this.clock.today()) return false;
      nomination.giveUpPlace(this.clock.now());
      const freed = await this.seats.free(tx, id);
      await tx.save(nomination);
      await this.journal.write(tx, clockwork, {
        ...about(nomination),
        action: nominationActions.place_given_up,
        facts: { correctBy: nomination.correctBy, freedSeat: freed?.number ?? null },
      });
      if (freed) await this.reserves.promote(tx, clockwork, await this.admissions.of(tx, classId), freed);
      return true;
    }, 'give up its place');
  }
}

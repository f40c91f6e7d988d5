import { Injectable } from '@nestjs/common';
import { SeatsService } from '../../classes/seats.service';
import { Actor } from '../../platform/access/actor';
import { Clock, showDay } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { countDone } from '../../platform/problems/each-by-itself';
import { SeatMovesService } from './moves.service';

/** Classes. */
export const releasesAtOnce = 50;

const clockwork = Actor.service('Hạn giữ chỉ tiêu');

/** After a class's release day, seats its units have not used are the pool's. */
@Injectable()
export class SeatReleasesService {
  constructor(
    private readonly database: Database,
    private readonly seats: SeatsService,
    private readonly moves: SeatMovesService,
    private readonly clock: Clock,
  ) {}

  /** Releases the seats of classes whose day is over, so many at a time. Safe to run twice, or twice at once. Returns how many classes. */
  async releaseOverdue(): Promise<number> {
    const overdue = await this.database.read<{ id: string }>(
      `SELECT id FROM classes WHERE release_after < $1 AND release_after IS DISTINCT FROM released_after
       AND class_is_under_way(state) ORDER BY release_after, id LIMIT $2`,
      [this.clock.today(), releasesAtOnce],
    );
    return countDone(overdue, ({ id }) => this.release(id));
  }

  private async release(classId: string): Promise<boolean> {
    return this.database.inTransaction(async (tx) => {
      await this.seats.lockForFreeing(tx, classId);
      const day = await this.seats.noteRelease(tx, classId, this.clock.today());
      if (day === null) return false;
      const reason = `Hết ngày giữ chỉ tiêu ${showDay(day)}`;
      await this.moves.makeWith(tx, clockwork, classId, { kind: 'released' }, { reason });
      return true;
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database, type Tx } from '../../platform/database/database';
import { Journal, noOne } from '../../platform/journal/journal';
import { NotFound } from '../../platform/problems/refusals';
import { assertMayManageClasses } from '../classes.policy';
import { dayParts, type PartTimes, type PeriodLength } from '../day-parts';
import { assertTimesFit } from './half-day-times';
import { HalfDayTimesQueries } from './half-day-times.queries';
import { Room } from './room.entity';
import { roomActions } from './rooms-and-lecturers.words';

/** When half-days are usually held: everywhere, and at a room that has times of its own. */
@Injectable()
export class HalfDayTimesService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly times: HalfDayTimesQueries,
  ) {}

  /**
   * Half-days planned already keep theirs.
   * @param roomId null for everywhere else; a room keeps only the times that differ from those
   * @throws NotFound | InvalidInput
   */
  async set(actor: Actor, roomId: string | null, times: PartTimes, length: Partial<PeriodLength> = {}): Promise<void> {
    assertMayManageClasses(actor);
    assertTimesFit(times);
    await this.database.inTransaction(async (tx) => {
      if (roomId !== null && !(await tx.existsBy(Room, { id: roomId }))) throw new NotFound();
      const usual = await this.times.of(null, tx);
      const own = dayParts.filter((part) => {
        const isUsual = times[part].from === usual[part].from && times[part].to === usual[part].to;
        return roomId === null || !isUsual;
      });
      await tx.execute(`DELETE FROM half_day_times WHERE room_id IS NOT DISTINCT FROM $1`, [roomId]);
      await tx.execute(
        `INSERT INTO half_day_times (room_id, part, starts, ends)
         SELECT $1, part, "from", "to" FROM jsonb_to_recordset($2::jsonb) AS t (part text, "from" time, "to" time)`,
        [roomId, JSON.stringify(own.map((part) => ({ part, ...times[part] })))],
      );
      await this.setLength(tx, roomId, length);
      await this.journal.write(tx, actor, {
        action: roomActions.times_changed,
        subject: { type: 'room', id: roomId ?? noOne },
        facts: { roomId, times, ...length },
      });
    });
  }

  /** What is left out stays; a room that has it as everywhere keeps none of its own. */
  private async setLength(tx: Tx, roomId: string | null, given: Partial<PeriodLength>): Promise<void> {
    if (given.periodMinutes === undefined && given.breakMinutes === undefined) return;
    const lengthAt = await this.times.lengthsOf(roomId === null ? [] : [roomId], tx);
    const [usual, length] = [lengthAt(null), { ...lengthAt(roomId), ...given }];
    const isUsual = length.periodMinutes === usual.periodMinutes && length.breakMinutes === usual.breakMinutes;
    await tx.execute(`DELETE FROM period_lengths WHERE room_id IS NOT DISTINCT FROM $1`, [roomId]);
    if (roomId !== null && isUsual) return;
    await tx.execute(`INSERT INTO period_lengths (room_id, period_minutes, break_minutes) VALUES ($1, $2, $3)`, [
      roomId,
      length.periodMinutes,
      length.breakMinutes,
    ]);
  }
}

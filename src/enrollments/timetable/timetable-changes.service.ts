import { Injectable } from '@nestjs/common';
import { ParallelsQueries } from '../../classes/parallels/parallels.queries';
import type { PlanRequest } from '../../classes/timetable/timetable.requests';
import type { HalfDayChange } from '../../classes/timetable/half-day-change';
import { LecturerTaken, RoomTaken } from '../../classes/timetable/timetable.refusals';
import { TimetableService } from '../../classes/timetable/timetable.service';
import type { Actor } from '../../platform/access/actor';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { Refusal } from '../../platform/problems/refusal';
import { HalfDayLinesService } from '../half-day-lines.service';
import { overlapActions } from '../half-days.words';
import { LeaveReopeningsService } from '../leave/reopenings.service';
import { changeAlong, type ParallelChange, ParallelInTheWay } from '../../classes/parallels/parallel-changes';

/** Changes of a timetable once people may be enrolled: the half-day and everybody's attendance line change together. */
@Injectable()
export class TimetableChangesService {
  constructor(
    private readonly database: Database,
    private readonly timetable: TimetableService,
    private readonly lines: HalfDayLinesService,
    private readonly leave: LeaveReopeningsService,
    private readonly parallels: ParallelsQueries,
    private readonly journal: Journal,
  ) {}

  /**
   * Returns the ids in time order.
   * @throws PersonBusy when somebody on the roster is elsewhere at the new hour, unless it is decided that they may
   */
  async add(actor: Actor, classId: string, { wanted, decisions }: PlanRequest): Promise<readonly string[]> {
    return this.database.inTransaction(async (tx) => {
      const planned = await this.timetable.planWith(tx, classId, wanted, decisions);
      const ids = await this.timetable.addWith(tx, actor, classId, planned, decisions);
      const { overlapReason } = decisions;
      const people = await this.lines.add(tx, ids, overlapReason);
      await this.leave.cover(tx, actor, ids);
      await this.journalOverlap(tx, actor, { type: 'class', id: classId }, classId, people, overlapReason);
      return ids;
    });
  }

  /**
   * With the half-days that stand for it in parallel classes when told, all of them or none; answers what became of those.
   * @throws PersonBusy | HalfDayHasMarks | ParallelInTheWay
   */
  async move(actor: Actor, halfDayId: string, change: HalfDayChange): Promise<readonly ParallelChange[]> {
    return this.database.inTransaction(async (tx) => {
      const along = await this.moveAll(tx, actor, halfDayId, change);
      const inTheWay = along.find(({ refusal }) => refusal !== null);
      if (inTheWay) throw new ParallelInTheWay(inTheWay);
      return along;
    });
  }

  /** What {@link move} would do in the parallel classes now; nothing is changed. */
  async tryOut(actor: Actor, halfDayId: string, change: HalfDayChange): Promise<readonly ParallelChange[]> {
    return this.database.tryOut((tx) => this.moveAll(tx, actor, halfDayId, change));
  }

  /** As {@link move}. @param marked how many people are known to be marked at it @throws MarksWouldNotCount | ParallelInTheWay */
  async cancel(
    actor: Actor,
    halfDayId: string,
    reason: string,
    marked = 0,
    alsoInClassIds: readonly string[] = [],
  ): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const along = await this.alike(tx, halfDayId, alsoInClassIds);
      await this.cancelWith(tx, actor, halfDayId, reason, marked);
      for (const { id, classCode } of along)
        try {
          await this.cancelWith(tx, actor, id, reason, 0);
        } catch (error) {
          throw error instanceof Refusal
            ? new ParallelInTheWay({ classCode, halfDayId: id, refusal: error.sentence })
            : error;
        }
    });
  }

  private async cancelWith(tx: Tx, actor: Actor, halfDayId: string, reason: string, marked: number): Promise<void> {
    await this.timetable.cancelWith(tx, actor, halfDayId, reason);
    await this.lines.cancel(tx, halfDayId, marked);
    await this.leave.afterCancellation(tx, actor, halfDayId);
  }

  private async moveAll(
    tx: Tx,
    actor: Actor,
    halfDayId: string,
    { alsoInClassIds = [], ...change }: HalfDayChange,
  ): Promise<ParallelChange[]> {
    const along = await this.alike(tx, halfDayId, alsoInClassIds);
    await this.moveWith(tx, actor, halfDayId, change);
    const changes: ParallelChange[] = [];
    for (const { id: otherId, classId, classCode, day, part, roomName, lecturerName } of along) {
      const became = await this.moveAlong(tx, actor, otherId, changeAlong(change));
      changes.push({ classId, classCode, halfDayId: otherId, day, part, roomName, lecturerName, ...became });
    }
    return changes;
  }

  private async moveWith(tx: Tx, actor: Actor, halfDayId: string, change: HalfDayChange): Promise<void> {
    const { halfDay, movedFrom } = await this.timetable.moveWith(tx, actor, halfDayId, change);
    const { overlapReason } = change;
    const people = await this.lines.move(tx, halfDayId, overlapReason);
    await this.leave.afterMove(tx, actor, halfDay, movedFrom);
    const subject = { type: 'half_day', id: halfDayId };
    await this.journalOverlap(tx, actor, subject, halfDay.classId, people, overlapReason);
  }

  /** A room or lecturer of its own that is taken then is given up, and named; anything else is for somebody to decide. */
  private async moveAlong(
    tx: Tx,
    actor: Actor,
    halfDayId: string,
    change: HalfDayChange,
  ): Promise<Pick<ParallelChange, 'emptied' | 'refusal'>> {
    const emptied: ('room' | 'lecturer')[] = [];
    for (;;) {
      const without = Object.fromEntries(emptied.map((what) => [`${what}Id`, null]));
      await tx.execute('SAVEPOINT before_moving_along');
      try {
        await this.moveWith(tx, actor, halfDayId, { ...change, ...without });
        return { emptied, refusal: null };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await tx.execute('ROLLBACK TO SAVEPOINT before_moving_along');
        const taken = error instanceof RoomTaken ? 'room' : error instanceof LecturerTaken ? 'lecturer' : null;
        if (taken === null || emptied.includes(taken)) return { emptied, refusal: error.sentence };
        emptied.push(taken);
      }
    }
  }

  /** All classes by their ids before their half-days; of a class that leads, those that follow and are meant. */
  private async alike(tx: Tx, halfDayId: string, classIds: readonly string[]) {
    if (classIds.length === 0) return [];
    await tx.execute(
      `SELECT FROM classes WHERE id = ANY ($2::uuid[]) OR id = (SELECT class_id FROM half_days WHERE id = $1) ORDER BY id FOR UPDATE`,
      [halfDayId, classIds],
    );
    return (await this.parallels.alike(tx, halfDayId)).filter(({ classId }) => classIds.includes(classId));
  }

  private async journalOverlap(
    tx: Tx,
    actor: Actor,
    subject: { readonly type: string; readonly id: string },
    classId: string,
    personIds: readonly string[],
    reason: string | undefined,
  ): Promise<void> {
    if (personIds.length === 0) return;
    await this.journal.write(tx, actor, {
      action: overlapActions.overlap_allowed,
      subject,
      classId,
      reason: reason ?? null,
      facts: { personIds },
    });
  }
}

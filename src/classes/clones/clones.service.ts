import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { addDays, Clock, type Day, daysBetween } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { ClassModules } from './class-modules';
import { closingDay, type DroppedHalfDay, shiftHalfDays, shiftInDays } from './clone';
import { StudySessionNotCloned } from './clones.refusals';
import { ClassesService } from '../classes.service';
import { seatActions } from '../classes.words';
import type { DayPart } from '../day-parts';
import { SeatsService } from '../seats.service';
import { PublicHolidaysQueries } from '../holidays/holidays.queries';
import type { PlannedHalfDay } from '../timetable/pattern';
import { type FoundClash, TimetableClashes } from '../timetable/clashes';
import { TimetableService } from '../timetable/timetable.service';
import type { TrainingClass } from '../training-class.entity';
import { cloneActions } from './clones.words';

export interface WantedClone {
  readonly code: string;
  readonly name: string;
  readonly opensOn: Day;
}

/** A room or a lecturer that another class has at that time, so the half-day has none yet. */
export interface EmptiedPlace {
  readonly day: Day;
  readonly part: DayPart;
  readonly what: 'room' | 'lecturer';
  readonly name: string;
  /** The class that has it. */
  readonly takenBy: string;
}

export interface Clone {
  readonly id: string;
  /** Half-days left out because of public holidays. */
  readonly dropped: readonly DroppedHalfDay[];
  readonly emptied: readonly EmptiedPlace[];
}

/** A new draft that is what another class was, on other days. */
@Injectable()
export class ClassClonesService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly classes: ClassesService,
    private readonly seats: SeatsService,
    private readonly timetable: TimetableService,
    private readonly clashes: TimetableClashes,
    private readonly holidays: PublicHolidaysQueries,
    private readonly modules: ClassModules,
  ) {}

  /** @throws NotFound | NotAllowed | ClassCodeTaken | StudySessionNotCloned | InvalidInput */
  async clone(actor: Actor, sourceId: string, wanted: WantedClone): Promise<Clone> {
    return this.database.inTransaction(async (tx) => {
      const source = await this.classes.loadToManage(tx, actor, sourceId);
      await assertNotStudySession(tx, source);
      const shift = shiftInDays(source.opensOn, wanted.opensOn);
      const offOn = await this.holidays.daysOff(wanted.opensOn, source.mode === 'part_time', tx);
      const { kept, dropped } = shiftHalfDays(await halfDaysOf(tx, sourceId), shift, offOn);
      const id = await this.classes.createWith(tx, actor, factsOf(source, wanted, kept));
      await this.allocate(tx, actor, sourceId, id);
      await this.modules.copyWith(tx, sourceId, id);
      await copyGroups(tx, sourceId, id, this.clock.now());
      const emptied = await this.addHalfDays(tx, actor, id, kept);
      await this.journal.write(tx, actor, {
        action: cloneActions.cloned,
        subject: { type: 'class', id },
        classId: id,
        facts: { from: sourceId, shiftedByDays: shift, dropped, emptied },
      });
      return { id, dropped, emptied };
    });
  }

  private async allocate(tx: Tx, actor: Actor, sourceId: string, cloneId: string): Promise<void> {
    const shares = await tx.rows<{ unitId: string; seats: number }>(
      `SELECT unit_id, count(*)::int AS seats FROM seats WHERE class_id = $1 AND unit_id IS NOT NULL
       GROUP BY unit_id ORDER BY unit_id`,
      [sourceId],
    );
    if (shares.length === 0) return;
    for (const { unitId, seats } of shares) await this.seats.move(tx, cloneId, 'pool', { unitId }, seats);
    await this.journal.write(tx, actor, {
      action: seatActions.allocated,
      subject: { type: 'class', id: cloneId },
      classId: cloneId,
      facts: { shares, count: shares.reduce((sum, { seats }) => sum + seats, 0) },
    });
  }

  private async addHalfDays(
    tx: Tx,
    actor: Actor,
    cloneId: string,
    wanted: readonly PlannedHalfDay[],
  ): Promise<EmptiedPlace[]> {
    if (wanted.length === 0) return [];
    const found = await this.clashes.of(tx, cloneId, wanted);
    const takes = (index: number, what: 'room' | 'lecturer') =>
      found.some((clash) => clash.ordinal === index && clash.what === what);
    const usualRoom = await this.freeUsualRoom(tx, cloneId, found);
    const planned = wanted.map((halfDay, index) => ({
      ...halfDay,
      roomId: takes(index, 'room') ? null : (halfDay.roomId ?? usualRoom),
      lecturerId: takes(index, 'lecturer') ? null : halfDay.lecturerId,
    }));
    await this.timetable.addWith(tx, actor, cloneId, planned);
    return found.flatMap(({ ordinal, what, name, className }) => {
      const { day, part } = wanted[ordinal]!;
      return what !== 'room' && what !== 'lecturer' ? [] : [{ day, part, what, name, takenBy: className }];
    });
  }

  /**
   * A half-day without a room is held in the usual one of its class, so the clone has none where any room is taken.
   * @returns the room it had, for the half-days at which it is free; null when it keeps it
   */
  private async freeUsualRoom(tx: Tx, cloneId: string, found: readonly FoundClash[]): Promise<string | null> {
    if (!found.some(({ what }) => what === 'room')) return null;
    const { roomId } = await tx.row<{ roomId: string | null }>(`SELECT room_id FROM classes WHERE id = $1`, [cloneId]);
    await tx.execute(`UPDATE classes SET room_id = NULL WHERE id = $1`, [cloneId]);
    return roomId;
  }
}

/** Days keep their distance from the opening day. The call is the clone's own, and so is its place in the plan. */
function factsOf(source: TrainingClass, wanted: WantedClone, kept: readonly PlannedHalfDay[]) {
  const distance = daysBetween(source.opensOn, wanted.opensOn);
  const moved = (day: Day | null) => day && addDays(day, distance);
  const { courseId, mode, capacity, roomId, poolOpen, freedToPool, minSize } = source;
  return {
    ...wanted,
    closesOn: closingDay(source.closesOn, distance, kept),
    releaseAfter: moved(source.releaseAfter),
    substituteUntil: moved(source.substituteUntil),
    ...{ courseId, mode, capacity, roomId, poolOpen, freedToPool, minSize },
  };
}

async function assertNotStudySession(tx: Tx, { courseId }: TrainingClass): Promise<void> {
  const [course] = await tx.rows<{ kind: string }>(`SELECT kind FROM courses WHERE id = $1`, [courseId]);
  if (course?.kind === 'study_session') throw new StudySessionNotCloned();
}

/** All of them, or those named: half-days name them. Who is in them, and where they meet, is decided anew. */
export async function copyGroups(
  tx: Tx,
  sourceId: string,
  cloneId: string,
  at: Date,
  numbers: readonly number[] | null = null,
): Promise<void> {
  await tx.execute(
    `INSERT INTO class_groups (class_id, number, name, created_at)
     SELECT $2, number, name, $3 FROM class_groups WHERE class_id = $1 AND ($4::int[] IS NULL OR number = ANY ($4))`,
    [sourceId, cloneId, at, numbers],
  );
}

async function halfDaysOf(tx: Tx, classId: string): Promise<PlannedHalfDay[]> {
  return tx.rows(
    `SELECT day, part, lower(during) AS starts_at, upper(during) AS ends_at, room_id, lecturer_id, topic, group_numbers
     FROM half_days WHERE class_id = $1 AND cancelled_at IS NULL ORDER BY number`,
    [classId],
  );
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import type { PlannedHalfDay } from '../timetable/pattern';
import { TimetableClashes } from '../timetable/clashes';
import { TimetableService } from '../timetable/timetable.service';
import type { TrainingClass } from '../training-class.entity';
import { copyGroups, type EmptiedPlace } from './clones.service';
import { cloneWords } from './clones.words';

/** The room and lecturer a class that is split off would have, where they are free. */
export interface WantedPlaces {
  readonly roomId?: string | null | undefined;
  readonly lecturerId?: string | null | undefined;
  /** The groups it has; half-days of others are none of its own. */
  readonly groups: readonly number[];
  /** Those that leave the class whole: their half-days to come bring their places along. */
  readonly wholeGroups: readonly number[];
}

export interface ClonedTimetable {
  readonly halfDays: number;
  /** Half-days to come that have no room, and no lecturer. */
  readonly withoutRoom: number;
  readonly withoutLecturer: number;
  /** Where the room or lecturer that was wanted is taken. */
  readonly emptied: readonly EmptiedPlace[];
}

/** A class has the timetable of another one at the very same hours. */
@Injectable()
export class TimetableClonesService {
  constructor(
    private readonly timetable: TimetableService,
    private readonly clashes: TimetableClashes,
    private readonly clock: Clock,
  ) {}

  /**
   * Half-days that have begun were held for both in one room, by one lecturer, whose hour counts once; those to come are held at
   * places of their own.
   */
  async copyWith(
    tx: Tx,
    actor: Actor,
    source: TrainingClass,
    classId: string,
    { roomId = null, lecturerId = null, groups, wholeGroups }: WantedPlaces,
  ): Promise<ClonedTimetable> {
    const all = await tx.rows<PlannedHalfDay & { readonly isWhole: boolean }>(
      `SELECT day, part, lower(during) AS starts_at, upper(during) AS ends_at, held_room_id AS room_id, lecturer_id, topic,
         CASE WHEN group_numbers IS NOT NULL THEN ARRAY(SELECT n FROM unnest(group_numbers) n WHERE n = ANY ($2::int[]) ORDER BY n) END AS group_numbers,
         coalesce(group_numbers <@ $3::int[], false) AS is_whole
       FROM half_days WHERE class_id = $1 AND cancelled_at IS NULL AND coalesce(group_numbers && $2::int[], true)
       ORDER BY lower(during), group_numbers`,
      [source.id, groups, wholeGroups],
    );
    const now = this.clock.now();
    await copyGroups(tx, source.id, classId, now, groups);
    const held = all.filter(({ startsAt }) => startsAt <= now).map((halfDay) => ({ ...halfDay, lecturerId: null }));
    const ahead = all.filter(({ startsAt }) => startsAt > now);
    const wanted = ahead.filter(({ isWhole }) => !isWhole).map((halfDay) => ({ ...halfDay, roomId, lecturerId }));
    const withPlaces = ahead
      .filter(({ isWhole }) => isWhole)
      .map((halfDay) => ({ ...halfDay, roomId: null, lecturerId: null }));
    const found = await this.clashes.of(tx, classId, wanted);
    // Of groups that meet at one hour the first has them.
    const isTaken = (index: number, what: 'room' | 'lecturer') =>
      found.some((clash) => clash.ordinal === index && clash.what === what) ||
      wanted
        .slice(0, index)
        .some(({ startsAt, endsAt }) => startsAt < wanted[index]!.endsAt && wanted[index]!.startsAt < endsAt);
    const toCome = wanted.map((halfDay, index) => ({
      ...halfDay,
      roomId: isTaken(index, 'room') ? null : roomId,
      lecturerId: isTaken(index, 'lecturer') ? null : lecturerId,
    }));
    if (held.length > 0)
      await this.timetable.addWith(tx, actor, classId, held, {
        roomSharedReason: cloneWords.vi.heldTogether(source.code),
      });
    if (ahead.length > 0) await this.timetable.addWith(tx, actor, classId, [...toCome, ...withPlaces]);
    return {
      halfDays: all.length,
      withoutRoom: toCome.filter((halfDay) => halfDay.roomId === null).length,
      withoutLecturer: toCome.filter((halfDay) => halfDay.lecturerId === null).length,
      emptied: found.flatMap(({ ordinal, what, name, className }) => {
        const { day, part } = wanted[ordinal]!;
        return what === 'room' || what === 'lecturer' ? [{ day, part, what, name, takenBy: className }] : [];
      }),
    };
  }
}

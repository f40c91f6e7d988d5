import { type Day, showTime } from '../../platform/clock';
import type { DayPart } from '../day-parts';
import type { HalfDay } from './half-day.entity';
import type { WantedHalfDay } from './pattern';

/** What the office decides where planning alone would refuse; each with its reason. */
export interface TimetableDecisions {
  readonly roomSharedReason?: string | undefined;
  readonly managerOverlapReason?: string | undefined;
  readonly overlapReason?: string | undefined;
  readonly moveClosingDay?: boolean | undefined;
  /** Whoever it concerns is told by something else, such as that their class was merged. */
  readonly isToldOtherwise?: boolean | undefined;
}

/** What is left out stays; null takes a room, a lecturer or a topic away. Times are `HH:mm`. */
export interface HalfDayChange extends Omit<TimetableDecisions, 'moveClosingDay'> {
  readonly day?: Day | undefined;
  readonly part?: DayPart | undefined;
  readonly startTime?: string | undefined;
  readonly endTime?: string | undefined;
  readonly roomId?: string | null | undefined;
  readonly lecturerId?: string | null | undefined;
  readonly topic?: string | null | undefined;
  /** The groups it is for; null, the whole class. */
  readonly groupNumbers?: readonly number[] | null | undefined;
  /** Why, for the journal and for everybody concerned; needed once the class is announced. */
  readonly reason?: string | undefined;
  /** Parallel classes in which the half-days that stand for it change as well, at places of their own. */
  readonly alsoInClassIds?: readonly string[] | undefined;
}

/** Its times go with it unless its part changes; then it takes the usual times of the new part. */
export function changed(halfDay: HalfDay, change: HalfDayChange): WantedHalfDay {
  const keepsTimes = change.part === undefined || change.part === halfDay.part;
  const { day, part, roomId, lecturerId, topic, groupNumbers, startTime, endTime } = change;
  const choose = <T>(wanted: T | undefined, now: T) => (wanted === undefined ? now : wanted);
  return {
    day: day ?? halfDay.day,
    part: part ?? halfDay.part,
    from: startTime ?? (keepsTimes ? showTime(halfDay.startsAt) : undefined),
    to: endTime ?? (keepsTimes ? showTime(halfDay.endsAt) : undefined),
    roomId: choose(roomId, halfDay.roomId),
    lecturerId: choose(lecturerId, halfDay.lecturerId),
    topic: choose(topic, halfDay.topic),
    groupNumbers: choose<readonly number[] | null>(groupNumbers, halfDay.groupNumbers),
  };
}

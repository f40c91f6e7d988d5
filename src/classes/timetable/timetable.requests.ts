import { PartialType } from '@nestjs/swagger';
import { DayField, Flag, Id, OneOf, Text, TimeField, WholeNumber } from '../../platform/request-fields';
import { Ids, Numbers, SomeOf } from '../../platform/request-parts';
import { isEmptied, readRequest } from '../../platform/requests';
import { type DayPart, dayParts } from '../day-parts';
import { mostHalfDays, type TimetablePattern } from './pattern';
import type { WantedHalfDays } from './planner';
import type { HalfDayChange, TimetableDecisions } from './half-day-change';
import { type Weekday, weekdays } from '../weekdays';

/** Where and by whom they are held, and by whose decision that may clash. */
class PlacedRequest {
  @Numbers({
    optional: true,
    description: 'The groups of the class it is for, by their numbers; left out, the whole class.',
  })
  readonly groupNumbers?: number[];

  @Id({ optional: true })
  readonly roomId?: string;

  @Id({ optional: true })
  readonly lecturerId?: string;

  @Text({ optional: true, max: 500, description: 'By whose decision a room taken by another class is shared.' })
  readonly roomSharedReason?: string;

  @Text({
    optional: true,
    max: 500,
    description: 'By whose decision the class manager may have two classes at one time.',
  })
  readonly managerOverlapReason?: string;

  @Text({
    optional: true,
    max: 500,
    description: 'By whose decision people enrolled may be in two classes at one time.',
  })
  readonly overlapReason?: string;
}

/** Half-days by a pattern: parts of weekdays, from a day either to another or until there are enough. */
export class TimetablePatternRequest extends PlacedRequest {
  @SomeOf(weekdays, { description: 'Monday 1 to Sunday 7.' })
  readonly weekdays: Weekday[];

  @SomeOf(dayParts)
  readonly parts: DayPart[];

  @DayField()
  readonly from: string;

  @DayField({ optional: true, description: 'Either this or `count`.' })
  readonly to?: string;

  @WholeNumber({ min: 1, max: mostHalfDays, optional: true, description: 'Either this or `to`.' })
  readonly count?: number;

  @Flag({ description: 'Leaves out public holidays and Tết; yes unless told.' })
  readonly skipHolidays?: boolean;

  @Flag({ description: 'Moves the closing day of the class to the last half-day when that comes after it.' })
  readonly moveClosingDay?: boolean;
}

/** One half-day, at the usual times of its part unless told. */
class HalfDayRequest extends PlacedRequest {
  @DayField()
  readonly day: string;

  @OneOf(dayParts)
  readonly part: DayPart;

  @TimeField({ optional: true })
  readonly startTime?: string;

  @TimeField({ optional: true })
  readonly endTime?: string;

  @Text({ optional: true, max: 500 })
  readonly topic?: string;
}

/** What is left out stays; `roomId`, `lecturerId`, `topic` and `groupNumbers` of null or nothing are taken away. */
export class HalfDayChangeRequest extends PartialType(HalfDayRequest) {
  @Text({
    optional: true,
    max: 500,
    description: 'Why; it goes to the journal and to everybody concerned. Needed once the class is announced.',
  })
  readonly reason?: string;

  @Ids({
    optional: true,
    max: 20,
    description:
      'Parallel classes that follow this one: the half-days that stand for it change as well, with rooms and lecturers of their own.',
  })
  readonly alsoInClassIds?: string[];
}

export interface PlanRequest {
  readonly wanted: WantedHalfDays;
  readonly decisions: TimetableDecisions;
}

/** @throws InvalidInput */
export function readPattern(sent: unknown): {
  readonly pattern: TimetablePattern;
  readonly decisions: TimetableDecisions;
} {
  const {
    skipHolidays = true,
    roomSharedReason,
    managerOverlapReason,
    overlapReason,
    moveClosingDay,
    ...pattern
  } = readRequest(TimetablePatternRequest, sent);
  return {
    pattern: { ...pattern, skipHolidays },
    decisions: { roomSharedReason, managerOverlapReason, overlapReason, moveClosingDay },
  };
}

/** One half-day, or those of a pattern: whichever was sent. @throws InvalidInput */
export function readPlan(body: object | null): PlanRequest {
  const sent = body ?? {};
  if ('weekdays' in sent || 'parts' in sent || 'from' in sent) {
    const { pattern, decisions } = readPattern(sent);
    return { wanted: { pattern }, decisions };
  }
  const { startTime, endTime, roomSharedReason, managerOverlapReason, overlapReason, ...halfDay } = readRequest(
    HalfDayRequest,
    sent,
  );
  return {
    wanted: { halfDay: { ...halfDay, from: startTime, to: endTime } },
    decisions: { roomSharedReason, managerOverlapReason, overlapReason },
  };
}

/** @throws InvalidInput */
export function readHalfDayChange(body: object | null): HalfDayChange {
  const sent = body ?? {};
  const emptied = (['roomId', 'lecturerId', 'topic', 'groupNumbers'] as const).filter((field) =>
    isEmptied(sent, field),
  );
  return {
    ...readRequest(HalfDayChangeRequest, sent),
    ...Object.fromEntries(emptied.map((field) => [field, null])),
  };
}

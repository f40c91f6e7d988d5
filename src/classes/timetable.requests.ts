import { DayField, Flag, Id, OneOf, readRequest, SomeOf, Text, TimeField, WholeNumber } from '../platform/requests';
import { isEmptied } from './classes.requests';
import { type DayPart, dayParts } from './day-parts';
import { halfDayOn, mostHalfDays, planHalfDays, type PlannedHalfDay, type TimetablePattern } from './timetable';
import type { HalfDayChange } from './timetable.service';
import { type Weekday, weekdays } from './weekdays';

/** Half-days by a pattern: parts of weekdays, from a day to another or until there are enough. */
export class TimetablePatternRequest {
  @SomeOf(weekdays, { description: 'Monday 1 to Sunday 7.' })
  readonly weekdays: Weekday[];

  @SomeOf(dayParts)
  readonly parts: DayPart[];

  @DayField()
  readonly from: string;

  @DayField({ optional: true, description: 'Needed unless `count` is given.' })
  readonly to?: string;

  @WholeNumber({ min: 1, max: mostHalfDays, optional: true, description: 'At most so many half-days.' })
  readonly count?: number;

  @Flag({ description: 'Leaves out public holidays and Tết; yes unless told.' })
  readonly skipHolidays?: boolean;

  @Id({ optional: true })
  readonly roomId?: string;

  @Id({ optional: true })
  readonly lecturerId?: string;
}

/** One half-day, at the usual times of its part unless told. */
export class HalfDayRequest {
  @DayField()
  readonly day: string;

  @OneOf(dayParts)
  readonly part: DayPart;

  @TimeField({ optional: true })
  readonly startTime?: string;

  @TimeField({ optional: true })
  readonly endTime?: string;

  @Id({ optional: true })
  readonly roomId?: string;

  @Id({ optional: true })
  readonly lecturerId?: string;

  @Text({ optional: true, max: 500 })
  readonly topic?: string;
}

/** What is left out stays; `roomId`, `lecturerId` and `topic` of null or nothing are taken away. */
export class HalfDayChangeRequest {
  @DayField({ optional: true })
  readonly day?: string;

  @OneOf(dayParts, { optional: true })
  readonly part?: DayPart;

  @TimeField({ optional: true })
  readonly startTime?: string;

  @TimeField({ optional: true })
  readonly endTime?: string;

  @Id({ optional: true })
  readonly roomId?: string;

  @Id({ optional: true })
  readonly lecturerId?: string;

  @Text({ optional: true, max: 500 })
  readonly topic?: string;
}

/** @throws InvalidInput */
export function readPattern(sent: unknown): TimetablePattern {
  const { skipHolidays = true, ...pattern } = readRequest(TimetablePatternRequest, sent);
  return { ...pattern, skipHolidays };
}

/** One half-day, or those of a pattern: whichever was sent. @throws InvalidInput */
export function readPlan(body: object | null): PlannedHalfDay[] {
  const sent = body ?? {};
  if ('weekdays' in sent || 'parts' in sent || 'from' in sent) return planHalfDays(readPattern(sent));
  const { startTime, endTime, ...halfDay } = readRequest(HalfDayRequest, sent);
  return [halfDayOn({ ...halfDay, from: startTime, to: endTime })];
}

/** @throws InvalidInput */
export function readHalfDayChange(body: object | null): HalfDayChange {
  const sent = body ?? {};
  const emptied = (['roomId', 'lecturerId', 'topic'] as const).filter((field) => isEmptied(sent, field));
  return {
    ...readRequest(HalfDayChangeRequest, sent),
    ...Object.fromEntries(emptied.map((field) => [field, null])),
  };
}

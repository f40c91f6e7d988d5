import { PageQuery } from '../platform/paging';
import { Flag, Id, OneOf, Text, WholeNumber } from '../platform/request-fields';
import { Ids, PartList } from '../platform/request-parts';
import {
  type AttendanceMark,
  attendanceMarks,
  type AttendanceSource,
  attendanceSources,
  type Direction,
  directions,
} from './attendance-line.entity';

const aGroup = { optional: true, max: 10, description: 'The number of a group, or `none` for those in no group yet.' };

export class RosterQuery extends PageQuery {
  @Text(aGroup)
  readonly group?: string;

  @Id({ optional: true, description: 'Only people this unit sent.' })
  readonly unitId?: string;

  @Flag({ description: 'People who left the class instead of those in it.' })
  readonly ended?: boolean;
}

export class ContinuationRequest {
  @Id({ description: 'Their enrollment in an earlier class of the course.' })
  readonly enrollmentId: string;

  @Text({ max: 500 })
  readonly reason: string;
}

export class SheetQuery extends PageQuery {
  @Id({ optional: true, description: 'Only people this unit sent.' })
  readonly unitId?: string;
}

export class TrailQuery extends PageQuery {
  @OneOf(attendanceSources, { optional: true })
  readonly source?: AttendanceSource;

  @Flag({ description: 'Only scans a phone told later, having had no network.' })
  readonly toldLater?: boolean;

  @Flag({ description: 'Only what was marked with a reason: corrections.' })
  readonly corrected?: boolean;
}

export class TrailPageQuery {
  @OneOf(attendanceSources, { optional: true })
  readonly source?: AttendanceSource;

  @Flag()
  readonly toldLater?: boolean;

  @Flag()
  readonly corrected?: boolean;

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class SheetPageQuery {
  @Id({ optional: true })
  readonly unitId?: string;

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class RosterPageQuery extends SheetPageQuery {
  @Text(aGroup)
  readonly group?: string;

  @Flag()
  readonly ended?: boolean;
}

export class AttendanceEntryRequest {
  @Id()
  readonly enrollmentId: string;

  @OneOf(attendanceMarks, { description: '`unmarked` takes a mark back.' })
  readonly mark: AttendanceMark;

  @Text({ optional: true, max: 500, description: 'Needed when a mark that was set is changed.' })
  readonly reason?: string;

  @OneOf(directions, {
    optional: true,
    description: 'Of somebody present: coming in or going out. Coming in after having gone out takes the going back.',
  })
  readonly direction?: Direction;
}

/** A leave is marked by approving its request, a code by whoever scans it. */
const sourcesTaken = ['phone', 'paper', 'sheet'] as const satisfies readonly AttendanceSource[];

export class AttendanceRequest {
  @PartList(() => AttendanceEntryRequest, { max: 2000 })
  readonly entries: AttendanceEntryRequest[];

  @OneOf(sourcesTaken, { optional: true, description: 'Where the marks were taken; `phone` unless told.' })
  readonly source?: AttendanceSource;
}

export class HalfDayCancellationRequest {
  @Text({ max: 500 })
  readonly reason: string;

  @WholeNumber({
    min: 0,
    max: 100_000,
    optional: true,
    description:
      'How many people are marked at it, where attendance was taken: their marks stay in the history and count no more. Without it, or when there are others by then, it is refused with the number.',
  })
  readonly marked?: number;

  @Ids({
    optional: true,
    max: 20,
    description: 'Parallel classes in which the half-days that stand for it are cancelled too.',
  })
  readonly alsoInClassIds?: string[];
}
